"""Analyses → Alignment."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from rapidfuzz.fuzz import token_set_ratio

from storydiff.model import Alignment, Analysis, Link


def align(analyses: Sequence[Analysis]) -> Alignment:
    """Link the sentences of all pairs of reports that tell the same thing."""
    links = [
        Link(x, y, round(score / 100, 4))
        for a, b in combinations(analyses, 2)
        for x in a.sentences
        for y in b.sentences
        if (score := token_set_ratio(x.text, y.text)) >= 70
    ]
    return Alignment(tuple(analyses), tuple(links))
