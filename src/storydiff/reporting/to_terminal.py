"""The comparison for a person at a terminal: what disagrees first, then the facts by outlet, then the aligned table."""

from __future__ import annotations

from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from storydiff.model import Analysis, Comparison, Evidence, Finding, State, Variant, Verdict
from storydiff.reporting.harmless import harmless
from storydiff.reporting.positions import Positions
from storydiff.reporting.terminal_tables import aligned, matrix
from storydiff.reporting.terminal_text import SEVERITY_STYLE, VERDICT_STYLE, counted, in_context, name_of, published

NOTES_SHOWN = 8  # findings of "only here" that are shown unless all are asked for; there may be a hundred
_MENTIONS_SHOWN = 3
_NARROWEST = 30


def to_terminal(
    comparison: Comparison, *, width: int = 100, colour: bool = False, table: bool = False, everything: bool = False
) -> str:
    """The comparison as lines of at most `width` columns; `table` adds the aligned table, `everything` all notes."""
    out = StringIO()
    width = max(width, _NARROWEST)
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},  # whether to colour is the caller's decision
    )
    console.print(_head(comparison, width))
    if comparison.checks:
        console.print(_findings(comparison, width, everything))
    if comparison.matrix:
        console.print(matrix(comparison, width))
    if table:
        console.print(aligned(comparison, width))
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    return "\n".join(lines).rstrip("\n") + "\n"


def _head(comparison: Comparison, width: int) -> RenderableType:
    lines: list[RenderableType] = []
    if comparison.event:
        lines.append(Text(harmless(comparison.event), style="bold"))
    grid = Table.grid(padding=(0, 2))
    stacked = width < 70
    for report in comparison.reports:
        facts = [Text(report.sigil, style="bold"), Text(name_of(report), style="bold")]
        when, title = Text(published(report) or "no date", style="dim"), Text(harmless(report.title))
        if stacked:
            grid.add_row(facts[0], Group(facts[1], when, *([title] if report.title else [])))
        else:
            grid.add_row(*facts, when, title)
    return Group(*lines, grid, Text())


def _findings(comparison: Comparison, width: int, everything: bool) -> RenderableType:
    fresh = [finding for finding in comparison.findings if finding.state is State.NEW]
    loud = [finding for finding in fresh if finding.verdict is not Verdict.ONLY_HERE]
    notes = [finding for finding in fresh if finding.verdict is Verdict.ONLY_HERE]
    shown = notes if everything else notes[:NOTES_SHOWN]
    analyses = {analysis.sigil: analysis for analysis in comparison.alignment.analyses}
    positions = Positions(comparison.reports)
    blocks: list[RenderableType] = [_summary(comparison), Text()]
    for finding in (*loud, *shown):
        blocks += [_finding(finding, analyses, positions, width), Text()]
    if len(notes) > len(shown):
        blocks += [Text(f"… and {len(notes) - len(shown)} more that only some reports tell (--all)", "dim"), Text()]
    return Group(*blocks)


def _summary(comparison: Comparison) -> Text:
    parts = [
        Text(counted(number, verdict), style=VERDICT_STYLE[verdict])
        for verdict in (Verdict.CONFLICT, Verdict.DIFFERENCE, Verdict.UPDATE, Verdict.ONLY_HERE)
        if (number := comparison.count(verdict))
    ]
    line = Text(" · ").join(parts) if parts else Text("No disagreement found", style="bold green")
    for state in (State.ACCEPTED, State.IGNORED):
        if number := sum(finding.state is state for finding in comparison.findings):
            line.append(f" · {number} {state.value}", style="dim")
    return line


def _finding(finding: Finding, analyses: dict[str, Analysis], positions: Positions, width: int) -> RenderableType:
    head = Text(finding.verdict.value.replace("-", " ").upper(), style=VERDICT_STYLE[finding.verdict])
    head.append(f"  {harmless(finding.message)}", style="bold")
    label = Text(f"{finding.check} · {finding.confidence.value} confidence", style="dim")
    if finding.why:
        label = Text(harmless(finding.why)).append("  ").append_text(Text(f"[{label.plain}]", style="dim"))
    style = f"bold {SEVERITY_STYLE[finding.severity]}"
    grid = Table.grid(padding=(0, 2, 0, 0))
    stacked = width < 90
    if not stacked:
        grid.add_column(no_wrap=True, max_width=max(width // 4, 16), overflow="ellipsis")
    grid.add_column()
    for variant in finding.variants:
        for mention, more in _few(variant):
            analysis = analyses[mention.sigil.partition("/")[0]]
            who = Text(mention.sigil, style="bold").append(f" {name_of(analysis.report)}", style="default")
            place = positions.place(mention)
            words = in_context(mention, analysis, style)
            tail = Text(f"  {harmless(place.path)}:{place.start.line}:{place.start.column}", style="dim")
            if mention.source:
                tail = Text(f"  (says {harmless(mention.source)})", style="italic").append_text(tail)
            words.append_text(tail)
            if more:
                words.append(f"  and {more} more", style="dim")
            if stacked:
                grid.add_row(Group(who, Padding(words, (0, 0, 0, 2))))
            else:
                grid.add_row(who, words)
    return Group(head, Padding(Group(label, grid), (0, 0, 0, 2)))


def _few(variant: Variant) -> list[tuple[Evidence, int]]:
    # one mention a report is enough to read; a copy in each of 50 reports is not
    firsts = list({mention.sigil: mention for mention in reversed(variant.mentions)}.values())[::-1]
    shown = firsts[:_MENTIONS_SHOWN]
    rest = len(variant.mentions) - len(shown)
    return [(mention, rest if mention is shown[-1] else 0) for mention in shown]
