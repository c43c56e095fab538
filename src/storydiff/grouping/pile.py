"""A pile on disk → reports, one after the other: JSONL, Parquet, folders of reports in any format storydiff reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

from storydiff.errors import ReadError, UserError
from storydiff.grouping.records import Found, from_record, unreadable

_LINES = (".jsonl", ".ndjson")
_PARQUET = (".parquet", ".pq")
_ROWS_AT_ONCE = 1_000


def read_pile(paths: Iterable[str | Path]) -> Iterator[Found]:
    """What stands at `paths`, in the order of the paths; in a folder by name. Nothing is kept.

    A row that is no report becomes a Found with a problem. Raises ReadError if a path is not there.
    """
    for path in paths:
        place = Path(path)
        if place.is_dir():
            for file in files_in(place):
                yield from _read_file(file)
        elif place.exists():
            yield from _read_file(place)
        else:
            raise ReadError(f"{path}: no such file or folder", "name a folder, a .jsonl or a .parquet file")


def files_in(folder: Path) -> list[Path]:
    """All files below `folder` but hidden ones, by name."""
    return sorted(
        file
        for file in folder.rglob("*")
        if file.is_file() and not any(part.startswith(".") for part in file.relative_to(folder).parts)
    )


def _read_file(file: Path) -> Iterator[Found]:
    suffix = file.suffix.lower()
    if suffix in _LINES:
        with file.open("rb") as lines:
            yield from read_lines(lines, str(file))
    elif suffix in _PARQUET:
        yield from read_parquet(file)
    elif file.name != "event.toml":
        yield from _read_report(file)


def read_lines(lines: Iterable[bytes] | IO[bytes], path: str, first: int = 1) -> Iterator[Found]:
    """The reports of a JSONL file; `first` is the number of its first line."""
    for number, line in enumerate(lines, first):
        if line.strip():
            yield from_line(line, f"{path}:{number}")


def from_line(line: bytes, path: str) -> Found:
    """The report in one line of JSONL."""
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return unreadable(path, "is not UTF-8", "write the pile as UTF-8")
    except (ValueError, RecursionError) as error:
        return unreadable(path, f"is not JSON: {error}", "write one JSON object a line")
    return from_record(record, path)


def read_parquet(file: Path, row_groups: list[int] | None = None) -> Iterator[Found]:
    """The reports of a Parquet file, or of some of its row groups."""
    try:
        import pyarrow.lib
        import pyarrow.parquet
    except ModuleNotFoundError:
        raise UserError(f"{file}: reading Parquet needs pyarrow", "pip install 'storydiff[archive]'") from None
    try:
        with pyarrow.parquet.ParquetFile(file) as table:
            groups = range(table.num_row_groups) if row_groups is None else row_groups
            for group in groups:
                row = 0
                for batch in table.iter_batches(_ROWS_AT_ONCE, row_groups=[group]):
                    for record in batch.to_pylist():
                        yield from_record(record, f"{file}:{group}:{row}")
                        row += 1
    except (pyarrow.lib.ArrowException, OSError) as error:
        yield unreadable(str(file), f"is not Parquet: {error}")


def _read_report(file: Path) -> Iterator[Found]:
    from storydiff.pipeline import read

    try:
        reading = read([file])
    except (UserError, OSError, UnicodeError) as error:
        yield unreadable(str(file), getattr(error, "message", str(error)), getattr(error, "hint", ""))
        return
    for number, report in enumerate(reading.reports):
        identifier = report.identifier or (str(file) if len(reading.reports) == 1 else f"{file}:{number + 1}")
        yield Found(str(file), replace(report, identifier=identifier))
    if reading.problems:
        yield Found(str(file), problems=reading.problems)
