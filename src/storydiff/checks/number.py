"""The check `number`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from storydiff.checks.base import Check
from storydiff.checks.figures import Edge, clusters, compatible, told_in
from storydiff.checks.verdicts import describe, moving, one_voice_each
from storydiff.model import Alignment, Analysis, Confidence, Finding, Quantity, Verdict

# Tolls: they rise as news comes in, and they are compared wherever the opening of a report tells them.
TOLLS = frozenset({"killed", "wounded", "missing", "arrested", "hospitalised", "shot", "evacuated"})
# Words for anybody. "One man" may be a part of "three people", so men are counted apart.
_ANYBODY = frozenset(
    "people person victim civilian resident passenger body survivor worker employee student guest fan".split()
)
# Counts that say little of the event: parts of a crowd told by turns, and counts of an indictment.
_PARTS = frozenset(
    "people person other man woman child victim teen teenager kid boy girl male female juvenile suspect count charge "
    "time thing day week month year hour minute shot round way member part side case".split()
)
# What a figure of time or of a person's age says is compared by `time` and `age`.
_OTHERS = frozenset({"age", "height", "weight"})
_OPENING = 4  # sentences; later ones tell of other days, other places and sums of a year
_LINKED = 0.5  # score of a link from which its sentences are about one thing


@dataclass(frozen=True)
class Number(Check):
    """Reports give incompatible figures for the same thing: a toll, a count, a sum, a share, a distance.

    ## Why it matters
    A reader of one report takes away a figure that another report disputes.

    ## Flagged
    - A: Three people were killed in the fire at the Saltby cannery on Tuesday.
    - B: Five people were killed in the fire at the Saltby cannery on Tuesday.

    - A: The cannery was fined $48,000 last year for its blocked exits, state records show.
    - B: The cannery was fined $84,000 last year for its blocked exits, state records show.

    ## Not flagged
    - A: Twelve people were hurt in the fire at the Saltby cannery on Tuesday.
    - B: A dozen people were hurt in the fire at the Saltby cannery on Tuesday.

    - A: At least three people were killed in the fire at the Saltby cannery.
    - B: Five people were killed in the fire at the Saltby cannery.

    - A: The bridge will cost $3.2 million, the council of Tallow Ford said on Monday.
    - B: The bridge will cost $3,214,000, the council of Tallow Ford said on Monday.

    ## Known limits
    Two figures of one kind in one sentence are not told apart and not compared. Ages are the business of `age`.
    """

    name = "number"

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        told = {analysis.sigil: _told(analysis) for analysis in alignment.analyses}
        found = dict.fromkeys((*_in_links(alignment), *_in_openings(alignment)))
        # Two reports that both tell both figures agree, whatever it is that has two of them.
        edges = [
            edge
            for edge in found
            if (edge.about, edge.b.value) not in told[edge.a.sigil]
            or (edge.about, edge.a.value) not in told[edge.b.sigil]
        ]
        for about, variants in clusters(edges):
            if not one_voice_each(variants):
                continue
            toll = about.split()[-1] in TOLLS
            verdict = moving(alignment, variants) if toll else Verdict.CONFLICT
            readings = " and ".join(variant.reading for variant in variants)
            why = (
                f"{readings} cannot both be the figure" if verdict is Verdict.CONFLICT else "the later report has more"
            )
            yield self.finding(
                verdict,
                Confidence.MEDIUM,
                about=about,
                message=f"{about}: {describe(alignment, variants)}",
                why=why,
                variants=variants,
            )


def _told(analysis: Analysis) -> set[tuple[str, float]]:
    """Every figure of the report with what it is of."""
    return {(about, quantity.value) for quantity in analysis.quantities if (about := what(quantity))}


def _in_links(alignment: Alignment) -> Iterator[Edge]:
    """Figures of one kind, one to a sentence, in sentences that tell the same."""
    for link in alignment.links:
        if link.score < _LINKED:
            continue
        a, b = (_single(told_in(alignment.analysis(side.sigil), side)) for side in (link.a, link.b))
        for about in sorted(a.keys() & b.keys()):
            # A share and what it leaves are two ways to tell one thing.
            rest = a[about].unit == "percent" and a[about].value + b[about].value == 100
            if not rest and not compatible(a[about], b[about]):
                yield Edge(about, a[about], b[about])


def _in_openings(alignment: Alignment) -> Iterator[Edge]:
    """Tolls that the opening sentences tell, where a report has one figure for them."""
    openings = [(analysis, _opening(analysis)) for analysis in alignment.analyses]
    for (_, a), (_, b) in combinations(openings, 2):
        for about in sorted(a.keys() & b.keys()):
            if not compatible(a[about], b[about]):
                yield Edge(about, a[about], b[about])


def _opening(analysis: Analysis) -> dict[str, Quantity]:
    body = [sentence for sentence in analysis.sentences if sentence.kind in ("sentence", "bullet")]
    told = [quantity for sentence in body[:_OPENING] for quantity in told_in(analysis, sentence)]
    found: dict[str, dict[float, Quantity]] = {}
    for quantity in told:
        about = what(quantity)
        if quantity.role in TOLLS and about.startswith(("people ", "other ")):
            found.setdefault(about, {}).setdefault(quantity.value, quantity)
    return {about: next(iter(values.values())) for about, values in found.items() if len(values) == 1}


def _single(quantities: list[Quantity]) -> dict[str, Quantity]:
    often = Counter(map(what, quantities))
    return {about: quantity for quantity in quantities if (about := what(quantity)) and often[about] == 1}


def what(quantity: Quantity) -> str:
    """What the figure is of, as a key and in words; "" where that is not known."""
    if quantity.role in _OTHERS:
        return ""
    if quantity.role in TOLLS:
        if quantity.counted in _ANYBODY or not quantity.counted:
            return f"people {quantity.role}"
        return f"{quantity.counted} {quantity.role}"
    if quantity.unit:
        kind = quantity.role if quantity.role not in ("", quantity.unit) else "figure"
        return f"{kind} ({' '.join(filter(None, (quantity.unit, quantity.counted)))})"
    return "" if quantity.counted in _PARTS else quantity.counted
