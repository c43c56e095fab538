"""Whose ages two reports tell: persons with an age, and which of one report can be which of another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from storydiff.checks.common.happenings import of_another
from storydiff.identity import same_person
from storydiff.model import Analysis, Entity, Quantity

_APPOSED = re.compile(r",\s{1,3}an?\s{1,3}")
_MALE = frozenset(
    "man boy father dad grandfather grandson son brother stepson stepfather husband boyfriend fiance uncle nephew actor "
    "congressman gunman male".split()
)
_FEMALE = frozenset(
    "woman girl mother mom mum grandmother granddaughter daughter sister stepdaughter stepmother wife girlfriend fiancee "
    "aunt niece actress female".split()
)
_CHILDREN = frozenset("boy girl child baby infant toddler teen teenager kid sibling son daughter".split())
_ANY_CHILD = frozenset({"child", "kid", "victim", "person", "minor", "juvenile"})
_SUSPECT = re.compile(
    r"\b(?:arrest(?:ed)?|charged|suspects?|accused|custody|booked|gunman|shooter|warrants?|wanted|arraigned|indicted|pleaded)\b"
)
_SOUGHT = re.compile(r"\bunidentified\ssuspects?\b|\b(?:suspects?|gunm[ae]n|shooters?)\b[^.;]{0,30}\bat\slarge\b")
_KILLED = re.compile(r"\b(?:killed|died|dies|dead|death|fatally|slain|pronounced|deceased)\b")
_WOUNDED = re.compile(r"\b(?:wounded|injured|hurt|hospital|condition|surgery|recovering|survived?s?|grazed)\b")
_AND_UNDER = re.compile(r"\s(?:and|or)\s(?:under|over|younger|older|up|above|below)\b")
_STOPS = re.compile(r"[;.!?]\s|,?\s(?:and|while|but)\s(?=an?\s|the\s|another\s|\d)")
_CLOSE = 2
"""Years that the age of one unnamed person may be off; wider apart are two persons more often."""
_EQUAL = 0.001
_TOUCHING = 6  # characters from "Oda Brandt, a" to "46-year-old"
_DECADE = 8
_MOST = 60  # ages in one report; where there are more, it is a list, and whose age is whose is beyond telling
_NEAR = 200
"""Characters from "a 15-year-old boy" to "another 15-year-old boy"."""
_MONTHS_SLACK = 0.25
"""Years: "2-year-old" for a child of 22 months."""


class Aged(NamedTuple):
    """A person with an age: bounds in years, noun, sex ("m", "f", ""), name key ("" if none), what befell the person;

    `elsewhere`: told of another happening; `full`: told with first and last name.
    """

    age: Quantity
    low: float
    high: float
    noun: str
    sex: str
    name: str
    fate: str
    elsewhere: bool
    full: bool


def aged(analysis: Analysis) -> list[Aged]:
    """All persons with an age that the report tells itself."""
    text = analysis.report.text
    return [
        _aged(analysis, quantity)
        for quantity in analysis.quantities
        if quantity.role == "age" and not analysis.is_quoted(quantity) and not _AND_UNDER.match(text, quantity.end)
    ]


def _aged(analysis: Analysis, age: Quantity) -> Aged:
    year = 1 / {"month": 12, "week": 52, "day": 365}.get(age.unit, 1)
    low = age.value if age.low is None else age.low
    high = age.value if age.high is None else age.high
    noun = age.counted
    sex = "m" if noun in _MALE else "f" if noun in _FEMALE else ""
    entity = _entity(analysis, age)
    name = entity.key if entity else "?" if " " in age.subject else ""
    sex = sex or (entity.gender if entity else "")
    full = entity is not None and any(
        " " in mention.text and min(abs(age.start - mention.end), abs(mention.start - age.end)) <= _TOUCHING
        for mention in entity.mentions
    )
    sentence = analysis.sentence_at(age.start)
    elsewhere = sentence is None or of_another(analysis, sentence)
    return Aged(age, low * year, (high + 1) * year, noun, sex, name, _fate(analysis, age), elsewhere, full)


def _entity(analysis: Analysis, age: Quantity) -> Entity | None:
    """The person with a full name whose age it is."""
    for entity in analysis.entities:
        if entity.kind != "person" or " " not in entity.key:
            continue
        if age.subject == entity.key:
            return entity
        # "Oda Brandt, a 46-year-old clerk"
        if any(_APPOSED.fullmatch(analysis.report.text, name.end, age.start) for name in entity.mentions):
            return entity
    return None


def _fate(analysis: Analysis, age: Quantity) -> str:
    """Killed, wounded or suspected, by the words of the clause around the age; "" if none or several are told."""
    sentence = analysis.sentence_at(age.start)
    if sentence is None:
        return ""
    text = analysis.report.text
    after = text[age.end : min(sentence.end, age.end + 110)].lower()
    stop = _STOPS.search(after)
    around = text[max(sentence.start, age.start - 40) : age.start].lower() + after[: stop.start() if stop else None]
    if _SOUGHT.search(around):
        return "sought"
    if _SUSPECT.search(around):
        return "suspect"
    return "killed" if _KILLED.search(around) else "wounded" if _WOUNDED.search(around) else ""


def gap(a: Aged, b: Aged) -> float:
    """Years between two ages, as they are told (15 and 16: one); 0 where both can be right."""
    apart = max(a.low - b.high, b.low - a.high)
    if apart < -_EQUAL or (a.age.unit != b.age.unit and apart <= _MONTHS_SLACK):
        return 0
    return apart + 1 if a.age.unit == b.age.unit == "year" else max(apart, _EQUAL)


def others_of_one(one: Sequence[Aged], other: Sequence[Aged]) -> Iterator[tuple[Aged, Aged]]:
    """Pairs of unnamed persons (or one named) who stand in for one another: told by each report with an age that the other
    report doesn't have, near, of one sex, and set apart by a noun, a fate, or by all others having the same ages."""
    yield from _one_child_each(one, other)
    if max(len(one), len(other)) > _MOST:
        return
    left, right = _not_named_by(other, _unshared(one, other)), _not_named_by(one, _unshared(other, one))
    shared = len({each.age.value for each in one} & {each.age.value for each in other})
    for a in left:
        for b in right:
            if (a.name and b.name) or (a.sex and b.sex and a.sex != b.sex) or not 0 < gap(a, b) <= _CLOSE:
                continue
            if _two_fates(a, b) or _has_rival(a, b, right) or _has_rival(b, a, left):
                continue
            if shared >= 2 or _only_fate(a, b, one, other):
                yield a, b


