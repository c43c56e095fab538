"""Report text cut at the places that findings point at."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from storydiff.model import (
    Analysis,
    Comparison,
    Confidence,
    Evidence,
    Finding,
    Report,
    Sentence,
    Severity,
    Span,
    Variant,
    Verdict,
)
from storydiff.reporting.page_text import MarkedText, Piece, quoted

TEXT = "One boat burned. Two men swam. Nobody was hurt."
SENTENCES = tuple(
    Sentence("A", start, end, TEXT[start:end], number)
    for number, (start, end) in enumerate([(0, 16), (17, 30), (31, 47)], 1)
)
ANALYSIS = Analysis(Report(text=TEXT, source=TEXT, sigil="A"), sentences=SENTENCES)
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted)


def finding(start: int, end: int, *marks: Span, verdict: Verdict = Verdict.CONFLICT) -> Finding:
    place = Evidence("A", start, end, TEXT[start:end], marks=marks)
    return Finding("number", verdict, Severity.ERROR, Confidence.HIGH, "", "", "", (Variant("", "", (place,)),))


@given(st.lists(st.tuples(SPANS, st.lists(SPANS, max_size=2)), max_size=5))
def test_pieces_are_the_sentence(places: list[tuple[list[int], list[list[int]]]]) -> None:
    findings = [finding(*place, *(Span(*mark) for mark in marks)) for place, marks in places]
    text = MarkedText([ANALYSIS], findings)
    for sentence in SENTENCES:
        pieces = text.pieces(sentence)
        assert "".join(piece.text for piece in pieces) == sentence.text
        for piece in pieces:
            assert (piece.kind == "") == (not piece.findings)
            assert set(piece.findings) <= text.findings_in(sentence)


def test_the_words_that_differ_stand_out_from_the_place() -> None:
    text = MarkedText([ANALYSIS], [finding(0, 15, Span(0, 3))])
    assert text.pieces(SENTENCES[0]) == (
        Piece("One", "mark", "conflict", (0,)),
        Piece(" boat burned", "place", "conflict", (0,)),
        Piece("."),
    )
    assert text.pieces(SENTENCES[1]) == (Piece("Two men swam."),)


def test_a_place_over_several_sentences_is_in_each() -> None:
    text = MarkedText([ANALYSIS], [finding(4, 47)])
    assert [bool(text.findings_in(sentence)) for sentence in SENTENCES] == [True, True, True]


def test_the_loudest_finding_gives_the_colour() -> None:
    text = MarkedText([ANALYSIS], [finding(0, 16, verdict=Verdict.ONLY_HERE), finding(4, 8)])
    assert [piece.verdict for piece in text.pieces(SENTENCES[0])] == ["only-here", "conflict", "only-here"]


def test_what_relays_say_stands_in_the_report() -> None:
    place = Evidence("A/Creek Wire", 0, 3, "One")
    relayed = Finding(
        "number", Verdict.CONFLICT, Severity.ERROR, Confidence.HIGH, "", "", "", (Variant("", "", (place,)),)
    )
    assert MarkedText([ANALYSIS], [relayed]).findings_in(SENTENCES[0]) == {0}


def test_quoted_marks_the_words(comparison: Comparison) -> None:
    first = comparison.findings[0]
    pieces = quoted(first.variants[0].mentions[0], first, comparison.alignment.analyses[0])
    assert pieces[0] == Piece("Three", "mark", "conflict")
    assert "".join(piece.text for piece in pieces) == "Three people were wounded in the fire on Tuesday, police said."
