"""What the page shows, as plain values for its template: nothing is decided in the template itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from storydiff.model import Alignment, Comparison, FactRow, Finding, Mention, Report, State, Variant, Verdict
from storydiff.reporting.corrections import corrections
from storydiff.reporting.page_text import LOUDEST, MarkedText, Piece, quoted
from storydiff.reporting.phrases import counted, name_of, published
from storydiff.reporting.positions import Positions
from storydiff.reporting.words import differing_words, representative

_PLACES_SHOWN = 3  # places of one reading in a card; the others are named, and shown in the reports
_LONG_READING = 60  # code points; a longer reading is not set above the very words it repeats
_SILENT_NAMED = 6
_LINKS_SHOWN = 20_000
_MOST_DIFFERENT = 0.6  # of a sentence


class OutletView(NamedTuple):
    """A column: one report. `number` counts from 1; `link` is "" unless it is a web address.

    `label` is the sigil, without the relay that `name` names.
    """

    number: int
    sigil: str
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
    """A reading, and where it stands; `more` are the sigils of places not shown in full."""

    reading: str
    sigils: str
    places: tuple[PlaceView, ...]
    more: tuple[tuple[str, str], ...]


class CardView(NamedTuple):
    """A finding. `number` is its place in the comparison, from 0; `head` its message, with a capital."""

    number: int
    head: str
    finding: Finding
    sigils: str
    variants: tuple[VariantView, ...]


class FactView(NamedTuple):
    """A cell of the matrix; `target` as in `PlaceView`."""

    reading: str
    source: str
    mark: str
    target: str


class FactRowView(NamedTuple):
    """A line of the matrix."""

    about: str
    agrees: bool
    facts: tuple[FactView, ...]


class SentenceView(NamedTuple):
    """A sentence. `different`: code points, "start-end …", of the words that its row mates do not have."""

    id: str
    kind: str
    paragraph: int
    alone: bool
    pieces: tuple[Piece, ...]
    different: str


class CellView(NamedTuple):
    """One report's part of a row."""

    column: int
    sigil: str
    sentences: tuple[SentenceView, ...]


class RowView(NamedTuple):
    """A line of the aligned reports; `agrees`: several tell it and no finding but `only-here` points at it."""

    number: int
    cells: tuple[CellView, ...]
    agrees: bool
    silent: str


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
    alignment = comparison.alignment
    ids = _ids(alignment)
    text = MarkedText(alignment.analyses, comparison.findings)
    rows = _rows(comparison, text, ids)
    row_of = {sentence.id: row.number for row in rows for cell in row.cells for sentence in cell.sentences}
    shown = {key: number for key, number in ids.items() if number in row_of}
    used: dict[str, int] = {}
    single = len({_label(report.sigil) for report in comparison.reports}) == 1
    for finding in comparison.findings:
        used[finding.check] = used.get(finding.check, 0) + 1
    return PageView(
        event=comparison.event or (comparison.reports[0].title if single else ""),
        single=single,
        outlets=tuple(_outlets(alignment)),
        tallies=tuple((v.value, comparison.count(v), _without_number(comparison.count(v), v)) for v in LOUDEST),
        corrections=tuple((one.sigil, one.text, shown.get(_key(one), "")) for one in corrections(comparison)),
        facts=tuple(_fact_row(row, comparison.reports, alignment, shown) for row in comparison.matrix),
        cards=tuple(_cards(comparison, shown)),
        checks=tuple(sorted(used.items())),
        rows=rows,
        links=_links(alignment, shown, row_of),
        comparison=comparison,
    )


def _links(
    alignment: Alignment, shown: Mapping[tuple[str, int], str], row_of: Mapping[str, int]
) -> tuple[tuple[str, str], ...]:
    ends = ((shown.get(_key(link.a), ""), shown.get(_key(link.b), "")) for link in alignment.links)
    links = [(a, b) for a, b in ends if a and b]
    # of very many, only those that the rows do not tell
    return tuple(links if len(links) <= _LINKS_SHOWN else [(a, b) for a, b in links if row_of[a] != row_of[b]])


def _without_number(number: int, verdict: Verdict) -> str:
    return counted(number, verdict).partition(" ")[2]


def _key(mention: Mention) -> tuple[str, int]:
    return mention.sigil, mention.start


def _ids(alignment: Alignment) -> dict[tuple[str, int], str]:
    sentences = (sentence for analysis in alignment.analyses for sentence in analysis.sentences)
    return {_key(sentence): f"s{number}" for number, sentence in enumerate(sentences, 1)}


def _target(mention: Mention, alignment: Alignment, shown: Mapping[tuple[str, int], str]) -> str:
    for analysis in alignment.analyses:
        if analysis.sigil == mention.sigil:
            sentence = analysis.sentence_at(mention.start)
            return shown.get(_key(sentence), "") if sentence else ""
    return ""


