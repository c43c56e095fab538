"""What the reports tell of the course of the event: how the attacker came, who fired, and what is known yet."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import NamedTuple

from storydiff.checks.facts.persons import Persons
from storydiff.checks.verdicts import published_before
from storydiff.model import Alignment, Analysis, Rung, Status, within

UNKNOWN = "not known"
# Field, and what it is called.
KNOWN_OR_NOT = {
    "motive": "what led to it",
    "description": "description of the suspect",
    "cause": "the cause",
    "manner of death": "how the dead died",
    "guilt": "whether the suspect did it",
    "casualties": "whether nobody was hurt",
    "another suspect": "whether there is another suspect",
}
EXCLUSIVE = {
    "approach": "how the attacker came",
    "accomplices": "whether the attacker was alone",
    "attacker": "whether a man or a woman attacked",
    "parole": "whether the suspect was on parole",
}
_PAST = ("approach", "parole")
# Said of one attacker.
_AT_ONCE = (frozenset({"got out", "walked up"}), frozenset({"got out", "ran up"}))


class Contrast(NamedTuple):
    """What about, and the states of either side by their value; whether it is of what happened, which later reports do not move."""

    about: str
    sides: dict[str, dict[Status, None]]
    past: bool = False


def known_elsewhere(alignment: Alignment) -> Iterator[Contrast]:
    """What one report says is not known yet, and another, not an earlier one, tells."""
    for field, about in KNOWN_OR_NOT.items():
        told = {analysis.sigil: _told(analysis, field) for analysis in alignment.analyses}
        sides: dict[str, dict[Status, None]] = {}
        for one, other in permutations(told, 2):
            is_open = UNKNOWN in told[one] and "told" not in told[one]
            is_told = "told" in told[other] and UNKNOWN not in told[other]
            if is_open and is_told and not published_before(alignment, other, one):
                for statuses in told[one].values():  # what is merely possible is not known either
                    sides.setdefault(UNKNOWN, {}).update(dict.fromkeys(statuses))
                sides.setdefault("told", {}).update(dict.fromkeys(told[other]["told"]))
        if sides:
            yield Contrast(about, sides)


def told_otherwise(alignment: Alignment) -> Iterator[Contrast]:
    """What two reports tell in ways that exclude each other, each in one way."""
    for field, about in EXCLUSIVE.items():
        told = {analysis.sigil: _told(analysis, field) for analysis in alignment.analyses}
        sides: dict[str, dict[Status, None]] = {}
        for one, other in permutations(told, 2):
            a, b = set(told[one]), set(told[other])
            if a and b and not a & b and not any(frozenset({x, y}) in _AT_ONCE for x in a for y in b):
                for value, statuses in (*told[one].items(), *told[other].items()):
                    sides.setdefault(value, {}).update(dict.fromkeys(statuses))
        if sides:
            yield Contrast(about, sides, past=field in _PAST)


def _told(analysis: Analysis, field: str) -> dict[str, list[Status]]:
    found: dict[str, list[Status]] = {}
    for status in analysis.statuses:
        # "We do not know", an official quoted, is as good as told.
        quoted = status.value != UNKNOWN and analysis.is_quoted(status)
        if status.field == field and not status.negated and not quoted:
            value = "possible" if status.value == "told" and _is_possible(analysis, status) else status.value
            found.setdefault(value, []).append(status)
    return found


def _is_possible(analysis: Analysis, status: Status) -> bool:
    near = within(analysis.hedges, status.start - 80, status.end)
    return any(
        hedge.rung is Rung.POSSIBLE and hedge.scope.start <= status.end and status.start < hedge.scope.end
        for hedge in near
    )


def who_fired(alignment: Alignment) -> Iterator[Contrast]:
    """A child who shot itself in one report, and was shot by another in one that is not older."""
    told = {analysis.sigil: _told(analysis, "shooter") for analysis in alignment.analyses}
    sides: dict[str, dict[Status, None]] = {}
    for one, other in permutations(told, 2):
        alone, others = told[one].get("self", []), told[other].get("another", [])
        if not alone or not others or "another" in told[one] or published_before(alignment, other, one):
            continue
        persons = Persons(alignment.analysis(one))
        victims = [persons.who(status) for status in alone]
        if any(victim.young for victim in victims) and all(victim.noun != "suspect" for victim in victims):
            sides.setdefault("self", {}).update(dict.fromkeys(alone))
            sides.setdefault("another", {}).update(dict.fromkeys(others))
    if sides:
        yield Contrast("who fired", sides)
