"""Sentences, with exact offsets: lines first, then sentences within a line, each line's kind with them.

Sentences never overlap and miss nothing but white space. A sentence inside a quotation is a sentence of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from storydiff.analysis.line_kinds import aside_kind, dateline_end, line_kind
from storydiff.analysis.sentence_ends import CANDIDATE, Place, ends_here
from storydiff.model import Block, Report, Sentence

_ENDS_LINE = r"[\n\r\u2028\u2029\x0b\x0c\x85]"
_BREAK = re.compile(rf"{_ENDS_LINE}{_ENDS_LINE}*+")  # the engine leaps to a single sign, not to a repeated one
_BULLET = re.compile(r"[•‣▪◦⁃·](?<=\s.)(?=[\s\d])")
_IMAGE = re.compile(r"\s(?=(?:Image|Photo|Picture|Video)(?: credit)?: [A-Z])")
_FIRST_ITEM = re.compile(r"\s*(?:(1)|(a))([.)]{1,2})\s")
_LONGEST = 2000  # code points; what goes on for longer is text without marks, and is cut at blanks
_WRAP_WIDTHS = range(45, 101)

_Stretch = tuple[int, int]


def split_sentences(report: Report) -> tuple[Sentence, ...]:
    """The sentences of `report`, in order, numbered from 1."""
    text = report.text
    found: list[Sentence] = []
    starts = [block.start for block in report.blocks]
    for paragraph, (start, stop) in enumerate(_lines(report), 1):
        kind = _known_kind(report.blocks, starts, start) or line_kind(report, start, stop, paragraph)
        for (left, right), sentence_kind in _with_kinds(text, start, stop, kind):
            found.append(
                Sentence(report.sigil, left, right, text[left:right], len(found) + 1, paragraph, sentence_kind)
            )
    return tuple(found)


def _known_kind(blocks: tuple[Block, ...], starts: list[int], offset: int) -> str:
    index = bisect_right(starts, offset) - 1
    return blocks[index].kind if index >= 0 and offset < blocks[index].end else ""


def _with_kinds(text: str, start: int, stop: int, kind: str) -> Iterator[tuple[_Stretch, str]]:
    """The sentences of a line with their kinds, its dateline first."""
    if kind == "sentence" and (end := dateline_end(text, start, stop)):
        yield (start, end), "dateline"
        start, _ = _trimmed(text, end, stop)
    for span in _sentences(text, start, stop):
        yield span, aside_kind(text, *span) if kind == "sentence" and text[span[0]] == "(" else kind


# --- lines -----------------------------------------------------------------------------------------------------------


def _lines(report: Report) -> Iterator[_Stretch]:
    """Stretches of text that no sentence crosses, without the white space around them."""
    text = report.text
    cuts = {0, len(text)}
    for block in report.blocks:
        cuts.update((block.start, block.end))
    begin = 0
    lines: list[_Stretch] = []  # of one block of lines, between two empty ones
    for match in _BREAK.finditer(text):
        lines.append((begin, match.start()))
        if match.end() - match.start() > 1 and text[match.start() : match.end()] != "\r\n":
            yield from _cut(text, _unwrapped(text, lines), cuts)
            lines = []
        begin = match.end()
    lines.append((begin, len(text)))
    yield from _cut(text, _unwrapped(text, lines), cuts)


def _cut(text: str, lines: list[_Stretch], cuts: set[int]) -> Iterator[_Stretch]:
    if len(cuts) <= 2:  # no blocks
        trimmed = (_trimmed(text, *line) for line in lines)
        yield from ((start, stop) for start, stop in trimmed if start < stop)
        return
    inner = sorted(cuts)
    for start, stop in lines:
        first, last = bisect_right(inner, start), bisect_right(inner, stop - 1)
        edges = [start, *inner[first:last], stop]
        for left, right in pairwise(edges):
            first_sign, end = _trimmed(text, left, right)
            if first_sign < end:
                yield first_sign, end


def _unwrapped(text: str, lines: list[_Stretch]) -> list[_Stretch]:
    """`lines` joined into one where they were broken only to fit a width, as in plain-text wires and e-mail."""
    if len(lines) < 2:
        return lines
    widths = [end - start for start, end in lines]
    width = max(widths)
    if width not in _WRAP_WIDTHS:
        return lines
    mid_sentence = False
    for (_, end), (start, stop), length in zip(lines, lines[1:], widths, strict=False):
        word = text[start:stop].split(None, 1)
        if not word or length + 1 + len(word[0]) <= width:
            return lines
        mid_sentence = mid_sentence or word[0][0].islower() or text[end - 1 : end] not in '.!?"”:'
    return [(lines[0][0], lines[-1][1])] if mid_sentence else lines


def _trimmed(text: str, start: int, stop: int) -> _Stretch:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return start, stop


# --- sentences within a line -----------------------------------------------------------------------------------------


def _sentences(text: str, start: int, stop: int) -> Iterator[_Stretch]:
    items = _item_starts(text, start, stop)
    edges = [start, *items, stop]
    for left, right in pairwise(edges):
        begin, end = _trimmed(text, left, right)
        if begin >= end:
            continue
        for place in _ends(text, begin, end):
            yield from _bounded(text, begin, place.end)
            begin = place.next_start
        yield from _bounded(text, begin, end)


def _bounded(text: str, start: int, end: int) -> Iterator[_Stretch]:
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        piece = _trimmed(text, start, cut if cut > 0 else start + _LONGEST)
        yield piece
        start, _ = _trimmed(text, piece[1], end)
    yield start, end


def _ends(text: str, start: int, stop: int) -> Iterator[Place]:
    counted = start
    quote_is_open = False
    careless = text[start].islower() or text.find(" i ", start, stop) >= 0 or text.startswith("i ", start)
    for run in CANDIDATE.finditer(text, start, stop):
        if text.count('"', counted, run.start()) % 2:
            quote_is_open = not quote_is_open
        counted = run.start()
        place = ends_here(text, run, start, stop, quote_is_open, careless)
        if place and start < place.end and place.next_start < stop:
            yield place
            start = place.next_start


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