def _outlets(alignment: Alignment) -> Iterable[OutletView]:
    names = {analysis.sigil: name_of(analysis.report) for analysis in alignment.analyses}
    for number, analysis in enumerate(alignment.analyses, 1):
        report = analysis.report
        yield OutletView(
            number=number,
            sigil=report.sigil,
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


def _fact_row(
    row: FactRow, reports: Sequence[Report], alignment: Alignment, shown: Mapping[tuple[str, int], str]
) -> FactRowView:
    told = {fact.sigil: fact for fact in row.facts}
    facts = []
    for report in reports:
        fact = told.get(report.sigil)
        if fact is None or fact.mark == "silent":
            facts.append(FactView("", "", "silent", ""))
        else:
            target = _target(fact.mentions[0], alignment, shown) if fact.mentions else ""
            facts.append(FactView(fact.reading, fact.source, fact.mark, target))
    agrees = all(fact.mark in ("agrees", "silent") for fact in facts)
    return FactRowView(row.about, agrees, tuple(facts))


def _cards(comparison: Comparison, shown: Mapping[tuple[str, int], str]) -> Iterable[CardView]:
    order = (State.NEW, State.ACCEPTED, State.IGNORED)
    positions = Positions(comparison.reports)
    ranked = sorted(
        enumerate(comparison.findings),
        key=lambda item: (order.index(item[1].state), item[1].verdict is Verdict.ONLY_HERE),
    )
    for number, finding in ranked:
        mentions = [mention for variant in finding.variants for mention in variant.mentions]
        sigils = " ".join(dict.fromkeys(_column(mention, comparison) for mention in mentions))
        variants = tuple(_variant(finding, variant, comparison, positions, shown) for variant in finding.variants)
        yield CardView(number, finding.message[:1].upper() + finding.message[1:], finding, sigils, variants)


def _column(mention: Mention, comparison: Comparison) -> str:
    sigils = {report.sigil for report in comparison.reports}
    return mention.sigil if mention.sigil in sigils else mention.sigil.partition("/")[0]


def _variant(
    finding: Finding,
    variant: Variant,
    comparison: Comparison,
    positions: Positions,
    shown: Mapping[tuple[str, int], str],
) -> VariantView:
    alignment = comparison.alignment
    # one place a report is enough to read; the others are named
    firsts = list({mention.sigil: mention for mention in reversed(variant.mentions)}.values())[::-1]
    places = []
    for mention in firsts[:_PLACES_SHOWN]:
        analysis = alignment.analysis(_column(mention, comparison))
        place = positions.place(mention)
        places.append(
            PlaceView(
                label=_label(mention.sigil),
                name=_voice(analysis.report),
                where=f"{place.path}:{place.start.line}:{place.start.column}",
                source=mention.source,
                target=_target(mention, alignment, shown),
                pieces=quoted(mention, finding, analysis),
            )
        )
    rest = [mention for mention in variant.mentions if mention not in firsts[:_PLACES_SHOWN]]
    reading = "" if len(variant.reading) > _LONG_READING else variant.reading
    sigils = " ".join(dict.fromkeys(mention.sigil for mention in variant.mentions))
    return VariantView(
        reading, sigils, tuple(places), tuple((mention.sigil, _target(mention, alignment, shown)) for mention in rest)
    )


def _rows(comparison: Comparison, text: MarkedText, ids: Mapping[tuple[str, int], str]) -> tuple[RowView, ...]:
    loud = {
        number
        for number, finding in enumerate(comparison.findings)
        if finding.state is State.NEW and finding.verdict is not Verdict.ONLY_HERE
    }
    columns = {report.sigil: number for number, report in enumerate(comparison.reports, 1)}
    rows = []
    for row in comparison.alignment.rows:
        different = _different([" ".join(s.text for s in cell.sentences) for cell in row.cells])
        cells, disputed = [], False
        for cell, spans in zip(row.cells, different, strict=True):
            sentences, offset = [], 0
            for sentence in cell.sentences:
                disputed = disputed or not loud.isdisjoint(text.findings_in(sentence))
                end = offset + len(sentence.text)
                inside = [(max(a, offset) - offset, min(b, end) - offset) for a, b in spans if a < end and b > offset]
                sentences.append(
                    SentenceView(
                        ids[_key(sentence)],
                        sentence.kind,
                        sentence.paragraph,
                        len(row.cells) == 1,
                        text.pieces(sentence),
                        _told_apart(inside, len(sentence.text)),
                    )
                )
                offset = end + 1
            cells.append(CellView(columns[cell.sigil], cell.sigil, tuple(sentences)))
        told = {cell.sigil for cell in row.cells}
        silent = [report.sigil for report in comparison.reports if report.sigil not in told]
        rows.append(RowView(row.number, tuple(cells), len(cells) > 1 and not disputed, _silent(silent)))
    return tuple(rows)


def _told_apart(spans: Sequence[tuple[int, int]], length: int) -> str:
    # where hardly a word is shared, marking all the others tells nothing
    if sum(end - start for start, end in spans) > _MOST_DIFFERENT * length:
        return ""
    return " ".join(f"{start}-{end}" for start, end in spans)


def _different(texts: Sequence[str]) -> list[tuple[tuple[int, int], ...]]:
    if len(texts) < 2:
        return [() for _ in texts]
    reference = representative(texts)
    if len(texts) == 2:  # neither is the measure of the other
        return [differing_words(texts[0], texts[1]), differing_words(texts[1], texts[0])]
    return [differing_words(text, reference) for text in texts]


def _silent(sigils: Sequence[str]) -> str:
    return ", ".join(sigils) if len(sigils) <= _SILENT_NAMED else f"{len(sigils)} outlets"
