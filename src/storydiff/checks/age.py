"""The check `age`."""

from __future__ import annotations

from collections.abc import Iterator

from storydiff.checks.base import Check
from storydiff.checks.numbers.age_edges import edges, joined
from storydiff.checks.numbers.figures import clusters
from storydiff.checks.verdicts import describe, one_voice_each
from storydiff.model import Alignment, Confidence, Finding, Variant, Verdict

_BIRTHDAY = 4
"""Days up to which another age is a slip rather than a birthday."""


class Age(Check):
    """The same person has different ages in two reports.

    ## Why it matters
    An age is the plainest fact to check, and a wrong one points at the wrong person.

    ## Flagged
    - A: Bram Okonedo, 47, died in the fire at the Saltby cannery.
    - B: Bram Okonedo, 46, died in the fire at the Saltby cannery.

    - A: The fire at the Saltby cannery hurt three men, ages 25, 34 and 51, the harbor police said.
    - B: In the Saltby fire Bram Okonedo, 25, and Pieter Vance, 36, were burned, and Lars Holm, 51, broke a leg.

    ## Not flagged
    - A: Bram Okonedo, 47, died in the fire at the Saltby cannery.
    - B: Bram Okonedo, who was in his 40s, died in the fire at the Saltby cannery.

    - A: Bram Okonedo, 47, died in the fire at the Saltby cannery.
    - B: Pieter Okonedo, 52, lost his brother in the fire at the Saltby cannery.

    - A: A 9-year-old boy was hurt in the fire at the Saltby cannery.
    - B: A 10-year-old girl was hurt in the fire at the Saltby cannery.

    ## Known limits
    Persons without a name are compared where the words leave one candidate: the one girl, the one who died, the one whose age
    differs when all others agree, and the same noun in sentences that tell the same. A year's difference between reports of
    different days may be a birthday and is called a difference.
    """

    name = "age"
    precision = 0.88

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        for about, variants in clusters(joined(edges(alignment))):
            if not one_voice_each(variants):
                continue
            birthday = _may_be_a_birthday(alignment, variants)
            yield self.finding(
                Verdict.DIFFERENCE if birthday else Verdict.CONFLICT,
                Confidence.MEDIUM,
                about=about,
                message=f"{about}: {describe(alignment, variants)}",
                why="a birthday may lie between" if birthday else "one person has one age",
                variants=variants,
            )


def _may_be_a_birthday(alignment: Alignment, variants: tuple[Variant, ...]) -> bool:
    if len(variants) != 2:
        return False
    young, old = (float(variant.value.rstrip("+-")) for variant in variants)  # "at least 40" is "40+"
    years = abs(old - young)
    if years <= 2 and any(alignment.analysis(m.sigil).report.published is None for v in variants for m in v.mentions):
        return True  # nobody knows how much later the one was written
    if years != 1:
        return False
    days = [
        {
            report.published.date()
            for mention in variant.mentions
            if (report := alignment.analysis(mention.sigil).report).published
        }
        for variant in variants
    ]
    return bool(days[0] and days[1]) and (min(days[1]) - max(days[0])).days > _BIRTHDAY
