"""`shared-copy`: edits that reports made to the copy they share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import ClassVar

from rapidfuzz.distance import Indel

from storydiff import normalise
from storydiff.checks.base import Check, evidence
from storydiff.checks.common.linked import looked_at_once
from storydiff.checks.verdicts import outlet
from storydiff.model import (
    Alignment,
    Confidence,
    Copy,
    Evidence,
    Finding,
    Link,
    Sentence,
    Severity,
    Span,
    Variant,
    Verdict,
)
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


@dataclass(frozen=True)
class SharedCopy(Check):
    """Edits that change the meaning of copy that several reports share.

    ## Why it matters
    Reports that print one agency's text count as one witness. Where an edit changes a figure, a denial or a hedge in it, one of them
    no longer says what the agency said.

    ## Flagged
    - A: A grain train left the rails near the old mill in Marrow Creek on Tuesday, and the line will stay closed for 2 days, the railway said. Crews have begun to clear the wreck, and residents were told to keep away from the bridge until engineers had looked at it.
    - B: A grain train left the rails near the old mill in Marrow Creek on Tuesday, and the line will stay closed for 9 days, the railway said. Crews have begun to clear the wreck, and residents were told to keep away from the bridge until engineers had looked at it.

    - A: A grain train left the rails near the old mill in Marrow Creek on Tuesday, and the line will be closed for 2 days, the railway said. Crews have begun to clear the wreck, and residents were told to keep away from the bridge until engineers had looked at it.
    - B: A grain train left the rails near the old mill in Marrow Creek on Tuesday, and the line will not be closed for 2 days, the railway said. Crews have begun to clear the wreck, and residents were told to keep away from the bridge until engineers had looked at it.

    ## Not flagged
    - A: A grain train left the rails near the old mill in Marrow Creek on Tuesday.
    - B: The railway said 9 trains were late on Tuesday.

    ## Known limits
    Only edits inside a sentence are looked at, and of those the ones that touch a figure, a weekday or a word that limits, denies or hedges.
    """

    name: ClassVar[str] = "shared-copy"
    precision = 0.71

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        for copy in alignment.copies:
            variants = _variants(copy)
            if len(variants) > 1:
                names = ", ".join(dict.fromkeys(outlet(alignment, sigil) for sigil in copy.sigils))
                readings = " / ".join(f"“{variant.reading}”" for variant in variants)
                found = self.finding(
                    Verdict.DIFFERENCE,
                    Confidence.MEDIUM,
                    about=f"copy of {copy.credit}" if copy.credit else "shared copy",
                    message=f"copy shared by {names} was edited: {readings}",
                    why="the same sentences with a figure, a denial or a hedge changed",
                    variants=variants,
                )
                yield replace(found, severity=Severity.NOTE)


def _variants(copy: Copy) -> list[Variant]:
    """One variant for each way the shared sentences were edited, with the edited sentences."""
    edits: dict[str, dict[Span, Evidence]] = defaultdict(dict)
    words: dict[str, dict[Span, str]] = defaultdict(dict)
    words_of = looked_at_once(_words)
    for link in copy.links:
        for one, other in _edits(link, words_of):
            for sentence, span in ((link.a, one), (link.b, other)):
                start, end = sentence.start + span.start, sentence.start + span.end
                words[sentence.sigil][Span(start, end)] = sentence.text[span.start : span.end]
                edits[sentence.sigil].setdefault(Span(sentence.start, sentence.end), evidence(sentence))
    grouped: dict[str, list[str]] = defaultdict(list)
    for sigil in sorted(edits):
        told = (words[sigil][span] for span in sorted(words[sigil]))
        grouped["; ".join(dict.fromkeys(" ".join(one.split()) for one in told))].append(sigil)
    return [
        Variant(reading, reading.lower(), tuple(found for sigil in sigils for found in edits[sigil].values()))
        for reading, sigils in grouped.items()
    ]


def _edits(link: Link, words_of: Callable[[Sentence], list[str] | None]) -> Iterator[tuple[Span, Span]]:
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


def _words(sentence: Sentence) -> list[str] | None:
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
