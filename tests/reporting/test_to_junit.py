"""JUnit XML."""

from __future__ import annotations

from dataclasses import replace

from reporting.schemas import checked_junit
from storydiff.model import Alignment, Comparison
from storydiff.reporting.to_junit import to_junit


def test_a_case_for_every_finding_problem_and_quiet_check(comparison: Comparison) -> None:
    quiet = replace(comparison.checks[0], name="place")
    root = checked_junit(to_junit(replace(comparison, checks=(*comparison.checks, quiet))))
    cases = root.findall(".//testcase")
    assert len(cases) == len(comparison.findings) + 2
    assert [case.get("classname") for case in cases if len(case) == 0] == ["storydiff.place"]
    assert {name: root[0].get(name) for name in ("tests", "failures", "errors", "skipped")} == {
        "tests": "9", "failures": "2", "errors": "1", "skipped": "2",
    }  # fmt: skip
    assert root.findtext(".//skipped") == "accepted: checked with the desk"


def test_it_fails_where_the_gate_fails(comparison: Comparison) -> None:
    name = comparison.findings[2]
    root = checked_junit(to_junit(replace(comparison, failing=frozenset({name.fingerprint}))))
    assert [failure.getparent().get("classname") for failure in root.iter("failure")] == ["storydiff.name"]
    passing = checked_junit(to_junit(replace(comparison, failing=frozenset(), problems=())))
    assert passing.get("failures") == passing.get("errors") == "0"


def test_evidence_stands_in_the_failure(comparison: Comparison) -> None:
    failure = next(checked_junit(to_junit(comparison)).iter("failure"))
    assert failure.text is not None
    assert "B Marrow Courier: “Five people” (police) events/pier/b.md:6:1" in failure.text.splitlines()


def test_nothing_compared() -> None:
    assert checked_junit(to_junit(Comparison("", Alignment(())))).get("tests") == "0"
