"""Shared copy and the same-event gate."""

from __future__ import annotations

from storydiff.alignment.align import align
from storydiff.alignment.gate import strangers
from storydiff.analysis.analyse import analyse
from storydiff.model import Alignment, Report

WIRE = """MARROW CREEK (Reuters) - A freight train carrying grain left the rails near the old mill on Tuesday morning, and nobody was hurt.
The railway said a broken axle was to blame and that the line would stay closed for two days while crews cleared the wreck.
Lt. Oda Brandt of the county fire service told residents to keep away from the bridge until engineers had looked at it."""
OWN = """Grain spilled across a field by the mill in Marrow Creek when a train derailed on Tuesday.
A broken axle caused it, according to the railway, and trains will not run for two days."""
OTHER = """The council of Port Ellery voted 7 to 2 to raise parking fees.
Shop owners on Quay Street called the decision short-sighted."""


def aligned(*texts: str) -> Alignment:
    return align([analyse(Report(text=t, source=t, sigil=chr(65 + n))) for n, t in enumerate(texts)])


def test_wire_copy_is_grouped_and_credited() -> None:
    (copy,) = aligned(WIRE, OWN, WIRE + "\nThe mill has stood empty since 1998.").copies
    assert (copy.sigils, copy.credit) == (("A", "C"), "Reuters")
    assert copy.share == 1
    assert copy.links


def test_reports_in_their_own_words_share_no_copy() -> None:
    assert aligned(WIRE, OWN, OTHER).copies == ()


def test_a_report_of_another_event_is_told() -> None:
    assert strangers(aligned(WIRE, OWN, OTHER)) == ("C",)
    assert strangers(aligned(WIRE, OWN)) == ()
    assert strangers(aligned(WIRE, OTHER)) == ("A", "B")
    assert strangers(aligned(OTHER)) == ()
