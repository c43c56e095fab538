"""Which shapes of states a report holds: by the words of its sentences first, by a search for the few that these allow."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from storydiff.analysis.status_accounts import SHAPES as ACCOUNTS
from storydiff.analysis.status_shapes import SHAPES, Shape
from storydiff.analysis.words import Words
from storydiff.model import Sentence

_ALL = (*SHAPES, *(Shape(cues, field, value, pattern) for field, value, cues, pattern in ACCOUNTS))


@cache
def _pattern(wording: str) -> re.Pattern[str]:
    return re.compile(wording)  # at its first use: most reports need few of them


@cache
def _numbers_of_cues() -> dict[str, frozenset[int]]:
    """The numbers of the shapes that each cue belongs to."""
    found: dict[str, set[int]] = {}
    for number, shape in enumerate(_ALL):
        for cue in shape.cues.partition(" & ")[0].split("|"):
            found.setdefault(cue, set()).add(number)
    return {cue: frozenset(numbers) for cue, numbers in found.items()}


@cache
def _words_besides() -> tuple[frozenset[str], ...]:
    """For each shape the words one of which its sentence holds besides its cue; none if a cue is enough."""
    return tuple([frozenset(shape.cues.partition(" & ")[2].split("|")) - {""} for shape in _ALL])


_HEAD = 3  # letters by which most words are told to begin no cue
_LONGEST_CUE = 20  # letters; more of a word need not be looked at


@cache
def _heads() -> frozenset[str]:
    return frozenset([cue[:_HEAD].rstrip() for cue in _numbers_of_cues()])


@lru_cache(maxsize=1 << 12)
def _begun_by(word: str) -> frozenset[int]:
    """The numbers of the shapes with a cue that `word`, cut to `_LONGEST_CUE`, begins with."""
    of_cue, ended = _numbers_of_cues(), f"{word} "
    return frozenset[int]().union(*(of_cue.get(ended[:length], ()) for length in range(1, len(ended) + 1)))


def shapes_of(found: Words, sentences: Sequence[Sentence]) -> dict[int, list[int]]:
    """For `sentences` by index the numbers of the shapes that their words allow; `found`: the words of their text in lower case."""
    words, offsets, numbers = found
    starts = [sentence.start for sentence in sentences]
    cued: dict[int, set[int]] = {}
    for cue, shapes in _cues_among(numbers).items():
        for number in numbers[cue]:
            index = bisect_right(starts, offsets[number]) - 1
            if index >= 0 and offsets[number] < sentences[index].end:
                cued.setdefault(index, set()).update(shapes)
    besides = _words_besides()
    allowed: dict[int, list[int]] = {}
    for index, shapes_held in cued.items():
        first = bisect_left(offsets, starts[index])
        held = words[first : bisect_left(offsets, sentences[index].end, first)]
        kept = [number for number in shapes_held if not besides[number] or not besides[number].isdisjoint(held)]
        if kept:
            kept.sort()
            allowed[index] = kept
    return allowed


def _cues_among(words: Iterable[str]) -> dict[str, frozenset[int]]:
    """Those of `words` that are a cue, with the numbers of the shapes of each."""
    heads = _heads()
    return {word: numbers for word in words if word[:_HEAD] in heads and (numbers := _begun_by(word[:_LONGEST_CUE]))}


def shapes_in(text: str, numbers: Iterable[int]) -> Iterator[tuple[Shape, re.Match[str]]]:
    """Those of the shapes with `numbers` that `text` (one sentence in lower case, straight apostrophes) holds, and where."""
    for number in numbers:
        for match in _pattern(_ALL[number].wording).finditer(text):
            yield _ALL[number], match
