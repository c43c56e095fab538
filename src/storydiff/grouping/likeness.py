"""How alike two reports, or two events, are."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from storydiff.grouping.vectors import LENGTH, Signature, Vector, product

LIKE = 0.13
"""Least likeness of two reports, and least mean likeness of two events, that may be one event."""
_TIGHT = 0.62
"""Two events stay apart if they are less than so much as alike as the reports inside one of them: neighbouring events
(the second quake, the next trial) share a vocabulary, yet each is closer to itself than to the other."""
_MOST_INSIDE = 0.48
"""Beyond it reports share copy; that two of them do must not keep a third out that is told in its own words."""
_ASSUMED_INSIDE = 0.22
_ASSUMED_PAIRS = 3
"""Two or three reports say little about how alike the reports of their event are: we start from what is usual."""
_FADING_A_DAY = 0.1
_SECONDS_A_DAY = 86_400
_SCALE = LENGTH * LENGTH

# The constants were chosen on five collections of news mixed into one pile; B-cubed F1 moves by less than 0.01 within
# 0.10–0.14 for LIKE, 0.58–0.65 for _TIGHT, 0.45–0.5 for _MOST_INSIDE and 0–0.3 for _FADING_A_DAY.


@dataclass(slots=True)
class Cluster:
    """An event in the making. Mutable.

    `vector`: sum over the reports. `inner`: sum of the products of all pairs of them. `times`: sum of the times of the
    `dated` ones. `first`: the earliest report. `near`: numbers of the clusters that hold a report like one of these.
    """

    number: int
    reports: list[Signature]
    first: Signature
    vector: Vector
    inner: int = 0
    times: int = 0
    dated: int = 0
    newest: int | None = None
    near: set[int] = field(default_factory=set)


def likeness(a: Signature, b: Signature) -> float:
    """Cosine of the vectors, fading with the days between: 0–1."""
    days = 0.0 if a.time is None or b.time is None else abs(a.time - b.time) / _SECONDS_A_DAY
    return product(a.vector, b.vector) / _SCALE * math.exp(-_FADING_A_DAY * days)


def mean_likeness(a: Cluster, b: Cluster, together: int) -> float:
    """The average link: mean over all pairs across, `together` being the product of the sums."""
    days = abs(a.times / a.dated - b.times / b.dated) / _SECONDS_A_DAY if a.dated and b.dated else 0.0
    return together / (len(a.reports) * len(b.reports)) / _SCALE * math.exp(-_FADING_A_DAY * days)


def may_join(a: Cluster, b: Cluster, mean: float) -> bool:
    """Whether clusters of that mean likeness may be one event."""
    return mean >= LIKE and mean >= _TIGHT * max(_inside(a), _inside(b))


def _inside(cluster: Cluster) -> float:
    """Mean likeness of the reports inside, as far as they are many enough to tell."""
    number = len(cluster.reports)
    if number == 1:
        return 0.0
    mean = (cluster.inner / _SCALE + _ASSUMED_PAIRS * _ASSUMED_INSIDE) / (number * (number - 1) / 2 + _ASSUMED_PAIRS)
    return min(mean, _MOST_INSIDE)
