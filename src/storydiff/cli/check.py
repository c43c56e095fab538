"""`storydiff check`: the gate. It exits with 1 if there are findings that fail it, whatever the output format."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from storydiff.cli import options

if TYPE_CHECKING:
    from storydiff.model import Comparison


class FailOn(StrEnum):
    """The least loud verdict that fails the gate."""

    CONFLICT = "conflict"
    DIFFERENCE = "difference"
    UPDATE = "update"
    ONLY_HERE = "only-here"
    NEVER = "never"


FailOnOption = Annotated[
    FailOn, typer.Option("--fail-on", help="Exit with 1 if a finding is as loud as this, or louder.")
]
BaselineOption = Annotated[
    Path | None, typer.Option("--baseline", metavar="FILE", help="Findings that were accepted do not fail the gate.")
]


def add_to(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command()(check)


def check(
    paths: options.Paths = None,
    outlets: options.Outlets = None,
    fail_on: FailOnOption = FailOn.CONFLICT,
    baseline: BaselineOption = None,
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

    from storydiff.baseline import judged, load
    from storydiff.cli.console import report_problems, waiting
    from storydiff.cli.inputs import exit_code_for_reading, read_reports
    from storydiff.cli.outputs import parse_outputs, write_outputs
    from storydiff.cli.settings import settings
    from storydiff.pipeline import compare

    outputs = parse_outputs(formats, "concise")
    config = settings(select, extend_select, ignore, min_confidence)
    accepted = load(baseline) if baseline else None
    reading = read_reports(paths, outlets, max_size, save)
    with waiting(f"Comparing {len(reading.reports)} reports"):
        compared = compare(reading, config)
    if accepted:
        compared = judged(compared, accepted, date.today())
    compared = replace(compared, exit_code=exit_code_for_reading(compared) or int(fails(compared, fail_on)))
    write_outputs(outputs, compared)
    report_problems(compared.problems)
    raise typer.Exit(compared.exit_code)


def fails(comparison: Comparison, fail_on: FailOn) -> bool:
    """Whether a new finding of `comparison` is as loud as `fail_on`, or louder."""
    loudest_first = [level.value for level in FailOn if level is not FailOn.NEVER]
    failing = [] if fail_on is FailOn.NEVER else loudest_first[: loudest_first.index(fail_on.value) + 1]
    return any(finding.state == "new" and finding.verdict.value in failing for finding in comparison.findings)
