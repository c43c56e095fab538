"""Moments of one thing, as pairs that were judged, in groups that share a moment."""

from __future__ import annotations

from storydiff.checks.numbers.figures import compatible
from storydiff.checks.times.main_event import of_main_event
from storydiff.checks.times.moments import (
    EDITED,
    Moment,
    OpeningDays,
    after_the_other,
    compared,
    of_days_apart,
    of_own_days,
)
from storydiff.checks.times.time_verdicts import judged
from storydiff.model import Alignment, Verdict, within

_OF_DAY = frozenset({"clock", "part"})
Judged = tuple[Moment, Moment, Verdict | None]
"""Two moments of one thing, and the verdict on them; None where both may hold."""


def one_voice_each(pairs: list[Judged]) -> list[Judged]:
    """The pairs without the reports that give two of the times: they tell of two things, or put one right.

    Where two sentences differ in nothing else, it is one thing all the same.
    """
    values: dict[str, set[str]] = {}
    for a, b, _ in pairs:
        for one in (a, b):
            values.setdefault(one.expression.sigil, set()).add(one.value)
    return [
        pair
        for pair in pairs
        if pair[0].cue == EDITED or all(len(values[one.expression.sigil]) == 1 for one in pair[:2])
    ]


def _other_tolls(opening: OpeningDays, alignment: Alignment, a: Moment, b: Moment) -> bool:
    """Whether two sentences tell two events of a series, not one on two days: other numbers of dead, each report of its own day."""
    if of_own_days(opening, *(alignment.analysis(moment.expression.sigil) for moment in (a, b))):
        return True
    dead = []
    for moment in (a, b):
        analysis = alignment.analysis(moment.expression.sigil)
        sentence = analysis.sentence_at(moment.expression.start)
        told = within(analysis.quantities, sentence.start, sentence.end) if sentence else ()
        dead.append([quantity for quantity in told if quantity.role == "killed"])
    return bool(dead[0] and dead[1]) and not any(compatible(x, y) for x in dead[0] for y in dead[1])


def _two_events(opening: OpeningDays, alignment: Alignment, a: Moment, b: Moment) -> bool:
    """Whether the reports tell of events of two days: their hours are no disagreement."""
    both = [alignment.analysis(moment.expression.sigil) for moment in (a, b)]
    return of_days_apart(opening, *both) or after_the_other(opening, *both)


def groups_of(alignment: Alignment, opening: OpeningDays, grain: str) -> list[list[Judged]]:
    """Pairs that share a moment, together: one finding for all the reports that tell of it."""
    groups: list[tuple[set[tuple[str, int]], list[Judged]]] = []
    pairs_found = dict.fromkeys(
        (*compared(alignment, grain), *(of_main_event(alignment, grain) if grain in _OF_DAY else ()))
    )
    for a, b in pairs_found:
        if (grain == "day" and _other_tolls(opening, alignment, a, b)) or (
            grain in _OF_DAY and _two_events(opening, alignment, a, b)
        ):
            continue
        places = {(a.expression.sigil, a.expression.start), (b.expression.sigil, b.expression.start)}
        pairs: list[Judged] = [(a, b, judged(a, b, grain))]
        apart = []
        for other in groups:
            if other[0] & places:
                places |= other[0]
                pairs = other[1] + pairs
            else:
                apart.append(other)
        groups = [*apart, (places, pairs)]
    return [pairs for _, pairs in groups]
