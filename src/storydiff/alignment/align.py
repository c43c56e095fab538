"""Analyses → Alignment."""

from __future__ import annotations

from collections.abc import Sequence

from storydiff.alignment.copies import find_copies
from storydiff.alignment.links import find_links
from storydiff.alignment.rows import build_rows
from storydiff.model import Alignment, Analysis


def align(analyses: Sequence[Analysis]) -> Alignment:
    """Link the sentences of all pairs of reports that tell the same thing. The order of the reports does not matter."""
    ordered = sorted(analyses, key=lambda analysis: (len(analysis.report.sigil), analysis.report.sigil))
    links = find_links(ordered)
    return Alignment(tuple(ordered), links, build_rows(ordered, links), find_copies(ordered, links))
