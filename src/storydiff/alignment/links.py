"""Scored pairs → links."""

from __future__ import annotations

from collections.abc import Sequence

from storydiff.alignment.candidates import candidates
from storydiff.alignment.scores import load_weights, score_pairs
from storydiff.alignment.views import view_event
from storydiff.model import Analysis, Link, Sentence


def find_links(analyses: Sequence[Analysis]) -> tuple[Link, ...]:
    """The pairs of sentences of different reports that tell the same, in reading order."""
    event, weights = view_event(analyses)
    pairs = candidates(event, weights)
    threshold = load_weights().threshold
    links = [
        _link(a.sentence, b.sentence, score)
        for (a, b), score in zip(pairs, score_pairs(pairs, event, weights), strict=True)
        if score >= threshold
    ]
    return tuple(sorted(links, key=lambda link: (link.a.sigil, link.b.sigil, link.a.start, link.b.start)))


def _link(a: Sentence, b: Sentence, score: float) -> Link:
    first, second = (a, b) if a.sigil < b.sigil else (b, a)
    return Link(first, second, round(score, 4))
