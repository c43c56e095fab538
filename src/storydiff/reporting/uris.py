"""Paths of reports as URIs that a consumer may join to the root of its own copy."""

from __future__ import annotations

from pathlib import PurePath
from urllib.parse import quote

STANDARD_INPUT = "standard-input"


def as_file(path: str) -> str:
    """`path` as a file's name also where there is no file."""
    return STANDARD_INPUT if path in ("", "-") else path


def as_uri(path: str) -> str:
    """`path` as a relative URI; an absolute path as a `file:` one. An address loses its scheme: code hosts refuse others."""
    path = as_file(path)
    if "://" in path:
        return quote(path.partition("://")[2], safe="/") or STANDARD_INPUT
    plain = PurePath(path)
    uri = quote(_bytes(plain.as_posix()), safe="/")
    return f"file://{uri}" if plain.is_absolute() else uri


def _bytes(path: str) -> bytes:
    try:
        return path.encode("utf-8", "surrogateescape")  # as the system gave it
    except UnicodeEncodeError:
        return path.encode("utf-8", "replace")
