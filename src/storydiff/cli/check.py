"""`storydiff check`: the gate. It exits with 1 if there are findings that fail it, whatever the output format."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from storydiff.cli import options
from storydiff.cli.plain import PlainCommand
from storydiff.config import FailOn

if TYPE_CHECKING:
    from storydiff.model import Comparison, Finding


FailOnOption = Annotated[
    FailOn | None,
    typer.Option("--fail-on", help="Exit with 1 if a finding is as loud as this, or louder.", show_default="conflict"),
]
MaxFindingsOption = Annotated[
    int | None,
    typer.Option("--max-findings", min=0, metavar="N", help="Exit with 1 only if more than N findings fail the gate."),
]
StrictOption = Annotated[
    bool, typer.Option("--strict", help="Exit with 2 if a report seems to be about another event.")
]
BaselineOption = Annotated[
    Path | None, typer.Option("--baseline", metavar="FILE", help="Findings that were accepted do not fail the gate.")
]


def add_to(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command(cls=PlainCommand)(check)


def check(
    paths: options.Paths = None,
    outlets: options.Outlets = None,
    fail_on: FailOnOption = None,
    max_findings: MaxFindingsOption = None,
    strict: StrictOption = False,
    baseline: BaselineOption = None,
    draft: options.Draft = None,
    select: options.Select = None,
    extend_select: options.ExtendSelect = None,
    ignore: options.Ignore = None,
    min_confidence: options.MinConfidence = None,
    formats: options.Formats = None,
    max_size: options.MaxSize = None,
    save: options.Save = None,
    debug: options.Debug = False,
) -> None:
    """Fail if the reports disagree: exit code 1 for findings, 2 for a user error, 3 for a bug."""
    from datetime import date

    from storydiff.baseline import Baseline, judged, load
    from storydiff.cli.console import complain, report_problems, waiting
    from storydiff.cli.drafting import seen_from_draft, with_draft
    from storydiff.cli.inputs import exit_code_for_reading, read_reports
    from storydiff.cli.notes import about_baseline, about_settings
    from storydiff.cli.outputs import parse_outputs, write_outputs
    from storydiff.cli.settings import settings
    from storydiff.errors import ExitCode
    from storydiff.pipeline import compare

    outputs = parse_outputs(formats, "concise")
    asked = settings(select, extend_select, ignore, min_confidence)
    accepted_in = baseline or asked.baseline
    accepted = load(accepted_in) if accepted_in else Baseline()
    reading = read_reports(with_draft(paths, draft), outlets, max_size or asked.max_size or None, save)
    with waiting(f"Comparing {len(reading.reports)} reports"):
        whole = judged(compare(reading, asked.config), accepted, date.today())
    compared = seen_from_draft(whole, draft)
    fails = failing(compared, fail_on or asked.fail_on)
    too_many = len(fails) > (asked.max_findings if max_findings is None else max_findings)
    stranger = (strict or asked.strict) and any(problem.stage == "align" for problem in compared.problems)
    unusable = ExitCode.USER_ERROR if stranger else exit_code_for_reading(compared)
    marked = frozenset(finding.fingerprint for finding in fails) if too_many else frozenset()
    compared = replace(compared, exit_code=unusable or int(too_many), failing=marked)
    write_outputs(outputs, compared)
    report_problems(compared.problems)
    for note in (*about_settings(asked, whole), *about_baseline(accepted, compared, date.today())):
        complain(note)
    raise typer.Exit(compared.exit_code)


def failing(comparison: Comparison, fail_on: FailOn) -> tuple[Finding, ...]:
    """The new findings of `comparison` that are as loud as `fail_on`, or louder.

    An error is as loud as a conflict and a warning as a difference, also where the settings made it one; a note is as
    loud as its verdict.
    """
    if fail_on is FailOn.NEVER:
        return ()
    asked = _LOUDEST_FIRST.index(fail_on)
    return tuple(
        finding
        for finding in comparison.findings
        if finding.state == "new" and _LOUDEST_FIRST.index(_level(finding)) <= asked
    )


_LOUDEST_FIRST = (FailOn.CONFLICT, FailOn.DIFFERENCE, FailOn.UPDATE, FailOn.ONLY_HERE)


def _level(finding: Finding) -> FailOn:
    if finding.severity == "error":
        return FailOn.CONFLICT
    if finding.severity == "warning":
        return FailOn.DIFFERENCE
    return FailOn.ONLY_HERE if finding.verdict == "only-here" else FailOn.UPDATE
