"""Escapes inside quoted strings (JSON, YAML): the text, with a run for each escape."""

from __future__ import annotations

import re
from collections.abc import Callable

from storydiff.model import Run
from storydiff.reading.runs import Mapped, refuse_many

BACKSLASH = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|u[0-9a-fA-F]{4}|r\\n|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|.)",
    re.DOTALL,
)
"""Escapes of JSON strings and of double quoted YAML."""

DOUBLED = re.compile("''")
"""The escape of single quoted YAML."""

_SHORT = {
    "n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "0": "\0", "a": "\a", "v": "\v", "e": "\x1b",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def unescape(source: str, start: int, end: int, escapes: re.Pattern[str] = BACKSLASH) -> Mapped:
    """`source[start:end]`, the inside of a quoted string, with its `escapes` resolved."""
    return resolve(source, start, end, escapes, _meaning)


def resolve(source: str, start: int, end: int, escapes: re.Pattern[str], meaning: Callable[[str], str]) -> Mapped:
    """`source[start:end]` with what `escapes` finds replaced by its `meaning`; an escape that means nothing is left out."""
    pieces: list[str] = []
    runs: list[Run] = []
    length, last = 0, start

    def add(text: str, left: int, right: int) -> None:
        nonlocal length
        if text:
            runs.append(Run(length, length + len(text), left, right))
            pieces.append(text)
            length += len(text)
            refuse_many(runs)

    for match in escapes.finditer(source, start, end):
        add(source[last : match.start()], last, match.start())
        add(meaning(match[0]), match.start(), match.end())
        last = match.end()
    add(source[last:end], last, end)
    return Mapped(source, "".join(pieces), tuple(runs))


def _meaning(escape: str) -> str:
    """What `escape` stands for; half a surrogate pair stands for U+FFFD, an unknown one for its own character."""
    kind = escape[1:2]
    if len(escape) == 12:
        high, low = int(escape[2:6], 16), int(escape[8:], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    if escape == r"\r\n":
        return "\n"
    digits = escape[2:]
    if digits:
        code = int(digits, 16)
        return "\ufffd" if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)
    return _SHORT.get(kind, kind)
