"""The stage sign: slices of the input → rows with their terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyarrow import ArrowException, parquet

from storydiff.archive.engines import Done
from storydiff.archive.slices import Slice
from storydiff.archive.store import Rows, whole
from storydiff.archive.tables import COUNTS, PROBLEMS, SIGNED
from storydiff.grouping.frequencies import slot_of
from storydiff.grouping.group import Signed, sign
from storydiff.grouping.pile import from_line
from storydiff.grouping.records import Found, from_record, unreadable
from storydiff.model import Problem, Report

ROWS_A_SLICE = 1 << 32
_LONGEST_LINE = 1 << 25
"""32 MB: no report is as long, and a file without line ends must not fill the memory."""
_ROWS_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class SignJob:
    """Sign the reports of `part`; `number` of the slice; write to the folder `target`."""

    number: int
    part: Slice
    target: Path


def sign_slice(job: SignJob) -> Done:
    """Read a slice; write its reports with their terms, in how many each term stands, and what could not be read."""
    count = 0
    counts: Counter[int] = Counter()
    with (
        whole(job.target) as draft,
        Rows(draft / "signed.parquet", SIGNED) as rows,
        Rows(draft / "problems.parquet", PROBLEMS) as problems,
    ):
        for row, found in enumerate(_read(job.part)):
            told = list(found.problems)
            if found.report is not None:
                try:
                    signed = sign(found.report)
                    rows.add(*_row(job.number * ROWS_A_SLICE + row, found.path, found.report, signed))
                except Exception as error:  # noqa: BLE001  whatever a report holds, the others go on
                    told.append(Problem(found.path, "read", f"{type(error).__name__}: {error}", "leave it out"))
                else:
                    count += 1
                    counts.update({slot_of(term) for term in signed.terms})
            for problem in told:
                problems.add("sign", problem.path, "", problem.message, problem.hint)
        with Rows(draft / "counts.parquet", COUNTS) as counted:
            for slot, reports in sorted(counts.items()):
                counted.add(slot, reports)
    return Done(count)


def _row(place: int, path: str, report: Report, signed: Signed) -> tuple[object, ...]:
    published = report.published.isoformat() if report.published else None
    return (
        place, path, signed.identifier, report.outlet, report.title, published, report.published_grain, report.url, report.text,
        signed.time, signed.order, signed.dates, signed.terms.tolist(), signed.weights.tolist(),
    )  # fmt: skip


def _read(part: Slice) -> Iterator[Found]:
    return _read_lines(part) if part.group is None else _read_rows(part, part.group)


def _read_lines(part: Slice) -> Iterator[Found]:
    with part.file.open("rb") as file:
        file.seek(part.start)
        left, number = part.end - part.start, part.first
        while left > 0 and (line := file.readline(min(left, _LONGEST_LINE))):
            left -= len(line)
            if len(line) == _LONGEST_LINE and not line.endswith(b"\n"):
                while left > 0 and (more := file.readline(min(left, _LONGEST_LINE))):
                    left -= len(more)
                    if more.endswith(b"\n"):
                        break
                yield unreadable(f"{part.name}:{number}", "is longer than 32 MB", "write one report a line")
            elif line.strip():
                yield from_line(line, f"{part.name}:{number}")
            number += 1


def _read_rows(part: Slice, group: int) -> Iterator[Found]:
    row = 0
    try:
        with parquet.ParquetFile(part.file) as table:
            for batch in table.iter_batches(_ROWS_AT_ONCE, row_groups=[group]):
                begin, end = max(part.start - row, 0), min(part.end - row, batch.num_rows)
                if begin < end:
                    for number, record in enumerate(batch.slice(begin, end - begin).to_pylist(), row + begin):
                        yield from_record(record, f"{part.name}:{part.first + number - part.start}")
                row += batch.num_rows
                if row >= part.end:
                    return
    except (ArrowException, OSError, ValueError) as error:
        yield unreadable(f"{part.name}:{part.first}", f"is damaged: {error}", "write the file anew")
