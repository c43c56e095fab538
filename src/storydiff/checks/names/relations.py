"""Relatives told without a name: "with her wife" in one report and "with her fiancee" in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from storydiff.checks.common.linked import found_in_links
from storydiff.model import Alignment, Mention, Sentence
from storydiff.normalise import lower

_WORD = re.compile(r"[^\W\d_]+(?:-in-law|['’][a-z]{1,2})?")
_WHOSE = frozenset({"his", "her", "their"})
_ANYBODYS = re.compile(r"(?:his|her|their)(?![^\W\d_])")


def relations_in_like_words(
    alignment: Alignment, sets: Sequence[frozenset[str]]
) -> Iterator[tuple[str, dict[str, list[Mention]]]]:
    """Two relations of one of `sets` behind the same two words in sentences that tell the same; each report has one of them only."""
    told = [
        (link, left, right)
        for link, left, right in found_in_links(alignment, lambda _, sentence: _relations(sentence, sets))
        if left.keys() & right.keys()
    ]
    if not told:
        return
    words = {analysis.sigil: frozenset(_WORD.findall(lower(analysis.report.text))) for analysis in alignment.analyses}
    found: dict[str, dict[str, list[Mention]]] = {}
    for link, left, right in told:
        for before, (a, one) in left.items():
            b, other = right.get(before, ("", None))
            together = any({a, b} <= group for group in sets)
            if other is None or a == b or not together or _has(words[link.b.sigil], a) or _has(words[link.a.sigil], b):
                continue
            group = found.setdefault(f"relation: {before}", {})
            for relation, mention in ((a, one), (b, other)):
                known = group.setdefault(relation, [])
                if mention not in known:
                    known.append(mention)
    yield from sorted(found.items())


def _has(words: frozenset[str], relation: str) -> bool:
    return relation in words or f"{relation}'s" in words or f"{relation}s" in words


def _relations(sentence: Sentence, sets: Sequence[frozenset[str]]) -> dict[str, tuple[str, Mention]]:
    """The two words before a relation ("with her") → the relation and where it stands."""
    text = lower(sentence.text).replace("’", "'").replace("é", "e")
    if not _ANYBODYS.search(text):
        return {}
    matches = list(_WORD.finditer(text))
    found = {}
    for first, second, match in zip(matches, matches[1:], matches[2:], strict=False):
        relation = match[0].removesuffix("'s")
        if second[0] in _WHOSE and any(relation in group for group in sets):
            start, end = sentence.start + match.start(), sentence.start + match.start() + len(relation)
            mention = Mention(sentence.sigil, start, end, sentence.text[match.start() : match.start() + len(relation)])
            found[f"{first[0]} {second[0]}"] = (relation, mention)
    return found
