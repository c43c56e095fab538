"""Text built piece by piece, with the place in the source of each piece."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from storydiff.errors import ReadError
from storydiff.model import Block, Run, Span

MOST_RUNS = 200_000
"""More pieces than any report is made of: what has more is no text, and would need hundreds of megabytes."""

# What a reader never sees: control characters, soft hyphens, zero-width and bidirectional marks, the CR of a CRLF.
# Joiners (U+200C, U+200D) stay: they shape letters and emoji.
_UNSEEN = re.compile(
    "\r(?=\n)|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]++"
)
# Same length, so that positions stay: other blanks become a space, other line ends a line feed.
_SAME_LENGTH = str.maketrans(
    dict.fromkeys("\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " ")
    | dict.fromkeys("\r\x0b\x0c\x85\u2028\u2029", "\n")
    | dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd")
)
_TO_TRANSLATE = re.compile("[\r\x0b\x0c\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Mapped:
    """A text and where it stands in `source`; `runs` as in `Report`."""

    source: str
    text: str
    runs: tuple[Run, ...]

    @classmethod
    def whole(cls, source: str) -> Mapped:
        """All of `source` as it is."""
        return cls(source, source, (Run(0, len(source), 0, len(source)),))

    def pieces(self, start: int, end: int) -> list[tuple[int, int, Run | None]]:
        """`text[start:end]` cut where runs begin and end; None for what stands in no run."""
        if len(self.runs) == 1 and self.runs[0].start <= start and end <= self.runs[0].end:
            return [(start, end, self.runs[0])] if start < end else []
        found: list[tuple[int, int, Run | None]] = []
        index = max(0, bisect_right(self.runs, start, key=_start) - 1)
        while start < end:
            while index < len(self.runs) and self.runs[index].end <= start:
                index += 1
            run = self.runs[index] if index < len(self.runs) else None
            if run is None or run.start > start:
                stop = end if run is None else min(end, run.start)
                found.append((start, stop, None))
            else:
                stop = min(end, run.end)
                found.append((start, stop, run))
            start = stop
        return found

    def slice(self, start: int, end: int) -> Mapped:
        """`text[start:end]` alone."""
        runs = (_cut(run or Run(0, 0, 0, 0), start, end) for _, _, run in self.pieces(start, end))
        return Mapped(self.source, self.text[start:end], tuple(run for run in runs if run is not None))

    def to_source(self, start: int, end: int) -> Span:
        """The place of `text[start:end]` in `source`; an empty one stays empty."""
        index = bisect_right(self.runs, start, key=_start) - 1
        if index < 0:
            first = self.runs[0].source_start if self.runs else 0
            return Span(first, first if end <= start else self.to_source(end - 1, end).end)
        run = self.runs[index]
        left = run.source_end if start >= run.end else run.source_start + (start - run.start if _verbatim(run) else 0)
        if end <= start:
            return Span(left, left)
        run = self.runs[bisect_left(self.runs, end, key=_start) - 1]
        right = run.source_start + end - run.start if _verbatim(run) and end < run.end else run.source_end
        return Span(left, max(left, right))


class TextBuilder:
    """Builds a report's text out of stretches of `base`, and keeps where each came from.

    Unseen characters are left out, other blanks and line ends become a space and a line feed.
    """

    def __init__(self, base: Mapped) -> None:
        self.base = base
        self.length = 0
        self._parted = 0  # length when the last paragraph began
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self._blocks: list[Block] = []

    def copy(self, start: int, end: int) -> None:
        """Add `base.text[start:end]` as it stands."""
        for piece_start, piece_end, run in self.base.pieces(start, end):
            piece = self.base.text[piece_start:piece_end]
            if run is None:
                self.add(piece)
            elif _verbatim(run):
                self._copy(piece, run.source_start + piece_start - run.start)
            else:
                self._put(piece, run.source_start, run.source_end)

    def put(self, text: str, start: int, end: int) -> None:
        """Add `text`, which is what `base.text[start:end]` means."""
        place = self.base.to_source(start, end)
        self._put(text, place.start, place.end)

    def add(self, text: str) -> None:
        """Add `text` that stands nowhere in the source."""
        self._pieces.append(text)
        self.length += len(text)

    def part(self, gap: str = "\n\n") -> None:
        """Begin a new paragraph, unless one has just begun."""
        if self.length > self._parted:
            self.add(gap)
            self._parted = self.length

    def mark(self, start: int, kind: str) -> None:
        """All from `start` on is a block of `kind`."""
        if start < self.length:
            self._blocks.append(Block(start, self.length, kind))

    def use(self, base: Mapped) -> None:
        """Go on with stretches of `base`, another view of the same source, further on in it or not."""
        self.base = base

    def text_from(self, start: int) -> str:
        """What has been added from `start` on."""
        pieces: list[str] = []
        length = self.length
        for piece in reversed(self._pieces):
            if length <= start:
                break
            length -= len(piece)
            pieces.append(piece)
        text = "".join(reversed(pieces))
        return text[max(0, start - length) :]

    def build(self) -> tuple[str, tuple[Run, ...], tuple[Block, ...]]:
        """Text, runs and blocks; blank space at both ends is cut off."""
        text = "".join(self._pieces)
        lead = len(text) - len(text.lstrip())
        stop = len(text.rstrip())
        text = text[lead:stop]
        runs = tuple(cut for run in self._runs if (cut := _cut(run, lead, stop)) is not None)
        blocks = tuple(
            Block(max(block.start, lead) - lead, min(block.end, stop) - lead, block.kind)
            for block in sorted(self._blocks)
            if max(block.start, lead) < min(block.end, stop)
        )
        return text, runs, blocks

    def _copy(self, piece: str, at: int) -> None:
        last = 0
        for unseen in _UNSEEN.finditer(piece):
            self._put(piece[last : unseen.start()], at + last, at + unseen.start())
            last = unseen.end()
        self._put(piece[last:] if last else piece, at + last, at + len(piece))

    def _put(self, text: str, start: int, end: int) -> None:
        """`text` stands for `source[start:end]`."""
        if not text:
            return
        if _TO_TRANSLATE.search(text):
            text = text.translate(_SAME_LENGTH)
        run = Run(self.length, self.length + len(text), start, end)
        if self._runs:
            before = self._runs[-1]
            joined = before.end == run.start and before.source_end == run.source_start
            if joined and _verbatim(before) and _verbatim(run):
                self._runs.pop()
                run = Run(before.start, run.end, before.source_start, run.source_end)
        self._runs.append(run)
        refuse_many(self._runs)
        self._pieces.append(text)
        self.length += len(text)


def refuse_many(runs: list[Run]) -> None:
    """Raises ReadError if there are more `runs` than a report has."""
    if len(runs) > MOST_RUNS:
        raise ReadError("has more markup or unseen characters than a report", "give the text alone")


def _verbatim(run: Run) -> bool:
    return run.end - run.start == run.source_end - run.source_start


def _start(run: Run) -> int:
    return run.start


def _cut(run: Run, lead: int, stop: int) -> Run | None:
    """`run` without what lies before `lead` and from `stop` on, counted from `lead`."""
    start, end = max(run.start, lead), min(run.end, stop)
    if start >= end:
        return None
    if _verbatim(run):
        return Run(start - lead, end - lead, run.source_start + start - run.start, run.source_end - (run.end - end))
    return Run(start - lead, end - lead, run.source_start, run.source_end)
