"""`storydiff schema`: what the JSON output promises."""

from __future__ import annotations

import typer


def add_to(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command()(schema)


def schema() -> None:
    """Print the JSON Schema of the json format."""
    from importlib.resources import files

    from storydiff.cli.console import emit

    emit(files("storydiff.reporting").joinpath("schema.json").read_text("utf-8"))
