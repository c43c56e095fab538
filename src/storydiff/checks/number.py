"""The check `number`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from storydiff.checks import tolls, whole_figures
from storydiff.checks.base import Check, evidence
from storydiff.checks.edited import edits, inside
from storydiff.checks.figures import Edge, clusters, compatible, of_one_thing, told_in
from storydiff.checks.happenings import of_another
from storydiff.checks.ones import one_or_several
from storydiff.checks.shooters import shooters
from storydiff.checks.tolls import TOLLS
from storydiff.checks.verdicts import describe, moving, one_voice_each, sigils
from storydiff.model import Alignment, Analysis, Confidence, Finding, Quantity, Variant, Verdict

# Counts that say little of the event: parts of a crowd told by turns, and counts of an indictment.
_PARTS = frozenset(
    "people person other man woman child victim teen teenager kid boy girl male female juvenile suspect count charge "
    "time thing day week month year hour minute shot round way member part side case".split()
)
# What a figure of time or of a person's age says is compared by `time` and `age`.
_OTHERS = frozenset({"age", "height", "weight"})
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

    - A: A woman called the harbor police on Tuesday to report the fire at the Saltby cannery.
    - B: Two women called the harbor police on Tuesday to report the fire at the Saltby cannery.

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

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        told = {analysis.sigil: _told(analysis) for analysis in alignment.analyses}
        found = dict.fromkeys(_edges(alignment))
        # Two reports that both tell both figures agree, whatever it is that has two of them.
        edges = [
            edge
            for edge in found
            if (edge.about, edge.b.value) not in told[edge.a.sigil]
            or (edge.about, edge.a.value) not in told[edge.b.sigil]
        ]
        for about, variants in clusters(_joined(edges)):
            if not one_voice_each(variants):
                continue
            variants = tuple(_with_all_mentions(alignment, variant) for variant in variants)
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
    return {(about, quantity.value) for quantity in analysis.quantities if (about := what(analysis, quantity))}


def _edges(alignment: Alignment) -> Iterator[Edge]:
    yield from _in_links(alignment)
    yield from tolls.in_whole_reports(alignment)
    yield from whole_figures.in_whole_reports(alignment, what)
    yield from one_or_several(alignment)
    yield from shooters(alignment)
    yield from _edited(alignment)


def _in_links(alignment: Alignment) -> Iterator[Edge]:
    """Figures of one kind, one to a sentence, in sentences that tell the same."""
    for link in alignment.links:
        if link.score < _LINKED:
            continue
        one, other = alignment.analysis(link.a.sigil), alignment.analysis(link.b.sigil)
        a, b = _single(one, told_in(one, link.a)), _single(other, told_in(other, link.b))
        for about in sorted(a.keys() & b.keys()):
            # A share and what it leaves are two ways to tell one thing.
            rest = a[about].unit == "percent" and a[about].value + b[about].value == 100
            if rest or not tolls.differ(one, a[about], other, b[about]):
                continue
            if a[about].role in TOLLS and of_another(one, link.a) != of_another(other, link.b):
                continue
            if a[about].role in TOLLS or of_one_thing((one, link.a, a[about]), (other, link.b, b[about])):
                yield Edge(about, a[about], b[about])


def _edited(alignment: Alignment) -> Iterator[Edge]:
    """Figures that are all in which two sentences differ."""
    for edit in edits(alignment):
        told = [
            [q for q in told_in(alignment.analysis(sentence.sigil), sentence) if inside(place, q)]
            for sentence, place in ((edit.link.a, edit.a), (edit.link.b, edit.b))
        ]
        if len(told[0]) == len(told[1]) == 1:
            a, b = told[0][0], told[1][0]
            kind = (a.unit, a.counted, a.role == "age")
            if kind == (b.unit, b.counted, b.role == "age") and a.role != "age" and not compatible(a, b):
                about = what(alignment.analysis(a.sigil), a) or " ".join(filter(None, (a.unit, a.counted))) or "figure"
                yield Edge(about, a, b)


def _joined(edges: Iterable[Edge]) -> list[Edge]:
    """The edges; those shot and those wounded under one heading, where their figures are the same."""
    headings: dict[tuple[frozenset[tuple[str, float]], bool], str] = {}
    made = []
    for edge in edges:
        pair = frozenset((one.sigil, one.value) for one in (edge.a, edge.b))
        hurt = edge.about.endswith((" shot", " wounded"))
        made.append(edge._replace(about=headings.setdefault((pair, hurt), edge.about) if hurt else edge.about))
    return made


def _with_all_mentions(alignment: Alignment, variant: Variant) -> Variant:
    """The variant with the other places of its reports that give the same figure for the same thing."""
    found = {(mention.sigil, mention.start): mention for mention in variant.mentions}
    for sigil in sigils(variant):
        analysis = alignment.analysis(sigil)
        told = {_key(quantity) for quantity in analysis.quantities if (sigil, quantity.start) in found}
        for quantity in analysis.quantities:
            if _key(quantity) in told and not analysis.is_quoted(quantity) and what(analysis, quantity):
                found.setdefault((sigil, quantity.start), evidence(quantity))
    return replace(variant, mentions=tuple(found.values()))


def _key(quantity: Quantity) -> tuple[float, bool, str, str]:
    return quantity.value, quantity.low == quantity.high, quantity.unit, quantity.role or quantity.counted


def _single(analysis: Analysis, quantities: list[Quantity]) -> dict[str, Quantity]:
    found = [(quantity, what(analysis, quantity)) for quantity in quantities]
    often = Counter(about for _, about in found)
    more = {quantity.role for quantity in quantities if "more" in quantity.modifiers}
    return {about: quantity for quantity, about in found if about and often[about] == 1 and quantity.role not in more}


def what(analysis: Analysis, quantity: Quantity) -> str:
    """What the figure is of, as a key and in words; "" where that is not known."""
    if quantity.role in _OTHERS:
        return ""
    if quantity.role in TOLLS:
        return tolls.about(analysis, quantity)
    if quantity.unit:
        kind = quantity.role if quantity.role not in ("", quantity.unit) else "figure"
        return f"{kind} ({' '.join(filter(None, (quantity.unit, quantity.counted)))})"
    if quantity.counted in _PARTS or quantity.counted in tolls.ANYBODY or tolls.is_part(analysis, quantity):
        return ""
    if any("other" in word for word in quantity.modifiers):
        return ""
    return quantity.counted
