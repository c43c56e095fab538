"""Writing to the two streams: results on standard output, everything else on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from shutil import get_terminal_size
from threading import Event, Thread
from typing import TYPE_CHECKING, TextIO

from storydiff.reporting.harmless import harmless, harmless_lines

if TYPE_CHECKING:
    from storydiff.model import Problem

_PATIENCE = 1.0  # seconds before a spinner appears


def emit(text: str) -> None:
    """Write a result to standard output as UTF-8. A reader that has gone away is no error."""
    _write(sys.stdout, text)


def complain(text: str) -> None:
    """Write a message to standard error, made harmless."""
    _write(sys.stderr, harmless_lines(text) + "\n")


def report_problems(problems: Iterable[Problem]) -> None:
    """Every problem on standard error, with what to do about it."""
    for problem in problems:
        path = f"{harmless(problem.path)}: " if problem.path else ""
        complain(f"problem: {path}{harmless(problem.message)}")
        if problem.hint:
            complain(f"  hint: {harmless(problem.hint)}")


def colour_wanted(stream: TextIO) -> bool:
    """Whether to colour: `NO_COLOR` and `FORCE_COLOR` decide, else whether `stream` is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def terminal_width() -> int:
    """Columns to fill: the terminal's, or 100 where there is none."""
    return get_terminal_size((100, 24)).columns


@contextmanager
def waiting(message: str) -> Iterator[None]:
    """Show `message` with a spinner on standard error if that is a terminal and the work takes over a second."""
    if not sys.stderr.isatty():
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
    try:
        raw = getattr(stream, "buffer", None)
        if raw is None:
            stream.write(text)
        else:
            stream.flush()
            raw.write(text.encode("utf-8", "replace"))
        stream.flush()
    except BrokenPipeError:
        # further writes, and the interpreter's flush at exit, go nowhere
        with suppress(OSError), open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), stream.fileno())
