"""One person, two ages."""

import pytest

from storydiff.model import Verdict
from storydiff.testing import findings, flagged

CASES = {
    "a named person": (
        "Oda Brandt, [[34]], was hurt in the fall at the Saltby quay.",
        "The fall at the Saltby quay hurt Oda Brandt, [[43]].",
    ),
    "a decade holds the age": (
        "Oda Brandt, 34, was hurt in the fall at the Saltby quay.",
        "Oda Brandt, who is in her 30s, was hurt in the fall at the Saltby quay.",
    ),
    "two persons": (
        "Oda Brandt, 34, was hurt in the fall at the Saltby quay.",
        "Tobias Renn, 43, was hurt in the fall at the Saltby quay.",
    ),
    "no name, sentences that tell the same": (
        "A [[6-year-old]] girl was pulled from the river at Tallow Ford on Friday.",
        "A [[7-year-old]] girl was pulled from the river at Tallow Ford on Friday.",
    ),
}


@pytest.mark.parametrize("reports", CASES.values(), ids=CASES.keys())
def test_age(reports: tuple[str, ...]) -> None:
    found, expected = flagged("age", *reports)
    assert found == expected


def test_a_birthday_may_lie_between_two_days() -> None:
    text = "was hurt in the fall at the Saltby quay."
    (found,) = findings("age", f"@2026-01-02 Oda Brandt, 34, {text}", f"@2026-01-09 Oda Brandt, 35, {text}")
    assert found.verdict is Verdict.DIFFERENCE


UNNAMED = {
    "the one girl of each report, in sentences that are not linked": (
        "A [[6-year-old girl]] was pulled from the river. The ferry hall had closed early for repairs.",
        "The mayor praised the two divers who had saved the [[7-year-old girl]] near Tallow Ford on Friday.",
    ),
    "two girls": (
        "A 6-year-old girl was pulled from the river. The ferry hall had closed early for repairs.",
        "The mayor praised two divers who saved the 7-year-old girl. A 6-year-old girl swam ashore near Tallow Ford.",
    ),
    "a girl and a boy": (
        "A 6-year-old girl was pulled from the river at Tallow Ford on Friday.",
        "A 7-year-old boy was pulled from the river at Tallow Ford on Friday.",
    ),
    "all others of the list agree": (
        "The ferry fire hurt three men, ages 25, [[34]] and 51, the harbor police said.",
        "Bram Okonedo, 25, and Pieter Vance, [[35]], were burned and Lars Holm, 51, broke a leg.",
    ),
    "a list that shares a hyphen": (
        "The ferry fire burned a 25- and [[36-year-old]] in the face, and a 51-year-old in the leg.",
        "The ferry fire hurt three men, ages 25, [[34]] and 51, the harbor police said.",
    ),
    "nothing else agrees": (
        "The ferry fire hurt two men, ages 25 and 34, the harbor police said.",
        "Bram Okonedo, 29, and Pieter Vance, 35, were burned at the ferry.",
    ),
    "two of an age": (
        "Hurt were children of 6 and 11: a [[15-year-old boy]] broke a leg and another [[15-year-old boy]] was cut by "
        "glass. A 6-year-old girl and an 11-year-old girl coughed.",
        "The children's ages were 6, 11, 15 and [[16]], the harbor police said.",
    ),
    "the one who died": (
        "Mirela Oster, a [[30-year-old]] bus driver from Tallow Ford, was killed, her sister said.",
        "One woman in her [[20s]] died on the quay and a clerk of 44 was taken to the hospital.",
    ),
    "months and years of one child": (
        "A 22-month-old girl was pulled from the river at Tallow Ford on Friday.",
        "A 2-year-old girl was pulled from the river at Tallow Ford on Friday.",
    ),
    "an age in months after the number": (
        "Oda Brandt, age 2 months, was pulled from the river at Tallow Ford on Friday.",
        "The divers pulled 2-month-old Oda Brandt from the river at Tallow Ford on Friday.",
    ),
    "an age without a noun, in sentences that tell the same": (
        "A [[3-year-old]] was hurt on Friday in a car near the Saltby bakery.",
        "A [[4-year-old]] boy was hurt on Friday in a car near the Saltby bakery.",
    ),
    "two persons of one sentence": (
        "A 3-year-old and a 9-year-old were hurt on Friday in a car near the Saltby bakery.",
        "A 4-year-old boy was hurt on Friday in a car near the Saltby bakery.",
    ),
    "children of other cases": (
        "A 6-year-old girl was pulled from the river. The ferry hall had closed early for repairs.",
        "Last month, a 7-year-old girl drowned in a separate incident near Tallow Ford.",
    ),
    "a surname that relatives share": (
        "Mirela Oster, 35, was hurt. Her father, Lars Oster, [[60]], called for help. Later Oster, 35, was taken home.",
        "Lars Oster, [[56]], was taken to the hospital, and Mirela Oster, 35, was hurt.",
    ),
    "a name that both tell is nobody else": (
        "Oda Brandt, [[20]], was shot on the quay, and a 5-year-old girl and a 3-month-old boy sat in her car.",
        "Oda Brandt, [[22]], lay on the quay; a 21-year-old, a 5-year-old girl and a 3-month-old boy were unhurt.",
    ),
    "one who is held and one who is sought": (
        "Oda Brandt, 21, was arrested on Monday in the shooting on the quay.",
        "The hunt goes on for two unidentified suspects, one of them a 22-year-old, in the shooting on the quay.",
    ),
    "the suspect and the victim": (
        "A 19-year-old Saltby man has been held in the death at the ferry, his lawyer says.",
        "A man is in custody after the death of a 21-year-old man at the ferry in Saltby.",
    ),
}


@pytest.mark.parametrize("reports", UNNAMED.values(), ids=UNNAMED.keys())
def test_persons_without_a_name(reports: tuple[str, ...]) -> None:
    found, expected = flagged("age", *reports)
    assert [sigil for sigil, _ in found] == sorted({sigil for sigil, _ in expected})


def test_years_pass_between_two_reports() -> None:
    told = "Oda Brandt, {}, was hurt in the fall at the Saltby quay."
    assert not findings("age", f"@2024-01-02 {told.format(34)}", f"@2026-02-09 {told.format(36)}")
    assert findings("age", f"@2024-01-02 {told.format(34)}", f"@2026-02-09 {told.format(44)}")


def test_an_age_with_an_open_end_is_compared_like_others() -> None:
    (found,) = findings(
        "age",
        "Oda Brandt, at least 40 years old, was hurt in the fire at the cannery.",
        "Oda Brandt, 31, was hurt in the fire at the cannery.",
    )
    assert found.verdict == Verdict.CONFLICT
