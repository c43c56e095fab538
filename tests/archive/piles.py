"""A small archive for tests, and what they ask of a run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from storydiff.archive.manifest import TABLES

_DAY = datetime(2031, 3, 3, 8)
_TOWNS = ("Marrow Creek", "Saltby", "Fenmouth", "Tallow Ridge", "Brackwater", "Vaskholt", "Pellin", "Ostgren Hill")
_FIRMS = ("Tolliver", "Quistran", "Harrowgate", "Nellwyn", "Drosk", "Umberly", "Castellan", "Yarrowby")
_CHIEFS = ("Oda Brandt", "Ivo Quill", "Nell Amsel", "Tam Orrin", "Bea Lunt", "Gil Sarrow", "Una Pryce", "Max Dellow")
_WORDS = (
    "{n} people were hurt in a fire at the {firm} cannery in {town} on Monday, Fire Chief {chief} said.",
    "A fire at the {firm} cannery in {town} hurt {n} people on Monday, said Fire Chief {chief}.",
    "Fire Chief {chief} blamed a welder for the blaze that hurt {n} people at the {firm} cannery in {town} on Monday.",
)
_BAD = (
    '{"text": ""}',
    '{"title": "No text"}',
    "[1, 2]",
    "not JSON at all",
    '{"text": 7, "id": {"a": 1}}',
    '{"id": "0-0", "text": "An identifier that came before."}',
    '{"id": "no-date", "published": "yesterday", "text": "The date of this one is no date."}',
)


def rows(events: int = 5) -> Iterator[dict[str, object]]:
    """Three reports of each event; the third names another number."""
    for event in range(events):
        town, firm, chief = _TOWNS[event % 8], f"{_FIRMS[event % 8]}{event // 8 or ''}", _CHIEFS[event % 8]
        for place, words in enumerate(_WORDS):
            count = "Three" if place < 2 else "nine"
            yield {
                "id": f"{event}-{place}",
                "outlet": f"Outlet {place}",
                "title": f"Fire at {firm} in {town}",
                "published": (_DAY + timedelta(hours=event * 30 + place)).isoformat(),
                "text": words.format(n=count, town=town, firm=firm, chief=chief),
            }


def write_lines(file: Path, events: int = 5, *, bad: bool = True) -> Path:
    """The rows as JSONL, among them what is no report."""
    good = [json.dumps(row) for row in rows(events)]
    lines = [*good[:3], *_BAD, *good[3:]] if bad else good
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


BAD = len(_BAD)


def tables(output: Path) -> dict[str, bytes]:
    """All bytes of the tables of an output, by file."""
    return {
        str(file.relative_to(output)): file.read_bytes()
        for table in TABLES
        for file in sorted((output / table).glob("*.parquet"))
    }


class Killed(BaseException):
    """The run ends here, as if it had been killed."""


@dataclass
class Here:
    """An engine that works in this process, and may be killed after so many jobs."""

    jobs_left: int | None = None
    ran: list[str] = field(default_factory=list)

    def run(self, task, jobs):  # type: ignore[no-untyped-def]
        for job in jobs:
            if self.jobs_left == 0:
                raise Killed
            if self.jobs_left is not None:
                self.jobs_left -= 1
            self.ran.append(f"{task.__name__} {job.number}")
            yield task(job)

    def close(self) -> None:
        """Nothing to let go."""


@dataclass
class Watched:
    """A watcher that remembers."""

    told: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def begin(self, stage: str, reports: int | None, jobs: int, already: int) -> None:
        """A stage begins."""
        self.told.append(f"{stage} {already}/{jobs}")

    def advance(self, reports: int) -> None:
        """A job is done."""

    def note(self, message: str) -> None:
        """Something to know."""
        self.notes.append(message)


__all__ = ["BAD", "Here", "Killed", "Watched", "rows", "tables", "write_lines"]
