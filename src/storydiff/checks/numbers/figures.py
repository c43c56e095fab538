"""Figures of one thing in several reports: which can both hold, and which belong together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storydiff.checks.base import evidence
from storydiff.checks.common.claims import stems
from storydiff.checks.times.moments import strangers
from storydiff.model import Analysis, Quantity, Sentence, Variant, within
from storydiff.patterns import late

_ABOUT = 0.1  # how far "about 120" reaches to either side, as a share
_FAR = {"percent": 1.25, "duration": 2.5, "money": 1.75, "": 2.0}
"""How many times as high one of two measures of one thing may be, by role; "" for plain counts. Wider apart are two things
more often: those with one dose and those with two, the tariffs of one side and of the other."""
_FARTHEST = 5.0
_MUCH = 3  # words on the same side
_WINDOW, _WORDS, _SHARED = 60, 4, 2
"""Characters and words looked at before and after a measure, and how many of them must be the same."""
_FROM = late(r"\b(?:from|than|of|first)\s\Z")
# Figures of players and matches, of which a report tells dozens of a kind.
_GAME = late(
    r"\b(?:touchdowns?|quarterback|rushing|receptions?|field\sgoals?|(?:home\s)?runs?\sbatted|innings?|rebounds?|punts?|playoffs?|knockouts?)\b"
)
_ESTIMATE = 90
_OTHER_SORT = late(
    r"\b(?:economists|analysts|forecast\w{0,3}|expected|expecting|estimates?|surveyed|averag\w{1,3}|predict\w{1,4})\b"
)
# "Dozens" says that there were many, not how many.
_VAGUE = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands|millions|several|many|multiple|numerous|few|couple|some)\b", re.IGNORECASE
)


Figure = tuple[Analysis, Sentence, Quantity]
"""A figure where it stands."""


class Edge(NamedTuple):
    """Two figures that cannot both hold, and what they are figures of."""

    about: str
    a: Quantity
    b: Quantity


def told_in(analysis: Analysis, sentence: Sentence) -> list[Quantity]:
    """The figures of a sentence that the report gives itself, not those inside quotation marks."""
    return [
        quantity
        for quantity in within(analysis.quantities, sentence.start, sentence.end)
        if not quantity.ordinal and not analysis.is_quoted(quantity)
    ]


def compatible(a: Quantity, b: Quantity) -> bool:
    """Whether both figures can be right: their intervals meet, or one is the other rounded as it is written."""
    if _VAGUE.search(a.text) or _VAGUE.search(b.text):
        return True
    (a_low, a_high), (b_low, b_high) = _bounds(a), _bounds(b)
    if a_low <= b_high and b_low <= a_high:
        return True
    coarse, fine = (a, b) if a.precision >= b.precision else (b, a)
    return coarse.precision > fine.precision and abs(coarse.value - fine.value) <= coarse.precision / 2


def _bounds(quantity: Quantity) -> tuple[float, float]:
    low = float("-inf") if quantity.low is None else min(quantity.low, quantity.value)
    high = float("inf") if quantity.high is None else max(quantity.high, quantity.value)
    slack = abs(quantity.value) * _ABOUT if quantity.approximate and low == high else 0.0
    return low - slack, high + slack


def of_one_thing(a: Figure, b: Figure) -> bool:
    """Whether two figures can be of one thing: near enough, neither an estimate, and measures with the same words next to them."""
    if _is_sum(a, b[2]) or _is_sum(b, a[2]):
        return False
    beside = len(_after(a) & _after(b)) + len(_before_it(a) & _before_it(b))
    if _far(a[2], b[2], beside):
        return False
    if any(_FROM().search(_before(each)) for each in (a, b)):
        return False  # "down from 14 days"
    if len({_is_estimate(each) for each in (a, b)}) == 2 or _is_conversion(a) or _is_conversion(b):
        return False
    if any(_GAME().search(each[1].text.lower()) for each in (a, b)):
        return False
    if strangers((a[0], a[1]), (b[0], b[1])):
        return False
    if not a[2].unit:
        return beside > 0 or len(_around(a) & _around(b)) >= _SHARED
    if a[2].role == "distance":
        return bool(_after(a) & _after(b))  # from where, where to
    if any("-" in each[2].text for each in (a, b)):  # "a seven-year history", "an eight-year deal"
        return beside >= _SHARED
    return len(_around(a) & _around(b)) >= _SHARED


def _far(a: Quantity, b: Quantity, beside: int) -> bool:
    """Whether the figures lie too far apart; with enough of the same words beside them they may."""
    kind = a.role or a.unit
    most = _FAR.get(kind, _FARTHEST) if a.unit else _FAR[""]
    if beside >= _MUCH and kind != "percent":
        most = _FARTHEST
    less, more = sorted((a.value, b.value))
    return less > 0 and more > most * less


def _is_sum(figure: Figure, total: Quantity) -> bool:
    """Whether `total` is the figure with another that its sentence tells: "2.5 million doses to Norland and 1.5 million to Sudland"."""
    analysis, sentence, quantity = figure
    others = within(analysis.quantities, sentence.start, sentence.end)
    return any(
        quantity.value + other.value == total.value for other in others if other is not quantity and other.role != "age"
    )


def _is_estimate(figure: Figure) -> bool:
    """Whether the words before it make it what somebody expected."""
    analysis, sentence, quantity = figure
    before = analysis.report.text[max(sentence.start, quantity.start - _ESTIMATE) : quantity.end + _WINDOW]
    return _OTHER_SORT().search(before.lower()) is not None


def _is_conversion(figure: Figure) -> bool:
    """ "€110 billion ($143 billion)": as good as the rate of the day."""
    return figure[2].role == "money" and "(" in _before(figure)[-8:]


def _before(figure: Figure) -> str:
    analysis, sentence, quantity = figure
    return analysis.report.text[max(sentence.start, quantity.start - 12) : quantity.start].lower()


def _around(figure: Figure) -> set[str]:
    return _before_it(figure) | _after(figure)


def _before_it(figure: Figure) -> set[str]:
    analysis, sentence, quantity = figure
    first = max(sentence.start, quantity.start - _WINDOW)
    before = [word for word, _, _ in stems(analysis.report.text, first, quantity.start)]
    return set(before[-_WORDS:])


def _after(figure: Figure) -> set[str]:
    analysis, sentence, quantity = figure
    last = min(sentence.end, quantity.end + _WINDOW)
    if quantity.role == "distance" and (comma := analysis.report.text.find(",", quantity.end, last)) > 0:
        last = comma
    return {word for word, _, _ in list(stems(analysis.report.text, quantity.end, last))[:_WORDS]}


def of_two_kinds(a: Quantity, b: Quantity) -> bool:
    """Whether the words before the noun make them two kinds: "three pirate vessels", "five merchant vessels"."""
    if a.unit or b.unit or a.role or b.role:
        return False
    one, other = ({word.lower() for word in each.modifiers if word.isalpha()} for each in (a, b))
    return bool(one and other) and not one & other


def is_rest(analysis: Analysis, figure: Quantity) -> bool:
    """Whether it counts what is left of more: "the remaining three boats"."""
    before = analysis.report.text[max(0, figure.start - 14) : figure.start].lower()
    return before.endswith(("remaining ", "other ", "rest of the "))


def clusters(edges: Iterable[Edge]) -> list[tuple[str, tuple[Variant, ...]]]:
    """Edges that share a figure, as one entry each: what about, and the variants from the lowest to the highest.

    A report with two of the figures tells of before and after, or of two things: it is left out, where others still differ.
    """
    groups: list[tuple[str, dict[tuple[str, float], None], dict[Quantity, None]]] = []
    for edge in edges:
        keys = dict.fromkeys((one.sigil, one.value) for one in (edge.a, edge.b))
        joined = [group for group in groups if group[0] == edge.about and group[1].keys() & keys.keys()]
        members = {quantity: None for group in joined for quantity in group[2]} | {edge.a: None, edge.b: None}
        for group in joined:
            keys |= group[1]
        groups = [group for group in groups if group not in joined] + [(edge.about, keys, members)]
    return [(about, _variants(_one_voice(tuple(members)))) for about, _, members in groups]


def _one_voice(members: Sequence[Quantity]) -> Sequence[Quantity]:
    values: dict[str, set[float]] = {}
    for quantity in members:
        values.setdefault(quantity.sigil, set()).add(quantity.value)
    clear = [quantity for quantity in members if len(values[quantity.sigil]) == 1]
    return clear if len({quantity.value for quantity in clear}) > 1 else members


def _variants(members: Sequence[Quantity]) -> tuple[Variant, ...]:
    by_value: dict[tuple[float, str], list[Quantity]] = {}
    for quantity in sorted(members, key=lambda one: (one.sigil, one.start)):
        side = "+" if quantity.high is None else "-" if quantity.low is None else ""
        by_value.setdefault((quantity.value, side), []).append(quantity)
    return tuple(
        Variant(found[0].text, f"{value:g}{side}", tuple(evidence(one) for one in found))
        for (value, side), found in sorted(by_value.items())
    )
