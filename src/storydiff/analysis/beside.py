"""What stands right before and right after a place in a text: the cheap question before the dear patterns.

Most patterns that look to the left or right of a number begin or end with one of a few words; where another plain word or a
stop stands there, they need not be tried.
"""

from __future__ import annotations

import re

STOPS = frozenset(",.;:)!?")
"""Signs after which nothing goes on that a number stands with."""
_AFTER = re.compile(r" ([a-z]++)(?![\w'’.-])")
_FAR = 20
"""Farther back than the words asked for are long, with the space that follows them."""


def word_before(lower: str, start: int) -> str:
    """The word of nothing but letters that one space parts from `start`, or a comma that stands right there; else ""."""
    previous = lower[start - 1] if start else ""
    if previous != " ":
        return previous if previous == "," else ""
    word = lower[max(0, start - _FAR) : start - 1].rpartition(" ")[2]
    return word if word.isalpha() else ""


def word_after(lower: str, end: int) -> str:
    """The word of nothing but letters a–z that one space parts from `end`, or one of `STOPS` that stands right there; else ""."""
    match = _AFTER.match(lower, end)
    if match is not None:
        return match[1]
    following = lower[end : end + 1]
    return following if following in STOPS else ""
