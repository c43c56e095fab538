"""Telephone numbers that are a slip of the pen apart: a digit changed, dropped, or swapped with the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz.distance import OSA

from storydiff.checks.common.apart import Apart
from storydiff.model import Alignment, Analysis, Mention, Verdict
from storydiff.patterns import late

_PHONE = late(r"(?<![\d.$€£-])(?:\(?(?P<area>\d{3})\)?[ .-]{1,2})?(?P<local>\d{3}[.-]\d{3,4})\b(?![.-]?\d|[ ]?%)")
_TRIGGER = re.compile(r"\d\d\d[.-]\d\d\d")
_DIGITS = 7  # of a local number
_AREA = 3


def phones(alignment: Alignment) -> Iterator[Apart]:
    """Pairs of such numbers of which no report tells both.

    A difference: a body may have two lines whose numbers are neighbours.
    """
    told: dict[str, list[Mention]] = {}
    for analysis in alignment.analyses:
        for number, place in _numbers(analysis):
            told.setdefault(number, []).append(place)
    for a, b in combinations(sorted(told), 2):
        if _slip(a, b) and {place.sigil for place in told[a]}.isdisjoint(place.sigil for place in told[b]):
            readings = {_shown(number): told[number] for number in (a, b)}
            yield Apart("telephone number", readings, "a digit apart", True, Verdict.DIFFERENCE)


def _numbers(analysis: Analysis) -> Iterator[tuple[str, Mention]]:
    """The digits of each local number of the report, and where it stands."""
    text = analysis.report.text
    for match in _PHONE().finditer(text) if _TRIGGER.search(text) else ():
        yield re.sub(r"\D", "", match["local"]), Mention(analysis.sigil, match.start(), match.end(), match[0])


def _slip(a: str, b: str) -> bool:
    return max(len(a), len(b)) == _DIGITS and OSA.distance(a, b, score_cutoff=1) == 1


def _shown(number: str) -> str:
    return f"{number[:_AREA]}-{number[_AREA:]}"
