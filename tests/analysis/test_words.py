"""Words of lists are found where a search for them would find them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from storydiff.analysis.lexicon import alternation
from storydiff.analysis.words import known_words, phrases_in, phrases_of, starts_of, words_of

_WORDS = ("fire", "fires", "of", "no", "e")
_PHRASES = ("fire", "fire of no", "of fires", "no", "no fire-e", "of the e", "e e", "no of")
_TEXTS = st.lists(st.sampled_from((*_WORDS, *"     '-_ä9\n", "the", "firefly"))).map("".join)


@given(_TEXTS)
def test_known_words_are_those_of_a_search(text: str) -> None:
    searched = [(match.start(), match[0]) for match in re.finditer(rf"\b(?:{'|'.join(_WORDS)})\b", text)]
    assert known_words(text, frozenset(_WORDS)) == searched
    assert starts_of(text, frozenset(_WORDS)) == [start for start, _ in searched]


@given(_TEXTS)
def test_phrases_are_those_of_a_search(text: str) -> None:
    searched = [match.span() for match in re.finditer(rf"\b{alternation(_PHRASES)}\b", text)]
    assert [match.span() for match in phrases_in(text, phrases_of(_PHRASES))] == searched


@given(st.text(max_size=60) | st.text("ab1_ .,'-“”’—…\u00a0é\n", max_size=60))
def test_words_stand_where_they_are_said_to(text: str) -> None:
    words, starts, numbers = words_of(text)
    assert words == [*re.findall(r"\w+", text), ""]
    assert all(text.startswith(word, start) for word, start in zip(words[:-1], starts, strict=True))
    assert sorted((number, word) for word, places in numbers.items() for number in places) == [*enumerate(words[:-1])]
