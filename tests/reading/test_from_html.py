"""Saved web pages."""

from __future__ import annotations

import html
import json
import logging
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading.sources import at, kinds, one, position, read_as
from storydiff.errors import ReadError
from storydiff.model import Report
from storydiff.reading.formats import read_file
from storydiff.reading.found import File
from storydiff.reading.html_blocks import read_blocks

FIRST = (
    "Fire broke out at the old paper mill in Marrow Creek late on Friday, and three towns fought it until the morning."
)
SECOND = (
    "“Nobody was hurt,” Lt. Oda Brandt said. The mill had stood empty since the flood that closed it nine years ago."
)
THIRD = (
    "The cause is not known yet. An inquiry was opened on Saturday & will last for weeks, she told reporters outside."
)
LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Some site"},
        {
            "@type": ["NewsArticle"],
            "headline": "Mill burns in Marrow Creek",
            "datePublished": "2026-01-02T18:30:00-08:00",
            "author": {"name": "Ana Quill"},
            "publisher": {"name": "Harbor Ledger"},
        },
    ],
}


def page(head: str = "", body: str = "", before: str = "", after: str = "") -> str:
    article = (
        body or f"<h1>Mill burns in Marrow Creek</h1>\n<p>{FIRST}</p>\n<p>{SECOND}</p>\n<p>{html.escape(THIRD)}</p>"
    )
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">\n{head}</head>\n<body>'
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>\n'
        f"{before}<article>{article}</article>{after}\n<footer><p>Copyright 2017 Harbor Ledger. All rights reserved.</p></footer></body></html>"
    )


def script(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_a_page(tmp_path: Path) -> None:
    head = script(LD) + '<link rel="canonical" href="https://ledger.example/mill">'
    report = one(tmp_path, "a.html", page(head))
    assert report.text == f"Mill burns in Marrow Creek\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}"
    assert (report.outlet, report.title, report.author) == ("Harbor Ledger", "Mill burns in Marrow Creek", "Ana Quill")
    assert report.url == "https://ledger.example/mill"
    assert report.published is not None
    assert report.published.isoformat() == "2026-01-02T18:30:00-08:00"
    assert kinds(report) == [("title", "Mill burns in Marrow Creek")]
    assert position(report, "Fire") == (6, 4)
    assert at(report, "Saturday & will") == "Saturday &amp; will"


@pytest.mark.parametrize(
    ("head", "moment"),
    [
        ('<meta property="article:published_time" content="2026-01-02T18:30:00-08:00">', "2026-01-02T18:30:00-08:00"),
        ("<meta name=pubdate content='2026-01-02'>", "2026-01-02T00:00:00"),
        ('<meta itemprop="datePublished" content="2026-01-02T18:30:00">', "2026-01-02T18:30:00"),
        # the same moment in the newsroom's own zone says more than the moment in UTC
        (script({"@type": "Article", "datePublished": "2026-01-03T02:30:00Z"}) + '<meta name="date" content="2026-01-02T18:30:00-08:00">', "2026-01-02T18:30:00-08:00"),
        # a day becomes that day's time, but an update of another day does not count
        ('<meta name="pubdate" content="2026-01-02"><meta name="dc.date" content="2026-01-09T10:00">', "2026-01-02T00:00:00"),
        (script([{"@type": "BreadcrumbList"}, {"@type": "ReportageNewsArticle", "datePublished": "2026-01-02T18:30Z"}]), "2026-01-02T18:30:00+00:00"),
        ("<script type='application/ld+json'>{broken</script><meta name=date content=2026-01-02>", "2026-01-02T00:00:00"),
    ],
)  # fmt: skip
def test_time_of_publication(tmp_path: Path, head: str, moment: str) -> None:
    report = one(tmp_path, "a.html", page(head))
    assert report.published is not None
    assert report.published.isoformat() == moment


def test_a_time_element_tells_the_time(tmp_path: Path) -> None:
    report = one(tmp_path, "a.html", page(before='<time datetime="2026-01-02T18:30:00-08:00">Friday</time>'))
    assert report.published is not None
    assert report.published.isoformat() == "2026-01-02T18:30:00-08:00"


def test_no_date_is_made_up(tmp_path: Path) -> None:
    assert one(tmp_path, "a.html", page()).published is None


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ('<meta property="og:site_name" content="The Harbor &amp; Ledger">', "The Harbor & Ledger"),
        ('<meta property="og:url" content="https://www.ledger.example/mill">', "ledger.example"),
        ("", "a"),
    ],
)
def test_outlets(tmp_path: Path, head: str, outlet: str) -> None:
    assert one(tmp_path, "a.html", page(head)).outlet == outlet


