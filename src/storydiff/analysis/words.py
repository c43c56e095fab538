"""The words of a report and where each begins, found once for all extractors that look for words of a list.

Taking a text apart and looking each word up costs less than one search for an alternation, and there are many lists.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import accumulate, compress
from typing import NamedTuple

from storydiff.analysis.lexicon import alternation

_PIECES = re.compile(r"(\w+)")
_FIRST = re.compile(r"\w+")


class Words(NamedTuple):
    """The words of a text (runs of letters, digits and `_`) and their offsets."""

    words: list[str]
    starts: list[int]


@lru_cache(maxsize=4)  # every extractor asks for the same text
def words_of(text: str) -> Words:
    """The words of `text` in order."""
    pieces = _PIECES.split(text)  # what is between words at even places, words at odd ones
    return Words(pieces[1::2], [*accumulate(map(len, pieces))][:-1:2])


def by_first_word(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """`phrases` in lower case by the first word of each, for `phrases_in`."""
    found: dict[str, tuple[str, ...]] = {}
    for phrase in dict.fromkeys(phrases):
        if (first := _FIRST.match(phrase)) is not None:
            found[first[0]] = (*found.get(first[0], ()), phrase)
    return found


def starts_of(text: str, words: Container[str]) -> Iterator[int]:
    """Where in `text` one of `words` stands, in order."""
    found = words_of(text)
    return compress(found.starts, map(words.__contains__, found.words))


def known_words(text: str, words: Container[str]) -> Iterator[tuple[int, str]]:
    """Those of `words` that stand in `text`, each with its offset, in order."""
    found = words_of(text)
    return compress(zip(found.starts, found.words, strict=True), map(words.__contains__, found.words))


def matches_at(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """The matches of `pattern` that begin at one of `starts` (in order), without overlap: `finditer` for one who knows where."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)) is not None:
            end = match.end()
            yield match


def phrases_in(text: str, phrases: Mapping[str, tuple[str, ...]], end: str = r"\b") -> Iterator[re.Match[str]]:
    """The longest of `phrases` at each place of `text` (lower case) that holds one, in order, without overlap; `end`: what must follow, a pattern."""
    reached = 0
    for start, word in known_words(text, phrases):
        if start >= reached:
            match = _any_of(phrases[word], end).match(text, start)
            if match is not None:
                reached = match.end()
                yield match


@cache
def _any_of(phrases: tuple[str, ...], end: str) -> re.Pattern[str]:
    return re.compile(alternation(phrases) + end)  # a report has few of the first words of a long list
