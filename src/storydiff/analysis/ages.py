"""Ages: "34-year-old", "Oda Brandt, 34,", "aged 21 to 36", "in his late 50s", "9-month-old"; and whose age it is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from storydiff.analysis.counted import singular
from storydiff.analysis.lexicon import word_set
from storydiff.model import Name
from storydiff.patterns import late

_OLD = re.compile(
    r"[\s-]{1,2}(?P<unit>year|month|week|day)s?[\s-]{1,2}(?:old|of[\s-]age)s?\b|\s?(?P<short>y/?o|yrs?\.?[\s-]old)\b"
)
_SHARED_OLD = late(
    r"-(?:,?\s(?:and|or|to|a|an|another)){1,2}\s(?:a\s)?\d{1,3}(?=-(?P<unit>year|month)s?-old)"
)  # "a 25- and 35-year-old"
_UNIT_AFTER = late(r"\s(?P<unit>months?|weeks?|days?)\b(?!\s(?:ago|later|in|before|after|earlier))")
_BEFORE = late(
    r"\b(?:aged?|ages|ages?\s(?:is|was|are|were)|the\sage\sof|at\sage|ages?\sranging\sfrom|age\srange\sof|turned)\s{1,3}(?:between\s|from\s|about\s)?\Z"
)
_LIST_GAP = late(r"\s?,\s(?:and\s)?|\s(?:and|or|to)\s|\s?[-–]\s?")
_DECADE = late(
    r"\b(?:his|her|their|its)\s{1,3}(?:(?P<part>early|mid|middle|late)(?:\s{1,3}to\s{1,3}(?:mid|late))?[\s-]{1,3})?(?:to\s)?"
    r"[’']?(?P<decade>[1-9]0)[’']?s\b|\b(?P<part2>early|mid|late)[\s-](?P<decade2>[2-9]0)s\b(?=\s(?:man|woman)|\sor\s(?:mid|late))"
)
_LONGEST_DECADE = 40  # characters
_TEN = re.compile(r"0[’']?s\b")  # what every decade ends with, quickly found
_NAME_BEFORE = late(
    r"(?P<name>(?:(?:[A-Z]\.|[A-Z][\w'’-]{0,25})\s){0,4}[A-Z][\w'’-]{1,25}(?:,?\s(?:Jr|Sr)\.|,?\sI{2,3})?),\s{1,2}\Z"
)
_NOUN_BEFORE = late(r"\b(?P<noun>[a-z]{3,15}),\s{1,2}\Z")
_NOUN_AGED = late(r"\b(?P<noun>[a-z]{3,15}),?\s{1,2}\Z")
_BRACKET = late(r"(?P<name>(?:[A-Z][\w'’.-]{0,25}\s){1,4}[A-Z]?[\w'’-]{1,25})\s\(\Z")
_CLOSES = re.compile(
    r"\s?(?:[,.;:)]|—|–|-\s|$|\n)|\s(?:of|was|were|is|who|and|from|had|has|died|faces|told|both|pleaded|suffered|remained|remains|"
    r"shot|in|at|on|with|when|as|after|allegedly|for|the|a|to|said|appeared|did|got|also)\b"
)
_COUNT_FOLLOWS = re.compile(r"\s(?:people|others|men|women|children|officers|were|of\sthem)\b")
_NOUN_AFTER = re.compile(r"[^\S\n]{1,3}(?P<words>(?:[\w'’-]{1,25}[^\S\n]{1,3}){0,5}[\w'’-]{1,25})")


UNITS_OF_AGE = frozenset("year years month months week weeks day days y yo yr yrs".split())
"""The words an age after a number begins with."""
ENDS_OF_BEFORE = frozenset("age aged ages is was are were of from turned between about".split())
"""The words that stand right before a number that is an age."""


class Age(NamedTuple):
    """Where an age ends, its unit, whose it is (name or noun), the noun."""

    start: int
    end: int
    unit: str
    subject: str
    noun: str


class _Persons(NamedTuple):
    starts: list[int]
    ends: list[int]
    names: list[Name]


class People:
    """Names of persons by place, to find whose age it is; sorted out when first asked for, as many reports tell no age."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._all = names

    @cached_property
    def _persons(self) -> _Persons:
        persons = [name for name in self._all if name.kind == "person"]
        return _Persons([name.start for name in persons], [name.end for name in persons], persons)

    @property
    def known(self) -> bool:
        """Whether there are any."""
        return bool(self._persons.names)

    def ending(self, low: int, high: int) -> Name | None:
        """The last person whose name ends in `[low, high]`."""
        _, ends, names = self._persons
        index = bisect_right(ends, high) - 1
        return names[index] if index >= 0 and ends[index] >= low else None

    def starting(self, low: int, high: int) -> Name | None:
        """The first person whose name starts in `[low, high]`."""
        starts, _, names = self._persons
        index = bisect_left(starts, low)
        return names[index] if index < len(starts) and starts[index] <= high else None


