"""The comparison as JSON: the contract that other programs build on. `schema.json` beside this file describes it.

The same comparison gives the same bytes: keys in a fixed order, floats rounded, no times of day.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from storydiff._version import __version__
from storydiff.model import (
    Accepted,
    Comparison,
    Copy,
    Evidence,
    FactRow,
    Finding,
    Link,
    Mention,
    Problem,
    Report,
    Row,
    Verdict,
)
from storydiff.reporting.corrections import corrections
from storydiff.reporting.harmless import escaped_in_json
from storydiff.reporting.positions import Positions

SCHEMA_VERSION = 1
_DIGITS = 4


def to_json(comparison: Comparison) -> str:
    """The whole comparison as one JSON document, ending in a newline."""
    return escaped_in_json(json.dumps(as_data(comparison), ensure_ascii=False, indent=1)) + "\n"


def as_data(comparison: Comparison, *, aligned: bool = True) -> dict[str, Any]:
    """The comparison as plain dictionaries and lists, in the order of the contract; without `aligned`, findings alone."""
    positions = Positions(comparison.reports)
    alignment = comparison.alignment
    tables = (
        {
            "links": [_link(link, positions) for link in alignment.links],
            "rows": [_row(row, positions) for row in alignment.rows],
            "copies": [_copy(copy, positions) for copy in alignment.copies],
            "matrix": [_fact_row(row, positions) for row in comparison.matrix],
        }
        if aligned
        else {}
    )
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "storydiff", "version": __version__},
        "event": comparison.event,
        "reports": [_report(a.report, len(a.sentences)) for a in alignment.analyses],
        **tables,
        "findings": [finding_as_data(finding, positions) for finding in comparison.findings],
        "corrections": [{**span(one, positions), "text": one.text} for one in corrections(comparison)],
        "resolved": [_resolved(entry) for entry in comparison.resolved],
        "problems": [_problem(problem) for problem in comparison.problems],
        "summary": summary(comparison),
        "exit_code": comparison.exit_code,
    }


def summary(comparison: Comparison) -> dict[str, int]:
    """How many new findings there are of each verdict."""
    return {verdict.value: comparison.count(verdict) for verdict in Verdict}


def finding_as_data(finding: Finding, positions: Positions) -> dict[str, Any]:
    """One finding in the form of the contract."""
    data: dict[str, Any] = {
        "check": finding.check,
        "verdict": finding.verdict.value,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "about": finding.about,
        "message": finding.message,
        "why": finding.why,
        "variants": [
            {
                "reading": variant.reading,
                "value": variant.value,
                "mentions": [_evidence(mention, positions) for mention in variant.mentions],
            }
            for variant in finding.variants
        ],
        "fingerprint": finding.fingerprint,
        "state": finding.state.value,
    }
    if finding.reason:
        data["reason"] = finding.reason
    return data


def span(mention: Mention, positions: Positions) -> dict[str, Any]:
    """Where `mention` stands: code points in the report's text, lines and columns in its source file."""
    place = positions.place(mention)
    return {
        "sigil": mention.sigil,
        "path": place.path,
        "start": mention.start,
        "end": mention.end,
        "start_line": place.start.line,
        "start_column": place.start.column,
        "end_line": place.end.line,
        "end_column": place.end.column,
    }


def _evidence(mention: Evidence, positions: Positions) -> dict[str, Any]:
    return {
        **span(mention, positions),
        "text": mention.text,
        "source": mention.source,
        "marks": [{"start": mark.start, "end": mark.end} for mark in mention.marks],
    }


def _report(report: Report, sentences: int) -> dict[str, Any]:
    return {
        "sigil": report.sigil,
        "outlet": report.outlet,
        "title": report.title,
        "published": _published(report),
        "path": report.path,
        "url": report.url,
        "sha256": report.sha256,
        "sentences": sentences,
    }


def _published(report: Report) -> str | None:
    if report.published is None:
        return None
    return report.published.date().isoformat() if report.published_grain == "day" else report.published.isoformat()


def _link(link: Link, positions: Positions) -> dict[str, Any]:
    return {"a": span(link.a, positions), "b": span(link.b, positions), "score": round(link.score, _DIGITS)}


def _row(row: Row, positions: Positions) -> dict[str, Any]:
    return {"number": row.number, "cells": {cell.sigil: _spans(cell.sentences, positions) for cell in row.cells}}


def _copy(copy: Copy, positions: Positions) -> dict[str, Any]:
    return {
        "sigils": list(copy.sigils),
        "share": round(copy.share, _DIGITS),
        "credit": copy.credit,
        "links": [_link(link, positions) for link in copy.links],
    }


def _fact_row(row: FactRow, positions: Positions) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "about": row.about,
        "facts": [
            {
                "sigil": fact.sigil,
                "reading": fact.reading,
                "source": fact.source,
                "mark": fact.mark,
                "mentions": _spans(fact.mentions, positions),
            }
            for fact in row.facts
        ],
    }


def _resolved(entry: Accepted) -> dict[str, Any]:
    return {
        "fingerprint": entry.fingerprint,
        "check": entry.check,
        "about": entry.about,
        "message": entry.message,
        "readings": [{"value": value, "outlets": list(outlets)} for value, outlets in entry.readings],
        "reason": entry.reason,
    }


def _problem(problem: Problem) -> dict[str, str]:
    return {"path": problem.path, "stage": problem.stage, "message": problem.message, "hint": problem.hint}


def _spans(mentions: Iterable[Mention], positions: Positions) -> list[dict[str, Any]]:
    return [span(mention, positions) for mention in mentions]
