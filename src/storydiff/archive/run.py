"""A run: the stages one after the other, over what is not yet done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from pyarrow import parquet

from storydiff._version import __version__
from storydiff.archive.block import BlockJob, block_slice, write_components
from storydiff.archive.cluster import ClusterJob, cluster_bucket, deal_components
from storydiff.archive.compare import CompareJob, compare_bucket, deal_events
from storydiff.archive.engines import Done, Engine
from storydiff.archive.joins import joins, rows, table
from storydiff.archive.manifest import TABLES, hold, prepare
from storydiff.archive.numbers import Numbers, number_reports
from storydiff.archive.settings import Settings, keys, portable
from storydiff.archive.sign import SignJob, sign_slice
from storydiff.archive.slices import Slice, plan_slices
from storydiff.archive.store import partition, publish
from storydiff.checks.registry import build_checks

_PARTITIONS_A_BUCKET = 10
_BUCKETS_A_PARTITION = 4
"""Reports are compared in smaller tasks: they take ten times as long as other work, and workers should end together."""
_MOST_BUCKETS = 4_096


class _Job(Protocol):
    @property
    def target(self) -> Path: ...


J = TypeVar("J", bound=_Job)


class Watcher(Protocol):
    """Is told how a run goes on."""

    def begin(self, stage: str, reports: int | None, jobs: int, already: int) -> None:
        """A stage begins: so many reports if that is known, in so many jobs, some of which were done by an earlier run."""

    def advance(self, reports: int) -> None:
        """A job with so many reports is done."""

    def note(self, message: str) -> None:
        """Something to know."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What came out. `verdicts`: findings by verdict, `several`: events of two or more reports."""

    reports: int
    events: int
    several: int
    findings: int
    verdicts: tuple[tuple[str, int], ...]
    problems: int


def run(settings: Settings, engine: Engine, watcher: Watcher) -> Summary:
    """Do all that is not yet done, and write the tables events, findings, links and problems.

    Raises UserError if there is nothing to read, a setting is wrong, or the output is not ours to write to.
    """
    build_checks(settings.config)  # a wrong setting is told before hours of work
    watcher.begin("read", None, 0, 0)
    plan = plan_slices(settings.source, settings.partition)
    with hold(settings.output):
        again = prepare(settings.output, keys(settings, plan.content, __version__))
        if again:
            watcher.note(f"the input or a setting changed: {', '.join(again)} anew")
        work = _Work(settings, engine, watcher)
        signed = work.sign(plan.slices)
        numbers = work.number(signed)
        blocked = work.block(numbers)
        clustered = work.cluster(numbers, blocked)
        compared = work.compare(numbers, signed, clustered)
        work.publish(signed, compared)
    return _summary(settings)


class _Work:
    """The stages. Each gives the folders of its partitions."""

    def __init__(self, settings: Settings, engine: Engine, watcher: Watcher) -> None:
        self._settings, self._engine, self._watcher = settings, engine, watcher
        self._numbers = settings.stage("block") / "numbers"

    def sign(self, slices: Sequence[Slice]) -> list[Path]:
        parts = self._settings.stage("sign") / "parts"
        jobs = [SignJob(number, part, partition(parts, number)) for number, part in enumerate(slices)]
        return self._do("sign", sign_slice, jobs, None)

    def number(self, signed: Sequence[Path]) -> Numbers:
        settings = self._settings
        return number_reports(
            [part / "signed.parquet" for part in signed],
            self._numbers,
            settings.seconds,
            settings.partition,
            settings.memory,
        )

    def block(self, numbers: Numbers) -> list[Path]:
        parts = self._settings.stage("block") / "parts"
        jobs = [
            BlockJob(number, self._numbers, self._settings.seconds, partition(parts, number))
            for number in range(numbers.slices)
        ]
        return self._do("block", block_slice, jobs, numbers.reports)

    def cluster(self, numbers: Numbers, blocked: Sequence[Path]) -> list[Path]:
        stage = self._settings.stage("cluster")
        buckets = _buckets(numbers.reports, self._settings.partition * _PARTITIONS_A_BUCKET)
        found = [part / "blocked.parquet" for part in blocked]
        write_components(found, numbers.reports, stage / "components")
        deal_components(
            found, stage / "components" / "components.parquet", stage / "dealt", buckets, self._settings.memory
        )
        jobs = [
            ClusterJob(number, stage / "dealt", self._settings.seconds, partition(stage / "parts", number))
            for number in range(buckets)
        ]
        return self._do("cluster", cluster_bucket, jobs, numbers.reports)

    def compare(self, numbers: Numbers, signed: Sequence[Path], clustered: Sequence[Path]) -> list[Path]:
        stage = self._settings.stage("compare")
        buckets = _buckets(numbers.reports, max(self._settings.partition // _BUCKETS_A_PARTITION, 1))
        deal_events(
            [part / "clustered.parquet" for part in clustered],
            self._numbers / "numbers.parquet",
            [part / "signed.parquet" for part in signed],
            stage / "dealt",
            buckets,
            self._settings.memory,
        )
        config = portable(self._settings.config)
        jobs = [
            CompareJob(number, stage / "dealt", config, partition(stage / "parts", number)) for number in range(buckets)
        ]
        return self._do("compare", compare_bucket, jobs, numbers.reports)

    def publish(self, signed: Sequence[Path], compared: Sequence[Path]) -> None:
        """Make the tables of what the stages left."""
        output = self._settings.output
        problems = [("read-repeated.parquet", self._numbers / "repeated.parquet")]
        problems += [(f"read-{part.name}.parquet", part / "problems.parquet") for part in signed]
        for name in TABLES:
            parts = [(f"{part.name}.parquet", part / f"{name}.parquet") for part in compared]
            publish([*parts, *(problems if name == "problems" else ())], output / name)

    def _do(self, stage: str, task: Callable[[J], Done], jobs: Sequence[J], reports: int | None) -> list[Path]:
        left = [job for job in jobs if not job.target.exists()]
        self._watcher.begin(stage, reports, len(jobs), len(jobs) - len(left))
        for done in self._engine.run(task, left) if left else ():
            self._watcher.advance(done.reports)
        return [job.target for job in jobs]


def _buckets(reports: int, size: int) -> int:
    return min(max(-(-reports // size), 1), _MOST_BUCKETS)


def _summary(settings: Settings) -> Summary:
    output = settings.output
    with joins(settings.memory, output / "stages" / "spill") as connection:
        told, found = (table(name, sorted((output / name).glob("*.parquet"))) for name in ("events", "findings"))
        firsts = "count(*) FILTER (position = 1), count(*) FILTER (position = 1 AND reports > 1)"
        reports, events, several = next(rows(connection, f"SELECT count(*), {firsts} FROM {told}"))
        by_verdict = f"SELECT verdict, count(*) FROM {found} WHERE state = 'new' GROUP BY verdict ORDER BY verdict"
        verdicts = tuple(rows(connection, by_verdict))
    problems = sum(parquet.read_metadata(file).num_rows for file in (output / "problems").glob("*.parquet"))
    return Summary(reports, events, several, sum(number for _, number in verdicts), verdicts, problems)
