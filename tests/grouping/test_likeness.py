"""What makes reports alike, and what does not."""

from __future__ import annotations

from collections import Counter
from zlib import crc32

import pytest

from storydiff.grouping.likeness import LIKE, Cluster, are_like, least_likeness, may_join, mean_likeness
from storydiff.grouping.vectors import Signature, product


def _signature(**terms: int) -> Signature:
    vector = {crc32(term.encode()): weight for term, weight in terms.items()}
    return Signature("", 0, None, (), vector, tuple(vector))


def test_one_rare_word_in_common_is_not_enough() -> None:
    alone, other = _signature(name=600, pier=800), _signature(name=600, trial=800)
    assert not are_like(alone, other, LIKE)
    assert are_like(_signature(name=500, town=300, pier=800), _signature(name=500, town=300, trial=800), LIKE)


@pytest.mark.parametrize(("reports", "more"), [(1, 0.0), (1_000, 0.0), (10_000, 0.04), (100_000, 0.08)])
def test_in_a_crowd_more_likeness_is_asked_for(reports: int, more: float) -> None:
    assert least_likeness(reports) == pytest.approx(LIKE + more)


def _joins(inside: dict[str, int], *, newcomer: dict[str, int]) -> bool:
    """Whether `newcomer` may join an event of three reports in the very same words."""
    told, new = _signature(**inside), _signature(**newcomer)
    vector = {term: 3 * weight for term, weight in told.vector.items()}
    event = Cluster(0, [told] * 3, told, vector, inner=3 * product(told.vector, told.vector))
    one = Cluster(1, [new], new, dict(new.vector))
    return may_join(event, one, mean_likeness(event, one, product(event.vector, one.vector)))


_FIRE = {"town": 500, "chief": 400, "street": 400, "owner": 400, "victim": 400, "heater": 300}


def test_the_next_fire_in_the_same_town_is_another_event() -> None:
    assert not _joins(_FIRE, newcomer={"town": 500, "chief": 400, "lane": 500, "tenant": 400, "cable": 400})


def test_another_account_in_words_of_its_own_is_of_the_event() -> None:
    assert _joins(
        _FIRE, newcomer={"town": 400, "chief": 300, "street": 300, "victim": 300, "smoke": 500, "witness": 500}
    )


def _may_join(reports: int, across: float, dates: tuple[int, ...] = (2,)) -> bool:
    """Whether two events of so many reports each may be one: alike by `across` where their own reports are alike by 0.45."""
    event = _signature(town=500, chief=400, street=400, owner=400, victim=400)
    pairs = reports * (reports - 1) // 2
    clusters = [
        Cluster(
            number, [event] * reports, event, dict(event.vector), inner=round(0.45 * 1_000_000 * pairs),
            dates=Counter({date: reports}), telling=reports,
        )
        for number, date in enumerate((2, dates[0]))
    ]  # fmt: skip
    return may_join(*clusters, across)


def test_events_of_other_dates_must_be_more_alike() -> None:
    assert _may_join(2, 0.25)
    assert not _may_join(2, 0.25, dates=(3,))
    assert _may_join(2, 0.42, dates=(3,))


def test_a_single_report_may_name_a_day_of_its_own() -> None:
    assert _may_join(1, 0.17, dates=(3,))
    assert not _may_join(2, 0.17, dates=(3,))


@pytest.mark.parametrize(("reports", "joined"), [(2, True), (3, True), (8, False), (12, False)])
def test_large_events_that_stayed_apart_must_be_more_alike(reports: int, joined: bool) -> None:
    assert _may_join(reports, 0.29) is joined
