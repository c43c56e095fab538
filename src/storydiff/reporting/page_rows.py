"""The aligned reports as the page shows them: rows of cells of sentences, and how to find a sentence on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from storydiff.model import Alignment, Analysis, Cell, Comparison, Mention, Row, Sentence, Span, State, Verdict
from storydiff.reporting.page_text import MarkedText, Piece
from storydiff.reporting.words import differing_words, representative

_SILENT_NAMED = 6
_LINKS_SHOWN = 20_000
_MOST_DIFFERENT = 0.6  # of a sentence
_LONGEST = 4000  # code points of a cell whose words are compared; a longer one is no sentence


class SentenceView(NamedTuple):
    """A sentence. `different`: code points, "start-end …", of the words that its row mates do not have."""

    id: str
    kind: str
    paragraph: int
    alone: bool
    pieces: tuple[Piece, ...]
    different: str


class CellView(NamedTuple):
    """One report's part of a row; `column` counts from 1."""

    column: int
    sigil: str
    sentences: tuple[SentenceView, ...]


class RowView(NamedTuple):
    """A line of the aligned reports; `agrees`: several tell it and no finding but `only-here` points at it."""

    number: int
    cells: tuple[CellView, ...]
    agrees: bool
    silent: str


class Places:
    """Where on the page a mention stands."""

    def __init__(self, alignment: Alignment) -> None:
        self.columns = {analysis.sigil: number for number, analysis in enumerate(alignment.analyses, 1)}
        self._analyses = {analysis.sigil: analysis for analysis in alignment.analyses}
        self._row_of = {_key(s): row.number for row in alignment.rows for cell in row.cells for s in cell.sentences}
        sentences = [sentence for analysis in alignment.analyses for sentence in analysis.sentences]
        self._ids = {_key(s): f"s{number}" for number, s in enumerate(sentences, 1) if _key(s) in self._row_of}

    def analysis(self, mention: Mention) -> Analysis:
        """The analysis that `mention` stands in: of its relay, if that has a column of its own, else of the report."""
        return self._analyses.get(mention.sigil) or self._analyses[mention.sigil.partition("/")[0]]

    def column(self, mention: Mention) -> int:
        """The column that `mention` stands in, from 1."""
        return self.columns[self.analysis(mention).sigil]

    def sentence(self, mention: Mention) -> str:
        """The id of the sentence that holds `mention`; "" if no row shows it."""
        analysis = self.analysis(mention)
        sentence = analysis.sentence_at(mention.start)
        return self._ids.get(_key(sentence), "") if sentence else ""

    def links(self, alignment: Alignment) -> tuple[tuple[str, str], ...]:
        """The ids of linked sentences; of very many, only of those that stand in different rows."""
        shown = [link for link in alignment.links if _key(link.a) in self._ids and _key(link.b) in self._ids]
        if len(shown) > _LINKS_SHOWN:
            shown = [link for link in shown if self._row_of[_key(link.a)] != self._row_of[_key(link.b)]]
        return tuple((self._ids[_key(link.a)], self._ids[_key(link.b)]) for link in shown)


def rows_of(comparison: Comparison, text: MarkedText, places: Places) -> Iterator[RowView]:
    """The rows of the alignment table."""
    loud = {
        number
        for number, finding in enumerate(comparison.findings)
        if finding.state is State.NEW and finding.verdict is not Verdict.ONLY_HERE
    }
    for row in comparison.alignment.rows:
        told = {cell.sigil for cell in row.cells}
        silent = [report.sigil for report in comparison.reports if report.sigil not in told]
        disputed = any(loud & text.findings_in(sentence) for cell in row.cells for sentence in cell.sentences)
        yield RowView(
            row.number,
            tuple(_cells(row, text, places)),
            len(row.cells) > 1 and not disputed,
            ", ".join(silent) if len(silent) <= _SILENT_NAMED else f"{len(silent)} outlets",
        )


def _cells(row: Row, text: MarkedText, places: Places) -> Iterator[CellView]:
    different = _different([" ".join(sentence.text for sentence in cell.sentences) for cell in row.cells])
    for cell, spans in zip(row.cells, different, strict=True):
        sentences = tuple(
            SentenceView(
                places.sentence(sentence),
                sentence.kind,
                sentence.paragraph,
                len(row.cells) == 1,
                text.pieces(sentence),
                inside,
            )
            for sentence, inside in zip(cell.sentences, _by_sentence(cell, spans), strict=True)
        )
        yield CellView(places.columns[cell.sigil], cell.sigil, sentences)


def _different(texts: Sequence[str]) -> list[tuple[Span, ...]]:
    """The spans of each text that differ from what most say; of two, each from the other."""
    if len(texts) < 2 or max(map(len, texts)) > _LONGEST:
        return [() for _ in texts]
    if len(texts) == 2:
        return [differing_words(texts[0], texts[1]), differing_words(texts[1], texts[0])]
    reference = representative(texts)
    return [differing_words(text, reference) for text in texts]


def _by_sentence(cell: Cell, spans: Sequence[Span]) -> Iterator[str]:
    """`spans` of a cell's joined text by sentence, as the page's script reads them."""
    offset = 0
    for sentence in cell.sentences:
        end = offset + len(sentence.text)
        inside = [(max(a, offset) - offset, min(b, end) - offset) for a, b in spans if a < end and b > offset]
        # where hardly a word is shared, marking all the others tells nothing
        shared = sum(b - a for a, b in inside) <= _MOST_DIFFERENT * len(sentence.text)
        yield " ".join(f"{a}-{b}" for a, b in inside) if shared else ""
        offset = end + 1


def _key(sentence: Sentence) -> tuple[str, int]:
    return sentence.sigil, sentence.start
