"""Ages of one person that cannot both be right, in whole reports and in sentences that tell the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from storydiff.checks.common.edited import edits, inside
from storydiff.checks.common.linked import found_in_links
from storydiff.checks.numbers.ages import Aged, aged, gap, linked, named, others_of_one
from storydiff.checks.numbers.figures import Edge, told_in
from storydiff.model import Alignment, Analysis, Quantity, Sentence

_LINKED = 0.5  # score of a link from which its sentences are about one person
_A_YEAR = 300
"""Days from which a year has passed between two reports."""


def edges(alignment: Alignment) -> Iterator[Edge]:
    """Pairs of ages that cannot both be right, some of them more than once and under several headings."""
    told = {analysis.sigil: aged(analysis) for analysis in alignment.analyses}
    for one, other in combinations(alignment.analyses, 2):
        years = _years_between(one, other)
        for a, b in named(told[one.sigil], told[other.sigil]):
            if not abs(gap(a, b)) <= years:
                yield Edge(f"age of {min(a.name, b.name)}", a.age, b.age)
        if not years:
            for a, b in others_of_one(told[one.sigil], told[other.sigil]):
                yield Edge(_about(a, b), a.age, b.age)
    for link, ages, others in found_in_links(alignment, _ages_in, _LINKED):
        for first, second in linked(told[link.a.sigil], told[link.b.sigil], ages, others):
            yield Edge(_about(first, second), first.age, second.age)
    for edit in edits(alignment):  # ages that are all in which two sentences differ
        mine, theirs = ([one for one in told[place.sigil] if inside(place, one.age)] for place in (edit.a, edit.b))
        years = _years_between(alignment.analysis(edit.a.sigil), alignment.analysis(edit.b.sigil))
        if len(mine) == len(theirs) == 1 and abs(gap(mine[0], theirs[0])) > years:
            yield Edge(_about(mine[0], theirs[0]), mine[0].age, theirs[0].age)


def _ages_in(analysis: Analysis, sentence: Sentence) -> list[Quantity]:
    return [quantity for quantity in told_in(analysis, sentence) if quantity.role == "age"]


def joined(edges: Iterable[Edge]) -> list[Edge]:
    """The edges, each pair of ages under one heading: under a name, where one is known."""
    headings: dict[frozenset[tuple[str, float]], str] = {}
    made = list(dict.fromkeys(edges))
    for edge in sorted(made, key=lambda one: " " in one.about.removeprefix("age of the "), reverse=True):
        headings.setdefault(_pair(edge), edge.about)
    return [edge._replace(about=headings[_pair(edge)]) for edge in made]


def _pair(edge: Edge) -> frozenset[tuple[str, float]]:
    return frozenset((one.sigil, one.value) for one in (edge.a, edge.b))


def _about(a: Aged, b: Aged) -> str:
    name = next((each.name for each in (a, b) if " " in each.name), "")
    noun = next((each.noun for each in (a, b) if each.noun), "person")
    return f"age of {name}" if name else f"age of the {noun}"


def _years_between(one: Analysis, other: Analysis) -> float:
    """Full years between the publication of two reports, and the birthday between; 0 within a year."""
    first, second = one.report.published, other.report.published
    if first is None or second is None:
        return 0
    days = abs((first.date() - second.date()).days)
    return days / 365 + 1 if days > _A_YEAR else 0
