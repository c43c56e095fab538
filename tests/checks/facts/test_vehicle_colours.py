"""The colour of one car by its make."""

import pytest

from storydiff.testing import flagged

CASES = {
    "two paints": (
        "They fled in a [[red Ford Fusion]].",
        "The [[blue 2007 Ford Fusion]] was found in Saltby.",
    ),
    "two words for one paint": (
        "They fled in a [[gray 2007 Ford Fusion]].",
        "A [[silver Ford Fusion]] was found in Saltby.",
    ),
    "one paint": (
        "They fled in a gray Ford Fusion.",
        "A grey Ford Fusion was found in Saltby.",
    ),
    "two makes": (
        "They fled in a red Ford Fusion.",
        "A blue Honda Civic was found in Saltby.",
    ),
    "a report with two such cars": (
        "They fled in a red Ford Fusion and a blue Ford Fusion.",
        "They fled in a blue Ford Fusion.",
    ),
}


@pytest.mark.parametrize("reports", CASES.values(), ids=CASES.keys())
def test_vehicle_colours(reports: tuple[str, ...]) -> None:
    found, expected = flagged("fact", *reports)
    assert found == expected
