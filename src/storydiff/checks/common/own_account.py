"""What a report says that its own words do not bear out; for the checks that look into one report at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from storydiff.checks.base import evidence
from storydiff.model import Evidence, Mention, Variant


class Misfit(NamedTuple):
    """Words of one report that do not fit each other. `parts`: reading, normal value and place of each side."""

    about: str
    why: str
    parts: tuple[tuple[str, str, Mention], ...]


def grouped(misfits: Iterable[Misfit]) -> Iterator[tuple[str, str, list[Variant]]]:
    """What about, why and variants: the same misfit in several reports, or twice in one, is one entry."""
    entries: dict[tuple[str, str], dict[str, tuple[str, dict[Evidence, None]]]] = {}
    for about, why, parts in misfits:
        entry = entries.setdefault((about, why), {})
        for reading, value, place in parts:
            entry.setdefault(value, (reading, {}))[1][evidence(place)] = None
    for (about, why), entry in entries.items():
        yield about, why, [Variant(reading, value, tuple(places)) for value, (reading, places) in entry.items()]


def plain(value: float) -> str:
    """A figure as people write it: 1200000.0 → 1,200,000."""
    return f"{value:,.10g}"
