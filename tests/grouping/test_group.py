"""Grouping: events come apart, whatever the order of the pile."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from itertools import groupby

import pytest

from storydiff.grouping.frequencies import Frequencies
from storydiff.grouping.group import group, in_order, sign, to_signature
from storydiff.grouping.grouper import Grouper
from storydiff.model import Report

_FIRE = (
    "A fire at the Tolliver cannery in Marrow Creek killed two people on Monday, Fire Chief Oda Brandt said.",
    "Two people died in Marrow Creek when the Tolliver cannery burned on Monday, said Fire Chief Oda Brandt.",
    "Fire Chief Oda Brandt blamed a welder for the blaze at the Tolliver cannery in Marrow Creek.",
)
_VOTE = (
    "The Saltby council voted to close the Pellin library, clerk Ivo Quistran announced.",
    "Clerk Ivo Quistran announced that the Pellin library in Saltby closes after a council vote.",
)
_CRASH = (
    "A coach with pupils of Vaskholt Academy overturned on Quarry Road near Fenmouth, hurting nine, trooper Nell Ostgren said.",
    "Nine were hurt as a coach of Vaskholt Academy overturned on Quarry Road outside Fenmouth, said trooper Nell Ostgren.",
)
_DAY = datetime(2031, 3, 3, 8)


def _reports(*events: tuple[str, ...], dated: bool = True) -> list[Report]:
    return [
        Report(
            text=text,
            source=text,
            identifier=f"{number}/{place}",
            published=_DAY + timedelta(hours=place) if dated else None,
        )
        for number, texts in enumerate(events)
        for place, text in enumerate(texts)
    ]


def _partition(reports: list[Report], **options: timedelta) -> set[frozenset[str]]:
    return {frozenset(event.reports) for event in group(reports, **options)}


@pytest.mark.parametrize("dated", [True, False])
def test_events_come_apart(dated: bool) -> None:
    found = _partition(_reports(_FIRE, _VOTE, _CRASH, dated=dated))
    assert found == {
        frozenset({"0/0", "0/1", "0/2"}),
        frozenset({"1/0", "1/1"}),
        frozenset({"2/0", "2/1"}),
    }


def test_order_of_the_pile_does_not_matter() -> None:
    reports = _reports(_FIRE, _VOTE, _CRASH)
    expected = group(reports)
    for seed in range(8):
        random.Random(seed).shuffle(reports)  # noqa: S311  an order, no secret
        assert group(reports) == expected


def test_reports_outside_the_window_are_apart() -> None:
    first, second, *_ = _reports(_FIRE)
    later = Report(text=second.text, source="", identifier="later", published=_DAY + timedelta(days=4))
    assert len(_partition([first, later])) == 2
    assert len(_partition([first, later], window=timedelta(days=5))) == 1


def test_one_report_after_the_other_equals_all_at_once() -> None:
    reports = _reports(_FIRE, _VOTE, _CRASH)
    signed = sorted((sign(report) for report in reports), key=in_order)
    frequencies = Frequencies()
    for one in signed:
        frequencies.count(one.terms)
    grouper = Grouper(3 * 86_400)
    sizes = []
    for _, together in groupby(signed, key=lambda one: one.time):
        sizes += [placed.size for placed in grouper.add(*(to_signature(one, frequencies) for one in together))]
    assert {frozenset(event.reports) for event in grouper.finish()} == _partition(reports)
    assert sorted(sizes) == [1, 1, 1, 2, 2, 2, 3]


_STRIKE = (
    "Pickets closed the Tolliver cannery in Marrow Creek on Tuesday as 172 packers walked out, union leader Oda Brandt said. "
    "At issue are the boilers of the canning hall, which scalded Ivo Quistran in May.",
    "172 packers struck at the Tolliver cannery in Marrow Creek on Tuesday, said union leader Oda Brandt. "
    "They want the boilers of the canning hall mended.",
    "Union leader Oda Brandt said 172 packers of the Tolliver cannery in Marrow Creek went on strike on Tuesday. "
    "One of them, Ivo Quistran, was scalded by a boiler in the canning hall.",
    "The Tolliver cannery in Marrow Creek stood still on Tuesday, union leader Oda Brandt said: 172 packers are on strike. "
    "Ivo Quistran was scalded there, and the boilers were never mended.",
)
_NEXT_STRIKE = (
    "Pickets closed the Vaskholt shipyard in Marrow Creek on Thursday as 393 welders walked out, union leader Oda Brandt said. "
    "At issue is the crane over the slipway, which dropped a keel beside Nell Ostgren in June.",
    "393 welders struck at the Vaskholt shipyard in Marrow Creek on Thursday, said union leader Oda Brandt. "
    "They want the crane over the slipway replaced.",
    "Union leader Oda Brandt said 393 welders of the Vaskholt shipyard in Marrow Creek went on strike on Thursday. "
    "One of them, Nell Ostgren, saw a keel fall from the crane to the slipway.",
    "The Vaskholt shipyard in Marrow Creek stood still on Thursday, union leader Oda Brandt said: 393 welders are on strike. "
    "A keel fell beside Nell Ostgren there, and the crane was never replaced.",
)


@pytest.mark.parametrize("dated", [True, False])
def test_the_next_strike_in_the_same_town_is_another_event(dated: bool) -> None:
    assert _partition(_reports(_STRIKE, _NEXT_STRIKE, dated=dated)) == {
        frozenset({"0/0", "0/1", "0/2", "0/3"}),
        frozenset({"1/0", "1/1", "1/2", "1/3"}),
    }


def test_frequencies_survive_a_file() -> None:
    frequencies = Frequencies()
    frequencies.count([3, 9])
    frequencies.count([9])
    again = Frequencies.from_bytes(frequencies.to_bytes())
    assert again.reports == 2
    assert again.rarity(9) == frequencies.rarity(9) < again.rarity(3)


def test_repeated_identifiers_count_once() -> None:
    first, *_ = _reports(_FIRE)
    assert _partition([first, first]) == {frozenset({"0/0"})}


def test_nothing_gives_nothing() -> None:
    assert group([]) == ()
