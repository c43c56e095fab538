"""The weekdays, months and years that a report's lead names.

Neighbouring events, such as a second strike under the same union leader, are told in the same words, but not of the same day.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

_LEAD_CHARACTERS = 600
"""Further down stands what was before: the vote of last year, the crash in May."""
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERS = {name: number for number, name in enumerate((*_WEEKDAYS, *_MONTHS))}

_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b")
_MONTH = "|".join(
    f"{month}(?:{rest})?"
    for month, rest in zip(
        _MONTHS,
        ("uary", "ruary", "ch", "il", "$^", "e", "y", "ust", "t(?:ember)?", "ober", "ember", "ember"),
        strict=True,
    )
)
# With a day or a word of time beside it: "may" and "march" are words of their own.
_MONTH_NAMED = re.compile(
    rf"(?:\b(?:\d{{1,2}}(?:st|nd|rd|th)?|in|of|last|this)\s(?P<after>{_MONTH})\b|\b(?P<before>{_MONTH})\b\.?\s\d)"
)
_YEAR = re.compile(r"(?<![\w.,$£€-])(?:19|20)\d\d(?![\w-]|[.,]\d)")


def dates_in(text: str) -> tuple[int, ...]:
    """The dates that the lead of `text` names, sorted: 0–6 weekdays from Monday, 7–18 months, larger numbers years."""
    lead = text[:_LEAD_CHARACTERS].lower()
    named = [match[0] for match in _WEEKDAY.finditer(lead)]
    named += [(match["after"] or match["before"])[:3] for match in _MONTH_NAMED.finditer(lead)]
    return tuple(sorted({*(_NUMBERS[name] for name in named), *(int(match[0]) for match in _YEAR.finditer(lead))}))


def agreement(a: Mapping[int, int], b: Mapping[int, int]) -> float | None:
    """How far two events are told of the same dates, 0–1; None if nothing tells. `a` and `b`: date → how many reports name it.

    Weekdays are laid beside weekdays, months beside months, years beside years: cosines, and the mean of those there are.
    """
    cosines = []
    for kind in _KINDS:
        one = {date: number for date, number in a.items() if date in kind}
        other = {date: number for date, number in b.items() if date in kind}
        if one and other:
            lengths = math.hypot(*one.values()) * math.hypot(*other.values())
            cosines.append(sum(number * other.get(date, 0) for date, number in one.items()) / lengths)
    return sum(cosines) / len(cosines) if cosines else None


_KINDS = (range(7), range(7, 19), range(1900, 2100))