def _not_named_by(theirs: Sequence[Aged], mine: Sequence[Aged]) -> list[Aged]:
    """Those of `mine` whose own age, right or wrong, the other report doesn't give."""
    names = {each.name for each in theirs if " " in each.name}
    return [each for each in mine if not any(same_person(each.name, name) for name in names if " " in each.name)]


def _has_rival(a: Aged, b: Aged, rivals: Sequence[Aged]) -> bool:
    """Whether another age is as near to that of `a` as that of `b` is."""
    return any(0 < gap(a, each) <= gap(a, b) for each in rivals if each.age.value != b.age.value)


def _unshared(mine: Sequence[Aged], theirs: Sequence[Aged]) -> list[Aged]:
    return [each for each in mine if _is_unshared(each, mine, theirs)]


def _is_unshared(one: Aged, mine: Sequence[Aged], theirs: Sequence[Aged]) -> bool:
    """Whether the age of `one` of `mine` is one that nobody of `theirs` can have, or of more persons than of `theirs`."""
    if one.elsewhere:
        return False
    if all(gap(one, their) > 0 or _two_persons(one, their) for their in theirs):
        return True
    seldom = _at_once(theirs, one.age.value)
    return seldom > 0 and _at_once([each for each in mine if not each.elsewhere], one.age.value) > seldom


def _two_persons(a: Aged, b: Aged) -> bool:
    if a.sex and b.sex and a.sex != b.sex:
        return True
    return max(a.high - a.low, b.high - b.low) > _DECADE and a.fate != b.fate  # "in their 30s"


