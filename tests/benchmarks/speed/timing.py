"""Measure a call or a command: processor time, the best of several runs, so that other work on the machine disturbs little."""

from __future__ import annotations

import gc
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence


def seconds(call: Callable[[], object], repeats: int = 5) -> float:
    """Processor seconds of `call`, warm: the best of `repeats` runs after one that does not count."""
    call()
    best = float("inf")
    for _ in range(repeats):
        gc.collect()
        begun = time.process_time()
        call()
        best = min(best, time.process_time() - begun)
    return best


def command_seconds(command: Sequence[str], repeats: int = 7) -> float:
    """Processor seconds of a command, from the start of its process to the end: the best of `repeats` runs.

    The first run does not count: it writes the byte code that an installed package has from the start.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    best = float("inf")
    for number in range(repeats + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if number:
            best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


def line(what: str, measured: float, goal: str = "", detail: str = "") -> None:
    """Print one ratio with its goal."""
    print(f"{what:<58} {measured:8.2f}  {goal:<8} {detail}", flush=True)


def peak_megabytes() -> float:
    """The most memory this process has held."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)
