"""The two tables of the terminal report: facts by outlets, and aligned sentences by outlets."""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from storydiff.model import Comparison, Fact, Row
from storydiff.reporting.harmless import one_line, shortened
from storydiff.reporting.phrases import name_of, sigil_of
from storydiff.reporting.terminal_text import marked
from storydiff.reporting.words import differing_words, representative

_FACT_COLUMN = 16  # narrowest column in which a fact can be read
_SENTENCE_COLUMN = 26
_CELL = 4000  # code points; a longer sentence is no sentence
_MARKS = {"majority": "green", "outlier": "bold red", "agrees": "", "silent": "dim"}
_DIFFERENT = "bold yellow"


def matrix(comparison: Comparison, width: int) -> RenderableType:
    """Facts × outlets; the outlier in red behind a ≠, the majority in green. Outlets go below each other where columns get too narrow."""
    reports = comparison.reports
    head = Text("Facts by outlet", style="bold")
    if width // (len(reports) + 1) < _FACT_COLUMN:
        blocks: list[RenderableType] = [head]
        names = {report.sigil: name_of(report) for report in reports}
        for row in comparison.matrix:
            blocks.append(Text(one_line(row.about, _CELL), style="bold"))
            blocks += [
                Padding(
                    Text(f"{sigil_of(fact)} {names.get(fact.sigil, sigil_of(fact))}: ").append_text(_fact(fact)),
                    (0, 0, 0, 2),
                )
                for fact in row.facts
                if fact.mark != "silent"
            ]
        return Group(*blocks, Text())
    table = Table(show_edge=False, pad_edge=False, header_style="bold", box=SIMPLE_HEAD, expand=False)
    table.add_column("")
    for report in reports:
        table.add_column(Text(f"{sigil_of(report)} {name_of(report)}"))
    for row in comparison.matrix:
        told = {fact.sigil: fact for fact in row.facts}
        cells = [_fact(told[report.sigil]) if report.sigil in told else _silence() for report in reports]
        table.add_row(Text(one_line(row.about, _CELL)), *cells)
    return Group(head, table, Text())


def aligned(comparison: Comparison, width: int) -> RenderableType:
    """The aligned sentences; words that differ from the row's representative reading are coloured."""
    reports = comparison.reports
    texts = {report.sigil: report.text for report in reports}
    head = Text("Sentence by sentence", style="bold")
    rows = [(row.number, _cells(row, texts)) for row in comparison.alignment.rows]
    if (width - 6) // max(len(reports), 1) < _SENTENCE_COLUMN:
        blocks: list[RenderableType] = [head]
        for number, cells in rows:
            blocks.append(Text(str(number), style="dim"))
            blocks += [
                Padding(Text(f"{one_line(sigil, _CELL)} ", style="bold").append_text(cell), (0, 0, 0, 2))
                for sigil, cell in cells.items()
            ]
        return Group(*blocks, Text())
    table = Table(show_edge=False, pad_edge=False, header_style="bold", box=SIMPLE_HEAD, show_lines=True, expand=True)
    table.add_column("", style="dim", no_wrap=True, width=max(len(str(len(rows))), 1))
    for report in reports:
        table.add_column(Text(f"{sigil_of(report)} {name_of(report)}"), ratio=1)
    for number, cells in rows:
        table.add_row(str(number), *(cells.get(report.sigil, _silence()) for report in reports))
    return Group(head, table, Text())


def _cells(row: Row, texts: dict[str, str]) -> dict[str, Text]:
    words = {
        cell.sigil: shortened(
            " ".join(
                " ".join(texts[cell.sigil][s.start : min(s.end, s.start + _CELL)].split()) for s in cell.sentences
            ),
            _CELL,
        )
        for cell in row.cells
    }
    reference = representative(list(words.values()))
    return {sigil: marked(text, differing_words(text, reference), _DIFFERENT) for sigil, text in words.items()}


def _fact(fact: Fact) -> Text:
    if fact.mark == "silent":
        return _silence()
    differs = "≠ " if fact.mark == "outlier" else ""  # seen without colours too
    shown = Text(differs + one_line(fact.reading, _CELL), style=_MARKS.get(fact.mark, ""))
    return shown.append(f" ({one_line(fact.source, _CELL)})", style="dim") if fact.source else shown


def _silence() -> Text:
    return Text("—", style="dim")
