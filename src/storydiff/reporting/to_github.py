"""GitHub Actions workflow commands: annotations on the lines of the reports.

Only ten annotations of a kind are shown for a step and fifty for a job, so the loudest come first, the rest is counted in the last
one, and `storydiff` writes all of it to the job's summary.
https://docs.github.com/actions/writing-workflows/choosing-what-your-workflow-does/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator

from storydiff.model import Comparison, Finding, Problem, Severity
from storydiff.reporting.findings import (
    elsewhere,
    fresh,
    in_words,
    primary,
    problem_in_words,
    witness_in_place,
)
from storydiff.reporting.harmless import harmless, one_line, shortened
from storydiff.reporting.positions import Positions

MOST_OF_A_KIND = 10
_KIND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_OTHERS = 5
_TITLE = 255
_PATH = 4096


def to_github(comparison: Comparison) -> str:
    """A line for every new finding and problem that GitHub would show, the loudest first."""
    positions = Positions(comparison.reports)
    commands: dict[str, list[str]] = {kind: [] for kind in _KIND.values()}
    commands["warning"] += [_problem(problem) for problem in comparison.problems]
    for finding in fresh(comparison):
        commands[_KIND[finding.severity]].append(_annotation(finding, positions))
    return "".join(f"{line}\n" for line in _few(commands))


def _few(commands: dict[str, list[str]]) -> Iterator[str]:
    hidden = sum(max(len(lines) - MOST_OF_A_KIND, 0) for lines in commands.values())
    for kind, lines in commands.items():
        yield from lines[: MOST_OF_A_KIND - (kind == "notice" and hidden > 0)]
    if hidden:
        hidden += len(commands["notice"]) >= MOST_OF_A_KIND  # the one that this notice takes the place of
        yield f"::notice title=storydiff::{hidden} more are in the summary of this job"


def _annotation(finding: Finding, positions: Positions) -> str:
    first = primary(finding)
    place = positions.place(first)
    fields = {
        "file": "" if "://" in place.path or place.path == "-" else place.path,
        "line": str(place.start.line),
        "endLine": str(place.end.line),
    }
    if place.start.line == place.end.line:  # columns mean nothing otherwise
        fields |= {"col": str(place.start.column), "endColumn": str(place.end.column)}
    fields["title"] = one_line(f"{finding.check} {finding.verdict.value}", _TITLE)
    shown = [first, *elsewhere(finding)[:_OTHERS]]
    lines = [in_words(finding), *(witness_in_place(mention, positions) for mention in shown)]
    return _command(_KIND[finding.severity], fields, "\n".join(lines))


def _problem(problem: Problem) -> str:
    path = f"{one_line(problem.path, 500)}: " if problem.path else ""
    return _command("warning", {"title": f"problem: {problem.stage}"}, f"{path}{problem_in_words(problem)}")


def _command(kind: str, fields: dict[str, str], message: str) -> str:
    told = ",".join(f"{name}={_in_field(value)}" for name, value in fields.items() if value)
    return f"::{kind} {told}::{_in_message(message)}"


def _in_message(text: str) -> str:
    return "%0A".join(harmless(line).replace("%", "%25") for line in text.split("\n"))


def _in_field(text: str) -> str:
    # a line end in a file's name is part of the name
    escaped = shortened(text, _PATH).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return harmless(escaped.replace(":", "%3A").replace(",", "%2C"))
