"""Persons of one surname and different first names in sentences that tell the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from itertools import combinations, permutations

from rapidfuzz.fuzz import ratio

from storydiff.checks.common.linked import found_in_links
from storydiff.checks.names.spellings import alike
from storydiff.identity import name_parts, short_forms
from storydiff.model import Alignment, Analysis, Name, Sentence, within
from storydiff.normalise import fold
from storydiff.patterns import late

_NEARLY = 80  # rapidfuzz ratio of two spellings of one name
_WORD = late(r"[^\W\d_]+")


class _People:
    """The persons of one report by surname and first name, and all words of its text."""

    def __init__(self, analysis: Analysis) -> None:
        self._text = analysis.report.text
        self.by_last: dict[str, dict[str, list[Name]]] = defaultdict(dict)
        self.sex: dict[tuple[str, str], str] = {}
        for entity in analysis.entities:
            first, last = name_parts(entity.key)
            if entity.kind == "person" and first.isalpha() and len(first) >= 3:
                full = [name for name in entity.mentions if " " in name.text]
                self.by_last[last].setdefault(first, []).extend(full)
                self.sex[first, last] = entity.gender

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of its text; few pairs of persons get so far that anybody asks for them."""
        return frozenset(_WORD().findall(fold(self._text)))

    def has_like(self, first: str, last: str) -> bool:
        """Whether a person's first and last name are spelled nearly as these."""
        return any(
            ratio(last, surname) >= _NEARLY and any(ratio(first, given) >= _NEARLY for given in people)
            for surname, people in self.by_last.items()
        )


def namesakes(alignment: Alignment) -> dict[str, dict[str, list[Name]]]:
    """Surname → first name → full names, for persons whom reports give different first names; a slip of the pen left out."""
    people = {analysis.sigil: _People(analysis) for analysis in alignment.analyses}
    return _companions(alignment, people) | _in_links(alignment, people)


def _in_links(alignment: Alignment, people: Mapping[str, _People]) -> dict[str, dict[str, list[Name]]]:
    """Persons of one surname in sentences that tell the same."""
    found: dict[str, dict[str, list[Name]]] = {}
    for link, left, right in found_in_links(alignment, _named):
        one, other = people[link.a.sigil], people[link.b.sigil]
        for first, last in left:
            for second, same in right:
                if last == same and _are_one(one, other, first, second, last):
                    group = found.setdefault(last, {})
                    for name, side in ((first, one), (second, other)):
                        known = group.setdefault(name, [])
                        known += [mention for mention in side.by_last[last][name] if mention not in known]
    return {last: group for last, group in sorted(found.items()) if all(group.values())}


def _companions(alignment: Alignment, people: Mapping[str, _People]) -> dict[str, dict[str, list[Name]]]:
    """A person who stands beside one relative in all reports and has two first names.

    "Pavel Varga and Oda Varga" against "Pavel Varga and Odalys Varga".
    """
    couples = {analysis.sigil: _couples(analysis) for analysis in alignment.analyses}
    found: dict[str, dict[str, list[Name]]] = {}
    for a, b in combinations(sorted(couples), 2):
        for shared in couples[a].keys() & couples[b].keys():
            (first, one), (second, other) = couples[a][shared], couples[b][shared]
            if _apart(people[a], people[b], first, second, shared[1]):
                group = found.setdefault(shared[1], {})
                for name, known in ((first, one), (second, other)):
                    told = group.setdefault(name, [])
                    told += [mention for mention in known if mention not in told]
    return dict(sorted(found.items()))


def _couples(analysis: Analysis) -> dict[tuple[str, str], tuple[str, list[Name]]]:
    """First and last name of a person → first name and mentions of the one relative who stands in one sentence with that person."""
    mentions: dict[tuple[str, str], list[Name]] = defaultdict(list)
    beside: dict[tuple[str, str], set[str]] = defaultdict(set)
    for sentence in analysis.sentences:
        named: dict[str, dict[str, list[Name]]] = defaultdict(lambda: defaultdict(list))
        for name in within(analysis.names, sentence.start, sentence.end):
            first, last = name_parts(name.text)
            if name.kind == "person" and first:
                named[last][first].append(name)
        for last, group in named.items():
            if len(group) == 2:
                for first, other in permutations(group):
                    beside[first, last].add(other)
                    mentions[other, last] += group[other]
    return {
        (first, last): (other, mentions[other, last])
        for (first, last), others in beside.items()
        if len(others) == 1
        for other in others
    }


def _named(analysis: Analysis, sentence: Sentence) -> set[tuple[str, str]]:
    names = within(analysis.names, sentence.start, sentence.end)
    return {name_parts(name.key) for name in names if name.kind == "person"}


def _are_one(one: _People, other: _People, first: str, second: str, last: str) -> bool:
    alone = set(one.by_last.get(last, ())) == {first} and set(other.by_last.get(last, ())) == {second}
    return alone and _apart(one, other, first, second, last)


def _apart(one: _People, other: _People, first: str, second: str, last: str) -> bool:
    """Whether two first names are different and neither report has the other's, and both may be of one person."""
    if first == second or first in other.words or second in one.words:
        return False
    if other.has_like(first, last) or one.has_like(second, last):
        return False  # it names that person too, with another spelling
    if short_forms(first, second) or alike(first, second) or _pet_form(first, second):
        return False
    return {one.sex.get((first, last), ""), other.sex.get((second, last), "")} != {"f", "m"}


def _pet_form(first: str, second: str) -> bool:
    """Whether one first name may be made from the other: they begin with the same letters (Dee, Demetra; Alexis, Alexandra)."""
    shorter = min(len(first), len(second))
    return first[: min(shorter, 4)] == second[: min(shorter, 4)] or (shorter <= 3 and first[:2] == second[:2])
