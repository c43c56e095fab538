"""What only one report tells."""

from __future__ import annotations

from storydiff.model import Severity, Verdict
from storydiff.testing import findings

LEAD = "A fire closed the Marrow Creek school on Monday. "
EXTRA = "Mayor Ines Holt said the county had ignored 14 complaints since 2019."


def test_is_a_note_with_one_variant() -> None:
    (found,) = findings("left-out", LEAD + EXTRA, LEAD)
    assert (found.verdict, found.severity, len(found.variants)) == (Verdict.ONLY_HERE, Severity.NOTE, 1)
    assert found.variants[0].reading == EXTRA


def test_no_more_than_asked_for() -> None:
    assert findings("left-out", LEAD + EXTRA, LEAD, options={"most": 0}) == ()


def test_one_report_leaves_nothing_out() -> None:
    assert findings("left-out", LEAD + EXTRA) == ()
