"""The people in an event as a report names them: who is a victim, who a suspect, who a child, of what sex and age."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from storydiff.checks.common.once import once
from storydiff.identity import name_parts
from storydiff.model import Alignment, Analysis, Entity, Name
from storydiff.normalise import lower

_BEFORE, _BEHIND = 70, 80  # code points looked at on either side of a name, inside its sentence
_IS = r"(?:was|were|been|is|are|being)\s(?:\w+\s){0,3}"
_SUSPECT_BEHIND = re.compile(
    rf"[^.;]{{0,40}}\b(?:{_IS}(?:arrested|charged|booked|accused|wanted|indicted|convicted|sentenced|jailed|arraigned|captured|sought)\b"
    r"|accused of|charged with|faces\s[^.;]{0,30}charge|pleaded|opened fire|(?:turned|gave) (?:himself|herself) in|surrendered|allegedly|fled\b"
    r"|pulled out a gun|is (?:suspected|believed to have))"
)
_SUSPECT_BEFORE = re.compile(
    r"(?:\b(?:suspects?|gunm[ae]n|shooters?|accused|attackers?|assailants?|killers?|robbers?)(?:, identified as|(?: was| were| has been| have been)? identified as| as)?"
    r"|\b(?:arrest(?:ed)?(?: of)?|captured?|warrants? for|charges against|hunt(?:ing)? for|search(?:ing)? for|looking for|charged|booked|indicted|manhunt for))"
    r",? (?:\w{1,20} (?:of )?){0,2}(?:\d{1,3}-year-old )?(?:[a-z]{1,20} )?$"
)
_SUSPECTS_LISTED = re.compile(
    r"\b(?:suspects|gunmen|shooters|attackers|arrested|charged|defendants)\b[^.]{0,20}(?:\bare|\bwere|:| as|,)[^.]{0,60}[;,] (?:and )?$"
)
_VICTIM_BEHIND = re.compile(
    rf"[^.;]{{0,40}}\b(?:{_IS}(?:killed|shot|wounded|injured|struck|hit|stabbed|pronounced|declared|found|taken|transported|rushed|airlifted|flown"
    r"|hospitali[sz]ed|identified|listed|recovering|grazed|murdered|slain|gunned)\b|died\b|suffered\b|on the mend|in (?:critical|serious|stable|fair|good) condition)"
)
_VICTIM_BEFORE = re.compile(
    r"(?:\b(?:victims?|deceased|dead)\b[^.;]{0,40}|\b(?:killed|wounded|injured|shot|killing|wounding|death of|murder of|identified)\b(?: was| were)?"
    r"(?: the [a-z -]{1,24})?(?: as)?),? (?:\d{1,3}-year-old )?(?:[a-z]{1,20} )?$"
)
_TELLS = re.compile(
    r",?\s(?:said|says|told|tells|added|confirmed|reported|explained|wrote|announced)\b"
)  # one who tells what befell others
_YOUNG_BEFORE = re.compile(
    r"\b(?:girl|boy|child|toddler|infant|baby|teen|teenager|son|daughter|nephew|niece|grandson|granddaughter|kid)s?,? $"
)
_HER = re.compile(
    r"\b(?:girl|woman|daughter|mother|wife|sister|niece|aunt|grandmother|girlfriend|granddaughter|she|her)\b"
)
_HIM = re.compile(r"\b(?:boy|man|son|father|husband|brother|nephew|uncle|grandfather|boyfriend|grandson|he|his|him)\b")
_SMALL = re.compile(
    r"\b[a-z]{2,}\b"
)  # "Gunmen Sought In Mall Robbery": words that stand in small letters elsewhere are no name
# What runs together with names in a line of furniture: "Saltby Accidental Shooting Posted: Friday".
_NO_NAME = frozenset(
    "shooting accidental posted updated published photo photos related homicide suspect victim".split()
)
_FIRM = 2  # mentions from which on somebody with a title is taken for more than the one who tells of it
_OF_AGE = 18  # years


class Person(NamedTuple):
    """A person of one report. `part`: suspect, victim, official or "". `sure`: how many mentions tell the part.

    `ages`: in years. `young`: called a child. `sex`: m, f or "". `titled`: has a rank or post.
    """

    entity: Entity
    part: str
    sure: int
    ages: frozenset[float]
    young: bool
    sex: str
    titled: bool = False

    @property
    def full_names(self) -> list[Name]:
        """The mentions with first and last name."""
        return [name for name in self.entity.mentions if " " in name.text]

    @property
    def is_child(self) -> bool:
        """Whether the report tells that it is a child, by age or by noun."""
        return (bool(self.ages) and max(self.ages) < _OF_AGE) or (not self.ages and self.young)

    @property
    def is_adult(self) -> bool:
        """Whether the report tells an age of an adult."""
        return bool(self.ages) and max(self.ages) >= _OF_AGE


@once
def people_of(alignment: Alignment) -> dict[str, list[Person]]:
    """The persons of each report, by sigil."""
    return {analysis.sigil: people(analysis) for analysis in alignment.analyses}


def people(analysis: Analysis) -> list[Person]:
    """The persons of `analysis` who are named in full, in reading order."""
    text = lower(analysis.report.text)
    ages: dict[str, set[float]] = {}
    for quantity in analysis.quantities:
        if quantity.role == "age" and quantity.subject and quantity.unit in ("", "year"):
            ages.setdefault(quantity.subject, set()).add(quantity.value)
    titled = {role.person for role in analysis.roles if role.kind == "title"}
    plain = _small_words(analysis.report.text)
    found = []
    for entity in analysis.entities:
        words = lower(entity.name).split()
        if entity.kind != "person" or not name_parts(entity.key)[0] or plain(words) or _NO_NAME & set(words):
            continue
        around = [(a, b) for a, b in _around(analysis, text, entity) if not _TELLS.match(b)]
        suspect = sum(
            bool(_SUSPECT_BEFORE.search(a) or _SUSPECTS_LISTED.search(a) or _SUSPECT_BEHIND.match(b)) for a, b in around
        )
        victim = sum(bool(_VICTIM_BEFORE.search(a) or _VICTIM_BEHIND.match(b)) for a, b in around)
        official = entity.key in titled or any(name.title for name in entity.mentions)
        part = _part(suspect, victim, official)
        young = any(_YOUNG_BEFORE.search(a) for a, _ in around)
        of_age = frozenset(ages.get(entity.key, ()))
        found.append(Person(entity, part, max(suspect, victim), of_age, young, _sex(entity, around), official))
    return found


def _small_words(text: str) -> Callable[[list[str]], bool]:
    """A test whether all of some words, in small letters, stand in `text` so. They seldom do, not even inside others."""
    words: set[str] = set()

    def stand_in_it(asked: list[str]) -> bool:
        if not all(word in text for word in asked):
            return False
        if not words:
            words.update(_SMALL.findall(text))
        return words.issuperset(asked)

    return stand_in_it


def _part(suspect: int, victim: int, official: bool) -> str:
    if official and max(suspect, victim) < _FIRM:
        return "official"
    return "suspect" if suspect and suspect * 2 >= victim else "victim" if victim else ""


def _around(analysis: Analysis, text: str, entity: Entity) -> Iterator[tuple[str, str]]:
    """What stands before and behind each mention of `entity`, in lower case."""
    for name in entity.mentions:
        sentence = analysis.sentence_at(name.start)
        if sentence is not None:
            before = text[max(sentence.start, name.start - _BEFORE) : name.start]
            yield before, text[name.end : min(sentence.end, name.end + _BEHIND)]


def _sex(entity: Entity, around: list[tuple[str, str]]) -> str:
    if entity.gender:
        return entity.gender
    near = [f"{before[-24:]} {behind[:24]}" for before, behind in around]
    hers, his = (sum(bool(pattern.search(words)) for words in near) for pattern in (_HER, _HIM))
    return "f" if hers > his else "m" if his > hers else ""
