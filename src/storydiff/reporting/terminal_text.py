"""Pieces of coloured text that the terminal report is made of."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from storydiff.model import Analysis, Evidence, Severity, Span, Verdict
from storydiff.reporting.harmless import harmless
from storydiff.reporting.phrases import window

VERDICT_STYLE = {
    Verdict.CONFLICT: "bold red",
    Verdict.UPDATE: "bold cyan",
    Verdict.DIFFERENCE: "bold yellow",
    Verdict.ONLY_HERE: "bold blue",
}
SEVERITY_STYLE = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_CONTEXT = 110  # code points shown on either side of the evidence, cut at a space


def in_context(mention: Evidence, analysis: Analysis, style: str, *, whole: bool) -> Text:
    """The sentence of `mention`, cut to the part around it, its marks in `style`; without marks, and if `whole`, all of it."""
    text = analysis.report.text
    sentence = analysis.sentence_at(mention.start)
    start, end = window(text, mention, sentence, _CONTEXT)
    lead = tail = ""
    if sentence is not None and sentence.start <= mention.start and mention.end <= sentence.end:
        lead, tail = "… " if start > sentence.start else "", " …" if end < sentence.end else ""
    marks = mention.marks or ((Span(mention.start, mention.end),) if whole else ())
    body = marked(text[start:end], [Span(max(m.start - start, 0), max(m.end - start, 0)) for m in marks], style)
    return Text.assemble((lead, "dim"), body, (tail, "dim"))


def marked(text: str, spans: Sequence[Span], style: str) -> Text:
    """`text` made harmless, with `spans` of it in `style`."""
    shown = Text(harmless(text))
    for span in spans:
        shown.stylize(style, span.start, span.end)
    return shown
