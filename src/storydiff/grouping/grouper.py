"""Signatures, one by one in the order of time → events.

Agglomerative clustering by average link, kept up as reports arrive: a new report opens a cluster of its own, then the most
alike of the clusters around it join, while two are alike enough. Because the mean over all pairs counts, a chain of
reports that are each only like the next does not make an event. Clusters older than the window are let go.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from heapq import heappop, heappush

from storydiff.grouping.likeness import Cluster, may_join, mean_likeness
from storydiff.grouping.postings import Neighbourhood, Neighbours
from storydiff.grouping.vectors import Signature, product

_SWEEP_EVERY = 4_096
_LEAST_ANEW = 4
_MOST_ANEW = 128
"""An event of so many reports is settled anew when it is over; more of them would cost too much, for every pair is looked at."""
_FOREVER = 1 << 62

_Pair = tuple[float, int, int, int, int]
"""Two clusters that may join: mean likeness (negative, so that the best comes first), their numbers, their size together,
the product of their vectors."""


@dataclass(frozen=True, slots=True)
class Event:
    """Reports of one event: their identifiers, the earliest first. `identifier` holds its day, and is stable."""

    identifier: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a report went: the event's identifier so far, and how many reports it now has."""

    event: str
    size: int


class Grouper:
    """Keeps the events of the last `window` seconds. Mutable; feed it roughly in the order of time, undated reports first.

    Each report costs about the same however many came before; memory holds the reports of one window and all undated ones.
    `neighbours` are found on the way if they are not known beforehand.
    """

    __slots__ = ("_clusters", "_done", "_home", "_neighbours", "_newest", "_opened", "_swept", "_window")

    def __init__(self, window: int, neighbours: Neighbours | None = None) -> None:
        self._window = window
        self._neighbours = neighbours or Neighbourhood(window)
        self._clusters: dict[int, Cluster] = {}
        self._home: dict[str, int] = {}
        self._opened = 0
        self._swept = 0
        self._newest: int | None = None
        self._done: list[Event] = []

    def add(self, *together: Signature) -> tuple[Placement, ...]:
        """Let reports that are published at the same time each join an event or open one. Identifiers must be new.

        Their own order does not matter: of all that could be joined, what is most alike is joined first.
        """
        opened = [self._open(signature) for signature in sorted(together, key=_in_time)]
        self._settle({cluster.number for cluster in opened}, together[0].time)
        placements = tuple(self._placement(signature) for signature in together)
        self._sweep(together[0].time)
        return placements

    def drain(self) -> list[Event]:
        """The events that no new report can join any more; they are forgotten here."""
        done, self._done = self._done, []
        return done

    def finish(self) -> list[Event]:
        """All events not yet drained. The grouper is empty afterwards."""
        for cluster in self._clusters.values():
            self._done += _settled_anew(cluster)
        self._clusters.clear()
        self._home.clear()
        return self.drain()

    def _open(self, signature: Signature) -> Cluster:
        """A cluster of one report, and its neighbours."""
        near = {self._home[name] for name in self._neighbours.of(signature) if name in self._home}
        time = signature.time
        cluster = Cluster(
            self._opened, [signature], signature, dict(signature.vector),
            times=time or 0, dated=time is not None, newest=time,
            dates=Counter(signature.dates), telling=bool(signature.dates), near=near,
        )  # fmt: skip
        self._opened += 1
        self._clusters[cluster.number] = cluster
        self._home[signature.identifier] = cluster.number
        for number in near:
            self._clusters[number].near.add(cluster.number)
        return cluster

    def _settle(self, numbers: set[int], now: int | None) -> None:
        """Join the most alike of the clusters `numbers` and their neighbours, again and again, while two are alike enough."""
        pairs: list[_Pair] = []
        for number in sorted(numbers):
            self._push_pairs(pairs, self._clusters[number], now)
        while pairs:
            _, a, b, size, together = heappop(pairs)
            one, other = self._clusters.get(a), self._clusters.get(b)
            if one and other and len(one.reports) + len(other.reports) == size:  # else joined since then
                self._push_pairs(pairs, self._join(one, other, together), now)

    def _push_pairs(self, pairs: list[_Pair], cluster: Cluster, now: int | None) -> None:
        for number in sorted(cluster.near):
            other = self._clusters.get(number)
            if other is None or self._is_over(other, now):
                cluster.near.discard(number)
                continue
            together = product(cluster.vector, other.vector)
            mean = mean_likeness(cluster, other, together)
            if may_join(cluster, other, mean):
                a, b = sorted((cluster.number, number))
                heappush(pairs, (-mean, a, b, len(cluster.reports) + len(other.reports), together))

    def _placement(self, signature: Signature) -> Placement:
        cluster = self._clusters[self._home[signature.identifier]]
        return Placement(_event_name(cluster), len(cluster.reports))

    def _is_over(self, cluster: Cluster, now: int | None) -> bool:
        return now is not None and cluster.newest is not None and now - cluster.newest > self._window

    def _join(self, a: Cluster, b: Cluster, together: int) -> Cluster:
        """Pour the smaller into the larger."""
        large, small = (a, b) if (len(a.reports), -a.number) >= (len(b.reports), -b.number) else (b, a)
        del self._clusters[small.number]
        for signature in small.reports:
            self._home[signature.identifier] = large.number
        large.inner += small.inner + together
        large.reports += small.reports
        large.first = min(large.first, small.first, key=_in_time)
        large.times += small.times
        large.dated += small.dated
        large.dates += small.dates
        large.telling += small.telling
        large.newest = max((time for time in (large.newest, small.newest) if time is not None), default=None)
        for term, weight in small.vector.items():
            large.vector[term] = large.vector.get(term, 0) + weight
        for number in small.near:
            if number != large.number and (neighbour := self._clusters.get(number)):
                neighbour.near.discard(small.number)
                neighbour.near.add(large.number)
                large.near.add(number)
        large.near.discard(small.number)
        return large

    def _sweep(self, now: int | None) -> None:
        """Now and then, let go of what the window has left behind."""
        if now is not None and (self._newest is None or now > self._newest):
            self._newest = now
        if self._newest is None or self._opened - self._swept < _SWEEP_EVERY:
            return
        self._swept = self._opened
        self._neighbours.forget(self._newest - self._window)
        for cluster in [one for one in self._clusters.values() if self._is_over(one, self._newest)]:
            del self._clusters[cluster.number]
            for gone in cluster.reports:
                del self._home[gone.identifier]
            self._done += _settled_anew(cluster)


