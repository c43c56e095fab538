"""One line a finding."""

from storydiff.model import Comparison
from storydiff.reporting.to_concise import to_concise


def test_every_new_finding_has_its_line(comparison: Comparison) -> None:
    lines = to_concise(comparison).splitlines()
    assert len(lines) == 5
    assert lines[0] == "events/pier/a.md:6:1: number conflict A and C say 3 people were wounded, B says 5"
