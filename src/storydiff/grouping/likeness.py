"""How alike two reports, or two events, are."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from heapq import nlargest

from storydiff.grouping.dates import agreement
from storydiff.grouping.vectors import LENGTH, Signature, Vector, product

LIKE = 0.13
"""Least likeness of two reports, and least mean likeness of two events, that may be one event."""
_TIGHT = 0.62
"""Two events stay apart if they are less than so much as alike as the reports inside one of them: neighbouring events
(the second quake, the next trial) share a vocabulary, yet each is closer to itself than to the other."""
_FEW = 3
_TIGHTER = 0.03
_TIGHTEST = 0.8
"""Reports of one event find each other soon: two events of more than `_FEW` reports each that have stayed apart so long are
likely two, so with each further report of the smaller so much more is asked for, up to `_TIGHTEST`."""
_MOST_INSIDE = 0.48
"""Beyond it reports share copy; that two of them do must not keep a third out that is told in its own words."""
_ASSUMED_INSIDE = 0.22
_ASSUMED_PAIRS = 3
"""Two or three reports say little about how alike the reports of their event are: we start from what is usual."""
_CROWD = 1_000
_MORE_IN_A_CROWD = 0.04
"""The more reports there are to choose from, the likelier two are alike by accident: so much more likeness is asked for
where ten times `_CROWD` stand in one window."""
_WITHOUT_ONE_TERM = 0.03
"""Two reports that share one rare word, a surname say, and hardly anything else, are not of one event."""
_WORDS_SHARED = 0.6
_WITHOUT_TWO_TERMS = 0.25
"""Where the reports of an event share their very words, another one that shares a town and an official with them and little
else is of a neighbouring event: without the two terms that count most, this share of the likeness has to stay."""
_OTHER_DATES = 0.4
_SAME_DATES = 0.8
_SURE_DATES = 2
"""Events whose leads name other weekdays, months and years lose so much of their likeness, none from an agreement of
`_SAME_DATES` on; half of it where one side is a single report, which may name a day of its own."""
_FADING_A_DAY = 0.1
_SECONDS_A_DAY = 86_400
_SCALE = LENGTH * LENGTH

# The constants were chosen on five collections of news mixed into one pile; B-cubed F1 moves by less than 0.01 within
# 0.10–0.14 for LIKE, 0.58–0.65 for _TIGHT, 0.45–0.5 for _MOST_INSIDE, 0.03–0.05 for _TIGHTER, 0.3–0.6 for _OTHER_DATES
# and 0–0.3 for _FADING_A_DAY.


@dataclass(slots=True)
class Cluster:
    """An event in the making. Mutable.

    `vector`: sum over the reports. `inner`: sum of the products of all pairs of them. `times`: sum of the times of the
    `dated` ones. `dates`: how many of the reports name each date, `telling`: how many name any. `first`: the earliest
    report. `near`: numbers of the clusters that hold a report like one of these.
    """

    number: int
    reports: list[Signature]
    first: Signature
    vector: Vector
    inner: int = 0
    times: int = 0
    dated: int = 0
    newest: int | None = None
    dates: Counter[int] = field(default_factory=Counter)
    telling: int = 0
    near: set[int] = field(default_factory=set)


def likeness(a: Signature, b: Signature) -> float:
    """Cosine of the vectors, fading with the days between: 0–1."""
    days = 0.0 if a.time is None or b.time is None else abs(a.time - b.time) / _SECONDS_A_DAY
    return product(a.vector, b.vector) / _SCALE * math.exp(-_FADING_A_DAY * days)


def least_likeness(reports: int) -> float:
    """How alike two of so many reports within one window must be."""
    return LIKE + _MORE_IN_A_CROWD * math.log10(reports / _CROWD) if reports > _CROWD else LIKE


def are_like(a: Signature, b: Signature, least: float) -> bool:
    """Whether two reports are alike enough, by more than one term."""
    if likeness(a, b) < least:
        return False
    shared = _shared(a.vector, b.vector)
    return sum(shared) - max(shared) >= _WITHOUT_ONE_TERM * _SCALE


def _shared(a: Vector, b: Vector) -> list[int]:
    """What each common term adds to the product."""
    return [a[term] * b[term] for term in a.keys() & b.keys()]


def mean_likeness(a: Cluster, b: Cluster, together: int) -> float:
    """The average link: mean over all pairs across, `together` being the product of the sums."""
    days = abs(a.times / a.dated - b.times / b.dated) / _SECONDS_A_DAY if a.dated and b.dated else 0.0
    return together / (len(a.reports) * len(b.reports)) / _SCALE * math.exp(-_FADING_A_DAY * days)


def may_join(a: Cluster, b: Cluster, mean: float) -> bool:
    """Whether clusters of that mean likeness may be one event."""
    size = min(len(a.reports), len(b.reports))
    tight = min(_TIGHT + _TIGHTER * max(0, size - _FEW), _TIGHTEST)
    least = max(LIKE, tight * max(_inside(a), _inside(b)))
    return mean >= least and _broadly(a, b) and mean * (1 - _lost_by_dates(a, b)) >= least


def _lost_by_dates(a: Cluster, b: Cluster) -> float:
    """The share of their likeness that two events lose because they are told of other dates."""
    agreed = agreement(a.dates, b.dates)
    if agreed is None or agreed >= _SAME_DATES:
        return 0.0
    sure = min(1.0, min(a.telling, b.telling) / _SURE_DATES)
    return _OTHER_DATES * (1 - agreed / _SAME_DATES) * sure


def _broadly(a: Cluster, b: Cluster) -> bool:
    """Whether clusters are alike by more than two terms, as far as that is asked for."""
    if max(_mean_inside(a), _mean_inside(b)) < _WORDS_SHARED:
        return True
    shared = _shared(a.vector, b.vector)
    together = sum(shared)
    return together - sum(nlargest(2, shared)) >= _WITHOUT_TWO_TERMS * together


def _mean_inside(cluster: Cluster) -> float:
    """Mean likeness of the reports inside."""
    number = len(cluster.reports)
    return cluster.inner / _SCALE / (number * (number - 1) / 2) if number > 1 else 0.0


def _inside(cluster: Cluster) -> float:
    """Mean likeness of the reports inside, as far as they are many enough to tell."""
    number = len(cluster.reports)
    if number == 1:
        return 0.0
    mean = (cluster.inner / _SCALE + _ASSUMED_PAIRS * _ASSUMED_INSIDE) / (number * (number - 1) / 2 + _ASSUMED_PAIRS)
    return min(mean, _MOST_INSIDE)
