"""Press releases by mail."""

from __future__ import annotations

import base64
import quopri
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.sources import at, one, position, read_as
from storydiff.errors import ReadError
from storydiff.model import Report
from storydiff.reading.formats import read_file
from storydiff.reading.found import File

FIRST = "Fire broke out at the old paper mill in Marrow Creek late on Friday, the county said."
SECOND = "“Nobody was hurt,” Lt. Oda Brandt said."
HEAD = "From: Marrow County <press@marrow.example>\nSubject: Mill burns\nDate: Fri, 02 Jan 2026 18:30:00 -0800\nMIME-Version: 1.0\n"
PLAIN = "Content-Type: text/plain; charset=utf-8\n"
BODY = f"{FIRST}\n\n{SECOND}\n"


def test_plain(tmp_path: Path) -> None:
    report = one(tmp_path, "a.eml", f"{HEAD}{PLAIN}\n{BODY}\n-- \nPress office\n")
    assert report.text == f"Mill burns\n\n{FIRST}\n\n{SECOND}"
    assert (report.outlet, report.title) == ("Marrow County", "Mill burns")
    assert report.published is not None
    assert report.published.isoformat() == "2026-01-02T18:30:00-08:00"
    assert position(report, "Fire") == (7, 1)
    assert position(report, "Mill burns") == (2, 10)


def test_quoted_printable(tmp_path: Path) -> None:
    body = f"{FIRST[:60]}=\n{FIRST[60:]}\n\n{quopri.encodestring(SECOND.encode()).decode()}"
    report = one(tmp_path, "a.eml", f"{HEAD}{PLAIN}Content-Transfer-Encoding: quoted-printable\n\n{body}")
    assert report.text == f"Mill burns\n\n{FIRST}\n\n{SECOND}"
    assert at(report, "“Nobody") == "=E2=80=9CNobody"
    assert position(report, "Lt.") == (11, position(report, "Lt.")[1])


def test_base64(tmp_path: Path) -> None:
    encoded = base64.b64encode(BODY.encode()).decode()
    report = one(tmp_path, "a.eml", f"{HEAD}{PLAIN}Content-Transfer-Encoding: base64\n\n{encoded}\n")
    assert report.text == f"{FIRST}\n\n{SECOND}"
    assert at(report, SECOND) == SECOND


def test_the_plain_part_is_taken(tmp_path: Path) -> None:
    parts = f"--x\nContent-Type: text/html\n\n<p>no</p>\n--x\n{PLAIN}\n{BODY}--x\n{PLAIN}Content-Disposition: attachment\n\nno\n--x--\n"
    report = one(tmp_path, "a.eml", f'{HEAD}Content-Type: multipart/mixed; boundary="x"\n\n{parts}')
    assert report.text == f"Mill burns\n\n{FIRST}\n\n{SECOND}"


def test_html_alone(tmp_path: Path) -> None:
    report = one(
        tmp_path, "a.eml", f"{HEAD}Content-Type: text/html; charset=utf-8\n\n<p>{FIRST}</p><p>Fire &amp; smoke</p>\n"
    )
    assert report.text == f"Mill burns\n\n{FIRST}\n\nFire & smoke"
    assert at(report, "Fire & smoke") == "Fire &amp; smoke"


def test_a_mailbox(tmp_path: Path) -> None:
    message = f"From a@b.example Fri Jan  2 18:30:00 2026\n{HEAD}{PLAIN}\n{BODY}\n"
    encoded = message.replace("Mill burns", "=?utf-8?q?Mill_=E2=80=9Cburns=E2=80=9D?=")
    first, second = read_as(tmp_path, "a.mbox", message + encoded)
    assert first.title == "Mill burns"
    assert second.title == "Mill “burns”"
    assert position(second, "Fire") == (19, 1)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (f"{HEAD}Content-Type: image/png\n\nx", "has no text"),
        (f"{HEAD}\n", "has no text"),
        ("Subject: " + "=?utf-8?q?a?= " * 50_000 + "\n\nFire", "is no mail that can be read"),
        (HEAD + 'Content-Type: multipart/mixed; boundary="a"\n\n--a\n' * 100, "is no mail that can be read"),
    ],
)
def test_what_can_not_be_read(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(ReadError) as error:
        read_as(tmp_path, "a.eml", content)
    assert message in error.value.message


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")), min_size=1, max_size=60)
)
def test_every_span_leads_back_to_its_source(text: str) -> None:
    body = quopri.encodestring(f"Fire {text} out".encode()).decode()
    (report,) = read_file(
        File("a.eml", f"{HEAD}{PLAIN}Content-Transfer-Encoding: quoted-printable\n\n{body}\n".encode())
    )
    assert isinstance(report, Report)
    assert "".join(text.split()) in "".join(report.text.split())
    for number, character in enumerate(report.text):
        span = report.to_source(number, number + 1)
        if not character.isspace():
            assert character in quopri.decodestring(report.source[span.start : span.end]).decode()
