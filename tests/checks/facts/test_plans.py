"""What is to come in one report, and has happened in another."""

import pytest

from storydiff.testing import flagged

CASES = {
    "planned and done": (
        "Governor Oda Brandt is [[expected to sign]] the Saltby ferry bill on Friday.",
        "Governor Oda Brandt [[signed]] the Saltby ferry bill on Friday.",
    ),
    "done by other words": (
        "The Saltby ferry is [[scheduled to leave]] for Marrow Creek on Friday.",
        "The Saltby ferry [[departed]] for Marrow Creek on Friday.",
    ),
    "planned in both": (
        "Governor Oda Brandt is expected to sign the Saltby ferry bill on Friday.",
        "Governor Oda Brandt will sign the Saltby ferry bill on Friday.",
    ),
    "another deed": (
        "Governor Oda Brandt is expected to sign the Saltby ferry bill on Friday.",
        "Governor Oda Brandt praised the Saltby ferry bill on Friday.",
    ),
    "not done": (
        "Governor Oda Brandt is expected to sign the Saltby ferry bill on Friday.",
        "Governor Oda Brandt has not signed the Saltby ferry bill on Friday.",
    ),
    "told in quotation marks": (
        "Governor Oda Brandt is expected to sign the Saltby ferry bill on Friday.",
        '"Governor Oda Brandt signed the Saltby ferry bill on Friday," he said.',
    ),
}


@pytest.mark.parametrize("reports", CASES.values(), ids=CASES.keys())
def test_plans(reports: tuple[str, ...]) -> None:
    found, expected = flagged("fact", *reports)
    assert found == expected
