"""Which sentence pairs are worth scoring: those that share weighty words, concepts, names or numbers.

Postings keep this far below all pairs: a word or concept brings together only the sentences that have it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nsmallest
from itertools import combinations

from storydiff.alignment.views import View

PER_SENTENCE = 8
"""Candidates kept of a sentence in each other report (those of its partners come on top)."""
PER_SENTENCE_OF_MANY = 2
"""The same, for events of more than `MANY` sentences."""
MANY = 400
LEAST = 0.5
"""Weight that two sentences must share."""

Pair = tuple[View, View]


def candidates(event: Sequence[Sequence[View]], weights: Mapping[str, float]) -> list[tuple[View, View]]:
    """The pairs to score, of all pairs of reports, in reading order."""
    kept = PER_SENTENCE if sum(map(len, event)) <= MANY else PER_SENTENCE_OF_MANY
    found: list[Pair] = []
    postings = [_postings(report) for report in event]
    for left, right in combinations(range(len(event)), 2):
        found.extend(_of_two(event[left], event[right], postings[right], weights, kept))
    return found


def _postings(report: Sequence[View]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for view in report:
        for key in view.keys:
            found[key].append(view.index)
    return found


def _of_two(
    left: Sequence[View],
    right: Sequence[View],
    postings: Mapping[str, Sequence[int]],
    weights: Mapping[str, float],
    kept: int,
) -> list[Pair]:
    chosen: set[tuple[int, int]] = set()
    by_partner: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for view in left:
        sums: dict[int, float] = defaultdict(float)
        for key in view.keys:
            if key in postings:
                weight = weights[key]
                for index in postings[key]:
                    sums[index] += weight
        enough = [(-round(total, 6), index) for index, total in sums.items() if total >= LEAST]
        for total, index in enough:
            by_partner[index].append((total, view.index))
        chosen.update([(view.index, index) for index in _best(enough, kept)])
    for index, row in by_partner.items():
        chosen.update([(other, index) for other in _best(row, kept)])
    return [(left[i], right[j]) for i, j in sorted(chosen)]


def _best(scored: Sequence[tuple[float, int]], kept: int) -> list[int]:
    return [index for _, index in (scored if len(scored) <= kept else nsmallest(kept, scored))]
