"""Every span leads back to its source."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storydiff.model import Report
from storydiff.reading.formats import read_file
from storydiff.reading.found import File
from storydiff.reading.runs import Mapped, TextBuilder

WORDS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=60).filter(
    lambda text: any(c.isalnum() for c in text)
)


def report_in(name: str, content: str) -> Report:
    (report,) = read_file(File(name, content.encode()))
    assert isinstance(report, Report)
    return report


def seen(text: str) -> str:
    """Letters and digits alone: what no reader may change or lose."""
    return "".join(re.findall(r"\w", text))


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_plain_text(paragraphs: list[str]) -> None:
    source = "Fire broke out. " * 30 + "\n\n" + "\n\n".join(paragraphs)
    report = report_in("a.txt", source)
    for number, character in enumerate(report.text):
        span = report.to_source(number, number + 1)
        if not character.isspace() and character != "\ufffd":
            assert report.source[span.start : span.end] == character


@given(WORDS, WORDS, st.booleans())
def test_json(title: str, text: str, ascii_only: bool) -> None:
    source = json.dumps({"title": title, "text": f"Fire {text} broke out"}, ensure_ascii=ascii_only)
    report = report_in("a.json", source)
    for number, character in enumerate(report.text):
        span = report.to_source(number, number + 1)
        if not character.isspace():
            assert json.loads(f'"{report.source[span.start : span.end]}"') == character
    assert seen(f"Fire {text} broke out") in seen(report.text)


@given(WORDS)
def test_markdown_front_matter(title: str) -> None:
    source = f"---\ntitle: {json.dumps(title)}\n---\n\nFire broke out.\n"
    report = report_in("a.md", source)
    assert seen(report.title) == seen(title)
    for number, character in enumerate(report.text):
        span = report.to_source(number, number + 1)
        if not character.isspace():
            assert json.loads(f'"{report.source[span.start : span.end]}"') == character


@given(st.text("ab*_[]()!<>&;\\`\n #-=>:x", max_size=80))
def test_markdown_never_loses_its_place(text: str) -> None:
    report = report_in("a.md", f"Fire broke out today.\n\n{text}")
    assert all(first.end <= second.start for first, second in zip(report.runs, report.runs[1:], strict=False))
    assert all(
        first.source_end <= second.source_start for first, second in zip(report.runs, report.runs[1:], strict=False)
    )
    for number, character in enumerate(report.text):
        if character.isalpha():
            span = report.to_source(number, number + 1)
            assert character in report.source[span.start : span.end] or report.source[span.start] == "&"


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
def test_views_of_views(cuts: list[tuple[int, int]]) -> None:
    source = "0123456789abcdefghijklmnopqrstuvwxyzABCD"
    outer = TextBuilder(Mapped.whole(source))
    for start, end in cuts:
        outer.copy(min(start, end), max(start, end))
        outer.add("|")
    text, runs, _ = outer.build()
    inner = TextBuilder(Mapped(source, text, runs))
    inner.copy(0, len(text))
    again, inner_runs, _ = inner.build()
    assert again == text
    view = Mapped(source, again, inner_runs)
    for number, character in enumerate(text):
        if character != "|":
            span = view.to_source(number, number + 1)
            assert source[span.start : span.end] == character


def _nitf(text: str) -> tuple[str, str]:
    return "a.xml", f"<nitf><body><body.content><p>{escape(text)}</p></body.content></body></nitf>"


def _feed(text: str) -> tuple[str, str]:
    return (
        "a.rss",
        f"<rss><channel><item><description>{escape(f'<p>{escape(text)}</p>')}</description></item></channel></rss>",
    )


def _markup_in_json(text: str) -> tuple[str, str]:
    return "a.json", json.dumps({"body_xhtml": f"<p>{escape(text)}</p>"})


def _json_lines(text: str) -> tuple[str, str]:
    return "a.jsonl", json.dumps({"text": "First."}) + "\n" + json.dumps({"text": text})


@pytest.mark.parametrize("wrap", [_nitf, _feed, _markup_in_json, _json_lines])
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cn", "Co", "Cs")), min_size=1, max_size=50)
)
def test_spans_through_wrappings(wrap: Callable[[str], tuple[str, str]], words: str) -> None:
    name, source = wrap(f"Fire {words} broke out")
    *_, report = read_file(File(name, source.encode()))
    assert isinstance(report, Report)
    assert "".join(report.text.split()) == "".join(f"Fire {words} broke out".split())
    for number, character in enumerate(report.text):
        span = report.to_source(number, number + 1)
        piece = report.source[span.start : span.end]
        if not character.isspace():
            meaning = json.loads(f'"{piece}"') if name.startswith("a.json") else piece
            assert unescape(unescape(meaning)) == character
