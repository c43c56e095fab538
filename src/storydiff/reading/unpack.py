"""Compressed data, unpacked no further than a limit."""

from __future__ import annotations

import zlib

from storydiff.errors import ReadError
from storydiff.reading.found import RAISE_LIMIT, in_bytes

_STEP = 1 << 16


def gunzip(raw: bytes, max_bytes: int) -> bytes:
    """`raw`, one or more gzip members, unpacked. Raises ReadError if that is more than `max_bytes`, or if it is cut short."""
    pieces: list[bytes] = []
    size = 0
    rest = raw
    while rest.startswith(b"\x1f\x8b"):
        stream = zlib.decompressobj(wbits=31)
        while not stream.eof:
            try:
                piece = stream.decompress(rest, _STEP * 16)
            except zlib.error as error:
                raise ReadError("is not gzip, or is damaged") from error
            rest = stream.unconsumed_tail if not stream.eof else stream.unused_data
            size += len(piece)
            if size > max_bytes:
                raise ReadError(f"unpacks to more than {in_bytes(max_bytes)}", RAISE_LIMIT)
            pieces.append(piece)
            if not piece and not rest and not stream.eof:
                raise ReadError("is cut short (gzip)", "get the whole file again")
    return b"".join(pieces)
