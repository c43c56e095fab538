"""`storydiff group`: a mixed pile of reports → events."""

from __future__ import annotations

from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from storydiff.cli import options

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import timedelta

    from storydiff.grouping.pile_events import Pile
    from storydiff.grouping.records import Found


class GroupFormat(StrEnum):
    """How to write the events."""

    FOLDERS = "folders"
    TOML = "toml"
    JSONL = "jsonl"


Pile_ = Annotated[
    list[str],
    typer.Argument(
        metavar="PILE", help="A folder of reports, .jsonl or .parquet files, or - for JSONL on standard input."
    ),
]
Window = Annotated[
    str, typer.Option("--window", metavar="TIME", help="Reports further apart are not one event: 3d, 12h, 2w.")
]


def add_to(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command()(group)


def group(
    paths: Pile_,
    window: Window = "3d",
    format_: Annotated[
        GroupFormat | None,
        typer.Option(
            "--format", "-f", help="A folder an event, an event.toml an event, or JSONL. Without it: a list to read."
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where to write: a folder, or a file for jsonl.")
    ] = None,
    debug: options.Debug = False,
) -> None:
    """Sort a mixed pile of reports into events.

    Rows of a .jsonl or .parquet file have id, outlet, title, published, url and text; only text is required.
    What can't be read is told and left out.
    """
    from storydiff.cli.console import complain, emit, report_problems, waiting
    from storydiff.cli.event_folders import write_folders
    from storydiff.cli.files import check_folder, write_file
    from storydiff.errors import UserError
    from storydiff.grouping.pile_events import group_pile, listing, to_jsonl

    if format_ is None and output is not None:
        format_ = GroupFormat.FOLDERS
    if format_ in (GroupFormat.FOLDERS, GroupFormat.TOML) and output is None:
        raise UserError(f"--format {format_} needs a folder to write to", "add --output FOLDER")
    if format_ is GroupFormat.JSONL and output is not None:
        check_folder(str(output))
    span = parse_window(window)
    with _on_disk(paths) as places:
        with waiting("Grouping"):
            pile = group_pile(_read(places), span)
        if not pile.reports:
            report_problems(pile.problems)
            raise UserError("no report could be read", "a pile is a folder of reports, a .jsonl or a .parquet file")
        if format_ is GroupFormat.JSONL and output is None:
            emit(to_jsonl(pile))
        elif format_ is GroupFormat.JSONL and output is not None:
            write_file(output, to_jsonl(pile))
        elif output is not None:
            write_folders(pile, _read(places), output, listed=format_ is GroupFormat.TOML)
        else:
            emit(listing(pile))
    report_problems(pile.problems)
    complain(_summary(pile, output))


def _read(places: Sequence[Path]) -> Iterator[Found]:
    from storydiff.grouping.pile import read_pile

    return read_pile(places)


def _summary(pile: Pile, output: Path | None) -> str:
    several = sum(len(event.reports) > 1 for event in pile.events)
    told = f"{len(pile.reports):,} reports → {len(pile.events):,} events, {several:,} of them with two or more reports"
    unread = f"; {len(pile.problems):,} problems" if pile.problems else ""
    return f"{told}{unread}" + (f"; written to {output}" if output else "")


def parse_window(text: str) -> timedelta:
    """ "3d" → three days. Units: m, h, d, w. Raises UserError."""
    from datetime import timedelta

    from storydiff.errors import UserError

    units = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
    number, unit = text[:-1], text[-1:]
    try:
        if unit in units and 0 <= float(number) <= 100_000:
            return timedelta(**{units[unit]: float(number)})
    except ValueError:
        pass
    raise UserError(f"--window {text!r} is no length of time", "write 90m, 12h, 3d or 2w")


@contextmanager
def _on_disk(paths: Sequence[str]) -> Iterator[list[Path]]:
    """The paths of a pile; what standard input holds is put in a file first, because a pile is read twice."""
    if "-" not in paths:
        yield [Path(path) for path in paths]
        return
    import shutil
    import sys
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="storydiff-") as folder:
        kept = Path(folder, "stdin.jsonl")
        with kept.open("wb") as file:
            shutil.copyfileobj(sys.stdin.buffer, file)
        yield [kept if path == "-" else Path(path) for path in paths]
