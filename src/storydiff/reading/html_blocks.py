"""HTML → the lines a reader sees, each with its pieces in the page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

from storydiff.errors import ReadError
from storydiff.reading.html_tokens import Token, tokens
from storydiff.reading.runs import MOST_RUNS, TextBuilder

# Elements that begin a new line. HTML, and what NITF and NewsML add to it.
_BLOCK_TAGS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section summary table tbody td tfoot "
    "th thead tr ul hedline hl1 hl2 hl3 byline bytag distributor dateline abstract block body.head body.content body.end "
    "copyrite media media-caption note para headline subheadline".split()
)
_HIDDEN = frozenset(("noscript", "template", "svg", "math", "select", "object", "audio", "video", "canvas", "button"))
_CHROME = frozenset(("nav", "footer", "aside", "menu", "dialog"))
_CONTEXT = _HIDDEN | _CHROME | {"article", "main", "figcaption", "media-caption", "header", "head"}
# Blanks that are not one plain space, and entities: what does not stand in the text as it stands in the page.
# "]]>" ends a CDATA section.
_UNLIKE = re.compile(
    r"&(?:#\d{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};?)"
    r"|\]\]>|[\t\n\r\f\v\x1c-\x1f\x85\xa0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]\s*+| \s++"
)


_MOST_LINES = 50_000


class Piece(NamedTuple):
    """A stretch of the page that stands for `text`; None if it stands for itself."""

    start: int
    end: int
    text: str | None = None


@dataclass(slots=True)
class HtmlBlock:
    """A line: a paragraph, or a part of one that `<br>` ends. `context` has the elements it is in, of those that matter.

    `glued`: a single `<br>` parts it from the line before.
    """

    tag: str
    context: frozenset[str]
    glued: bool = False
    pieces: list[Piece] = field(default_factory=list)
    text: str = ""

    def copy_to(self, builder: TextBuilder) -> None:
        """Add the line to `builder`, whose base is the page."""
        for piece in self.pieces:
            if piece.text is None:
                builder.copy(piece.start, piece.end)
            else:
                builder.put(piece.text, piece.start, piece.end)


class BlockReader:
    """Takes the tokens of a page and makes the lines of it."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.blocks: list[HtmlBlock] = []
        self.depth = self.deepest = 0
        self._open: Counter[str] = Counter()
        self._hidden = 0
        self._breaks = 0
        self._tag = ""
        self._block = HtmlBlock("", frozenset())
        self._pieces = 0
        self._spaced = True  # nothing, or a blank, is before what comes next

    def take(self, token: Token) -> None:
        """The next token."""
        if token.kind == "text":
            if not self._hidden:
                self._text(token.start, token.end)
        elif token.kind != "raw":
            self._markup(token)

    def finish(self) -> list[HtmlBlock]:
        """The lines, without empty ones."""
        self._end_line()
        return self.blocks

    def _markup(self, token: Token) -> None:
        name, opens = token.name, token.kind == "start"
        self.depth = max(0, self.depth + (1 if opens else -1))
        self.deepest = max(self.deepest, self.depth)
        if name == "br":
            self._breaks += 1
            self._end_line()
            return
        if name in _BLOCK_TAGS:
            self._end_line()
            self._breaks = 2
            self._tag = name if opens else ""
        if name == "body":
            self._open["head"] = 0  # `<head>` needs no end tag
        if name in _CONTEXT:
            self._open[name] = max(0, self._open[name] + (1 if opens else -1))
            self._hidden = sum(self._open[hidden] for hidden in _HIDDEN)
            self._end_line()
        self._block.tag = self._tag or self._block.tag

    def _end_line(self) -> None:
        block = self._block
        if not block.pieces:
            block.tag = self._tag
            return
        while block.pieces and block.pieces[-1].text is not None and not block.pieces[-1].text.strip():
            block.pieces.pop()
        block.text = "".join(self.page[p.start : p.end] if p.text is None else p.text for p in block.pieces).strip()
        if block.text:
            self.blocks.append(block)
            if len(self.blocks) > _MOST_LINES:
                raise ReadError(f"has more than {_MOST_LINES:,} lines", "save the page of one report")
        self._block = HtmlBlock(self._tag, frozenset())
        self._spaced = True

    def _text(self, start: int, end: int) -> None:
        last = start
        for match in _UNLIKE.finditer(self.page, start, end):
            self._add(last, match.start(), None)
            meaning = "" if match[0] == "]]>" else unescape(match[0])
            self._add(match.start(), match.end(), " " if meaning.isspace() else meaning)
            last = match.end()
        self._add(last, end, None)

    def _add(self, start: int, end: int, text: str | None) -> None:
        seen = self.page[start:end] if text is None else text
        if not seen:
            return
        if self._spaced and seen[0] == " ":  # only one blank in a row is seen
            start, seen = start + 1 if text is None else end, seen[1:]
            if not seen:
                return
        if not self._block.pieces:
            self._block.glued = self._breaks == 1 and bool(self.blocks)
            self._block.context = frozenset(name for name, count in self._open.items() if count)
            self._breaks = 0
        self._block.pieces.append(Piece(start, end, text))
        self._pieces += 1
        if self._pieces > MOST_RUNS:
            raise ReadError("has more markup than a report", "save the page of one report")
        self._spaced = seen[-1] == " "


def read_blocks(page: str) -> list[HtmlBlock]:
    """The lines of a piece of HTML."""
    reader = BlockReader(page)
    for token in tokens(page):
        reader.take(token)
    return reader.finish()


_MARKUP = re.compile(
    r"<(?:/?(?:p|div|br|h[1-6]|em|strong|b|i|a|span|ul|ol|li|blockquote|figure|section)\b[^<>]{0,2000}>|!--)",
    re.IGNORECASE,
)


def has_markup(text: str) -> bool:
    """Whether `text` is a piece of HTML."""
    return _MARKUP.search(text) is not None


def copy_markup(builder: TextBuilder) -> None:
    """Add all lines of the piece of HTML that is the base of `builder`."""
    for block in read_blocks(builder.base.text):
        add_block(builder, block)


def add_block(builder: TextBuilder, block: HtmlBlock, kind: str = "") -> None:
    """Add `block` as a line or a paragraph, marked as `kind` or as what its element says."""
    builder.part("\n" if block.glued else "\n\n")
    at = builder.length
    block.copy_to(builder)
    kind = kind or kind_of(block)
    if kind:
        builder.mark(at, kind)


def kind_of(block: HtmlBlock) -> str:
    """The kind of block that the element of `block` makes it, "" for text."""
    if block.tag in ("h1", "h2", "h3", "h4", "h5", "h6", "hl2", "subheadline"):
        return "heading"
    if block.context & {"figcaption", "media-caption"} or block.tag in ("figcaption", "media-caption", "caption"):
        return "caption"
    if block.tag in ("byline", "bytag"):
        return "byline"
    return "credit" if block.tag in ("distributor", "copyrite") else ""
