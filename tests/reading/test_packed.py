"""Files that are packed: gzip, WARC, Word, PDF, Parquet."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from reading.packages import docx, pdf, warc
from reading.sources import at, kinds, one, position, read_as
from storydiff.errors import ReadError
from storydiff.reading.read import read

FIRST = "Fire broke out at the old paper mill in Marrow Creek late on Friday, the county said."
SECOND = "“Nobody was hurt,” Lt. Oda Brandt said."
PAGE = f"<html><head><title>x</title></head>\n<body><article><h1>Mill burns</h1>\n<p>{FIRST}</p><p>{SECOND}</p></article></body></html>"


def test_gzip(tmp_path: Path) -> None:
    report = one(tmp_path, "2026-01-02_harbor-ledger.txt.gz", gzip.compress(FIRST.encode()))
    assert (report.text, report.outlet) == (FIRST, "Harbor Ledger")
    assert one(tmp_path, "a.html", gzip.compress(PAGE.encode())).title == "Mill burns"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (gzip.compress(bytes(30_000_000)), "unpacks to more than 10.0 MB"),
        (gzip.compress(FIRST.encode() * 100)[:60], "is cut short (gzip)"),
        (gzip.compress(gzip.compress(gzip.compress(FIRST.encode()))), "is packed several times over"),
        (b"\x1f\x8b\x08\x00 this is no gzip", "is not gzip, or is damaged"),
        (gzip.compress(b""), "has no text"),
    ],
)
def test_gzip_that_can_not_be_read(tmp_path: Path, raw: bytes, message: str) -> None:
    with pytest.raises(ReadError) as error:
        read_as(tmp_path, "a.txt.gz", raw)
    assert message in error.value.message


@pytest.mark.parametrize("packed", [False, True])
def test_warc(tmp_path: Path, packed: bool) -> None:
    raw = warc(
        ("https://ledger.example/1", "text/html; charset=utf-8", PAGE.encode()),
        ("https://ledger.example/a.png", "image/png", b"\x89PNG"),
        ("https://post.example/1", "text/html; charset=windows-1252", PAGE.encode("cp1252")),
    )
    first, second = read_as(tmp_path, "a.warc.gz" if packed else "a.warc", gzip.compress(raw) if packed else raw)
    assert first.text == second.text == f"Mill burns\n\n{FIRST}\n\n{SECOND}"
    assert [first.outlet, second.outlet] == ["ledger.example", "post.example"]
    assert first.published is None
    assert position(first, "Fire") == (3, 4)


def test_a_damaged_archive_keeps_its_pages_and_writes_nothing_to_the_terminal(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    address = "https://ledger.example/1 \x1b[31m"
    raw = warc((address, "text/html", PAGE.encode())) + b"\x1b[31m odd\n" * 3
    (tmp_path / "a.warc").write_bytes(raw)
    reading = read([tmp_path / "a.warc"])
    assert len(reading.reports) == 1
    assert [problem.message for problem in reading.problems] == ["is damaged after page 1"]
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []


def test_a_page_without_an_article_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(
        warc(
            ("https://ledger.example/1", "text/html", PAGE.encode()),
            ("https://ledger.example/2", "text/html", b"<html></html>"),
        )
    )
    reading = read([path])
    assert len(reading.reports) == 1
    assert [problem.message for problem in reading.problems] == ["https://ledger.example/2 has no article text"]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (warc(("https://ledger.example/1", "image/png", b"x")), "holds no page of text"),
        (b"WARC/1.0\r\n" * 1000, "holds no page of text"),
        (b"WARC/nonsense", "is a damaged web archive"),
    ],
)
def test_warc_that_can_not_be_read(tmp_path: Path, raw: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        read_as(tmp_path, "a.warc", raw)


def test_word(tmp_path: Path) -> None:
    document = (
        '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Mill burns</w:t></w:r></w:p>'
        '<w:p><w:r><w:t xml:space="preserve">Fire broke </w:t></w:r><w:r><w:t>out &amp; spread.</w:t></w:r></w:p><w:p/>'
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>The cause</w:t></w:r></w:p>'
        "<w:p><w:r><w:delText>gone</w:delText><w:t>Not</w:t><w:br/><w:t>known.</w:t></w:r></w:p>"
    )
    properties = "<dc:creator>Ana Quill</dc:creator><dcterms:created>2026-01-02T18:30:00Z</dcterms:created>"
    report = one(tmp_path, "a.docx", docx(document, properties))
    assert report.text == "Mill burns\n\nFire broke out & spread.\n\nThe cause\n\nNot known."
    assert kinds(report) == [("title", "Mill burns"), ("heading", "The cause")]
    assert (report.title, report.author) == ("Mill burns", "Ana Quill")
    assert report.published is not None
    assert at(report, "out & spread") == "out & spread"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (docx("<w:p><w:t>" + " fire" * 4_000_000 + "</w:t></w:p>"), "unpacks to more than the limit of 10.0 MB"),
        (docx(""), "has no text"),
        (docx("<w:p><w:t>Fire</w:t></w:p>")[:60], "is a damaged Word document"),
    ],
)
def test_word_that_can_not_be_read(tmp_path: Path, raw: bytes, message: str) -> None:
    with pytest.raises(ReadError) as error:
        read_as(tmp_path, "a.docx", raw)
    assert message in error.value.message


def test_other_zip_archives(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("a.txt", "x")
    with pytest.raises(ReadError, match="is a zip archive"):
        read_as(tmp_path, "a.zip", out.getvalue())


def test_pdf(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    report = one(tmp_path, "a.pdf", pdf("Fire broke out at the mill on Friday.", "Nobody was hurt, police said."))
    assert report.text == report.source == "Fire broke out at the mill on Friday.\nNobody was hurt, police said."


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (pdf(), "is a PDF without text"),
        (pdf("Fire")[:300], "is a damaged PDF"),
        (b"%PDF-1.4\n" + b"1 0 obj<<" * 9000, "is a damaged PDF"),
        (pdf(*["Fire"] * 60_000), "is a PDF of more drawing than text"),
    ],
)
def test_pdf_that_can_not_be_read(tmp_path: Path, raw: bytes, message: str) -> None:
    pytest.importorskip("pypdf")
    with pytest.raises(ReadError, match=message):
        read_as(tmp_path, "a.pdf", raw)


def test_parquet(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    columns = {
        "id": ["1", "2", "3"],
        "outlet": ["Harbor Ledger", None, "Post"],
        "title": ["Mill burns", None, None],
        "published": ["2026-01-02T18:30:00-08:00", None, None],
        "url": [None, "https://www.post.example/1", None],
        "text": [FIRST, SECOND, None],
        "score": [1, 2, 3],
    }
    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table(columns), path)
    reading = read([path])
    first, second = reading.reports
    assert (first.text, first.outlet, first.title, first.identifier) == (FIRST, "Harbor Ledger", "Mill burns", "1")
    assert first.published is not None
    assert first.published.isoformat() == "2026-01-02T18:30:00-08:00"
    assert second.outlet == "post.example"
    assert [problem.message for problem in reading.problems] == ["row 3 has no text"]


def test_parquet_that_can_not_be_read(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(pyarrow.table({"body": ["x"]}), tmp_path / "b.parquet")
    with pytest.raises(ReadError, match="has no column text"):
        read([tmp_path / "b.parquet"])
    parquet.write_table(pyarrow.table({"text": ["x" * 1_000_000] * 60}), tmp_path / "c.parquet")
    with pytest.raises(ReadError, match=r"unpacks to more than 50\.0 MB"):
        read([tmp_path / "c.parquet"])
    with pytest.raises(ReadError, match="is a damaged Parquet file"):
        read_as(tmp_path, "a.parquet", b"PAR1" + bytes(200) + b"PAR1")
