"""From the command line's arguments to a Reading."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from storydiff.errors import ExitCode, UserError
from storydiff.model import Comparison, Reading


def read_reports(
    paths: Sequence[str] | None, outlets: Sequence[str] | None, max_size: str | None, save: Path | None
) -> Reading:
    """Read what the command line names. Raises UserError if nothing is named or nothing can be read."""
    from storydiff.pipeline import read

    named = [_outlet(pair) for pair in outlets or ()]
    everything = [*(paths or ()), *(path for _, path in named)]
    if not everything:
        raise UserError("no reports given", "name files, a folder or an event.toml")
    return read(everything)


def exit_code_for_reading(comparison: Comparison) -> ExitCode:
    """What a run that only shows returns: 2 if a report could not be read, else 0."""
    unread = any(problem.stage == "read" for problem in comparison.problems)
    return ExitCode.USER_ERROR if unread else ExitCode.CLEAN


def _outlet(pair: str) -> tuple[str, str]:
    name, sign, path = pair.partition("=")
    if not sign or not name.strip() or not path:
        raise UserError(f"--outlet {pair!r} is not NAME=PATH", 'for example: --outlet "Harbor Ledger=ledger.txt"')
    return name.strip(), path
