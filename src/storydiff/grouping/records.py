"""A row of a pile → a Report.

A row has `id`, `outlet`, `title`, `published`, `url` and `text`; only `text` is required. Nothing in it is trusted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from storydiff.errors import ReadError
from storydiff.grouping.group import identify
from storydiff.model import Block, Problem, Report, Run

Record = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Found:
    """A place of a pile: the report there, None if there is none to be had, the row it came from, None if from a file,
    and what went wrong."""

    path: str
    report: Report | None = None
    record: Record | None = None
    problems: tuple[Problem, ...] = ()


def unreadable(path: str, message: str, hint: str = "") -> Found:
    """A place where no report could be had."""
    return Found(path, problems=(Problem(path, "read", message, hint),))


def from_record(record: object, path: str) -> Found:
    """The report in a row of the pile at `path`."""
    try:
        if not isinstance(record, Mapping):
            raise ReadError(
                "is not an object", 'one report is {"text": …}, with id, outlet, title, published and url if known'
            )
        return _from_mapping(record, path)
    except ReadError as error:
        return unreadable(path, error.message, error.hint)


def _from_mapping(record: Record, path: str) -> Found:
    body = _text(record, "text").strip()
    if not body:
        raise ReadError("has no text", "a report's text is in the field text")
    title = " ".join(_text(record, "title").split())
    published, grain = _published(record.get("published"))
    opens = title and not body.startswith(title)
    text = f"{title}\n\n{body}" if opens else body
    report = Report(
        text=text,
        source=text,
        path=path,
        outlet=_text(record, "outlet").strip(),
        title=title,
        published=published,
        published_grain=grain,
        url=_text(record, "url"),
        identifier=_text(record, "id"),
        runs=(Run(0, len(text), 0, len(text)),),
        blocks=(Block(0, len(title), "title"),) if title else (),
    )
    problems: tuple[Problem, ...] = ()
    if published is None and record.get("published") not in (None, ""):
        problems = (
            Problem(
                path,
                "read",
                f"published {str(record['published'])[:40]!r} is no date",
                "write it as 2026-01-31T18:30:00",
            ),
        )
    if not report.identifier:
        report = replace(report, identifier=identify(report))
    return Found(path, report, record, problems)


def _text(record: Record, name: str) -> str:
    value = record.get(name)
    if value is None:
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise ReadError(f"{name} is not text", f"{name} is a {type(value).__name__}")
    return value if value.isascii() else value.encode("utf-8", "replace").decode()  # without lone surrogates


def _published(value: object) -> tuple[datetime | None, str]:
    """A time and its grain, "day" where no clock time is given."""
    if isinstance(value, datetime):
        return value, "second"
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day), "day"
    try:
        if isinstance(value, str):
            return _from_text(value.strip())
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return datetime.fromtimestamp(value, UTC).replace(tzinfo=None), "second"
    except (ValueError, TypeError, OverflowError, OSError):
        pass
    return None, "second"


def _from_text(value: str) -> tuple[datetime | None, str]:
    if not value:
        return None, "second"
    grain = "day" if len(value) <= len("2026-01-31") else "second"
    try:
        return datetime.fromisoformat(value), grain
    except ValueError:
        return parsedate_to_datetime(value), "second"
