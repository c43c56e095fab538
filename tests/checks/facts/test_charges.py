"""Which offences the suspects are charged with."""

import pytest

from storydiff.testing import flagged

CASES = {
    "other offences": (
        "The driver was [[arrested on a charge of arson]].",
        "The driver was [[charged with felonious assault]].",
    ),
    "the gravest alone, the same day": (
        "The driver was charged with murder.",
        "The driver was charged with murder and arson.",
    ),
    "more counts later": (
        "@2026-01-02 The driver was [[charged with murder]].",
        "@2026-01-04 The driver was [[charged with murder and arson]].",
    ),
    "an older case": (
        "The driver was charged with murder.",
        "The driver was previously charged with arson.",
    ),
    "the name of a squad": (
        "The driver was arrested on two counts of assault by the Homicide Unit.",
        "The driver was charged with assault.",
    ),
}


@pytest.mark.parametrize("reports", CASES.values(), ids=CASES.keys())
def test_charges(reports: tuple[str, ...]) -> None:
    found, expected = flagged("fact", *reports)
    assert found == expected
