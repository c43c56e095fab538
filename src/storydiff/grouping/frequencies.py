"""In how many reports a term stands."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable

_SLOTS = 1 << 22
"""16 MB however many reports are counted. Terms that share a slot count together: at worst a rare word seems less rare."""
_UNSEEN_REPORTS = 1_000
"""Reports that we act as if we had read before: in a pile of a dozen, a word that stands once is still a rare word."""


class Frequencies:
    """Counts reports by term, in memory that does not grow. Mutable: it is filled report by report."""

    __slots__ = ("_counts", "reports")

    def __init__(self) -> None:
        self._counts = array("I", bytes(4 * _SLOTS))
        self.reports = 0

    def count(self, terms: Iterable[int]) -> None:
        """Count one report that holds `terms`."""
        counts = self._counts
        for slot in {slot_of(term) for term in terms}:
            counts[slot] += 1
        self.reports += 1

    def add(self, slots: Iterable[int], counts: Iterable[int], reports: int) -> None:
        """Add what was counted elsewhere: the slots, how often each, in how many reports in all."""
        for slot, number in zip(slots, counts, strict=True):
            self._counts[slot] += number
        self.reports += reports

    def rarity(self, term: int) -> float:
        """Inverse document frequency, in nats; a term not yet seen counts as seen once."""
        return math.log((self.reports + _UNSEEN_REPORTS + 1) / (self._counts[term & (_SLOTS - 1)] or 1))

    def to_bytes(self) -> bytes:
        """For a file that another process reads with `from_bytes`."""
        return self.reports.to_bytes(8, "little") + self._counts.tobytes()

    @classmethod
    def from_bytes(cls, data: bytes) -> Frequencies:
        """What `to_bytes` gave, on a machine of the same byte order."""
        made = cls()
        made.reports = int.from_bytes(data[:8], "little")
        made._counts = array("I", data[8:])
        return made


def slot_of(term: int) -> int:
    """Where `term` is counted."""
    return term & (_SLOTS - 1)
