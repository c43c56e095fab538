"""The check `calendar`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from storydiff.checks.base import Check
from storydiff.checks.common.own_account import grouped
from storydiff.checks.times.calendar_days import no_days, weekdays
from storydiff.model import Alignment, Confidence, Finding, Verdict


class Calendar(Check):
    """Inside one report: a weekday that does not fit its date, or a day that the month does not have.

    ## Why it matters
    One of the two is wrong, and readers who plan or remember by it are led astray.

    ## Flagged
    - A: The ferry terminal was closed on Tuesday, Dec. 31, the harbor office said.

    - A: The permit for the Marrow Creek fair ran out on Feb. 30, the clerk said.

    ## Not flagged
    - A: The ferry terminal was closed on Wednesday, Dec. 31, the harbor office said.

    - A: The bridge opened on Tuesday, Sept. 11, 2001, and was closed on Feb. 29, 2024.

    ## Known limits
    A date without a year is read in the year of publication that lies nearest, and only within some 200 days of it. Where the report's
    other dates show that it tells of another year, nothing is said.
    """

    name: ClassVar[str] = "calendar"
    precision = 1.00

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        misfits = (misfit for analysis in alignment.analyses for misfit in (*weekdays(analysis), *no_days(analysis)))
        for about, why, variants in grouped(misfits):
            readings = " and ".join(variant.reading for variant in variants)
            yield self.finding(
                Verdict.CONFLICT,
                Confidence.HIGH,
                about=about,
                message=f"{readings} do not fit" if len(variants) > 1 else f"There is no {readings}",
                why=why,
                variants=variants,
            )
