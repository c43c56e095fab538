"""Reviewdog's diagnostic format, for comments on the lines of a pull request of any code host.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

import json
from typing import Any

from storydiff.model import Comparison, Evidence, Finding, Position, Problem, Report, Severity
from storydiff.reporting.findings import elsewhere, fresh, in_words, loudest_first, primary, problem_in_words, witness
from storydiff.reporting.harmless import encodable, escaped_in_json
from storydiff.reporting.positions import Positions
from storydiff.reporting.uris import as_file

_SEVERITY = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def to_rdjson(comparison: Comparison) -> str:
    """The new findings and the problems as one `DiagnosticResult`."""
    places = _Places(comparison)
    found = [_diagnostic(finding, places) for finding in loudest_first(fresh(comparison))]
    found += [_problem(problem) for problem in comparison.problems if problem.path]
    document = {"source": {"name": "storydiff"}, "diagnostics": found}
    return escaped_in_json(json.dumps(document, ensure_ascii=False, indent=1)) + "\n"


class _Places:
    """Locations in the format's own columns, which count bytes of UTF-8."""

    def __init__(self, comparison: Comparison) -> None:
        self.positions = Positions(comparison.reports)
        self._lines: dict[str, list[str]] = {}

    def location(self, mention: Evidence) -> dict[str, Any]:
        place, report = self.positions.place(mention), self.positions.report(mention)
        start, end = (self._position(report, position) for position in (place.start, place.end))
        return {"path": as_file(place.path), "range": {"start": start, "end": end}}

    def _position(self, report: Report, position: Position) -> dict[str, int]:
        lines = self._lines.setdefault(report.sigil, [])
        if not lines:
            lines += report.source.split("\n")
        before = encodable(lines[position.line - 1][: position.column - 1])
        return {"line": position.line, "column": len(before.encode("utf-8")) + 1}


def _diagnostic(finding: Finding, places: _Places) -> dict[str, Any]:
    first = primary(finding)
    related = [
        {"message": witness(mention, places.positions), "location": places.location(mention)}
        for mention in elsewhere(finding)
    ]
    told = "".join(f"\n{entry['message']}" for entry in related[:5])
    return {
        "message": f"{in_words(finding)}\n{witness(first, places.positions)}{told}",
        "location": places.location(first),
        "severity": _SEVERITY[finding.severity],
        "code": {"value": finding.check},
        **({"relatedLocations": related} if related else {}),
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "message": problem_in_words(problem),
        "location": {"path": problem.path},
        "severity": "WARNING",
        "code": {"value": f"problem-{problem.stage}"},
    }
