"""`https://` arguments: one page, fetched when the user names its address and never otherwise.

http and https only, also after redirects; bounded in size, time and redirects; no cookies, no scripts, nothing the page refers to.
"""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from email.message import Message
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from storydiff._version import __version__
from storydiff.errors import ReadError
from storydiff.reading.found import RAISE_LIMIT, File, in_bytes
from storydiff.reading.keep import keep
from storydiff.reading.unpack import gunzip

SCHEMES = ("http://", "https://")
_SECONDS = 20.0
_MOST_REDIRECTS = 5
_STEP = 1 << 16
_SUFFIXES = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "text/markdown": ".md", "application/json": ".json",
    "application/ld+json": ".json", "application/xml": ".xml", "text/xml": ".xml", "application/rss+xml": ".xml",
    "application/atom+xml": ".xml", "application/pdf": ".pdf",
}  # fmt: skip


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a few redirects, to http and https only."""

    max_redirections = _MOST_REDIRECTS
    max_repeats = 2

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> urllib.request.Request | None:
        if not newurl.lower().startswith(SCHEMES):
            raise ReadError(f"leads to an address that is not http(s): {newurl[:100]}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def fetch(url: str, max_bytes: int, save: Path | None = None, seconds: float = _SECONDS) -> File:
    """The page at `url`, kept in the folder `save` if one is given: then it is that file. Raises ReadError.

    `seconds` bounds the whole of it.
    """
    opener = urllib.request.build_opener(_Redirects)
    request = urllib.request.Request(  # noqa: S310 — callers give http(s) only, and redirects are held to it
        url,
        headers={"User-Agent": f"storydiff/{__version__}", "Accept": "text/html,*/*;q=0.5", "Accept-Encoding": "gzip"},
    )
    deadline = time.monotonic() + seconds
    try:
        with opener.open(request, timeout=seconds / 2) as answer:
            raw = _bounded(answer.read1, max_bytes, deadline)
            headers, address = answer.headers, answer.geturl()
    except urllib.error.HTTPError as error:
        raise ReadError(f"the server answers {error.code} {error.reason}", "save the page from a browser") from error
    except TimeoutError as error:
        raise _too_slow(seconds) from error
    except urllib.error.URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise _too_slow(seconds) from error
        raise ReadError(
            f"can't be fetched ({_why(error.reason)})", "check the address, or save the page from a browser"
        ) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise ReadError(
            f"can't be fetched ({_why(error)})", "check the address, or save the page from a browser"
        ) from error
    if headers.get("Content-Encoding", "").lower() == "gzip":
        raw = gunzip(raw, max_bytes)
    kind = headers.get_content_type()
    path = keep(save, *_name(address, kind), raw) if save is not None else url
    return File(path, raw, headers.get_content_charset() or "", address, max_bytes)


def _bounded(read: Callable[[int], bytes], max_bytes: int, deadline: float) -> bytes:
    """All that `read` gives. Raises ReadError if it is too much or takes too long."""
    pieces: list[bytes] = []
    size = 0
    while piece := read(_STEP):
        size += len(piece)
        if size > max_bytes:
            raise ReadError(f"is larger than the limit of {in_bytes(max_bytes)}", RAISE_LIMIT)
        if time.monotonic() > deadline:
            raise TimeoutError
        pieces.append(piece)
    return b"".join(pieces)


def _too_slow(seconds: float) -> ReadError:
    return ReadError(f"does not answer within {seconds:g} seconds", "try again, or save the page from a browser")


def _why(reason: object) -> str:
    if isinstance(reason, ssl.SSLError):
        return f"its certificate or encryption is not accepted: {reason.reason or reason}"
    if isinstance(reason, socket.gaierror):
        return "there is no such server"
    text = reason.strerror if isinstance(reason, OSError) and reason.strerror else str(reason)
    return " ".join(text.lower().split())[:200]


def _name(url: str, kind: str) -> tuple[str, str]:
    """Stem and suffix of the file that keeps the page at `url`."""
    parts = urlsplit(url)
    words = re.sub(r"[^A-Za-z0-9.]{1,200}", "-", f"{parts.hostname or 'page'}{parts.path.removesuffix('/')}")
    suffix = _SUFFIXES.get(kind, "")
    return words[:120].strip("-.").removesuffix(suffix or "\n"), suffix
