"""The check `time`."""

from __future__ import annotations

from collections.abc import Iterator

from storydiff.checks.base import Check, evidence
from storydiff.checks.common.linked import looked_at_once
from storydiff.checks.times.groups import Judged, groups_of, one_voice_each
from storydiff.checks.times.moments import GRAINS, KINDS, Moment, opening_days
from storydiff.checks.verdicts import describe
from storydiff.model import Alignment, Confidence, Finding, Variant, Verdict

_ABOUT = {"clock": "hour", "part": "part of day", "day": "day", "span": "week or month"}


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
            for group in map(one_voice_each, groups_of(alignment, opening, grain)):
                verdicts = [verdict for _, _, verdict in group if verdict is not None]
                if verdicts:
                    conflict = Verdict.CONFLICT in verdicts
                    yield self._told(alignment, grain, group, Verdict.CONFLICT if conflict else Verdict.DIFFERENCE)

    def _told(self, alignment: Alignment, grain: str, group: list[Judged], verdict: Verdict) -> Finding:
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
