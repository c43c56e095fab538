"""Findings seen from one report."""

from __future__ import annotations

import pytest

from storydiff.checks.drafts import touching
from storydiff.model import Confidence, Evidence, Finding, Severity, Variant, Verdict


def finding(*variants: str) -> Finding:
    """A finding whose variants are carried by the reports named, as in "A B"."""
    return Finding(
        check="number", verdict=Verdict.CONFLICT, severity=Severity.ERROR, confidence=Confidence.HIGH,
        about="people wounded", message="people wounded", why="they differ",
        variants=tuple(
            Variant(str(n), str(n), tuple(Evidence(sigil, 0, 5, "three") for sigil in sigils.split()))
            for n, sigils in enumerate(variants)
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("variants", "seen"),
    [
        (("A", "B"), ("B", "A")),
        (("A C", "B D"), ("B D", "A C")),
        (("A", "C B"), ("B C", "A")),
        (("A", "B/Harbor Ledger"), ("B/Harbor Ledger", "A")),
        (("A", "C"), None),
        (("BB", "A"), None),
    ],
)
def test_only_what_touches_the_draft_and_its_place_first(
    variants: tuple[str, ...], seen: tuple[str, ...] | None
) -> None:
    found = touching([finding(*variants)], {"B"})
    shown = [tuple(" ".join(m.sigil for m in v.mentions) for v in one.variants) for one in found]
    assert shown == ([] if seen is None else [seen])
