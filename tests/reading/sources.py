"""Help for the tests of readers."""

from __future__ import annotations

from pathlib import Path

from storydiff.model import Report
from storydiff.reading.read import read


def read_as(folder: Path, name: str, content: str | bytes) -> tuple[Report, ...]:
    """The reports in a file of that name and content; fails if there is any problem."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    reading = read([path])
    assert reading.problems == ()
    return reading.reports


def one(folder: Path, name: str, content: str | bytes) -> Report:
    """The one report in a file of that name and content."""
    (report,) = read_as(folder, name, content)
    return report


def at(report: Report, words: str) -> str:
    """What stands in the source where `words` stand in the text."""
    start = report.text.index(words)
    span = report.to_source(start, start + len(words))
    return report.source[span.start : span.end]


def position(report: Report, words: str) -> tuple[int, int]:
    """Line and column in the source of `words` in the text."""
    start = report.to_source(report.text.index(words), report.text.index(words) + 1).start
    return report.source.count("\n", 0, start) + 1, start - report.source.rfind("\n", 0, start)


def kinds(report: Report) -> list[tuple[str, str]]:
    """Kind and words of each block."""
    return [(block.kind, report.text[block.start : block.end]) for block in report.blocks]