def test_a_saved_page_knows_its_address(tmp_path: Path) -> None:
    source = page().replace("<html", "<!-- saved from url=(0027)https://ledger.example/mill -->\n<html")
    assert one(tmp_path, "a.html", source).url == "https://ledger.example/mill"


@pytest.mark.parametrize(
    ("head", "title", "place"),
    [
        ("<title>Mill burns | Harbor Ledger</title>", "Mill burns", "Mill burns"),
        ('<meta property="og:title" content="Mill &amp; burns">', "Mill & burns", "Mill &amp; burns"),
        ("", "", ""),
    ],
)
def test_titles_of_pages_without_a_heading(tmp_path: Path, head: str, title: str, place: str) -> None:
    report = one(tmp_path, "a.html", page(head, f"<p>{FIRST}</p><p>{SECOND}</p>"))
    assert report.title == title
    if title:
        assert report.text.startswith(f"{title}\n\n{FIRST}")
        assert at(report, title) == place


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<p>{FIRST}<br>\n{SECOND}</p>", f"{FIRST}\n{SECOND}"),
        (f"<p>{FIRST}<br><br>{SECOND}</p>", f"{FIRST}\n\n{SECOND}"),
        (f"<div>{FIRST}</div><div>{SECOND}</div>", f"{FIRST}\n\n{SECOND}"),
        (f"<P>{FIRST}\n<P>{SECOND}", f"{FIRST}\n\n{SECOND}"),
        (f"<p>{FIRST}</p><p>{SECOND}</p><script>var x = '<p>no</p>';</script><style>p {{}}</style>", f"{FIRST}\n\n{SECOND}"),
        (f"<p>{FIRST.replace(' ', '&nbsp;', 3)}</p><p>{SECOND.replace(' ', chr(10), 5)}</p>", f"{FIRST}\n\n{SECOND}"),
        (f"<p>{FIRST.replace('Fire', '<b>F</b>ire')}</p><p><em>{SECOND}</em></p>", f"{FIRST}\n\n{SECOND}"),
        (f"<p>{FIRST}</p><!-- <p>not this</p> --><p>{SECOND}</p>", f"{FIRST}\n\n{SECOND}"),
        (f"<p>{FIRST}</p><ul><li>{SECOND}</li><li>{FIRST.replace('Fire', 'Smoke')}</li></ul>", f"{FIRST}\n\n{SECOND}\n\n{FIRST.replace('Fire', 'Smoke')}"),
    ],
)  # fmt: skip
def test_shapes_of_paragraphs(tmp_path: Path, body: str, text: str) -> None:
    assert one(tmp_path, "a.html", page(body=body)).text == text


def test_headings_and_what_stands_around(tmp_path: Path) -> None:
    body = f"<h1>Mill burns</h1><p>{FIRST}</p><h2>The cause</h2><p>{SECOND}</p><p>{html.escape(THIRD)}</p>"
    around = '<aside><h3>Related stories</h3><ul><li><a href="/x">Flood closes the mill</a></li></ul></aside>'
    report = one(tmp_path, "a.html", page(body=body, after=around))
    assert kinds(report) == [("title", "Mill burns"), ("heading", "The cause")]
    assert "Flood" not in report.text
    assert "Home" not in report.text
    assert "Copyright" not in report.text


