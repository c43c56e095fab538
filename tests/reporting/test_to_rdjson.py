"""Reviewdog's diagnostics."""

from __future__ import annotations

from dataclasses import replace

from reporting.schemas import checked_json
from storydiff.model import Alignment, Comparison, Evidence
from storydiff.reporting.to_rdjson import to_rdjson

SCHEMA = "rdjson.json"


def test_new_findings_and_problems(comparison: Comparison) -> None:
    found = checked_json(to_rdjson(comparison), SCHEMA)["diagnostics"]
    assert [(one["code"]["value"], one["severity"]) for one in found] == [
        ("number", "ERROR"), ("quote-wording", "ERROR"), ("name", "WARNING"), ("fact", "INFO"), ("left-out", "INFO"), ("problem-read", "WARNING"),
    ]  # fmt: skip
    assert [one["location"]["path"] for one in found[0]["relatedLocations"]] == ["events/pier/b.md", "events/pier/c.md"]


def test_columns_count_bytes(comparison: Comparison) -> None:
    report = comparison.reports[0]
    words = "know how it began,” Lt."
    start = report.text.index(words)
    mention = Evidence("A", start, start + len(words), words)
    finding = comparison.findings[-1]
    moved = replace(finding, variants=(replace(finding.variants[0], mentions=(mention,)),))
    (found, _) = checked_json(to_rdjson(replace(comparison, findings=(moved,))), SCHEMA)["diagnostics"]
    line = report.source.split("\n")[7]
    before, after = line[: line.index(words)], line[: line.index(words) + len(words)]
    assert found["location"]["range"] == {
        "start": {"line": 8, "column": len(before.encode()) + 1},
        "end": {"line": 8, "column": len(after.encode()) + 1},
    }
    assert len(before.encode()) > len(before)


def test_nothing_found() -> None:
    assert checked_json(to_rdjson(Comparison("", Alignment(()))), SCHEMA)["diagnostics"] == []
