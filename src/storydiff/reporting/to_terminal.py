"""The comparison for a person at a terminal: what disagrees first, then the facts by outlet, then the aligned table."""

from __future__ import annotations

from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from storydiff.model import Analysis, Comparison, Evidence, Finding, State, Variant, Verdict
from storydiff.reporting.corrections import corrections
from storydiff.reporting.harmless import one_line
from storydiff.reporting.phrases import counted, name_of, published, sigil_of
from storydiff.reporting.positions import Positions
from storydiff.reporting.terminal_tables import aligned, matrix
from storydiff.reporting.terminal_text import SEVERITY_STYLE, VERDICT_STYLE, in_context

NOTES_SHOWN = 8  # findings of "only here" that are shown unless all are asked for; there may be a hundred
_MENTIONS_SHOWN = 3
_LINE = 2000  # code points of a text; nobody reads more, and wrapping it would take minutes
_NARROWEST = 30
_SIDE_BY_SIDE = 90  # from this width on, the outlet stands beside its words, not above them
_NO_BREAK = "\u00a0"


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
        lines.append(Text(one_line(comparison.event, _LINE), style="bold"))
    grid = Table.grid(padding=(0, 2))
    stacked = width < 70
    for report in comparison.reports:
        facts = [Text(sigil_of(report), style="bold"), Text(name_of(report), style="bold")]
        when, title = Text(published(report) or "no date", style="dim"), Text(one_line(report.title, _LINE))
        if stacked:
            grid.add_row(facts[0], Group(facts[1], when, *([title] if report.title else [])))
        else:
            grid.add_row(*facts, when, title)
    notices = (
        Text.assemble((sigil_of(notice), "bold"), "  ", (one_line(notice.text, _LINE), "italic"))
        for notice in corrections(comparison)
    )
    return Group(*lines, grid, *notices, Text())


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
    verdict = finding.verdict.value.replace("-", " ").upper()
    head = Text.assemble((verdict, VERDICT_STYLE[finding.verdict]), "  ", (one_line(finding.message, _LINE), "bold"))
    label = f"[{finding.check} · {finding.confidence.value} confidence]".replace(" ", _NO_BREAK)
    why = Text.assemble(one_line(finding.why, _LINE), "  " if finding.why else "", (label, "dim"))
    style = f"bold {SEVERITY_STYLE[finding.severity]}"
    # a reading that only lacks words has nothing to mark
    whole = not any(mention.marks for variant in finding.variants for mention in variant.mentions)
    grid = Table.grid(padding=(0, 2, 0, 0))
    stacked = width < _SIDE_BY_SIDE
    if not stacked:
        grid.add_column(no_wrap=True, max_width=max(width // 4, 16), overflow="ellipsis")
    grid.add_column()
    for variant in finding.variants:
        for mention, more in _few(variant):
            analysis = analyses[mention.sigil.partition("/")[0]]
            relayed = "/" in mention.sigil  # its sigil names the outlet already
            who = Text.assemble((sigil_of(mention), "bold"), "" if relayed else f" {name_of(analysis.report)}")
            place = positions.place(mention)
            words = Text.assemble(
                in_context(mention, analysis, style, whole=whole),
                (f"  ({one_line(mention.source, _LINE)})" if mention.source else "", "italic"),
                (f"  {one_line(place.path, _LINE)}:{place.start.line}:{place.start.column}", "dim"),
                (f"  and {more} more" if more else "", "dim"),
            )
            if stacked:
                grid.add_row(Group(who, Padding(words, (0, 0, 0, 2))))
            else:
                grid.add_row(who, words)
    return Group(head, Padding(Group(why, grid), (0, 0, 0, 2)))


def _few(variant: Variant) -> list[tuple[Evidence, int]]:
    # one mention a report is enough to read; a copy in each of 50 reports is not
    firsts = list({mention.sigil: mention for mention in reversed(variant.mentions)}.values())[::-1]
    shown = firsts[:_MENTIONS_SHOWN]
    rest = len(variant.mentions) - len(shown)
    return [(mention, rest if mention is shown[-1] else 0) for mention in shown]
