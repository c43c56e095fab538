"""Find what tells when: clock times, parts of day, weekdays, dates, holidays, durations.

One pass over the text with a regular expression of trigger words; each trigger is then read by the grammar of its class,
which looks a few words to the left and right.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from storydiff.analysis.number_words import figure_starts
from storydiff.analysis.time_clock import CLOCK, NOONS, read_clock
from storydiff.analysis.time_dates import read_day_word, read_holiday, read_month, read_weekday, read_year
from storydiff.analysis.time_reading import Reading, Text
from storydiff.analysis.time_spans import read_frequency, read_part, read_season, read_unit
from storydiff.analysis.time_words import (
    FIXED_HOLIDAYS,
    FREQUENCIES,
    MONTHS,
    MOVING_HOLIDAYS,
    PARTS,
    SEASONS,
    SECONDS,
    WEEKDAYS,
)
from storydiff.analysis.words import phrases_in, phrases_of
from storydiff.model import Report, Sentence, TimeExpression

_Reader = Callable[[Text, int, int], Reading | None]

_DAY_WORDS = ("today", "tonight", "yesterday", "tomorrow", "overnight", "now")
_UNITS = [form for unit in SECONDS for form in (unit, "centuries" if unit == "century" else unit + "s")]
_READERS: dict[str, _Reader] = {
    **dict.fromkeys(WEEKDAYS, read_weekday),
    **dict.fromkeys(MONTHS, read_month),
    **dict.fromkeys(_DAY_WORDS, read_day_word),
    **dict.fromkeys(PARTS, read_part),
    **dict.fromkeys((*FIXED_HOLIDAYS, *MOVING_HOLIDAYS), read_holiday),
    **dict.fromkeys(_UNITS, read_unit),
    **dict.fromkeys(SEASONS, read_season),
    **dict.fromkeys(FREQUENCIES, read_frequency),
    **dict.fromkeys(NOONS, read_clock),
}
_YEAR = r"(?:1[5-9]|20)\d\ds?(?![\w%]|[.,:]\d|-\d)"
_NUMBER_TRIGGER = re.compile(rf"(?<![\w$£€.,:/-])(?=\d{{4}}|\d{{1,3}}+(?:[:.]\d|\s?[apoi]))(?:{CLOCK}|{_YEAR})")
_PHRASES = phrases_of(_READERS, r"(?!\w)")


def find_times(report: Report, sentences: Sequence[Sentence]) -> tuple[TimeExpression, ...]:
    """The time expressions of `report` in reading order, without overlap, each inside one sentence."""
    text = Text(report)
    starts = [sentence.start for sentence in sentences]
    found: list[Reading] = []
    position = 0
    for trigger in _triggers(text.lower):
        start, end = trigger.span()
        if start < position:
            continue
        index = bisect_right(starts, start) - 1
        if index < 0 or end > sentences[index].end:
            continue
        text.enter(sentences[index], position, start)
        word = trigger[0]
        reader = _READERS.get(word) or _reader(text.lower, word, end)
        reading = reader(text, start, end)
        if reading is not None:
            found.append(reading)
            position = reading.end
    return tuple(reading.expression(report) for reading in _dated(report, found))


def _triggers(lower: str) -> list[re.Match[str]]:
    """Numbers and words that may tell a time, in order."""
    found = [*phrases_in(lower, _PHRASES)]
    numbers = [_NUMBER_TRIGGER.match(lower, start) for start in figure_starts(lower)]
    found += [number for number in numbers if number is not None]
    found.sort(key=re.Match.start)
    return found


_ZONED = re.compile(r"\s(?:gmt|bst|utc|hrs)\b")


def _reader(lower: str, trigger: str, end: int) -> _Reader:
    if trigger[0].isdigit():
        year = (
            trigger[:4].isdigit() and trigger[4:] in ("", "s") and not _ZONED.match(lower, end)
        )  # "2045 GMT" is an hour
        return read_year if year else read_clock
    return _READERS[" ".join(trigger.replace("’", "'").split())]


_NEXT_TO = re.compile(r"[\s,]{0,3}(?:(?:on|at|about|around|shortly|just|before|after|early|of)\s{1,3}){0,3}")


def _dated(report: Report, found: list[Reading]) -> list[Reading]:
    """Clock times with the day that stands next to them ("9 a.m. Tuesday", "Tuesday at about 9 a.m.")."""
    for number, reading in enumerate(found):
        if reading.kind != "clock" or reading.clock is None:
            continue
        for other in (number + 1, number - 1):
            if not 0 <= other < len(found) or found[other].day is None or found[other].grain not in ("day", "part"):
                continue
            start, end = (reading.end, found[other].start) if other > number else (found[other].end, reading.start)
            if end - start <= 40 and _NEXT_TO.fullmatch(report.text[start:end].lower()):
                reading.on(found[other].day)
                break
    return found
