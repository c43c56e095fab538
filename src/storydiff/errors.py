"""What can go wrong, and the exit code for it.

UserError          the user can put it right: exit 2, one line, no traceback
├── ReadError      a report can't be read
├── ConfigError    a setting is wrong
└── BaselineError  a baseline file is wrong
CheckCrashed       a bug in a check: exit 3
"""

from collections.abc import Iterable
from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of every command, the same for every output format."""

    CLEAN = 0
    FINDINGS = 1
    USER_ERROR = 2
    BUG = 3


class UserError(Exception):
    """Something the user can put right.

    `message` says what is wrong in one line, `hint` what to do about it.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class ReadError(UserError):
    """A report can't be read."""


class ConfigError(UserError):
    """A setting is unknown or has a wrong value."""


class BaselineError(UserError):
    """A baseline file can't be used."""


class CheckCrashed(Exception):
    """A check raised: a bug, told with the check's name so that it can be reported."""

    def __init__(self, check: str) -> None:
        super().__init__(f"check {check!r} crashed")
        self.check = check


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint for a misspelt `word`: the nearest of `known`, or all of them."""
    from difflib import get_close_matches

    names = sorted(known)
    close = get_close_matches(word, names, 1)
    return f"did you mean {close[0]}?" if close else f"known: {', '.join(names)}"
