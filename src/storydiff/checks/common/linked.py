"""Sentences that tell the same, each looked at once however many it is linked to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from storydiff.model import Alignment, Analysis, Link, Sentence

_K = TypeVar("_K")
_T = TypeVar("_T")


def looked_at_once(find: Callable[[_K], _T]) -> Callable[[_K], _T]:
    """`find`, which has to be pure, asked once for each sentence (or report), for as long as the caller keeps what is returned."""
    known: dict[int, tuple[_K, _T]] = {}  # by identity: a link holds the very sentences of the analyses

    def found(one: _K) -> _T:
        pair = known.get(id(one))
        if pair is None:
            pair = known[id(one)] = one, find(one)
        return pair[1]

    return found


def found_in_links(
    alignment: Alignment, find: Callable[[Analysis, Sentence], _T | None], least: float = 0.0
) -> Iterator[tuple[Link, _T, _T]]:
    """Links of at least that score whose sentences both hold what `find` looks for, with what it made of each."""
    analyses = {analysis.sigil: analysis for analysis in alignment.analyses}

    def found(sentence: Sentence) -> _T | None:
        return find(analyses[sentence.sigil], sentence)

    told = looked_at_once(found)
    for link in alignment.links:
        if link.score >= least and (one := told(link.a)) and (other := told(link.b)):
            yield link, one, other
