"""The same reports give the same bytes, in any order, with any seed of hashes; two runs leave one whole file."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cli.conftest import Command

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def plain(storydiff: Command) -> str:
    return storydiff("compare", "harbor-fire", "--format", "json", cwd=EXAMPLES).stdout


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_with_any_hash_seed(storydiff: Command, plain: str, seed: str) -> None:
    done = storydiff("compare", "harbor-fire", "--format", "json", cwd=EXAMPLES, PYTHONHASHSEED=seed)
    assert (done.stdout, done.stderr, done.returncode) == (plain, "", 0)


def test_in_any_order(storydiff: Command) -> None:
    names = sorted(path.name for path in (EXAMPLES / "new-years-eve").glob("*.md"))
    there = storydiff("compare", *names, "--format", "json", cwd=EXAMPLES / "new-years-eve").stdout
    back = storydiff("compare", *names[::-1], "--format", "json", cwd=EXAMPLES / "new-years-eve").stdout
    assert there == back


def test_two_runs_that_write_one_baseline(environment: dict[str, str], tmp_path: Path) -> None:
    """Whoever comes last wins; what stands there is always whole."""

    def write(event: str) -> int:
        command = [
            sys.executable,
            "-m",
            "storydiff",
            "baseline",
            "write",
            str(EXAMPLES / event),
            "--baseline",
            "kept.json",
        ]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False).returncode

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(write, ["harbor-fire", "council-vote"] * 2)) == [0] * 4
    assert json.loads((tmp_path / "kept.json").read_text("utf-8"))["findings"]
    assert [path.name for path in tmp_path.iterdir()] == ["kept.json"]
