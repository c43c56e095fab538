"""The check `number`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from storydiff.checks.base import Check
from storydiff.checks.common.apart import finding_of
from storydiff.checks.numbers import tolls
from storydiff.checks.numbers.edges import both_tell_both, edges_once
from storydiff.checks.numbers.figures import Edge, clusters
from storydiff.checks.numbers.linked_figures import joined, open_and_exact, pairs, with_all_mentions
from storydiff.checks.numbers.phones import phones
from storydiff.checks.verdicts import describe, moving, one_voice_each
from storydiff.model import Alignment, Confidence, Finding, Variant, Verdict


class Number(Check):
    """Reports give incompatible figures for the same thing: a toll, a count, a sum, a share, a distance.

    ## Why it matters
    A reader of one report takes away a figure that another report disputes.

    ## Flagged
    - A: Three people were killed in the fire at the Saltby cannery on Tuesday.
    - B: Five people were killed in the fire at the Saltby cannery on Tuesday.

    - A: The cannery was fined $48,000 last year for its blocked exits, state records show.
    - B: The cannery was fined $84,000 last year for its blocked exits, state records show.

    - A: A woman called the harbor police on Tuesday to report the fire at the Saltby cannery.
    - B: Two women called the harbor police on Tuesday to report the fire at the Saltby cannery.

    - A: Whoever knows more about the fire is asked to call the harbor police at 555-0142.
    - B: The harbor police ask witnesses of the fire to call 555-0412.

    ## Not flagged
    - A: Twelve people were hurt in the fire at the Saltby cannery on Tuesday.
    - B: A dozen people were hurt in the fire at the Saltby cannery on Tuesday.

    - A: At least three people were killed in the fire at the Saltby cannery.
    - B: Five people were killed in the fire at the Saltby cannery.

    - A: The bridge will cost $3.2 million, the council of Tallow Ford said on Monday.
    - B: The bridge will cost $3,214,000, the council of Tallow Ford said on Monday.

    - A: Six people were wounded in the fire at the Saltby cannery.
    - B: The fire at the Saltby cannery left two people in critical condition.

    ## Known limits
    Tolls, and counts that a report has but one of, are compared over whole reports; sums, shares and distances only in
    sentences that tell the same, with the same words next to them. Two figures of one kind in one sentence are not told
    apart. Figures inside quotation marks are left alone. Ages are the business of `age`.
    """

    name = "number"
    precision = 0.96

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        linked = tuple(pairs(alignment))
        for about, variants in self._entries(alignment, both_tell_both(alignment, edges_once(alignment, linked))):
            verdict = _verdict(alignment, about, variants)
            readings = " and ".join(variant.reading for variant in variants)
            later = "the later report knows more"
            why = later if verdict is Verdict.UPDATE else f"{readings} cannot both be the figure"
            yield self._told(alignment, verdict, about, variants, why)
        for about, variants in self._entries(alignment, (*open_and_exact(linked), *tolls.open_and_exact(alignment))):
            why = "a bound leaves room that an exact figure does not"
            yield self._told(alignment, Verdict.DIFFERENCE, f"{about}, exactly", variants, why)
        for apart in phones(alignment):
            yield finding_of(self, alignment, apart)

    def _entries(self, alignment: Alignment, edges: Iterable[Edge]) -> Iterator[tuple[str, tuple[Variant, ...]]]:
        for about, variants in clusters(joined(edges)):
            if len(variants) > 1 and one_voice_each(variants):
                yield about, tuple(with_all_mentions(alignment, variant) for variant in variants)

    def _told(
        self, alignment: Alignment, verdict: Verdict, about: str, variants: tuple[Variant, ...], why: str
    ) -> Finding:
        message = f"{about}: {describe(alignment, variants)}"
        return self.finding(verdict, Confidence.MEDIUM, about=about, message=message, why=why, variants=variants)


def _verdict(alignment: Alignment, about: str, variants: tuple[Variant, ...]) -> Verdict:
    """Tolls rise as news comes in; those who fired turn out to be more, or fewer."""
    if about.split()[-1] in tolls.TOLLS:
        return moving(alignment, variants)
    if about == "shooters" and moving(alignment, variants[::-1]) is Verdict.UPDATE:
        return Verdict.UPDATE
    return moving(alignment, variants) if about == "shooters" else Verdict.CONFLICT
