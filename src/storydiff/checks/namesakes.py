"""Persons of one surname and different first names in sentences that tell the same."""

from __future__ import annotations

import re
from collections import defaultdict

from storydiff.checks.spellings import alike
from storydiff.identity import name_parts, short_forms
from storydiff.model import Alignment, Analysis, Name, Sentence, within
from storydiff.normalise import fold

_WORD = re.compile(r"[^\W\d_]+")


class _People:
    """The persons of one report by surname and first name, and all words of its text."""

    def __init__(self, analysis: Analysis) -> None:
        self.words = frozenset(_WORD.findall(fold(analysis.report.text)))
        self.by_last: dict[str, dict[str, list[Name]]] = defaultdict(dict)
        self.sex: dict[tuple[str, str], str] = {}
        for entity in analysis.entities:
            first, last = name_parts(entity.key)
            if entity.kind == "person" and first.isalpha() and len(first) >= 3:
                full = [name for name in entity.mentions if " " in name.text]
                self.by_last[last].setdefault(first, []).extend(full)
                self.sex[first, last] = entity.gender


def first_names(alignment: Alignment) -> dict[str, dict[str, list[Name]]]:
    """Surname → first name → full names, for persons whom reports give different first names; a slip of the pen left out."""
    people = {analysis.sigil: _People(analysis) for analysis in alignment.analyses}
    found: dict[str, dict[str, list[Name]]] = {}
    for link in alignment.links:
        one, other = people[link.a.sigil], people[link.b.sigil]
        for first, last in _named(alignment, link.a):
            for second, same in _named(alignment, link.b):
                if last == same and _are_one(one, other, first, second, last):
                    group = found.setdefault(last, {})
                    for name, side in ((first, one), (second, other)):
                        known = group.setdefault(name, [])
                        known += [mention for mention in side.by_last[last][name] if mention not in known]
    return {last: group for last, group in sorted(found.items()) if all(group.values())}


def _named(alignment: Alignment, sentence: Sentence) -> set[tuple[str, str]]:
    names = within(alignment.analysis(sentence.sigil).names, sentence.start, sentence.end)
    return {name_parts(name.key) for name in names if name.kind == "person"}


def _are_one(one: _People, other: _People, first: str, second: str, last: str) -> bool:
    if first == second or first in other.words or second in one.words:
        return False
    if short_forms(first, second) or alike(first, second) or _pet_form(first, second):
        return False
    if {one.sex.get((first, last), ""), other.sex.get((second, last), "")} == {"f", "m"}:
        return False
    return set(one.by_last.get(last, ())) == {first} and set(other.by_last.get(last, ())) == {second}


def _pet_form(first: str, second: str) -> bool:
    """Whether one first name may be made from the other: they begin with the same letters (Dee, Demetra; Alexis, Alexandra)."""
    shorter = min(len(first), len(second))
    return first[: min(shorter, 4)] == second[: min(shorter, 4)] or (shorter <= 3 and first[:2] == second[:2])
