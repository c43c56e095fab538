"""The words of a report and where each begins, found once for all extractors that look for words of a list.

Taking a text apart and looking each word up costs less than one search for an alternation, and there are many lists.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, compress
from typing import NamedTuple

_PIECES = re.compile(r"(\w+)")


class Words(NamedTuple):
    """The words of a text (runs of letters, digits and `_`) and their offsets."""

    words: list[str]
    starts: list[int]


@lru_cache(maxsize=4)  # every extractor asks for the same text
def words_of(text: str) -> Words:
    """The words of `text` in order."""
    pieces = _PIECES.split(text)  # what is between words at even places, words at odd ones
    return Words(pieces[1::2], [*accumulate(map(len, pieces))][:-1:2])


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The first word of each of `phrases`."""
    return frozenset(match[0] for phrase in phrases if (match := re.match(r"\w+", phrase)) is not None)


def starts_of(text: str, words: Container[str]) -> Iterator[int]:
    """Where in `text` one of `words` stands, in order."""
    found = words_of(text)
    return compress(found.starts, map(words.__contains__, found.words))


def known_words(text: str, words: Container[str]) -> Iterator[tuple[int, str]]:
    """Those of `words` that stand in `text`, each with its offset, in order."""
    found = words_of(text)
    return ((start, word) for start, word in zip(found.starts, found.words, strict=True) if word in words)


def matches_at(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """The matches of `pattern` that begin at one of `starts` (in order), without overlap: `finditer` for one who knows where."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)) is not None:
            end = match.end()
            yield match
