"""Which reader a file is for: by its first bytes, then by its name, then by how its text begins.

Readers are imported when such a file is met: some need a package that takes time to load.
"""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import import_module
from pathlib import PurePath
from typing import cast

from storydiff.errors import ReadError
from storydiff.reading.found import File, Found, Reader

SUFFIXES = {
    ".txt": "text", ".text": "text",
    ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown",
    ".json": "json", ".jsonl": "lines", ".ndjson": "lines",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".xml": "xml", ".nitf": "xml", ".newsml": "xml", ".rss": "xml", ".atom": "xml",
    ".eml": "mail", ".mbox": "mail",
    ".warc": "warc", ".gz": "gzip",
    ".docx": "docx", ".pdf": "pdf", ".parquet": "parquet",
}  # fmt: skip
"""Suffixes of files that are read from a folder → format."""

_MODULES = {
    "text": "from_text", "markdown": "from_markdown", "json": "from_json", "lines": "from_lines", "html": "from_html",
    "xml": "from_xml", "mail": "from_mail", "warc": "from_warc", "docx": "from_docx", "pdf": "from_pdf",
    "parquet": "from_parquet",
}  # fmt: skip

# First bytes that name a format: https://en.wikipedia.org/wiki/List_of_file_signatures
_READABLE = (
    (b"%PDF-", "pdf"),
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
    (b"PK\x03\x04", "docx"),
    (b"\x1f\x8b", "gzip"),
)
_UNREADABLE = (
    (b"\x89PNG\r\n", "an image"), (b"\xff\xd8\xff", "an image"), (b"GIF8", "an image"), (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"), (b"RIFF", "a picture, sound or video"), (b"\x00\x00\x00", "a video"), (b"ID3", "a sound"),
    (b"OggS", "a sound"), (b"fLaC", "a sound"), (b"\x7fELF", "a program"), (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"), (b"\xd0\xcf\x11\xe0", "an old Office document"), (b"7z\xbc\xaf", "an archive"),
    (b"Rar!", "an archive"), (b"\xfd7zXZ", "an archive"), (b"BZh", "an archive"), (b"\x28\xb5\x2f\xfd", "an archive"),
    (b"{\\rtf", "an RTF document"),
)  # fmt: skip
_ANY_KIND = "give a report as text, Markdown, JSON or a saved web page"

_COMMENTS = r"(?:<!--(?:[^-]|-(?!->)){0,4000}+-->\s{0,200}){0,3}"
_HTML = re.compile(
    rf"\s{{0,200}}(?:<\?xml[^>]{{0,200}}>\s{{0,200}})?{_COMMENTS}<(?:!doctype html|html|head|body)\b", re.IGNORECASE
)
_XML = re.compile(
    rf"\s{{0,200}}(?:<\?xml\b|{_COMMENTS}<(?:!DOCTYPE nitf|(?:\w{{1,20}}:)?(?:nitf|newsItem|newsMessage|NewsML|rss|feed|RDF)\b))"
)
_MAIL = re.compile(
    r"(?:From \S{1,200} [^\n]{5,80}\n)?(?:(?:Return-Path|Received|Message-ID|MIME-Version|Delivered-To|X-[\w-]{1,40}):)",
    re.IGNORECASE,
)
_FRONT_MATTER = re.compile(r"\s{0,20}---[ \t]{0,20}\r?\n")
_DEEPEST_GZIP = 2
_HEAD = 16_000
_ARCHIVE = 5  # an archive of many pages may unpack to as many times the limit of one file


def read_file(file: File) -> Found:
    """The reports in `file`. Raises ReadError if it can't be read at all."""
    if not file.raw.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise ReadError("is empty", "give a file that holds a report")
    kind = format_of(file)
    for _ in range(_DEEPEST_GZIP):
        if kind == "gzip":
            file = _unpacked(file)
            kind = format_of(file)
    if kind == "gzip":
        raise ReadError("is packed several times over", "unpack it")
    module = import_module(f"storydiff.reading.{_MODULES[kind]}")
    return cast("Reader", getattr(module, f"read_{kind}"))(file)


def format_of(file: File) -> str:
    """The name of the format of `file`. Raises ReadError for what is no report."""
    for magic, name in _READABLE:
        if file.raw.startswith(magic):
            return name
    for magic, name in _UNREADABLE:
        if file.raw.startswith(magic):
            raise ReadError(f"is {name}", _ANY_KIND)
    by_name = SUFFIXES.get(PurePath(file.path).suffix.lower(), "")
    by_content = _by_content(replace(file, raw=file.raw[:_HEAD]).text())
    if by_name in ("lines", "mail", "markdown") or (by_name == "html" and by_content != "xml"):
        return by_name
    if by_name in ("docx", "pdf", "parquet", "warc", "gzip"):
        raise ReadError(
            f"is no {by_name.upper() if by_name != 'gzip' else 'gzip'} file, though its name says so", "rename it"
        )
    return by_content or by_name or "text"


def _by_content(head: str) -> str:
    """The format that text beginning with `head` is in, "" if it doesn't tell."""
    if _HTML.match(head):
        return "html"
    if _XML.match(head):
        return "xml"
    if _MAIL.match(head):
        return "mail"
    first = head.lstrip()
    if first.startswith("{") or (first.startswith("[") and first[1:].lstrip()[:1] in ("{", "]", "[")):
        lines = [line for line in first.splitlines() if line.strip()]
        several = len(lines) > 1 and all(line.lstrip().startswith("{") for line in lines[:2])
        return "lines" if several and lines[0].rstrip().endswith("}") else "json"
    return "markdown" if _FRONT_MATTER.match(head) else ""


def _unpacked(file: File) -> File:
    """What a gzip file holds, under the name without `.gz`."""
    from storydiff.reading.unpack import gunzip

    path = file.path[: -len(".gz")] if file.path.lower().endswith(".gz") else file.path
    limit = file.max_bytes * (_ARCHIVE if path.lower().endswith(".warc") else 1)
    return replace(file, raw=gunzip(file.raw, limit), path=path)
