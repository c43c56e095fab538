"""`storydiff compare` and `storydiff align`: show, and exit with 0 whatever is found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from storydiff.cli import options
from storydiff.cli.plain import PlainCommand

if TYPE_CHECKING:
    from storydiff.config import Config
    from storydiff.model import Comparison, Reading


def add_to(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command(cls=PlainCommand)(compare)
    app.command(cls=PlainCommand)(align)


def compare(
    paths: options.Paths = None,
    outlets: options.Outlets = None,
    draft: options.Draft = None,
    select: options.Select = None,
    extend_select: options.ExtendSelect = None,
    ignore: options.Ignore = None,
    min_confidence: options.MinConfidence = None,
    formats: options.Formats = None,
    table: options.ShowTable = False,
    everything: options.ShowAll = False,
    max_size: options.MaxSize = None,
    save: options.Save = None,
    debug: options.Debug = False,
) -> None:
    """Set reports of one event side by side and show where they disagree.

    For reading: it exits with 0 whatever it finds. [bold]storydiff check[/] is the gate.
    """
    from storydiff.cli.drafting import seen_from_draft, with_draft
    from storydiff.cli.inputs import exit_code_for_reading, read_reports
    from storydiff.cli.outputs import parse_outputs, write_outputs
    from storydiff.cli.settings import settings

    outputs = parse_outputs(formats, "terminal")
    asked = settings(select, extend_select, ignore, min_confidence)
    reading = read_reports(with_draft(paths, draft), outlets, max_size or asked.max_size or None, save)
    compared = seen_from_draft(_compared(reading, asked.config), draft)
    compared = replace(compared, exit_code=exit_code_for_reading(compared))
    write_outputs(outputs, compared, table=table, everything=everything)
    _finish(compared)


def align(
    paths: options.Paths = None,
    outlets: options.Outlets = None,
    formats: options.Formats = None,
    max_size: options.MaxSize = None,
    save: options.Save = None,
    debug: options.Debug = False,
) -> None:
    """Show the reports sentence by sentence, outlets as columns, without looking for disagreement."""
    from storydiff.cli.inputs import exit_code_for_reading, read_reports
    from storydiff.cli.outputs import parse_outputs, write_outputs
    from storydiff.config import Config

    outputs = parse_outputs(formats, "terminal")
    compared = _compared(read_reports(paths, outlets, max_size, save), Config(), checked=False)
    compared = replace(compared, exit_code=exit_code_for_reading(compared))
    write_outputs(outputs, compared, table=True)
    _finish(compared)


def _compared(reading: Reading, config: Config, *, checked: bool = True) -> Comparison:
    from storydiff.cli.console import waiting
    from storydiff.pipeline import align_reports
    from storydiff.pipeline import compare as run_compare

    with waiting(f"Comparing {len(reading.reports)} reports"):
        return run_compare(reading, config) if checked else align_reports(reading)


def _finish(compared: Comparison) -> None:
    from storydiff.cli.console import report_problems

    report_problems(compared.problems)
    raise typer.Exit(compared.exit_code)
