"""Hours, parts of day and days that cannot both be right."""

import pytest

from storydiff.model import Verdict
from storydiff.testing import findings, flagged

CASES = {
    "the year of an election": (
        "@2031-02-05 The clerk of Saltby sued the ferry guild over the 2029 election on [[Sunday]] in the harbor court.",
        "@2031-02-05 The clerk of Saltby sued the ferry guild over the election on [[Monday]] in the harbor court.",
    ),
    "raids of two days": (
        "A raid on the market of Saltby killed nine bakers on Monday, the mayor said.",
        "A raid on the market of Saltby killed 26 bakers on Wednesday, the mayor said.",
    ),
    "another hour": (
        "The baker was shot outside the Saltby bakery at [[9 p.m.]] with a rifle.",
        "The baker was shot outside the Saltby bakery at [[6 p.m.]] with a rifle.",
    ),
    "another weekday": (
        "The baker was shot outside the Saltby bakery on [[Wednesday]] with a rifle.",
        "The baker was shot outside the Saltby bakery on [[Monday]] with a rifle.",
    ),
    "a weekday and a date": (
        "The baker was shot outside the Saltby bakery on [[Dec. 29]] with a rifle.",
        "The baker was shot outside the Saltby bakery on [[Wednesday]] with a rifle.",
    ),
    "a weekday and its date": (
        "The baker was shot outside the Saltby bakery on Dec. 29 with a rifle.",
        "The baker was shot outside the Saltby bakery on Monday with a rifle.",
    ),
    "another part of the day": (
        "The baker was shot outside the Saltby bakery on [[Monday morning]] with a rifle.",
        "The baker was shot outside the Saltby bakery on [[Monday evening]] with a rifle.",
    ),
    "a part of day that holds the hour": (
        "The baker was shot outside the Saltby bakery on Monday night with a rifle.",
        "The baker was shot outside the Saltby bakery at 9 p.m. Monday with a rifle.",
    ),
    "the night between": (
        "The baker was shot outside the Saltby bakery on Monday night with a rifle.",
        "The baker was shot outside the Saltby bakery early Tuesday with a rifle.",
    ),
    "another zone": (
        "The ferry exploded in the Saltby harbor at 9:15 GMT with its crew.",
        "The ferry exploded in the Saltby harbor at 10:15 with its crew.",
    ),
    "noon in words": (
        "The ferry exploded in the Saltby harbor at noon with its crew.",
        "The ferry exploded in the Saltby harbor at 12 p.m. with its crew.",
    ),
    "today in reports of two days": (
        "@2026-01-02 The ferry exploded in the Saltby harbor today with its crew.",
        "@2026-01-03 The ferry exploded in the Saltby harbor today with its crew.",
    ),
    "another day of the same statement": (
        "The ferry exploded in the Saltby harbor with its crew, the mayor said [[Tuesday]].",
        "The ferry exploded in the Saltby harbor with its crew, the mayor said [[Sunday]].",
    ),
    "two victims of one day": (
        "Arvid Tolland was shot on the Saltby quay near the bakery at 3 p.m.",
        "Mirela Oster was shot on the Saltby quay near the bakery at 5 p.m. in another robbery.",
    ),
    "two hours in one sentence": (
        "The ferry left at 9 a.m. and exploded in the Saltby harbor at 10 a.m. with its crew.",
        "The ferry exploded in the Saltby harbor at 4 p.m. with its crew.",
    ),
    "the day it was said": (
        "The ferry exploded in the Saltby harbor with its crew, the mayor said Tuesday.",
        "The ferry exploded in the Saltby harbor with its crew on Monday, the mayor said.",
    ),
}


@pytest.mark.parametrize("reports", CASES.values(), ids=CASES.keys())
def test_time(reports: tuple[str, ...]) -> None:
    found, expected = flagged("time", *reports)
    assert found == expected