class _AllTogether:
    """Every report is near every other. Mutable."""

    def __init__(self) -> None:
        self._seen: list[str] = []

    def of(self, signature: Signature) -> Collection[str]:
        """Identifiers of all earlier reports."""
        earlier = self._seen.copy()
        self._seen.append(signature.identifier)
        return earlier

    def forget(self, before: int) -> None:
        """Nothing is forgotten."""


def _settled_anew(cluster: Cluster) -> list[Event]:
    """The event of `cluster`, or the events, if it is more than one.

    Each report joined what was most alike when it came: the first report of the next fire had only this one to join. Now
    that all have come, those most alike are joined first.
    """
    if not _LEAST_ANEW <= len(cluster.reports) <= _MOST_ANEW:
        return [_event(cluster)]
    anew = Grouper(_FOREVER, _AllTogether())
    anew.add(*cluster.reports)
    return [_event(one) for one in anew._clusters.values()]


def _in_time(signature: Signature) -> tuple[bool, int, int]:
    return signature.time is None, signature.time or 0, signature.order


def _event_name(cluster: Cluster) -> str:
    first = cluster.first
    day = "undated" if first.time is None else datetime.fromtimestamp(first.time, UTC).strftime("%Y-%m-%d")
    return f"{day}-{first.order:016x}"


def _event(cluster: Cluster) -> Event:
    members = sorted(cluster.reports, key=_in_time)
    return Event(_event_name(cluster), tuple(member.identifier for member in members))
