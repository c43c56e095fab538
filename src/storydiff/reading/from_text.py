"""Plain text: an optional block of `Name: value` lines, an optional headline, the text."""

from __future__ import annotations

from storydiff.model import Report
from storydiff.patterns import late
from storydiff.reading.found import File, Found, Metadata, begin, finish, one_line
from storydiff.reading.prose import copy_prose, headline, refuse_endless
from storydiff.reading.runs import Mapped

FIELDS = {
    "outlet": "outlet", "publisher": "outlet", "publication": "outlet", "site": "outlet", "source": "outlet",
    "title": "title", "headline": "title",
    "published": "published", "date": "published", "pubdate": "published", "publish_date": "published",
    "url": "url", "link": "url", "canonical": "url",
    "author": "author", "authors": "author", "byline": "author",
    "id": "identifier",
}  # fmt: skip
"""Names of metadata in plain text and front matter → fields of `Metadata`."""

_HEADER = late(r"[ \t]{0,3}([A-Za-z_]{2,14})[ \t]{0,3}:[ \t]{0,8}(\S[^\r\n]{0,400}+)?\r?\n")
_HEADER_LENGTH = 4000
# One such line alone is metadata; others ("Source: police") may be text.
_SURE = frozenset({"outlet", "title", "headline", "published"})


def read_text(file: File) -> Found:
    """The report in a plain text file."""
    source = Mapped.whole(file.text())
    yield text_report(source, Metadata(url=file.url))


def text_report(source: Mapped, known: Metadata) -> Report:
    """The report in plain `source`; what its own head says fills the gaps of `known`. Raises ReadError."""
    refuse_endless(source.text)
    start = _header(source, known)
    title = None if known.title else headline(source.text, start)
    if title is not None:
        known.title = one_line(source.text[title.start : title.end])
    builder = begin(source, known, source.text[start : start + 400])
    if title is not None:
        builder.copy(title.start, title.end)
        builder.mark(0, "title")
        builder.part()
        start = title.end
    start += len(source.text[start:]) - len(source.text[start:].lstrip())
    copy_prose(builder, start, len(source.text))
    return finish(builder, known)


def _header(source: Mapped, metadata: Metadata) -> int:
    """Read `Name: value` lines at the top into `metadata`; where the text after them begins, 0 if there are none."""
    found = []
    at = 0
    while at < _HEADER_LENGTH and (match := _HEADER().match(source.text, at)) and match[1].lower() in FIELDS:
        found.append(match)
        at = match.end()
    blank_after = source.text[at : at + 80].partition("\n")[0].strip() == ""
    if not found or not blank_after or (len(found) == 1 and found[0][1].lower() not in _SURE):
        return 0
    for match in found:
        field = FIELDS[match[1].lower()]
        if field == "title" and match[2] and not metadata.title:
            metadata.title_at = source.slice(match.start(2), match.start(2) + len(match[2].rstrip()))
        metadata.set(field, match[2] or "")
    return at
