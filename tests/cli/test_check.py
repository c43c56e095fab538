"""The gate: what fails it, and its exit code, the same in every format."""

from __future__ import annotations

import json
import re
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
    manual = storydiff("explain", "number").stdout
    assert "## Not flagged" in manual
    assert "Precision: 0." in manual
    unknown = storydiff("explain", "numbr")
    assert unknown.returncode == 2
    assert "number" in unknown.stderr


@pytest.mark.parametrize(
    ("severity", "fail_on", "code"),
    [
        ("error", "conflict", 1),
        ("warning", "conflict", 0),
        ("warning", "difference", 1),
        ("note", "difference", 0),
        ("note", "update", 1),
    ],
)
def test_the_severity_that_is_set_counts_at_the_gate(
    storydiff: Command, reports: Path, tmp_path: Path, severity: str, fail_on: str, code: int
) -> None:
    (tmp_path / "storydiff.toml").write_text(f'[severity]\nnumber = "{severity}"\n', "utf-8")
    paths = [str(reports / name) for name in ("ledger.md", "courier.md")]
    done = storydiff("check", *paths, "--select", "number", "--fail-on", fail_on, cwd=tmp_path)
    assert done.returncode == code
    assert "number conflict" in done.stdout


def test_only_what_touches_the_draft_at_its_place(storydiff: Command) -> None:
    seen_from = {}
    for draft in ("ledger.md", "courier.md"):
        done = storydiff("check", "ledger.md", "courier.md", "--draft", draft)
        assert done.returncode == 1
        assert {line.partition(":")[0] for line in done.stdout.splitlines()} == {draft}
        seen_from[draft] = len(done.stdout.splitlines())
    assert seen_from["ledger.md"] == seen_from["courier.md"] > 1


def test_a_draft_need_not_be_named_twice_and_must_be_there(storydiff: Command) -> None:
    named_once = storydiff("check", "courier.md", "--draft", "ledger.md")
    assert named_once.returncode == 1
    assert named_once.stdout == storydiff("check", "courier.md", "ledger.md", "--draft", "./ledger.md").stdout
    missing = storydiff("check", "ledger.md", "courier.md", "--draft", "lost.md")
    assert missing.returncode == 2
    assert "lost.md" in missing.stderr


def test_rules_that_fit_nothing_or_have_expired_are_told(storydiff: Command, reports: Path, tmp_path: Path) -> None:
    (tmp_path / "storydiff.toml").write_text(
        '[[ignore]]\npattern = "Three"\nreason = "known"\n'
        '[[ignore]]\ncheck = "place"\nreason = "streets are checked by hand"\n'
        '[[ignore]]\ncheck = "number"\nreason = "old"\nexpires = 2020-01-01\n',
        "utf-8",
    )
    told = storydiff("check", *(str(reports / name) for name in ("ledger.md", "courier.md")), cwd=tmp_path).stderr
    assert "ignore[1]" not in told
    assert "ignore[2]" in told
    assert "fits nothing here (streets are checked by hand)" in told
    assert "ignore[3]" in told
    assert "expired" in told


def test_what_became_of_accepted_findings_is_told(storydiff: Command, reports: Path, tmp_path: Path) -> None:
    paths = [str(reports / name) for name in ("ledger.md", "courier.md")]
    (tmp_path / "storydiff.toml").write_text('baseline = "kept.json"\n', "utf-8")
    storydiff("baseline", "write", *paths, cwd=tmp_path)
    still = storydiff("check", *paths, cwd=tmp_path)
    assert (still.returncode, still.stdout) == (0, "")
    assert re.search(r"\d findings accepted", still.stderr)
    agreeing = [str(reports / "courier.md"), f"--outlet=Harbor Ledger={reports / 'mended.md'}"]
    (reports / "mended.md").write_text((reports / "ledger.md").read_text("utf-8").replace("Three", "Five"), "utf-8")
    mended = storydiff("check", *agreeing, cwd=tmp_path)
    assert "1 finding of the baseline no longer found" in mended.stderr
    assert "people wounded" in mended.stderr
    kept = (tmp_path / "kept.json").read_text("utf-8")
    (tmp_path / "kept.json").write_text(kept.replace('"expires": ""', '"expires": "2020-01-01"', 1), "utf-8")
    expired = storydiff("check", *paths, cwd=tmp_path)
    assert expired.returncode == 1
    assert "1 finding of the baseline expired" in expired.stderr


@pytest.mark.parametrize(
    ("command", "offered"),
    [
        (("check", "--select", "quo"), ["quote-cut", "quote-speaker", "quote-wording"]),
        (("check", "--ignore", "age,na"), ["age,name"]),
        (("compare", "--format", "js"), ["json"]),
        (("explain", "fa"), ["fact"]),
    ],
)
def test_the_shell_completes(storydiff: Command, command: tuple[str, ...], offered: list[str]) -> None:
    line = " ".join(("storydiff", *command))
    done = storydiff(_STORYDIFF_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(len(command)))
    assert set(offered) <= set(done.stdout.split())
    assert all(word.startswith(command[-1]) for word in done.stdout.split())
