"""Readings of one thing that do not go together, as the checks of places and names hand them on."""

from __future__ import annotations

from typing import NamedTuple

from storydiff.checks.base import evidence
from storydiff.model import Mention, Variant, Verdict


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
