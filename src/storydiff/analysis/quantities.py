"""How many, how much, how old: every number that measures or counts, as an interval, with its unit and what it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial
from typing import NamedTuple

from storydiff.analysis.ages import (
    ENDS_OF_BEFORE,
    UNITS_OF_AGE,
    Age,
    People,
    age_after,
    age_before,
    continues_ages,
    decades,
)
from storydiff.analysis.beside import STOPS, word_after, word_before
from storydiff.analysis.counted import Counted, counted_after
from storydiff.analysis.not_counts import blocked_spans, is_blocked, not_a_count
from storydiff.analysis.number_ranges import joined
from storydiff.analysis.number_words import Numeral, number_starts, numerals
from storydiff.analysis.qualifiers import Qualified, interval, qualified
from storydiff.analysis.tolls import role_of
from storydiff.analysis.units import Unit, first_words, money_before, money_words, unit_after
from storydiff.model import Entity, Name, Place, Quantity, Report, Sentence, TimeExpression
from storydiff.normalise import lower
from storydiff.patterns import late

_FEET_INCHES = re.compile(
    r"(?:[\s-]f(?:oo|ee)?t\.?[\s-]{1,2}(?:and\s)?|['’]\s?)(\d{1,2})(?:[\s-]{0,2}in(?:ch(?:es)?)?\b|[\"”]|['’]{2})?(?![\d,.]{0,3}\d|\s?[-–]?(?:year|percent))"
)
_TALL = re.compile(r"[\s-]{1,2}(?:tall|in\sheight)\b")
_GUN = late(
    r"[\s-]{1,3}(?:semi|hand|pistol|gun|glock|caliber|calibre|round|bullet|casing|shell|ruger|smith|beretta|cartridge|ammunition|firearm|weapon|rifle|sub)"
)
_MAGNITUDE = late(r"\bmagnitude(?:\sof|\s?-)?\s?(?:at\sleast\s|about\s)?\Z")
_MAGNITUDE_AFTER = re.compile(r"[\s-]{1,2}magnitude\b|\son\sthe\srichter\b")
_PRISON = re.compile(
    r"\s(?:to\s\w{1,12}\s(?:years\s)?)?(?:in\s(?:\w{1,10}\s)?(?:prison|jail|custody)|behind\sbars|imprisonment|of\sprobation|(?:prison|jail)\s(?:term|sentence)|sentence)\b"
)
_SENTENCED = re.compile(r"\b(?:sentenced?|sentencing|serv(?:e|es|ed|ing)|imprisoned\sfor|jailed\sfor)\b[^.;\n]{0,24}\Z")
_MAGNITUDE_ENDS = frozenset({"magnitude", "of", "least", "about"})
_CENTS = re.compile(r"\s(?:and\s)?")


class _Text(NamedTuple):
    """What every step needs to look at."""

    text: str
    lower: str
    sigil: str
    people: People


_Placed = tuple[Numeral, str]
"""A number, and the word before it as `word_before` tells it."""


def find_quantities(
    report: Report,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression],
    places: Sequence[Place],
    names: Sequence[Name],
    entities: Sequence[Entity],
) -> tuple[Quantity, ...]:
    """The quantities of `report` in reading order, without overlap; numbers inside dates, clock times and addresses left out."""
    view = _Text(report.text, lower(report.text), report.sigil, People(names))
    starts = number_starts(view.lower)
    spans = blocked_spans(times, places, names, starts)
    found: list[Quantity] = _decades(view)
    taken = {quantity.start: quantity.end for quantity in found}
    pending: list[_Placed] = []
    last = 0
    held = partial(is_blocked, spans)
    for number in numerals(view.lower, starts, held):
        if number.start < last or number.start in taken or (number.form != "figure" and held(number.start)):
            continue
        before = word_before(view.lower, number.start)
        if resume := not_a_count(view.text, view.lower, number, before):
            last = resume
            continue
        pending.append((number, before))
        last = number.end
    _assemble(view, pending, found)
    if taken:
        found.sort(key=lambda quantity: quantity.start)
    return tuple(found)


def _decades(view: _Text) -> list[Quantity]:
    found = []
    for start, end, value, low, high in decades(view.lower):
        holder = view.people.ending(start - 16, start)
        found.append(
            Quantity(view.sigil, start, end, view.text[start:end], value, low, high, True, 10.0, "year", role="age",
                     subject=holder.key if holder else "")
        )  # fmt: skip
    return found


def _assemble(view: _Text, placed: list[_Placed], found: list[Quantity]) -> None:
    index, last, age_end = 0, 0, -1
    count = len(placed)
    while index < count:
        number, before = placed[index]
        index += 1
        if number.start < last:
            continue
        following = placed[index][0] if index < count else None
        both = joined(view.lower, number, following) if following is not None else None
        if both is not None:
            number = both
            index += 1
            following = placed[index][0] if index < count else None
        limit = following.start if following is not None else len(view.lower)
        in_list = age_end >= 0 and continues_ages(view.lower, age_end, number.start)
        quantity, end = _quantity(view, number, before, limit, in_list)
        if quantity is None:
            last = end
            continue
        if quantity.start < last:
            quantity = replace(quantity, start=number.start, text=view.text[number.start : quantity.end])
        last = end
        if following is not None and quantity.unit in _CENT_UNITS:
            quantity, end = _with_cents(view, quantity, following)
            last = end
        found.append(quantity)
        age_end = number.end if quantity.role == "age" and quantity.end == number.end else -1


_OLDEST = 120
_CENT_UNITS = frozenset({"USD", "CAD", "AUD", "EUR", "GBP"})


def _with_cents(view: _Text, quantity: Quantity, following: Numeral) -> tuple[Quantity, int]:
    """ "three dollars and 50 cents" is one amount."""
    gap = _CENTS.fullmatch(view.lower, quantity.end, following.start)
    if gap is None or following.value >= 100 or not quantity.text[-1].isalpha():
        return quantity, quantity.end
    unit = unit_after(view.lower, following.end)
    if unit is None or unit.factor != 0.01:
        return quantity, quantity.end
    value = quantity.value + following.value / 100
    text = view.text[quantity.start : unit.end]
    return (
        Quantity(
            view.sigil,
            quantity.start,
            unit.end,
            text,
            value,
            value,
            value,
            quantity.approximate,
            0.01,
            quantity.unit,
            role="money",
        ),
        unit.end,
    )


def _quantity(view: _Text, number: Numeral, before: str, limit: int, in_age_list: bool) -> tuple[Quantity | None, int]:
    if number.form == "ordinal":
        return _ordinal(view, number, limit), number.end
    lower = view.lower
    if number.form == "times":
        role = role_of(lower, number.start, "time", (), number.end, before)
        return _make(view, number, number.start, number.end, before, counted="time", role=role), number.end
    after = word_after(lower, number.end)
    measured = not after or after in _measure_words()
    if not measured and before and before not in _lead_words() and not in_age_list:
        return _count(view, number, before, after, limit), number.end  # most are so
    if measured and (tall := _height(view, number)):
        return tall, tall.end
    if age := _age_at(view, number, before, measured, in_age_list):
        return _age(view, number, before, age), age.end
    if lower[number.end : number.end + 1] in ("m", "b"):
        number = _with_capital_scale(view, number)
    money = money_before(lower, number.start, before)
    unit = unit_after(lower, number.end) if measured else None
    if money is not None:
        end = unit.end if unit is not None and unit.measure == "money" else number.end
        return _measure(view, number, word_before(lower, money.start), money, money.start, end), end
    if unit is not None and _is_unit(view, number, unit):
        return _measure(view, number, before, unit, number.start, unit.end), unit.end
    if _follows_magnitude(lower, number.start, before) or (measured and _MAGNITUDE_AFTER.match(lower, number.end)):
        magnitude = Unit("magnitude", "magnitude", 1, number.end, number.start)
        return _measure(view, number, before, magnitude, number.start, number.end), number.end
    if lower[number.end : number.end + 1].isalpha():
        return None, number.end
    return _count(view, number, before, after, limit), number.end


@cache
def _measure_words() -> frozenset[str]:
    """What a unit, an age, feet with inches and a magnitude begin with after a number; most numbers are followed by no such word."""
    return first_words() | UNITS_OF_AGE | {"ft", "foot", "feet", "magnitude", "on"}


@cache
def _lead_words() -> frozenset[str]:
    """What a sum of money, an age and a magnitude follow."""
    return money_words() | ENDS_OF_BEFORE | _MAGNITUDE_ENDS


def _follows_magnitude(lower: str, start: int, before: str) -> bool:
    if before and before not in _MAGNITUDE_ENDS:
        return False
    low = max(0, start - 24)
    return lower.find("magnitude", low, start) >= 0 and _MAGNITUDE().search(lower, low, start) is not None


_CAPITAL_SCALE = re.compile(
    r"(?P<scale>[MB])(?![\w'’])(?!\s(?:race|dash|freestyle|hurdles|relay|butterfly|backstroke|final|sprint)\b)"
)


def _with_capital_scale(view: _Text, number: Numeral) -> Numeral:
    """ "10M" is ten million, "10m" ten metres."""
    if number.form != "figure" or number.step >= 1000 or (match := _CAPITAL_SCALE.match(view.text, number.end)) is None:
        return number
    size = 10**6 if match["scale"] == "M" else 10**9
    value = number.value * size
    return number._replace(end=match.end(), value=value, low=value, high=value, step=number.step * size)


def _age_at(view: _Text, number: Numeral, before: str, measured: bool, in_list: bool) -> Age | None:
    age = age_after(view.text, view.lower, number.end, view.people) if measured else None
    if age is not None or number.value > _OLDEST:
        return age
    age = age_before(view.text, view.lower, number.start, number.end, view.people, before)
    return Age(number.start, number.end, "year", "", "") if age is None and in_list else age


def _is_unit(view: _Text, number: Numeral, unit: Unit) -> bool:
    """Whether the word is the unit of this number: "second" after a word may be an ordinal, "5 min" needs its figure."""
    word = view.lower[unit.start : unit.end].strip(" -")
    if (
        word in ("second", "mark", "marks", "mi", "cal", "won")
        and number.form != "figure"
        and view.lower[unit.start] != "-"
    ):
        return False
    return not (word in ("yard", "mark") and number.value > 1 and view.lower[unit.start] == " ")


def _make(
    view: _Text, number: Numeral, start: int, end: int, before: str, *, factor: float = 1, unit: str = "", counted: str = "",
    modifiers: tuple[str, ...] = (), role: str = "", subject: str = "", qualifier: Qualified | None = None,
) -> Quantity:  # fmt: skip
    qualifier = qualifier or qualified(view.lower, start, end, before, is_range=number.form == "range")
    low, high, approximate = interval(number.value, number.low, number.high, qualifier.bound)
    begin, finish = qualifier.start, max(end, qualifier.end)
    scaled = factor if factor != 1 else 1
    return Quantity(
        view.sigil, begin, finish, view.text[begin:finish], number.value * scaled,
        None if low is None else low * scaled, None if high is None else high * scaled,
        approximate, number.step * scaled, unit, counted, qualifier.words + modifiers, role, subject,
    )  # fmt: skip


def _age(view: _Text, number: Numeral, before: str, age: Age) -> Quantity:
    return _make(
        view, number, number.start, age.end, before, unit=age.unit, counted=age.noun, role="age", subject=age.subject
    )


def _measure(view: _Text, number: Numeral, before: str, unit: Unit, start: int, end: int) -> Quantity:
    role = unit.measure
    lower = view.lower
    if role == "distance":
        if _TALL.match(lower, end):
            role = "height"
        elif unit.name == "millimetre" and _GUN().match(lower, end):
            role = "calibre"
    elif role == "duration" and (_PRISON.match(lower, end) or _SENTENCED.search(lower, max(0, start - 40), start)):
        role = "sentence"
    elif role == "percent" or role == "money":
        return _make(view, number, start, end, before, factor=unit.factor, unit=unit.name, role=role)
    counted = counted_after(lower, end, end + 60, one=True) if lower[unit.start] == "-" else Counted("", (), end)
    return _make(view, number, start, end, before, factor=unit.factor, unit=unit.name, counted=counted.noun, role=role)


def _height(view: _Text, number: Numeral) -> Quantity | None:
    """ "5-foot-10", "six feet two inches", 5'10": feet with inches."""
    if number.value > 9 or number.form not in ("figure", "word"):
        return None
    match = _FEET_INCHES.match(view.lower, number.end)
    if match is None or int(match[1]) > 11:
        return None
    value = number.value + int(match[1]) / 12
    text = view.text[number.start : match.end()]
    return Quantity(
        view.sigil, number.start, match.end(), text, value, value, value, False, 1 / 12, "foot", role="height"
    )


