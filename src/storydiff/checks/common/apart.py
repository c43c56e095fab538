"""Readings of one thing that do not go together, as the checks of places and names hand them on."""

from __future__ import annotations

from typing import NamedTuple

from storydiff.checks.base import Check, evidence
from storydiff.checks.verdicts import describe
from storydiff.model import Alignment, Confidence, Finding, Mention, Variant, Verdict


class Apart(NamedTuple):
    """What about, value → where it stands, why in a few words, whether it is sure, and the verdict."""

    about: str
    readings: dict[str, list[Mention]]
    why: str
    sure: bool = True
    verdict: Verdict = Verdict.CONFLICT


def variants(apart: Apart) -> tuple[Variant, ...]:
    """The readings as variants, each mention once."""
    return tuple(
        Variant(places[0].text, value, tuple(dict.fromkeys(evidence(place) for place in places)))
        for value, places in sorted(apart.readings.items())
    )


def finding_of(check: Check, alignment: Alignment, apart: Apart) -> Finding:
    """The readings as a finding of `check`."""
    found = variants(apart)
    words = " and ".join(f"“{variant.reading}”" for variant in found)
    return check.finding(
        apart.verdict,
        Confidence.MEDIUM if apart.sure else Confidence.LOW,
        about=apart.about,
        message=f"{apart.about}: {describe(alignment, found)}",
        why=f"{words}: {apart.why}",
        variants=found,
    )
