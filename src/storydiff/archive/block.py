"""The stage block: which earlier reports each report is like; then which reports hang together."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow
from pyarrow import compute, parquet

from storydiff.archive.engines import Done
from storydiff.archive.joins import bucket_files
from storydiff.archive.numbers import UNDATED
from storydiff.archive.store import Rows, whole
from storydiff.archive.tables import BLOCKED, COMPONENTS
from storydiff.grouping.frequencies import Frequencies
from storydiff.grouping.postings import Neighbourhood
from storydiff.grouping.vectors import Signature, keys_of, to_vector

_ROWS_AT_ONCE = 512


@dataclass(frozen=True, slots=True)
class BlockJob:
    """Find the neighbours of the reports in the slice of time `number`; `numbers` is the folder of `number_reports`."""

    number: int
    numbers: Path
    window: int
    target: Path


def block_slice(job: BlockJob) -> Done:
    """Write the vectors of the slice's reports, and which earlier reports each is like."""
    frequencies = Frequencies.from_bytes((job.numbers / "frequencies.bin").read_bytes())
    own = _table(job, job.number)
    neighbourhood = Neighbourhood(job.window)
    for signature in _before(job, own, frequencies):
        neighbourhood.put(signature)
    with whole(job.target) as draft, Rows(draft / "blocked.parquet", BLOCKED) as rows:
        for one in _signatures(own, frequencies):
            near = sorted(int(name) for name in neighbourhood.of(one))
            rows.add(
                int(one.identifier), one.time, one.order, one.dates, list(one.vector), list(one.vector.values()), near
            )
    return Done(own.num_rows)


def _before(job: BlockJob, own: pyarrow.Table, frequencies: Frequencies) -> Iterator[Signature]:
    """The reports of other slices that reports of this one may be like, in the order of time."""
    if job.number == UNDATED or not own.num_rows:
        return
    yield from _signatures(_table(job, UNDATED), frequencies)
    if job.number - 1 != UNDATED:
        start = compute.min(own["time"]).as_py() - job.window
        before = _table(job, job.number - 1)
        yield from _signatures(before.filter(compute.greater_equal(before["time"], start)), frequencies)


_COLUMNS = pyarrow.schema(
    [*(field for field in BLOCKED if field.name in ("number", "time", "tie", "dates", "terms", "weights"))]
)


def _table(job: BlockJob, number: int) -> pyarrow.Table:
    files = bucket_files(job.numbers / "by-time", number)
    if not files:
        return _COLUMNS.empty_table()
    tables = [parquet.read_table(file, columns=_COLUMNS.names, partitioning=None) for file in files]
    return pyarrow.concat_tables(tables).sort_by("number")


def _signatures(table: pyarrow.Table, frequencies: Frequencies) -> Iterator[Signature]:
    for batch in table.to_batches(_ROWS_AT_ONCE):
        columns = [batch[name].to_pylist() for name in _COLUMNS.names]
        for number, time, tie, dates, terms, weights in zip(*columns, strict=True):
            vector = to_vector(zip(terms, weights, strict=True), frequencies)
            yield Signature(str(number), tie, time, tuple(dates), vector, keys_of(vector))


def write_components(blocked: Sequence[Path], reports: int, folder: Path) -> None:
    """Write to `folder` which component each of the `reports` belongs to: the number of its first report."""
    if folder.exists():
        return
    roots = array("q", range(reports))
    for file in blocked:
        with parquet.ParquetFile(file) as table:
            for batch in table.iter_batches(columns=["number", "near"]):
                numbers: list[Any] = batch["number"].to_pylist()
                for number, near in zip(numbers, batch["near"].to_pylist(), strict=True):
                    _unite(roots, number, near or ())
    with whole(folder) as draft, parquet.ParquetWriter(draft / "components.parquet", COMPONENTS) as writer:
        for start in range(0, reports, 1 << 16):
            some = range(start, min(start + (1 << 16), reports))
            components = [_root(roots, number) for number in some]
            columns = [pyarrow.array(some, pyarrow.int64()), pyarrow.array(components, pyarrow.int64())]
            writer.write_batch(pyarrow.RecordBatch.from_arrays(columns, schema=COMPONENTS))


def _unite(roots: array[int], number: int, near: Iterable[int]) -> None:
    """Of two that hang together, the earlier becomes the root."""
    root = _root(roots, number)
    for other in near:
        also = _root(roots, other)
        if also != root:
            root, later = min(root, also), max(root, also)
            roots[later] = root


def _root(roots: array[int], number: int) -> int:
    while roots[number] != number:
        roots[number] = roots[roots[number]]
        number = roots[number]
    return number
