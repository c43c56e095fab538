"""The command line. Only this package prints, opens output files or exits."""

from __future__ import annotations

from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, add_completion=True)


@app.callback()
def root() -> None:
    """Diff for news."""


@app.command()
def compare(paths: list[str], format_: Annotated[str, typer.Option("--format")] = "json") -> None:
    """Set reports of one event side by side and show where they disagree."""
    from storydiff.pipeline import compare as run_compare
    from storydiff.pipeline import read
    from storydiff.reporting.to_json import to_json

    typer.echo(to_json(run_compare(read(paths))))


def run() -> None:
    """Entry point."""
    app()
