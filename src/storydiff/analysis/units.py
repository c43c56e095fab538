"""Units of measure and money around a number."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from storydiff.analysis.lexicon import alternation, table
from storydiff.analysis.words import phrases_of


class Unit(NamedTuple):
    """A unit in the singular or an ISO 4217 code, what it measures ("money", "distance" …), and its size: cents are 0.01 USD."""

    name: str
    measure: str
    factor: float
    end: int
    start: int


MONEY_MARKS = frozenset("$£€¥₹₩₽₪₦₿₡₾₭")


@cache
def _after() -> tuple[re.Pattern[str], dict[str, tuple[str, str, float]]]:
    known = {surface: (name, measure, 1.0) for surface, name, measure in table("units")}
    known |= {s: (code, "money", float(size)) for s, code, place, size in table("currencies") if place != "before"}
    known["$"] = ("USD", "money", 1.0)
    pattern = re.compile(rf"[\s-]{{0,2}}({alternation(known)})(?![\w])")
    return pattern, known


@cache
def _before() -> tuple[re.Pattern[str], dict[str, tuple[str, float]]]:
    known = {s: (code, float(size)) for s, code, place, size in table("currencies") if place != "after"}
    pattern = re.compile(rf"(?<![\w])({alternation(known)})\s?\Z")
    return pattern, known


@cache
def first_words() -> frozenset[str]:
    """The words a unit begins with."""
    return frozenset(phrases_of(_after()[1]).begun_by)


def unit_after(text: str, end: int) -> Unit | None:
    """The unit that stands right after a number ending at `end`; `text` in lower case."""
    pattern, known = _after()
    match = pattern.match(text, end)
    if match is None:
        return None
    name, measure, factor = known[" ".join(match[1].split())]
    return Unit(name, measure, factor, match.end(), end)


@cache
def money_words() -> frozenset[str]:
    """The currency signs and codes that stand before a number."""
    return frozenset(_before()[1])


def money_before(text: str, start: int, before: str) -> Unit | None:
    """The currency sign or code right before a number starting at `start`; `text` in lower case, `before`: as `word_before` tells it."""
    pattern, known = _before()
    if before and before not in known:
        return None
    near = text[start - 1 : start]
    if not near or not (near in MONEY_MARKS or near == " " or near.isalpha()):
        return None
    match = pattern.search(text, max(0, start - 8), start)
    if match is None:
        return None
    name, factor = known[" ".join(match[1].split())]
    return Unit(name, "money", factor, start, match.start())
