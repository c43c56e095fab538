"""Whose state it is: the person nearest to it, by name, noun or pronoun."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from storydiff.analysis.lexicon import table
from storydiff.analysis.words import Words
from storydiff.patterns import late

# Whose state it may be, by the noun; words of one line are one class.
_CLASS_OF = {word: words.split()[0] for _, words in table("people") for word in words.split()}
_PERSONS = frozenset((*_CLASS_OF, "he", "she", "they", "him", "her", "them", "his", "their"))
_AGED = re.compile(r"year-old(?<!\w.{8})s?\b")  # begins with a letter, to which the engine leaps

# "Five are in good condition": people without a noun.
_COUNTS = frozenset("all both most one two three four five six seven eight nine ten another others other".split())
_LOOKED_AT = _PERSONS | _COUNTS
_COUNTED = re.compile(
    r"\s(?:of\s(?:them|those|the\s\w+)\s)?(?:is|are|was|were|remains?|remained|have|had|has|suffered|sustained)\b"
)
_AFTER_THE = re.compile(r"(?<=\bthe\s)")
# Begins with a few letters and signs, to which the engine leaps.
_NEXT_CLAUSE = re.compile(
    r"[.;,abw](?:(?<=[.;])\s|(?<=,)\s(?:and|but|while|who|which)\b|(?<=\ba)fter\b|(?<=\bb)(?:ut|efore)\b|(?<=\bw)h(?:ile|en)\b)"
)
_OBJECT = late(r"\s(?:a|an|another|several|at\sleast|two|three|four|five|six|\d+)\b")
_OBJECTS = ("him", "her", "them")
_OBJECT_PRONOUN = late(r"\w+\s(?:is|are|was|were|has|had|remains?|remained|suffered)\b")
# Who speaks is not whose state it is.
_SPEECH = frozenset("said says told tells added adds announced confirmed reported tweeted wrote according".split())
_SPEAKS = re.compile(
    r",?\s(?:\w+ly\s)?(?:said|says|told|tells|added|adds|announced|confirmed|reported|tweeted|wrote)\b"
)
_SPOKEN = re.compile(r"\b(?:said|says|added|according\sto|told)\s(?:(?!(?:a|an|the|that|two)\b)[\w.'-]+\s){0,4}\Z")
_AFTER = 50  # characters after a state in which its subject may stand: "arrested a 19-year-old man"
_PASSIVE = re.compile(
    r"[abginruw](?:(?<=\ba)re|(?<=\bb)e(?:en|ing)?|(?<=\bg)(?:ets?|ot)|(?<=\bi)[ns]|(?<=\bn)ot|(?<=\br)emain(?:s|ed)?|(?<=\bu)nder|(?<=\bw)(?:as|ere))"
    r"\s(?:[\w-]+\s)?\Z"
)
_ACTIVE = ("custody", "case")
"""Fields whose verbs are told with an object: "arrested a man", "charged the driver"."""


class Person(NamedTuple):
    """A mention of a person: where, and the key of the entity or class of the noun, "" for a pronoun."""

    start: int
    end: int
    key: str


def persons_in(text: str, base: int, named: Sequence[tuple[int, int, str]], words: Words) -> list[Person]:
    """The persons of the sentence `text`, which begins at `base` in its report; places relative to the sentence.

    `named`: where persons are named in the report, in order, and their keys; `words`: those of the report.
    """
    first, last = bisect_left(named, (base, 0, "")), bisect_left(named, (base + len(text), 0, ""))
    people = [Person(start - base, end - base, key) for start, end, key in named[first:last]]
    names = len(people)
    first = bisect_left(words.starts, base)
    last = bisect_left(words.starts, base + len(text), first)
    held = words.words[first:last]
    for number, word in enumerate(held, first):
        if word not in _LOOKED_AT:
            continue
        start = words.starts[number] - base
        end = start + len(word)
        if (
            word in _PERSONS
            and _is_person(text, start, word)
            and not (names and any(one.start < end and start < one.end for one in people[:names]))
        ):
            people.append(Person(start, end, _CLASS_OF.get(word, "")))
        if word in _COUNTS and _COUNTED.match(text, end):
            if word != "other":
                people.append(Person(start, end, ""))
            elif _AFTER_THE.match(text, start):
                people.append(Person(start - len("the "), end, ""))
    if "year-old" in text:
        for match in _AGED.finditer(text):  # "a 16-year-old was hurt"
            if not any(match.end() <= one.start < match.end() + 25 for one in people):
                people.append(Person(match.start(), match.end(), ""))
    if not _SPEECH.isdisjoint(held):
        people = [one for number, one in enumerate(people) if not _speaks(text, one, named=number < names)]
    people.sort()
    return people


def _is_person(text: str, start: int, word: str) -> bool:
    if word in ("injured", "wounded"):
        return text.endswith("the ", 0, start)  # else a verb
    return word not in _OBJECTS or _OBJECT_PRONOUN().match(text, start) is None  # "the man who helped her was hurt"


def holder_of(text: str, people: Sequence[Person], left: int, start: int, end: int, field: str) -> Person | None:
    """The nearest person before `start` in its clause, which begins at `left`; else the nearest soon after; else before the clause.

    After a verb with an object ("arrested a man") it is the object.
    """
    since, until = bisect_left(people, (start, 0, "")), bisect_left(people, (end, 0, ""))
    before = people[since - 1] if since and people[since - 1].start >= left else None
    edge = _NEXT_CLAUSE.search(text, end, end + _AFTER)
    reach = edge.start() if edge else end + _AFTER
    after = people[until] if until < len(people) and people[until].start < reach else None
    active = field in _ACTIVE or text.endswith(("wounded", "injured", "hurt", "shot"), start, end)
    if active and not _PASSIVE.search(text, max(0, start - 30), start):
        if after:
            return after
        if _OBJECT().match(text, end):
            return None  # of somebody for whom there is no word here
    inside = [one for one in people[since:until] if one.end <= end]
    if inside:
        return inside[-1]
    if before or after:
        return before or after
    earlier = bisect_left(people, (left, 0, ""))
    return people[earlier - 1] if earlier else None


def _speaks(text: str, one: Person, named: bool) -> bool:
    if _SPEAKS.match(text, one.end):
        return True
    return named and bool(_SPOKEN.search(text, max(0, one.start - 60), one.start))
