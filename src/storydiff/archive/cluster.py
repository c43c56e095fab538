"""The stage cluster: reports that hang together → events."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from storydiff.archive.engines import Done
from storydiff.archive.joins import bucket_files, bucket_of, columns, joins, scatter, table
from storydiff.archive.store import Rows, whole
from storydiff.archive.tables import CLUSTERED
from storydiff.grouping.grouper import Event, Grouper
from storydiff.grouping.vectors import Signature

_MEMORY = "256MB"


@dataclass(frozen=True, slots=True)
class ClusterJob:
    """Sort the reports of the components in bucket `number` of the folder `components` into events."""

    number: int
    components: Path
    window: int
    target: Path


def deal_components(blocked: Sequence[Path], components: Path, folder: Path, buckets: int, memory: str) -> None:
    """Write to `folder` the reports by bucket, so that what hangs together is in one bucket."""
    if not folder.exists():
        with whole(folder) as draft, joins(memory, draft / "spill") as connection:
            scatter(
                connection,
                f"SELECT number, time, tie, dates, terms, weights, near, {bucket_of('component', buckets)} AS bucket "
                f"FROM {table('blocked', blocked)} JOIN {table('components', [components])} USING (number)",
                draft / "by-component",
            )


class _Known:
    """Neighbours that were found before. Mutable: each is asked for once."""

    def __init__(self) -> None:
        self.near: dict[str, list[str]] = {}

    def of(self, signature: Signature) -> Collection[str]:
        """Identifiers of earlier reports that are like `signature`."""
        return self.near.pop(signature.identifier)

    def forget(self, before: int) -> None:
        """Nothing is kept."""


def cluster_bucket(job: ClusterJob) -> Done:
    """Write the events of a bucket, a report a row.

    The bucket is read in the order of time, however large it is: only what one window holds is in memory.
    """
    count = 0
    found = bucket_files(job.components / "by-component", job.number)
    with (
        whole(job.target) as draft,
        Rows(draft / "clustered.parquet", CLUSTERED) as out,
        joins(_MEMORY, draft / "spill") as connection,
    ):
        if found:
            query = (
                f"SELECT number, time, tie, dates, terms, weights, near FROM {table('dealt', found)} ORDER BY number"
            )
            batches = columns(connection, query, draft / "sorted.parquet")
            read = (row for batch in batches for row in zip(*batch, strict=True))
            for event in _events(read, job.window):
                for position, number in enumerate(event.reports, 1):
                    out.add(int(number), event.identifier, int(event.reports[0]), position, len(event.reports))
                    count += 1
    return Done(count)


def _events(read: Iterator[tuple[Any, ...]], window: int) -> Iterator[Event]:
    known = _Known()
    grouper = Grouper(window, known)
    for _, together in groupby(read, key=lambda row: row[1]):
        signatures = []
        for number, time, tie, dates, terms, weights, near in together:
            known.near[str(number)] = [str(other) for other in near]
            signatures.append(
                Signature(str(number), tie, time, tuple(dates), dict(zip(terms, weights, strict=True)), ())
            )
        grouper.add(*signatures)
        yield from grouper.drain()
    yield from grouper.finish()
