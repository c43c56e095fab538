"""Plain text."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from reading.sources import at, kinds, one, position

BODY = "Fire broke out at the mill on Friday. Nobody was hurt, Lt. Oda Brandt said."


def test_file_name_and_first_line_name_outlet_date_and_title(tmp_path: Path) -> None:
    report = one(tmp_path, "2026-01-02_harbor-ledger.txt", f"Mill burns in Marrow Creek\n\n{BODY}\n")
    assert (report.outlet, report.title) == ("Harbor Ledger", "Mill burns in Marrow Creek")
    assert (report.published, report.published_grain) == (datetime(2026, 1, 2), "day")
    assert kinds(report) == [("title", "Mill burns in Marrow Creek")]


@pytest.mark.parametrize(
    "first",
    [
        "Fire broke out at the mill.",
        "By Ana Quill",
        "Fire",
        "MARROW CREEK —",
        "He said this of the fire that burned the mill on Friday,",
        "word " * 40,
    ],
)
def test_what_is_no_headline(tmp_path: Path, first: str) -> None:
    report = one(tmp_path, "a.txt", f"{first}\n\n{BODY}")
    assert report.title == ("MARROW CREEK —" if first.startswith("MARROW") else "")


@pytest.mark.parametrize("text", [f"Mill burns in Marrow Creek\n{BODY}", "Mill burns in Marrow Creek"])
def test_a_first_line_without_a_blank_line_and_text_after_it_is_text(tmp_path: Path, text: str) -> None:
    assert one(tmp_path, "a.txt", text).title == ""


def test_lines_of_metadata_on_top(tmp_path: Path) -> None:
    head = "Headline: Mill burns\nOutlet: The Harbor Ledger\nDate: Jan. 2, 2026 9:15 p.m. PST\nByline: Ana Quill\n"
    report = one(tmp_path, "a.txt", f"{head}\n{BODY}")
    assert report.text == f"Mill burns\n\n{BODY}"
    assert (report.outlet, report.author, report.title) == ("The Harbor Ledger", "Ana Quill", "Mill burns")
    assert report.published is not None
    assert report.published.isoformat() == "2026-01-02T21:15:00-08:00"
    assert position(report, "Mill burns") == (1, 11)
    assert position(report, "Fire") == (6, 1)


def test_a_line_that_looks_like_metadata_is_text(tmp_path: Path) -> None:
    text = f"Source: police say the mill burned down.\n\n{BODY}"
    report = one(tmp_path, "a.txt", text)
    assert report.text == text
    assert report.outlet == "a"


def test_lines_broken_to_a_width_are_joined(tmp_path: Path) -> None:
    text = (
        "Fire broke out at the old paper mill in Marrow Creek late on Friday\n"
        "night, and firefighters from three towns fought it until the morning,\n"
        "the county said.\n\n"
        "Nobody was hurt. The mill had stood empty since the flood that closed\n"
        "it nine years ago.\n"
    )
    report = one(tmp_path, "a.txt", text)
    assert report.text.splitlines()[0].endswith("until the morning, the county said.")
    assert len(report.text.split("\n\n")) == 2
    assert at(report, "Friday night") == "Friday\nnight"
    assert len(report.runs) == 1


def test_lines_that_are_paragraphs_stay(tmp_path: Path) -> None:
    text = "Fire broke out.\nNobody was hurt in the fire at the mill on Friday.\nThe mill was empty."
    assert one(tmp_path, "a.txt", text).text == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"Fire\r\nbroke out", "Fire\nbroke out"),
        (b"Fire\rbroke out", "Fire\nbroke out"),
        (b"Fire\x00 broke\x08 out", "Fire broke out"),
        ("Fire\u200b broke\u00ad out\ufeff".encode(), "Fire broke out"),
        ("Fire\u00a0broke\u202fout\u2028there".encode(), "Fire broke out\nthere"),
        ("\u202eFire broke out\u202c".encode(), "Fire broke out"),
        (b"\xef\xbb\xbfFire broke out", "Fire broke out"),
        (b"  \n\n  Fire broke out \n\n", "Fire broke out"),
        ("Fire \U0001f468\u200d\U0001f692 broke out".encode(), "Fire \U0001f468\u200d\U0001f692 broke out"),
    ],
)
def test_what_is_not_seen_is_left_out(tmp_path: Path, raw: bytes, text: str) -> None:
    assert one(tmp_path, "a.txt", raw).text == text


def test_positions_after_unseen_characters(tmp_path: Path) -> None:
    report = one(tmp_path, "a.txt", b"Fire\x00 broke out.\r\nNobody was\x00\x00 hurt.\r\n")
    assert position(report, "hurt") == (2, 14)
    assert at(report, "was hurt") == "was\x00\x00 hurt"
