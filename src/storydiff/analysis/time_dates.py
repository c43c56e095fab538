"""Read days: weekdays, dates with and without year, years, holidays, "yesterday"."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date, timedelta

from storydiff.analysis.lexicon import alternation
from storydiff.analysis.time_calendar import (
    add_months,
    holiday,
    make_date,
    nearest_year,
    weekday_after,
    weekday_before,
)
from storydiff.analysis.time_reading import Reading, Text, preceding
from storydiff.analysis.time_words import MONTHS, PARTS, WEEKDAYS
from storydiff.patterns import late

_WHICH = preceding(r"\b(?P<which>last|next|this|this\spast|this\scoming)\s{1,3}\Z", "last next this past coming")
_EARLY = preceding(r"\b(?P<early>early|late|mid|mid-|late-|early-)\s{0,2}\Z", "early late mid")
_PART = re.compile(
    r"(?:\s{1,3}|-)(?:(?:early|late|mid)[\s-])?(?P<part>morning|afternoon|evening|night|dawn|dusk)\b|\s(?:at\s)?(?P<then>dawn)\b"
)
_MONTH = alternation(MONTHS)
_DATE = rf"(?P<month>{_MONTH})\s{{0,2}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:\d|%|,\d{{3}}|\.\d)(?:,?\s{{1,3}}(?P<year>(?:1[5-9]|20)\d\d)\b)?"
_THEN_DATE = re.compile(rf",?\s{{1,3}}(?:the\s)?{_DATE}")
_DATE_HERE = late(_DATE)
_MONTH_YEAR = late(r",?\s{1,3}(?:of\s)?(?P<year>(?:1[5-9]|20)\d\d)\b")
_DAY_BEFORE = preceding(r"(?<![\w.,$])(?:the\s)?(?P<day>\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?\Z", "of")
_MONTH_CUES = (
    "in since until till by of from to through during last next this early late mid for before after between and"
)
_MONTH_CUE = preceding(rf"\b(?:{_MONTH_CUES.replace(' ', '|')})[\s-]{{1,3}}\Z", _MONTH_CUES)
_FUTURE = re.compile(
    r"\b(?:will|scheduled|slated|(?:is|are)\s(?:to|expected|set|due|planned)|upcoming)\b(?!.{0,60}\bsaid\b)"
)
_YEAR_CUES = (
    "in since until of from to through during early late mid before after between and by around about the year post for "
    "spring summer fall winter election"
)
_YEAR_CUE = preceding(rf"(?:\b(?:{_YEAR_CUES.replace(' ', '|')})[\s-]{{1,3}}|\(|[-–,]\s?)\Z", _YEAR_CUES)
_NOT_A_YEAR = re.compile(r"\s(?:block|[a-z]{3,15}s\b(?<!was)(?<!has)(?<!is)|people|percent|feet|miles|square|[nsew]\.)")


def read_weekday(text: Text, start: int, end: int) -> Reading | None:
    """A weekday, with the date and the part of day that follow it."""
    if not text.written[start].isupper():
        return None
    weekday = WEEKDAYS[text.lower[start:end]]
    which = text.back(_WHICH, start)
    day, deictic = None, True
    if text.published is not None:
        day = _which_weekday(text, text.published, weekday, start, which["which"] if which else "")
    begun = which.start() if which and which["which"] != "this" else start
    if date_here := text.forth(_THEN_DATE, end):
        full = _full(text, date_here)
        if full is not None or text.published is None:
            day, deictic, end = full, date_here["year"] is None, date_here.end()
    reading = Reading(begun, end, day=day, weekday=weekday, deictic=deictic, value=day.isoformat() if day else "")
    _add_part(text, reading)
    return reading


def _add_part(text: Text, reading: Reading) -> None:
    if part := text.forth(_PART, reading.end):
        first, last, code = PARTS[part["part"] or part["then"]]
        early = " early" in part[0] or text.back(_EARLY, reading.start) is not None
        if code == "MO" and early:
            last = 480
        reading.end, reading.clock, reading.grain = part.end(), (first, last), "part"
        if reading.value and reading.deictic:
            reading.value += "T" + code
    elif text.back(_EARLY, reading.start) and "early" in text.left(reading.start)[-8:]:
        reading.clock, reading.grain = (0, 600), "part"


def _which_weekday(text: Text, published: date, weekday: int, start: int, which: str) -> date:
    if which in ("next", "this coming"):
        return weekday_after(published + timedelta(days=1), weekday)
    if which == "last":
        return weekday_before(published - timedelta(days=1), weekday)
    ahead = _is_future(text, start)
    if ahead and not re.search(r"\b(?:said|told|announced)\s{1,3}(?:on\s)?\Z", text.left(start)):
        return weekday_after(published, weekday)
    return weekday_before(published, weekday)


def _is_future(text: Text, start: int) -> bool:
    """Whether what is told shortly before `start` is yet to come."""
    index = bisect_left(text.future, max(text.sentence_start, start - 90))
    if index == len(text.future) or text.future[index] >= start:
        return False
    return _FUTURE.search(text.lower, text.future[index], start) is not None


def _full(text: Text, found: re.Match[str]) -> date | None:
    month, day = MONTHS[found["month"]], int(found["day"])
    if found["year"]:
        return make_date(int(found["year"]), month, day)
    return nearest_year(text.published, month, day) if text.published else None


def read_month(text: Text, start: int, end: int) -> Reading | None:
    """A date in a month, or the month."""
    if not text.written[start].isupper():
        return None
    found = _DATE_HERE().match(text.lower, start, text.last)
    if found and 1 <= int(found["day"]) <= 31:
        day = _full(text, found)
        reading = Reading(start, found.end(), day=day, deictic=not found["year"], value=day.isoformat() if day else "")
        if day is None and not text.published and not found["year"]:
            reading.value = f"XXXX-{MONTHS[found['month']]:02}-{int(found['day']):02}"
        _add_part(text, reading)
        return reading
    month = MONTHS[text.lower[start:end]]
    year = text.forth(_MONTH_YEAR(), end)
    before = text.back(_DAY_BEFORE, start)
    if before and 1 <= int(before["day"]) <= 31:
        number = int(before["day"])
        day = make_date(int(year["year"]), month, number) if year else None
        if day is None and text.published and not year:
            day = nearest_year(text.published, month, number)
        return Reading(
            before.start(), year.end() if year else end, day=day, deictic=not year, value=day.isoformat() if day else ""
        )
    if year is None and text.lower[start:end] in ("may", "march") and not text.back(_MONTH_CUE, start):
        return None
    if year is None and text.lower[start:end] == "jan":  # a name more often than the month
        return None
    which = text.back(_WHICH, start)
    first = _first_of(text, month, int(year["year"]) if year else None, which["which"] if which else "", start)
    early = text.back(_EARLY, start)
    begun = early.start() if early else which.start() if which else start
    days = (add_months(first, 1) - first).days if first else 30
    return Reading(
        begun, year.end() if year else end, grain="month", day=first, days=days, deictic=not year,
        value=f"{first:%Y-%m}" if first else "",
    )  # fmt: skip


def _first_of(text: Text, month: int, year: int | None, which: str, start: int) -> date | None:
    if year is not None:
        return date(year, month, 1)
    if text.published is None:
        return None
    this = date(text.published.year, month, 1)
    ahead = this > text.published
    if which == "next":
        return this if ahead else this.replace(year=this.year + 1)
    future = which != "last" and _is_future(text, start)
    if ahead:
        return this if future else this.replace(year=this.year - 1)
    if which == "last" and month == text.published.month:
        return this.replace(year=this.year - 1)
    if future and month < text.published.month:
        return this.replace(year=this.year + 1)
    return this


def read_year(text: Text, start: int, end: int) -> Reading | None:
    """A year or a decade, where its neighbours do not make it a count or an address."""
    word = text.lower[start:end]
    year = int(word[:4])
    if word.endswith("s"):
        first = date(year, 1, 1)
        return Reading(start, end, value=word[:3] + "X", grain="decade", day=first, days=3652)
    if year > 2100 or not text.back(_YEAR_CUE, start) or text.forth(_NOT_A_YEAR, end):
        return None
    return Reading(start, end, value=word, grain="year", day=date(year, 1, 1), days=365)


def read_holiday(text: Text, start: int, end: int) -> Reading | None:
    """A holiday, of the year nearest to publication."""
    name = " ".join(text.lower[start:end].replace("’", "'").split())
    day = None
    year = text.forth(_MONTH_YEAR(), end)
    if year:
        day, end = holiday(name, int(year["year"])), year.end()
    elif text.published:
        near = [holiday(name, text.published.year + step) for step in (-1, 0, 1)]
        past = [one for one in near if one and (one - text.published).days <= 60]
        day = past[-1] if past else None
    return Reading(start, end, day=day, deictic=not year, value=day.isoformat() if day else "")


_SHIFTS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overnight": -1}


def read_day_word(text: Text, start: int, end: int) -> Reading | None:
    """`yesterday`, `tonight`, `overnight` and their like."""
    word = text.lower[start:end]
    if word == "now":
        return Reading(start, end, value="PRESENT_REF", grain="", deictic=True)
    day = text.published + timedelta(days=_SHIFTS[word]) if text.published else None
    reading = Reading(start, end, day=day, deictic=True, value=day.isoformat() if day else "")
    if word in ("tonight", "overnight"):
        reading.clock, reading.grain = PARTS["night"][:2], "part"
        reading.value += "TNI" if day else ""
    else:
        _add_part(text, reading)
    return reading
