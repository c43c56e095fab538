"""Second look at a pair: how it stands against its rivals, its neighbours and what third reports link.

A sentence rarely tells the same as many sentences of one report; sentences next to linked sentences are likelier to be linked;
and what two reports both share with a third, they likely share with each other.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import neg

from storydiff.alignment.views import View

NAMES = (
    "score", "log_odds", "rank_best", "rank_worst", "margin_least", "margin_most", "rivals_least", "rivals_most",
    "same_step", "parallel", "crossing", "adjacent_most", "adjacent_least", "around", "through_third", "through_thirds",
    "third_most", "third_least", "rivals_over", "best_most", "best_least", "best_anywhere", "sentences", "reports",
)  # fmt: skip
_OVER = 0.3
"""Score from which a rival counts as a link of its own."""
_CARRIES = 0.15
"""Score from which a link to a third report is followed."""
_MOST_THIRDS = 24
"""Links of one sentence that are followed; more stand only where very many reports tell the same."""
_MOST_SENTENCES, _MOST_REPORTS = 100, 6
"""As far as the models were fitted; beyond, a longer report or one more would only push every score down."""
_ROW = 1 << 24
"""Sentences of one report are far fewer; a pair of sentences is one number, quicker looked up than two."""
_STEPS = [x * _ROW + y for x in (-2, -1, 0, 1, 2) for y in (-2, -1, 0, 1, 2) if x or y]

Key = tuple[int, int]
Leaders = tuple[Sequence[tuple[float, int]], Sequence[tuple[float, int]]]
"""For the two sentences of a pair, the best score to each other report and that report, best first."""


def competition(
    pairs: Sequence[tuple[View, View]], scores: Sequence[float], event: Sequence[Sequence[View]]
) -> Iterator[list[float]]:
    """The second features of each pair, given the first scores of all, in the order of `NAMES`."""
    tables: dict[Key, dict[int, float]] = defaultdict(dict)
    partners: dict[Key, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    thirds: dict[Key, dict[Key, float]] = defaultdict(dict)
    for (a, b), score in zip(pairs, scores, strict=True):
        left, right = (a.report, a.index), (b.report, b.index)
        tables[a.report, b.report][a.index * _ROW + b.index] = score
        partners[left][b.report].append(score)
        partners[right][a.report].append(score)
        if score > _CARRIES:
            thirds[left][right] = score
            thirds[right][left] = score
    thirds = defaultdict(dict, {key: _strongest(links) for key, links in thirds.items()})
    for rows in partners.values():
        for row in rows.values():
            row.sort(reverse=True)  # `_count_over` relies on it
    best = {key: max(row[0] for row in rows.values()) for key, rows in partners.items()}
    leaders = defaultdict(list, {key: _ranked(links) for key, links in thirds.items()})
    for (a, b), score in zip(pairs, scores, strict=True):
        left, right = (a.report, a.index), (b.report, b.index)
        yield [
            score,
            math.log((score + 1e-4) / (1.0001 - score)),
            *_rivals(score, partners[left][b.report], partners[right][a.report]),
            *_neighbours(a.index * _ROW + b.index, tables[a.report, b.report]),
            *_thirds(a.report, b.report, thirds[left], thirds[right], (leaders[left], leaders[right])),
            *_best(partners[left][b.report], partners[right][a.report], best[left], best[right]),
            min(len(event[a.report]) + len(event[b.report]), _MOST_SENTENCES),
            min(len(event), _MOST_REPORTS),
        ]


def _rivals(score: float, row: Sequence[float], column: Sequence[float]) -> list[float]:
    ranks = sorted((row.index(score), column.index(score)))
    margins = sorted((_margin(score, row), _margin(score, column)))
    others = sorted((math.fsum(row) - score, math.fsum(column) - score))
    return [*ranks, *margins, *others]


def _margin(score: float, ranked: Sequence[float]) -> float:
    rival = ranked[0] if ranked[0] > score else ranked[1] if len(ranked) > 1 else 0.0
    return score - rival


def _neighbours(at: int, table: Mapping[int, float]) -> list[float]:
    get = table.get
    before, after = get(at - _ROW - 1, 0.0), get(at + _ROW + 1, 0.0)
    across = get(at - _ROW + 1, 0.0) + get(at + _ROW - 1, 0.0)
    row, column = max(get(at - _ROW, 0.0), get(at + _ROW, 0.0)), max(get(at - 1, 0.0), get(at + 1, 0.0))
    around = math.fsum([get(at + step, 0.0) for step in _STEPS])
    return [max(before, after), before + after, across, max(row, column), min(row, column), around]


def _thirds(a: int, b: int, left: Mapping[Key, float], right: Mapping[Key, float], leaders: Leaders) -> list[float]:
    through = [min(left[key], right[key]) for key in left.keys() & right.keys() if key[0] not in (a, b)]
    most = sorted(next((score for score, other in ranked if other not in (a, b)), 0.0) for ranked in leaders)
    return [max(through, default=0.0), math.fsum(through), most[1], most[0]]


def _strongest(links: dict[Key, float]) -> dict[Key, float]:
    if len(links) <= _MOST_THIRDS:
        return links
    return dict(sorted(links.items(), key=lambda link: (-link[1], link[0]))[:_MOST_THIRDS])


def _ranked(links: Mapping[Key, float]) -> list[tuple[float, int]]:
    """The best score to each other report, best first."""
    best: dict[int, float] = {}
    for (other, _), score in links.items():
        best[other] = max(score, best.get(other, 0.0))
    return sorted(((score, other) for other, score in best.items()), reverse=True)


def _best(row: Sequence[float], column: Sequence[float], left: float, right: float) -> list[float]:
    over = _count_over(row) + _count_over(column)
    return [over, max(row[0], column[0]), min(row[0], column[0]), min(left, right)]


def _count_over(ranked: Sequence[float]) -> int:
    """How many of the scores, best first, would be links of their own."""
    return bisect_left(ranked, -_OVER, key=neg)
