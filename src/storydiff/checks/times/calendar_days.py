"""Dates that the calendar does not bear out: beside another weekday, or on a day that there is not."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from storydiff.checks.common.own_account import Misfit
from storydiff.model import Analysis, Mention, TimeExpression
from storydiff.patterns import late

_WRITTEN = re.compile(
    r"\b(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s{1,3}(?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?![:.]\d)"
    r"(?:,?\s{1,3}(?P<year>\d{4})\b)?"
    r"|\b(?P<day_first>\d{1,2})(?:st|nd|rd|th)?\s{1,3}(?:of\s)?(?P<of_month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b"
    r"(?:\.?,?\s{1,3}(?P<of_year>\d{4})\b)?"
)
_MONTHS = {name.lower()[:3]: number for number, name in enumerate(month_name) if name}
_BESIDE = late(r"(?P<a>,?\s(?:which\s(?:was|is|fell\son|falls\son)\s)?a\s)|(?P<day_next>,?\s)|\s?\(")
_FAR = 200  # days from publication: a date without a year may be of another year
_SHIFTS = tuple(step for step in range(-12, 13) if step)


class _Dated(NamedTuple):
    weekday: int
    day: date
    exact: bool
    weekday_at: Mention
    date_at: Mention


def weekdays(analysis: Analysis) -> Iterator[Misfit]:
    """Weekdays beside a date of another weekday."""
    dated = list(_dated(analysis))
    wrong = [one for one in dated if one.day.weekday() != one.weekday]
    if len(dated) > 1 and any(all(_fits(one, step) for one in dated) for step in _SHIFTS):
        return  # it tells of another year
    for one in wrong:
        full = f"{month_name[one.day.month]} {one.day.day}" + (f", {one.day.year}" if one.exact else "")
        yield Misfit(
            f"weekday of {full}",
            f"{full} {'is' if one.exact else f'of {one.day.year} is'} a {day_name[one.day.weekday()]}",
            ((full, one.day.isoformat(), one.date_at), (day_name[one.weekday], day_name[one.weekday], one.weekday_at)),
        )


def _fits(one: _Dated, years: int) -> bool:
    if one.exact:
        return one.day.weekday() == one.weekday
    try:
        return one.day.replace(year=one.day.year + years).weekday() == one.weekday
    except ValueError:
        return False


def _dated(analysis: Analysis) -> Iterator[_Dated]:
    """Weekdays with the date that stands beside them."""
    published = analysis.report.published
    for before, one, after in zip((None, *analysis.times), analysis.times, (*analysis.times[1:], None), strict=False):
        if one.begin is None:
            continue
        day, exact = one.begin.date(), not one.deictic
        if not exact and (published is None or abs((published.date() - day).days) > _FAR):
            continue
        written = _WRITTEN.search(one.text.lower())
        if written is None or not _same_day(written, day):
            continue
        date_at = _part(one, written.start(), written.end())
        if one.weekday is not None:
            yield _Dated(one.weekday, day, exact, _part(one, 0, written.start()), date_at)
            continue
        for other in (before, after):
            if other is not None and other.weekday is not None and not other.text[-1].isdigit():
                gap = _BESIDE().fullmatch(analysis.report.text, min(one.end, other.end), max(one.start, other.start))
                if gap is None or (gap["a"] and other is before):
                    continue
                if not gap["day_next"] or (other is before and one.text[0].isdigit()):
                    yield _Dated(other.weekday, day, exact, other, date_at)


def _part(one: TimeExpression, start: int, end: int) -> Mention:
    words = one.text[start:end]
    end = start + len(words.rstrip(" ,\n\t"))
    return Mention(one.sigil, one.start + start, one.start + end, one.text[start:end])


def _same_day(written: re.Match[str], day: date) -> bool:
    month = _MONTHS[written["month"] or written["of_month"]]
    return (month, int(written["day"] or written["day_first"])) == (day.month, day.day)


def no_days(analysis: Analysis) -> Iterator[Misfit]:
    """Days that the month does not have."""
    for one in analysis.times:
        written = _WRITTEN.search(one.text.lower()) if one.kind == "date" else None
        if written is None:
            continue
        month = _MONTHS[written["month"] or written["of_month"]]
        day = int(written["day"] or written["day_first"])
        year = written["year"] or written["of_year"]
        longest = _length(month, int(year) if year else None)
        if longest < day <= 31:
            place = _part(one, written.start(), written.end())
            of_year = f" of {year}" if year else ""
            yield Misfit(
                f"{month_name[month]} {day}{of_year}",
                f"{month_name[month]}{of_year} has {longest} days",
                ((place.text, f"{month:02}-{day:02}", place),),
            )


def _length(month: int, year: int | None) -> int:
    if month != 2:
        return 30 if month in (4, 6, 9, 11) else 31
    return 29 if year is None or (year % 4 == 0 and (year % 100 or year % 400 == 0)) else 28
