"""The stage compare: events → findings and links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

import pyarrow
from pyarrow import parquet

from storydiff.archive.chosen import MOST, choose
from storydiff.archive.engines import Done
from storydiff.archive.joins import bucket_files, bucket_of, joins, scatter, table
from storydiff.archive.store import Rows, whole
from storydiff.archive.tables import EVENTS, FINDINGS, LINKS, PROBLEMS
from storydiff.config import Config
from storydiff.model import Block, Comparison, Evidence, Finding, Report, Run
from storydiff.pipeline import check_reports

_LONGEST = 100_000
"""Characters of a report that are compared: a book's worth would hold up all others."""
_DIGITS = 4
_COLUMNS = ["event", "first", "position", "size", "id", "outlet", "title", "published", "grain", "url", "text"]
_ROWS_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class CompareJob:
    """Compare the reports of the events in bucket `number` of the folder `events`."""

    number: int
    events: Path
    config: Config
    target: Path


def deal_events(
    clustered: Sequence[Path], numbers: Path, signed: Sequence[Path], folder: Path, buckets: int, memory: str
) -> None:
    """Write to `folder` the reports by bucket, so that an event is in one bucket."""
    if not folder.exists():
        with whole(folder) as draft, joins(memory, draft / "spill") as connection:
            scatter(
                connection,
                "SELECT event, first, position, size, id, outlet, title, published, grain, url, "
                f"CASE WHEN size > 1 THEN text END AS text, {bucket_of('first', buckets)} AS bucket "
                f"FROM {table('signed', signed)} JOIN {table('numbers', [numbers])} USING (place) "
                f"JOIN {table('clustered', clustered)} USING (number)",
                draft / "by-event",
            )


class _Tables:
    """The tables that a bucket is written to."""

    def __init__(self, events: Rows, findings: Rows, links: Rows, problems: Rows) -> None:
        self.events, self.findings, self.links, self.problems = events, findings, links, problems


def compare_bucket(job: CompareJob) -> Done:
    """Write the events of a bucket, what was found in each, and what went wrong."""
    count = 0
    found = bucket_files(job.events / "by-event", job.number)
    with (
        whole(job.target) as draft,
        Rows(draft / "events.parquet", EVENTS) as events, Rows(draft / "findings.parquet", FINDINGS) as findings,
        Rows(draft / "links.parquet", LINKS) as links, Rows(draft / "problems.parquet", PROBLEMS) as problems,
    ):  # fmt: skip
        tables = _Tables(events, findings, links, problems)
        for event, members in groupby(_read(found), key=lambda row: str(row[0])):
            count += _write_event(event, list(members), job.config, tables)
    return Done(count)


def _read(found: Sequence[Path]) -> Iterator[tuple[Any, ...]]:
    """The rows of a bucket, event after event."""
    if found:
        parts = [parquet.read_table(file, columns=_COLUMNS, partitioning=None) for file in found]
        table = pyarrow.concat_tables(parts).sort_by([("first", "ascending"), ("position", "ascending")])
        for batch in table.to_batches(_ROWS_AT_ONCE):
            yield from zip(*(batch[name].to_pylist() for name in _COLUMNS), strict=True)


def _write_event(event: str, members: list[tuple[Any, ...]], config: Config, tables: _Tables) -> int:
    reports = [_report(*row[2:3], *row[4:]) for row in members] if len(members) > 1 else []
    compared = choose(reports)
    if len(compared) < len(reports):
        tables.problems.add(
            "compare", "", event, f"has {len(reports)} reports; the {MOST} most different ones are compared",
            "the table events tells which",
        )  # fmt: skip
    chosen = {report.identifier for report in compared}
    for _, _, position, size, identifier, outlet, title, published, _, url, _ in members:
        tables.events.add(event, position, size, identifier in chosen, identifier, outlet, title, published, url)
    for report in compared:
        if len(report.text) == _LONGEST:
            tables.problems.add(
                "compare", report.identifier, event, f"only the first {_LONGEST:,} characters are compared", ""
            )
    if compared:
        try:
            comparison = check_reports(compared, config)
        except Exception as error:  # noqa: BLE001  whatever an event holds, the others go on
            cause = error.__cause__ or error
            tables.problems.add(
                "compare", "", event, f"{error}: {type(cause).__name__}", "please report it with its reports"
            )
        else:
            _write_comparison(event, comparison, tables)
    return len(members)


def _report(
    position: int, identifier: str, outlet: str, title: str, published: str | None, grain: str, url: str, text: str
) -> Report:
    text = text[:_LONGEST]
    return Report(
        text=text,
        source=text,
        path=f"{position:06}",  # the order of paths is the order of sigils: A is the earliest
        outlet=outlet,
        title=title,
        published=datetime.fromisoformat(published) if published else None,
        published_grain=grain,
        url=url,
        identifier=identifier,
        runs=(Run(0, len(text), 0, len(text)),),
        blocks=(Block(0, len(title), "title"),) if title else (),
    )


def _write_comparison(event: str, comparison: Comparison, tables: _Tables) -> None:
    reports = {report.sigil: report for report in comparison.reports}
    for finding in comparison.findings:
        tables.findings.add(*_finding_row(event, finding, reports))
    for link in comparison.alignment.links:
        a, b = reports[link.a.sigil].identifier, reports[link.b.sigil].identifier
        tables.links.add(event, a, link.a.start, link.a.end, b, link.b.start, link.b.end, round(link.score, _DIGITS))
    for problem in comparison.problems:
        tables.problems.add(problem.stage, "", event, problem.message, problem.hint)


def _finding_row(event: str, finding: Finding, reports: dict[str, Report]) -> Iterator[object]:
    variants = [
        {
            "reading": variant.reading,
            "value": variant.value,
            "mentions": [_mention(one, reports) for one in variant.mentions],
        }
        for variant in finding.variants
    ]
    yield from (
        event, finding.check, finding.verdict.value, finding.severity.value, finding.confidence.value, finding.about,
        finding.message, finding.why, variants, finding.fingerprint, finding.state.value, finding.reason,
    )  # fmt: skip


def _mention(mention: Evidence, reports: dict[str, Report]) -> dict[str, object]:
    report = reports[mention.sigil]
    return {
        "report": report.identifier, "outlet": report.outlet, "sigil": mention.sigil, "start": mention.start, "end": mention.end,
        "text": mention.text, "source": mention.source,
    }  # fmt: skip
