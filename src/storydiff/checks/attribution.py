"""The check `attribution`."""

from __future__ import annotations

from collections.abc import Iterator

from storydiff.checks.base import Check, evidence
from storydiff.checks.common.claims import gathered, span_of
from storydiff.checks.telling.credited_claims import FLAT, Pair, Side, differently_credited, is_contested, places
from storydiff.checks.verdicts import describe
from storydiff.model import Alignment, Confidence, Evidence, Finding, Span, Variant, Verdict


class Attribution(Check):
    """A grave fact is credited to different sources, or credited in one report and told flat in another.

    ## Why it matters
    Who says so is half of what a reader needs to weigh a claim; a claim without its source reads as established.

    ## Flagged
    - A: The gunman was armed with a hunting rifle from the store, a neighbor said on Friday.
    - B: The gunman was armed with a hunting rifle from the store, police said on Friday.

    ## Not flagged
    - A: The gunman was armed with a hunting rifle from the store, police said on Friday.
    - B: The gunman was armed with a hunting rifle from the store, Sheriff Oda Brandt said on Friday.

    ## Known limits
    Officials are one source, whatever they are called. Facts that are not grave are left alone unless the two sentences are the same
    but for the source, and what stands in quotation marks too. A fact that officials are
    credited with here and that is flat there is shown with low confidence only, but for a deed that somebody is said to have done.
    """

    name = "attribution"
    precision = 0.83

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        found = differently_credited(alignment)
        for group in gathered((places(pair), pair[0].told.shared, pair) for pair in found):
            yield self._told(alignment, group)

    def _told(self, alignment: Alignment, pairs: list[Pair]) -> Finding:
        readings: dict[str, dict[tuple[str, int], Evidence]] = {}
        labels: dict[str, str] = {}
        for side in (side for pair in pairs for side in pair):
            value = side.credit.source_key if side.credit else FLAT
            source = side.credit.source if side.credit else None
            labels.setdefault(value, source.text if source else FLAT)
            start, end = _evidence_span(side)
            mark = (Span(source.start, source.end),) if source else ()
            readings.setdefault(value, {})[side.sentence.sigil, start] = evidence(
                span_of(side.analysis, start, end), source.text if source else "", mark
            )
        variants = [Variant(labels[value], value, tuple(told.values())) for value, told in readings.items()]
        first = min(pairs[0], key=lambda side: side.sentence.sigil)
        about = " ".join(first.analysis.report.text[slice(*first.told.span)].split()[:9])
        flat = FLAT in readings
        return self.finding(
            Verdict.DIFFERENCE,
            Confidence.LOW if flat and not any(map(is_contested, pairs)) else Confidence.MEDIUM,
            about=about,
            message=f"who says that “{about}”: {describe(alignment, variants)}",
            why="credited in one report, flat in another"
            if flat
            else "the sources differ: " + ", ".join(labels.values()),
            variants=variants,
        )


def _evidence_span(side: Side) -> tuple[int, int]:
    """The told words with the source, if it stands in the sentence."""
    start, end = side.told.span
    if side.credit is not None and side.credit.source is not None:
        start, end = min(start, side.credit.source.start), max(end, side.credit.source.end)
    return start, end
