"""Words that several reporters use alike."""

from __future__ import annotations

from datetime import datetime

from storydiff.model import Fact, Mention, Report, Verdict
from storydiff.reporting.harmless import one_line

_PLURAL = {
    Verdict.CONFLICT: "conflicts",
    Verdict.UPDATE: "updates",
    Verdict.DIFFERENCE: "differences",
    Verdict.ONLY_HERE: "only here",
}

_NAME = 200  # code points of an outlet's name


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
    return one_line(report.outlet or report.path or report.sigil, _NAME)


def sigil_of(labelled: Report | Mention | Fact) -> str:
    """The sigil, which may hold the name of whom a report relays."""
    return one_line(labelled.sigil, _NAME)
