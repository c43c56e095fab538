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


def excerpt(mention: Evidence, analysis: Analysis, *, whole: bool, context: int = _CONTEXT) -> Excerpt:
    """The sentence of `mention`, cut to `context` code points on either side of it, with its marks; without marks, and if `whole`, all of it is marked."""
    text = analysis.report.text
    sentence = analysis.sentence_at(mention.start)
    start, end = mention.start, min(mention.end, mention.start + _LONGEST)
    before, after = False, end < mention.end
    if sentence is not None and sentence.start <= start and mention.end <= sentence.end:
        last = sentence.end
        start, end = _window(text, Span(start, end), Span(sentence.start, last), context)
        before, after = start > sentence.start, end < last
    marks = mention.marks or ((Span(mention.start, mention.end),) if whole else ())
    inside = (Span(max(m.start, start) - start, min(m.end, end) - start) for m in marks)
    return Excerpt(text[start:end], tuple(span for span in inside if span.start < span.end), before, after)


def _window(text: str, shown: Span, sentence: Span, context: int) -> Span:
    left = shown.start - context
    left = sentence.start if left <= sentence.start else text.find(" ", left, shown.start) + 1 or shown.start
    right = shown.end + context
    right = sentence.end if right >= sentence.end else text.rfind(" ", shown.end, right)
    return Span(left, max(right, shown.end))
