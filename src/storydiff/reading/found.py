"""What passes between `read` and the readers of single formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from storydiff.errors import ReadError
from storydiff.model import Block, Report
from storydiff.reading.dates import Published, parse_date
from storydiff.reading.decode import decode
from storydiff.reading.runs import Mapped, TextBuilder

MAX_BYTES = 10_000_000
"""Largest file that is read unless told otherwise."""


RAISE_LIMIT = "raise the limit with --max-size"
"""The hint for what is too large."""


def in_bytes(size: int) -> str:
    """`size` in bytes, kB or MB."""
    if size < 1_000:
        return f"{size} bytes"
    return f"{size / 1e3:,.0f} kB" if size < 1_000_000 else f"{size / 1e6:,.1f} MB"


class NoReport(ReadError):
    """A file that is something else than a report; in a folder it is passed over."""


class Trouble(NamedTuple):
    """A report inside a file that can't be read, while others of it can. `line` counts from 1, 0 if unknown."""

    message: str
    line: int = 0
    hint: str = ""


class EventName(NamedTuple):
    """The name of the event, given by a file that holds several reports."""

    name: str


@dataclass(frozen=True, slots=True)
class File:
    """A file to read. `charset` is what its server declared; `url` where it came from; `max_bytes` bounds what is unpacked."""

    path: str
    raw: bytes
    charset: str = ""
    url: str = ""
    max_bytes: int = MAX_BYTES

    def text(self) -> str:
        """All of it as text. Raises ReadError."""
        return decode(self.raw, self.charset)


Found = Iterator[Report | Trouble | EventName]
Reader = Callable[[File], Found]


@dataclass(slots=True)
class Metadata:
    """What is known about a report besides its text; "" for what isn't.

    `title_at` is the title where it stands in the source apart from the text, None if it doesn't.
    """

    outlet: str = ""
    title: str = ""
    published: Published | None = None
    url: str = ""
    author: str = ""
    identifier: str = ""
    title_at: Mapped | None = None

    def set(self, name: str, value: str) -> None:
        """Set the field `name` from text, unless it is set; a date that can't be read is left out."""
        value = one_line(value)
        if not value or getattr(self, name):
            return
        setattr(self, name, parse_date(value) if name == "published" else value)


def one_line(text: str) -> str:
    """`text` without line breaks and double blanks, for titles and names."""
    return " ".join(text.split())


def begin(source: Mapped, metadata: Metadata, body: str) -> TextBuilder:
    """A builder that starts with the title as a paragraph of its own, if it stands in the source and not atop `body`."""
    builder = TextBuilder(source)
    if metadata.title_at is not None and not opens_with(body, metadata.title):
        builder.use(metadata.title_at)
        builder.copy(0, len(metadata.title_at.text))
        builder.mark(0, "title")
        builder.use(source)
        builder.part()
    return builder


def opens_with(body: str, title: str) -> bool:
    """Whether the first line of `body` is `title`, markup and case aside."""
    first = body.lstrip().partition("\n")[0]
    return bool(title) and one_line(first.strip("#*_= ")).casefold() == one_line(title).casefold()


def finish(builder: TextBuilder, metadata: Metadata) -> Report:
    """The report, without what `read` adds (path, checksum). Raises ReadError if it has no text besides its title."""
    text, runs, blocks = builder.build()
    if opens_with(text, metadata.title) and not any(block.kind == "title" for block in blocks):
        blocks = (Block(0, len(text.partition("\n")[0]), "title"), *blocks)
    told = len(text) - sum(block.end - block.start for block in blocks if block.kind == "title")
    if told < 2:
        raise ReadError("has no text", "give the report's text, not only its title" if text else "")
    published = metadata.published
    return Report(
        text=text,
        source=builder.base.source,
        outlet=metadata.outlet,
        title=metadata.title,
        published=published.moment if published else None,
        published_grain=published.grain if published else "second",
        url=metadata.url,
        author=metadata.author,
        identifier=metadata.identifier,
        runs=runs,
        blocks=blocks,
    )
