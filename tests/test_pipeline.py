"""The spine as a whole."""

from storydiff.pipeline import compare
from storydiff.testing import report


def test_a_report_agrees_with_itself() -> None:
    text = "Police said three people were hurt. Nobody was arrested."
    assert compare([report(text, 0)[0], report(text, 1)[0]]).findings == ()
