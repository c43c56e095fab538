"""Reports → events, all at once."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby

from storydiff.grouping.dates import dates_in
from storydiff.grouping.frequencies import Frequencies
from storydiff.grouping.grouper import Event, Grouper
from storydiff.grouping.terms import weigh_terms
from storydiff.grouping.vectors import Signature, keys_of, to_vector
from storydiff.model import Report

DEFAULT_WINDOW = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Signed:
    """A report reduced to its terms, before it is known how rare they are. `time` in seconds since 1970, `dates` as in `dates_in`.

    A kilobyte or so: piles are held in memory in this form.
    """

    identifier: str
    order: int
    time: int | None
    dates: tuple[int, ...]
    terms: array[int]
    weights: array[int]


def group(reports: Iterable[Report], window: timedelta = DEFAULT_WINDOW) -> tuple[Event, ...]:
    """The events that `reports` tell, whatever the order of `reports`; the earliest event first, the undated last.

    A report whose identifier came before is left out.
    """
    return group_signed([sign(report) for report in reports], window)


def group_signed(signed: Iterable[Signed], window: timedelta = DEFAULT_WINDOW) -> tuple[Event, ...]:
    """The events of reports that are signed already."""
    once: dict[str, Signed] = {}
    for one in signed:
        once.setdefault(one.identifier, one)
    frequencies = Frequencies()
    for one in once.values():
        frequencies.count(one.terms)
    grouper = Grouper(int(window.total_seconds()))
    events: list[Event] = []
    for _, together in groupby(sorted(once.values(), key=in_order), key=lambda one: one.time):
        grouper.add(*(to_signature(one, frequencies) for one in together))
        events += grouper.drain()
    return tuple(sorted(events + grouper.finish(), key=lambda event: event.identifier))


def sign(report: Report) -> Signed:
    """Reduce a report to its terms."""
    identifier = report.identifier or identify(report)
    terms = weigh_terms(report.title, report.text)
    return Signed(
        identifier=identifier,
        order=order_of(identifier),
        time=seconds(report.published),
        dates=dates_in(report.text),
        terms=array("I", terms.keys()),
        weights=array("H", terms.values()),
    )


def to_signature(signed: Signed, frequencies: Frequencies) -> Signature:
    """Weigh the terms by how rare they are."""
    vector = to_vector(zip(signed.terms, signed.weights, strict=True), frequencies)
    return Signature(signed.identifier, signed.order, signed.time, signed.dates, vector, keys_of(vector))


def in_order(signed: Signed) -> tuple[bool, int, int, str]:
    """Sorts undated reports first, then by time."""
    return signed.time is not None, signed.time or 0, signed.order, signed.identifier


def identify(report: Report) -> str:
    """An identifier made of what the report says, for one that brings none."""
    content = "\0".join((report.outlet, report.title, str(report.published), report.text))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def order_of(identifier: str) -> int:
    """A number that depends on the identifier alone."""
    digest = hashlib.blake2b(identifier.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1  # fits a signed 64-bit column


def seconds(moment: datetime | None) -> int | None:
    """Seconds since 1970; a time without a zone counts as UTC."""
    if moment is None:
        return None
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
