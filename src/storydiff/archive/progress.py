"""How far a run is, how fast it goes and how long it still takes, in one line."""

from __future__ import annotations

import time
from collections.abc import Callable

_NAMES = {"read": "reading the input", "sign": "sign", "block": "block", "cluster": "cluster", "compare": "compare"}


class Progress:
    """Puts what a run tells into lines for `show` (line, whether the stage is over). Mutable."""

    def __init__(
        self,
        show: Callable[[str, bool], None],
        note: Callable[[str], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._show, self._note, self._clock = show, note, clock
        self._stage = ""
        self._reports: int | None = None
        self._jobs = self._already = self._done = self._seen = 0
        self._started = 0.0

    def begin(self, stage: str, reports: int | None, jobs: int, already: int) -> None:
        """A stage begins."""
        self._stage, self._reports, self._jobs, self._already = stage, reports, jobs, already
        self._done = self._seen = 0
        self._started = self._clock()
        self._show(self._line(), already == jobs)

    def advance(self, reports: int) -> None:
        """A job with so many reports is done."""
        self._done += 1
        self._seen += reports
        self._show(self._line(), self._already + self._done == self._jobs)

    def note(self, message: str) -> None:
        """Something to know."""
        self._note(message)

    def _line(self) -> str:
        name = _NAMES[self._stage]
        if not self._jobs:
            return name
        parts = [f"{name}: {self._already + self._done} of {self._jobs} partitions"]
        seconds = self._clock() - self._started
        if self._done and seconds > 0:
            parts.append(f"{self._seen:,} reports, {self._seen / seconds:,.0f}/s")
            left = (self._jobs - self._already - self._done) * seconds / self._done
            parts.append(f"{duration(left)} left" if left else f"took {duration(seconds)}")
        elif self._already == self._jobs:
            parts.append("done before")
        return ", ".join(parts)


def duration(seconds: float) -> str:
    """3725 → "1 h 2 min"."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    hours = whole // 3600
    return f"{hours // 24} d {hours % 24} h" if hours >= 48 else f"{hours} h {whole % 3600 // 60} min"