def age_after(text: str, lower: str, end: int, people: People) -> Age | None:
    """An age told by the words after the number: "-year-old girl", " years old"."""
    match = _OLD.match(lower, end)
    if match is None:
        if lower.startswith("-", end) and (shared := _SHARED_OLD().match(lower, end)):
            return Age(end, end + 1, shared["unit"], "", "")
        return None
    noun, subject = _holder_after(text, lower, match.end(), people)
    return Age(end, match.end(), match["unit"] or "year", subject, noun)


def age_before(text: str, lower: str, start: int, end: int, people: People, before: str) -> Age | None:
    """An age told by what stands before a bare number: "aged 34", "Oda Brandt, 34,", "his brother, 34,".

    `before`: as `word_before` tells it.
    """
    if start < 3 or (before and before not in ENDS_OF_BEFORE):
        return None
    if lower[start - 1] == " ":
        near = lower[max(0, start - 26) : start]
        told = _BEFORE().search(lower, max(0, start - 26), start) if "age" in near or "turned" in near else None
        if told is not None:
            holder = people.ending(told.start() - 3, told.start())
            noun = _NOUN_AGED().search(lower, max(0, told.start() - 18), told.start())
            kind = singular(noun["noun"]) if noun else ""
            kind = kind if kind in word_set("person_nouns") else ""
            if small := _UNIT_AFTER().match(lower, end):
                subject = (holder.key or _key(holder.text)) if holder else kind
                return Age(start, small.end(), small["unit"].rstrip("s"), subject, kind)
            return Age(start, end, "year", (holder.key or _key(holder.text)) if holder else kind, kind)
        if lower[start - 2] != "," or _CLOSES.match(lower, end) is None or _COUNT_FOLLOWS.match(lower, end):
            return None
        return _appositive(text, lower, start, end, people)
    if lower[start - 1] == "(" and lower[end : end + 1] == ")":
        match = _BRACKET().search(text, max(0, start - 60), start)
        if match is not None:
            holder = people.ending(start - 3, start)
            return Age(start, end, "year", (holder.key or _key(holder.text)) if holder else _key(match["name"]), "")
    return None


def _appositive(text: str, lower: str, start: int, end: int, people: People) -> Age | None:
    comma = lower.rfind(",", 0, start)
    holder = people.ending(comma - 6, comma)
    if holder is not None:
        return Age(start, end, "year", holder.key or _key(holder.text), "")
    match = _NAME_BEFORE().search(text, max(0, start - 60), start)
    if match is not None:
        name = match["name"]
        last = name.split()[-1].strip(".").lower()
        if " " in name.strip() and last not in word_set("not_age_holders"):
            return Age(start, end, "year", _key(name), "")
        return None
    noun = _NOUN_BEFORE().search(lower, max(0, start - 20), start)
    if noun is not None and noun["noun"] in word_set("person_nouns"):
        return Age(start, end, "year", noun["noun"], noun["noun"])
    return None


def decades(lower: str) -> list[tuple[int, int, float, float, float]]:
    """ "in his 30s", "in her late 50s": start, end, value, low, high."""
    found: list[tuple[int, int, float, float, float]] = []
    last = 0
    for tens in _TEN.finditer(lower):
        if tens.start() < last:
            continue
        match = _DECADE().search(lower, max(last, tens.start() - _LONGEST_DECADE), tens.end() + _LONGEST_DECADE)
        if match is None:
            continue
        last = match.end()
        ten = float(match["decade"] or match["decade2"])
        part = match["part"] or match["part2"] or ""
        low, high = {"early": (0, 3), "mid": (4, 6), "middle": (4, 6), "late": (7, 9)}.get(part, (0, 9))
        begin = match.start("part") if match["part"] else match.start("decade") if match["decade"] else match.start()
        found.append((begin, match.end(), ten + (low + high) // 2, ten + low, ten + high))
    return found


def continues_ages(lower: str, end_before: int, start: int) -> bool:
    """Whether only a comma or "and" lies between an age and the next number ("ages 25, 34 and 23")."""
    return start - end_before <= 6 and _LIST_GAP().fullmatch(lower, end_before, start) is not None


def _holder_after(text: str, lower: str, end: int, people: People) -> tuple[str, str]:
    """Noun and subject after "-year-old": a name if one follows in the same phrase, else the noun."""
    holder = people.starting(end, end + 40)
    match = _NOUN_AFTER.match(text, end)
    words = match["words"].split() if match else []
    noun = ""
    capitals = 0
    for word in words:
        low = word.lower()
        if low in word_set("function_words") and not noun:
            break
        if low in word_set("person_nouns"):
            noun = low
            break
        capitals = capitals + 1 if word[0].isupper() else 0
    if holder is not None and not re.search(r"[,.;:!?\n(]|\b(?:was|were|and|who|with|of)\b", lower[end : holder.start]):
        return noun, holder.key or _key(holder.text)
    if holder is None and not people.known and capitals >= 2 and not noun:
        names = re.match(r"\s*((?:[A-Z][\w'’.-]*\s){1,3}[A-Z][\w'’-]*)", text[end : end + 80])
        if names:
            return noun, _key(names[1])
    return noun, noun


def _key(name: str) -> str:
    return " ".join(name.lower().split())
