"""JSON lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from reading.sources import at, position
from storydiff.errors import ReadError
from storydiff.reading.read import read

GOOD = '{"id": "1", "outlet": "Harbor Ledger", "published": "2026-01-02", "text": "Fire broke out at the Caf\\u00e9."}'


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a"])
def test_lines(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(f'{GOOD}\n\n{{"text": 3}}\n{GOOD}\n{{"text": "x\n[1]\n')
    reading = read([tmp_path / name])
    assert [report.outlet for report in reading.reports] == ["Harbor Ledger"] * 2
    assert position(reading.reports[1], "Fire") == (4, 76)
    assert at(reading.reports[1], "Café") == "Caf\\u00e9"
    assert [problem.message for problem in reading.problems] == [
        "line 3: has no text",
        "is not JSON: a string does not end or has a wrong escape at line 5, column 10",
        "line 6: is no JSON object",
    ]


def test_a_pile_is_no_event(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Fire broke out."}\n' * 5_100)
    with pytest.raises(ReadError, match="holds more than 5,000 reports"):
        read([tmp_path / "a.jsonl"])


def test_endless_troubles_end(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(GOOD + "\n" + "x\n" * 10_000)
    problems = read([tmp_path / "a.jsonl"]).problems
    assert len(problems) == 201
    assert problems[-1].message == "more than 200 reports in it can't be read: the rest is left out"
