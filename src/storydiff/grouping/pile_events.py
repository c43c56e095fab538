"""The events of a whole pile, and how they are told."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from storydiff.grouping.group import DEFAULT_WINDOW, Signed, group_signed, sign
from storydiff.grouping.grouper import Event
from storydiff.grouping.records import Found
from storydiff.model import Problem
from storydiff.reporting.harmless import escaped_in_json, harmless

_LISTED_TITLES = 120


@dataclass(frozen=True, slots=True)
class Known:
    """What is kept of a report of the pile; its text is not."""

    identifier: str
    outlet: str
    title: str
    published: str
    path: str


@dataclass(frozen=True, slots=True)
class Pile:
    """The reports of a pile by identifier, its events, and what could not be read."""

    reports: Mapping[str, Known]
    events: tuple[Event, ...]
    problems: tuple[Problem, ...]


def group_pile(found: Iterable[Found], window: timedelta = DEFAULT_WINDOW) -> Pile:
    """Sort a pile into events. An identifier that comes a second time is a problem; the first report counts."""
    reports: dict[str, Known] = {}
    signed: list[Signed] = []
    problems: list[Problem] = []
    for one in found:
        problems += one.problems
        report = one.report
        if report is None:
            continue
        if report.identifier in reports:
            problems.append(repeated(one.path, report.identifier))
            continue
        reports[report.identifier] = Known(
            report.identifier, report.outlet, report.title or _first_line(report.text), _written(report.published),
            one.path,
        )  # fmt: skip
        signed.append(sign(report))
    return Pile(reports, group_signed(signed, window), tuple(problems))


def repeated(path: str, identifier: str) -> Problem:
    """An identifier that came before."""
    return Problem(path, "read", f"id {identifier[:80]!r} came before", "the first report of that id counts")


def to_jsonl(pile: Pile) -> str:
    """One event a line: `{"event": "…", "reports": [{"id": "…", "outlet": "…", "published": "…"}]}`."""
    lines = []
    for event in pile.events:
        members = [pile.reports[identifier] for identifier in event.reports]
        reports = [{"id": one.identifier, "outlet": one.outlet, "published": one.published} for one in members]
        lines.append(json.dumps({"event": event.identifier, "reports": reports}, ensure_ascii=False) + "\n")
    return escaped_in_json("".join(lines))


def listing(pile: Pile) -> str:
    """The events to read, the largest first, each with its reports; events of one report are only counted."""
    several = sorted((event for event in pile.events if len(event.reports) > 1), key=lambda event: -len(event.reports))
    lines: list[str] = []
    for event in several:
        lines.append(event.identifier)
        for identifier in event.reports:
            one = pile.reports[identifier]
            lines.append("  " + harmless("  ".join(part for part in (one.published, one.outlet, one.title) if part)))
        lines.append("")
    alone = len(pile.events) - len(several)
    if not several:
        lines.append(f"no two of {alone:,} reports are of one event")
    elif alone:
        lines.append(f"reports that stand alone, not listed: {alone:,}")
    return "\n".join(lines) + "\n"


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0][:_LISTED_TITLES]


def _written(published: datetime | None) -> str:
    return published.isoformat() if published else ""
