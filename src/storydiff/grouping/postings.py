"""Which earlier reports share a key with a new one."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from storydiff.grouping.vectors import Signature

_NEAREST = 32
"""A report looks at no more than so many earlier ones under one key, so that a word on everybody's lips costs no more."""


class Postings:
    """Reports by key, within a window of time. Mutable.

    Reports without a date are near every report; they are kept for the whole run, at most `_NEAREST` a key.
    """

    __slots__ = ("_dated", "_undated", "_window")

    def __init__(self, window: int) -> None:
        self._window = window
        self._dated: dict[int, deque[Signature]] = {}
        self._undated: dict[int, deque[Signature]] = {}

    def near(self, signature: Signature, key: int) -> Iterator[Signature]:
        """The reports put under `key` within the window of `signature`, the last ones first."""
        yield from self._undated.get(key, ())
        for other in self._dated.get(key, ()):
            if within_window(signature, other, self._window):
                yield other

    def put(self, signature: Signature, key: int) -> None:
        """Let later reports find `signature` under `key`."""
        shelf = self._undated if signature.time is None else self._dated
        shelf.setdefault(key, deque(maxlen=_NEAREST)).appendleft(signature)

    def forget(self, before: int) -> None:
        """Drop what is older than `before`."""
        for key, reports in list(self._dated.items()):
            while reports and reports[-1].time is not None and reports[-1].time < before:
                reports.pop()
            if not reports:
                del self._dated[key]


def within_window(a: Signature, b: Signature, window: int) -> bool:
    """Whether the reports may be of one event, as far as time tells."""
    return a.time is None or b.time is None or abs(a.time - b.time) <= window
