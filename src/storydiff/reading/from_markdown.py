"""Markdown: front matter, headings, quotes, lists; the visible words of each paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from storydiff.model import Report
from storydiff.patterns import late
from storydiff.reading.found import File, Found, Metadata, begin, finish, one_line
from storydiff.reading.front_matter import read_front_matter
from storydiff.reading.markdown_inline import Cut, copy_inline
from storydiff.reading.prose import headline, refuse_endless, soft_breaks
from storydiff.reading.runs import Mapped, TextBuilder

_LINE = re.compile(r"[^\n]*+(?:\n|\Z)")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]{1,20}(.{1,500}?)[ \t]{0,20}(?:#{1,6}[ \t]{0,20})?\r?\n?\Z")
_UNDERLINE = re.compile(r" {0,3}(={2,200}|-{2,200})[ \t]{0,20}\r?\n?\Z")
_UNDERLINED = late(r"[^\n]{1,150}[^\s.,;]\s{0,3}\Z")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]{0,3}){3,100}|(?:\*[ \t]{0,3}){3,100}|(?:_[ \t]{0,3}){3,100})\r?\n?\Z")
_FENCE = re.compile(r" {0,3}(?:`{3,20}|~{3,20})[^`\n]{0,100}\n?\Z")
_QUOTED = re.compile(r" {0,3}(?:> ?){1,10}")
_DEFINITION = re.compile(r"^ {0,3}\[([^\[\]\n]{1,100})\]:[ \t]{0,20}\S{1,2000}[^\n]{0,300}$", re.MULTILINE)


def read_markdown(file: File) -> Found:
    """The report in a Markdown file."""
    source = Mapped.whole(file.text())
    metadata, start = read_front_matter(source)
    metadata.url = metadata.url or file.url
    yield markdown_report(source, start, metadata)


def markdown_report(source: Mapped, start: int, metadata: Metadata) -> Report:
    """The report in `source.text[start:]`. Raises ReadError."""
    refuse_endless(source.text)
    builder = begin(source, metadata, source.text[start:].lstrip()[:400])
    _Body(builder, start, metadata).copy()
    return finish(builder, metadata)


def _comments(text: str, start: int) -> Iterator[Cut]:
    """The HTML comments of `text` from `start` on."""
    while (opening := text.find("<!--", start)) >= 0 and (closing := text.find("-->", opening + 4)) >= 0:
        start = closing + 3
        yield Cut(opening, start)


class _Body:
    """Copies the text after the front matter, paragraph by paragraph."""

    def __init__(self, builder: TextBuilder, start: int, metadata: Metadata) -> None:
        text = builder.base.text
        self.builder = builder
        self.metadata = metadata
        self.start = start
        self.references = frozenset(match[1].strip().lower() for match in _DEFINITION.finditer(text, start))
        definitions = [Cut(*match.span()) for match in _DEFINITION.finditer(text, start)]
        self.hidden = sorted([*_comments(text, start), *definitions])
        self.soft = frozenset(soft_breaks(text, start))
        top = None if metadata.title or start else headline(text, start)
        self.headline = top.start if top else -1

    def copy(self) -> None:
        text = self.builder.base.text
        lines = [match for match in _LINE.finditer(text, self.start) if match[0]]
        paragraph: list[tuple[int, int]] = []
        for number, line in enumerate(lines):
            following = lines[number + 1][0] if number + 1 < len(lines) else ""
            if heading := _HEADING.match(line[0]):
                self._paragraph(paragraph)
                self._heading(line.start() + heading.start(2), line.start() + heading.end(2), len(heading[1]))
            elif not paragraph and _UNDERLINE.match(following) and _UNDERLINED().match(line[0]):
                self._heading(line.start(), line.start() + len(line[0].rstrip()), 1 if "=" in following else 2)
            elif line[0].isspace() or _UNDERLINE.match(line[0]) or _RULE.match(line[0]) or _FENCE.match(line[0]):
                self._paragraph(paragraph)
            else:
                quoted = _QUOTED.match(line[0])
                paragraph.append((line.start() + (quoted.end() if quoted else 0), line.end()))
        self._paragraph(paragraph)

    def _heading(self, start: int, end: int, level: int) -> None:
        self.builder.part()
        at = self.builder.length
        copy_inline(self.builder, start, end, self.references, self._hidden_in(start, end))
        words = one_line(self.builder.text_from(at))
        is_title = level == 1 if not self.metadata.title else at == 0 and words == self.metadata.title
        self.builder.mark(at, "title" if is_title else "heading")
        if is_title:
            self.metadata.title = words

    def _paragraph(self, lines: list[tuple[int, int]]) -> None:
        """Add `lines` as a paragraph, and empty the list."""
        if not lines:
            return
        text = self.builder.base.text
        start, end = lines[0][0], lines[-1][1]
        cuts = self._hidden_in(start, end)
        for (left, right), following in pairwise(lines):
            stop = left + len(text[left:right].rstrip())
            if text[stop - 1] == "\\":
                stop -= 1  # a backslash at the end of a line breaks it
            if right - 1 in self.soft:
                cuts.append(Cut(stop, following[0], " "))
            elif text[stop : following[0]] != "\n":
                cuts.append(Cut(stop, following[0], "\n"))
        self.builder.part()
        at = self.builder.length
        copy_inline(self.builder, start, start + len(text[start:end].rstrip()), self.references, cuts)
        if start <= self.headline < end:
            self.builder.mark(at, "title")
            self.metadata.title = one_line(self.builder.text_from(at))
        lines.clear()

    def _hidden_in(self, start: int, end: int) -> list[Cut]:
        """The parts of `hidden` that lie in `text[start:end]`."""
        first = max(0, bisect_left(self.hidden, Cut(start, start)) - 1)
        found = []
        for number in range(first, len(self.hidden)):
            cut = self.hidden[number]
            if cut.start >= end:
                break
            if cut.end > start:
                found.append(Cut(max(start, cut.start), min(end, cut.end)))
        return found
