"""All pairs of figures that cannot both hold, wherever they are told, for the check `number`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from storydiff.checks.common.linked import looked_at_once
from storydiff.checks.numbers import tolls, whole_figures
from storydiff.checks.numbers.figures import Edge, is_rest, of_two_kinds
from storydiff.checks.numbers.hits import hits
from storydiff.checks.numbers.linked_figures import Pair, edited, in_links, what
from storydiff.checks.numbers.ones import one_or_several
from storydiff.checks.numbers.shooters import shooters
from storydiff.checks.times.moments import opening_days
from storydiff.model import Alignment


def both_tell_both(alignment: Alignment, edges: Iterable[Edge]) -> Iterator[Edge]:
    """The edges without those whose two reports both tell both figures: they agree, whatever it is that has two of them."""
    told: dict[str, set[tuple[str, float]]] = {}
    for edge in edges:
        for one in (edge.a, edge.b):
            if one.sigil not in told:
                analysis = alignment.analysis(one.sigil)
                told[one.sigil] = {(what(analysis, each), each.value) for each in analysis.quantities}
        if (edge.about, edge.b.value) not in told[edge.a.sigil] or (edge.about, edge.a.value) not in told[edge.b.sigil]:
            yield edge


def edges_once(alignment: Alignment, linked: Iterable[Pair]) -> Iterator[Edge]:
    """Figures that cannot both hold, each pair once; `linked` are those in sentences that tell the same."""
    opening = looked_at_once(opening_days)
    for edge in dict.fromkeys(_edges(alignment, linked)):
        if tolls.counts_the_dead(alignment, edge) or tolls.of_two_events(alignment, opening, edge):
            continue
        if not of_two_kinds(edge.a, edge.b) and not any(
            is_rest(alignment.analysis(one.sigil), one) for one in (edge.a, edge.b)
        ):
            yield edge


def _edges(alignment: Alignment, linked: Iterable[Pair]) -> Iterator[Edge]:
    yield from in_links(linked)
    yield from tolls.in_whole_reports(alignment)
    yield from whole_figures.in_whole_reports(alignment, what)
    yield from one_or_several(alignment)
    yield from shooters(alignment)
    yield from hits(alignment)
    yield from edited(alignment)
