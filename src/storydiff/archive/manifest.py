"""What the stages of an output were made from, so that old and new never mix."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from storydiff.archive.settings import STAGES
from storydiff.archive.store import remove, remove_drafts
from storydiff.errors import UserError

TABLES = ("events", "findings", "links", "problems")


@contextmanager
def hold(output: Path) -> Iterator[None]:
    """See that no other run writes to `output` meanwhile. Raises UserError if one does, or if it is something else's folder."""
    if output.exists() and (not output.is_dir() or (any(output.iterdir()) and not (output / "stages").is_dir())):
        raise UserError(f"{output} holds something that is no archive", "name a new folder")
    (output / "stages").mkdir(parents=True, exist_ok=True)
    with (output / "stages" / "lock").open("a") as lock:
        _lock(lock.fileno(), output)
        yield


def _lock(descriptor: int, output: Path) -> None:
    """The system lets go of the lock when the process ends, however it ends."""
    try:
        import fcntl
    except ImportError:  # no such locks here
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise UserError(f"another run writes to {output}", "wait for its end, or name another folder") from None
    except OSError:  # a file system without locks
        return


def prepare(output: Path, keys: Mapping[str, str]) -> list[str]:
    """Remove what was made from something else than `keys` says, and what killed runs left half done.

    Returns the stages that were there and have to be done anew.
    """
    stages = output / "stages"
    file = stages / "manifest.json"
    known: dict[str, str] = json.loads(file.read_text()) if file.exists() else {}
    stale = next((number for number, stage in enumerate(STAGES) if known.get(stage) != keys[stage]), len(STAGES))
    again = [stage for stage in STAGES[stale:] if (stages / stage).exists()]
    if stale < len(STAGES):
        for table in TABLES:
            remove(output / table)
    for stage in again:
        remove(stages / stage)
    remove_drafts(output)
    draft = file.with_suffix(".draft")
    draft.write_text(json.dumps(dict(keys), indent=1) + "\n")
    os.replace(draft, file)
    return again
