"""SARIF 2.1.0, as GitHub's code scanning and other viewers read it.

The first mention of a finding is its location, for viewers show only that; the others are related locations, linked in the
message. Accepted and ignored findings are kept as suppressed: what is left out would be taken for mended.

Limits: https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
"""

from __future__ import annotations

import json
import re
from typing import Any

from storydiff._version import __version__
from storydiff.model import CheckInfo, Comparison, Evidence, Finding, Problem, Report, Severity, State
from storydiff.normalise import lower
from storydiff.reporting.findings import elsewhere, in_words, loudest_first, primary, problem_in_words, witness
from storydiff.reporting.harmless import escaped_in_json, one_line
from storydiff.reporting.positions import Positions
from storydiff.reporting.rule_help import described, plain_text
from storydiff.reporting.uris import as_uri

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MAX_RESULTS = 25_000  # a file with more is refused
MAX_RULES = 25_000
MAX_RELATED = 100  # more locations of one result are not kept
_LINKED = 8  # related locations that the message names; more would bury it
_DESCRIPTION = 1024
_NAME = 255
_ROOT = "%SRCROOT%"
_SURE = ((0.95, "very-high"), (0.85, "high"), (0.7, "medium"), (0.0, "low"))
_PROBLEM_SEVERITY = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]{1,99}")


def to_sarif(comparison: Comparison) -> str:
    """The comparison as one SARIF log with one run."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(comparison)]}
    return escaped_in_json(json.dumps(log, ensure_ascii=False, indent=1)) + "\n"


def _run(comparison: Comparison) -> dict[str, Any]:
    positions = Positions(comparison.reports)
    found = loudest_first(comparison.findings)
    shown, left_out = found[:MAX_RESULTS], len(found) - MAX_RESULTS
    rules = _rules(comparison)
    numbers = {rule["id"]: number for number, rule in enumerate(rules)}
    results = [_result(finding, numbers[finding.check], positions) for finding in shown]
    if any(finding.state is not State.NEW for finding in shown):
        for result in results:  # the standard wants it on all results or on none
            result.setdefault("suppressions", [])
    if comparison.resolved or any(finding.state is State.ACCEPTED for finding in shown):
        for result, finding in zip(results, shown, strict=True):
            result["baselineState"] = _against_baseline(finding)
    problems = [_notification(problem) for problem in comparison.problems]
    if left_out > 0:
        problems.append({"level": "warning", "message": {"text": f"{left_out} more findings are left out."}})
    return {
        "tool": {
            "driver": {"name": "storydiff", "version": __version__, "semanticVersion": __version__, "rules": rules}
        },
        "automationDetails": {"id": f"storydiff/{_slug(comparison.event)}/"},
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": "The folder that the paths begin in, of all that is compared."}}
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": comparison.exit_code < 2,
                "exitCode": comparison.exit_code,
                "toolExecutionNotifications": problems,
            }
        ],
        "artifacts": [_artifact(report) for report in comparison.reports],
        "results": results,
    }


def _rules(comparison: Comparison) -> list[dict[str, Any]]:
    known = {check.name: check for check in comparison.checks}
    for finding in comparison.findings:
        known.setdefault(finding.check, CheckInfo(finding.check, finding.check))
    return [_rule(known[name]) for name in sorted(known)][:MAX_RULES]


def _rule(check: CheckInfo) -> dict[str, Any]:
    severity = check.severity or Severity.WARNING
    properties: dict[str, Any] = {"tags": ["news"], "problem.severity": _PROBLEM_SEVERITY[severity]}
    if check.precision is not None:
        properties["precision"] = next(word for least, word in _SURE if check.precision >= least)
    summary = check.summary or check.name
    return {
        "id": check.name,
        "name": "".join(part.capitalize() for part in check.name.split("-"))[:_NAME],
        "shortDescription": {"text": one_line(summary, _DESCRIPTION)},
        "fullDescription": {"text": one_line(described(check.manual) or summary, _DESCRIPTION)},
        "help": {"text": plain_text(check.manual) or summary, "markdown": check.manual or summary},
        "defaultConfiguration": {"level": severity.value},
        "properties": properties,
    }


def _result(finding: Finding, rule: int, positions: Positions) -> dict[str, Any]:
    first, others = primary(finding), elsewhere(finding)[:MAX_RELATED]
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": rule,
        "level": finding.severity.value,
        "message": {"text": _message(finding, first, others, positions)},
        "locations": [_location(first, positions)],
        "relatedLocations": [
            {"id": number, **_location(mention, positions)} for number, mention in enumerate(others, 1)
        ],
        # code scanning's own action adds the hash of the line; a value of ours under its name would make it warn
        "partialFingerprints": {"storydiff/v1": finding.fingerprint} if finding.fingerprint else {},
        "properties": {
            "verdict": finding.verdict.value,
            "confidence": finding.confidence.value,
            "about": one_line(finding.about, 1000),
            "readings": [one_line(variant.value, 1000) for variant in finding.variants],
        },
    }
    if finding.state is not State.NEW:
        suppression = {"kind": "external", "status": "accepted"}
        reason = finding.reason or ("in the baseline" if finding.state is State.ACCEPTED else "ignored by the settings")
        result["suppressions"] = [suppression | {"justification": one_line(reason, 1000)}]
    return result


def _message(finding: Finding, first: Evidence, others: list[Evidence], positions: Positions) -> str:
    text = _unlinked(in_words(finding))
    if not others:
        return text
    links = [f"[{_unlinked(witness(mention, positions))}]({number})" for number, mention in enumerate(others, 1)]
    more = f" and {len(links) - _LINKED} more" if len(links) > _LINKED else ""
    return f"{text} {_unlinked(witness(first, positions))}; compare {', '.join(links[:_LINKED])}{more}."


def _unlinked(text: str) -> str:
    # what is not escaped would be a link in a message
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _location(mention: Evidence, positions: Positions) -> dict[str, Any]:
    place = positions.place(mention)
    return {
        "physicalLocation": {
            "artifactLocation": _artifact_location(place.path),
            "region": {
                "startLine": place.start.line,
                "startColumn": place.start.column,
                "endLine": place.end.line,
                "endColumn": place.end.column,
            },
        },
        "message": {"text": _unlinked(witness(mention, positions))},
    }


def _artifact_location(path: str) -> dict[str, Any]:
    uri = as_uri(path)
    return {"uri": uri} if uri.startswith("file:") else {"uri": uri, "uriBaseId": _ROOT}


def _artifact(report: Report) -> dict[str, Any]:
    artifact: dict[str, Any] = {"location": _artifact_location(report.path)}
    if len(report.sha256) == 64:
        artifact["hashes"] = {"sha-256": report.sha256}
    facts = {"sigil": report.sigil, "outlet": report.outlet, "title": report.title, "url": report.url}
    artifact["properties"] = {name: one_line(value, 1000) for name, value in facts.items() if value}
    return artifact


def _notification(problem: Problem) -> dict[str, Any]:
    notification: dict[str, Any] = {
        "level": "error" if problem.stage == "read" else "warning",
        "message": {"text": _unlinked(problem_in_words(problem))},
    }
    if problem.path:
        notification["locations"] = [{"physicalLocation": {"artifactLocation": _artifact_location(problem.path)}}]
    return notification


def _against_baseline(finding: Finding) -> str:
    if finding.state is State.NEW and finding.reason:
        return "updated"  # accepted before, and another reading has joined
    return "new" if finding.state is State.NEW else "unchanged"


def _slug(event: str) -> str:
    return _NOT_IN_NAMES.sub("-", lower(event[:120])).strip("-") or "event"
