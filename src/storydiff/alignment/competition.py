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
_AROUND = [x * _ROW + y for x in (-2, -1, 0, 1, 2) for y in (-2, -1, 0, 1, 2) if x or y]
_NW, _N, _NE, _W, _E, _SW, _S, _SE = (
    _AROUND.index(step) for step in (-_ROW - 1, -_ROW, -_ROW + 1, -1, 1, _ROW - 1, _ROW, _ROW + 1)
)


class _Rivals:
    """The scores of one sentence in one other report, best first, and what follows from them."""

    __slots__ = ("best", "over", "scores", "second", "total")

    def __init__(self, scores: list[float]) -> None:
        scores.sort(reverse=True)
        self.scores = scores
        self.best = scores[0]
        self.second = scores[1] if len(scores) > 1 else 0.0
        self.total = math.fsum(scores)
        self.over = bisect_left(scores, -_OVER, key=neg)
        """How many would be links of their own."""


def competition(
    pairs: Sequence[tuple[View, View]], scores: Sequence[float], event: Sequence[Sequence[View]]
) -> Iterator[list[float]]:
    """The second features of each pair, given the first scores of all, in the order of `NAMES`."""
    size = len(event)
    sentences = sum(map(len, event))
    tables: dict[int, dict[int, float]] = defaultdict(dict)
    rows: dict[int, list[float]] = defaultdict(list)
    thirds: list[dict[int, float]] = [{} for _ in range(sentences)]
    for (a, b), score in zip(pairs, scores, strict=True):
        tables[a.report * size + b.report][a.index * _ROW + b.index] = score
        rows[a.place * size + b.report].append(score)
        rows[b.place * size + a.report].append(score)
        if score > _CARRIES and size > 2:
            thirds[a.place][b.place] = score
            thirds[b.place][a.place] = score
    thirds = [_strongest(links) for links in thirds]
    report_of = [number for number, report in enumerate(event) for _ in report]
    leaders = [_ranked(links, report_of) for links in thirds]
    rivals = {key: _Rivals(row) for key, row in rows.items()}
    best = [0.0] * sentences
    for key, row in rivals.items():
        best[key // size] = max(best[key // size], row.best)
    for (a, b), score in zip(pairs, scores, strict=True):
        row, column = rivals[a.place * size + b.report], rivals[b.place * size + a.report]
        yield [
            score,
            math.log((score + 1e-4) / (1.0001 - score)),
            *_rivals(score, row, column),
            *_neighbours(a.index * _ROW + b.index, tables[a.report * size + b.report]),
            *_through(thirds[a.place], thirds[b.place]),
            *_most_first(_best_but(b.report, leaders[a.place]), _best_but(a.report, leaders[b.place])),
            row.over + column.over,
            *_most_first(row.best, column.best),
            min(best[a.place], best[b.place]),
            min(len(event[a.report]) + len(event[b.report]), _MOST_SENTENCES),
            min(size, _MOST_REPORTS),
        ]


def _rivals(score: float, row: _Rivals, column: _Rivals) -> list[float]:
    across, down = row.scores.index(score), column.scores.index(score)
    one = score - (row.best if row.best > score else row.second)
    other = score - (column.best if column.best > score else column.second)
    ranks = (across, down) if across < down else (down, across)
    margins = (one, other) if one < other else (other, one)
    one, other = row.total - score, column.total - score
    return [*ranks, *margins, *((one, other) if one < other else (other, one))]


def _neighbours(at: int, table: Mapping[int, float]) -> list[float]:
    get = table.get
    near = [get(at + step, 0.0) for step in _AROUND]
    before, after = near[_NW], near[_SE]
    row, column = max(near[_N], near[_S]), max(near[_W], near[_E])
    return [
        max(before, after), before + after, near[_NE] + near[_SW], max(row, column), min(row, column), math.fsum(near)
    ]  # fmt: skip


def _through(left: Mapping[int, float], right: Mapping[int, float]) -> tuple[float, float]:
    """Of what both are linked to: the best of the weaker links, and the sum of them."""
    if not left or not right:
        return 0.0, 0.0
    weaker = [min(score, right[place]) for place, score in left.items() if place in right]
    return max(weaker, default=0.0), math.fsum(weaker)


def _strongest(links: dict[int, float]) -> dict[int, float]:
    if len(links) <= _MOST_THIRDS:
        return links
    return dict(sorted(links.items(), key=lambda link: (-link[1], link[0]))[:_MOST_THIRDS])


def _ranked(links: Mapping[int, float], report_of: Sequence[int]) -> list[tuple[float, int]]:
    """The best score to each other report, best first."""
    best: dict[int, float] = {}
    for place, score in links.items():
        report = report_of[place]
        if score > best.get(report, 0.0):
            best[report] = score
    return sorted([(score, report) for report, score in best.items()], reverse=True)


def _best_but(report: int, ranked: Sequence[tuple[float, int]]) -> float:
    """The best score to a report that is not `report`."""
    for score, other in ranked[:2]:
        if other != report:
            return score
    return 0.0


def _most_first(one: float, other: float) -> tuple[float, float]:
    return (one, other) if one > other else (other, one)
