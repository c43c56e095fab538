"""Markdown for a pull request, read by a parser of Markdown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from storydiff.model import Alignment, Comparison, Fact, FactRow, Span
from storydiff.reporting.harmless import harmless
from storydiff.reporting.markdown_text import escaped, row, with_marks
from storydiff.reporting.to_markdown import COMMENT, to_markdown

PARSER = MarkdownIt("commonmark", {"html": True}).enable("table")
OURS = {"<!-- -->", "<span>", "</span>", "<b>", "</b>", "<code>", "</code>"}
TEXT = st.text(st.one_of(st.sampled_from("\\`*_[]<>&|~$@#!-=:().wWhtp/ \n"), st.characters(exclude_categories=())))


def plain(markdown: str) -> str:
    """The text that `markdown` shows; it may hold no markup but ours."""
    shown = ""
    for token in PARSER.parseInline(markdown)[0].children or ():
        assert token.type in {"text", "text_special", "html_inline"}, token
        if token.type == "html_inline":
            assert token.content in OURS
        else:
            shown += token.content
    return shown


@given(TEXT)
def test_escaped_text_is_shown_as_it_stands(text: str) -> None:
    assert plain(f"x{escaped(text)}x") == f"x{harmless(text)}x"


@given(TEXT)
def test_a_cell_stays_a_cell(text: str) -> None:
    tokens = PARSER.parse(f"{row('ab')}\n{row(['---'] * 2)}\n{row([f'x{escaped(text)}x', 'y'])}\n")
    cells = [token.content for token in tokens if token.type == "inline"]
    assert len(cells) == 4
    assert plain(cells[2]) == f"x{harmless(text)}x"


@pytest.mark.parametrize(
    "text",
    [
        "@harborledger",
        "see #12",
        "https://example.org",
        "http://example.org",
        "www.example.org",
        ":fire:",
        "GH-12",
        "a@b.org",
        "$5 and $6$",
    ],
)
def test_code_hosts_make_nothing_of_it(text: str) -> None:
    markdown = escaped(text)
    for start in ("@h", "#12", "://", "www.", ":fire:", "GH-1", "@b", "$5"):
        assert start not in markdown
    assert plain(markdown) == text


def test_marks_may_overlap_and_end_inside_a_word() -> None:
    assert with_marks("do not know", [Span(3, 6), Span(0, 4), Span(7, 9)]) == "<b>do n</b><b>ot</b> <b>kn</b>ow"


def test_what_disagrees_first_then_the_facts_then_the_rest(comparison: Comparison) -> None:
    text = to_markdown(comparison)
    places = [
        text.index(words)
        for words in (
            "**2 conflicts",
            "d.md",
            "### CONFLICT",
            "### DIFFERENCE",
            "### UPDATE",
            "### Facts by outlet",
            "### Told by",
        )
    ]
    assert places == sorted(places)
    assert "| people wounded | three _(police)_ | <b>≠ five</b> _(police)_ | three _(police)_ |" in text
    assert "“We <b>do not</b> know how it began,”" in text
    assert "house style" not in text


def test_tables_and_headings_are_what_they_should_be(comparison: Comparison) -> None:
    kinds = [token.type for token in PARSER.parse(to_markdown(comparison))]
    assert kinds.count("table_open") == 2
    assert kinds.count("heading_open") == 1 + 4 + 2


def test_nothing_found_is_said_and_nothing_checked_is_not(comparison: Comparison) -> None:
    assert "No disagreement found" in to_markdown(replace(comparison, findings=()))
    assert "No disagreement" not in to_markdown(replace(comparison, findings=(), checks=()))
    assert to_markdown(Comparison("", Alignment(())))


@pytest.mark.parametrize("limit", [COMMENT, 5000])
def test_it_fits_a_comment_and_counts_what_does_not(comparison: Comparison, limit: int) -> None:
    many = replace(
        comparison,
        findings=(*comparison.findings[:1] * 900, *comparison.findings[-1:] * 900),
        matrix=comparison.matrix * 900,
        problems=comparison.problems * 900,
    )
    text = to_markdown(many, limit)
    assert 0.7 * limit < len(text) <= limit
    for part in ("**Problems**", "### CONFLICT", "### Facts by outlet", "### Told by some"):
        assert part in text
    last = text.splitlines()[-1]
    assert last.startswith("_Not shown here: ")
    assert all(what in last for what in ("problems", "findings", "facts", "sentences"))
    shown = text.count("### CONFLICT")
    assert f"{900 - shown} findings" in last


def test_many_outlets_stand_below_each_other(comparison: Comparison) -> None:
    analyses = tuple(
        replace(comparison.alignment.analyses[0], report=replace(comparison.reports[0], sigil=f"R{number}"))
        for number in range(60)
    )
    facts = tuple(Fact(f"R{number}", "three") for number in range(60))
    wide = replace(
        comparison,
        alignment=replace(comparison.alignment, analyses=analyses),
        matrix=(FactRow("toll", "people wounded", facts),),
        findings=(),
    )
    text = to_markdown(wide)
    assert "**people wounded**\n\n- R0 Harbor Ledger: three\n" in text
    assert "and 10 more reports" in text
