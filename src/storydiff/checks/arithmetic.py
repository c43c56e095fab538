"""The check `arithmetic`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from storydiff.checks.base import Check
from storydiff.checks.common.own_account import grouped
from storydiff.checks.numbers.reckoned import ages, changes, votes
from storydiff.checks.numbers.sums import parts, shares
from storydiff.model import Alignment, Confidence, Finding, Verdict


class Arithmetic(Check):
    """Inside one report: figures that do not add up.

    ## Why it matters
    Readers do the sum, and a report that cannot count is not believed in the rest.

    ## Flagged
    - A: Five people, three men and one woman, were taken to the Saltby hospital.

    - A: The number of calls rose from 40 to 60, an increase of 30 percent.

    - A: The nine-member council voted 7-3 to close the bridge.

    - A: Oda Brandt, 34, was born on May 3, 1980, in Saltby.

    ## Not flagged
    - A: Five people, including three men and one woman, were taken to the Saltby hospital.

    - A: The number of calls rose from 40 to 60, an increase of 50 percent.

    - A: The nine-member council voted 7-1 to close the bridge, with one member absent.

    ## Known limits
    A list is added up only where it stands right beside its whole, in figures or number words alone. Shares are added up only where they
    exclude each other in so many words, such as men and women. Members of a council may be absent, so too few votes are no error.
    """

    name: ClassVar[str] = "arithmetic"

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        misfits = (
            misfit
            for analysis in alignment.analyses
            for rule in (parts, shares, changes, votes, ages)
            for misfit in rule(analysis)
        )
        for about, why, variants in grouped(misfits):
            yield self.finding(
                Verdict.CONFLICT,
                Confidence.MEDIUM,
                about=about,
                message=f"{about}: {' against '.join(variant.reading for variant in variants)}",
                why=why,
                variants=variants,
            )
