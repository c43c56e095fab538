"""Who speaks the same words in two reports: quotations in sentences that differ in the speaker alone, and names beside a quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from storydiff.checks.common.edited import edits
from storydiff.checks.quotations.quote_pairs import Pair, compare_words
from storydiff.checks.quotations.quoted_words import CUT, Quoted, all_quoted, same_speaker
from storydiff.checks.telling.changed_sources import credit_at, not_here
from storydiff.model import Alignment, Analysis, Attribution, within

_BESIDE = 200  # characters
_TOUCHING = 3  # characters between a quotation and its credit
_COMPACT = 40  # characters of a credit: a name and a verb


def swapped(alignment: Alignment) -> Iterator[Pair]:
    """Quotations in sentences that are the same but for the speaker."""
    quoted = all_quoted(alignment)
    for edit in edits(alignment):
        one, other = (credit_at(alignment.analysis(place.sigil), place) for place in (edit.a, edit.b))
        if one is None or other is None or not one.source_kind == other.source_kind == "named":
            continue
        if not (
            not_here(alignment.analysis(edit.a.sigil), one, other)
            and not_here(alignment.analysis(edit.b.sigil), other, one)
        ):
            continue
        for a in _spoken(quoted, one):
            for b in _spoken(quoted, other):
                pair = compare_words(a, b) if same_speaker(a, b) is False else None
                spoken = min(sum(word.key != CUT for word in one.words) for one in (a, b))
                if pair and not pair.gaps and pair.matched >= spoken:
                    yield pair


def _spoken(quoted: Sequence[Quoted], credit: Attribution) -> list[Quoted]:
    """The quotations that `credit` gives to its source."""
    return [
        one
        for one in quoted
        if one.sigil == credit.sigil
        and one.speaker == credit.source_key
        and any(content.start < one.quotation.end and one.quotation.start < content.end for content in credit.content)
    ]


def named_near(alignment: Alignment, one: Quoted, other: Quoted) -> bool:
    """Whether the speaker of `other` is named beside the quotation `one`, so that who speaks there is not certain.

    Where the quotation touches its credit (`…," Brandt said`), beside is in its sentence, else some words to either side.
    """
    analysis = alignment.analysis(one.sigil)
    start, end = max(0, one.quotation.start - _BESIDE), one.quotation.end + _BESIDE
    if _touches(analysis, one) and not set(one.shown.lower().split()) & set(other.shown.lower().split()):
        first, last = analysis.sentence_at(one.quotation.start), analysis.sentence_at(one.quotation.end)
        start, end = first.start if first else start, last.end if last else end
    return other.speaker.split()[-1] in analysis.report.text[start:end].lower()


def _touches(analysis: Analysis, one: Quoted) -> bool:
    for credit in within(analysis.attributions, one.quotation.start - 300, one.quotation.end):
        if credit.source is None or credit.cue is None or credit.source_key != one.speaker or credit.kind != "direct":
            continue
        start, end = min(credit.source.start, credit.cue.start), max(credit.source.end, credit.cue.end)
        apart = start - one.quotation.end if start >= one.quotation.end else one.quotation.start - end
        if 0 <= apart <= _TOUCHING and end - start <= _COMPACT:
            return True
    return False