def test_about_nine_is_a_difference() -> None:
    (found,) = findings(
        "time",
        "The baker was shot outside the Saltby bakery at about 9 p.m. with a rifle.",
        "The baker was shot outside the Saltby bakery at 9:15 p.m. with a rifle.",
    )
    assert found.verdict is Verdict.DIFFERENCE


def test_one_finding_for_all_reports() -> None:
    (found,) = findings(
        "time", *(f"The baker was shot outside the Saltby bakery at {n} p.m. with a rifle." for n in (3, 6, 9, 6))
    )
    assert found.verdict is Verdict.CONFLICT
    assert {variant.value: len(variant.mentions) for variant in found.variants} == {"15:00": 1, "18:00": 2, "21:00": 1}


ANYWHERE = {
    "the hour of the event, told anywhere": (
        "A baker was hurt in Saltby. The shooting happened about [[9 p.m.]], the harbor police said.",
        "Gunfire broke out near the ferry at [[9:40 p.m.]] on Friday. Nobody has been arrested in Saltby.",
    ),
    "an address is no year": (
        "The shooting happened about [[9 p.m.]], the harbor police said.",
        "Gunfire broke out in the 1900 block of Quay Street at [[9:40 p.m.]] on Friday.",
    ),
    "happenings of two days": (
        "@2026-01-07 A baker was shot on Wednesday. The shooting happened about 9 p.m., the harbor police said.",
        "@2026-01-10 Robbers killed two tourists near the old lighthouse late Friday. Gunfire broke out at 9:40 p.m.",
    ),
    "just before and just after": (
        "The brawl in the Saltby ferry hall broke out [[just before]] 9 p.m. on Friday.",
        "A gunman wounded a baker when a quarrel over cards turned violent [[just after]] 9 p.m., a clerk said.",
    ),
    "a call before the event": (
        "A baker was shot about [[9:30 p.m.]] by two strangers, her sister said.",
        "The harbor police got the call at [[9:05 p.m.]] and sent two boats.",
    ),
    "a call after the event": (
        "A baker was shot about 9:30 p.m. by two strangers, her sister said.",
        "The harbor police got the call at 9:45 p.m. and sent two boats.",
    ),
    "two happenings in one report": (
        "A baker was shot about 9:30 p.m. by two strangers, her sister said.",
        "Two brawls kept Tallow Ford awake: gunfire broke out at 8 p.m. near the mill. It erupted again at 11 p.m. in a barn.",
    ),
    "hours far apart": (
        "A baker was shot about 9:30 p.m. by two strangers, her sister said.",
        "The first shooting happened at 3 p.m. on the quay.",
    ),
    "another shooting": (
        "A baker was shot about 9:30 p.m. by two strangers, her sister said.",
        "Another shooting happened at 8:30 p.m. on the quay.",
    ),
    "the hours of other things": (
        "A baker was shot about 9:30 p.m. by two strangers, her sister said.",
        "The ferry hall opens at 8:30 p.m. and serves soup.",
    ),
    "an open bound": (
        "The shooting happened after 9 p.m., the harbor police said.",
        "Gunfire broke out near the ferry at 11 p.m. on Friday.",
    ),
    "a morning shooting in the evening": (
        "A baker was killed [[Friday evening]] at the ferry in Saltby.",
        "The town mourns the victims of the [[early morning]] shootings.",
    ),
    "said, and then the hour of what is told": (
        "The harbor police said around [[9:05 p.m.]], officers responded to the quay, where they found a baker shot.",
        "The shooting happened just before [[9:30 p.m.]] on the quay.",
    ),
    "noon of something else after the event": (
        "The clinic sends a van to the west lot for blood gifts at noon on Friday, in part for those who offered help "
        "in the hours and days after the shooting.",
        "The shooting happened at 11:15 a.m. on the quay.",
    ),
    "a report that gives two days": (
        "A baker was shot at the ferry hall in Saltby on Wednesday. The baker was shot at the ferry hall in Saltby on Tuesday.",
        "A baker was shot at the ferry hall in Saltby on Tuesday.",
    ),
    "since a day and on a day": (
        "The baker is the second clerk shot in Saltby since Saturday, the mayor said.",
        "The baker is the second clerk shot in Saltby on Tuesday, the mayor said.",
    ),
    "nobody held by an hour": (
        "No one was in custody for the Saltby ferry fire late Tuesday night.",
        "No one was in custody for the Saltby ferry fire on Tuesday afternoon.",
    ),
    "last week and last month": (
        "@2026-01-20 The harbor fund of Saltby will be empty by 2036, the figures issued [[last month]] say.",
        "@2026-01-20 The harbor fund of Saltby will be empty by 2036, its trustees warned [[last week]].",
    ),
    "a week of that month": (
        "@2026-01-05 The harbor fund of Saltby will be empty by 2036, the figures issued last month say.",
        "@2026-01-05 The harbor fund of Saltby will be empty by 2036, its trustees warned last week.",
    ),
    "the day of a deadline": (
        "The baker was shot at the ferry, and the council races against a Tuesday deadline.",
        "The baker was shot at the ferry on Monday, and the council races against a deadline.",
    ),
    "charged on a day and arrested on another": (
        "Oda Brandt was arrested Monday in the shooting of the Saltby baker.",
        "Oda Brandt was charged Tuesday in the shooting of the Saltby baker.",
    ),
}


