"""Reckon with days: the weekday before a day, a month's end, a holiday of a year."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache

from storydiff.analysis.time_words import FIXED_HOLIDAYS, MOVING_HOLIDAYS


@lru_cache(maxsize=1024)  # few days of publication, seven weekdays
def weekday_before(published: date, weekday: int) -> date:
    """The latest `weekday` up to `published`, that day included: news tells of what has been."""
    return published - timedelta(days=(published.weekday() - weekday) % 7)


def weekday_after(published: date, weekday: int) -> date:
    """The first `weekday` from `published` on."""
    return published + timedelta(days=(weekday - published.weekday()) % 7)


def make_date(year: int, month: int, day: int) -> date | None:
    """The day, or None if the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest_year(published: date, month: int, day: int) -> date | None:
    """The `day` of `month` that lies nearest to `published`, those past preferred: at most five months ahead."""
    candidates = [make_date(published.year + step, month, day) for step in (1, 0, -1)]
    fitting = [found for found in candidates if found and found - published <= timedelta(days=150)]
    return fitting[0] if fitting else None


def add_months(day: date, months: int) -> date:
    """The first of the month `months` from `day`'s."""
    index = day.year * 12 + day.month - 1 + months
    year = min(max(index // 12, 1), 9998)
    return date(year, index % 12 + 1, 1)


def shifted(day: date, days: float) -> date | None:
    """`day` moved by `days`, None outside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def holiday(name: str, year: int) -> date | None:
    """The day of the holiday `name` in `year`."""
    if name in FIXED_HOLIDAYS:
        return make_date(year, *FIXED_HOLIDAYS[name])
    month, weekday, which = MOVING_HOLIDAYS[name]
    if which > 0:
        return weekday_after(date(year, month, 1), weekday) + timedelta(weeks=which - 1)
    return weekday_before(add_months(date(year, month, 1), 1) - timedelta(days=1), weekday)


def midnight(day: date) -> datetime:
    """The day's first moment."""
    return datetime(day.year, day.month, day.day)
