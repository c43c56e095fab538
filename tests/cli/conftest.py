"""The command in a process of its own, and reports for it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cli.forks import Asked, Forks
from storydiff import __file__ as package

Command = Callable[..., subprocess.CompletedProcess[str]]

_LEDGER = """---
outlet: Harbor Ledger
published: 2026-01-06T22:10:00
---
Three people were wounded in the fire on Pier 9 on Tuesday, police said.

“We do not know how it began,” Lt. Oda Brandt told reporters.
"""
_COURIER = """---
outlet: Marrow Courier
published: 2026-01-06T22:10:00
---
Five people were wounded in the fire on Pier 9 on Tuesday, police said.

“We know how it began,” Lt. Oda Brandt told reporters.
"""


@pytest.fixture(scope="session")
def environment() -> dict[str, str]:
    """The environment without what would colour or size the output, and with the package that is under test."""
    plain = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"}}
    return {**plain, "PYTHONPATH": str(Path(package).parents[1])}


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two reports that disagree, one of them twice, and one that cannot be read."""
    folder = tmp_path_factory.mktemp("reports")
    (folder / "ledger.md").write_text(_LEDGER, "utf-8")
    (folder / "courier.md").write_text(_COURIER, "utf-8")
    (folder / "again.md").write_text(_LEDGER.replace("Harbor Ledger", "Creek Wire"), "utf-8")
    (folder / "empty.md").write_text("", "utf-8")
    return folder


@pytest.fixture(scope="session")
def forks(environment: dict[str, str]) -> Iterator[Forks]:
    """One interpreter that runs many commands."""
    forks = Forks(environment)
    yield forks
    forks.close()


@pytest.fixture(scope="session")
def storydiff(reports: Path, environment: dict[str, str], forks: Forks) -> Command:
    """Run storydiff in the folder of the reports (or `cwd`); with other variables, which may matter to its start, from its start."""

    def run(*arguments: str, cwd: Path = reports, **environ: str) -> subprocess.CompletedProcess[str]:
        if not environ:
            done = forks.run(Asked(arguments, str(cwd)))
            return subprocess.CompletedProcess(arguments, done.code, done.out, done.err)
        return subprocess.run(
            [sys.executable, "-m", "storydiff", *arguments],
            cwd=cwd, env={**environment, **environ}, capture_output=True, encoding="utf-8", timeout=60, check=False,
        )  # fmt: skip

    return run
