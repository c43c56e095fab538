"""`storydiff sources`, run as a user runs it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Command = Callable[..., subprocess.CompletedProcess[str]]


def test_the_table_names_who_speaks(storydiff: Command) -> None:
    done = storydiff("sources", "ledger.md")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Oda Brandt" in done.stdout
    assert "police" in done.stdout


def test_json_to_a_file_and_a_report_that_cannot_be_read(storydiff: Command, tmp_path: Path) -> None:
    target = tmp_path / "sources.json"
    done = storydiff("sources", "ledger.md", "empty.md", "--format", f"json:{target}")
    assert done.returncode == 2
    assert "empty.md" in done.stderr
    assert [row["source"] for row in json.loads(target.read_text("utf-8"))["sources"]] == ["police", "Oda Brandt"]


def test_an_unknown_format_is_told(storydiff: Command) -> None:
    done = storydiff("sources", "ledger.md", "--format", "sarif")
    assert done.returncode == 2
    assert "format" in done.stderr
