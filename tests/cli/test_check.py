"""The gate: what fails it, and its exit code, the same in every format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import Command
from storydiff.cli.check import failing
from storydiff.config import FailOn
from storydiff.model import Comparison

FORMATS = ("concise", "json", "terminal")


@pytest.mark.parametrize("fail_on", list(FailOn))
def test_gate(comparison: Comparison, fail_on: FailOn) -> None:
    assert bool(failing(comparison, fail_on)) is (fail_on is not FailOn.NEVER)


@pytest.mark.parametrize("name", FORMATS)
def test_findings_fail_in_every_format(storydiff: Command, name: str) -> None:
    done = storydiff("check", "ledger.md", "courier.md", "--format", name)
    assert done.returncode == 1
    assert done.stdout
    assert done.stderr == ""


def test_reports_that_agree_pass(storydiff: Command) -> None:
    done = storydiff("check", "ledger.md", "again.md")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--fail-on", "never"), 0),
        (("--max-findings", "50"), 0),
        (("--select", "age"), 0),
        (("--select", "nonsense"), 2),
    ],
)
def test_options(storydiff: Command, options: tuple[str, ...], code: int) -> None:
    assert storydiff("check", "ledger.md", "courier.md", *options).returncode == code


def test_what_cannot_be_read_is_the_user_error_of_every_format(storydiff: Command) -> None:
    done = storydiff("check", "ledger.md", "courier.md", "empty.md", "--format", "json")
    assert done.returncode == 2
    assert json.loads(done.stdout)["exit_code"] == 2
    assert "empty.md" in done.stderr


def test_the_nearest_file_of_settings_counts_and_the_command_line_counts_more(
    storydiff: Command, reports: Path, tmp_path: Path
) -> None:
    (tmp_path / "storydiff.toml").write_text('fail-on = "never"\n', "utf-8")
    paths = [str(reports / name) for name in ("ledger.md", "courier.md")]
    assert storydiff("check", *paths, cwd=tmp_path).returncode == 0
    assert storydiff("check", *paths, "--fail-on", "conflict", cwd=tmp_path).returncode == 1
    (tmp_path / "storydiff.toml").write_text('fial-on = "never"\n', "utf-8")
    broken = storydiff("check", *paths, cwd=tmp_path)
    assert broken.returncode == 2
    assert "fail-on" in broken.stderr


def test_what_is_accepted_does_not_fail(storydiff: Command, reports: Path, tmp_path: Path) -> None:
    paths = [str(reports / name) for name in ("ledger.md", "courier.md")]
    assert storydiff("baseline", "write", *paths, cwd=tmp_path).returncode == 0
    kept = ("--baseline", "storydiff-baseline.json")
    assert storydiff("check", *paths, *kept, cwd=tmp_path).returncode == 0
    assert storydiff("baseline", "show", cwd=tmp_path).stdout.count("\n") > 1
    agreeing = [str(reports / name) for name in ("ledger.md", "again.md")]
    assert storydiff("baseline", "prune", *agreeing, cwd=tmp_path).returncode == 0
    (tmp_path / "storydiff-baseline.json").write_text("{", "utf-8")
    assert storydiff("check", *paths, *kept, cwd=tmp_path).returncode == 2


def test_checks_are_listed_and_explained(storydiff: Command) -> None:
    assert "number" in storydiff("checks").stdout
    assert "## Not flagged" in storydiff("explain", "number").stdout
    unknown = storydiff("explain", "numbr")
    assert unknown.returncode == 2
    assert "number" in unknown.stderr
