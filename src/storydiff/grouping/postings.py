"""Which earlier reports share a key with a new one."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator
from typing import Protocol

from storydiff.grouping.likeness import are_like, least_likeness
from storydiff.grouping.vectors import Signature

_NEAREST = 32
"""A report looks at no more than so many earlier ones under one key, so that a word on everybody's lips costs no more."""


class Neighbours(Protocol):
    """Tells which earlier reports are like a new one."""

    def of(self, signature: Signature) -> Collection[str]:
        """Identifiers of earlier reports that are like `signature`, which from now on is an earlier one itself."""

    def forget(self, before: int) -> None:
        """Drop what was published before `before`, in seconds."""


class Neighbourhood:
    """Finds them: the reports that share a key and are alike enough, within a window of time. Mutable.

    What it finds depends on the reports of one window alone, so that slices of a pile can be worked through one by one.
    """

    __slots__ = ("_postings", "_times", "_undated", "_window")

    def __init__(self, window: int) -> None:
        self._window = window
        self._postings = Postings(window)
        self._times: deque[int] = deque()
        self._undated = 0

    def put(self, signature: Signature) -> None:
        """Let later reports find `signature`."""
        for key in signature.keys:
            self._postings.put(signature, key)
        self._count(signature.time)

    def of(self, signature: Signature) -> Collection[str]:
        """Identifiers of earlier reports that are like `signature`, which from now on is an earlier one itself."""
        candidates: dict[str, Signature] = {}
        for key in signature.keys:
            for other in self._postings.near(signature, key):
                candidates[other.identifier] = other
            self._postings.put(signature, key)
        least = least_likeness(self._count(signature.time))
        return [name for name, other in candidates.items() if are_like(signature, other, least)]

    def _count(self, time: int | None) -> int:
        """Count a report in; how many there are within its window."""
        if time is None:
            self._undated += 1
        else:
            self._times.append(time)
            while self._times[0] < time - self._window:
                self._times.popleft()
        return self._undated + len(self._times)

    def forget(self, before: int) -> None:
        """Drop what was published before `before`, in seconds."""
        self._postings.forget(before)


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
