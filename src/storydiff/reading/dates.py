"""Dates of publication as they stand in metadata.

A time with a zone keeps it (an aware datetime), so that its own date and clock are those of the newsroom and "Wednesday night"
resolves there; a time without one stays naive. A date alone is midnight, naive, with the grain "day".
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple

from storydiff.patterns import late


class Published(NamedTuple):
    """A time of publication; `grain` is "day" or "second"."""

    moment: datetime
    grain: str


_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
# Hours from UTC. Names with several meanings (IST, AST, SST) are left out.
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8,
    "pdt": -7, "akst": -9, "akdt": -8, "hst": -10, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "aest": 10, "aedt": 11,
}  # fmt: skip
_PLACES = {"et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles"}
_DATE_WORDS = frozenset(
    "on at of the and last updated posted published first st nd rd th am pm a m p et ct mt pt ist hkt local time "
    "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday".split()
)
_LETTERS = late(r"[^\W\d_]+")
_LONGEST_DATE = 70
_ZONE = r"(?P<zone>[+-]\d{2}:?\d{2}|[A-Za-z]{1,4}\b)?"
_ISO = re.compile(
    r"(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})"
    r"(?:[T ]{1,2}(?P<hour>\d{2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,]\d{1,9})?)?\s{0,2}"
    + _ZONE
    + r")?\s{0,2}$",
    re.ASCII,
)
_MONTH = r"(?P<name>[A-Za-z]{3,9})\.?"
_WORDS = late(
    r"(?:[A-Za-z]{3,9},?\s{1,2})?"
    rf"(?:{_MONTH}\s{{1,2}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?|(?P<day_first>\d{{1,2}})(?:st|nd|rd|th)?\s{{1,2}}{_MONTH.replace('name', 'name_last')})"
    r",?\s{1,2}(?P<year>\d{4})\b",
    re.ASCII,
)
# Slashes alone leave open which is the month; with a clock of twelve hours they are American.
_SLASHES = late(
    r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4}),?\s{1,2}(?=\d{1,2}:\d{2}\s{0,2}[AaPp]\.?[Mm])", re.ASCII
)
_CLOCK = late(
    r"\b(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?\s{0,2}(?P<half>[ap]\.?m\b\.?)?\s{0,2}\(?" + _ZONE, re.ASCII | re.IGNORECASE
)  # fmt: skip


def parse_date(text: str) -> Published | None:
    """The time that `text` states, None if it states none or more than one could be meant (1/2/2026)."""
    text = text.strip()[:80]
    if match := _ISO.match(text):
        return _published(match["year"], match["month"], match["day"], match)
    if match := _SLASHES().search(text):
        return _published(match["year"], match["month"], match["day"], _CLOCK().match(text, match.end()))
    if match := _WORDS().search(text):
        month = _MONTHS.get((match["name"] or match["name_last"]).lower())
        day = match["day"] or match["day_first"]
        clock = _CLOCK().search(text, match.end()) or _CLOCK().search(text[: match.start()])
        return _published(match["year"], str(month), day, clock) if month else None
    return None


def is_date(text: str) -> bool:
    """Whether `text` is a date in full and nothing else ("Tuesday, 10 June 2031, last updated at 14:00 GMT")."""
    return (
        len(text) < _LONGEST_DATE
        and text[:1].isalnum()
        and all(word in _DATE_WORDS or word in _MONTHS or word in _ZONES for word in _LETTERS().findall(text.lower()))
        and parse_date(text) is not None
    )


def from_epoch(seconds: float) -> Published | None:
    """Seconds (or milliseconds) since 1970, in UTC."""
    if seconds > 1e11:
        seconds /= 1000
    if not 0 < seconds < 1e11:
        return None
    return Published((datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(seconds))), "second")


def from_datetime(moment: datetime) -> Published:
    """`moment`; exact midnight is taken for a date alone, as content systems write it."""
    if (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return Published(moment.replace(tzinfo=None, microsecond=0), "day")
    return Published(moment.replace(microsecond=0), "second")


def _published(year: str, month: str, day: str, clock: re.Match[str] | None) -> Published | None:
    try:
        moment = datetime(int(year), int(month), int(day))
        if clock is None or clock["hour"] is None:
            return Published(moment, "day")
        hour = int(clock["hour"])
        half = (clock.groupdict().get("half") or "").lower()
        if half:
            hour = hour % 12 + (12 if half.startswith("p") else 0)
        moment = moment.replace(hour=hour, minute=int(clock["minute"]), second=int(clock["second"] or 0))
    except ValueError:
        return None
    return from_datetime(_in_zone(moment, clock["zone"] or ""))


def _in_zone(moment: datetime, zone: str) -> datetime:
    if zone[:1] in ("+", "-"):
        digits = zone[1:].replace(":", "")
        offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        return (
            moment.replace(tzinfo=timezone(-offset if zone[0] == "-" else offset))
            if offset < timedelta(days=1)
            else moment
        )
    name = zone.lower()
    if name in _ZONES:
        return moment.replace(tzinfo=timezone(timedelta(hours=_ZONES[name])))
    if name in _PLACES:
        return _in_place(moment, _PLACES[name])
    return moment


def _in_place(moment: datetime, place: str) -> datetime:
    """`moment` with the offset of `place` at that time; naive where the system has no time zone data."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        offset = moment.replace(tzinfo=ZoneInfo(place)).utcoffset()
    except ZoneInfoNotFoundError:
        return moment
    return moment.replace(tzinfo=timezone(offset)) if offset is not None else moment
