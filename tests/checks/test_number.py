"""Incompatible figures of one thing."""

import pytest

from storydiff.model import Verdict
from storydiff.testing import findings, flagged

CASES = {
    "three reports, two readings": (
        "Police said [[12 people]] were killed in the Saltby ferry disaster.",
        "Police said [[15 people]] were killed in the Saltby ferry disaster.",
        "Police said [[12 people]] were killed in the Saltby ferry disaster.",
    ),
    "figure and word agree": (
        "Police said 12 people were killed in the Saltby ferry disaster.",
        "Police said twelve people were killed in the Saltby ferry disaster.",
    ),
    "an open end holds the higher figure": (
        "At least three people were hurt when the Saltby ferry hit the quay.",
        "Five people were hurt when the Saltby ferry hit the quay.",
    ),
    "about": (
        "About 120 people were on the Saltby ferry when it hit the quay.",
        "The Saltby ferry had 124 people aboard when it hit the quay.",
    ),
    "other victims": (
        "Two officers were wounded when the Saltby ferry hit the quay on Friday.",
        "Five people were killed when the Saltby ferry hit the quay on Friday.",
    ),
    "money": (
        "The new bridge over the Tallow will cost [[$3.2 million]], the council of Tallow Ford said.",
        "The new bridge over the Tallow will cost [[$4.1 million]], the council of Tallow Ford said.",
    ),
    "ages are not its business": (
        "A 34-year-old man drove the van into the Saltby bakery on Friday.",
        "A 36-year-old man drove the van into the Saltby bakery on Friday.",
    ),
}


@pytest.mark.parametrize("reports", CASES.values(), ids=CASES.keys())
def test_number(reports: tuple[str, ...]) -> None:
    found, expected = flagged("number", *reports)
    assert found == expected


def test_one_finding_names_the_outlier() -> None:
    (found,) = findings("number", *CASES["three reports, two readings"])
    assert found.verdict is Verdict.CONFLICT
    assert "Outlet 2 alone" in found.message


def test_a_toll_that_rises_is_an_update() -> None:
    text = "people were killed in the Saltby ferry disaster, police said."
    (found,) = findings("number", f"@2026-01-02T08:00 Three {text}", f"@2026-01-02T20:00 Five {text}")
    assert found.verdict is Verdict.UPDATE
    (found,) = findings("number", f"@2026-01-02T20:00 Three {text}", f"@2026-01-02T08:00 Five {text}")
    assert found.verdict is Verdict.CONFLICT
