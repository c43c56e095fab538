"""What must stand in a sentence before a shape of a state is searched for in it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storydiff.analysis.status_accounts import ACCOUNTS
from storydiff.analysis.status_shapes import SHAPES

_NARROWED = [
    (cues.partition(" & ")[2].split("|"), wording)
    for cues, wording in (
        *((shape.cues, shape.wording) for shape in SHAPES),
        *((cues, wording) for _, _, cues, wording in ACCOUNTS),
    )
    if " & " in cues
]


@pytest.mark.parametrize(("besides", "wording"), _NARROWED)
def test_every_wording_holds_a_word_besides_its_cue(besides: list[str], wording: str) -> None:
    @settings(max_examples=10)
    @given(st.from_regex(re.compile(wording, re.ASCII)))
    def holds(text: str) -> None:
        for match in re.finditer(wording, text):
            assert not set(besides).isdisjoint(re.findall(r"\w+", match[0]))

    holds()
