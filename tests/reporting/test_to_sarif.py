"""SARIF: valid, and within what code scanning documents."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from reporting.schemas import checked_sarif
from storydiff.model import Alignment, Comparison, Severity, State
from storydiff.reporting import to_sarif as module
from storydiff.reporting.to_sarif import to_sarif


def test_valid_also_with_nothing_in_it(comparison: Comparison) -> None:
    assert len(checked_sarif(to_sarif(comparison))["results"]) == len(comparison.findings)
    assert checked_sarif(to_sarif(Comparison("", Alignment(()))))["results"] == []


def test_the_first_mention_is_the_place_and_the_others_are_linked(comparison: Comparison) -> None:
    result = checked_sarif(to_sarif(comparison))["results"][0]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "events/pier/a.md", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 6, "startColumn": 1, "endLine": 6, "endColumn": 13}
    assert [other["id"] for other in result["relatedLocations"]] == [1, 2]
    assert re.findall(r"\[([^\]]+)\]\((\d+)\)", result["message"]["text"]) == [
        ("B Marrow Courier: “Five people” (police)", "1"),
        ("C Creek Wire: “three” (police)", "2"),
    ]


def test_what_is_accepted_or_ignored_is_suppressed_not_dropped(comparison: Comparison) -> None:
    results = checked_sarif(to_sarif(comparison))["results"]
    told = {result["ruleId"]: result for result in results}
    assert told["time"]["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "checked with the desk"}
    ]
    assert told["role"]["suppressions"][0]["justification"] == "house style"
    assert told["number"]["suppressions"] == []
    assert {name: told[name]["baselineState"] for name in ("time", "number")} == {"time": "unchanged", "number": "new"}


def test_a_further_reading_of_an_accepted_finding_is_an_update(comparison: Comparison) -> None:
    grown = tuple(replace(f, reason="accepted before without '7'") for f in comparison.findings[:1])
    result = checked_sarif(to_sarif(replace(comparison, findings=grown)))["results"][0]
    assert result["baselineState"] == "updated"


def test_without_a_baseline_nothing_is_said_of_it(comparison: Comparison) -> None:
    fresh = tuple(finding for finding in comparison.findings if finding.state is State.NEW)
    results = checked_sarif(to_sarif(replace(comparison, findings=fresh, resolved=())))["results"]
    assert not any({"baselineState", "suppressions"} & result.keys() for result in results)


def test_rules_have_help_and_precision_where_it_is_measured(comparison: Comparison) -> None:
    rules = {rule["id"]: rule for rule in checked_sarif(to_sarif(comparison))["tool"]["driver"]["rules"]}
    assert rules["number"]["properties"]["precision"] == "high"
    assert "precision" not in rules["name"]["properties"]
    assert "## Why it matters" in rules["name"]["help"]["markdown"]
    assert rules["name"]["help"]["text"] == "Summary of name.\n\nWHY IT MATTERS\nReaders notice."
    assert rules["name"]["fullDescription"]["text"] == "Summary of name. Readers notice."
    results = checked_sarif(to_sarif(comparison))["results"]
    assert all(list(rules)[result["ruleIndex"]] == result["ruleId"] for result in results)


def test_no_required_text_is_empty(comparison: Comparison) -> None:
    bare = replace(comparison, checks=(), problems=(replace(comparison.problems[0], message="", hint=""),))
    assert not re.search(r'"(text|id|uri|name|justification)": ""', to_sarif(bare))


def test_the_loudest_are_kept_where_there_are_too_many(comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_RESULTS", 2)
    run = checked_sarif(to_sarif(replace(comparison, findings=comparison.findings[::-1])))
    assert [result["level"] for result in run["results"]] == ["error", "error"]
    assert "5 more findings" in run["invocations"][0]["toolExecutionNotifications"][-1]["message"]["text"]


def test_related_locations_are_bounded_and_the_message_names_a_few(comparison: Comparison) -> None:
    toll = comparison.findings[0]
    many = replace(toll.variants[1], mentions=toll.variants[1].mentions * 300)
    run = checked_sarif(to_sarif(replace(comparison, findings=(replace(toll, variants=(toll.variants[0], many)),))))
    assert len(run["results"][0]["relatedLocations"]) == 100
    assert run["results"][0]["message"]["text"].endswith("and 92 more.")


def test_a_run_that_could_not_read_everything_was_no_success(comparison: Comparison) -> None:
    invocation = checked_sarif(to_sarif(replace(comparison, exit_code=2)))["invocations"][0]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    assert invocation["toolExecutionNotifications"][0]["level"] == "error"


def test_settings_decide_the_level(comparison: Comparison) -> None:
    quiet = tuple(replace(finding, severity=Severity.NOTE) for finding in comparison.findings)
    levels = {result["level"] for result in checked_sarif(to_sarif(replace(comparison, findings=quiet)))["results"]}
    assert levels == {"note"}


@pytest.mark.parametrize("event", ["", "Feuer / Brand 100% — “x”", "💥"])
def test_the_category_of_an_event_is_a_name_and_a_slash(comparison: Comparison, event: str) -> None:
    identifier = json.loads(to_sarif(replace(comparison, event=event)))["runs"][0]["automationDetails"]["id"]
    assert re.fullmatch(r"storydiff/[a-z0-9-]+/", identifier)
