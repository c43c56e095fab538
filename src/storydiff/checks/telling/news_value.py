"""How much an editor would miss a sentence that others do not have; for the check `left-out`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from storydiff.model import Analysis, Name, Quantity, Quotation, Sentence, within
from storydiff.normalise import words

# Words with which somebody is blamed. Source: the storydiff maintainers.
_ACCUSATION = re.compile(
    r"\b(?:accus(?:ed?s?|ing|ations?)|alleg(?:ed(?:ly)?|es?|ing|ations?)|charged\swith|blam(?:ed?s?|ing)|lied|lying|threaten(?:ed|ing|s)?|"
    r"fraud|brib(?:e|es|ed|ery)|corrupt(?:ion)?|abus(?:ed?|ing)|assault(?:ed)?|harass(?:ed|ment)|racis[mt]|cover(?:ed)?[\s-]up|illegal(?:ly)?|"
    r"violat(?:ed|ing|ions?)|ignored|neglect(?:ed)?|negligen(?:t|ce)|misconduct|sued|lawsuit|under\sinvestigation|indicted|resign(?:ed)?|"
    r"warned|warnings?|complaints?|fined|guilty|convicted)\b"
)
_VAGUE = re.compile(
    r"\b(?:several|few|couple|dozens?|scores|hundreds|thousands|millions|billions|many|multiple|numerous|some)\b"
)
_WEIGHTS = {"accusation": 1.5, "person": 1.5, "figure": 1.0, "quotation": 1.5}
_MOST = 2  # of a sort that count in one sentence
_NEW = 0.3  # share of a sentence's longer words that no other report may have
_QUOTED = 5  # words from which a quotation counts
_ELSEWHERE = 0.6  # share of a quotation's words from which another report has it too
_LONG = 5  # letters


class Known(NamedTuple):
    """What a report has: all its words, and its figures."""

    words: frozenset[str]
    figures: frozenset[float]


class Worth(NamedTuple):
    """How much a sentence is worth, and for what."""

    points: float
    why: str


def known_of(analysis: Analysis) -> Known:
    """What `analysis` has, to tell what is new against it."""
    return Known(frozenset(words(analysis.report.text)), frozenset(quantity.value for quantity in analysis.quantities))


def worth(analysis: Analysis, sentence: Sentence, others: Sequence[Known]) -> Worth:
    """The worth of `sentence` against the reports that do not have it; nothing where their words hold most of it."""
    long = {word for word in words(sentence.text) if len(word) >= _LONG}
    new = [word for word in long if not any(word in known.words for known in others)]
    if not long or len(new) < _NEW * len(long):
        return Worth(0.0, "")
    people = list(dict.fromkeys(_new_people(analysis, sentence, others)))[:_MOST]
    figures = list(dict.fromkeys(_new_figures(analysis, sentence, others)))[:_MOST]
    quoted = any(_is_new(quotation, others) for quotation in _speech(analysis, sentence))
    blamed = _ACCUSATION.search(sentence.text.lower())
    if not (people or figures or quoted):
        return Worth(0.0, "")
    reasons = []
    if blamed:
        reasons.append(f"“{blamed[0]}”")
    if people:
        reasons.append(f"{' and '.join(people)}, named in no other")
    if figures:
        reasons.append(
            f"{' and '.join(figures)}, a figure of its own"
            if len(figures) == 1
            else f"{' and '.join(figures)}, figures of its own"
        )
    if quoted:
        reasons.append("a quotation of its own")
    points = (
        _WEIGHTS["accusation"] * bool(blamed)
        + _WEIGHTS["person"] * len(people)
        + _WEIGHTS["figure"] * len(figures)
        + _WEIGHTS["quotation"] * quoted
        + 0.5 * bool(within(analysis.attributions, sentence.start, sentence.end))
        + 0.5 * (1 - sentence.number / (len(analysis.sentences) + 1))
    )
    return Worth(points, "; ".join(reasons))


def _new_people(analysis: Analysis, sentence: Sentence, others: Sequence[Known]) -> Iterator[str]:
    for name in _names(analysis, sentence):
        last = words(name.text)[-1:]
        if last and not any(last[0] in known.words for known in others):
            yield name.text


def _names(analysis: Analysis, sentence: Sentence) -> Iterator[Name]:
    for name in within(analysis.names, sentence.start, sentence.end):
        if name.kind == "person" and name.text[:1].isupper():
            yield name


def _new_figures(analysis: Analysis, sentence: Sentence, others: Sequence[Known]) -> Iterator[str]:
    for figure in within(analysis.quantities, sentence.start, sentence.end):
        if _counts(figure) and not any(figure.value in known.figures for known in others):
            yield figure.text


def _counts(figure: Quantity) -> bool:
    """Whether a figure tells how many, and is no word such as "one", "several" or "third"."""
    known = bool(figure.unit or figure.counted or figure.role)
    return known and not figure.ordinal and figure.value > 1 and not _VAGUE.search(figure.text.lower())


def _speech(analysis: Analysis, sentence: Sentence) -> Iterator[Quotation]:
    return (one for one in within(analysis.quotations, sentence.start, sentence.end) if one.kind == "speech")


def _is_new(quotation: Quotation, others: Sequence[Known]) -> bool:
    said = words(quotation.text)
    telling = [word for word in said if len(word) >= _LONG]
    if len(said) < _QUOTED or not telling:
        return False
    return all(sum(word in known.words for word in telling) < _ELSEWHERE * len(telling) for known in others)
