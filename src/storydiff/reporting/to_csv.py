"""A table for spreadsheets: a row for every mention of every finding, and for every problem."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from storydiff.model import Comparison
from storydiff.reporting.harmless import harmless
from storydiff.reporting.positions import Positions

COLUMNS = (
    "fingerprint", "event", "check", "verdict", "severity", "confidence", "state", "about", "message", "why", "reading", "value",
    "sigil", "outlet", "source", "text", "path", "line", "column", "end_line", "end_column", "reason",
)  # fmt: skip
# A spreadsheet takes a cell that begins so for a formula; the wide forms too. OWASP, "CSV Injection".
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_CELL = 32_000  # characters; the common spreadsheets hold 32,767 in a cell


def to_csv(comparison: Comparison) -> str:
    """One header line, then the rows. A cell that a spreadsheet would run as a formula begins with an apostrophe."""
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="")
    writer.writeheader()
    for row in _rows(comparison):
        writer.writerow({key: _cell(value) for key, value in row.items()})
    return out.getvalue()


def _rows(comparison: Comparison) -> Iterator[dict[str, str | int]]:
    positions = Positions(comparison.reports)
    for finding in comparison.findings:
        told: dict[str, str | int] = {
            "fingerprint": finding.fingerprint, "event": comparison.event, "check": finding.check,
            "verdict": finding.verdict.value, "severity": finding.severity.value, "confidence": finding.confidence.value,
            "state": finding.state.value, "about": finding.about, "message": finding.message, "why": finding.why,
            "reason": finding.reason,
        }  # fmt: skip
        for variant in finding.variants:
            for mention in variant.mentions:
                place = positions.place(mention)
                yield told | {
                    "reading": variant.reading, "value": variant.value, "sigil": mention.sigil,
                    "outlet": positions.report(mention).outlet, "source": mention.source, "text": mention.text,
                    "path": place.path, "line": place.start.line, "column": place.start.column,
                    "end_line": place.end.line, "end_column": place.end.column,
                }  # fmt: skip
    for problem in comparison.problems:
        yield {
            "event": comparison.event, "check": problem.stage, "verdict": "problem", "severity": "warning",
            "message": problem.message, "why": problem.hint, "path": problem.path,
        }  # fmt: skip


def _cell(value: str | int) -> str | int:
    if isinstance(value, int):
        return value
    shown = harmless(value[:_CELL])
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown
