"""One line a finding, for people who read many and for editors that jump to `path:line:column`."""

from __future__ import annotations

from storydiff.model import Comparison, State
from storydiff.reporting.harmless import one_line
from storydiff.reporting.positions import Positions

_PATH = 4096
_MESSAGE = 2000


def to_concise(comparison: Comparison) -> str:
    """`path:line:column: check verdict message` for every new finding."""
    positions = Positions(comparison.reports)
    lines = []
    for finding in comparison.findings:
        if finding.state is State.NEW:
            place = positions.place(finding.variants[0].mentions[0])
            where = f"{one_line(place.path, _PATH)}:{place.start.line}:{place.start.column}"
            lines.append(f"{where}: {finding.check} {finding.verdict.value} {one_line(finding.message, _MESSAGE)}\n")
    return "".join(lines)
