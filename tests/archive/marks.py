"""Jobs for tests of engines; other processes import this."""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass
from pathlib import Path

from storydiff.archive.engines import Done


@dataclass(frozen=True)
class Mark:
    """A job that leaves a file."""

    target: Path
    deadly_until: Path | None = None


def leave_mark(job: Mark) -> Done:
    """Leave the file; but first, once, kill the process that works on it."""
    if job.deadly_until is not None and not job.deadly_until.exists():
        job.deadly_until.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    job.target.touch()
    return Done(1)


def always_deadly(job: Mark) -> Done:
    """Kill the process that works on it."""
    os.kill(os.getpid(), signal.SIGKILL)
    return Done(0)