def test_a_line_that_stands_twice_points_at_the_article(tmp_path: Path) -> None:
    teaser = f'<nav><div><a href="/1">{FIRST}</a></div></nav>'
    report = one(tmp_path, "a.html", page(before=f"{teaser}\n"))
    assert report.text.count(FIRST) == 1
    assert position(report, FIRST)[0] == 7


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-1"])
def test_declared_charsets(tmp_path: Path, charset: str) -> None:
    source = page().replace('charset="utf-8"', f'charset="{charset}"')
    raw = source.encode("cp1252" if charset != "utf-8" else "utf-8")
    assert SECOND in one(tmp_path, "a.html", raw).text


@pytest.mark.parametrize(
    "source",
    [
        f"<html><body><p>{FIRST}",
        f"<p>{FIRST}</p>",
        f"<html><body>{FIRST}</body></html>",
        f'<html><body><p class="a b>{FIRST}</p>\n<p title="x">{FIRST}</p></body></html>',
        f"<html><head><title>x</title><body><table><tr><td>{FIRST}</td></tr></table>",
        f"<?xml version='1.0' encoding='utf-8'?>\n<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{FIRST}</p></body></html>",
        FIRST,
    ],
)
def test_broken_pages_still_tell_their_text(tmp_path: Path, source: str) -> None:
    assert FIRST in one(tmp_path, "a.html", source).text


@pytest.mark.parametrize(
    "source", ["<html><body></body></html>", "<html><head><script>x</script></head></html>", "<html>"]
)
def test_pages_without_text(tmp_path: Path, source: str) -> None:
    with pytest.raises(ReadError, match="has no article text"):
        read_as(tmp_path, "a.html", source)


def test_a_stub_whose_text_stands_in_its_data(tmp_path: Path) -> None:
    data = {
        "@type": "NewsArticle",
        "headline": "Mill burns",
        "articleBody": f"{FIRST}\n\n{SECOND}\n\n{THIRD}",
        "datePublished": "2026-01-02",
    }
    report = one(tmp_path, "a.html", page(script(data), "<h1>Mill burns</h1><p>Subscribe to read on.</p>"))
    assert report.text == f"Mill burns\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}"
    assert report.published is not None
    assert position(report, FIRST)[0] == 3
    assert at(report, "“Nobody was hurt,”") == "\\u201cNobody was hurt,\\u201d"


def test_pages_named_otherwise(tmp_path: Path) -> None:
    assert one(tmp_path, "a.txt", page()).text == one(tmp_path, "a.html", page()).text
    assert one(tmp_path, "a", page()).text == one(tmp_path, "a.html", page()).text


def test_accents_written_in_two_characters(tmp_path: Path) -> None:
    decomposed = "Rene\u0301e Calder\u006f\u0301n said the cafe\u0301 on the quay burned down on Friday night."
    report = one(tmp_path, "a.html", f"<html><body><article><p>{FIRST}</p><p>{decomposed}</p></article></body></html>")
    assert decomposed in report.text


def test_nothing_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.CRITICAL):
        read_as(tmp_path, "a.html", page())
    assert caplog.records == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=40),
        min_size=1,
        max_size=5,
    ),
    st.data(),
)
def test_every_span_leads_back_to_its_source(paragraphs: list[str], data: st.DataObject) -> None:
    escape = data.draw(
        st.sampled_from(
            [html.escape, lambda text: "".join(f"&#{ord(c)};" if c in "<&" or ord(c) > 126 else c for c in text)]
        )
    )
    source = "<article>" + "\n".join(f"<p>Fire <b>no.</b> {escape(p)} out</p>" for p in paragraphs) + "</article>"
    (report,) = read_file(File("a.html", f"<html>{source}".encode()))
    assert isinstance(report, Report)
    for number, character in enumerate(report.text):
        span = report.to_source(number, number + 1)
        if not character.isspace() and character != "\ufffd":
            assert (
                html.unescape(report.source[span.start : span.end]) in (character, f"{character}\ufe0f")
                or len(html.unescape(report.source[span.start : span.end])) > 1
            )


@given(st.text("<>/!-ab \"'=&;p\n", max_size=120))
def test_no_markup_breaks_the_reader(text: str) -> None:
    for block in read_blocks(text):
        for piece in block.pieces:
            assert 0 <= piece.start <= piece.end <= len(text)
            assert piece.text is None or piece.start < piece.end
