"""The part of a report around a mention, as evidence that can be read."""

from __future__ import annotations

from typing import NamedTuple

from storydiff.model import Analysis, Evidence, Span

_CONTEXT = 110  # code points shown on either side of the evidence, cut at a space
_LONGEST = 600  # code points of the evidence itself; the rest of a line of a megabyte tells nothing more


class Excerpt(NamedTuple):
    """Words as they stand, with the spans in them that differ, and whether the sentence goes on before and after them."""

    text: str
    marks: tuple[Span, ...]
    cut_before: bool
    cut_after: bool


def excerpt(mention: Evidence, analysis: Analysis, *, whole: bool) -> Excerpt:
    """The sentence of `mention`, cut to the part around it, with its marks; without marks, and if `whole`, all of it is marked."""
    text = analysis.report.text
    sentence = analysis.sentence_at(mention.start)
    start, end = mention.start, min(mention.end, mention.start + _LONGEST)
    before, after = False, end < mention.end
    if sentence is not None and sentence.start <= start and mention.end <= sentence.end:
        last = sentence.end
        start, end = _window(text, start, end, sentence.start, last)
        before, after = start > sentence.start, end < last
    marks = mention.marks or ((Span(mention.start, mention.end),) if whole else ())
    inside = (Span(max(m.start, start) - start, min(m.end, end) - start) for m in marks)
    return Excerpt(text[start:end], tuple(span for span in inside if span.start < span.end), before, after)


def _window(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    left = start - _CONTEXT
    left = first if left <= first else text.find(" ", left, start) + 1 or start
    right = end + _CONTEXT
    right = last if right >= last else text.rfind(" ", end, right)
    return left, max(right, end)
