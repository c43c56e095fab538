"""The input cut into slices, and its hash, in one pass."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pyarrow import ArrowException, parquet

from storydiff.errors import ReadError
from storydiff.grouping.pile import files_in

_LINES = (".jsonl", ".ndjson")
_PARQUET = (".parquet", ".pq")
_BYTES_A_REPORT = 2_000
"""Roughly; a slice is measured in bytes, because that is known before it is read."""
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of an input file. `name` is what problems call the file.

    JSONL: the bytes `[start, end)`, whole lines, the first of which is line `first`. Parquet: the rows `[start, end)` of the
    row group `group`, the first of which is row `first` of the file.
    """

    file: Path
    name: str
    start: int
    end: int
    first: int
    group: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The slices of an input, and a hash of all its bytes."""

    slices: tuple[Slice, ...]
    content: str


def plan_slices(source: Path, reports: int, tell: Callable[[int], None] = lambda read: None) -> Plan:
    """Cut `source`, a file or a folder of files, into slices of about so many reports. `tell` is told bytes as they are read.

    Raises ReadError if there is nothing to read.
    """
    files = _files(source)
    digest = hashlib.sha256()
    slices: list[Slice] = []
    for file in files:
        name = file.name if source.is_file() else file.relative_to(source.resolve()).as_posix()
        digest.update(f"{name}\0{file.stat().st_size}\0".encode("utf-8", "surrogateescape"))
        if file.suffix.lower() in _LINES:
            slices += _cut_lines(file, name, reports * _BYTES_A_REPORT, digest.update, tell)
        else:
            for chunk in _chunks(file):
                digest.update(chunk)
                tell(len(chunk))
            slices += _cut_rows(file, name, reports)
    nothing = Slice(files[0], files[0].name, 0, 0, 1)
    return Plan(tuple(slices) or (nothing,), digest.hexdigest())


def _files(source: Path) -> list[Path]:
    if source.is_file() and source.suffix.lower() in (*_LINES, *_PARQUET):
        return [source.resolve()]
    if source.is_dir():
        root = source.resolve()
        if files := [file for file in files_in(root) if file.suffix.lower() in (*_LINES, *_PARQUET)]:
            return files
        raise ReadError(f"{source}: no .jsonl or .parquet file in it", "an archive is JSONL or Parquet, a report a row")
    if not source.exists():
        raise ReadError(f"{source}: no such file or folder", "name a .jsonl or .parquet file, or a folder of them")
    raise ReadError(f"{source}: is neither .jsonl nor .parquet", "an archive is JSONL or Parquet, a report a row")


def _chunks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as opened:
        while chunk := opened.read(_CHUNK):
            yield chunk


def _cut_lines(
    file: Path, name: str, size: int, update: Callable[[bytes], None], tell: Callable[[int], None]
) -> Iterator[Slice]:
    """Cut after the first line end beyond `size` bytes."""
    start = position = 0
    first = line = 1
    for chunk in _chunks(file):
        update(chunk)
        begin = 0
        while (end := chunk.find(b"\n", max(begin, start + size - position))) >= 0:
            line += chunk.count(b"\n", begin, end + 1)
            begin = end + 1
            yield Slice(file, name, start, position + begin, first)
            start, first = position + begin, line
        line += chunk.count(b"\n", begin)
        position += len(chunk)
        tell(len(chunk))
    if position > start:
        yield Slice(file, name, start, position, first)


def _cut_rows(file: Path, name: str, reports: int) -> Iterator[Slice]:
    try:
        with parquet.ParquetFile(file) as table:
            sizes = [table.metadata.row_group(group).num_rows for group in range(table.num_row_groups)]
    except (ArrowException, OSError, ValueError):
        yield Slice(file, name, 0, 0, 1, 0)  # the task that reads it tells the problem
        return
    first = 1
    for group, size in enumerate(sizes):
        for start in range(0, size, reports):
            yield Slice(file, name, start, min(start + reports, size), first + start, group)
        first += size
