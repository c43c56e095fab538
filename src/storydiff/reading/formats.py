"""Which reader a file is for, by what is in it first and by its name second.

Readers that need a package are imported when such a file is met.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from storydiff.errors import ReadError
from storydiff.reading.found import File, Found

SUFFIXES = {
    ".txt": "text", ".text": "text",
    ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown",
    ".json": "json",
    ".html": "html", ".htm": "html", ".xhtml": "html",
}  # fmt: skip
"""Suffixes of files that are read from a folder → format."""

# First bytes that name a format: https://www.iana.org/assignments/media-types, https://en.wikipedia.org/wiki/List_of_file_signatures
_MAGIC = (
    (b"\x89PNG\r\n", "an image"), (b"\xff\xd8\xff", "an image"), (b"GIF8", "an image"), (b"BM", "an image"),
    (b"II*\x00", "an image"), (b"MM\x00*", "an image"), (b"RIFF", "a picture, sound or video"),
    (b"\x00\x00\x00", "a video"), (b"ID3", "a sound"), (b"OggS", "a sound"), (b"fLaC", "a sound"),
    (b"\x7fELF", "a program"), (b"MZ\x90", "a program"), (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"), (b"7z\xbc\xaf", "an archive"), (b"Rar!", "an archive"),
    (b"\xfd7zXZ", "an archive"), (b"BZh", "an archive"), (b"\x28\xb5\x2f\xfd", "an archive"),
    (b"PK\x03\x04", "a zip archive"), (b"\x1f\x8b", "a gzip archive"), (b"%PDF-", "a PDF"), (b"{\\rtf", "an RTF document"),
)  # fmt: skip
_HTML = re.compile(
    r"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--[^>]{0,2000}-->\s{0,200}){0,3}<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE,
)
_FRONT_MATTER = re.compile(r"\s{0,20}---[ \t]{0,20}\r?\n")


def read_file(file: File) -> Found:
    """The reports in `file`. Raises ReadError if it can't be read at all."""
    if not file.raw.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise ReadError("is empty", "give a file that holds a report")
    kind = format_of(file)
    if kind == "json":
        from storydiff.reading.from_json import read_json

        return read_json(file)
    if kind == "html":
        from storydiff.reading.from_html import read_html

        return read_html(file)
    if kind == "markdown":
        from storydiff.reading.from_markdown import read_markdown

        return read_markdown(file)
    from storydiff.reading.from_text import read_text

    return read_text(file)


def format_of(file: File) -> str:
    """The name of the format of `file`. Raises ReadError for what is no report."""
    for magic, name in _MAGIC:
        if file.raw.startswith(magic) and not (magic == b"BM" and b"\x00" not in file.raw[:64]):
            raise ReadError(f"is {name}", "give a report as text, Markdown, JSON or a saved web page")
    by_name = SUFFIXES.get(PurePath(file.path).suffix.lower(), "")
    return by_name or _by_content(file)


def _by_content(file: File) -> str:
    head = file.text()[:4000]
    if head.lstrip()[:1] in ("{", "["):
        return "json"
    if _HTML.match(head):
        return "html"
    return "markdown" if _FRONT_MATTER.match(head) else "text"
