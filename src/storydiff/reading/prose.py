"""Plain prose: paragraphs, lines broken to a width, a headline on top."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from storydiff.errors import ReadError
from storydiff.patterns import late
from storydiff.reading.runs import TextBuilder

_LINE = re.compile(r"[^\n]++")
_FIRST_WORD = late(r"[ \t]{0,3}(\S{1,60}+)")
_LIST_MARK = late(r"[ \t]{0,3}(?:[-*+•·–—>#|]|\d{1,2}[.)]\s)")
# Text is broken to a width when its lines are no longer than this. Mail and typewriters break at 60–80, editors at up to 100.
_WIDEST = 110
_NARROWEST = 45
_HEADLINE_LENGTH = 150
_SENTENCE_END = late(r"[.,;:…][\"'”’)\]]{0,2}$")
_BYLINE = late(r"(?:by|von|par)\s+[A-Z]", re.IGNORECASE)


_MOST_LINES = 200_000


def refuse_endless(text: str) -> None:
    """Raises ReadError if `text` has more lines than a report."""
    if text.count("\n") > _MOST_LINES:
        raise ReadError(f"has more than {_MOST_LINES:,} lines", "give one report per file")


class Line(NamedTuple):
    """A line without its line end and the blanks before it."""

    start: int
    end: int


def lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of `text[start:end]` that are not blank."""
    stop = len(text) if end is None else end
    found = []
    for match in _LINE.finditer(text, start, stop):
        right = match.start() + len(match[0].rstrip())
        if right > match.start():
            found.append(Line(match.start(), right))
    return found


def soft_breaks(text: str, start: int = 0, end: int | None = None) -> list[int]:
    """Offsets of the line feeds in `text[start:end]` that only break a line to a width.

    A break is soft when the first word of the next line would not have fitted before it.
    """
    found = lines(text, start, end)
    width = max((line.end - line.start for line in found), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return []
    breaks = []
    for line, following in pairwise(found):
        between = text[line.end : following.start]
        word = _FIRST_WORD().match(text, following.start)
        if between.count("\n") != 1 or word is None or _LIST_MARK().match(text, following.start):
            continue
        if line.end - line.start + 1 + len(word[1]) > width:
            breaks.append(line.end + between.index("\n"))
    return breaks if len(breaks) > 1 else []


def copy_prose(builder: TextBuilder, start: int, end: int) -> None:
    """Add `base.text[start:end]`; line ends that only break lines to a width become spaces."""
    for at in soft_breaks(builder.base.text, start, end):
        builder.copy(start, at)
        builder.put(" ", at, at + 1)
        start = at + 1
    builder.copy(start, end)


def headline(text: str, start: int = 0, end: int | None = None) -> Line | None:
    """The first line of `text[start:end]` if it is a headline: short, no stop at its end, a blank line after it, then text."""
    stop = len(text) if end is None else end
    match = _LINE.search(text, start, stop)
    while match is not None and match[0].isspace():
        match = _LINE.search(text, match.end(), stop)
    if match is None:
        return None
    line = match[0].strip()
    left = match.start() + match[0].index(line)
    after = text[match.end() : match.end() + 8]
    blank = re.match(r"\n[ \t\r]{0,4}\n", after) is not None
    words = line.count(" ") + 1
    if not blank or len(line) > _HEADLINE_LENGTH or not 2 <= words <= 25 or not text[match.end() : stop].strip():
        return None
    if _SENTENCE_END().search(line) or _BYLINE().match(line) or not line[0].isprintable():
        return None
    return Line(left, left + len(line))
