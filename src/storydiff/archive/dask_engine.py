"""Work on the machines of a Dask cluster, one task a partition. They need this package and see the same folders."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from distributed import Client, as_completed
from distributed.scheduler import KilledWorker

from storydiff.archive.engines import Done
from storydiff.errors import UserError

Job = TypeVar("Job")
_RETRIES = 3
_PATIENCE = "15s"


class DaskEngine:
    """A Dask scheduler and its workers. A worker that dies costs nothing but time: others do its tasks."""

    def __init__(self, scheduler: str) -> None:
        """Raises UserError if nobody answers at the address `scheduler`."""
        try:
            self._client = Client(scheduler, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise UserError(
                f"no Dask scheduler answers at {scheduler}", "`dask scheduler` prints its address when it starts"
            ) from error

    def run(self, task: Callable[[Job], Done], jobs: Sequence[Job]) -> Iterator[Done]:
        """Call `task` for each of `jobs`, and tell each that is done.

        Raises UserError when a job has cost several workers their life.
        """
        futures = self._client.map(task, jobs, pure=False, retries=_RETRIES)
        try:
            for future in as_completed(futures, loop=self._client.loop):
                yield future.result()
        except KilledWorker as error:
            raise UserError(
                "workers die again and again", "is there memory enough? --partition 500 needs less"
            ) from error
        finally:
            self._client.cancel(futures)

    def close(self) -> None:
        """Leave the cluster; it goes on without us."""
        self._client.close()
