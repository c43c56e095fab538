"""Titles that reports give one person, wherever they stand: those that differ and do not quite exclude each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from storydiff.identity import name_parts, short_forms
from storydiff.model import Alignment, Analysis, Role

# Of each set a person has one at a time, strictly speaking; in looser speech the one may stand for the other. General knowledge.
_LOOSE = (
    frozenset(["officer", "detective"]),
    frozenset(["superintendent", "chief", "commissioner"]),
    frozenset(["trooper", "sergeant", "lieutenant", "captain"]),
    frozenset(["spokesperson", "adviser", "chief of staff"]),
    frozenset(["investigator", "detective"]),
)


def pairs_of_titles(alignment: Alignment) -> Iterator[tuple[str, Role, Role]]:
    """Last name and two titles of a person whom two reports name in full or by title, each report one title only."""
    told = {analysis.sigil: _titles(analysis) for analysis in alignment.analyses}
    for one, other in combinations(sorted(told), 2):
        for person, left in told[one].items():
            first, last = name_parts(person)
            for namesake, right in told[other].items():
                second, same = name_parts(namesake)
                if first and second and last == same and short_forms(first, second) and len(left) == len(right) == 1:
                    for a in next(iter(left.values())):
                        for b in next(iter(right.values())):
                            yield last, a, b


def loose(one: str, other: str) -> bool:
    """Whether two titles differ, but one may stand for the other in looser speech."""
    a, b = one.removeprefix("former "), other.removeprefix("former ")
    return a != b and any({a, b} <= titles for titles in _LOOSE)


def _titles(analysis: Analysis) -> dict[str, dict[str, list[Role]]]:
    """Key of a person → title → where it stands."""
    found: dict[str, dict[str, list[Role]]] = {}
    for role in analysis.roles:
        if role.kind == "title" and role.person:
            found.setdefault(role.person, {}).setdefault(role.normal, []).append(role)
    return found
