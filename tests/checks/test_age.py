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
