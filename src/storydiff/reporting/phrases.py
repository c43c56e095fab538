"""Words that several reporters use alike."""

from __future__ import annotations

from datetime import datetime

from storydiff.model import Report, Verdict
from storydiff.reporting.harmless import harmless

_PLURAL = {
    Verdict.CONFLICT: "conflicts",
    Verdict.UPDATE: "updates",
    Verdict.DIFFERENCE: "differences",
    Verdict.ONLY_HERE: "only here",
}


def counted(number: int, verdict: Verdict) -> str:
    """`1 conflict`, `3 differences`, `2 only here`."""
    return f"{number} {verdict.value.replace('-', ' ') if number == 1 else _PLURAL[verdict]}"


def published(report: Report) -> str:
    """Date and, if known, time of publication; empty if unknown."""
    moment: datetime | None = report.published
    if moment is None:
        return ""
    day = f"{moment:%a} {moment.day} {moment:%b %Y}"
    return day if report.published_grain == "day" else f"{day} {moment:%H:%M}"


def name_of(report: Report) -> str:
    """The outlet, or the path of a report whose outlet is not known."""
    return harmless(report.outlet or report.path or report.sigil)
