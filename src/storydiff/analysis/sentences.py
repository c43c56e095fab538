"""Sentences, with exact offsets."""

from __future__ import annotations

import re

from storydiff.model import Report, Sentence

_END = re.compile(r"[.!?][\"”’']?(?=\s+[\"“‘A-Z])|\n+")


def split_sentences(report: Report) -> tuple[Sentence, ...]:
    """The sentences of `report`, in order, without overlap; only white space lies between them."""
    text = report.text
    found: list[Sentence] = []
    start = 0
    ends = [match.end() for match in _END.finditer(text)] + [len(text)]
    for end in ends:
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = start + len(piece.rstrip())
        if left < right:
            found.append(Sentence(report.sigil, left, right, text[left:right], number=len(found) + 1))
        start = end
    return tuple(found)
