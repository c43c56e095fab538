"""WARC, plain or gzipped: the pages in a web archive. Positions count in each page as it was archived."""

from __future__ import annotations

import io
import logging
import zlib
from contextlib import redirect_stderr
from typing import Any

from storydiff.errors import ReadError
from storydiff.reading.found import File, Found, Trouble

_DAMAGED = "get the whole file again"
_TYPES = ("text/html", "application/xhtml+xml", "text/plain")


def read_warc(file: File) -> Found:
    """The reports in the responses that an archive holds."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise ReadError("needs the package warcio", "pip install warcio") from error
    logging.getLogger("warcio.recordloader").disabled = True
    records = iter(ArchiveIterator(io.BytesIO(file.raw)))
    found = 0
    while True:
        try:
            # warcio writes what it finds odd to standard error, as it stands in the file
            with redirect_stderr(io.StringIO()):
                record = next(records, None)
                if record is None:
                    break
                address = record.rec_headers.get_header("WARC-Target-URI") or ""
                page = _page(record, file, address)
        except (ArchiveLoadFailed, AttributeError, EOFError, LookupError, ValueError, OSError, zlib.error) as error:
            # warcio trips over broken heads in ways of its own
            if found:
                yield Trouble(f"is damaged after page {found}", 0, _DAMAGED)
                return
            raise ReadError("is a damaged web archive", _DAMAGED) from error
        if page is None:
            continue
        found += 1
        for item in _read_page(page):
            if isinstance(item, Trouble):
                yield item._replace(message=f"{address} {item.message}")
            else:
                yield item
    if not found:
        raise ReadError("holds no page of text", "only responses of HTML or plain text are read")


def _page(record: Any, file: File, address: str) -> File | None:
    """The page that `record` holds; None if it holds something else."""
    kind = record.rec_type
    http = record.http_headers
    content_type = (http.get_header("Content-Type") if http else record.rec_headers.get_header("Content-Type")) or ""
    is_page = content_type.split(";")[0].strip().lower() in _TYPES
    if kind not in ("response", "resource") or not is_page or (http and not http.get_statuscode().startswith("2")):
        return None
    body = record.content_stream().read(file.max_bytes + 1)
    if len(body) > file.max_bytes:
        raise ValueError("page too large")
    charset = content_type.partition("charset=")[2].split(";")[0].strip()
    return File(file.path, body, charset, address, file.max_bytes)


def _read_page(page: File) -> Found:
    """The report in one page; a page without an article is a trouble, not the end."""
    from storydiff.reading.from_html import read_html
    from storydiff.reading.from_text import read_text

    try:
        yield from (read_html if b"<" in page.raw[:4000] else read_text)(page)
    except ReadError as error:
        yield Trouble(error.message, 0, error.hint)
