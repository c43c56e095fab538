"""What the command line names: outlets, sizes, kept files."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from storydiff.cli.inputs import bytes_in
from storydiff.errors import UserError

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize(
    ("size", "count"),
    [("10MB", 10_000_000), ("500 kB", 500_000), ("1.5m", 1_500_000), ("2GiB", 2_000_000_000), ("99", 99)],
)
def test_sizes(size: str, count: int) -> None:
    assert bytes_in(size) == count


@pytest.mark.parametrize("size", ["", "ten", "-5MB", "10 TB", "1e3"])
def test_what_is_no_size(size: str) -> None:
    with pytest.raises(UserError, match="is no size"):
        bytes_in(size)


def test_an_outlet_is_named_whether_its_report_is_named_too_or_not(storydiff: Command) -> None:
    done = storydiff(
        "compare", "ledger.md", "--outlet", "Coast Wire=courier.md", "--outlet", "Ledger=ledger.md", "-f", "json"
    )
    assert [report["outlet"] for report in json.loads(done.stdout)["reports"]] == ["Coast Wire", "Ledger"]


def test_a_report_that_is_too_large_is_told(storydiff: Command) -> None:
    done = storydiff("compare", "ledger.md", "courier.md", "--max-size", "10")
    assert done.returncode == 2
    assert "is too large" in done.stderr
    assert "--max-size" in done.stderr


def test_fetched_pages_that_fail_are_problems(storydiff: Command, tmp_path: Path) -> None:
    done = storydiff(
        "compare", "ledger.md", "courier.md", "http://127.0.0.1:9/a", "--save", str(tmp_path), "-f", "json"
    )
    assert done.returncode == 2
    document = json.loads(done.stdout)
    assert len(document["reports"]) == 2
    assert document["problems"][0]["path"] == "http://127.0.0.1:9/a"
