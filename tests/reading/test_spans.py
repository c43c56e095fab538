"""Every span leads back to its source, whatever the words and whatever they are packed in."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable
from html import escape, unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading.packages import docx, pdf, warc
from storydiff.model import Report
from storydiff.reading.formats import read_file
from storydiff.reading.found import File

Packed = tuple[str, bytes]
PARAGRAPHS = st.lists(
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cn", "Co", "Cs")), min_size=1, max_size=30
    ).map(lambda words: f"Fire {words} broke out"),
    min_size=1,
    max_size=4,
)


def _newsml(paragraphs: list[str]) -> Packed:
    body = "\n".join(f"<p>{escape(p)}</p>" for p in paragraphs)
    item = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>'
    head = '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:ledger:1" version="1"><contentSet>'
    content = f'<inlineXML contenttype="application/xhtml+xml">{item}</inlineXML>'
    return "a.xml", f"{head}{content}</contentSet></newsItem>".encode()


def _atom(paragraphs: list[str]) -> Packed:
    body = "".join(f"<p>{escape(p)}</p>" for p in paragraphs)
    entry = f'<entry><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{body}</div></content></entry>'
    return "a.xml", f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbor Ledger</title>{entry}</feed>'.encode()


def _atom_escaped(paragraphs: list[str]) -> Packed:
    body = escape("".join(f"<p>{escape(p)}</p>" for p in paragraphs))
    entry = f'<entry><content type="html">{body}</content></entry>'
    return "a.xml", f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbor Ledger</title>{entry}</feed>'.encode()


def _archived(paragraphs: list[str]) -> Packed:
    page = "<html><body><article>" + "".join(f"<p>{escape(p)}</p>" for p in paragraphs) + "</article></body></html>"
    raw = warc(("https://ledger.example/1", "text/html; charset=utf-8", page.encode()))
    return "a.warc.gz", gzip.compress(raw)


def _word(paragraphs: list[str]) -> Packed:
    return "a.docx", docx(
        "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(p)}</w:t></w:r></w:p>' for p in paragraphs)
    )


def _parquet(paragraphs: list[str]) -> Packed:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    out = io.BytesIO()
    parquet.write_table(pyarrow.table({"text": ["\n\n".join(paragraphs)]}), out)
    return "a.parquet", out.getvalue()


@pytest.mark.parametrize("pack", [_newsml, _atom, _atom_escaped, _archived, _word, _parquet])
@settings(max_examples=60, deadline=None)
@given(paragraphs=PARAGRAPHS)
def test_every_span_leads_back_to_its_source(pack: Callable[[list[str]], Packed], paragraphs: list[str]) -> None:
    report = the_report(*pack(paragraphs))
    assert "".join(report.text.split()) == "".join("".join(paragraphs).split())
    for number, character in enumerate(report.text):
        if not character.isspace():
            span = report.to_source(number, number + 1)
            assert unescape(unescape(report.source[span.start : span.end])) == character


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text("abcdef, .", min_size=1, max_size=30), min_size=1, max_size=4))
def test_every_span_of_a_pdf_leads_to_the_text_taken_out(lines: list[str]) -> None:
    pytest.importorskip("pypdf")
    report = the_report("a.pdf", pdf(*(f"Fire {line} broke out" for line in lines)))
    assert report.text.count("Fire") == len(lines)
    for number, character in enumerate(report.text):
        if not character.isspace():
            span = report.to_source(number, number + 1)
            assert report.source[span.start : span.end] == character


def the_report(name: str, raw: bytes) -> Report:
    (report,) = read_file(File(name, raw))
    assert isinstance(report, Report)
    return report
