"""Read stretches of time: durations, "two days later", "last week", parts of day, seasons, "daily"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from storydiff.analysis.time_calendar import add_months, shifted
from storydiff.analysis.time_reading import Reading, Text, preceding
from storydiff.analysis.time_words import FREQUENCIES, NUMBERS, PARTS, SEASONS, SECONDS, UNIT_CODES
from storydiff.patterns import late

_NUMBER = "|".join(sorted((re.escape(word) for word in NUMBERS), key=len, reverse=True))
_COUNT = preceding(
    rf"(?<!\w)(?:(?P<the>(?:the\s)?(?:last|past|next|first|previous|coming|following))\s{{1,3}})?"
    rf"(?<![\w.,$/])(?:(?P<digits>\d{{1,4}}(?:\.\d{{1,2}})?)(?P<half>\s1/2)?|(?P<word>{_NUMBER})|(?P<vague>several|(?:a\s)?few|many|(?:a\s)?couple(?:\sof)?|dozens\sof|recent|some))"
    rf"(?:\s(?:more|full|straight|long|consecutive))?[\s-]{{1,2}}\Z",
    f"{' '.join(NUMBERS)} several few many couple of recent some more full straight long consecutive",
)
_WHICH = preceding(
    r"\b(?P<which>last|next|this|that(?:\ssame)?|the\s(?:same|previous|next|following|past|last|coming)|past|each|every|later\s(?:this|that)|earlier\s(?:this|that)|early\s(?:this|next|last)|late\s(?:this|last))\s{1,3}\Z",
    "last next this that same previous following past coming each every",
)
_SINCE = re.compile(r"\s{1,3}(?P<when>ago|earlier|later|before|after|from\snow)\b")
_OLD = re.compile(r"[\s-](?:old|olds)\b|['’]|-olds?\b|\sof\sage\b")
_LONG = re.compile(r"-long\b")
_PART_BEFORE = preceding(
    r"\b(?P<which>last|this|that|the\snext|the\sfollowing|the\sprevious|the\ssame|next)(?:\searly|\slate)?\s{1,3}\Z",
    "last this that next following previous same early late",
)
_EARLY = preceding(r"\b(?:early|late|mid)[\s-]\Z", "early late mid")
_OF_EVENT = late(
    r"\s(?:fatal\s|deadly\s)?(?:shootings?|attacks?|fires?|blazes?|crash(?:es)?|blasts?|explosions?|robber(?:y|ies)|stabbings?|raids?|quakes?|killings?|slayings?)\b"
)
_IN_THE = preceding(
    r"\b(?:in|during)\s(?P<the>the\s(?:early\s|late\s)?)\Z|\b(?:at|before|until)\s{1,3}\Z",
    "the early late at before until",
)
_SEASON_BEFORE = preceding(r"\b(?P<which>last|this|next)\s{1,3}\Z", "last this next")


def read_unit(text: Text, start: int, end: int) -> Reading | None:
    """A number of units, before or after now or of no fixed place; or "last week" and its like."""
    if text.forth(_OLD, end):
        return None
    unit = text.lower[start:end]
    if text.written[start:end].istitle() and text.left(start):  # a name: "60 Minutes", "Marrow Creek Days"
        return None
    plural = unit.endswith("s") and unit not in SECONDS
    unit = "century" if unit == "centuries" else unit.removesuffix("s") if plural else unit
    count = text.back(_COUNT, start)
    if count and not (count["word"] in ("a", "an") and plural):
        return _counted(text, count, unit, end)
    which = text.back(_WHICH, start)
    if which and not plural:
        return _which(text, which, unit, end)
    if which and plural and which["which"] not in ("that", "every", "each"):
        return _duration(which.start(), end, unit, None)
    if plural and unit in ("day", "week", "month", "year", "decade", "hour", "minute", "centurie"):
        since = text.forth(_SINCE, end)
        return _duration(start, since.end() if since else end, unit, None)
    return None


def _counted(text: Text, count: re.Match[str], unit: str, end: int) -> Reading | None:
    number: float | None = None
    if count["digits"]:
        number = float(count["digits"]) + (0.5 if count["half"] else 0)
    elif count["word"]:
        number = NUMBERS[count["word"]]
    elif "couple" in count["vague"]:
        number = 2
    if unit == "second" and count["word"] in ("a", "one", "an"):
        return None  # "a second suspect"
    if long := text.forth(_LONG, end):
        end = long.end()
    since = text.forth(_SINCE, end)
    if since is None or since["when"] in ("before", "after"):
        if number is not None and unit == "day" and count["word"] == "a" and not since:
            return Reading(count.start(), end, "set", "P1D", unit)
        return _duration(count.start(), end, unit, number, text.approximate(count.start()))
    if number is None:
        return Reading(count.start(), since.end(), "date", "", unit, approximate=True)
    if since["when"] in ("later", "earlier"):
        return _duration(count.start(), since.end(), unit, number)
    back = -number if since["when"] == "ago" else number
    day = _moved(text.published, unit, back)
    return Reading(
        count.start(), since.end(), "date", _coarse(day, unit), unit if unit in ("day", "week", "month", "year") else "minute",
        day=day if unit in ("day", "week", "month", "year") else None, approximate=unit != "day" or text.approximate(count.start()), deictic=True,
    )  # fmt: skip


def _duration(start: int, end: int, unit: str, number: float | None, approximate: bool = False) -> Reading:
    amount = "X" if number is None else f"{number:g}"
    return Reading(
        start, end, "duration", "P" + UNIT_CODES[unit].format(amount), unit,
        seconds=number * SECONDS[unit] if number is not None else None, approximate=approximate or number is None,
    )  # fmt: skip


def _moved(day: date | None, unit: str, number: float) -> date | None:
    if day is None:
        return None
    if unit in ("hour", "minute", "second"):
        return shifted(day, number * SECONDS[unit] / 86400) if abs(number) >= 24 else day
    months = {"month": 1, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months:
        try:
            return add_months(day, round(number * months))
        except ValueError:
            return None
    return shifted(day, number * SECONDS[unit] / 86400)


def _coarse(day: date | None, unit: str) -> str:
    if day is None:
        return ""
    match unit:
        case "week" | "weekend":
            year, week, _ = day.isocalendar()
            return f"{year}-W{week:02}" + ("-WE" if unit == "weekend" else "")
        case "month":
            return day.isoformat()[:7]
        case "year" | "decade":
            return f"{day.year}"
        case "century":
            return f"{day.year // 100}"
    return day.isoformat()


def _which(text: Text, which: re.Match[str], unit: str, end: int) -> Reading | None:
    word = which["which"]
    if word in ("each", "every"):
        return Reading(which.start(), end, "set", "P" + UNIT_CODES[unit].format(1), unit)
    if unit in ("second", "minute", "hour"):
        return None
    if word in ("past", "the past") or (word == "the last" and unit in ("decade", "century")):
        return _duration(which.start(), end, unit, 1)
    if "that" in word or word in ("the same", "the previous", "the next", "the following"):
        return Reading(which.start(), end, "date", "", unit)
    step = -1 if "last" in word else 1 if "next" in word or "coming" in word else 0
    day = _moved(text.published, "week" if unit == "weekend" else unit, step)
    if day and unit in ("week", "weekend"):
        day -= timedelta(days=day.weekday() - (5 if unit == "weekend" else 0))
    if day and unit == "month":
        day = day.replace(day=1)
    if day and unit == "year":
        day = day.replace(month=1, day=1)
    days = {"day": 1, "week": 7, "weekend": 2, "month": 30, "year": 365}.get(unit, 3652)
    return Reading(which.start(), end, "date", _coarse(day, unit), unit, day=day, days=days, deictic=True)


def read_part(text: Text, start: int, end: int) -> Reading | None:
    """A part of day without weekday: "last night", "the next morning", "in the afternoon"."""
    first, last, code = PARTS[text.lower[start:end]]
    which = text.back(_PART_BEFORE, start)
    if which is None:
        fixed = text.back(_IN_THE, start)
        early = text.back(_EARLY, start) if text.forth(_OF_EVENT(), end) else None
        if fixed is None and not text.forth(_OF_EVENT(), end):
            return None
        begun = fixed.start("the") if fixed and fixed["the"] else early.start() if early else start
        return Reading(begun, end, "clock", "T" + code, "part", clock=(first, last), approximate=True)
    word = which["which"]
    day = None
    if text.published and word in ("last", "this"):
        day = text.published - timedelta(days=1 if word == "last" else 0)
    value = f"{day.isoformat()}T{code}" if day else "T" + code
    return Reading(
        which.start(), end, "date" if day else "clock", value, "part", day=day, clock=(first, last), deictic=True
    )


def read_season(text: Text, start: int, end: int) -> Reading | None:
    """`last fall`, `this summer`."""
    which = text.back(_SEASON_BEFORE, start)
    if which is None:
        return None
    year = text.published.year + {"last": -1, "this": 0, "next": 1}[which["which"]] if text.published else None
    value = f"{year}-{SEASONS[text.lower[start:end]]}" if year else ""
    return Reading(which.start(), end, value=value, grain="season", deictic=True)


def read_frequency(text: Text, start: int, end: int) -> Reading | None:
    """`daily`, `weekly`; not in a name ("Marrow Daily News")."""
    if text.written[start].isupper():
        return None
    return Reading(start, end, "set", FREQUENCIES[text.lower[start:end]], "day")
