"""Figures of one thing in several reports: which can both hold, and which belong together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storydiff.checks.base import evidence
from storydiff.model import Analysis, Quantity, Sentence, Variant, within

_ABOUT = 0.1  # how far "about 120" reaches to either side, as a share
# "Dozens" says that there were many, not how many.
_VAGUE = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands|millions|several|many|multiple|numerous|few|couple|some)\b", re.IGNORECASE
)


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
    slack = abs(quantity.value) * _ABOUT if quantity.approximate else 0.0
    return low - slack, high + slack


def clusters(edges: Iterable[Edge]) -> list[tuple[str, tuple[Variant, ...]]]:
    """Edges that share a figure, as one entry each: what about, and the variants from the lowest to the highest."""
    groups: list[tuple[str, dict[Quantity, None]]] = []
    for edge in edges:
        joined = [group for group in groups if group[0] == edge.about and (edge.a in group[1] or edge.b in group[1])]
        members = {quantity: None for _, group in joined for quantity in group} | {edge.a: None, edge.b: None}
        groups = [group for group in groups if group not in joined] + [(edge.about, members)]
    return [(about, _variants(tuple(members))) for about, members in groups]


def _variants(members: Sequence[Quantity]) -> tuple[Variant, ...]:
    by_value: dict[tuple[float, bool], list[Quantity]] = {}
    for quantity in sorted(members, key=lambda one: (one.sigil, one.start)):
        by_value.setdefault((quantity.value, quantity.high is None), []).append(quantity)
    return tuple(
        Variant(found[0].text, f"{value:g}{'+' if is_open else ''}", tuple(evidence(one) for one in found))
        for (value, is_open), found in sorted(by_value.items())
    )
