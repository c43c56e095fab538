"""How often somebody was hit: "a gunshot wound to the chest" in one report, "shot multiple times in his chest" in another."""

from __future__ import annotations

from collections.abc import Iterator

from storydiff.checks.common.linked import found_in_links
from storydiff.checks.numbers.figures import Edge
from storydiff.checks.places.addresses import of_others
from storydiff.model import Alignment, Analysis, Quantity, Sentence
from storydiff.patterns import late

_LINKED = 0.5  # score of a link from which its sentences are about one person
_BODY = r"(?:the|his|her)\s(?:(?:upper|lower|left|right)\s)?(?P<{}>[a-z]{{2,12}})"
_WOUNDS = late(
    r"\b(?:shot|struck|hit|wounded|stabbed)\s(?P<times>once|twice|(?:two|three|four|five|six|seven|eight|multiple|several|numerous)\stimes)"
    rf"(?:\sin\s{_BODY.format('part')})?"
    r"|\b(?P<wounds>an?|one|a\ssingle|two|three|four|five|six|multiple|several|numerous)\s(?:apparent\s)?(?:gunshot|stab|bullet)\swounds?"
    rf"(?:\s(?:to|in)\s{_BODY.format('place')})?"
)
_TRIGGERS = ("wound", "times", "once", "twice")  # no match without one of them
_NUMBERS = {
    "once": 1, "a": 1, "an": 1, "one": 1, "a single": 1, "twice": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8,
}  # fmt: skip


def hits(alignment: Alignment) -> Iterator[Edge]:
    """Sentences that tell the same of one person, hit in the same place, with numbers of hits that cannot both hold."""
    for link, a, b in found_in_links(alignment, _told, _LINKED):
        if not a.subject == b.subject != "" or of_others(alignment, link.a, link.b):
            continue
        least, most = sorted((a, b), key=lambda wound: wound.value)
        if least.high is not None and least.high < most.value:
            yield Edge("hits", a, b)


def _told(analysis: Analysis, sentence: Sentence) -> Quantity | None:
    """The number of hits, where the sentence tells of one person's; `subject` is the part of the body."""
    text = sentence.text.lower()
    if not any(word in text for word in _TRIGGERS):
        return None
    found = list(_WOUNDS().finditer(text))
    if len(found) != 1:
        return None
    words = (found[0]["times"] or found[0]["wounds"]).removesuffix(" times")
    value = _NUMBERS.get(words, 2)
    high = value if words in _NUMBERS else None
    start, end = sentence.start + found[0].start(), sentence.start + found[0].end()
    part = found[0]["part"] or found[0]["place"] or ""
    words_told = analysis.report.text[start:end]
    wound = Quantity(analysis.sigil, start, end, words_told, value, value, high, counted="wound", subject=part)
    return None if analysis.is_quoted(wound) else wound
