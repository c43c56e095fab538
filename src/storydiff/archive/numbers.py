"""Between sign and block: reports numbered in the order of time, dealt out to slices of time, and how rare each term is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb
import pyarrow

from storydiff.archive.joins import columns, joins, rows, scatter, table
from storydiff.archive.store import Rows, whole
from storydiff.archive.tables import PROBLEMS
from storydiff.grouping.frequencies import Frequencies, slot_of
from storydiff.grouping.pile_events import repeated

UNDATED = 0
"""The slice of time of the reports without a date. The others count from 1."""
_PARTITIONS_A_SLICE = 5
"""Reports in a slice of time, in partitions: each slice reads what one window holds before it, too."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many reports there are, and in how many slices of time, the undated one included."""

    reports: int
    slices: int


def number_reports(signed: Sequence[Path], folder: Path, window: int, partition: int, memory: str) -> Numbers:
    """Write to `folder`: `numbers.parquet` (number, place), `frequencies.bin`, `repeated.parquet`, and `by-time`, the terms of
    the reports by slice of time.
    """
    if not folder.exists():
        with whole(folder) as draft, joins(memory, draft / "spill") as connection:
            every = table("signed", signed)
            connection.execute(f"CREATE TABLE kept AS SELECT min(place) AS place FROM {every} GROUP BY id")
            connection.execute(
                "CREATE TABLE numbers AS SELECT row_number() OVER (ORDER BY time NULLS FIRST, tie, id) - 1 AS number, place, time "
                f"FROM {every} JOIN kept USING (place)"
            )
            connection.execute(
                f"COPY (SELECT number, place FROM numbers) TO '{draft}/numbers.parquet' (FORMAT parquet)"
            )
            _write_frequencies(connection, every, [file.with_name("counts.parquet") for file in signed], draft)
            _write_repeated(connection, every, draft / "repeated.parquet")
            slices = _slices_of_time(connection, window, partition * _PARTITIONS_A_SLICE)
            scatter(
                connection,
                "SELECT number, numbers.time AS time, tie, dates, terms, weights, coalesce(bucket, 0) AS bucket "
                f"FROM {every} JOIN numbers USING (place) LEFT JOIN slices ON day = floor(numbers.time / {max(window, 1)})",
                draft / "by-time",
            )
            reports = next(rows(connection, "SELECT count(*) FROM numbers"))[0]
            (draft / "numbers.json").write_text(json.dumps(asdict(Numbers(reports, slices))))
    return Numbers(**json.loads((folder / "numbers.json").read_text()))


def _write_frequencies(connection: duckdb.DuckDBPyConnection, every: str, counts: Sequence[Path], draft: Path) -> None:
    """Add up in how many reports each term stands, but for reports that came before."""
    slots = f"list_distinct(list_transform(terms, lambda term: term & {slot_of(-1)}))"
    connection.execute(
        "CREATE TABLE counts AS SELECT slot, CAST(sum(reports) AS BIGINT) AS reports FROM ("
        f"SELECT slot, reports FROM {table('counted', counts)} UNION ALL "
        f"SELECT unnest({slots}), -1 FROM {every} ANTI JOIN kept USING (place)) GROUP BY slot"
    )
    frequencies = Frequencies()
    frequencies.add((), (), next(rows(connection, "SELECT count(*) FROM kept"))[0])
    for slots_read, reports in columns(connection, "SELECT slot, reports FROM counts", draft / "counts.parquet"):
        frequencies.add(slots_read, reports, 0)
    (draft / "frequencies.bin").write_bytes(frequencies.to_bytes())
    connection.execute("DROP TABLE counts")


def _write_repeated(connection: duckdb.DuckDBPyConnection, every: str, file: Path) -> None:
    """A problem for each report whose identifier came before."""
    with Rows(file, PROBLEMS) as problems:
        for path, identifier in rows(
            connection, f"SELECT path, id FROM {every} ANTI JOIN kept USING (place) ORDER BY place"
        ):
            problem = repeated(path, identifier)
            problems.add("sign", problem.path, "", problem.message, problem.hint)


def _slices_of_time(connection: duckdb.DuckDBPyConnection, window: int, reports: int) -> int:
    """Make the table slices (day, bucket): spans of one window's length, so many together that they hold `reports`.

    A report's neighbours are then in its own slice, in the one before, or undated.
    """
    days = rows(
        connection,
        f"SELECT CAST(floor(time / {max(window, 1)}) AS BIGINT) AS day, count(*) FROM numbers "
        "WHERE time IS NOT NULL GROUP BY day ORDER BY day",
    )
    listed: list[int] = []
    buckets: list[int] = []
    bucket, size = UNDATED + 1, 0
    for day, number in days:
        if size >= reports:
            bucket, size = bucket + 1, 0
        size += number
        listed.append(day)
        buckets.append(bucket)
    listed_days = pyarrow.table(
        {"day": pyarrow.array(listed, pyarrow.int64()), "bucket": pyarrow.array(buckets, pyarrow.int64())}
    )
    connection.register("listed_days", listed_days)
    connection.execute("CREATE TABLE slices AS SELECT * FROM listed_days")
    return bucket + 1 if listed else 1
