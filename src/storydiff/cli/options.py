"""Options and arguments that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from storydiff.cli import completion
from storydiff.cli.failures import debug_option


class ConfidenceName(StrEnum):
    """How sure a check must be for its findings to be shown."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


_WHAT = "What to compare"
_HOW = "How to compare"
_OUT = "Output"

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="REPORT",
        show_default=False,
        help="Files, folders, an event.toml, https:// addresses, or - for standard input.",
    ),
]
Outlets = Annotated[
    list[str] | None,
    typer.Option(
        "--outlet", metavar="NAME=PATH", help="A report and who published it. Repeatable.", rich_help_panel=_WHAT
    ),
]
MaxSize = Annotated[
    str | None,
    typer.Option("--max-size", metavar="SIZE", help="Largest file to read, such as 10MB.", rich_help_panel=_WHAT),
]
Save = Annotated[
    Path | None,
    typer.Option(
        "--save",
        metavar="FOLDER",
        help="Keep fetched pages and standard input in FOLDER, so that findings have a file to point at.",
        rich_help_panel=_WHAT,
    ),
]
Draft = Annotated[
    Path | None,
    typer.Option(
        "--draft",
        metavar="FILE",
        help="Show only what touches this report, and point at its lines.",
        rich_help_panel=_WHAT,
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="CHECKS",
        help="Run these checks only (comma-separated).",
        autocompletion=completion.checks,
        rich_help_panel=_HOW,
    ),
]
ExtendSelect = Annotated[
    list[str] | None,
    typer.Option(
        "--extend-select",
        metavar="CHECKS",
        help="Run these checks as well.",
        autocompletion=completion.checks,
        rich_help_panel=_HOW,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="CHECKS",
        help="Leave these checks out.",
        autocompletion=completion.checks,
        rich_help_panel=_HOW,
    ),
]
MinConfidence = Annotated[
    ConfidenceName | None,
    typer.Option(
        "--min-confidence",
        help="Leave out findings a check is less sure of than this.",
        show_default="medium",
        rich_help_panel=_HOW,
    ),
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="NAME[:PATH]",
        help="Output format, to standard output or to PATH. Repeatable.",
        autocompletion=completion.formats,
        rich_help_panel=_OUT,
    ),
]
ShowTable = Annotated[
    bool, typer.Option("--table", help="Show the aligned sentences too (terminal format).", rich_help_panel=_OUT)
]
ShowAll = Annotated[
    bool, typer.Option("--all", help="Show every finding, however many (terminal format).", rich_help_panel=_OUT)
]
Debug = Annotated[bool, debug_option()]
