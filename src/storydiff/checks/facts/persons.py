"""Whose state a report tells of, as far as can be said: name, sex, age, one or several; and whether two may be one person."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from storydiff.identity import same_person
from storydiff.model import Analysis, Entity, Span, Status, within
from storydiff.patterns import late

_PRONOUNS = frozenset("he she they him her them his their".split())
_OBJECTS = ("him", "them")
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
    " both all most two three four five six seven eight nine ten teenagers teens drivers passengers people others persons injured wounded survivors workers employees firefighters students"
    " all both most two three four five six seven eight nine ten others".split()
)
_SUSPECTS = frozenset({"suspect"})
_NOBODY = frozenset({"people", "nobody", "injured"})
_ORDINAL = re.compile(r"\b(second|third|fourth|fifth|other|another)\s(?:[\w-]+\s){0,3}\Z", re.IGNORECASE)
_NOUN = late(r"\b[a-z]{3,15}\b")
_ONE_OF = late(r"\bone\s(?:\w+\s)?of\s(?:the\s)?(?:\w+\s){0,2}\Z", re.IGNORECASE)
_SEX_BEFORE = re.compile(r"\b(female|male)\s(?:[\w-]+\s)?\Z", re.IGNORECASE)
_ADULT = 18
_TELLING = (_FEMALE | _MALE | _YOUNG) - _PRONOUNS
_FAR = 1000  # characters back in which it is sought
_LOOK_BACK = 2  # sentences in which the person that a pronoun stands for is sought


MOST = 60
"""States of one kind that are compared of a report; more are those of a chronicle."""


class Who(NamedTuple):
    """A person, or several, as far as known; "" and None where nothing is told. `name`: a key; `shown`: the name as it is written.
    `guessed`: by a pronoun.
    """

    name: str = ""
    noun: str = ""
    sex: str = ""
    many: bool | None = None
    age: float | None = None
    young: bool | None = None
    ordinal: str = ""
    shown: str = ""
    guessed: bool = False

    @property
    def label(self) -> str:
        """For a message: the name, the noun, or "the wounded"."""
        return self.shown or (f"the {self.noun}" if self.noun and self.noun not in _NOBODY else "the wounded")


class Told(NamedTuple):
    """A state, by its value, of whom a report tells it, and wherever it does."""

    analysis: Analysis
    value: str
    who: Who
    statuses: tuple[Status, ...]


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
    if not may_be_one(a, b) or a.guessed or b.guessed:
        return False
    return bool(a.name and b.name) or (a.age is not None and a.age == b.age and not a.many)


def told(analysis: Analysis, states: Iterable[tuple[str, Status]]) -> list[Told]:
    """The states of a report by whose they are: each state of one person once."""
    persons = Persons(analysis)
    found: dict[tuple[str, Who], list[Status]] = {}
    for value, status in states:
        found.setdefault((value, persons.who(status)), []).append(status)
    return [Told(analysis, value, who, tuple(statuses)) for (value, who), statuses in found.items()][:MOST]


def alone(
    one: Told, against: Told, others: Sequence[Told], besides: Collection[str] = (), recalls: bool = False
) -> bool:
    """Whether the report with `others`, which tells `against` of the person of whom another tells `one`, has no `one` itself, and
    tells nothing else of anybody who may be that person; values in `besides` apart.

    With `recalls` it may repeat what was told before.
    """
    sure = surely_one(one.who, against.who)
    for other in others:
        if not (surely_one(one.who, other.who) if sure else may_be_one(one.who, other.who)):
            continue
        if other.value == one.value and not recalls:
            return False
        if not sure and other.value not in (against.value, one.value, *besides):
            return False
    return True


class Persons:
    """The persons of one report, looked up once."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._text = analysis.report.text
        people = [entity for entity in analysis.entities if entity.kind == "person"]
        self._by_key = {entity.key: entity for entity in people}
        self._mentions = sorted((name.start, entity.key) for entity in people for name in entity.mentions)
        self._ages: dict[str, float] = {}
        for quantity in analysis.quantities:
            if quantity.role == "age" and quantity.unit == "year" and quantity.subject:
                self._ages.setdefault(quantity.subject, quantity.value)

    def who(self, status: Status) -> Who:
        """Whose state `status` is."""
        if status.holder.start == status.holder.end:
            return Who()
        return self._at(status.holder, status.subject)

    def _at(self, holder: Span, key: str) -> Who:
        text = self._text
        word = text[holder.start : holder.end].lower()
        if word in _PRONOUNS:
            sex = _sex_of(word)
            many = word in _MANY
            found = None if many else self._antecedent(holder.start, sex, here=word not in _OBJECTS)
            return found._replace(sex=found.sex or sex, many=many) if found else Who(sex=sex, many=many)
        if key in self._by_key:
            return self._named(self._by_key[key])
        ordinal = _ORDINAL.search(text, max(0, holder.start - 40), holder.start)
        many = (word in _MANY or word.endswith("s")) and not _ONE_OF().search(
            text, max(0, holder.start - 30), holder.start
        )
        age = self._age_near(holder)
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

    def _named(self, entity: Entity) -> Who:
        age = self._ages.get(entity.key)
        young = None if age is None else age < _ADULT
        return Who(entity.key, "", entity.gender, False, age, young, shown=entity.name)

    def _age_near(self, holder: Span) -> float | None:
        for quantity in within(self._analysis.quantities, holder.start - 40, holder.end + 4):
            gap = holder.start - quantity.end
            beside = 0 <= gap < 16 or quantity.start >= holder.end or quantity.end >= holder.end
            if quantity.role == "age" and quantity.unit == "year" and beside:
                return quantity.value
        return None

    def _antecedent(self, offset: int, sex: str, here: bool) -> Who | None:
        """The person that a pronoun stands for: the first one told of that sex in this sentence, or else in one of the two before.

        "Brandt shot him": of an object, not in this sentence.
        """
        sentences = self._analysis.sentences
        index = bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1
        for number in range(index - (not here), max(-1, index - _LOOK_BACK - 1), -1):
            start, end = max(sentences[number].start, offset - _FAR), min(sentences[number].end, offset)
            found = [one for one in self._told(start, end) if one.sex in ("", sex) and not one.many]
            if found:
                return found[0]._replace(guessed=number != index or len(set(found)) > 1)
        return None

    def _told(self, start: int, end: int) -> list[Who]:
        """Persons told in `[start, end)`, by name or noun, the first of them first."""
        first, last = bisect_left(self._mentions, (start, "")), bisect_left(self._mentions, (end, ""))
        found = [(place, self._named(self._by_key[key])) for place, key in self._mentions[first:last]]
        nouns = (match for match in _NOUN().finditer(self._text, start, end) if match[0] in _TELLING)
        found += [(noun.start(), self._at(Span(noun.start(), noun.end()), noun[0])) for noun in nouns]
        return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def _sex_of(word: str) -> str:
    return "f" if word in _FEMALE else "m" if word in _MALE else ""
