"""Which shapes of states a report holds: by the words of its sentences first, by a search for the few that these allow."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

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


def shapes_of(found: Words, sentences: Sequence[Sentence]) -> dict[int, list[int]]:
    """For `sentences` by index the numbers of the shapes that their words allow; `found`: the words of their text in lower case."""
    words, offsets, _ = found
    besides = _words_besides()
    allowed: dict[int, list[int]] = {}
    for index, shapes in _shapes_cued(found, sentences).items():
        first = bisect_left(offsets, sentences[index].start)
        held = words[first : bisect_left(offsets, sentences[index].end, first)]
        kept = [number for number in shapes if not besides[number] or not besides[number].isdisjoint(held)]
        if kept:
            kept.sort()
            allowed[index] = kept
    return allowed


def _shapes_cued(found: Words, sentences: Sequence[Sentence]) -> dict[int, set[int]]:
    """The same by the cues alone."""
    _, offsets, numbers = found
    starts = [sentence.start for sentence in sentences]
    cues = _numbers_of_cues()
    cued: dict[int, set[int]] = {}
    for cue in numbers.keys() & cues.keys():
        for number in numbers[cue]:
            index = bisect_right(starts, offsets[number]) - 1
            if index >= 0 and offsets[number] < sentences[index].end:
                cued.setdefault(index, set()).update(cues[cue])
    return cued


def shapes_in(text: str, numbers: Iterable[int]) -> Iterator[tuple[Shape, re.Match[str]]]:
    """Those of the shapes with `numbers` that `text` (one sentence in lower case, straight apostrophes) holds, and where."""
    for number in numbers:
        for match in _pattern(_ALL[number].wording).finditer(text):
            yield _ALL[number], match
