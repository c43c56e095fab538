"""Titles that exclude each other, and titles that one person may have at once."""

import pytest

from storydiff.testing import flagged

CASES = {
    "two ranks": (
        "[[Sgt.]] Oda Brandt said on Friday that the clerk was shot at the ferry terminal.",
        "[[Lt.]] Oda Brandt said on Friday that the clerk was shot at the ferry terminal.",
    ),
    "one rank written in two ways": (
        "Lt. Oda Brandt said on Friday that the clerk was shot at the ferry terminal.",
        "Lieutenant Oda Brandt said on Friday that the clerk was shot at the ferry terminal.",
    ),
    "a rank and an office": (
        "Sgt. Oda Brandt said on Friday that the clerk was shot at the ferry terminal.",
        "Police spokeswoman Oda Brandt said on Friday that the clerk was shot at the ferry terminal.",
    ),
    "a former rank": (
        "Former Capt. Oda Brandt said on Friday that the clerk was shot at the ferry terminal.",
        "Chief Oda Brandt said on Friday that the clerk was shot at the ferry terminal.",
    ),
    "two of one surname": (
        "Sgt. Oda Brandt said on Friday that the clerk was shot. Lt. Pavel Brandt said so too.",
        "Lt. Pavel Brandt said on Friday that the clerk was shot.",
    ),
}


@pytest.mark.parametrize("reports", CASES.values(), ids=CASES.keys())
def test_role(reports: tuple[str, ...]) -> None:
    found, expected = flagged("role", *reports)
    assert found == expected
