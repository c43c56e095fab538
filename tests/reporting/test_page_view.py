"""What the page shows."""

from __future__ import annotations

from dataclasses import replace

from storydiff.model import Comparison, Copy, Reading, Report, Row, Sentence
from storydiff.pipeline import compare
from storydiff.reporting.page_rows import Places
from storydiff.reporting.page_view import page_view

RELAYS = """Two boats burned on Pier 9, the harbor office said in a statement to the Associated Press.

Nobody was hurt.
"""


def test_outlets_tell_what_they_copied(comparison: Comparison) -> None:
    outlets = page_view(comparison).outlets
    assert [outlet.copied for outlet in outlets] == [
        "61% shared with Marrow Courier (Creek Wire)",
        "61% shared with Harbor Ledger (Creek Wire)",
        "",
    ]


def test_rows_know_who_is_silent_and_whether_all_agree(comparison: Comparison) -> None:
    rows = page_view(comparison).rows
    assert [row.silent for row in rows] == ["", "C", "B, C"]
    assert [row.agrees for row in rows] == [False, False, False]
    calm = page_view(replace(comparison, findings=comparison.findings[-1:]))
    assert [row.agrees for row in calm.rows] == [True, True, False]


def test_words_that_differ_from_most_are_told(comparison: Comparison) -> None:
    first = page_view(replace(comparison, findings=())).rows[1]
    told = [(sentence.pieces[0].text, sentence.different) for cell in first.cells for sentence in cell.sentences]
    assert [[text[slice(*map(int, pair.split("-")))] for pair in spans.split()] for text, spans in told] == [
        ["do not"],
        [],
    ]


def test_a_sentence_as_long_as_a_book_is_not_compared(comparison: Comparison) -> None:
    book = "word " * 20_000
    rows = [
        replace(
            row, cells=tuple(replace(cell, sentences=(replace(cell.sentences[0], text=book),)) for cell in row.cells)
        )
        for row in comparison.alignment.rows
    ]
    shown = page_view(replace(comparison, alignment=replace(comparison.alignment, rows=tuple(rows)), findings=()))
    assert {sentence.different for row in shown.rows for cell in row.cells for sentence in cell.sentences} == {""}


def test_accepted_findings_come_last(comparison: Comparison) -> None:
    assert [card.finding.state.value for card in page_view(comparison).cards] == ["new"] * 5 + ["accepted", "ignored"]


def test_one_report_is_shown_by_whom_it_passes_on() -> None:
    report = Report(text=RELAYS, source=RELAYS, path="a.txt", outlet="Harbor Ledger", title="Boats burn")
    page = page_view(compare(Reading((report,))))
    assert page.single
    assert page.event == "Boats burn"
    assert [(outlet.label, outlet.name) for outlet in page.outlets] == [
        ("A", "Harbor Ledger"),
        ("A", "via Associated Press"),
    ]
    assert {outlet.copied for outlet in page.outlets} == {""}


def test_very_many_links_are_told_only_where_rows_do_not(comparison: Comparison, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    places = Places(comparison.alignment)
    assert places.links(comparison.alignment) == (("s2", "s6"), ("s2", "s9"), ("s3", "s7"))
    monkeypatch.setattr("storydiff.reporting.page_rows._LINKS_SHOWN", 1)
    assert places.links(comparison.alignment) == ()


def test_a_sentence_in_no_row_has_no_place(comparison: Comparison) -> None:
    places = Places(comparison.alignment)
    title: Sentence = comparison.alignment.analyses[0].sentences[0]
    assert places.sentence(title) == ""
    everywhere: Row = comparison.alignment.rows[0]
    assert places.sentence(everywhere.cells[0].sentences[0]) == "s2"


def test_copies_of_many_are_cut_short(comparison: Comparison) -> None:
    copies = (Copy(("A", "B", "C", "D", "E"), 0.9),)
    shown = page_view(replace(comparison, alignment=replace(comparison.alignment, copies=copies)))
    assert shown.outlets[0].copied == "90% shared with Marrow Courier, Creek Wire and 2 more"


def test_nobody_stands_apart_where_there_is_no_majority(comparison: Comparison) -> None:
    row = comparison.matrix[0]
    split = replace(row, facts=tuple(replace(fact, mark="outlier") for fact in row.facts))
    page = page_view(replace(comparison, matrix=(row, split)))
    assert [[fact.mark for fact in line.facts] for line in page.facts] == [
        ["majority", "outlier", "majority"],
        ["differs", "differs", "differs"],
    ]
