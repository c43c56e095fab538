"""The command line: which commands there are. Each file beside this one has the commands of one group."""

from __future__ import annotations

import sys
from functools import partial
from typing import Annotated

import typer

from storydiff._version import __version__
from storydiff.cli import archive, baselines, catalogue, check, compare, contract, group, init, sources
from storydiff.cli.failures import debug_option, guarded
from storydiff.cli.plain import PlainGroup

app = typer.Typer(
    name="storydiff",
    cls=PlainGroup,
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,  # failures.py tells users what went wrong
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"storydiff {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
    debug: Annotated[bool, debug_option()] = False,
) -> None:
    """Diff for news: set several outlets' reports of one event side by side and see where they disagree."""


for commands in (compare, check, init, baselines, catalogue, sources, group, archive, contract):
    commands.add_to(app)


def run() -> None:
    """Entry point."""
    sys.exit(guarded(partial(app, prog_name="storydiff")))  # also for `python -m storydiff`
