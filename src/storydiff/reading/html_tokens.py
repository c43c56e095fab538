"""HTML → tags and text with exact offsets, in one pass that is linear whatever the page.

Made for pages as they are found: quotes that do not close, tags in no order, files cut short. It knows nothing of nesting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from storydiff.model import Run
from storydiff.reading.runs import Mapped, refuse_many

_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[A-Za-z][^\s/>\x00]{0,60})(?P<attributes>(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>",
)
_OPENING = re.compile(r"<[A-Za-z/!?]")
_SIMPLE_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][^\s/>\x00]{0,60})(?P<attributes>[^>]*+)>")
_ATTRIBUTE = re.compile(r"([^\s=>\"'/]{1,100}+)(?:\s{0,20}=\s{0,20}(\"[^\"]*+\"|'[^']*+'|[^\s>\"']++))?")
_ENTITY = re.compile(r"&(?:#\d{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
# After this many tags whose quotes do not close, quotes are no longer looked at: each one costs a scan to the end.
_BROKEN_TAGS = 20

RAW_TEXT = frozenset({"script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp", "plaintext"})
"""Elements whose inside is no markup: https://html.spec.whatwg.org/#raw-text-elements"""


class Token(NamedTuple):
    """A stretch of the page. `kind`: text, start, end, raw (the inside of a raw text element, `name` says which).

    `attributes` is what stands between the name and the end of a start tag; `inner` is its offset.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    attributes: str = ""
    inner: int = 0


class Attribute(NamedTuple):
    """The value of an attribute, and where it stands in the page as written."""

    value: str
    start: int
    end: int


def tokens(page: str) -> Iterator[Token]:
    """The tags and texts of `page` in order; comments, declarations and processing instructions are left out."""
    at = text_start = 0
    broken = 0
    while found := _OPENING.search(page, at):
        opening = found.start()
        following = page[opening + 1 : opening + 4]
        if following.startswith(("!", "?")):
            stop = _declaration_end(page, opening)
            if text_start < opening:
                yield Token("text", text_start, opening)
            at = text_start = stop
            continue
        tag = _TAG.match(page, opening) if broken < _BROKEN_TAGS else None
        if tag is None:
            broken += 1
            tag = _SIMPLE_TAG.match(page, opening)
            if tag is None and page.find(">", opening) < 0:
                break
        if tag is None:
            at = opening + 1
            continue
        if text_start < opening:
            yield Token("text", text_start, opening)
        name = tag["name"].lower()
        yield Token(
            "end" if tag["end"] else "start", opening, tag.end(), name, tag["attributes"], tag.start("attributes")
        )
        at = text_start = tag.end()
        if name in RAW_TEXT and not tag["end"]:
            at = text_start = _raw_end(page, name, at)
            yield Token("raw", tag.end(), at, name)
    if text_start < len(page):
        yield Token("text", text_start, len(page))


def _declaration_end(page: str, opening: int) -> int:
    """Where a comment, CDATA section, declaration or instruction ends; the end of the page if it does not."""
    if page.startswith("<!--", opening):
        close = "-->"
    elif page.startswith("<![CDATA[", opening):
        return opening + len("<![CDATA[")  # what is in it is text
    elif page[opening : opening + 9].upper() == "<!DOCTYPE" and "[" in page[opening : page.find(">", opening) + 1]:
        close = "]>"
    else:
        close = ">"
    stop = page.find(close, opening + 2)
    return len(page) if stop < 0 else stop + len(close)


def _raw_end(page: str, name: str, start: int) -> int:
    """Where the end tag of `name` begins."""
    end = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.IGNORECASE).search(page, start)
    return end.start() if end else len(page)


def attributes(token: Token) -> dict[str, Attribute]:
    """The attributes of a start tag, by lower-case name; of a repeated one the first."""
    found: dict[str, Attribute] = {}
    for match in _ATTRIBUTE.finditer(token.attributes):
        quoted = match[2] or ""
        trim = 1 if quoted[:1] in ("'", '"') else 0
        start = token.inner + (match.start(2) if match[2] else match.end()) + trim
        value = quoted[trim : len(quoted) - trim]
        found.setdefault(match[1].lower(), Attribute(unescape(value), start, start + len(value)))
    return found


def resolved(page: str, start: int, end: int) -> Mapped:
    """`page[start:end]` with its entities resolved."""
    pieces: list[str] = []
    runs: list[Run] = []
    length, last = 0, start
    for match in [*_ENTITY.finditer(page, start, end), None]:
        stop = match.start() if match else end
        if last < stop:
            runs.append(Run(length, length + stop - last, last, stop))
            pieces.append(page[last:stop])
            length += stop - last
        if match:
            meaning = unescape(match[0])
            runs.append(Run(length, length + len(meaning), match.start(), match.end()))
            pieces.append(meaning)
            length += len(meaning)
            refuse_many(runs)
            last = match.end()
    return Mapped(page, "".join(pieces), tuple(runs))
