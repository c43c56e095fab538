"""The words of a report and where each begins, found once for all extractors that look for words of a list.

Taking a text apart and looking its words up costs less than one search for an alternation, and there are many lists.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import cache, lru_cache, partial
from itertools import accumulate, chain, compress, count
from operator import add
from typing import NamedTuple

from storydiff.analysis.lexicon import alternation

_PIECES = re.compile(r"(\w+)")
_SIGNS = "“”‘’—–…\u00a0"
"""What most texts in English hold besides ASCII."""
_BLANKS = {code: " " for code in range(128) if not (chr(code).isalnum() or chr(code) == "_")}
_WORD = re.compile(r"\w+")
_FREQUENT = frozenset(
    "a an and any are as at be been by could did does for from had has have he her him his if in is it its may no not of on or"
    " out over s said she t that the their them there they this to under up was were what when who will with would".split()
)
"""Words of so many places that a phrase is rather looked for by another word of it."""


class Words(NamedTuple):
    """The words of a text (runs of letters, digits and `_`) and where they stand."""

    words: list[str]
    """In order, with "" at the end, so that every word has one after it."""

    starts: list[int]
    """The offset of each word."""

    numbers: dict[str, list[int]]
    """Which words of the text each distinct word is: a list is looked up once for these, not for all words."""


class Rarest(NamedTuple):
    """How phrases stand about the word by which they are looked for."""

    before: int
    """How many words before it they begin."""

    step: int
    """To the word that is looked at next, 0 for a phrase of one word."""

    others: frozenset[str]
    """Which words may stand there."""


class Phrases(NamedTuple):
    """The phrases of a list, to be looked for in a text by the rarest word of each."""

    begun_by: dict[str, Callable[[], re.Pattern[str]]]
    """By their first words what gives the pattern of the phrases; a report has few of the first words of a long list."""

    rarest: dict[str, tuple[Rarest, ...]]
    """By the rarest words of phrases."""


@lru_cache(maxsize=4)  # every extractor asks for the same text
def words_of(text: str) -> Words:
    """The words of `text` in order."""
    words, starts = _in_order(text)
    numbers: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        if word in numbers:
            numbers[word].append(number)
        else:
            numbers[word] = [number]
    words.append("")
    return Words(words, starts, numbers)


def _in_order(text: str) -> tuple[list[str], list[int]]:
    """The words of `text` and their offsets; by methods of strings where these can tell words, in two thirds of the time."""
    plain = text
    if not plain.isascii():
        for sign in _SIGNS:
            plain = plain.replace(sign, " ")
    if plain.isascii():
        pieces = plain.translate(_BLANKS).split(" ")  # nothing between two blanks
        offsets = map(add, accumulate(map(len, pieces), initial=0), count())
        return [*filter(None, pieces)], [*compress(offsets, pieces)]
    pieces = _PIECES.split(text)  # what is between words at even places, words at odd ones
    return pieces[1::2], [*accumulate(map(len, pieces))][:-1:2]


def phrases_of(phrases: Iterable[str], end: str = r"\b") -> Phrases:
    """`phrases` in lower case for `phrases_in`; those that do not begin with a word are left out.

    `end`: what must follow, a pattern for the end of a word.
    """
    begun_by: dict[str, list[str]] = {}
    places: dict[str, dict[tuple[int, int], set[str]]] = {}
    for phrase in dict.fromkeys(phrases):
        words = _WORD.findall(phrase)
        if words and phrase.startswith(words[0]):
            begun_by.setdefault(words[0], []).append(phrase)
            before = min(range(len(words)), key=lambda number: (words[number] in _FREQUENT, -len(words[number])))
            step = -before or min(1, len(words) - 1)
            places.setdefault(words[before], {}).setdefault((before, step), set()).add(words[before + step])
    rarest = {
        word: tuple([Rarest(before, step, frozenset(others)) for (before, step), others in about.items()])
        for word, about in places.items()
    }
    return Phrases({first: cache(partial(_any_of, begun, end)) for first, begun in begun_by.items()}, rarest)


def starts_of(text: str, words: Set[str]) -> list[int]:
    """Where in `text` one of `words` stands, in order."""
    found = words_of(text)
    return [found.starts[number] for number in numbers_of(found, words)]


def known_words(text: str, words: Set[str]) -> list[tuple[int, str]]:
    """Those of `words` that stand in `text`, each with its offset, in order."""
    found = words_of(text)
    return [(found.starts[number], found.words[number]) for number in numbers_of(found, words)]


def numbers_of(found: Words, words: Set[str]) -> list[int]:
    """Which words of a text are among `words`, in order."""
    numbers = found.numbers
    return sorted(chain.from_iterable([numbers[word] for word in numbers.keys() & words]))


def matches_at(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """The matches of `pattern` that begin at one of `starts` (in order), without overlap: `finditer` for one who knows where."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)) is not None:
            end = match.end()
            yield match


def phrases_in(text: str, phrases: Phrases) -> Iterator[re.Match[str]]:
    """The longest of `phrases` at each place of `text` (lower case) that holds one, in order, without overlap."""
    words, starts, _ = found = words_of(text)
    begun_by, rarest = phrases
    reached = 0
    for number in _beginnings(found, rarest):
        start = starts[number]
        if start >= reached:
            match = begun_by[words[number]]().match(text, start)
            if match is not None:
                reached = match.end()
                yield match


@lru_cache(maxsize=1 << 10)
def as_listed(found: str) -> str:
    """The phrase of a list that was `found` in a text: single blanks, straight apostrophes."""
    return " ".join(found.replace("’", "'").split())


def _beginnings(found: Words, rarest: Mapping[str, tuple[Rarest, ...]]) -> list[int]:
    """The numbers of the words with which a phrase may begin, in order."""
    words, _, numbers = found
    begun: set[int] = set()
    for word in numbers.keys() & rarest.keys():
        for before, step, others in rarest[word]:
            if step == 0:
                begun.update(numbers[word])
                continue
            for number in numbers[word]:
                if number >= before and words[number + step] in others:
                    begun.add(number - before)
    return sorted(begun)


def _any_of(phrases: Iterable[str], end: str) -> re.Pattern[str]:
    return re.compile(alternation(phrases) + end)
