"""What the page shows, as plain values for its template: nothing is decided in the template itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from storydiff.model import Alignment, Comparison, FactRow, Finding, Report, State, Variant, Verdict
from storydiff.reporting.corrections import corrections
from storydiff.reporting.page_rows import Places, RowView, rows_of
from storydiff.reporting.page_text import LOUDEST, MarkedText, Piece, quoted
from storydiff.reporting.phrases import counted, name_of, published
from storydiff.reporting.positions import Positions

_PLACES_SHOWN = 3  # places of one reading in a card; the others are named, and shown in the reports
_LONG_READING = 60  # code points; a longer reading is not set above the very words it repeats


class OutletView(NamedTuple):
    """A column: one report. `number` counts from 1; `link` is "" unless it is a web address.

    `label` is the sigil, without the relay that `name` names.
    """

    number: int
    label: str
    name: str
    published: str
    title: str
    path: str
    link: str
    copied: str
    sentences: int


class PlaceView(NamedTuple):
    """A place in a report. `target`: id of its sentence, "" if the page does not show it."""

    label: str
    name: str
    where: str
    source: str
    target: str
    pieces: tuple[Piece, ...]


class VariantView(NamedTuple):
    """A reading, and where it stands; `more` are sigil with line, and target, of places not shown in full."""

    reading: str
    places: tuple[PlaceView, ...]
    more: tuple[tuple[str, str], ...]


class CardView(NamedTuple):
    """A finding. `number` is its place in the comparison, from 0; `head` its message, with a capital."""

    number: int
    head: str
    finding: Finding
    columns: tuple[int, ...]
    variants: tuple[VariantView, ...]


class FactView(NamedTuple):
    """A cell of the matrix; `target` as in `PlaceView`, `mark` as in `Fact`, or "differs" where no reading has a majority."""

    reading: str
    source: str
    mark: str
    target: str


class FactRowView(NamedTuple):
    """A line of the matrix."""

    about: str
    agrees: bool
    facts: tuple[FactView, ...]


class PageView(NamedTuple):
    """All that the page shows. `single`: one report, taken apart; `corrections`: sigil, notice, sentence."""

    event: str
    single: bool
    outlets: tuple[OutletView, ...]
    tallies: tuple[tuple[str, int, str], ...]
    corrections: tuple[tuple[str, str, str], ...]
    facts: tuple[FactRowView, ...]
    cards: tuple[CardView, ...]
    checks: tuple[tuple[str, int], ...]
    rows: tuple[RowView, ...]
    links: tuple[tuple[str, str], ...]
    comparison: Comparison


def page_view(comparison: Comparison) -> PageView:
    """The values that the template of the page fills in."""
    alignment, reports = comparison.alignment, comparison.reports
    places = Places(alignment)
    single = len({_label(report.sigil) for report in reports}) == 1
    return PageView(
        event=comparison.event or (reports[0].title if single else ""),
        single=single,
        outlets=tuple(_outlets(alignment)),
        tallies=tuple(_tally(verdict, comparison.count(verdict)) for verdict in LOUDEST),
        corrections=tuple((one.sigil, one.text, places.sentence(one)) for one in corrections(comparison)),
        facts=tuple(_fact_row(row, comparison, places) for row in comparison.matrix),
        cards=tuple(_cards(comparison, places)),
        checks=tuple(sorted(Counter(finding.check for finding in comparison.findings).items())),
        rows=tuple(rows_of(comparison, MarkedText(alignment.analyses, comparison.findings), places)),
        links=places.links(alignment),
        comparison=comparison,
    )


def _tally(verdict: Verdict, number: int) -> tuple[str, int, str]:
    return verdict.value, number, counted(number, verdict).partition(" ")[2]


def _outlets(alignment: Alignment) -> Iterator[OutletView]:
    names = {analysis.sigil: name_of(analysis.report) for analysis in alignment.analyses}
    for number, analysis in enumerate(alignment.analyses, 1):
        report = analysis.report
        yield OutletView(
            number=number,
            label=_label(report.sigil),
            name=_voice(report),
            published=published(report),
            title=report.title,
            path=report.path,
            link=_web_address(report),
            copied=_copied(report.sigil, alignment, names),
            sentences=len(analysis.sentences),
        )


def _label(sigil: str) -> str:
    return sigil.partition("/")[0]


def _voice(report: Report) -> str:
    """The outlet, or through whom a report has what it passes on."""
    return f"via {name_of(report)}" if "/" in report.sigil else name_of(report)


def _web_address(report: Report) -> str:
    try:
        return report.url if urlsplit(report.url).scheme in ("http", "https") else ""
    except ValueError:
        return ""


def _copied(sigil: str, alignment: Alignment, names: Mapping[str, str]) -> str:
    for copy in alignment.copies:
        # the parts of one report are not copies of each other
        if sigil in copy.sigils and len({_label(one) for one in copy.sigils}) > 1:
            others = [names.get(other, other) for other in copy.sigils if other != sigil]
            whom = ", ".join(others[:2]) + (f" and {len(others) - 2} more" if len(others) > 2 else "")
            return f"{copy.share:.0%} shared with {whom}" + (f" ({copy.credit})" if copy.credit else "")
    return ""


def _fact_row(row: FactRow, comparison: Comparison, places: Places) -> FactRowView:
    told = {fact.sigil: fact for fact in row.facts}
    # who stands apart, does so from a majority
    apart = "outlier" if any(fact.mark == "majority" for fact in row.facts) else "differs"
    facts = []
    for report in comparison.reports:
        fact = told.get(report.sigil)
        if fact is None or fact.mark == "silent":
            facts.append(FactView("", "", "silent", ""))
        else:
            target = places.sentence(fact.mentions[0]) if fact.mentions else ""
            facts.append(FactView(fact.reading, fact.source, apart if fact.mark == "outlier" else fact.mark, target))
    agrees = all(fact.mark in ("agrees", "silent") for fact in facts)
    return FactRowView(row.about, agrees, tuple(facts))


def _cards(comparison: Comparison, places: Places) -> Iterator[CardView]:
    """New findings first, of these what only some tell last."""
    order = (State.NEW, State.ACCEPTED, State.IGNORED)
    positions = Positions(comparison.reports)
    ranked = sorted(
        enumerate(comparison.findings),
        key=lambda item: (order.index(item[1].state), item[1].verdict is Verdict.ONLY_HERE),
    )
    for number, finding in ranked:
        mentions = [mention for variant in finding.variants for mention in variant.mentions]
        yield CardView(
            number,
            finding.message[:1].upper() + finding.message[1:],
            finding,
            tuple(dict.fromkeys(map(places.column, mentions))),
            tuple(_variant(finding, variant, positions, places) for variant in finding.variants),
        )


def _variant(finding: Finding, variant: Variant, positions: Positions, places: Places) -> VariantView:
    # one place a report is enough to read; the others are named
    firsts = list({mention.sigil: mention for mention in reversed(variant.mentions)}.values())[::-1]
    shown = []
    for mention in firsts[:_PLACES_SHOWN]:
        analysis = places.analysis(mention)
        place = positions.place(mention)
        shown.append(
            PlaceView(
                label=_label(mention.sigil),
                name=_voice(analysis.report),
                where=f"{place.path}:{place.start.line}:{place.start.column}",
                source=mention.source,
                target=places.sentence(mention),
                pieces=quoted(mention, finding, analysis),
            )
        )
    rest = [mention for mention in variant.mentions if mention not in firsts[:_PLACES_SHOWN]]
    reading = "" if len(variant.reading) > _LONG_READING else variant.reading
    more = ((f"{mention.sigil}:{positions.place(mention).start.line}", places.sentence(mention)) for mention in rest)
    return VariantView(reading, tuple(shown), tuple(more))
