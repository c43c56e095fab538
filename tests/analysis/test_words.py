"""Words of lists are found where a search for them would find them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from storydiff.analysis.words import known_words, words_of

_WORDS = ("fire", "fires", "of", "no", "e")


@given(st.lists(st.sampled_from((*_WORDS, " ", "'", "-", "_", "ä", "9", "\n", "firefly"))).map("".join))
def test_known_words_are_those_of_a_search(text: str) -> None:
    searched = [(match.start(), match[0]) for match in re.finditer(rf"\b(?:{'|'.join(_WORDS)})\b", text)]
    assert list(known_words(text, frozenset(_WORDS))) == searched


@given(st.text(max_size=60))
def test_words_stand_where_they_are_said_to(text: str) -> None:
    found = words_of(text)
    assert all(text.startswith(word, start) for word, start in zip(found.words, found.starts, strict=True))
