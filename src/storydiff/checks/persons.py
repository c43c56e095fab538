"""Whose state a report tells of, as far as can be said: name, sex, age, one or several; and whether two may be one person."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from storydiff.identity import same_person
from storydiff.model import Analysis, Entity, Span, Status, within

_FEMALE = frozenset(
    "girl girls daughter niece granddaughter woman women mother wife girlfriend sister aunt grandmother female females she her".split()
)
_MALE = frozenset(
    "boy boys son nephew grandson man men father husband boyfriend brother uncle grandfather male males he him his".split()
)
_YOUNG = frozenset("girl girls boy boys child children baby babies infant toddler toddlers kid kids juvenile".split())
_GROWN = frozenset(
    "man men woman women mother father wife husband uncle aunt grandmother grandfather officer officers deputy".split()
)
_MANY = frozenset(
    "suspects gunmen shooters assailants attackers robbers victims girls boys children women men officers deputies troopers they them their"
    " teenagers teens drivers passengers people others persons injured wounded survivors workers employees firefighters students".split()
)
_SUSPECTS = frozenset({"suspect"})
_NOBODY = frozenset({"people", "nobody", "injured"})
_PRONOUNS = frozenset("he she they him her them his their".split())
_ORDINAL = re.compile(r"\b(second|third|fourth|fifth|other|another)\s(?:[\w-]+\s){0,3}\Z", re.IGNORECASE)
_NOUN = re.compile(r"\b[a-z]{3,15}\b")
_ONE_OF = re.compile(r"\bone\s(?:\w+\s)?of\s(?:the\s)?(?:\w+\s){0,2}\Z", re.IGNORECASE)
_SEX_BEFORE = re.compile(r"\b(female|male)\s(?:[\w-]+\s)?\Z", re.IGNORECASE)
_ADULT = 18
_LOOK_BACK = 2  # sentences in which the person that a pronoun stands for is sought


class Who(NamedTuple):
    """A person, or several, as far as known; "" and None where nothing is told. `name`: a key; `shown`: the name as it is written."""

    name: str = ""
    noun: str = ""
    sex: str = ""
    many: bool | None = None
    age: float | None = None
    young: bool | None = None
    ordinal: str = ""
    shown: str = ""

    @property
    def label(self) -> str:
        """For a message: the name, the noun, or "the wounded"."""
        return self.shown or (f"the {self.noun}" if self.noun and self.noun not in _NOBODY else "the wounded")


class Told(NamedTuple):
    """A state, by its value, and of whom a report tells it."""

    analysis: Analysis
    status: Status
    value: str
    who: Who


def who(analysis: Analysis, status: Status) -> Who:
    """Whose state `status` is."""
    if status.holder.start == status.holder.end:
        return Who()
    return _at(analysis, status.holder, status.subject, status.start)


def may_be_one(a: Who, b: Who) -> bool:
    """Whether nothing known of `a` and `b` tells that they are different persons."""
    if a.name and b.name:
        return same_person(a.name, b.name)
    if (a.noun in _SUSPECTS) != (b.noun in _SUSPECTS) and (a.noun and b.noun):
        return False
    if a.noun and b.noun and "officer" in (a.noun, b.noun) and a.noun != b.noun:
        return False
    if a.age is not None and b.age is not None and abs(a.age - b.age) > 1:
        return False
    pairs: Sequence[tuple[object, object]] = ((a.sex, b.sex), (a.many, b.many), (a.young, b.young))
    return all(one == other or one in ("", None) or other in ("", None) for one, other in pairs)


def surely_one(a: Who, b: Who) -> bool:
    """Whether a name or an age tells that `a` and `b` are one person."""
    if not may_be_one(a, b):
        return False
    return bool(a.name and b.name) or (a.age is not None and a.age == b.age and not a.many)


def alone(
    told: Told, against: Told, others: Sequence[Told], besides: Collection[str] = (), recalls: bool = False
) -> bool:
    """Whether the report with `others`, which tells `against` of the person of whom another tells `told`, has no `told` itself, and
    tells nothing else of anybody who may be that person; values in `besides` apart.

    With `recalls` it may repeat what was told before.
    """
    sure = surely_one(told.who, against.who)
    for other in others:
        if not (surely_one(told.who, other.who) if sure else may_be_one(told.who, other.who)):
            continue
        if other.value == told.value and not recalls:
            return False
        if not sure and other.value not in (against.value, told.value, *besides):
            return False
    return True


def _at(analysis: Analysis, holder: Span, key: str, near: int) -> Who:
    text = analysis.report.text
    word = text[holder.start : holder.end].lower()
    if word in _PRONOUNS:
        sex = _sex_of(word)
        many = word in _MANY
        found = _antecedent(analysis, holder.start, sex, many)
        return found._replace(sex=found.sex or sex, many=many) if found else Who(sex=sex, many=many)
    entity = next((one for one in analysis.entities if one.kind == "person" and one.key == key), None)
    if entity is not None:
        return _named(analysis, entity)
    ordinal = _ORDINAL.search(text, max(0, holder.start - 40), holder.start)
    many = word in _MANY and not _ONE_OF.search(text, max(0, holder.start - 30), holder.start)
    age = _age_near(analysis, holder)
    told_sex = _SEX_BEFORE.search(text, max(0, holder.start - 20), holder.start)
    young = True if word in _YOUNG else False if word in _GROWN else age < _ADULT if age is not None else None
    return Who(
        noun=key,
        sex=_sex_of(told_sex[1].lower() if told_sex else word),
        many=many,
        age=age,
        young=young,
        ordinal=ordinal[1].lower() if ordinal else "",
    )


def _sex_of(word: str) -> str:
    return "f" if word in _FEMALE else "m" if word in _MALE else ""


def _named(analysis: Analysis, entity: Entity) -> Who:
    age = next(
        (q.value for q in analysis.quantities if q.role == "age" and q.subject == entity.key and q.unit == "year"), None
    )
    young = None if age is None else age < _ADULT
    return Who(entity.key, "", entity.gender, False, age, young, shown=entity.name)


def _age_near(analysis: Analysis, holder: Span) -> float | None:
    for quantity in within(analysis.quantities, holder.start - 40, holder.end + 4):
        gap = holder.start - quantity.end
        beside = 0 <= gap < 16 or quantity.start >= holder.end or quantity.end >= holder.end
        if quantity.role == "age" and quantity.unit == "year" and beside:
            return quantity.value
    return None


def _antecedent(analysis: Analysis, offset: int, sex: str, many: bool) -> Who | None:
    """The person that a pronoun stands for: the last one named before of that sex, in this sentence or the two before."""
    if many:
        return None
    sentence = analysis.sentence_at(offset)
    if sentence is None:
        return None
    index = analysis.sentences.index(sentence)
    for earlier in analysis.sentences[max(0, index - _LOOK_BACK) : index + 1][::-1]:
        end = min(earlier.end, offset)
        for entity_who in _persons(analysis, earlier.start, end):
            if entity_who.sex in ("", sex) and not entity_who.many:
                return entity_who
    return None


def _persons(analysis: Analysis, start: int, end: int) -> list[Who]:
    """Persons named in `[start, end)`, by name or noun, the first of them first."""
    found: list[tuple[int, Who]] = []
    for entity in analysis.entities:
        if entity.kind == "person":
            found += [(name.start, _named(analysis, entity)) for name in within(entity.mentions, start, end)]
    for match in _NOUN.finditer(analysis.report.text, start, end):
        if match[0] in _FEMALE | _MALE | _YOUNG and match[0] not in _PRONOUNS:
            found.append((match.start(), _at(analysis, Span(match.start(), match.end()), match[0], match.start())))
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]
