"""How badly something was damaged."""

import pytest

from storydiff.testing import flagged

CASES = {
    "destroyed and damaged": (
        "The quake [[flattened seven villages]] near Saltby.",
        "The quake [[damaged several villages]] near Saltby.",
    ),
    "destroyed and intact": (
        "The blaze [[destroyed the bakery and a shop]].",
        "The [[shop was left intact]], firefighters said.",
    ),
    "both degrees": (
        "The storm destroyed ten homes and damaged forty homes.",
        "The storm damaged forty homes.",
    ),
    "other things": (
        "The storm destroyed a bridge.",
        "The storm damaged ten homes.",
    ),
    "what might have been": (
        "The fire could have destroyed the school.",
        "The fire damaged the school.",
    ),
    "one degree in other words": (
        "The fire gutted the church.",
        "The church was destroyed by the fire.",
    ),
}


@pytest.mark.parametrize("reports", CASES.values(), ids=CASES.keys())
def test_damage(reports: tuple[str, ...]) -> None:
    found, expected = flagged("fact", *reports)
    assert found == expected
