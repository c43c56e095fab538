"""What the grammars of time share: the text they look into, and the reading they make."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property, lru_cache
from typing import NamedTuple

from storydiff import normalise
from storydiff.analysis.beside import word_before
from storydiff.analysis.time_calendar import midnight
from storydiff.analysis.words import starts_of
from storydiff.model import Report, Sentence, TimeExpression
from storydiff.patterns import late

_APPROXIMATE_ENDS = tuple(
    "about around approximately roughly nearly almost circa sometime shortly just some than least over before after by ~".split()
)
_FUTURE_WORDS = frozenset("will scheduled slated is are upcoming".split())
_LOOK = 40


class Preceding(NamedTuple):
    r"""What may stand just before a word: a pattern that ends in `\Z`, and the words of letters it may end with."""

    pattern: Callable[[], re.Pattern[str]]
    words: frozenset[str]


def preceding(pattern: str, words: str) -> Preceding:
    """`pattern` to be looked for just before a word that follows one of `words` (parted by spaces), or another sign than a letter."""
    return Preceding(late(pattern), frozenset(words.split()))


_APPROXIMATE = preceding(
    r"(?:\b(?:about|around|approximately|roughly|nearly|almost|circa|sometime|shortly|just|some|more\sthan|less\sthan|at\sleast|over)"
    r"|\b(?:before|after|by)|~)\s{1,3}\Z",
    "about around approximately roughly nearly almost circa sometime shortly just some than least over before after by",
)


class Text:
    """The report's text, lower case, with the sentence and the free stretch a grammar may look into."""

    def __init__(self, report: Report) -> None:
        self.written = report.text
        self.lower = normalise.lower(report.text)
        self.published = report.published.date() if report.published else None
        self.first = self.last = self.trigger = 0
        self.word = ""

    def enter(self, sentence: Sentence, free_from: int, trigger: int) -> None:
        """Look at `sentence` only, from `free_from` on, about what starts at `trigger`."""
        self.first, self.last = max(sentence.start, free_from), sentence.end
        self.sentence_start = sentence.start
        self.trigger, self.word = trigger, word_before(self.lower, trigger)

    @cached_property
    def future(self) -> list[int]:
        """Where a word stands that may tell of what is to come."""
        return starts_of(self.lower, _FUTURE_WORDS)

    def left(self, start: int) -> str:
        """The few words before `start`."""
        return self.lower[max(self.first, start - _LOOK) : start]

    def ends_with(self, words: tuple[str, ...], start: int) -> bool:
        """Whether one of `words`, with or without space after it, stands just before `start`: quicker told than a pattern."""
        end = start
        while end > self.first and start - end < 3 and self.lower[end - 1].isspace():
            end -= 1
        return self.lower.endswith(words, self.first, end)

    def back(self, before: Preceding, start: int) -> re.Match[str] | None:
        """The match of `before` just before `start`."""
        if start == self.trigger and self.word and self.word not in before.words:
            return None
        return before.pattern().search(self.lower, max(self.first, start - _LOOK), start)

    def forth(self, pattern: re.Pattern[str], end: int) -> re.Match[str] | None:
        """`pattern` just at `end`."""
        return pattern.match(self.lower, end, self.last)

    def approximate(self, start: int) -> bool:
        """Whether "about" or the like stands before `start`."""
        return self.ends_with(_APPROXIMATE_ENDS, start) and self.back(_APPROXIMATE, start) is not None


@dataclass(slots=True)
class Reading:
    """A time expression in the making; `day`: the day it stands for, where it is known."""

    start: int
    end: int
    kind: str = "date"
    value: str = ""
    grain: str = "day"
    day: date | None = None
    days: int = 1
    clock: tuple[int, int] | None = None
    weekday: int | None = None
    seconds: float | None = None
    zone: str = ""
    approximate: bool = False
    deictic: bool = False

    def on(self, day: date | None) -> None:
        """Put a clock time on `day`."""
        if day is None or self.clock is None:
            return
        self.day = day
        if self.value.startswith("T"):
            self.value = day.isoformat() + self.value

    def expression(self, report: Report) -> TimeExpression:
        """The finished value."""
        begin = finish = None
        if self.day is not None:
            begin, finish = _range(self.day, self.days, self.clock)
        return TimeExpression(  # in the order of its fields: by their names it takes a fifth longer
            report.sigil, self.start, self.end, report.text[self.start : self.end], self.kind, self.value, begin, finish,
            self.grain, self.clock, self.weekday, self.seconds, self.zone, self.approximate, self.deictic,
        )  # fmt: skip


@lru_cache(maxsize=1024)  # a report speaks of few days
def _range(day: date, days: int, clock: tuple[int, int] | None) -> tuple[datetime | None, datetime | None]:
    first = midnight(day)
    try:
        if clock is None:
            return first, first + timedelta(days=days)
        return first + timedelta(minutes=clock[0]), first + timedelta(minutes=clock[1])
    except OverflowError:
        return None, None
