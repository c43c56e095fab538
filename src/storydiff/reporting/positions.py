"""Lines and columns of mentions in their source files."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from storydiff.model import Mention, Position, Report


class Place(NamedTuple):
    """Where a mention stands in its source file; `end` is exclusive."""

    path: str
    start: Position
    end: Position


class Positions:
    """Finds lines and columns quickly: the starts of a file's lines are found once, then searched by halving."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._reports = {report.sigil: report for report in reports}
        self._line_starts: dict[str, list[int]] = {}

    def report(self, mention: Mention) -> Report:
        """The report that `mention` stands in (for a relay `A/ABC News`, the report that relays it)."""
        return self._reports[mention.sigil.partition("/")[0]]

    def place(self, mention: Mention) -> Place:
        """Where `mention` stands in its source file."""
        report = self.report(mention)
        start, end = report.to_source(mention.start, mention.end)
        return Place(report.path, self._position(report, start), self._position(report, end))

    def _position(self, report: Report, offset: int) -> Position:
        starts = self._line_starts.get(report.sigil)
        if starts is None:
            # accumulate with the initial 0: the start of each line, and one past the end of the file
            starts = list(accumulate((len(line) + 1 for line in report.source.split("\n")), initial=0))[:-1]
            self._line_starts[report.sigil] = starts
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)
