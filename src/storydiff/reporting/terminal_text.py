"""Pieces of coloured text that the terminal report is made of."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from storydiff.model import Analysis, Evidence, Severity, Span, Verdict
from storydiff.reporting.excerpts import excerpt
from storydiff.reporting.harmless import harmless

VERDICT_STYLE = {
    Verdict.CONFLICT: "bold red",
    Verdict.UPDATE: "bold cyan",
    Verdict.DIFFERENCE: "bold yellow",
    Verdict.ONLY_HERE: "bold blue",
}
SEVERITY_STYLE = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def in_context(mention: Evidence, analysis: Analysis, style: str, *, whole: bool) -> Text:
    """The sentence of `mention`, cut to the part around it, its marks in `style`; without marks, and if `whole`, all of it."""
    part = excerpt(mention, analysis, whole=whole)
    lead, tail = "… " if part.cut_before else "", " …" if part.cut_after else ""
    body = marked(part.text, part.marks, style)
    return Text.assemble((lead, "dim"), body, (tail, "dim"))


def marked(text: str, spans: Sequence[Span], style: str) -> Text:
    """`text` made harmless, with `spans` of it in `style`."""
    shown = Text(harmless(text))
    for span in spans:
        shown.stylize(style, span.start, span.end)
    return shown
