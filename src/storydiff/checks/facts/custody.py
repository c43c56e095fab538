"""Whether a suspect is held, and how far the case has come, as two or more reports tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import NamedTuple

from storydiff.checks.facts.persons import MOST, Persons, Who
from storydiff.checks.verdicts import dated, published_before
from storydiff.identity import same_person
from storydiff.model import Alignment, Analysis, Status
from storydiff.patterns import late

# How far a case has come; custody alone is the first step.
STAGES = {
    "suspected": 0,
    "questioned": 0,
    "arrested": 1,
    "charged": 2,
    "in court": 3,
    "tried": 3,
    "convicted": 4,
    "acquitted": 4,
    "sentenced": 5,
}
_CHARGED = STAGES["charged"]
_BEFORE = ("suspected", "questioned")
# An arrest of another time or matter.
_ANOTHER_CASE = late(
    r"\b(?:previous(?:ly)?|prior|past|earlier\sarrests?|history|record|unrelated|years?\sago|months?\sago|(?:in|of|from)\s(?:the\s)?(?:19|20)\d\d"
    r"|in\s(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|last\s(?:\w+\s)?years?|over\sthe\s(?:last|past)|once|had\sbeen\sarrested|after\sbeing\sarrested|could|would|should|might|if|until|reward|leads?\sto|leading\sto|to\sbe|will\s(?:\w+\s)?be\s(?:apprehended|arrested|caught|captured))\b",
    re.IGNORECASE,
)


_TO_COME = late(r"\b(?:expected|likely|due|scheduled|about)\sto\s(?:\w+\s){0,2}\Z", re.IGNORECASE)
_FILMED = late(r"\b(?:footage|videos?|cameras?|photos?|images?|film|pictures?|surveillance)\b", re.IGNORECASE)
_UPDATED = late(r"\bUPDATED?\b|\bUpdated?:")


_RULE = late(
    r"\b(?:can(?:not)?|could|may|might|should|would|if|whether|unless|never)\b[^.;,]{0,30}\Z|\bcan['’]t\b[^.;,]{0,30}\Z",
    re.IGNORECASE,
)


def is_rule(analysis: Analysis, status: Status) -> bool:
    """Whether it is told what may or can be done ("cannot be charged in office"), not what was not done."""
    return _RULE().search(analysis.report.text, max(0, status.start - 50), status.start) is not None


class Opposite(NamedTuple):
    """What is disputed, and the states of both sides, the earlier one first."""

    about: str
    free: tuple[Status, ...]
    held: tuple[Status, ...]

    @property
    def words(self) -> tuple[str, str]:
        """A few words for either side."""
        first, second = self.free[0], self.held[0]
        if first.field == "case":
            return "not charged" if first.negated else first.value, second.value
        if second.field == "case" and first.value in STAGES and not first.negated:
            return first.value, second.value
        return ("sought" if all(one.value == "at large" for one in self.free) else "nobody held"), second.value


class _Custody(NamedTuple):
    """What one report tells: that nobody is held, that somebody is sought, that somebody is held."""

    nobody: list[Status]
    sought: list[Status]
    held: list[Status]
    updated: bool = False

    @property
    def stale(self) -> bool:
        """Whether what it tells of no arrest is left over: it stands under the news of the arrest, or the report was updated."""
        if not (self.nobody and self.held):
            return False
        return self.updated or max(s.start for s in self.held) < min(s.start for s in self.nobody)


def in_custody(alignment: Alignment) -> Iterator[Opposite]:
    """One report has a suspect in custody, and another says that nobody is, or that the suspect is sought."""
    told = {analysis.sigil: _custody_of(analysis) for analysis in alignment.analyses}
    free: dict[Status, None] = {}
    held: dict[Status, None] = {}
    for one, other in permutations(told, 2):
        if statuses := _opposed(alignment, one, other, told[one], told[other]):
            free |= dict.fromkeys(statuses)
            held |= dict.fromkeys(told[other].held)
    if free:
        yield Opposite("whether a suspect is in custody", tuple(free), tuple(held))
    yield from _of_one_person(alignment, told, set(free))


def _opposed(alignment: Alignment, one: str, other: str, free: _Custody, held: _Custody) -> list[Status]:
    """What `one` tells against the arrest that `other` tells."""
    if not held.held or published_before(alignment, other, one):
        return []  # arrested first, sought later: another suspect, or an older case recalled
    later = published_before(alignment, one, other)
    found: list[Status] = []
    if free.nobody and (not free.held or free.stale) and not held.nobody:
        found += free.nobody
    if free.sought and not free.held and (later or not (held.sought or held.nobody)):
        found += free.sought
    return found


def _of_one_person(alignment: Alignment, told: dict[str, _Custody], known: set[Status]) -> Iterator[Opposite]:
    """A suspect by name or number ("a second suspect") who is sought in one report and held in another."""
    sides: dict[str, tuple[dict[Status, None], dict[Status, None]]] = {}
    people = {a.sigil: (_known(a, told[a.sigil].sought), _known(a, told[a.sigil].held)) for a in alignment.analyses}
    for one, other in permutations(people, 2):
        if published_before(alignment, other, one):
            continue
        for wanted, free in people[one][0]:
            own = [held for who, held in people[one][1] if wanted.name and _one_suspect(wanted, who)]
            if free in known or any(held.start > free.start for held in own):
                continue  # sought, and then found
            for who, held in people[other][1]:
                if _one_suspect(wanted, who):
                    group = sides.setdefault(wanted.shown or f"the {wanted.ordinal} suspect", ({}, {}))
                    group[0][free] = None
                    group[1][held] = None
    for label, (sought, arrested) in sorted(sides.items()):
        yield Opposite(f"whether {label} is in custody", tuple(sought), tuple(arrested))


def _known(analysis: Analysis, statuses: Sequence[Status]) -> list[tuple[Who, Status]]:
    """Those of `statuses` of whom a name or a number is told."""
    persons = Persons(analysis)
    told = [(persons.who(status), status) for status in statuses[:MOST]]
    return [(who, status) for who, status in told if who.name or who.ordinal]


def _one_suspect(a: Who, b: Who) -> bool:
    if a.name and b.name:
        return same_person(a.name, b.name)
    return bool(a.ordinal) and a.ordinal == b.ordinal and a.noun == b.noun == "suspect"


def _is_updated(text: str) -> bool:
    return ("Update" in text or "UPDATE" in text) and _UPDATED().search(text) is not None


def _custody_of(analysis: Analysis) -> _Custody:
    found = _Custody([], [], [], _is_updated(analysis.report.text))
    for status in analysis.statuses:
        if analysis.is_quoted(status) or status.field not in ("custody", "case"):
            continue
        if status.negated and is_rule(analysis, status):
            continue
        if status.field == "case":  # who is charged is known, and most often held
            if status.value in ("charged", "tried") and not status.negated and not is_another_case(analysis, status):
                found.held.append(status)
        elif status.value == "nobody" or (status.value == "arrested" and status.negated):
            found.nobody.append(status)
        elif status.value == "at large" and not status.negated:
            found.sought.append(status)
        elif status.value == "arrested" and not is_another_case(analysis, status):
            found.held.append(status)
    return found


def stages(alignment: Alignment) -> Iterator[Opposite]:
    """How far the case has come: a later report has the suspect charged where an earlier one has an arrest."""
    told = {analysis.sigil: _stage_of(analysis) for analysis in alignment.analyses}
    early: dict[Status, None] = {}
    late: dict[Status, None] = {}
    for one, other in permutations(told, 2):
        (first, befores), (second, afters) = told[one], told[other]
        earlier = published_before(alignment, one, other)
        # Of reports without a date only the first questioning is sure to come before a charge.
        undated = not dated(alignment, one, other) and any(status.value in _BEFORE for status in befores)
        if _of_two(befores, afters):
            continue
        if befores and afters and first < _CHARGED <= second and (earlier or undated):
            early |= dict.fromkeys(befores)
            late |= dict.fromkeys(afters)
    if early:
        yield Opposite("how far the case has come", tuple(early), tuple(late))


def _of_two(befores: Sequence[Status], afters: Sequence[Status]) -> bool:
    """Whether all of both are told of persons by name, and of no one person."""
    sides = [{status.subject for status in side if " " in status.subject} for side in (befores, afters)]
    named = all(" " in status.subject for status in (*befores, *afters))
    return named and not any(same_person(one, other) for one in sides[0] for other in sides[1])


def _stage_of(analysis: Analysis) -> tuple[int, list[Status]]:
    """The furthest stage that the report tells, and where."""
    found: dict[int, list[Status]] = {}
    for status in analysis.statuses:
        counts = status.field in ("custody", "case") and status.value in STAGES and not status.negated
        if counts and not is_another_case(analysis, status):
            found.setdefault(STAGES[status.value], []).append(status)
    furthest = max(found, default=-1)
    if furthest < _CHARGED:  # questioned, suspected, arrested: all is before a charge
        return furthest, [status for stage in sorted(found) for status in found[stage]]
    return furthest, found[furthest]


def is_another_case(analysis: Analysis, status: Status) -> bool:
    """Whether `status` is told of another time or matter, or of what may come."""
    sentence = analysis.sentence_at(status.start)
    if sentence is None or sentence.text.rstrip().endswith("?") or _ANOTHER_CASE().search(sentence.text):
        return True
    text = analysis.report.text
    if _TO_COME().search(text, max(sentence.start, status.start - 40), status.start):
        return True
    return status.text.lower().startswith("captured") and bool(_FILMED().search(text, sentence.start, status.start))
