"""Read clock times: "9:15 p.m.", "9 to 10 a.m. EST", "nine o'clock", "noon", "22:45"."""

from __future__ import annotations

import re
from functools import lru_cache

from storydiff.analysis.time_reading import Reading, Text, preceding
from storydiff.analysis.time_words import ZONES
from storydiff.patterns import late

_HALF = r"(?:[ap]\.\s?m\b\.?|[ap]m\b)"
CLOCK = (
    rf"\d{{1,2}}(?:[:.]\d\d){{0,2}}\s?{_HALF}|\d{{3,4}}\s?[ap]\.?m\b\.?|\d{{1,2}}\s?o['’]clock\b|\d{{1,2}}:\d\d(?![\d:-]|\.\d)"
    r"|(?:[01]\d|2[0-3])[0-5]\d(?=\s(?:gmt|bst|utc|hrs)\b)"
    r"|\d{1,2}\s(?:in\sthe\s(?:morning|afternoon|evening)|at\snight)\b"
)
"""A clock time in digits, to be matched in lower-case text; "noon" and "midnight" are words of their own."""
_PARTS = re.compile(
    r"(?P<hour>\d{1,2}?)(?:[:.]?(?P<minute>\d\d))?(?:[:.]\d\d)?\s?"
    r"(?P<half>[ap](?=\.?\s?m\b)|o['’]clock|in\sthe\s(?:morning|afternoon|evening)|at\snight|\Z)"
)
_ZONE = re.compile(
    rf"\s?\(?(?P<zone>{'|'.join(sorted(ZONES, key=len, reverse=True))})\b(?:\s(?:standard\s|daylight\s)?time\b)?\)?"
)
_IN_THE = late(r"\s{1,3}(?:in\sthe\s(?P<half>morning|afternoon|evening)|at\s(?P<night>night))\b")
_FROM = preceding(
    r"(?:(?P<between>between|from)\s{1,3})?(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?(?:\s?[-–]\s?|\s(?:to|and|until|or)\s)\Z",
    "to and until or",
)
_JOINTS = ("-", "–", "to", "and", "until", "or")  # one of which `_FROM` ends with
_NOT_CLOCK = preceding(
    r"(?:\b(?:psalms?|genesis|matthew|mark|luke|john|verse|of|score|ratio|won|lost|beat)\s)\Z",
    "psalm psalms genesis matthew mark luke john verse of score ratio won lost beat",
)
NOONS = {"noon": 720, "midday": 720, "midnight": 1440}


def read_clock(text: Text, start: int, end: int) -> Reading | None:
    """The clock time at `start`, with the range it ends, its zone and "in the morning"."""
    word = text.lower[start:end]
    if word in NOONS:
        if text.left(start).endswith("high "):
            return None
        noon = NOONS[word]
        value = "T12:00" if noon == 720 else "T24:00"
        return Reading(
            start, end, "clock", value, "minute", clock=(noon, noon + 1), approximate=text.approximate(start)
        )
    parts = _parts(word)
    if parts is None:
        return None
    hour, minutes, half = parts
    if not half and text.back(_NOT_CLOCK, start):
        return None
    if half.startswith("o"):
        half = ""
    if not half and (later := text.forth(_IN_THE(), end)):
        half = later["half"] or "night"
        end = later.end()
    moment = _minutes(hour, minutes or 0, half)
    if moment is None:
        return None
    zone = ""
    if found := text.forth(_ZONE, end):
        zone, end = found["zone"], found.end()
    first, begun = moment, start
    joined = text.ends_with(_JOINTS, start)
    if joined and (earlier := text.back(_FROM, start)) and (earlier["between"] or " or " not in earlier[0]):
        before = _minutes(int(earlier["hour"]), int(earlier["minute"] or 0), half)
        if before is not None and before > moment:  # "11 to 1 p.m."
            before -= 720
        if before is not None and before >= 0 and (earlier["between"] or " and " not in earlier[0]):
            first, begun = before, earlier.start("hour")
    if text.lower[end - 1] == "." and end == text.last and not text.written[end:].strip():
        end -= 1
    ranged = first != moment
    return Reading(
        begun, end, "clock", f"T{first // 60:02}:{first % 60:02}",
        "hour" if minutes is None else "minute",
        clock=(first, moment + 1), zone=zone.upper() if len(zone) <= 4 else zone,
        approximate=ranged or text.approximate(begun),
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _parts(word: str) -> tuple[int, int | None, str] | None:
    """Hour, minutes if written, and half of the day of a clock time."""
    parts = _PARTS.fullmatch(word.rstrip(".").removesuffix("m").rstrip(". ")) or _PARTS.match(word)
    if parts is None:
        return None
    return int(parts["hour"]), int(parts["minute"]) if parts["minute"] else None, parts["half"]


def _minutes(hour: int, minute: int, half: str) -> int | None:
    if minute > 59 or hour > 24:
        return None
    if half:
        if hour > 12 or hour == 0:
            return hour * 60 + minute if hour < 24 else None
        morning = (half[0] == "a" and half != "afternoon") or "morning" in half
        return hour % 12 * 60 + minute + (0 if morning or ("night" in half and hour in (12, 1, 2, 3, 4)) else 720)
    return hour * 60 + minute if hour < 24 else None
