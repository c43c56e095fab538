"""Joins and sorts of tables that may be larger than memory, by DuckDB."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
from pyarrow import parquet

from storydiff.errors import UserError

_BATCH = 2_048
_MIXER = 2_654_435_761  # Knuth's: 2^32 by the golden ratio
_MIXED_BITS = 1 << 16


@contextmanager
def joins(memory: str, spill: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory that goes to disk, below `spill`, when it needs more than `memory`.

    With one thread: each further one wants memory of its own, and these joins are a small part of a run. Raises UserError where
    `memory` is too little, OSError where the disk is full.
    """
    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": memory, "temp_directory": str(spill), "threads": 1, "preserve_insertion_order": False,
        "autoinstall_known_extensions": False, "autoload_known_extensions": False,
    }  # fmt: skip
    connection = duckdb.connect(":memory:", config=settings)
    try:
        connection.execute("SET partitioned_write_max_open_files = 16")
        connection.execute(
            "SET partitioned_write_flush_threshold = 4096"
        )  # rows held for a partition; else half a million
        yield connection
    except duckdb.OutOfMemoryException as error:
        raise UserError(
            f"a join needs more than {memory} of memory", "give it more: --memory 4GB; what is done stays done"
        ) from error
    except duckdb.IOException as error:
        full = os.strerror(errno.ENOSPC)
        if full in str(error):
            raise OSError(errno.ENOSPC, full) from error
        raise
    finally:
        connection.close()


def table(name: str, places: Sequence[Path]) -> str:
    """All rows of Parquet files as a table called `name`, for the FROM of a query."""
    listed = ", ".join(_quoted(str(place)) for place in places)
    return f"read_parquet([{listed}]) AS {name}"


def scatter(connection: duckdb.DuckDBPyConnection, query: str, folder: Path) -> None:
    """Write the rows of `query` to `folder`, each to the subfolder `bucket=N` by its column bucket."""
    connection.execute(
        f"COPY ({query} ORDER BY bucket) TO {_quoted(str(folder))} "
        "(FORMAT parquet, PARTITION_BY (bucket), COMPRESSION zstd, ROW_GROUP_SIZE 2048)"
    )


def bucket_of(column: str, buckets: int) -> str:
    """A bucket for each number of a column, in SQL: neighbouring numbers, and their multiples, go to different ones."""
    return f"({column} * {_MIXER} // {_MIXED_BITS}) % {buckets}"


def bucket_files(folder: Path, number: int) -> list[Path]:
    """The files of one bucket that `scatter` wrote, none if it has no rows."""
    return sorted((folder / f"bucket={number}").glob("*.parquet"))


def columns(connection: duckdb.DuckDBPyConnection, query: str, file: Path) -> Iterator[tuple[list[Any], ...]]:
    """The columns of `query`, a few rows at a time, by way of `file`: a result of any size takes no memory."""
    connection.execute(f"COPY ({query}) TO {_quoted(str(file))} (FORMAT parquet, ROW_GROUP_SIZE 8192)")
    with parquet.ParquetFile(file) as written:
        for batch in written.iter_batches(_BATCH):
            yield tuple(column.to_pylist() for column in batch.columns)
    file.unlink()


def rows(connection: duckdb.DuckDBPyConnection, query: str) -> Iterator[tuple[Any, ...]]:
    """The rows of `query`, which has but a few."""
    cursor = connection.execute(query)
    while batch := cursor.fetchmany(_BATCH):
        yield from batch


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
