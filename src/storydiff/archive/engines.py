"""What does the work: an engine runs one function over many jobs, in whatever order, wherever."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Protocol, TypeVar

from storydiff.errors import UserError

_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Done:
    """A job is done. `reports`: how many reports it dealt with."""

    reports: int


Job = TypeVar("Job")


class Engine(Protocol):
    """Runs jobs. Jobs and functions are plain values of this package, so that they go to other processes and machines."""

    def run(self, task: Callable[[Job], Done], jobs: Sequence[Job]) -> Iterator[Done]:
        """Call `task` once for each of `jobs` (more often where a worker died), and tell each that is done."""

    def close(self) -> None:
        """Let the workers go."""


class LocalEngine:
    """A pool of processes on this machine."""

    def __init__(self, workers: int | None = None) -> None:
        self._workers = (
            workers or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        )
        self._pool: ProcessPoolExecutor | None = None

    def run(self, task: Callable[[Job], Done], jobs: Sequence[Job]) -> Iterator[Done]:
        """Call `task` for each of `jobs`. A process that dies is replaced, and what it worked on is done again.

        Raises UserError when a job has cost several processes their life.
        """
        left = dict(enumerate(jobs))
        attempts = _ATTEMPTS
        while left:
            pool = self._pool = self._pool or self._start()
            try:
                futures: dict[Future[Done], int] = {pool.submit(task, job): number for number, job in left.items()}
                for future in as_completed(futures):
                    done = future.result()
                    del left[futures.pop(future)]
                    yield done
            except BrokenProcessPool as error:
                self.close()
                attempts -= 1
                if not attempts:
                    raise UserError(
                        "worker processes die again and again",
                        "is there memory enough? --workers 1 or --partition 500 need less",
                    ) from error

    def close(self) -> None:
        """End the processes."""
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _start(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._workers, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """See that this process does not outlive a parent that was killed, and seldom looks for cycles: our values form none."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    parent = parent_process()

    def wait() -> None:
        if parent:
            parent.join()
        os._exit(1)

    Thread(target=wait, daemon=True).start()
