"""Sentences that are the same but for one stretch."""

import pytest

from storydiff.checks.common.edited import edits
from storydiff.pipeline import align_reports
from storydiff.testing import report

ONE = "The clerk was shot outside the Saltby bakery on Wednesday with a rifle."
CASES = {
    "a word": (ONE, ONE.replace("Wednesday", "Monday"), [("Wednesday", "Monday")]),
    "a word more": (ONE, ONE.replace("was shot", "was allegedly shot"), [("", "allegedly")]),
    "several words": (ONE, ONE.replace("The clerk", "A man from the harbor"), [("The clerk", "A man from the harbor")]),
    "nothing": (ONE, ONE, []),
    "two places": (ONE, ONE.replace("clerk", "baker").replace("rifle", "knife"), []),
    "typography": ("The clerk's bakery was shut on Friday.", "The clerk’s bakery was shut on Friday.", []),
    "the other has it word for word": (ONE, f"{ONE} {ONE.replace('Wednesday', 'Monday')}", []),
}


@pytest.mark.parametrize(("first", "second", "expected"), CASES.values(), ids=CASES)
def test_the_stretch_that_differs(first: str, second: str, expected: list[tuple[str, str]]) -> None:
    alignment = align_reports([report(first, 0)[0], report(second, 1)[0]]).alignment
    assert [(edit.a.text, edit.b.text) for edit in edits(alignment)] == expected
