"""The check `headline`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from storydiff.checks.base import Check
from storydiff.checks.common.own_account import grouped
from storydiff.checks.telling.headlines import by_root, charges, claims, figures, people, split
from storydiff.model import Alignment, Confidence, Finding, Verdict


class Headline(Check):
    """Inside one report: the headline says more than the body.

    ## Why it matters
    Most readers see the headline alone. It may leave out, but it may not add.

    ## Flagged
    - A: # Five dead in Saltby cannery fire | Three workers were killed when a fire tore through the cannery in Saltby on Friday, the fire chief said.

    - A: # Ferry captain stole relief money in Saltby | The ferry captain allegedly stole relief money in Saltby last year, a clerk of the harbor office said on Friday.

    ## Not flagged
    - A: # Three dead in Saltby cannery fire | Three workers were killed when a fire tore through the cannery in Saltby on Friday, the fire chief said.

    - A: # Clerk: Ferry captain stole relief money in Saltby | The ferry captain allegedly stole relief money in Saltby last year, a clerk of the harbor office said on Friday.

    ## Known limits
    Only what a headline says in words that the body takes up again is compared: a toll, a full name, a charge, and a claim that the
    body hedges or denies wherever it tells it.
    """

    name: ClassVar[str] = "headline"

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        told = [split(parts) for parts in by_root(alignment)]
        rules = (
            (figures, Verdict.CONFLICT),
            (claims, Verdict.DIFFERENCE),
            (people, Verdict.DIFFERENCE),
            (charges, Verdict.DIFFERENCE),
        )
        for rule, verdict in rules:
            for about, why, variants in grouped(misfit for one in told if one is not None for misfit in rule(one)):
                readings = " / ".join(f"“{variant.reading}”" for variant in variants)
                yield self.finding(
                    verdict,
                    Confidence.MEDIUM,
                    about=about,
                    message=f"headline and body, {about}: {readings}",
                    why=why,
                    variants=variants,
                )
