"""What a user sees when something goes wrong, and the exit code for it."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import typer

from storydiff.errors import CheckCrashed, ExitCode, UserError

_NEW_ISSUE = "this is a bug in storydiff; please report it with the command and, if you may, the reports"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO})
_MAKE_ROOM = "make room, and run it again"


@dataclass(slots=True)
class Run:
    """What is known of this run outside of its command."""

    debug: bool = False


def guarded(command: Callable[..., Any]) -> int:
    """Call `command` with a `Run` as typer's `obj`; a UserError becomes one line and a hint, any other error a bug."""
    run = Run()
    try:
        command(obj=run)
    except KeyboardInterrupt:  # before typer was there to catch it
        return 130
    except UserError as error:
        _explain(f"error: {error.message}", error.hint, debug=run.debug)
        return ExitCode.USER_ERROR
    except CheckCrashed as error:
        cause = error.__cause__ or error
        _explain(f"internal error: {error}: {_named(cause)}", _NEW_ISSUE, debug=run.debug)
        return ExitCode.BUG
    except OSError as error:
        if error.errno not in _FULL:
            _explain(f"internal error: {_named(error)}", _NEW_ISSUE, debug=run.debug)
            return ExitCode.BUG
        _explain(f"error: cannot write: {os.strerror(error.errno)}", _MAKE_ROOM, debug=run.debug)
        from storydiff.cli.console import give_up

        give_up(sys.stdout)
        return ExitCode.USER_ERROR
    except Exception as error:  # noqa: BLE001  whatever it is, the user gets to know what to do
        _explain(f"internal error: {_named(error)}", _NEW_ISSUE, debug=run.debug)
        return ExitCode.BUG
    return ExitCode.CLEAN


def hint_of(error: OSError, otherwise: str) -> str:
    """What to do about `error`: make room on a full disk, else what `otherwise` says."""
    return _MAKE_ROOM if error.errno in _FULL else otherwise


def debug_option() -> Any:
    """The option `--debug`, of the root and of every command."""
    return typer.Option("--debug", callback=_remember, is_eager=True, help="Show the traceback of an error.")


def _remember(ctx: typer.Context, asked: bool) -> bool:
    if asked and isinstance(ctx.obj, Run):
        ctx.obj.debug = True
    return asked


def _explain(message: str, hint: str, *, debug: bool) -> None:
    from storydiff.cli.console import complain

    if debug:
        complain("".join(traceback.format_exc()).rstrip())
    complain(message)
    if hint:
        complain(f"  hint: {hint}")
    if not debug and message.startswith("internal"):
        complain("  run again with --debug to see where it happened")


def _named(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
