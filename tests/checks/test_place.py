"""Places that exclude each other, and places that do not."""

import pytest

from storydiff.model import Verdict
from storydiff.testing import findings, flagged

CASES = {
    "hospitals of two who were hit": (
        "A man with a gunshot wound to his left hand was taken to Saltby General Hospital, police said.",
        "A man with a gunshot wound to his knee was taken to Harlow Memorial Hospital, police said.",
    ),
    "blocks of one street": (
        "The clerk was shot in the [[1400 block of Harbor Street]] on Friday.",
        "The clerk was shot in the [[1900 block of Harbor St.]] on Friday.",
    ),
    "a house and its block": (
        "The clerk was shot in the 1400 block of Harbor Street on Friday.",
        "The clerk was shot at 1412 Harbor Street on Friday.",
    ),
    "abbreviations": (
        "The clerk was shot in the 1400 block of North Sixth Street on Friday.",
        "The clerk was shot in the 1400 block of N. 6th St. on Friday.",
    ),
    "streets": (
        "The clerk was found on [[Brandt Street]] on Friday night, police said.",
        "The clerk was found on [[Brandt Avenue]] on Friday night, police said.",
    ),
    "hospitals": (
        "The clerk was taken to [[Saltby General Hospital]] on Friday night, police said.",
        "The clerk was taken to [[Harlow Memorial Hospital]] on Friday night, police said.",
    ),
    "a hospital and its short name": (
        "The clerk was taken to Saltby General Hospital on Friday night, police said.",
        "The clerk was taken to Saltby Hospital on Friday night, police said.",
    ),
    "a patient who was moved": (
        "The clerk was taken to Saltby General Hospital on Friday night. He was later flown to Harlow Memorial Hospital.",
        "The clerk was taken to Harlow Memorial Hospital on Friday night.",
    ),
    "sides of a town": (
        "The clerk was shot at a store in [[north Saltby]] on Friday night.",
        "The clerk was shot at a store in [[southwest Saltby]] on Friday night.",
    ),
    "other streets in other sentences": (
        "The clerk lived on Brandt Street with a dog.",
        "The robber fled along Harbor Avenue in a van.",
    ),
}


@pytest.mark.parametrize("reports", CASES.values(), ids=CASES.keys())
def test_place(reports: tuple[str, ...]) -> None:
    found, expected = flagged("place", *reports)
    assert found == expected


def test_one_finding_for_a_street_whatever_the_number_of_reports() -> None:
    told = "The clerk was shot in the {} block of Harbor Street on Friday."
    (found,) = findings("place", *(told.format(number) for number in (1400, 1900, 1400, 2300)))
    assert [variant.value for variant in found.variants] == ["1400 block", "1900 block", "2300 block"]


def test_numbers_in_sentences_that_tell_different_things_are_held_back() -> None:
    reports = (
        "Neighbors of [[1412 Harbor Street]] heard a quarrel.",
        "The house at [[1914 Harbor Street]] burned on Friday.",
    )
    assert not findings("place", *reports)
    found, expected = flagged("place", *reports, low=True)
    assert found == expected


def test_sides_that_lie_next_to_each_other_are_a_difference() -> None:
    told = "The clerk was shot at a store in {} Saltby on Friday night."
    (found,) = findings("place", told.format("south"), told.format("southeast"))
    assert found.verdict is Verdict.DIFFERENCE