@pytest.mark.parametrize("reports", ANYWHERE.values(), ids=ANYWHERE.keys())
def test_times_of_the_main_event_need_no_linked_sentence(reports: tuple[str, ...]) -> None:
    found, expected = flagged("time", *reports)
    assert [sigil for sigil, _ in found] == [sigil for sigil, _ in expected]


def test_twenty_minutes_apart_is_a_conflict_and_ten_are_not() -> None:
    told = "The shooting happened about {} in the ferry hall."
    for other, verdict in (("9:40 p.m.", Verdict.CONFLICT), ("9:20 p.m.", Verdict.DIFFERENCE)):
        (found,) = findings("time", told.format("9:10 p.m."), told.format(other))
        assert found.verdict is verdict


def test_shortly_before_midnight_may_be_half_past_eleven() -> None:
    told = "The shooting happened {} in the ferry hall."
    for other, verdict in (("about 11:30 p.m.", Verdict.DIFFERENCE), ("about 12:40 a.m.", Verdict.CONFLICT)):
        (found,) = findings("time", told.format("shortly before midnight"), told.format(other))
        assert found.verdict is verdict


def test_just_before_two_and_about_two_are_a_difference() -> None:
    told = "The shooting happened {} 2 p.m. in the ferry hall."
    (found,) = findings("time", told.format("just before"), told.format("about"))
    assert found.verdict is Verdict.DIFFERENCE
    assert not findings("time", told.format("after"), told.format("about"))


def test_the_day_somebody_resigned_is_not_that_of_the_deed() -> None:
    one = "The officer who shot a baker at the Saltby ferry hall resigned Tuesday, the mayor said."
    other = "The officer shot a baker at the Saltby ferry hall on Sunday, the mayor said."
    assert not findings("time", one, other)


def test_the_day_of_a_vote_is_compared() -> None:
    one = "The council of Saltby voted 5-2 on Monday to close the old school at the quay."
    other = "The old school at the quay will close after a 5-2 vote of the council of Saltby on Thursday."
    (found,) = findings("time", one, other)
    assert found.about == "day of the decision"


def test_the_day_of_a_death_in_a_crash_is_that_of_the_crash() -> None:
    one = "A train derailed near the mill in Saltby on Tuesday and killed three railway workers."
    other = "Three railway workers died when a train derailed near the mill in Saltby on Friday."
    (found,) = findings("time", one, other)
    assert found.verdict == Verdict.CONFLICT
