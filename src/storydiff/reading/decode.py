"""Bytes → text, by rules that never guess from letter frequencies.

Byte order mark, UTF-16 without one, UTF-8, the declared charset, Windows-1252. Detectors that weigh letter frequencies take
short English news in Windows-1252 for other code pages.
"""

from __future__ import annotations

import codecs
import re

from storydiff.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}",
)
_HIGH = bytes(range(0x80, 0x100))
# Declared Latin-1 or ASCII means Windows-1252 on the web: https://encoding.spec.whatwg.org/#names-and-labels
_WINDOWS = frozenset({"iso8859-1", "ascii", "cp1252"})
# Never taken from a declaration: what is not text, and what we ruled out already.
_NOT_TEXT = frozenset({"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"})
_SAMPLE = 65_536
_CONTROLS = bytes([*range(9), *range(14, 32), 127])


def _windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Error handler: what is not UTF-8 is Windows-1252, and what is not even that keeps its number."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return windows_1252(error.object[error.start : error.end]), error.end


codecs.register_error("storydiff-windows-1252", _windows_1252)


def windows_1252(raw: bytes) -> str:
    """`raw` as Windows-1252; its five holes become the control characters of the same number, as browsers do it."""
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        table = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)}
        return raw.decode("latin-1").translate(table)


def decode(raw: bytes, declared: str = "") -> str:
    """`raw` as text. `declared` is the charset named in the file or by its server, "" if none.

    Raises ReadError if `raw` is no text.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    if encoding := _bare_utf16(raw):
        return raw.decode(encoding, "replace")
    refuse_binary(raw)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    high = len(raw) - len(raw.translate(None, _HIGH))
    if high <= 2 * sum(len(match[0]) for match in _MULTIBYTE.finditer(raw)):
        return raw.decode("utf-8", "storydiff-windows-1252")  # UTF-8 with pieces pasted in from elsewhere
    return _declared(raw, declared) or windows_1252(raw)


def refuse_binary(raw: bytes) -> None:
    """Raises ReadError if `raw` has too many control characters to be text."""
    sample = raw[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > 4 and controls * 10 > len(sample):
        raise ReadError("is not text", "give a report as text, Markdown, JSON or a saved web page")


def _bare_utf16(raw: bytes) -> str:
    """The UTF-16 that English text without a byte order mark is in, "" if it is none."""
    sample = raw[:_SAMPLE]
    half = len(sample) // 2
    if half < 4:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return ""


def _declared(raw: bytes, declared: str) -> str:
    try:
        codec = codecs.lookup(declared.strip().strip("\"'"))
    except (LookupError, ValueError):
        return ""
    if codec.name in _WINDOWS or codec.name in _NOT_TEXT or not getattr(codec, "_is_text_encoding", True):
        return ""
    try:
        return raw.decode(codec.name)
    except (UnicodeError, LookupError):
        return ""
