"""Which words of a row's cells differ from the row's representative reading."""

from __future__ import annotations

from collections.abc import Sequence

from Levenshtein import setmedian
from rapidfuzz.distance import Levenshtein

from storydiff.model import Span
from storydiff.patterns import late

_WORD = late(r"\S+")
_EDGES = "\"'“”‘’«».,;:!?()[]—–-…"
_MEDIAN_LIMIT = 4000  # code points; setmedian compares all pairs, and so long a cell is no sentence


def representative(texts: Sequence[str]) -> str:
    """That of `texts` which is nearest to all others; the first of equally near ones."""
    if len(texts) < 3 or max(map(len, texts)) > _MEDIAN_LIMIT:
        return texts[0]
    return setmedian(list(texts))


def differing_words(text: str, reference: str) -> tuple[Span, ...]:
    """The spans of the words of `text` that are not in `reference` at that place."""
    words = list(_WORD().finditer(text))
    steps = Levenshtein.opcodes([_key(word[0]) for word in _WORD().finditer(reference)], [_key(w[0]) for w in words])
    return tuple(
        Span(words[step.dest_start].start(), words[step.dest_end - 1].end())
        for step in steps
        if step.tag != "equal" and step.dest_end > step.dest_start
    )


def _key(word: str) -> str:
    # capitals and punctuation are house style
    return word.casefold().strip(_EDGES) or word
