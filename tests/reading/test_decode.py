"""Bytes → text."""

from __future__ import annotations

import pytest

from storydiff.errors import ReadError
from storydiff.reading.decode import decode

TEXT = "“We’re safe,” Zoë said — at last."


@pytest.mark.parametrize(
    ("raw", "declared", "text"),
    [
        (TEXT.encode(), "", TEXT),
        (TEXT.encode("utf-8-sig"), "", TEXT),
        (TEXT.encode("utf-16"), "", TEXT),
        (TEXT.encode("utf-16-be"), "", TEXT),
        (TEXT.encode("utf-16-le"), "utf-8", TEXT),
        (TEXT.encode("utf-32"), "", TEXT),
        (TEXT.encode("cp1252"), "", TEXT),
        (TEXT.encode("cp1252"), "utf-8", TEXT),
        (TEXT.encode("cp1252"), "iso-8859-1", TEXT),
        (TEXT.encode("cp1252"), "no-such-charset", TEXT),
        (TEXT.encode("cp1252"), "utf-7", TEXT),
        (TEXT.encode("cp1252"), "zlib", TEXT),
        (TEXT.encode("mac_roman"), "macintosh", TEXT),
        ("Привет, сказал он".encode("koi8-r"), "KOI8-R", "Привет, сказал он"),
        ("Привет, сказал он".encode(), "koi8-r", "Привет, сказал он"),
        (TEXT.encode() + "é".encode("cp1252"), "", TEXT + "é"),
        (TEXT.encode() + "—".encode()[:2], "", TEXT + "â€"),
        (b"na\xefve \x81 caf\xe9", "", "naïve \x81 café"),
        (b"", "", ""),
    ],
)
def test_decode(raw: bytes, declared: str, text: str) -> None:
    assert decode(raw, declared) == text


@pytest.mark.parametrize("raw", [bytes(range(256)) * 4, b"\x00\x01\x02\x03" * 100, b"abc\x00\x00\x00\x00\x01"])
def test_what_is_not_text(raw: bytes) -> None:
    with pytest.raises(ReadError, match="is not text"):
        decode(raw)
