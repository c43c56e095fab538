"""Paths, folders, event files, standard input."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

from storydiff.errors import ReadError
from storydiff.reading.file_names import event_in_folder, outlet_in
from storydiff.reading.read import read

BODY = "Fire broke out at the mill. Nobody was hurt."


@pytest.fixture
def event(tmp_path: Path) -> Path:
    """A folder with two reports and what else lies about in such folders."""
    folder = tmp_path / "2026-01-02-mill-fire"
    folder.mkdir()
    (folder / "b_post.txt").write_text(BODY)
    (folder / "a_ledger.md").write_text(BODY)
    (folder / "README.md").write_text("About these files.")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (folder / ".hidden.txt").write_text(BODY)
    (folder / "expected.json").write_text('{"findings": []}')
    (folder / "more").mkdir()
    return folder


def test_a_folder_gives_its_reports_by_name(event: Path) -> None:
    reading = read([event])
    assert [Path(report.path).name for report in reading.reports] == ["a_ledger.md", "b_post.txt"]
    assert reading.event == "Mill fire"
    assert reading.problems == ()


def test_an_event_file_lists_the_reports(event: Path) -> None:
    (event / "event.toml").write_text(
        'title = "Fire at the mill"\n[[report]]\npath = "b_post.txt"\noutlet = "Creek Post"\n'
        'published = 2026-01-02T18:30:00-08:00\n[[report]]\npath = "a_ledger.md"\npublished = 2026-01-03\ntitle = "Burnt"\n'
    )
    reading = read([event])
    first, second = reading.reports
    assert reading.event == "Fire at the mill"
    assert first.outlet == "Creek Post"
    assert first.published is not None
    assert first.published.isoformat() == "2026-01-02T18:30:00-08:00"
    assert (second.published, second.published_grain, second.title) == (datetime(2026, 1, 3), "day", "Burnt")
    assert read([event / "event.toml"]) == reading


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("title =", "is not TOML"),
        ('title = "x"', "lists no reports"),
        ("[[report]]\noutlet = 'x'", "report 1 has no path"),
        ("[[report]]\npath = 'b_post.txt'\noutlat = 'x'", "has an unknown key 'outlat'"),
        ("[[report]]\npath = 'b_post.txt'\npublished = 'soon'", "report 1 has no date that can be read: soon"),
        ("[[report]]\npath = 'https://x.example/a'", "report 1 is an address"),
        ("[[report]]\npath = 'c.txt'", "there is no such file"),
        ("a = " + "[" * 5000, "is not TOML"),
    ],
)
def test_event_files_that_are_wrong(event: Path, content: str, message: str) -> None:
    (event / "event.toml").write_text(content)
    with pytest.raises(ReadError) as error:
        read([event])
    assert message in error.value.message
    assert "\n" not in error.value.message


def test_outlets_are_named_by_path(event: Path) -> None:
    reading = read([event], outlets={str(event / "." / "b_post.txt"): "Creek Post"})
    assert [report.outlet for report in reading.reports] == ["A Ledger", "Creek Post"]


def test_an_outlet_for_a_file_that_is_not_read_is_a_problem(event: Path) -> None:
    (problem,) = read([event], outlets={"c.txt": "Creek Post"}).problems
    assert problem.message == "has an outlet's name but is not among the reports"


def test_standard_input() -> None:
    (report,) = read(["-"], stdin=f"---\noutlet: Ledger\n---\n{BODY}".encode(), outlets={}).reports
    assert (report.path, report.outlet, report.text) == ("-", "Ledger", BODY)
    (report,) = read(["-"], stdin=lambda: b'{"text": "Fire broke out."}', outlets={"-": "Post"}).reports
    assert (report.outlet, report.text) == ("Post", "Fire broke out.")


def test_a_file_reached_twice_is_read_once(event: Path) -> None:
    (event / "c.txt").symlink_to(event / "b_post.txt")
    reading = read([event, event / "b_post.txt", event / ".." / event.name / "a_ledger.md"])
    assert [Path(report.path).name for report in reading.reports] == ["a_ledger.md", "b_post.txt"]


def test_a_report_can_be_compared_with_itself(event: Path) -> None:
    path = event / "b_post.txt"
    assert [report.path for report in read([path, path]).reports] == [str(path)] * 2


def test_a_bad_report_among_good_ones_is_a_problem(event: Path) -> None:
    (event / "empty.txt").write_text(" \n")
    reading = read([event, event / "b_pots.txt"])
    assert len(reading.reports) == 2
    assert [(problem.message, problem.hint) for problem in reading.problems] == [
        ("there is no such file", f"did you mean {event / 'b_post.txt'}?"),
        ("is empty", "give a file that holds a report"),
    ]


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("a.txt", b"", "is empty"),
        ("a.md", b"\xef\xbb\xbf \r\n", "is empty"),
        ("a.md", b"---\ntitle: Mill burns\n---\n", "has no text"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(100), "is an image"),
        ("a.txt", b"PK\x03\x04" + bytes(100), "is a damaged Word document or zip archive"),
        ("a", b"\x7fELF" + bytes(100), "is a program"),
        ("a.txt", bytes(range(256)) * 40, "is not text"),
        ("a.json", b"\x00\x00\x00\x18ftypmp42" + bytes(100), "is a video"),
        ("a.txt", b"x" * 1001, "is too large (1 kB; the limit is 1 kB)"),
    ],
)
def test_files_that_are_no_reports(tmp_path: Path, name: str, raw: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(ReadError) as error:
        read([tmp_path / name], max_bytes=20_000 if "large" not in message else 1000)
    assert message in error.value.message
    assert str(tmp_path / name) in error.value.message


def test_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no reports given"):
        read([])
    with pytest.raises(ReadError, match="holds no reports"):
        read([tmp_path])
    with pytest.raises(ReadError, match=r"there is no such file \(and 1 more\)"):
        read([tmp_path / "a", tmp_path / "b"])


def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    with pytest.raises(ReadError, match="can't be read"):
        read([tmp_path / "a.txt"])


def test_what_is_neither_file_nor_folder(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(ReadError, match="is not a file"):
        read([tmp_path / "a.txt"])


@pytest.mark.parametrize(
    ("stem", "outlet"),
    [
        ("2026-01-02_harbor-ledger", "Harbor Ledger"),
        ("harbor_ledger_20260102", "Harbor Ledger"),
        ("abc-news", "ABC News"),
        ("voice-of-the-creek", "Voice of the Creek"),
        ("Creek Post", "Creek Post"),
        ("ledger.example", "ledger.example"),
        ("a", "a"),
        ("2026-01-02", ""),
        ("report-99999999", "Report 99999999"),
    ],
)
def test_outlets_in_file_names(stem: str, outlet: str) -> None:
    assert outlet_in(stem) == outlet


def test_events_in_folder_names() -> None:
    assert event_in_folder("2026-01-02_mill-fire") == "Mill fire"
