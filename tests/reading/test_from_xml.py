"""NITF, NewsML-G2, feeds."""

from __future__ import annotations

import html
from pathlib import Path

import pytest

from reading.sources import at, kinds, one, position, read_as
from storydiff.errors import ReadError
from storydiff.reading.read import read

FIRST = "Fire broke out at the old paper mill in Marrow Creek late on Friday, the county said."
SECOND = "“Nobody was hurt,” Lt. Oda Brandt said & left."
NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/nitf.dtd">
<nitf><head><title>slug</title><docdata><doc-id id-string="L1"/><date.issue norm="20260102T183000-0800"/></docdata>
<pubdata name="Harbor Ledger"/></head><body><body.head><hedline><hl1>Mill &amp; town burn</hl1></hedline>
<byline>By <person>Ana Quill</person></byline><distributor>Creek Wire</distributor></body.head>
<body.content><block><p>{FIRST}</p>
<p>{html.escape(SECOND)}</p><media><media-caption>Smoke over the mill.</media-caption></media></block></body.content></body></nitf>"""
ITEM = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:ledger:1" version="1">
<itemMeta><provider><name>Harbor Ledger</name></provider><versionCreated>2026-01-02T18:30:00-08:00</versionCreated></itemMeta>
<contentMeta><headline>Mill burns</headline><by>By Ana Quill</by></contentMeta><contentSet>
<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head>
<body><p>{FIRST}</p><p>{html.escape(SECOND)}</p></body></html></inlineXML></contentSet></newsItem>"""
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="x" xmlns:dc="y"><channel><title>Harbor Ledger</title>
<item><title>Mill burns</title><link>https://ledger.example/1</link><pubDate>Fri, 02 Jan 2026 18:30:00 -0800</pubDate>
<dc:creator>Ana Quill</dc:creator><guid>7</guid><description>short</description>
<content:encoded><![CDATA[<p>{FIRST}</p><p>{html.escape(SECOND)}</p>]]></content:encoded></item>
<item><title>Second &amp;amp; last</title><description>{html.escape(f"<p>{FIRST}</p><p>{html.escape(SECOND)}</p>")}</description></item>
<item><title>Third</title></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbor Ledger</title><entry><title>Mill burns</title>
<link href="https://ledger.example/1"/><updated>2026-01-02T18:30:00Z</updated><author><name>Ana Quill</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{FIRST}</p></div></content></entry></feed>"""


def test_nitf(tmp_path: Path) -> None:
    report = one(tmp_path, "a.xml", NITF)
    assert (report.outlet, report.title, report.author) == ("Harbor Ledger", "Mill & town burn", "Ana Quill")
    assert report.identifier == "L1"
    assert report.published is not None
    assert report.published.isoformat() == "2026-01-02T18:30:00-08:00"
    assert report.text.endswith(f"{FIRST}\n\n{SECOND}\n\nSmoke over the mill.")
    assert [kind for kind, _ in kinds(report)] == ["title", "byline", "credit", "caption"]
    assert position(report, "Fire") == (6, 25)
    assert at(report, "Mill & town burn") == "Mill &amp; town burn"
    assert at(report, "said & left") == "said &amp; left"


@pytest.mark.parametrize(
    "source", [ITEM, f"<?xml version='1.0'?>\n<newsMessage><itemSet>{ITEM}</itemSet></newsMessage>"]
)
def test_newsml_g2(tmp_path: Path, source: str) -> None:
    report = one(tmp_path, "a.xml", source)
    assert report.text == f"Mill burns\n\n{FIRST}\n\n{SECOND}"
    assert (report.outlet, report.author, report.identifier) == ("Harbor Ledger", "Ana Quill", "urn:ledger:1")
    assert report.published is not None
    assert report.published.isoformat() == "2026-01-02T18:30:00-08:00"
    assert at(report, "said & left") == "said &amp; left"


def test_newsml_with_nitf_inside(tmp_path: Path) -> None:
    inner = NITF.partition("<nitf>")[2].join(["<nitf>", ""])
    head, _, tail = ITEM.partition("<inlineXML")
    source = f"{head}<inlineXML>{inner}</inlineXML></contentSet></newsItem>"
    assert tail
    report = one(tmp_path, "a.xml", source)
    assert (report.title, report.outlet) == ("Mill burns", "Harbor Ledger")
    assert FIRST in report.text


def test_rss(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text(RSS)
    reading = read([tmp_path / "a.rss"])
    first, second = reading.reports
    assert first.text == f"Mill burns\n\n{FIRST}\n\n{SECOND}"
    assert (first.outlet, first.author, first.url, first.identifier) == (
        "Harbor Ledger",
        "Ana Quill",
        "https://ledger.example/1",
        "7",
    )
    assert first.published is not None
    assert first.published.isoformat() == "2026-01-02T18:30:00-08:00"
    assert at(first, "said & left") == "said &amp; left"
    assert second.title == "Second & last"
    assert at(second, "said & left") == "said &amp;amp; left"
    assert [problem.message for problem in reading.problems] == ["line 6: entry 3 has no text"]


def test_atom(tmp_path: Path) -> None:
    report = one(tmp_path, "a.atom", ATOM)
    assert report.text == f"Mill burns\n\n{FIRST}"
    assert (report.author, report.url) == ("Ana Quill", "https://ledger.example/1")


def test_encodings(tmp_path: Path) -> None:
    source = NITF.replace("UTF-8", "windows-1252")
    assert SECOND in one(tmp_path, "a.xml", source.encode("cp1252")).text
    assert SECOND in one(tmp_path, "a.xml", NITF.encode("utf-16")).text


BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (f'<?xml version="1.0"?><!DOCTYPE n [<!ENTITY a0 "x">{BOMB}]><nitf><body><p>&a9;</p></body></nitf>', "declares entities"),
        ('<?xml version="1.0"?><!DOCTYPE n [<!ENTITY x SYSTEM "file:///etc/hostname">]><nitf><body><p>&x;</p></body></nitf>', "declares entities"),
        ("<nitf><body><p>Fire broke", "is not XML: no element found at line 1, column 26"),
        ("<nitf>\n<body><p>Fire</b></body></nitf>", "is not XML: mismatched tag at line 2"),
        ("<nitf>" + "<p>" * 5000, "is nested more than 200 deep"),
        ("<rss><channel><item>" + "<p>" * 5000, "is nested more than 200 deep"),
        ("<?xml version='1.0'?><play><act/></play>", "is XML of no kind that is known"),
        ("<rss><channel><title>x</title></channel></rss>", "is a feed without entries"),
        ("<nitf><body><body.content></body.content></body></nitf>", "has no text"),
        ("<newsItem><itemMeta/></newsItem>", "has no text"),
    ],
)  # fmt: skip
def test_what_can_not_be_read(tmp_path: Path, source: str, message: str) -> None:
    with pytest.raises(ReadError) as error:
        read_as(tmp_path, "a.xml", source)
    assert message in error.value.message
    assert "\n" not in error.value.message
