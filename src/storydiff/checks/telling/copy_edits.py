"""Edits that change what a sentence of shared copy says: a figure, a weekday, a word that limits, denies or hedges."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel

from storydiff import normalise
from storydiff.model import Link, Sentence, Span
from storydiff.patterns import late

_WORD = late(r"[^\W_]+(?:['’.,:-][^\W_]+)*")
_LIMITERS = frozenset(
    """not no never only none nobody nothing neither nor cannot without unless except least nearly almost about
    allegedly alleged reportedly apparently apparent possibly possible suspected believed may might could""".split()
)
_FIGURES = {
    word: str(number)
    for number, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
    if number > 1
}  # "one" is a pronoun too
_TOLD = frozenset({"sentence", "title", "heading", "bullet", "caption"})
_STAMP = late(
    r"\W{0,3}(?:(?:last )?updated?\s?[:(\d]|(?:first )?(?:posted|published)\s?(?:on |at |[:(\d])|\d[\d/:., -]{3,20}(?:[ap]\.?m\.?)?\W{0,3}\Z)",
    re.IGNORECASE,
)  # when a page was made or changed: no part of the copy
_POST = late(r"pic\.twitter\.com|\(@\w{1,20}\)|https?://")  # a post that was put in
# The same measure or sum, reckoned over for other readers.
_UNITS = (
    late(r"\d[\s-]?(?:m|km|kg|cm|mm|met(?:re|er)s?|kilomet(?:re|er)s?|kilogram(?:me)?s?|litres?|[°º]?C|kph)\b"),
    late(r"\d[\s-]?(?:ft|feet|foot|miles?|mi|lbs?|pounds?|inch(?:es)?|yards?|gallons?|[°º]?F|mph)\b"),
    late(r"\$\s?\d"),
    late(r"£\s?\d"),
    late(r"€\s?\d"),
)
_LONGEST = 4
"""Words of an edit; more is rewriting."""
_ALIKE = 0.75
"""Share of words in order from which two sentences are one sentence, edited."""


def edits(link: Link, words_of: Callable[[Sentence], list[str] | None]) -> Iterator[tuple[Span, Span]]:
    """The edits that change what a shared sentence says: places in each of the two.

    Words that only one of them has are shown with the words around them, as the other has nothing to show in their stead.
    """
    if link.a.text == link.b.text:
        return
    one, two = words_of(link.a), words_of(link.b)
    if not one or not two or one == two or Indel.normalized_similarity(one, two) < _ALIKE:
        return
    left, right = list(_WORD().finditer(link.a.text)), list(_WORD().finditer(link.b.text))
    for a, b in _changes(one, two):
        if _weighs(one[slice(*a)], two[slice(*b)]) and not _converted(
            *(
                side.text[max(0, words[begin].start() - 1) : words[end - 1].end()] if end > begin else ""
                for side, words, (begin, end) in ((link.a, left, a), (link.b, right, b))
            )
        ):
            wider = a[0] == a[1] or b[0] == b[1]
            yield _stretch(left, *a, wider), _stretch(right, *b, wider)


def _converted(one: str, two: str) -> bool:
    """Whether the two give a measure in different units, or a sum in different currencies."""
    units = [{number for number, unit in enumerate(_UNITS) if unit().search(text)} for text in (one, two)]
    return bool(units[0] and units[1] and units[0] != units[1])


def _changes(one: list[str], two: list[str]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Ranges of words of the two that stand for each other and differ; one of them may be empty."""
    changes: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for step in Indel.opcodes(one, two):
        if step.tag == "equal":
            continue
        a, b = (step.src_start, step.src_end), (step.dest_start, step.dest_end)
        if changes and (changes[-1][0][1], changes[-1][1][1]) == (a[0], b[0]):
            a, b = (changes[-1][0][0], a[1]), (changes.pop()[1][0], b[1])
        changes.append((a, b))
    return changes


def _stretch(words: list[re.Match[str]], begin: int, end: int, wider: bool) -> Span:
    if wider:
        begin, end = max(0, begin - 1), min(len(words), end + 1)
    return Span(words[begin].start(), words[end - 1].end())


def words_as_compared(sentence: Sentence) -> list[str] | None:
    """The words of `sentence` as they are compared; None for what is no prose of the report."""
    if sentence.kind not in _TOLD or _STAMP().match(sentence.text) or _POST().search(sentence.text):
        return None
    return [_plain(word) for word in _WORD().findall(sentence.text)]


@lru_cache(maxsize=1 << 13)
def _plain(word: str) -> str:
    word = normalise.typography(word).lower()
    return _FIGURES.get(word, word)


def _weighs(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether an edit changes a figure or a weekday into another, or gives or takes a word that limits, denies or hedges."""
    if max(len(one), len(two)) > _LONGEST:
        return False
    limits = [{word for word in side if word in _LIMITERS or word.endswith("n't")} for side in (one, two)]
    days = [normalise.WEEKDAYS.intersection(side) for side in (one, two)]
    figures = [sorted("".join(filter(str.isdigit, word)) for word in side if word[0].isdigit()) for side in (one, two)]
    return limits[0] != limits[1] or any(a and b and a != b for a, b in (days, figures))
