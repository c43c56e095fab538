"""One person under two surnames: the first name is the same, and so are the age, or whose mother or brother it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import combinations

from rapidfuzz.fuzz import ratio

from storydiff.checks.common.apart import Apart
from storydiff.checks.names.people import Person, people_of
from storydiff.checks.names.spellings import alike
from storydiff.identity import name_parts
from storydiff.model import Alignment, Analysis, Mention, Verdict
from storydiff.normalise import fold, words

_LONG, _NEARLY = (
    6,
    70,
)  # letters, and rapidfuzz ratio: from here on two surnames beside one first name are one, misspelled
_SHARED_END = 5  # letters in which a long and a short form of a first name may end alike (Odalina, Dalina)


class _Report:
    """A report with its persons, and what is asked of it only once two of them may be one."""

    def __init__(self, analysis: Analysis, people: list[Person]) -> None:
        self.analysis = analysis
        self.people = people

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of its text."""
        return frozenset(words(self.analysis.report.text))

    @cached_property
    def relations(self) -> dict[str, str]:
        """Key of a person → mother, brother and the like."""
        return _relations(self.analysis)


def surnames(alignment: Alignment) -> Iterator[Apart]:
    """Persons of one first name and two surnames, of whom each report knows one only."""
    reports = [
        _Report(analysis, people)
        for analysis, people in zip(alignment.analyses, people_of(alignment).values(), strict=True)
    ]
    found: dict[str, dict[str, list[Mention]]] = {}
    families: set[str] = set()
    for left, right in combinations(reports, 2):
        for a, b in _like_named(left.people, right.people):
            (first, last), (second, other) = name_parts(a.entity.key), name_parts(b.entity.key)
            if last == other or not _one_first_name(first, second) or alike(last, other):
                continue
            if {a.sex, b.sex} == {"f", "m"}:
                continue
            relation = left.relations.get(a.entity.key, "") or "-"
            if not (_nearly_one(last, other) or a.ages & b.ages or relation == right.relations.get(b.entity.key, "")):
                continue
            if _said(last, right.words) or _said(other, left.words):
                continue
            group = found.setdefault(min(first, second, key=len), {})
            for person in (a, b):
                known = group.setdefault(person.entity.key, [])
                known += [name for name in person.full_names if name not in known]
            if _is_family(last, a, left.people) or _is_family(other, b, right.people):
                families.add(min(first, second, key=len))
    for first, readings in sorted(found.items()):
        verdict = Verdict.DIFFERENCE if first in families else Verdict.CONFLICT
        yield Apart(f"surname of {first.title()}", readings, "one first name with one age or relation", True, verdict)


def _nearly_one(last: str, other: str) -> bool:
    """Whether two surnames have most letters in common, though more than a slip of the pen apart."""
    return min(len(last), len(other)) >= _LONG and ratio(last, other) >= _NEARLY


def _like_named(left: list[Person], right: list[Person]) -> Iterator[tuple[Person, Person]]:
    """Pairs whose first names end alike."""
    by_end: dict[str, list[Person]] = {}
    for person in right:
        by_end.setdefault(name_parts(person.entity.key)[0][-_SHARED_END:], []).append(person)
    for person in left:
        for other in by_end.get(name_parts(person.entity.key)[0][-_SHARED_END:], ()):
            yield person, other


def _one_first_name(first: str, second: str) -> bool:
    short, long = sorted((first, second), key=len)
    return first == second or (len(short) >= _SHARED_END and long.endswith(short))


def _said(last: str, text: frozenset[str]) -> bool:
    return any(part in text or f"{part}'s" in text for part in fold(last).split())


def _relations(analysis: Analysis) -> dict[str, str]:
    """Key of a person → mother, brother and the like, where nobody else of the report is called that."""
    holders: dict[str, set[str]] = {}
    for role in analysis.roles:
        if role.kind == "relation":
            holders.setdefault(role.normal, set()).add(role.person)
    return {next(iter(persons)): normal for normal, persons in holders.items() if len(persons) == 1}


def _is_family(last: str, person: Person, others: list[Person]) -> bool:
    """Whether somebody else of the report has the same surname: a name by marriage, perhaps."""
    return any(one is not person and name_parts(one.entity.key)[1] == last for one in others)
