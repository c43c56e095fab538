"""Which reports of a very large event are compared."""

from __future__ import annotations

from collections.abc import Sequence

from storydiff.grouping.terms import weigh_terms
from storydiff.model import Report

MOST = 50
"""So many reports of one event are compared: the cost grows with the square of their number."""
_LOOKED_AT = 1_000
"""Of so many we choose; from more, every second, third … is looked at."""


def choose(reports: Sequence[Report], most: int = MOST) -> list[Report]:
    """The first report, then again and again the one that is least like those already chosen, `most` in all.

    Near copies tell nothing that their original does not tell, and so are chosen last. In the order of `reports`.
    """
    if len(reports) <= most:
        return list(reports)
    step = -(-len(reports) // _LOOKED_AT)
    candidates = list(reports[::step])
    terms = [frozenset(weigh_terms(report.title, report.text)) for report in candidates]
    chosen = [0]
    likest = [_likeness(terms[0], other) for other in terms]
    while len(chosen) < min(most, len(candidates)):
        farthest = min(
            (index for index in range(len(candidates)) if index not in chosen), key=lambda index: likest[index]
        )
        chosen.append(farthest)
        likest = [max(known, _likeness(terms[farthest], other)) for known, other in zip(likest, terms, strict=True)]
    return [candidates[index] for index in sorted(chosen)]


def _likeness(a: frozenset[int], b: frozenset[int]) -> float:
    """The share of terms that two reports have in common."""
    return len(a & b) / (len(a | b) or 1)
