"""PDF (extra `pdf`). A PDF has no lines to point at: `source` is the text taken out of it, and positions count there."""

from __future__ import annotations

import io
import logging

from storydiff.errors import ReadError
from storydiff.reading.found import RAISE_LIMIT, File, Found, Metadata, begin, finish
from storydiff.reading.prose import copy_prose, headline
from storydiff.reading.runs import Mapped

_MOST_PAGES = 60
_MOST_DRAWN = 1_000_000  # bytes of page content; pypdf takes about two seconds over them


def read_pdf(file: File) -> Found:
    """The report in a PDF."""
    try:
        from pypdf import PdfReader
    except ImportError as error:
        raise ReadError("is a PDF, which needs the package pypdf", "pip install 'storydiff[pdf]'") from error
    log = logging.getLogger("pypdf")
    if not log.handlers:
        log.addHandler(logging.NullHandler())  # else Python prints its warnings
    metadata = Metadata()
    try:
        reader = PdfReader(io.BytesIO(file.raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError("is a PDF that needs a password", "save it without one")
        pages, size = [], 0
        drawn = 0
        for page in reader.pages[:_MOST_PAGES]:
            contents = page.get_contents()
            drawn += len(contents.get_data()) if contents is not None else 0
            if drawn > _MOST_DRAWN:
                raise ReadError("is a PDF of more drawing than text", "paste its text into a file")
            pages.append(page.extract_text())
            size += len(pages[-1])
            if size > file.max_bytes:
                raise ReadError("holds more text than the limit", RAISE_LIMIT)
        about = reader.metadata
        metadata.set("title", str(about.title or "") if about else "")
        metadata.set("author", str(about.author or "") if about else "")
    except ReadError:
        raise
    except Exception as error:
        raise ReadError("is a damaged PDF", "open it and save it again, or paste its text into a file") from error
    source = "\n\n".join(page.strip() for page in pages if page.strip())
    if not source:
        raise ReadError("is a PDF without text", "it may be a scan: paste its text into a file")
    whole = Mapped.whole(source)
    line = headline(source)
    builder = begin(whole, metadata, source[:400])
    start = 0
    if line is not None:
        metadata.title = source[line.start : line.end]
        builder.copy(line.start, line.end)
        builder.mark(0, "title")
        builder.part()
        start = line.end + len(source[line.end :]) - len(source[line.end :].lstrip())
    copy_prose(builder, start, len(source))
    yield finish(builder, metadata)