def _ordinal(view: _Text, number: Numeral, limit: int) -> Quantity:
    counted = counted_after(view.lower, number.end, limit, one=True)
    return Quantity(
        view.sigil, number.start, number.end, view.text[number.start : number.end], number.value, number.value,
        number.value, False, 1.0, counted=counted.noun, modifiers=counted.modifiers, ordinal=True,
    )  # fmt: skip


def _count(view: _Text, number: Numeral, before: str, after: str, limit: int) -> Quantity:
    lower = view.lower
    end = number.end
    qualifier = qualified(lower, number.start, end, before, after, is_range=number.form == "range")
    of = lower.startswith(" of ", qualifier.end)
    if after in STOPS:
        counted = Counted("", (), end)
    elif lower[end : end + 1] == "-" and lower[end + 1 : end + 2].isalpha() and qualifier.end == end:
        counted = _compound(lower, end + 1)
    else:
        one = number.value == 1 and number.form != "fraction"
        counted = counted_after(lower, qualifier.end + 3 if of else qualifier.end, limit, one=one)
    if qualifier.start != number.start:
        before = word_before(lower, qualifier.start)
    role = role_of(lower, qualifier.start, counted.noun, counted.modifiers, counted.end, before)
    modifiers = (*(("of",) if of else ()), *counted.modifiers)
    return _make(
        view, number, number.start, max(end, counted.end) if counted.noun else end, before,
        counted=counted.noun, modifiers=modifiers, role=role, qualifier=qualifier,
    )  # fmt: skip


_COMPOUND = late(r"([a-z]{2,20})")


def _compound(lower: str, start: int) -> Counted:
    """ "three-story": the noun in the compound."""
    match = _COMPOUND().match(lower, start)
    return Counted(match[1], (), match.end()) if match else Counted("", (), start)
