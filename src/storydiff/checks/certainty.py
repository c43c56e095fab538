"""The check `certainty`."""

from __future__ import annotations

from collections.abc import Iterator

from storydiff.checks.base import Check, evidence
from storydiff.checks.common.claims import Places, gathered, span_of
from storydiff.checks.telling.doubted_kinds import doubted_kinds
from storydiff.checks.telling.hedged_claims import Doubt, credited, doubts, in_words
from storydiff.checks.verdicts import describe
from storydiff.model import Alignment, Confidence, Evidence, Finding, Rung, Span, Variant, Verdict


class Certainty(Check):
    """A claim is hedged in one report and told as a fact in another.

    ## Why it matters
    "Allegedly", "believed to" and "may have" are what keeps a report from saying more than is known.

    ## Flagged
    - A: Ross allegedly stole the ferry captain's silver boat on Friday.
    - B: Ross stole the ferry captain's silver boat on Friday.

    ## Not flagged
    - A: Ross allegedly stole the ferry captain's silver boat on Friday.
    - B: Ross is accused of stealing the ferry captain's silver boat on Friday.

    - A: Ross stole the ferry captain's silver boat on Friday, and he may have sold it.
    - B: Ross stole the ferry captain's silver boat on Friday.

    ## Known limits
    A claim is told again by the words it shares; the same claim in other words is not seen. What stands in quotation marks is set
    only against what stands in quotation marks.
    """

    name = "certainty"
    precision = 0.75

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        found = doubts(alignment)
        known = {(doubt.hedged.sigil, doubt.hedge.start, doubt.flat.sigil) for doubt in found}
        kinds = (
            doubt
            for doubt in doubted_kinds(alignment)
            if (doubt.hedged.sigil, doubt.hedge.start, doubt.flat.sigil) not in known
        )
        groups = gathered((_places(doubt), doubt.told.shared, doubt) for doubt in (*found, *kinds))
        for group in groups:
            yield self._told(alignment, group)

    def _told(self, alignment: Alignment, group: list[Doubt]) -> Finding:
        readings: dict[str, dict[tuple[str, int], Evidence]] = {}
        cues: dict[str, str] = {}
        for doubt in group:
            value = doubt.hedge.rung.name.lower()
            cues.setdefault(value, doubt.hedge.text.lower())
            start, end = min(doubt.hedge.start, doubt.claim.start), max(doubt.hedge.end, doubt.claim.end)
            mark = (Span(doubt.hedge.start, doubt.hedge.end),)
            readings.setdefault(value, {})[doubt.hedged.sigil, start] = evidence(
                span_of(doubt.hedged, start, end), marks=mark
            )
            flat = span_of(doubt.flat, *doubt.told.span)
            readings.setdefault("stated", {})[doubt.flat.sigil, flat.start] = evidence(
                flat, credited(doubt.flat, doubt.told)
            )
        variants = [
            Variant(f"“{cues[value]}”" if value in cues else "as a fact", value, tuple(places.values()))
            for value, places in readings.items()
        ]
        first = group[0]
        about = in_words(first.hedged.report.text, first.claim, first.hedge)
        ladder = ", ".join(sorted(readings, key=lambda value: Rung[value.upper()].value))
        return self.finding(
            Verdict.DIFFERENCE,
            Confidence.MEDIUM if any(doubt.sure for doubt in group) else Confidence.LOW,
            about=about,
            message=f"how sure it is that “{about}”: {describe(alignment, variants)}",
            why=f"the rungs differ: {ladder}",
            variants=variants,
        )


def _places(doubt: Doubt) -> Places:
    return frozenset({(doubt.hedged.sigil, doubt.hedge.start), (doubt.flat.sigil, doubt.told.sentence.start)})
