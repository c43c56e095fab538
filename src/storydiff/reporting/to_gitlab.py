"""A code quality report as GitLab reads it, for the merge request's widget and its changes.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from storydiff.model import Comparison, Finding, Problem, Severity
from storydiff.reporting.findings import (
    elsewhere,
    fresh,
    in_words,
    loudest_first,
    primary,
    problem_in_words,
    witness,
    words_of,
)
from storydiff.reporting.harmless import encodable, escaped_in_json
from storydiff.reporting.positions import Positions
from storydiff.reporting.uris import as_file

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}
_OTHERS = 5
_DIGITS = 32


def to_gitlab(comparison: Comparison) -> str:
    """The new findings and the problems as one JSON array."""
    positions = Positions(comparison.reports)
    entries = [_entry(finding, comparison.event, positions) for finding in loudest_first(fresh(comparison))]
    entries += [_problem(problem) for problem in comparison.problems if problem.path]
    return escaped_in_json(json.dumps(entries, ensure_ascii=False, indent=1)) + "\n"


def _entry(finding: Finding, event: str, positions: Positions) -> dict[str, Any]:
    first = primary(finding)
    place = positions.place(first)
    others = elsewhere(finding)
    told = [witness(mention, positions) for mention in others[:_OTHERS]]
    against = f" Here: {words_of(first)}. {'; '.join(told)}." if told else ""
    # GitLab drops all but the first of equal fingerprints, and one disagreement may be found in two events
    scope = event or PurePath(place.path).parent.as_posix()
    return {
        "description": in_words(finding) + against,
        "check_name": finding.check,
        "fingerprint": _hash(scope, finding.fingerprint or finding.message),
        "severity": _SEVERITY[finding.severity],
        "location": {"path": _path(place.path), "lines": {"begin": place.start.line, "end": place.end.line}},
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "description": problem_in_words(problem),
        "check_name": f"problem-{problem.stage}",
        "fingerprint": _hash(problem.path, problem.stage, problem.message),
        "severity": "info",
        "location": {"path": _path(problem.path), "lines": {"begin": 1}},
    }


def _path(path: str) -> str:
    return PurePath(as_file(path)).as_posix()


def _hash(*parts: str) -> str:
    return sha256(encodable("\0".join(parts)).encode("utf-8")).hexdigest()[:_DIGITS]
