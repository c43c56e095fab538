"""`storydiff sources`: who says what, through whom."""

from __future__ import annotations

import typer

from storydiff.cli import options


def add_to(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command()(sources)


def sources(
    paths: options.Paths = None,
    outlets: options.Outlets = None,
    formats: options.Formats = None,
    max_size: options.MaxSize = None,
    save: options.Save = None,
    debug: options.Debug = False,
) -> None:
    """List who says what in each report, in quote marks or not, and through which outlet or statement.

    Formats: terminal and json.
    """
    import sys
    from pathlib import Path

    from storydiff.cli.console import colour_wanted, emit, report_problems, terminal_width, waiting
    from storydiff.cli.files import write_files
    from storydiff.cli.inputs import read_reports
    from storydiff.cli.outputs import STANDARD_OUTPUT, parse_outputs
    from storydiff.errors import ExitCode, UserError
    from storydiff.pipeline import analyse_reports
    from storydiff.reporting.sources import sources_as_json, sources_as_table

    outputs = parse_outputs(formats, "terminal")
    for output in outputs:
        if output.format not in ("terminal", "json"):
            raise UserError(f"sources cannot be written as {output.format}", "formats: terminal, json")
    reading = read_reports(paths, outlets, max_size, save)
    with waiting(f"Reading {len(reading.reports)} reports"):
        analyses = analyse_reports(reading)
    screen, files = "", {}
    for output in outputs:
        shown = output.path == STANDARD_OUTPUT
        if output.format == "json":
            text = sources_as_json(analyses)
        else:
            colour = shown and colour_wanted(sys.stdout)
            text = sources_as_table(analyses, width=terminal_width() if shown else 100, colour=colour)
        if shown:
            screen = text
        else:
            files[Path(output.path)] = text
    write_files(files)
    if screen:
        emit(screen)
    report_problems(reading.problems)
    unread = any(problem.stage == "read" for problem in reading.problems)
    raise typer.Exit(ExitCode.USER_ERROR if unread else ExitCode.CLEAN)
