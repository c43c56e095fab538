"""What the machine does to a run: signals, full disks, closed streams, odd surroundings."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from cli.conftest import Command
from cli.forks import Asked, Forks

FULL = Path("/dev/full")

_STOPS_BEFORE_THE_FILES_APPEAR = """
import sys
from storydiff.__main__ import main
from storydiff.cli import files
files._commit = lambda _: (print("ready", flush=True), sys.stdin.read())
sys.argv = ["storydiff", "check", "ledger.md", "courier.md", "--format", "json:" + {!r}, "--format", "csv:" + {!r}]
main()
"""


@pytest.mark.parametrize(
    ("number", "code", "left"), [(signal.SIGINT, 130, set()), (signal.SIGKILL, -signal.SIGKILL, None)]
)
def test_killed_while_writing(
    reports: Path, environment: Mapping[str, str], tmp_path: Path, number: int, code: int, left: set[str] | None
) -> None:
    (tmp_path / "old.json").write_text("old", "utf-8")
    script = _STOPS_BEFORE_THE_FILES_APPEAR.format(str(tmp_path / "old.json"), str(tmp_path / "new.csv"))
    with subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=reports, env=dict(environment), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        process.send_signal(number)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (code, b"", b"")
    assert (tmp_path / "old.json").read_text("utf-8") == "old"
    assert not (tmp_path / "new.csv").exists()
    if left is not None:
        assert {path.name for path in tmp_path.iterdir()} - {"old.json"} == left


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "arguments", ["check ledger.md courier.md --format json", "--version", "checks", "check --help"]
)
def test_a_full_disk_is_no_bug(reports: Path, environment: Mapping[str, str], arguments: str) -> None:
    with FULL.open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "storydiff", *arguments.split()],
            cwd=reports, env=dict(environment), stdout=full, stderr=subprocess.PIPE, timeout=60, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert b"No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


def test_a_full_disk_for_messages_changes_nothing(reports: Path, environment: Mapping[str, str]) -> None:
    words = [sys.executable, "-m", "storydiff", "check", "ledger.md", "courier.md", "empty.md", "--format", "json"]
    with FULL.open("wb") as full:
        done = subprocess.run(
            words, cwd=reports, env=dict(environment), stdout=subprocess.PIPE, stderr=full, timeout=60, check=False
        )
    assert done.returncode == json.loads(done.stdout)["exit_code"] == 2


@pytest.mark.parametrize(("closed", "code"), [("<&-", 1), ("2>&-", 1), (">&-", 2)])
def test_closed_streams(reports: Path, environment: Mapping[str, str], closed: str, code: int) -> None:
    line = f'exec "{sys.executable}" -m storydiff check ledger.md courier.md {closed}'
    done = subprocess.run(
        ["sh", "-c", line], cwd=reports, env=dict(environment), capture_output=True, timeout=60, check=False
    )
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    assert (b"standard output" in done.stderr) is (code == 2)


SURROUNDINGS: dict[str, dict[str, str | None]] = {
    "as usual": {},
    "no home, no terminal": {
        "HOME": None,
        "XDG_CONFIG_HOME": None,
        "USER": None,
        "TERM": None,
        "COLUMNS": None,
        "LC_ALL": "C",
    },
    "plain ASCII": {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
    "Turkish, another clock": {
        "LC_ALL": "tr_TR.UTF-8",
        "LANGUAGE": "tr",
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "7",
    },
}


def test_surroundings_change_no_byte(reports: Path, environment: Mapping[str, str]) -> None:
    told = {}
    for name, changes in SURROUNDINGS.items():
        surroundings = {**environment, **changes}
        done = subprocess.run(
            [sys.executable, "-m", "storydiff", "check", "ledger.md", "courier.md", "--format", "json"],
            cwd=reports, env={k: v for k, v in surroundings.items() if v is not None}, capture_output=True, timeout=60, check=False,
        )  # fmt: skip
        told[name] = (done.returncode, done.stdout, done.stderr)
    assert told["as usual"][0] == 1
    assert told == dict.fromkeys(told, told["as usual"])


def test_a_reader_that_goes_away_is_no_error_in_any_format(reports: Path, forks: Forks) -> None:
    away = "import os; r, w = os.pipe(); os.close(r); os.dup2(w, 1)"
    names = ("concise", "json", "sarif", "github", "junit", "csv", "markdown")
    for done in forks.run_all(
        [Asked(("check", "ledger.md", "courier.md", "--format", name), str(reports), before=away) for name in names]
    ):
        assert (done.code, done.err) == (1, "")


def test_no_folder_is_made_silently(storydiff: Command, tmp_path: Path) -> None:
    done = storydiff("check", "ledger.md", "courier.md", "--format", f"sarif:{tmp_path}/no/out.sarif")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        f"error: cannot write {tmp_path}/no/out.sarif: there is no folder {tmp_path}/no",
        "  hint: make the folder first",
    ]
    assert os.listdir(tmp_path) == []
