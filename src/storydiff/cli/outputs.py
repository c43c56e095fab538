"""`--format NAME[:PATH]`: what to write where, and writing it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from storydiff.cli.files import check_folder, write_files
from storydiff.errors import UserError
from storydiff.model import Comparison

STANDARD_OUTPUT = "-"

# format → the file in reporting/ that writes it, and the function of that name in it
_REPORTERS = {
    "concise": "to_concise",
    "html": "to_html",
    "json": "to_json",
    "jsonl": "to_jsonl",
    "sarif": "to_sarif",
    "github": "to_github",
    "gitlab": "to_gitlab",
    "junit": "to_junit",
    "rdjson": "to_rdjson",
    "csv": "to_csv",
    "markdown": "to_markdown",
}
FORMATS = ("terminal", *_REPORTERS)
_FOR_CODE_HOSTS = frozenset({"sarif", "github", "gitlab"})  # they know a file by its path in the repository


class Output(NamedTuple):
    """A format, and the file it goes to (`-`: standard output)."""

    format: str
    path: str = STANDARD_OUTPUT


def parse_outputs(asked: Sequence[str] | None, default: str) -> tuple[Output, ...]:
    """The outputs that `asked` names; `default` on standard output if none goes there and none was asked for at all.

    Raises UserError for an unknown format, for two that would mix on standard output or in one file, or for a missing folder.
    """
    outputs = tuple(_output(text) for text in asked or (default,))
    targets = [_target(output) for output in outputs]
    for output in outputs:
        if targets.count(_target(output)) > 1:
            where = "standard output" if output.path == STANDARD_OUTPUT else output.path
            raise UserError(f"two formats go to {where}", "give one of them a file: --format NAME:PATH")
    return outputs


def write_outputs(
    outputs: Iterable[Output], comparison: Comparison, *, table: bool = False, everything: bool = False
) -> None:
    """Write `comparison` in every format: files first, all of them whole or none. Raises UserError if one can't be written."""
    from storydiff.cli.code_host import add_to_summary
    from storydiff.cli.console import emit

    outputs = tuple(outputs)
    _spare_reports(outputs, comparison)
    # all are made before any is written: a bug in one leaves nothing behind
    texts = {
        output: _render(
            output.format, comparison, table=table, everything=everything, screen=output.path == STANDARD_OUTPUT
        )
        for output in outputs
    }
    write_files({Path(output.path): text for output, text in texts.items() if output.path != STANDARD_OUTPUT})
    if any(output.format == "github" for output in outputs):
        add_to_summary(comparison)
    for output, text in texts.items():
        if output.path == STANDARD_OUTPUT:
            emit(text)


def _spare_reports(outputs: Iterable[Output], comparison: Comparison) -> None:
    reports = {os.path.realpath(report.path) for report in comparison.reports if report.path}
    for output in outputs:
        if _target(output) in reports:
            raise UserError(f"{output.path} is one of the reports", "write to another file")


def _target(output: Output) -> str:
    return output.path if output.path == STANDARD_OUTPUT else os.path.realpath(output.path)


def _output(text: str) -> Output:
    name, colon, path = text.partition(":")
    if name not in FORMATS:
        from difflib import get_close_matches

        close = get_close_matches(name, FORMATS, 1)
        hint = f"did you mean {close[0]}?" if close else f"formats: {', '.join(FORMATS)}"
        raise UserError(f"unknown format {name!r}", hint)
    if colon and not path:
        raise UserError(f"--format {text!r} has no path after the colon", "write NAME or NAME:PATH")
    if path and path != STANDARD_OUTPUT:
        check_folder(path)
    return Output(name, path or STANDARD_OUTPUT)


def _render(name: str, comparison: Comparison, *, table: bool, everything: bool, screen: bool = False) -> str:
    if name == "terminal":
        from storydiff.cli.console import colour_wanted, terminal_width
        from storydiff.reporting.to_terminal import to_terminal

        colour = screen and colour_wanted(sys.stdout)
        width = terminal_width() if screen else 100
        return to_terminal(comparison, width=width, colour=colour, table=table, everything=everything)
    if name in _FOR_CODE_HOSTS:
        from storydiff.cli.code_host import from_the_root

        comparison = from_the_root(comparison)
    module = _REPORTERS[name]
    reporter: Callable[[Comparison], str] = getattr(import_module(f"storydiff.reporting.{module}"), module)
    return reporter(comparison)
