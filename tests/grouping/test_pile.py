"""Piles: every row is a report or a problem."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from storydiff.errors import ReadError
from storydiff.grouping.pile import from_line, read_pile
from storydiff.grouping.pile_events import group_pile, listing, to_jsonl


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{bad", "is not JSON"),
        (b"[1]", "is not an object"),
        (b'{"title": "Fire"}', "has no text"),
        (b'{"text": " "}', "has no text"),
        (b'{"text": ["x"]}', "text is not text"),
        (b'{"text": "\xff"}', "is not UTF-8"),
        (b"[" * 100_000, "is not JSON"),
    ],
)
def test_bad_rows_are_problems(line: bytes, message: str) -> None:
    found = from_line(line, "pile.jsonl:3")
    assert found.report is None
    assert [problem.path for problem in found.problems] == ["pile.jsonl:3"]
    assert message in found.problems[0].message


def test_a_row_is_a_report() -> None:
    row = {
        "id": 7,
        "outlet": "Harbor Ledger",
        "title": "Fire on Pier 9",
        "published": "2031-03-03",
        "text": "It burned.",
    }
    report = from_line(json.dumps(row).encode(), "p").report
    assert report is not None
    assert (report.identifier, report.outlet, report.published) == ("7", "Harbor Ledger", datetime(2031, 3, 3))
    assert report.published_grain == "day"
    assert report.text == "Fire on Pier 9\n\nIt burned."


def test_a_bad_date_is_told_and_the_report_kept() -> None:
    found = from_line(b'{"text": "It burned.", "published": "soon"}', "p")
    assert found.report is not None
    assert "no date" in found.problems[0].message


def test_lone_surrogates_do_no_harm() -> None:
    found = from_line(b'{"text": "It \\ud800 burned."}', "p")
    assert found.report is not None
    found.report.text.encode()


def test_a_pile_is_told(tmp_path: Path) -> None:
    text = "A fire at the Tolliver cannery in Marrow Creek killed two people, Oda Brandt said."
    rows = [{"id": f"{n}", "outlet": outlet, "text": text} for n, outlet in enumerate(("Ledger\x1b[31m", "Courier"))]
    pile = tmp_path / "pile.jsonl"
    pile.write_text("".join(json.dumps(row) + "\n" for row in [*rows, rows[0]]), "utf-8")
    grouped = group_pile(read_pile([pile]))
    assert ["came before" in problem.message for problem in grouped.problems] == [True]
    (line,) = to_jsonl(grouped).splitlines()
    assert {one["id"] for one in json.loads(line)["reports"]} == {"0", "1"}
    assert "\x1b" not in listing(grouped)


def test_a_missing_path_is_an_error() -> None:
    with pytest.raises(ReadError, match="no such file"):
        list(read_pile(["nowhere"]))


def test_parquet_rows_are_reports(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    pile = tmp_path / "pile.parquet"
    rows = [{"id": "a", "text": "It burned.", "published": datetime(2031, 3, 3, 9)}, {"id": "b", "text": ""}]
    parquet.write_table(pyarrow.Table.from_pylist(rows), pile)
    good, bad = read_pile([pile])
    assert good.report is not None
    assert (good.report.identifier, good.report.published) == ("a", datetime(2031, 3, 3, 9))
    assert [problem.message for problem in bad.problems] == ["has no text"]


def test_a_file_that_is_no_parquet_is_a_problem(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    (tmp_path / "pile.parquet").write_text("no", "utf-8")
    (found,) = read_pile([tmp_path])
    assert "is not Parquet" in found.problems[0].message
