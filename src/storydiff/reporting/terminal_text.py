"""Pieces of coloured text that the terminal report is made of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from rich.text import Text

from storydiff.model import Analysis, Evidence, Report, Severity, Span, Verdict
from storydiff.reporting.harmless import harmless

VERDICT_STYLE = {
    Verdict.CONFLICT: "bold red",
    Verdict.UPDATE: "bold cyan",
    Verdict.DIFFERENCE: "bold yellow",
    Verdict.ONLY_HERE: "bold blue",
}
SEVERITY_STYLE = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_PLURAL = {
    Verdict.CONFLICT: "conflicts",
    Verdict.UPDATE: "updates",
    Verdict.DIFFERENCE: "differences",
    Verdict.ONLY_HERE: "only here",
}
_CONTEXT = 110  # code points shown on either side of the evidence, cut at a space


def counted(number: int, verdict: Verdict) -> str:
    """`1 conflict`, `3 differences`, `2 only here`."""
    return f"{number} {verdict.value.replace('-', ' ') if number == 1 else _PLURAL[verdict]}"


def published(report: Report) -> str:
    """Date and, if known, time of publication; empty if unknown."""
    moment: datetime | None = report.published
    if moment is None:
        return ""
    day = f"{moment:%a} {moment.day} {moment:%b %Y}"
    return day if report.published_grain == "day" else f"{day} {moment:%H:%M}"


def name_of(report: Report) -> str:
    """The outlet, or the path of a report whose outlet is not known."""
    return harmless(report.outlet or report.path or report.sigil)


def in_context(mention: Evidence, analysis: Analysis, style: str, *, whole: bool) -> Text:
    """The sentence of `mention`, cut to the part around it, its marks in `style`; without marks, and if `whole`, all of it."""
    text = analysis.report.text
    sentence = analysis.sentence_at(mention.start)
    start, end = mention.start, mention.end
    lead = tail = ""
    if sentence is not None and sentence.start <= start and end <= sentence.end:
        start, end = _window(text, mention, sentence.start, sentence.end)
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


def _window(text: str, mention: Evidence, first: int, last: int) -> tuple[int, int]:
    start = mention.start - _CONTEXT
    start = first if start <= first else text.find(" ", start, mention.start) + 1 or mention.start
    end = mention.end + _CONTEXT
    end = last if end >= last else text.rfind(" ", mention.end, end)
    return start, max(end, mention.end)
