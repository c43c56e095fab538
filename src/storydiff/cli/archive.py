"""`storydiff archive`: piles that outgrow memory or the machine."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from storydiff.cli import options
from storydiff.cli.group import Window, parse_window

if TYPE_CHECKING:
    from storydiff.archive.engines import Engine
    from storydiff.archive.run import Summary

_NEEDED = ("pyarrow", "duckdb")


class EngineName(StrEnum):
    """What does the work."""

    LOCAL = "local"
    DASK = "dask"


def add_to(app: typer.Typer) -> None:
    """Add the commands of this file."""
    group = typer.Typer(no_args_is_help=True, help="Group and compare piles that outgrow memory or the machine.")
    group.command()(run)
    app.add_typer(group, name="archive")


def run(
    source: Annotated[Path, typer.Argument(metavar="INPUT", help="A .jsonl or .parquet file, or a folder of them.")],
    output: Annotated[Path, typer.Argument(metavar="OUTPUT", help="The folder to write to; the same one to go on.")],
    window: Window = "3d",
    engine: Annotated[
        EngineName | None, typer.Option("--engine", help="What does the work.", show_default="local")
    ] = None,
    scheduler: Annotated[
        str, typer.Option("--scheduler", metavar="ADDRESS", help="A Dask scheduler, such as tcp://host:8786.")
    ] = "",
    workers: Annotated[
        int | None, typer.Option("--workers", min=1, help="Processes of the local engine.", show_default="all cores")
    ] = None,
    memory: Annotated[
        str, typer.Option("--memory", metavar="SIZE", help="Memory for joins; what does not fit goes to disk.")
    ] = "1GB",
    partition: Annotated[
        int, typer.Option("--partition", metavar="REPORTS", min=1, help="About how many reports one task works on.")
    ] = 2_000,
    select: options.Select = None,
    extend_select: options.ExtendSelect = None,
    ignore: options.Ignore = None,
    min_confidence: options.MinConfidence = None,
    debug: options.Debug = False,
) -> None:
    """Sort an archive into events and compare the reports of each.

    Writes the tables events, findings, links and problems as Parquet. Whatever stops a run: the same command goes on where it
    stood, and the result is the same.
    """
    from storydiff.cli.console import complain, emit
    from storydiff.cli.settings import settings as settings_of
    from storydiff.errors import UserError

    _need(*_NEEDED)
    from storydiff.archive.progress import Progress
    from storydiff.archive.run import run as run_archive
    from storydiff.archive.settings import Settings

    config = settings_of(select, extend_select, ignore, min_confidence).config
    asked = Settings(source, output, parse_window(window), partition, config, _size(memory))
    if engine is EngineName.DASK and not scheduler:
        raise UserError(
            "--engine dask needs a scheduler", "add --scheduler tcp://HOST:8786; `dask scheduler` starts one"
        )
    if engine is EngineName.LOCAL and scheduler:
        raise UserError("--scheduler is for --engine dask", "leave one of them out")
    shown = _Line()
    chosen = _engine(scheduler, workers)
    try:
        summary = run_archive(asked, chosen, Progress(shown.show, complain))
    finally:
        shown.end()
        chosen.close()
    emit(_told(summary, output))


def _engine(scheduler: str, workers: int | None) -> Engine:
    if scheduler:
        _need("distributed")
        from storydiff.archive.dask_engine import DaskEngine

        return DaskEngine(scheduler)
    from storydiff.archive.engines import LocalEngine

    return LocalEngine(workers)


def _need(*packages: str) -> None:
    from importlib.util import find_spec

    from storydiff.errors import UserError

    if missing := [package for package in packages if find_spec(package) is None]:
        raise UserError(f"archives need {' and '.join(missing)}", "pip install 'storydiff[archive]'")


def _size(text: str) -> str:
    import re

    from storydiff.errors import UserError

    if re.fullmatch(r"\d{1,6}\s?[MGT]i?B", text, re.IGNORECASE):
        return text
    raise UserError(f"--memory {text!r} is no size", "write 512MB or 4GB")


def _told(summary: Summary, output: Path) -> str:
    verdicts = ", ".join(f"{number:,} {verdict}" for verdict, number in summary.verdicts)
    return (
        f"{summary.reports:,} reports → {summary.events:,} events, {summary.several:,} of them with two or more reports\n"
        f"{summary.findings:,} findings{f': {verdicts}' if verdicts else ''}\n"
        f"{summary.problems:,} problems\n"
        f"written to {output}: events, findings, links, problems\n"
    )


class _Line:
    """Progress on standard error: one line that is written over on a terminal, elsewhere a line now and then. Mutable."""

    _SECONDS_BETWEEN = 10.0

    def __init__(self) -> None:
        import sys

        self._over = sys.stderr.isatty()
        self._length = 0
        self._last = float("-inf")

    def show(self, line: str, finished: bool) -> None:
        """Show how far the stage is."""
        import sys
        import time

        if self._over:
            sys.stderr.write(f"\r{line.ljust(self._length)}" + ("\n" if finished else ""))
            self._length = 0 if finished else len(line)
        elif finished or time.monotonic() - self._last >= self._SECONDS_BETWEEN:
            self._last = time.monotonic()
            sys.stderr.write(line + "\n")
        sys.stderr.flush()

    def end(self) -> None:
        """Leave the line."""
        import sys

        if self._length:
            sys.stderr.write("\n")
