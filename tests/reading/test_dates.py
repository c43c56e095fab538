"""Dates of publication."""

from __future__ import annotations

import pytest

from storydiff.reading.dates import from_epoch, is_date, parse_date


@pytest.mark.parametrize(
    ("text", "moment", "grain"),
    [
        ("2026-01-02", "2026-01-02T00:00:00", "day"),
        ("20260102", "2026-01-02T00:00:00", "day"),
        ("2026-01-02T18:30", "2026-01-02T18:30:00", "second"),
        ("2026-01-02 18:30:05.123456", "2026-01-02T18:30:05", "second"),
        ("2026-01-02T18:30:00Z", "2026-01-02T18:30:00+00:00", "second"),
        ("2026-01-02T18:30:00-08:00", "2026-01-02T18:30:00-08:00", "second"),
        ("20260102T183000-0800", "2026-01-02T18:30:00-08:00", "second"),
        ("2026-01-02 18:30:00 PST", "2026-01-02T18:30:00-08:00", "second"),
        ("2026-01-02T00:00:00Z", "2026-01-02T00:00:00", "day"),
        ("Fri, 02 Jan 2026 18:30:00 -0800", "2026-01-02T18:30:00-08:00", "second"),
        ("Fri, 2 Jan 2026 18:30:00 GMT", "2026-01-02T18:30:00+00:00", "second"),
        ("Jan. 2, 2026", "2026-01-02T00:00:00", "day"),
        ("January 2nd, 2026 at 6:30 p.m. ET", "2026-01-02T18:30:00-05:00", "second"),
        ("July 2, 2026, 6:30 PM ET", "2026-07-02T18:30:00-04:00", "second"),
        ("Published 12:05 a.m. PDT, Thursday, July 2, 2026", "2026-07-02T00:05:00-07:00", "second"),
        ("Posted 1/2/2026 6:30 PM PST", "2026-01-02T18:30:00-08:00", "second"),
        ("2 January 2026", "2026-01-02T00:00:00", "day"),
    ],
)
def test_dates(text: str, moment: str, grain: str) -> None:
    published = parse_date(text)
    assert published is not None
    assert (published.moment.isoformat(), published.grain) == (moment, grain)


@pytest.mark.parametrize(
    "text", ["", "Friday", "1/2/2026", "2026", "2026-13-01", "2026-02-30", "Foo 2, 2026", "Jan 2", "0" * 80]
)
def test_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize("seconds", [1767378600, 1767378600000])
def test_epoch(seconds: float) -> None:
    published = from_epoch(seconds)
    assert published is not None
    assert published.moment.isoformat() == "2026-01-02T18:30:00+00:00"


@pytest.mark.parametrize("seconds", [0, -5, float("nan"), float("inf"), 1e300])
def test_no_epoch(seconds: float) -> None:
    assert from_epoch(seconds) is None


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Friday, January 2, 2026", True),
        ("2nd Jan 2026 at 18:30 GMT", True),
        ("2026-01-02", True),
        ("January 2, 2026 | 6:30 p.m. EST", True),
        ("January 2, 2026: the pier burns", False),
        ("Friday", False),
        ("January 2026", False),
        ("1/2/2026", False),  # which is the month?
        ("- 2 January 2026", False),
        ("2 January 2026" + " and" * 20, False),
    ],
)
def test_a_date_and_nothing_else(text: str, alone: bool) -> None:
    assert is_date(text) is alone
