"""GitLab's code quality report."""

from __future__ import annotations

from dataclasses import replace

from reporting.schemas import checked_json
from storydiff.model import Alignment, Comparison
from storydiff.reporting.to_gitlab import to_gitlab

SCHEMA = "gitlab-code-quality.json"


def test_new_findings_and_problems(comparison: Comparison) -> None:
    entries = checked_json(to_gitlab(comparison), SCHEMA)
    assert [(entry["check_name"], entry["severity"]) for entry in entries] == [
        ("number", "major"), ("quote-wording", "major"), ("name", "minor"), ("fact", "info"), ("left-out", "info"), ("problem-read", "info"),
    ]  # fmt: skip
    assert entries[0]["location"] == {"path": "events/pier/a.md", "lines": {"begin": 6, "end": 6}}
    assert "B Marrow Courier: “Five people” (police)" in entries[0]["description"]
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)


def test_nothing_found_is_an_empty_list() -> None:
    assert checked_json(to_gitlab(Comparison("", Alignment(()))), SCHEMA) == []


def test_the_same_disagreement_in_two_events_has_two_fingerprints(comparison: Comparison) -> None:
    one, other = (
        {e["fingerprint"] for e in checked_json(to_gitlab(replace(comparison, event=event, problems=())), SCHEMA)}
        for event in ("Fire on Pier 9", "Fire on Pier 8")
    )
    assert not one & other


def test_fingerprints_stay_when_lines_move(comparison: Comparison) -> None:
    analyses = tuple(
        replace(a, report=replace(a.report, source="\n" + a.report.source, runs=tuple(
            r._replace(source_start=r.source_start + 1, source_end=r.source_end + 1) for r in a.report.runs
        )))
        for a in comparison.alignment.analyses
    )  # fmt: skip
    moved = replace(comparison, alignment=replace(comparison.alignment, analyses=analyses))
    before, after = (checked_json(to_gitlab(one), SCHEMA) for one in (comparison, moved))
    assert [e["fingerprint"] for e in before] == [e["fingerprint"] for e in after]
    assert before[0]["location"] != after[0]["location"]
