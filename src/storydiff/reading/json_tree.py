"""JSON with the place of every string.

`json.loads` does not say where a value stands. This one keeps each string as the range of its literal, and resolves escapes when asked.
"""

from __future__ import annotations

import re
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any, NamedTuple, TypeAlias

from storydiff.errors import ReadError
from storydiff.reading.escapes import unescape
from storydiff.reading.runs import Mapped

_BLANK = re.compile(r"[ \t\r\n]*+")
_SCALAR = re.compile(r"-?\d{1,400}(?:\.\d{1,400})?(?:[eE][+-]?\d{1,5})?|true|false|null|NaN|-?Infinity")
_CONSTANTS = {"true": True, "false": False, "null": None}
_DEEPEST = 200
_MOST_VALUES = 500_000


class JsonString(NamedTuple):
    """A string: its value, and the range of what stands between its quote marks."""

    value: str
    start: int
    end: int

    def at(self, source: str) -> Mapped:
        """The string where it stands in `source`."""
        return unescape(source, self.start, self.end)


Tree: TypeAlias = "dict[str, Tree] | list[Tree] | JsonString | float | bool | None"


class JsonError(ReadError):
    """Not JSON; `at` is the offset where it stops being it."""

    def __init__(self, message: str, source: str, at: int) -> None:
        line = source.count("\n", 0, at) + 1
        column = at - source.rfind("\n", 0, at)
        super().__init__(f"is not JSON: {message} at line {line}, column {column}")
        self.at = at


def parse_json(source: str, start: int = 0, end: int | None = None) -> Tree:
    """The value at `source[start:end]`. Raises JsonError."""
    return _Parser(source, len(source) if end is None else end).parse(start)


class _Parser:
    """Goes through the source once, with a stack instead of recursion."""

    def __init__(self, source: str, end: int) -> None:
        self.source = source
        self.end = end

    def parse(self, at: int) -> Tree:
        root: list[Any] = []
        stack: list[Any] = [root]
        keys: list[str | None] = [None]
        at = self._skip(at)
        count = 0
        while True:
            value, at, opened = self._value(at)
            count += 1
            if count > _MOST_VALUES:
                raise JsonError(f"more than {_MOST_VALUES:,} values", self.source, at)
            if keys[-1] is None:
                stack[-1].append(value)
            else:
                stack[-1][keys[-1]] = value
            if opened:
                if len(stack) > _DEEPEST:
                    raise JsonError(f"more than {_DEEPEST} levels", self.source, at)
                stack.append(value)
                keys.append(None)
                at = self._skip(at)
                closes = "}" if isinstance(value, dict) else "]"
                if self.source[at : at + 1] != closes:
                    at, keys[-1] = self._key(at, value)
                    continue
            at = self._close(at, stack, keys)
            if len(stack) == 1:
                break
        at = self._skip(at)
        if at < self.end:
            raise JsonError("more text after its end", self.source, at)
        return root[0]  # type: ignore[no-any-return]

    def _close(self, at: int, stack: list[Any], keys: list[str | None]) -> int:
        """Close what ends at `at`, up to the next value."""
        while len(stack) > 1:
            at = self._skip(at)
            mark = self.source[at : at + 1]
            if mark == ("}" if isinstance(stack[-1], dict) else "]"):
                stack.pop()
                keys.pop()
                at += 1
            elif mark == ",":
                at, keys[-1] = self._key(self._skip(at + 1), stack[-1])
                return at
            else:
                raise JsonError("a comma or a bracket is missing", self.source, at)
        return at

    def _key(self, at: int, container: Any) -> tuple[int, str | None]:
        """Where the next value of `container` begins, and its key."""
        if isinstance(container, list):
            return at, None
        if self.source[at : at + 1] != '"':
            raise JsonError("a name in double quotes is missing", self.source, at)
        name, at = self._string(at)
        at = self._skip(at)
        if self.source[at : at + 1] != ":":
            raise JsonError("a colon is missing", self.source, at)
        return self._skip(at + 1), name

    def _value(self, at: int) -> tuple[Tree, int, bool]:
        """The value at `at`, where it ends, whether it opens a container."""
        mark = self.source[at : at + 1] if at < self.end else ""
        if mark == '"':
            value, stop = self._string(at)
            return JsonString(value, at + 1, stop - 1), stop, False
        if mark == "{":
            return {}, at + 1, True
        if mark == "[":
            return [], at + 1, True
        scalar = _SCALAR.match(self.source, at, self.end)
        if scalar is None:
            raise JsonError("it stops short" if not mark else "a value is missing", self.source, at)
        text = scalar[0]
        return _CONSTANTS[text] if text in _CONSTANTS else float(text), scalar.end(), False

    def _string(self, at: int) -> tuple[str, int]:
        try:
            value, stop = scanstring(self.source, at + 1, False)
        except ValueError as error:
            raise JsonError("a string does not end or has a wrong escape", self.source, at) from error
        if stop > self.end:
            raise JsonError("a string does not end", self.source, at)
        return value, stop

    def _skip(self, at: int) -> int:
        match = _BLANK.match(self.source, at, self.end)
        return match.end() if match else at
