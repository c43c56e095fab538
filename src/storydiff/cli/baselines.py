"""`storydiff baseline write|prune|show`: the findings that were accepted."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from storydiff.cli import options

if TYPE_CHECKING:
    from storydiff.config import Settings
    from storydiff.model import Comparison

DEFAULT = Path("storydiff-baseline.json")

FileOption = Annotated[
    Path | None,
    typer.Option(
        "--baseline", metavar="FILE", help="The baseline file.", show_default=f"as configured, else {DEFAULT}"
    ),
]

commands = typer.Typer(no_args_is_help=True, help="Accept findings, so that only new ones fail the gate.")


def add_to(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.add_typer(commands, name="baseline")


@commands.command()
def write(
    paths: options.Paths = None,
    outlets: options.Outlets = None,
    baseline: FileOption = None,
    select: options.Select = None,
    extend_select: options.ExtendSelect = None,
    ignore: options.Ignore = None,
    min_confidence: options.MinConfidence = None,
) -> None:
    """Accept all that is found in these reports; reasons and dates written by hand are kept.

    Give the options that the gate is run with, or put them into the settings, so that both see the same.
    """
    from storydiff.baseline import Baseline, accept, dump, load
    from storydiff.cli.console import complain
    from storydiff.cli.files import write_file
    from storydiff.cli.settings import settings

    asked = settings(select, extend_select, ignore, min_confidence)
    path, compared = _compared(paths, outlets, baseline, asked)
    made = accept(compared, load(path) if path.exists() else Baseline())
    write_file(path, dump(made))
    complain(f"{path}: {len(made.accepted)} accepted")


@commands.command()
def prune(
    paths: options.Paths = None,
    outlets: options.Outlets = None,
    baseline: FileOption = None,
    select: options.Select = None,
    extend_select: options.ExtendSelect = None,
    ignore: options.Ignore = None,
    min_confidence: options.MinConfidence = None,
) -> None:
    """Take out of the baseline what these reports no longer have."""
    from storydiff.baseline import dump, judged, load, pruned
    from storydiff.cli.console import complain
    from storydiff.cli.files import write_file
    from storydiff.cli.settings import settings

    asked = settings(select, extend_select, ignore, min_confidence)
    path, compared = _compared(paths, outlets, baseline, asked)
    old = load(path)
    kept = pruned(old, judged(compared, old, date.today()).resolved)
    write_file(path, dump(kept))
    complain(f"{path}: {len(old.accepted) - len(kept.accepted)} taken out, {len(kept.accepted)} kept")


@commands.command()
def show(baseline: FileOption = None) -> None:
    """List what is accepted."""
    from storydiff.baseline import load
    from storydiff.cli.console import emit
    from storydiff.reporting.harmless import harmless

    for entry in load(baseline or _configured()).accepted:
        reason = f"  # {entry.reason}" if entry.reason else ""
        emit(harmless(f"{entry.fingerprint[:12]}  {entry.check}: {entry.message}{reason}") + "\n")


def _configured() -> Path:
    from storydiff.cli.settings import settings

    return settings(None, None, None, None).baseline or DEFAULT


def _compared(
    paths: list[str] | None, outlets: list[str] | None, baseline: Path | None, asked: Settings
) -> tuple[Path, Comparison]:
    """The baseline file and the comparison. A report that cannot be read is an error: its findings would be lost."""
    from storydiff.cli.inputs import read_reports
    from storydiff.errors import ReadError
    from storydiff.pipeline import compare

    compared = compare(read_reports(paths, outlets, asked.max_size or None, None), asked.config)
    unread = [problem for problem in compared.problems if problem.stage == "read"]
    if unread:
        raise ReadError(f"{unread[0].path}: {unread[0].message}", "a baseline is made of all reports or of none")
    return baseline or asked.baseline or DEFAULT, compared
