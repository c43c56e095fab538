"""`--format NAME[:PATH]`: what to write where, and writing it."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from storydiff.errors import UserError
from storydiff.model import Comparison

STANDARD_OUTPUT = "-"

# format → the file in reporting/ that writes it, and the function of that name in it
_REPORTERS = {
    "concise": "to_concise",
    "json": "to_json",
}
FORMATS = ("terminal", *_REPORTERS)


class Output(NamedTuple):
    """A format, and the file it goes to (`-`: standard output)."""

    format: str
    path: str = STANDARD_OUTPUT


def parse_outputs(asked: Sequence[str] | None, default: str) -> tuple[Output, ...]:
    """The outputs that `asked` names; `default` on standard output if none goes there and none was asked for at all.

    Raises UserError for an unknown format, or for two that would mix on standard output or in one file.
    """
    outputs = tuple(_output(text) for text in asked or (default,))
    targets = [output.path for output in outputs]
    for output in outputs:
        if targets.count(output.path) > 1:
            where = "standard output" if output.path == STANDARD_OUTPUT else output.path
            raise UserError(f"two formats go to {where}", "give one of them a file: --format NAME:PATH")
    return outputs


def write_outputs(
    outputs: Iterable[Output], comparison: Comparison, *, table: bool = False, everything: bool = False
) -> None:
    """Write `comparison` in every format. Files first and whole or not at all. Raises UserError if one can't be written."""
    from storydiff.cli.console import emit

    for output in sorted(outputs, key=lambda one: one.path == STANDARD_OUTPUT):
        if output.path == STANDARD_OUTPUT:
            emit(_render(output.format, comparison, table=table, everything=everything, screen=True))
        else:
            write_file(Path(output.path), _render(output.format, comparison, table=table, everything=everything))


def write_file(path: Path, text: str) -> None:
    """Write `text` to `path` as UTF-8, whole or not at all. Raises UserError."""
    try:
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode("utf-8", "replace"))
            os.chmod(name, mode)
            os.replace(name, path.resolve())
        except BaseException:
            with suppress(OSError):
                os.unlink(name)
            raise
    except OSError as error:
        raise UserError(
            f"cannot write {path}: {error.strerror or error}", "choose a folder you may write to"
        ) from error


def _output(text: str) -> Output:
    name, colon, path = text.partition(":")
    if name not in FORMATS:
        from difflib import get_close_matches

        close = get_close_matches(name, FORMATS, 1)
        hint = f"did you mean {close[0]}?" if close else f"formats: {', '.join(FORMATS)}"
        raise UserError(f"unknown format {name!r}", hint)
    if colon and not path:
        raise UserError(f"--format {text!r} has no path after the colon", "write NAME or NAME:PATH")
    return Output(name, path or STANDARD_OUTPUT)


def _render(name: str, comparison: Comparison, *, table: bool, everything: bool, screen: bool = False) -> str:
    if name == "terminal":
        from storydiff.cli.console import colour_wanted, terminal_width
        from storydiff.reporting.to_terminal import to_terminal

        colour = screen and colour_wanted(sys.stdout)
        width = terminal_width() if screen else 100
        return to_terminal(comparison, width=width, colour=colour, table=table, everything=everything)
    module = _REPORTERS[name]
    reporter: Callable[[Comparison], str] = getattr(import_module(f"storydiff.reporting.{module}"), module)
    return reporter(comparison)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