def _at_once(told: Sequence[Aged], age: float) -> int:
    """How many persons of that age there are at least: as often as one paragraph tells of one without a name."""
    same = [each for each in told if each.age.value == age]
    for each in same:
        near = [one for one in same if 0 <= one.age.start - each.age.start < _NEAR]
        if len(near) > 1 and any("another" in one.age.modifiers for one in near):
            return 2
    return 1 if same else 0


def _one_child_each(one: Sequence[Aged], other: Sequence[Aged]) -> Iterator[tuple[Aged, Aged]]:
    """The one girl (boy, child …) of each report, where their ages are neighbours and neither report has the other's."""
    for noun in sorted(_CHILDREN):
        first, second = (
            {each.age.text.lower(): each for each in told if each.noun == noun and not each.elsewhere}
            for told in (one, other)
        )
        ages = [{(each.age.value, each.age.unit) for each in told} for told in (first.values(), second.values())]
        if not len(ages[0]) == len(ages[1]) == 1:
            continue
        if any((each.age.value, each.age.unit) in ages[side] for side, told in ((1, one), (0, other)) for each in told):
            continue
        a, b = next(iter(first.values())), next(iter(second.values()))
        if not (a.name and b.name) and 0 < gap(a, b) <= 1:
            yield a, b


def _only_fate(a: Aged, b: Aged, one: Sequence[Aged], other: Sequence[Aged]) -> bool:
    """Whether both are the report's one dead (wounded, suspected) person with an age."""
    if not a.fate or a.fate != b.fate:
        return False
    return all(len({each.age.value for each in told if each.fate == a.fate}) == 1 for told in (one, other))


def named(one: Sequence[Aged], other: Sequence[Aged]) -> Iterator[tuple[Aged, Aged]]:
    """Pairs of one named person, where each report gives that person one age."""
    for a in _with_one_age(one):
        for b in _with_one_age(other):
            if same_person(a.name, b.name) and gap(a, b) > 0:
                yield a, b


def _with_one_age(told: Sequence[Aged]) -> list[Aged]:
    ages: dict[str, dict[float, Aged]] = {}
    for each in told:
        if " " in each.name:
            ages.setdefault(each.name, {}).setdefault(each.age.value, each)
    # A bare surname may be that of a relative: "Herring, 35" beside "Oda Herring, 60".
    for each in told:
        if each.full and len(values := ages[each.name]) > 1:
            full = {one.age.value for one in told if one.full and one.name == each.name}
            ages[each.name] = {value: one for value, one in values.items() if value in full}
    return [next(iter(values.values())) for values in ages.values() if len(values) == 1]


def linked(
    one: Sequence[Aged], other: Sequence[Aged], a: Sequence[Quantity], b: Sequence[Quantity]
) -> Iterator[tuple[Aged, Aged]]:
    """Pairs told in two linked sentences with the figures `a` and `b`, of one noun that the report has one age for."""
    for first in [each for each in one if each.age in a]:
        for second in [each for each in other if each.age in b]:
            if not gap(first, second) or _two_fates(first, second):
                continue
            if not _is_unshared(first, one, other) or not _is_unshared(second, other, one):
                continue
            if first.noun and first.noun == second.noun:
                if _has_one_age(first.noun, one) and _has_one_age(first.noun, other):
                    yield first, second
            elif len(a) == len(b) == 1 and _may_be_one(first, second):
                yield first, second


def _may_be_one(a: Aged, b: Aged) -> bool:
    """ "A 3-year-old" and "a 4-year-old boy": near ages, and at least one without a noun."""
    if gap(a, b) > 1 or (a.name and b.name) or (a.sex and b.sex and a.sex != b.sex):
        return False
    return not (a.noun and b.noun) or {a.noun, b.noun} & _ANY_CHILD != set()


def _has_one_age(noun: str, told: Sequence[Aged]) -> bool:
    return len({each.age.value for each in told if each.noun == noun}) == 1


def _two_fates(a: Aged, b: Aged) -> bool:
    return bool(a.fate and b.fate) and a.fate != b.fate and not {"suspect", "sought"}.isdisjoint((a.fate, b.fate))
