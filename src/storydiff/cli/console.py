"""Writing to the two streams: results on standard output, everything else on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from shutil import get_terminal_size
from threading import Event, Thread
from typing import TYPE_CHECKING, TextIO

from storydiff.errors import UserError
from storydiff.reporting.harmless import harmless, harmless_lines

if TYPE_CHECKING:
    from storydiff.model import Problem

_PATIENCE = 1.0  # seconds before a spinner appears


def emit(text: str) -> None:
    """Write a result to standard output as UTF-8. A reader that has gone away is no error; a full disk is a UserError."""
    if sys.stdout is None:
        raise UserError("cannot write to standard output: it is closed", "give the format a file: --format NAME:PATH")
    try:
        _write(sys.stdout, text)
    except BrokenPipeError:
        give_up(sys.stdout)
    except OSError as error:
        give_up(sys.stdout)
        raise UserError(f"cannot write to standard output: {error.strerror or error}") from error


def complain(text: str) -> None:
    """Write a message to standard error, made harmless. There is nobody to tell that it can't be written."""
    if sys.stderr is None:
        return
    try:
        _write(sys.stderr, harmless_lines(text) + "\n")
    except OSError:
        give_up(sys.stderr)


def give_up(stream: TextIO | None) -> None:
    """Let further writes to `stream`, and the interpreter's flush of it at exit, go nowhere."""
    if stream is not None:
        with suppress(OSError), open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), stream.fileno())


def report_problems(problems: Iterable[Problem]) -> None:
    """Every problem on standard error, with what to do about it."""
    for problem in problems:
        path = f"{harmless(problem.path)}: " if problem.path else ""
        complain(f"problem: {path}{harmless(problem.message)}")
        if problem.hint:
            complain(f"  hint: {harmless(problem.hint)}")


def colour_wanted(stream: TextIO | None) -> bool:
    """Whether to colour: `NO_COLOR` and `FORCE_COLOR` decide, else whether `stream` is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def terminal_width() -> int:
    """Columns to fill: the terminal's, or 100 where there is none."""
    return get_terminal_size((100, 24)).columns


@contextmanager
def waiting(message: str) -> Iterator[None]:
    """Show `message` with a spinner on standard error if that is a terminal and the work takes over a second."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    done = Event()
    thread = Thread(target=_spin, args=(message, done), daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _spin(message: str, done: Event) -> None:
    if done.wait(_PATIENCE):
        return
    from rich.console import Console

    with Console(stderr=True).status(message):
        done.wait()


def _write(stream: TextIO, text: str) -> None:
    raw = getattr(stream, "buffer", None)
    if raw is None:
        stream.write(text)
    else:
        stream.flush()
        raw.write(text.encode("utf-8", "replace"))
    stream.flush()
