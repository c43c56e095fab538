"""The word right before and the word right after a place in a text: the cheap question before the dear patterns.

Most patterns that look to the left or right of a number begin or end with one of a few words; where another plain word
stands there, they need not be tried.
"""

from __future__ import annotations

import re

_AFTER = re.compile(r" ([a-z]++)(?![\w'’.-])")
_FAR = 20
"""Farther back than the words asked for are long, with the space that follows them."""


def word_before(lower: str, start: int) -> str:
    """The word of nothing but letters that one space parts from `start`; "" if something else stands there."""
    if lower[start - 1 : start] != " ":
        return ""
    word = lower[max(0, start - _FAR) : start - 1].rpartition(" ")[2]
    return word if word.isalpha() else ""


def word_after(lower: str, end: int) -> str:
    """The word of nothing but letters a–z that one space parts from `end`; "" if something else stands there."""
    match = _AFTER.match(lower, end)
    return match[1] if match is not None else ""
