"""Sentences that tell the same, each looked at once however many it is linked to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from storydiff.model import Alignment, Analysis, Link, Sentence

_T = TypeVar("_T")


def looked_at_once(find: Callable[[Sentence], _T]) -> Callable[[Sentence], _T]:
    """`find`, which has to be pure, asked once for each sentence, for as long as the caller keeps what is returned."""
    known: dict[int, tuple[Sentence, _T]] = {}  # by identity: a link holds the very sentences of the analyses

    def found(sentence: Sentence) -> _T:
        pair = known.get(id(sentence))
        if pair is None:
            pair = known[id(sentence)] = sentence, find(sentence)
        return pair[1]

    return found


def found_in_links(
    alignment: Alignment, find: Callable[[Analysis, Sentence], _T | None], least: float = 0.0
) -> Iterator[tuple[Link, _T, _T]]:
    """Links of at least that score whose sentences both hold what `find` looks for, with what it made of each."""
    analyses = {analysis.sigil: analysis for analysis in alignment.analyses}
    told = looked_at_once(lambda sentence: find(analyses[sentence.sigil], sentence))
    for link in alignment.links:
        if link.score >= least and (one := told(link.a)) and (other := told(link.b)):
            yield link, one, other
