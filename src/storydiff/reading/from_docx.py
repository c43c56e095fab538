"""Word documents (.docx), by the standard library. Positions count in the text taken out: a paragraph a line."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from storydiff.errors import ReadError
from storydiff.reading.dates import parse_date
from storydiff.reading.found import RAISE_LIMIT, File, Found, Metadata, begin, finish, in_bytes
from storydiff.reading.html_tokens import attributes, tokens
from storydiff.reading.prose import headline
from storydiff.reading.runs import Mapped
from storydiff.reading.xml_tree import parse_xml

_TEXT, _PROPERTIES = "word/document.xml", "docProps/core.xml"
_HEADING = re.compile(r"(?:heading\s?\d|title|subtitle)", re.IGNORECASE)


def read_docx(file: File) -> Found:
    """The report in a Word document."""
    try:
        with zipfile.ZipFile(io.BytesIO(file.raw)) as package:
            names = package.namelist()
            if _TEXT not in names:
                raise ReadError("is a zip archive", "unpack it and name the files")
            document = _member(package, _TEXT, file.max_bytes)
            properties = _member(package, _PROPERTIES, file.max_bytes) if _PROPERTIES in names else ""
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError, NotImplementedError) as error:
        raise ReadError("is a damaged Word document or zip archive", "save it again") from error
    metadata = _metadata(properties)
    paragraphs = _paragraphs(document)
    source = "\n".join(text for text, _ in paragraphs)
    title = next((text for text, style in paragraphs if style.lower() == "title"), "")
    if not title and (line := headline(source.replace("\n", "\n\n"))) and paragraphs:
        title = next((text for text, _ in paragraphs if text.strip()), "") if line.start == 0 else ""
    metadata.title = title or metadata.title
    builder = begin(Mapped.whole(source), Metadata(), "")
    at = 0
    for text, style in paragraphs:
        if text.strip():
            builder.part()
            start = builder.length
            builder.copy(at, at + len(text))
            if text == title:
                builder.mark(start, "title")
                title = ""
            elif _HEADING.match(style):
                builder.mark(start, "heading")
        at += len(text) + 1
    yield finish(builder, metadata)


def _member(package: zipfile.ZipFile, name: str, max_bytes: int) -> str:
    """A file of the package as text. Raises ReadError if it unpacks to more than `max_bytes`."""
    with package.open(name) as stream:
        raw = stream.read(max_bytes + 1)
    if len(raw) > max_bytes:
        raise ReadError(f"unpacks to more than the limit of {in_bytes(max_bytes)}", RAISE_LIMIT)
    return raw.decode("utf-8", "replace")


def _paragraphs(document: str) -> list[tuple[str, str]]:
    """Text and style of each paragraph; deleted text and field codes are left out."""
    found: list[tuple[str, str]] = []
    pieces: list[str] = []
    style, inside = "", False
    for token in tokens(document):
        if token.kind == "text":
            if inside:
                pieces.append(_unescaped(document[token.start : token.end]))
        elif token.name == "w:t":
            inside = token.kind == "start" and not token.attributes.endswith("/")
        elif token.name in ("w:tab", "w:br", "w:cr") and token.kind == "start" and token.attributes.find("w:pos") < 0:
            pieces.append(" ")
        elif token.name == "w:pstyle" and token.kind == "start":
            value = attributes(token).get("w:val")
            style = value.value if value else ""
        elif token.name == "w:p":
            inside = False
            if pieces or token.kind == "end":
                found.append(("".join(pieces), style))
            pieces, style = [], ""
    return found


def _unescaped(text: str) -> str:
    from html import unescape

    return unescape(text).replace("\n", " ")


def _metadata(properties: str) -> Metadata:
    metadata = Metadata()
    if properties:
        try:
            root = parse_xml(properties)
        except ReadError:
            return metadata
        for name, field in (("title", "title"), ("creator", "author")):
            element = root.first(name)
            metadata.set(field, element.text if element else "")
        created = root.first("created", "modified")
        metadata.published = parse_date(created.text) if created else None
    return metadata
