"""Report text cut into pieces at the places that findings point at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from storydiff.model import Analysis, Evidence, Finding, Sentence, Span, State, Verdict
from storydiff.reporting.excerpts import excerpt

_CONTEXT = 220  # code points shown on either side of the evidence in a card
LOUDEST = (Verdict.CONFLICT, Verdict.DIFFERENCE, Verdict.UPDATE, Verdict.ONLY_HERE)
"""Verdicts, the one an editor wants to see first at the head."""


class Piece(NamedTuple):
    """Words in a row that the same findings point at.

    `kind`: "" plain, "place" part of the evidence, "mark" the very words that differ. `findings`: their numbers.
    """

    text: str
    kind: str = ""
    verdict: str = ""
    findings: tuple[int, ...] = ()


class _Place(NamedTuple):
    start: int
    end: int
    finding: int
    mark: bool


class MarkedText:
    """The sentences of all reports, with the places that findings point at."""

    def __init__(self, analyses: Sequence[Analysis], findings: Sequence[Finding]) -> None:
        self._findings = findings
        self._places: dict[tuple[str, int], list[_Place]] = {}
        starts = {analysis.sigil: [sentence.start for sentence in analysis.sentences] for analysis in analyses}
        sentences = {analysis.sigil: analysis.sentences for analysis in analyses}
        for number, finding in enumerate(findings):
            for variant in finding.variants:
                for mention in variant.mentions:
                    sigil = mention.sigil if mention.sigil in starts else mention.sigil.partition("/")[0]
                    if sigil in starts:
                        self._keep(sigil, starts[sigil], sentences[sigil], mention, number)

    def _keep(
        self, sigil: str, starts: Sequence[int], sentences: Sequence[Sentence], mention: Evidence, number: int
    ) -> None:
        places = [_Place(mention.start, mention.end, number, mark=False)]
        places += [_Place(*mark, number, mark=True) for mark in marks_of(mention, self._findings[number])]
        first = max(bisect_right(starts, mention.start) - 1, 0)
        for sentence in sentences[first : max(bisect_left(starts, mention.end), first + 1)]:
            inside = [place for place in places if place.start < sentence.end and place.end > sentence.start]
            if inside:
                self._places.setdefault((sigil, sentence.start), []).extend(inside)

    def findings_in(self, sentence: Sentence) -> frozenset[int]:
        """The numbers of the findings with evidence in `sentence`."""
        return frozenset(place.finding for place in self._places.get((sentence.sigil, sentence.start), ()))

    def pieces(self, sentence: Sentence) -> tuple[Piece, ...]:
        """`sentence` cut wherever evidence begins or ends."""
        places = self._places.get((sentence.sigil, sentence.start))
        if not places:
            return (Piece(sentence.text),)
        return tuple(self._cut(sentence.text, sentence.start, places))

    def _cut(self, text: str, offset: int, places: Sequence[_Place]) -> Iterable[Piece]:
        last = offset + len(text)
        edges = {offset, last}
        edges.update(edge for place in places for edge in place[:2] if offset < edge < last)
        ordered = sorted(edges)
        for start, end in pairwise(ordered):
            here = [place for place in places if place.start <= start and end <= place.end]
            numbers = tuple(sorted({place.finding for place in here}))
            marked = {place.finding for place in here if place.mark}
            loud = self._loudest(marked) or self._loudest(numbers)
            kind = "mark" if self._loudest(marked) else "place" if numbers else ""
            yield Piece(text[start - offset : end - offset], kind, loud, numbers)

    def _loudest(self, numbers: Iterable[int]) -> str:
        verdicts = {self._findings[n].verdict for n in numbers if self._findings[n].state is State.NEW}
        return next((verdict.value for verdict in LOUDEST if verdict in verdicts), "")


def marks_of(mention: Evidence, finding: Finding) -> tuple[Span, ...]:
    """The words of `mention` to mark: those that differ; all of it if the finding names none at all."""
    if mention.marks or finding.verdict is Verdict.ONLY_HERE:
        return mention.marks
    # where one reading only lacks words of another, the shorter has nothing to mark
    named = any(other.marks for variant in finding.variants for other in variant.mentions)
    return () if named else (Span(mention.start, mention.end),)


def quoted(mention: Evidence, finding: Finding, analysis: Analysis) -> tuple[Piece, ...]:
    """The sentence of `mention`, cut to the part around it, with its marks."""
    part = excerpt(mention, analysis, whole=bool(marks_of(mention, finding)), context=_CONTEXT)
    pieces, at = [Piece("… ")] if part.cut_before else [], 0
    for mark in sorted(part.marks):
        if mark.start >= at:
            pieces.append(Piece(part.text[at : mark.start]))
            pieces.append(Piece(part.text[mark.start : mark.end], "mark", finding.verdict.value))
            at = mark.end
    pieces.append(Piece(part.text[at:]))
    if part.cut_after:
        pieces.append(Piece(" …"))
    return tuple(piece for piece in pieces if piece.text)
