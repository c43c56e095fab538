"""Where and how somebody was hit."""

import pytest

from storydiff.testing import flagged

CASES = {
    "two parts of the body": (
        "The clerk was shot [[in the chest]] outside the Saltby bakery.",
        "The clerk, who was hit by a bullet [[in the leg]], was taken to Saltby General.",
    ),
    "a named person": (
        "Paul Brandt, 34, was shot [[in the chest]] on Friday.",
        "Paul Brandt was treated for a gunshot wound [[to his left shoulder]].",
    ),
    "one part told twice": (
        "The clerk was shot in the leg outside the Saltby bakery.",
        "The clerk was shot in the leg.",
    ),
    "a part and the part it belongs to": (
        "The clerk was shot in the leg.",
        "The clerk was shot in the thigh.",
    ),
    "two persons": (
        "A girl was shot in the leg.",
        "A man was shot in the chest.",
    ),
    "two wounds of one person": (
        "The clerk was shot in the chest and the leg.",
        "The clerk was shot in the leg.",
    ),
    "another man": (
        "The man was shot in the leg.",
        "Another man was shot in the chest.",
    ),
    "no wound": (
        "The girl was shot in the leg.",
        "The girl was sitting in the back of the bakery.",
    ),
    "a grazing shot and a bullet that stayed": (
        "The girl was [[grazed]] by a bullet.",
        "The girl is to [[have the bullet removed]] on Friday.",
    ),
    "glass and a grazing shot": (
        "A 15-year-old boy was [[injured by flying glass]].",
        "A 15-year-old boy was [[grazed]] in the back.",
    ),
    "a bullet through a door": (
        "The bullet went through the bakery door, hitting the girl.",
        "The girl was grazed by the bullet.",
    ),
}


@pytest.mark.parametrize("reports", CASES.values(), ids=CASES.keys())
def test_wounds(reports: tuple[str, ...]) -> None:
    found, expected = flagged("fact", *reports)
    assert found == expected
