"""Figures that a report has but one of, set side by side without links: villages hit, a magnitude, a population, children."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations

from storydiff.checks.common.happenings import of_another
from storydiff.checks.numbers.figures import Edge, compatible, told_in
from storydiff.checks.times.moments import strangers
from storydiff.model import Alignment, Analysis, Quantity, Sentence
from storydiff.patterns import late

_TIMES = 2
"""How many times as high one of two counts of one thing may be."""
_MANY = 100  # more than that are crowds, and crowds are told apart by more than a noun
_OPENING = 6  # sentences in which the magnitude of the quake that is reported stands
_KINDS = late(r"\b(?:island|city|town|village|county|state|province|suburb|district|community|country|region)\b")
_PARENT = re.compile(r"\b(?:mother|father|parent|mom|dad|grandmother|grandfather)\sof\s\Z")
_HAS = late(r"\b(?:has|had|have|leaves|leaving|raising|raised)\s(?:her\s|his\s|their\s)?\Z")

_SUMS = r"(?P<word>bail|bond|reward|ransom|fine|damage)s?"
_SUM_AFTER = re.compile(rf"\s(?:cash\s|full\scash\s|secured\s|in\s|worth\sof\s|of\s)?{_SUMS}\b")
_SUM_BEFORE = re.compile(
    rf"\b{_SUMS}\s(?:(?:was|were|is|has|have|been|set|at|of|to|for|up|as|much|being|offered|estimated|posted|raised|held|on|in|lieu)\s){{0,6}}\Z"
)
# A report on politics counts them for this and for that.
_OF_A_LAND = frozenset("state country nation lawmaker senator republican democrat candidate judge justice vote".split())
_OWN = frozenset({"magnitude", "population", "children of one parent"})

_Told = dict[str, tuple[Sentence, Quantity]]


def in_whole_reports(alignment: Alignment, name: Callable[[Analysis, Quantity], str]) -> Iterator[Edge]:
    """Pairs of such figures that cannot both hold. `name` tells what a figure is of."""
    told = [(analysis, _told(analysis, name)) for analysis in alignment.analyses]
    for (left, one), (right, other) in combinations(told, 2):
        for about in sorted(one.keys() & other.keys()):
            (first, a), (second, b) = one[about], other[about]
            if compatible(a, b) or max(a.value, b.value) > _TIMES * min(a.value, b.value):
                continue
            if about == "population" and not _of_one_place(first, second):
                continue
            if about not in _OWN and strangers((left, first), (right, second)):
                continue
            yield Edge(about, a, b)


def _told(analysis: Analysis, name: Callable[[Analysis, Quantity], str]) -> _Told:
    found: dict[str, dict[float, tuple[Sentence, Quantity]]] = {}
    for index, sentence in enumerate(analysis.sentences):
        figures = [(each, _about(analysis, each, index, name)) for each in told_in(analysis, sentence)]
        if not any(about for _, about in figures) or of_another(analysis, sentence):
            continue
        for quantity, about in figures:
            if about == "magnitude" and found.get(about):
                continue  # the first is that of the quake, the others are of aftershocks and of earlier ones
            if about:
                found.setdefault(about, {}).setdefault(quantity.value, (sentence, quantity))
    return {about: next(iter(values.values())) for about, values in found.items() if len(values) == 1}


def _about(analysis: Analysis, quantity: Quantity, index: int, name: Callable[[Analysis, Quantity], str]) -> str:
    if quantity.role == "magnitude":
        return "magnitude" if index < _OPENING else ""
    if quantity.role == "population":
        return "population"
    if quantity.role == "sentence":
        return f"sentence ({quantity.unit})"
    if quantity.role == "money":
        return _sum(analysis, quantity)
    before = analysis.report.text[max(0, quantity.start - 24) : quantity.start].lower()
    if _PARENT.search(before) or (quantity.counted in ("child", "kid") and _HAS().search(before)):
        return "children of one parent"
    if quantity.unit or quantity.role or quantity.low != quantity.high or not 1 < quantity.value < _MANY:
        return ""
    return "" if quantity.counted in _OF_A_LAND else name(analysis, quantity)


def _sum(analysis: Analysis, quantity: Quantity) -> str:
    """What a sum of money is: bail, a reward, a fine, damage; "" for other sums."""
    text = analysis.report.text
    after = _SUM_AFTER.match(text[quantity.end : quantity.end + 24].lower())
    before = _SUM_BEFORE.search(text[max(0, quantity.start - 50) : quantity.start].lower())
    word = after["word"] if after else before["word"] if before else ""
    return {"bond": "bail"}.get(word, word)


def _of_one_place(a: Sentence, b: Sentence) -> bool:
    """Whether both sentences speak of an island, a town … or both name the same place."""
    kinds = [set(_KINDS().findall(sentence.text.lower())) for sentence in (a, b)]
    names = [set(re.findall(r"\b[A-Z][a-z]{3,20}\b", sentence.text[1:])) for sentence in (a, b)]
    return bool(kinds[0] & kinds[1]) or bool(names[0] & names[1])
