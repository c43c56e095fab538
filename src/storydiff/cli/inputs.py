"""From the command line's arguments to a Reading."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from storydiff.errors import ExitCode, UserError
from storydiff.model import Comparison, Reading

DEFAULT_LIMIT = 10_000_000
_SIZE = re.compile(r"(\d{1,12}(?:\.\d{1,6})?)\s{0,3}([kmg]?)i?b?", re.IGNORECASE)
_UNITS = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}


def read_reports(
    paths: Sequence[str] | None, outlets: Sequence[str] | None, max_size: str | None, save: Path | None
) -> Reading:
    """Read what the command line names. Raises UserError if nothing is named or nothing can be read."""
    from storydiff.pipeline import read

    named = {path: name for name, path in (_outlet(pair) for pair in outlets or ())}
    given = list(paths or ())
    known = {os.path.realpath(path) for path in given}
    everything = [*given, *(path for path in named if os.path.realpath(path) not in known)]
    if not everything:
        raise UserError("no reports given", "name files, a folder or an event.toml")
    limit = DEFAULT_LIMIT if max_size is None else bytes_in(max_size)
    # One byte more than the limit is enough to know that it is too much.
    return read(everything, outlets=named, max_bytes=limit, stdin=lambda: sys.stdin.buffer.read(limit + 1), save=save)


def bytes_in(size: str) -> int:
    """How many bytes `size` is: a number with kB, MB or GB after it, bytes without. Raises UserError."""
    match = _SIZE.fullmatch(size.strip())
    if match is None:
        raise UserError(f"--max-size {size!r} is no size", "for example: --max-size 20MB")
    return int(float(match[1]) * _UNITS[(match[2] or "").lower()])


def exit_code_for_reading(comparison: Comparison) -> ExitCode:
    """What a run that only shows returns: 2 if a report could not be read, else 0."""
    unread = any(problem.stage == "read" for problem in comparison.problems)
    return ExitCode.USER_ERROR if unread else ExitCode.CLEAN


def _outlet(pair: str) -> tuple[str, str]:
    name, sign, path = pair.partition("=")
    if not sign or not name.strip() or not path:
        raise UserError(f"--outlet {pair!r} is not NAME=PATH", 'for example: --outlet "Harbor Ledger=ledger.txt"')
    return name.strip(), path
