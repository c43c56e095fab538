"""Folders that appear whole or not at all, and Parquet files with the same bytes for the same rows."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from uuid import uuid4

import pyarrow
from pyarrow import parquet

_ROWS_AT_ONCE = 2_000
"""Rows held in memory before they are written, and the size of a row group: fixed, so that bytes are the same."""


@contextmanager
def whole(folder: Path) -> Iterator[Path]:
    """An empty folder to write to, which becomes `folder` when all went well.

    Where `folder` is there already, somebody else did the same work; what was written now is dropped.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = folder.with_name(f".{folder.name}-{uuid4().hex}")
    draft.mkdir()
    try:
        yield draft
        for file in draft.rglob("*.parquet"):
            _to_disk(file)
        try:
            draft.rename(folder)
        except OSError:
            if not folder.is_dir():
                raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def remove(folder: Path) -> None:
    """Remove `folder` so that no half of it is ever seen under its name."""
    if not folder.exists():
        return
    gone = folder.with_name(f".{folder.name}-{uuid4().hex}")
    folder.rename(gone)
    shutil.rmtree(gone, ignore_errors=True)


def remove_drafts(folder: Path) -> None:
    """Remove what killed runs left unfinished below `folder`."""
    for draft in folder.rglob(".*-" + "[0-9a-f]" * 32):
        shutil.rmtree(draft, ignore_errors=True)


def partition(folder: Path, number: int) -> Path:
    """Where the partition `number` of a stage stands."""
    return folder / f"{number:05}"


def _to_disk(file: Path) -> None:
    with file.open("rb") as written:
        os.fsync(written.fileno())


class Rows:
    """Writes rows to a Parquet file. Mutable; use it in a `with` statement."""

    def __init__(self, file: Path, schema: pyarrow.Schema) -> None:
        self._schema = schema
        self._writer = parquet.ParquetWriter(file, schema, compression="zstd", compression_level=3, version="2.6")
        self._rows: list[Sequence[object]] = []

    def add(self, *row: object) -> None:
        """Add a row: a value for each column of the schema."""
        self._rows.append(row)
        if len(self._rows) == _ROWS_AT_ONCE:
            self._write()

    def _write(self) -> None:
        columns = zip(*self._rows, strict=True) if self._rows else ([] for _ in self._schema)
        arrays = [pyarrow.array(list(values), field.type) for values, field in zip(columns, self._schema, strict=True)]
        self._writer.write_batch(pyarrow.RecordBatch.from_arrays(arrays, schema=self._schema))
        self._rows.clear()

    def __enter__(self) -> Rows:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None and self._rows:
            self._write()
        self._writer.close()


def publish(parts: Sequence[tuple[str, Path]], folder: Path) -> None:
    """Make `folder` hold the files of `parts` (name, file), by hard links where the file system has them."""
    remove(folder)
    with whole(folder) as draft:
        for name, file in parts:
            _link_or_copy(file, draft / name)


def _link_or_copy(file: Path, place: Path) -> None:
    link: Callable[[Path, Path], None] = os.link
    try:
        link(file, place)
    except OSError:
        shutil.copyfile(file, place)
