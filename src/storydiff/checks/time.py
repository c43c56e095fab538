"""The check `time`."""

from __future__ import annotations

from collections.abc import Iterator

from storydiff.checks.base import Check, evidence
from storydiff.checks.common.linked import looked_at_once
from storydiff.checks.numbers.figures import compatible
from storydiff.checks.times.main_event import of_main_event
from storydiff.checks.times.moments import (
    EDITED,
    GRAINS,
    KINDS,
    Moment,
    OpeningDays,
    after_the_other,
    compared,
    of_days_apart,
    of_own_days,
    opening_days,
)
from storydiff.checks.times.time_verdicts import judged
from storydiff.checks.verdicts import describe
from storydiff.model import Alignment, Confidence, Finding, Variant, Verdict, within

_ABOUT = {"clock": "hour", "part": "part of day", "day": "day", "span": "week or month"}

_OF_DAY = frozenset({"clock", "part"})


class Time(Check):
    """Reports give the same event another hour, part of day, weekday or date.

    ## Why it matters
    Hours and days are copied fast and checked seldom, and readers line up everything else by them.

    ## Flagged
    - A: The clerk was shot at the Saltby ferry terminal at 9:15 p.m., the harbor police said.
    - B: The clerk was shot at the Saltby ferry terminal at 11:40 p.m., the harbor police said.

    - A: The clerk was shot at the Saltby ferry terminal on Tuesday.
    - B: The clerk was shot at the Saltby ferry terminal on Monday.

    ## Not flagged
    - A: The clerk was shot at the Saltby ferry terminal at 9:15 p.m. EST.
    - B: The clerk was shot at the Saltby ferry terminal at 8:15 p.m. CST.

    - A: The clerk was shot at the Saltby ferry terminal late Tuesday night.
    - B: The clerk was shot at the Saltby ferry terminal early Wednesday.

    - A: The clerk was shot at the Saltby ferry terminal at 9:15 p.m.
    - B: Police were called to the shooting at the Saltby ferry terminal at 9:21 p.m.

    ## Known limits
    Only linked sentences with one expression of a grain are compared, and the hour or part of day of the main event where
    a report has just one. What a time is the time of is told by the nearest verb. Hours told as "about" are in conflict from
    20 minutes on, bare hours from 30. Durations and the order of events are not compared.
    """

    name = "time"
    precision = 1.00

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        opening = looked_at_once(opening_days)
        for grain in GRAINS:
            for group in map(_one_voice_each, _groups(alignment, opening, grain)):
                verdicts = [verdict for _, _, verdict in group if verdict is not None]
                if verdicts:
                    conflict = Verdict.CONFLICT in verdicts
                    yield self._told(alignment, grain, group, Verdict.CONFLICT if conflict else Verdict.DIFFERENCE)

    def _told(self, alignment: Alignment, grain: str, group: list[_Pair], verdict: Verdict) -> Finding:
        moments = {(m.expression.sigil, m.expression.start): m for a, b, _ in group for m in (a, b)}
        sided = len({moment.value for moment in moments.values()}) == 1  # "just before 6" and "just after 6"
        by_value: dict[str, list[Moment]] = {}
        for _, moment in sorted(moments.items()):
            side = f"{moment.bound} " if sided and moment.bound else ""
            by_value.setdefault(side + moment.value, []).append(moment)
        variants = [
            Variant(
                f"just {same[0].bound} {same[0].expression.text}"
                if sided and same[0].bound
                else same[0].expression.text,
                value,
                tuple(evidence(moment.expression) for moment in same),
            )
            for value, same in by_value.items()
        ]
        kind = group[0][0].kind if group[0][0].kind in KINDS else "event"
        about = f"{_ABOUT[grain]} of the {kind}"
        words = " and ".join(f"“{variant.reading}”" for variant in variants)
        return self.finding(
            verdict,
            Confidence.MEDIUM,
            about=about,
            message=f"{about}: {describe(alignment, variants)}",
            why=f"{words} are not the same {_ABOUT[grain]}",
            variants=variants,
        )


_Pair = tuple[Moment, Moment, Verdict | None]


def _one_voice_each(pairs: list[_Pair]) -> list[_Pair]:
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


def _groups(alignment: Alignment, opening: OpeningDays, grain: str) -> list[list[_Pair]]:
    """Pairs that share a moment, together: one finding for all the reports that tell of it."""
    groups: list[tuple[set[tuple[str, int]], list[_Pair]]] = []
    pairs_found = dict.fromkeys(
        (*compared(alignment, grain), *(of_main_event(alignment, grain) if grain in _OF_DAY else ()))
    )
    for a, b in pairs_found:
        if (grain == "day" and _other_tolls(opening, alignment, a, b)) or (
            grain in _OF_DAY and _two_events(opening, alignment, a, b)
        ):
            continue
        places = {(a.expression.sigil, a.expression.start), (b.expression.sigil, b.expression.start)}
        pairs: list[_Pair] = [(a, b, judged(a, b, grain))]
        apart = []
        for other in groups:
            if other[0] & places:
                places |= other[0]
                pairs = other[1] + pairs
            else:
                apart.append(other)
        groups = [*apart, (places, pairs)]
    return [pairs for _, pairs in groups]
