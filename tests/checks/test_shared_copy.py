"""Edits to shared copy."""

from __future__ import annotations

from storydiff.model import Severity, Verdict
from storydiff.testing import findings

COPY = (
    "A grain train left the rails near the old mill in Marrow Creek on Tuesday, and the line will stay closed for 2 days, "
    "the railway said. Crews have begun to clear the wreck, and residents were told to keep away from the bridge."
)


def test_one_note_for_a_group_with_the_changed_figures() -> None:
    (found,) = findings("shared-copy", COPY, COPY.replace("2 days", "9 days"))
    assert (found.verdict, found.severity) == (Verdict.DIFFERENCE, Severity.NOTE)
    assert [variant.reading for variant in found.variants] == ["2", "9"]


def test_plain_sharing_and_harmless_edits_are_not_told() -> None:
    assert findings("shared-copy", COPY, COPY) == ()
    assert findings("shared-copy", COPY, COPY.replace("begun to clear", "started to clear")) == ()
