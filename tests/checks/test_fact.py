"""Contradictions of state, polarity and opposites."""

import pytest

from storydiff.model import Verdict
from storydiff.testing import findings, flagged

CASES = {
    "arrested and nobody arrested": (
        "Police have [[arrested]] a man in the robbery of the Saltby bakery.",
        "Police said no [[arrests have been made]] in the robbery of the Saltby bakery.",
    ),
    "both tell of an arrest": (
        "Police have arrested a man in the robbery of the Saltby bakery.",
        "A man is in custody after the robbery of the Saltby bakery.",
    ),
    "a report with both tells of two suspects": (
        "One man is in custody, and another suspect is still at large.",
        "No arrests have been made in the robbery.",
    ),
    "another wound": (
        "The baker was shot [[in the neck]] outside the Saltby bakery on Friday night.",
        "The baker was shot [[in the shoulder]] outside the Saltby bakery on Friday night.",
    ),
    "a wound and its part of the body": (
        "The baker was shot in the head outside the Saltby bakery on Friday night.",
        "The baker was shot in the head outside the Saltby bakery, near the quay, on Friday night.",
    ),
    "states inside quotations are not set against narration": (
        'The robber was caught, a neighbor said: "No arrests have been made, ever."',
        "Police have arrested a man in the robbery of the Saltby bakery.",
    ),
}


@pytest.mark.parametrize("reports", CASES.values(), ids=CASES.keys())
def test_fact(reports: tuple[str, ...]) -> None:
    found, expected = flagged("fact", *reports)
    assert found == expected


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("@2026-01-02 ", "@2026-01-03 ", Verdict.UPDATE),
        ("@2026-01-02 ", "@2026-01-02 ", Verdict.DIFFERENCE),
        ("@2026-01-02T08:00 ", "@2026-01-02T18:00 ", Verdict.UPDATE),
    ],
)
def test_an_arrest_in_a_later_report_is_an_update(first: str, second: str, verdict: Verdict) -> None:
    (found,) = findings("fact", first + "No arrests have been made.", second + "Police arrested a man, 34, on Friday.")
    assert found.verdict is verdict
