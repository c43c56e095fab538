"""`storydiff archive run`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from storydiff.cli import archive
from storydiff.cli.app import app
from storydiff.cli.failures import guarded
from storydiff.errors import ExitCode


def _run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["storydiff", "archive", "run", *arguments])
    return guarded(app)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--engine", "dask"], "needs a scheduler"),
        (["--engine", "local", "--scheduler", "tcp://here:1"], "is for --engine dask"),
        (["--memory", "much"], "is no size"),
        (["--window", "soon"], "is no length of time"),
        (["--select", "nonsense"], "unknown check"),
    ],
)
def test_wrong_options_are_told(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path, options: list[str], message: str
) -> None:
    (tmp_path / "pile.jsonl").write_text('{"text": "Rain fell."}\n')
    assert _run(monkeypatch, str(tmp_path / "pile.jsonl"), str(tmp_path / "out"), *options) == ExitCode.USER_ERROR
    assert message in capfd.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_missing_extra_is_one_clear_line(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(archive, "_NEEDED", ("pyarrow", "no_such_package"))
    assert _run(monkeypatch, str(tmp_path / "pile.jsonl"), str(tmp_path / "out")) == ExitCode.USER_ERROR
    told = capfd.readouterr().err
    assert told == "error: archives need no_such_package\n  hint: pip install 'storydiff[archive]'\n"


def test_the_core_does_without_the_extra() -> None:
    import subprocess

    code = (
        "import sys, storydiff, storydiff.cli.app\n"
        "print(sorted({'duckdb', 'dask', 'distributed', 'pyarrow', 'numpy'} & sys.modules.keys()))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"
