"""What a person sees."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from storydiff.model import Alignment, Comparison
from storydiff.reporting.to_terminal import NOTES_SHOWN, to_terminal
from storydiff.reporting.words import differing_words, representative


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140, 200])
def test_no_line_is_wider_than_the_terminal(comparison: Comparison, width: int) -> None:
    shown = to_terminal(comparison, width=width, table=True)
    assert max(map(cell_len, shown.splitlines())) <= width
    flat = " ".join(shown.split())
    assert flat.index("CONFLICT") < flat.index("Facts by outlet") < flat.index("Sentence by sentence")
    assert "3 and 5 cannot both be the number wounded" in flat


def test_no_colour_unless_asked(comparison: Comparison) -> None:
    assert "\x1b" not in to_terminal(comparison, table=True)


def test_words_that_differ_are_coloured(comparison: Comparison) -> None:
    assert "\x1b[1;31mdo not\x1b[0m" in to_terminal(comparison, colour=True, width=140)


def test_head_names_outlets_and_dates(comparison: Comparison) -> None:
    head = to_terminal(comparison, width=140).splitlines()
    assert head[0] == "Fire on Pier 9"
    assert head[1].split() == [
        "A",
        "Harbor",
        "Ledger",
        "Tue",
        "6",
        "Jan",
        "2026",
        "22:10",
        "Three",
        "hurt",
        "in",
        "fire",
        "on",
        "Pier",
        "9",
    ]
    assert "Wed 7 Jan 2026  " in head[2]
    assert "no date" in head[3]


def test_accepted_findings_are_counted_not_shown(comparison: Comparison) -> None:
    shown = to_terminal(comparison)
    assert "2 conflicts · 1 difference · 1 update · 1 only here · 1 accepted · 1 ignored" in shown
    assert "house style" not in shown
    assert "The day is given" not in shown


def test_many_notes_are_cut_short_unless_asked(comparison: Comparison) -> None:
    many = replace(comparison, findings=comparison.findings[-1:] * (NOTES_SHOWN + 3))
    assert to_terminal(many).count("ONLY HERE") == NOTES_SHOWN
    assert "and 3 more" in to_terminal(many)
    assert to_terminal(many, everything=True).count("ONLY HERE") == NOTES_SHOWN + 3


def test_nothing_found_is_said(comparison: Comparison) -> None:
    assert "No disagreement found" in to_terminal(replace(comparison, findings=()))


def test_unchecked_comparison_does_not_claim_agreement(comparison: Comparison) -> None:
    assert "No disagreement" not in to_terminal(replace(comparison, findings=(), checks=()))


def test_no_reports() -> None:
    assert to_terminal(Comparison("", Alignment(())), table=True)


@pytest.mark.parametrize(
    ("text", "reference", "words"),
    [
        ("Three people died.", "Five people died", ["Three"]),
        ("the “same” words,", "The same words", []),
        ("He is not armed", "He is armed", ["not"]),
        ("He is armed", "He is not armed", []),
        ("", "x", []),
    ],
)
def test_differing_words(text: str, reference: str, words: list[str]) -> None:
    assert [text[span.start : span.end] for span in differing_words(text, reference)] == words


def test_representative_is_the_middle_one() -> None:
    assert representative(["abcd x", "abcd", "abcz"]) == "abcd"
    assert representative(["one", "two"]) == "one"
