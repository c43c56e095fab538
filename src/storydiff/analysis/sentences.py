"""Sentences, with exact offsets: lines first, then sentences within a line, each line's kind with them.

Sentences never overlap and miss nothing but white space. A sentence inside a quotation is a sentence of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from storydiff.analysis.line_kinds import aside_kind, dateline_end, line_kind
from storydiff.analysis.sentence_ends import RUN, ends_as_word, ends_here, stops_of
from storydiff.model import Block, Report, Sentence

_RARE_BREAKS = "\r\u2028\u2029\x0b\x0c\x85"
_ENDS_LINE = rf"[\n{_RARE_BREAKS}]"
_BREAK = re.compile(rf"{_ENDS_LINE}{_ENDS_LINE}*+")  # the engine leaps to a single sign, not to a repeated one
_PLAIN_BREAK = re.compile(r"\n\n*+")  # the same where no other sign ends a line, four times as fast
_BULLETS = "•‣▪◦⁃·"
_BULLET = re.compile(rf"[{_BULLETS}](?<=\s.)(?=[\s\d])")
_IMAGE = re.compile(r"\s(?=(?:Image|Photo|Picture|Video)(?: credit)?: [A-Z])")
# The colon in the pattern above, to which the engine leaps: few texts have one, and are searched for the rest line by line.
_COLON_OF_IMAGE = re.compile(r":(?:(?<=Image:)|(?<=Photo:)|(?<=Picture:)|(?<=Video:)|(?<=credit:))")
_FIRST_ITEM = re.compile(r"(?:(1)|(a))([.)]{1,2})\s")
_LONGEST = 2000  # code points; what goes on for longer is text without marks, and is cut at blanks
_WRAP_WIDTHS = range(45, 101)

_Stretch = tuple[int, int]


def split_sentences(report: Report) -> tuple[Sentence, ...]:
    """The sentences of `report`, in order, numbered from 1."""
    text, sigil = report.text, report.sigil
    return tuple(
        [
            Sentence(sigil, start, end, text[start:end], number, paragraph, kind)
            for number, (start, end, paragraph, kind) in enumerate(_places(report), 1)
        ]
    )


def _places(report: Report) -> list[tuple[int, int, int, str]]:
    """Of each sentence: from, to, paragraph, kind."""
    text, blocks = report.text, report.blocks
    starts = [block.start for block in blocks]
    has_items = any(sign in text for sign in _BULLETS) or _COLON_OF_IMAGE.search(text) is not None
    stops = stops_of(text)
    found = []
    for paragraph, (start, stop) in enumerate(_lines(report), 1):
        kind = _known_kind(blocks, starts, start) or line_kind(report, start, stop, paragraph)
        if kind == "sentence" and (end := dateline_end(text, start, stop)):
            found.append((start, end, paragraph, "dateline"))
            start, _ = _trimmed(text, end, stop)
        for left, right in _sentences(text, start, stop, stops, has_items):
            is_aside = kind == "sentence" and text[left] == "("
            found.append((left, right, paragraph, aside_kind(text, left, right) if is_aside else kind))
    return found


def _known_kind(blocks: tuple[Block, ...], starts: list[int], offset: int) -> str:
    index = bisect_right(starts, offset) - 1
    return blocks[index].kind if index >= 0 and offset < blocks[index].end else ""


# --- lines -----------------------------------------------------------------------------------------------------------


def _lines(report: Report) -> Iterator[_Stretch]:
    """Stretches of text that no sentence crosses, without the white space around them."""
    text = report.text
    pattern = _BREAK if any(sign in text for sign in _RARE_BREAKS) else _PLAIN_BREAK
    found: list[_Stretch] = []
    begin = first = 0  # `first`: of the lines since the last empty one, in `found`
    for match in pattern.finditer(text):
        end, next_begin = match.span()
        found.append((begin, end))
        begin = next_begin
        if next_begin - end > 1 and match[0] != "\r\n":
            _unwrap(text, found, first)
            first = len(found)
    found.append((begin, len(text)))
    _unwrap(text, found, first)
    return _cut(text, found, {edge for block in report.blocks for edge in (block.start, block.end)})


def _cut(text: str, lines: Iterable[_Stretch], edges: Iterable[int]) -> Iterator[_Stretch]:
    """`lines` parted at `edges` as well, trimmed, without empty ones."""
    following = iter([*sorted(edges), len(text) + 1])
    edge = next(following)
    for start, stop in lines:
        while edge <= start:
            edge = next(following)
        while edge < stop:
            left, right = _trimmed(text, start, edge)
            if left < right:
                yield left, right
            start = edge
            edge = next(following)
        left, right = _trimmed(text, start, stop)
        if left < right:
            yield left, right


def _unwrap(text: str, lines: list[_Stretch], first: int) -> None:
    """Join `lines[first:]` into one where they were broken only to fit a width, as in plain-text wires and e-mail."""
    if len(lines) - first < 2:
        return
    wrapped = lines[first:]
    widths = [end - start for start, end in wrapped]
    width = max(widths)
    if width not in _WRAP_WIDTHS:
        return
    mid_sentence = False
    for (_, end), (start, stop), length in zip(wrapped, wrapped[1:], widths, strict=False):
        word = text[start:stop].split(None, 1)
        if not word or length + 1 + len(word[0]) <= width:
            return
        mid_sentence = mid_sentence or word[0][0].islower() or text[end - 1 : end] not in '.!?"”:'
    if mid_sentence:
        lines[first:] = [(wrapped[0][0], wrapped[-1][1])]


def _trimmed(text: str, start: int, stop: int) -> _Stretch:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return start, stop


# --- sentences within a line -----------------------------------------------------------------------------------------


def _sentences(text: str, start: int, stop: int, stops: list[int], has_items: bool) -> list[_Stretch]:
    """The sentences of a trimmed line. `stops`: all of the text; `has_items`: whether it has signs of items without a number."""
    if not has_items and text[start] not in "1a":
        return _between_ends(text, start, stop, stops)
    found = []
    for left, right in pairwise([start, *_item_starts(text, start, stop), stop]):
        begin, end = _trimmed(text, left, right)
        if begin < end:
            found += _between_ends(text, begin, end, stops)
    return found


def _between_ends(text: str, start: int, stop: int, stops: list[int]) -> list[_Stretch]:
    """The sentences of a trimmed stretch that has no items of a list."""
    found = []
    begin = reached = start
    last = stop - 1
    for at in stops[bisect_left(stops, start) : bisect_left(stops, last)]:
        if at < reached:
            continue
        if text[at : at + 2] == ". " and text[at + 2].isupper() and ends_as_word(text, at, begin):
            found.append((begin, at + 1))  # most ends are as plain as this
            begin = at + 2
        elif run := RUN.match(text, at, stop):
            reached = run.end()
            if reached == stop:
                break
            place = ends_here(text, run, begin, (start, stop))
            if place and begin < place[0] and place[1] < stop:
                found.append((begin, place[0]))
                begin = place[1]
    found.append((begin, stop))
    return found if stop - start <= _LONGEST else [piece for stretch in found for piece in _bounded(text, *stretch)]


def _bounded(text: str, start: int, end: int) -> Iterator[_Stretch]:
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        piece = _trimmed(text, start, cut if cut > 0 else start + _LONGEST)
        yield piece
        start, _ = _trimmed(text, piece[1], end)
    yield start, end


def _item_starts(text: str, start: int, stop: int) -> list[int]:
    """Where further items of a list begin that stands in one line: `1. … 2. …`, `• … • …`; or the source of a picture."""
    found = [match.start() for match in _BULLET.finditer(text, start + 1, stop)]
    if text.find(": ", start, stop) >= 0:
        found.extend(match.end() for match in _IMAGE.finditer(text, start, stop))
    first = _FIRST_ITEM.match(text, start, stop)
    if not first:
        return sorted(found)
    at = first.end()
    for step in range(1, 26):
        label = str(step + 1) if first[1] else chr(ord("a") + step)
        next_at = text.find(f" {label}{first[3]} ", at, stop)
        if next_at < 0:
            break
        found.append(next_at + 1)
        at = next_at + len(label) + 2
    return sorted(found)
