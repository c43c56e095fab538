"""Parquet (extra `archive`): a report a row, in the columns id, outlet, title, published, url, text.

A row has no lines to point at: its own text is the source.
"""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

from storydiff.errors import ReadError
from storydiff.model import Report
from storydiff.reading.dates import Published, from_datetime, from_epoch, parse_date
from storydiff.reading.found import RAISE_LIMIT, File, Found, Metadata, Trouble, begin, finish, in_bytes
from storydiff.reading.from_text import FIELDS
from storydiff.reading.prose import copy_prose
from storydiff.reading.runs import Mapped

_ARCHIVE = 5  # a pile may unpack to as many times the limit of one file


def read_parquet(file: File) -> Found:
    """The reports in a Parquet file."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise ReadError("is Parquet, which needs the package pyarrow", "pip install 'storydiff[archive]'") from error
    number = size = 0
    try:
        table = pyarrow.parquet.ParquetFile(io.BytesIO(file.raw))
        names = table.schema_arrow.names
        if "text" not in names:
            raise ReadError("has no column text", f"its columns are {', '.join(names[:8])}")
        unpacked = sum(table.metadata.row_group(group).total_byte_size for group in range(table.num_row_groups))
        if unpacked > _ARCHIVE * file.max_bytes:
            raise ReadError(f"unpacks to more than {in_bytes(_ARCHIVE * file.max_bytes)}", RAISE_LIMIT)
        known = [name for name in names if name == "text" or name.lower() in FIELDS]
        for batch in table.iter_batches(batch_size=16, columns=known):
            size += batch.nbytes
            if size > _ARCHIVE * file.max_bytes:
                raise ReadError(f"unpacks to more than {in_bytes(_ARCHIVE * file.max_bytes)}", RAISE_LIMIT)
            for row in batch.to_pylist():
                number += 1
                try:
                    yield _row(row)
                except ReadError as error:
                    yield Trouble(f"row {number} {error.message}", 0, error.hint)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        raise ReadError("is a damaged Parquet file") from error


def _row(row: dict[str, Any]) -> Report:
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ReadError("has no text")
    metadata = Metadata()
    for name, value in row.items():
        field = FIELDS.get(name.lower(), "")
        if field == "published":
            metadata.published = metadata.published or _published(value)
        elif field and value is not None:
            metadata.set(field, str(value))
    builder = begin(Mapped.whole(text), metadata, text[:400])
    copy_prose(builder, 0, len(text))
    return finish(builder, metadata)


def _published(value: object) -> Published | None:
    if isinstance(value, datetime):
        return from_datetime(value)
    if isinstance(value, date):
        return Published(datetime(value.year, value.month, value.day), "day")
    if isinstance(value, (int, float)):
        return from_epoch(value)
    return parse_date(str(value)) if value is not None else None
