"""A disk with no room left, in earnest: whatever is written appears whole or not at all, and one line says why not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from cli.forks import Asked, Done, Forks
from storydiff.cli.outputs import FORMATS

SIZE = 64  # KB
EXAMPLES = Path(__file__).parents[2] / "examples"
MAKE_ROOM = "  hint: make room, and run it again"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own of 64 KB."""
    mount = shutil.which("mount")
    if mount is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root mounts a disk")
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", f"size={SIZE}k", "tmpfs", str(place)], capture_output=True, text=True, check=False
    )
    if made.returncode:
        pytest.skip(f"no disk can be mounted here: {made.stderr.strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def filled(disk: Path, left: int) -> None:
    """Leave `left` KB of the disk."""
    (disk / "filler").write_bytes(bytes((SIZE - left) * 1024))


def refused(done: Done, place: Path) -> None:
    assert done.code == 2
    assert done.err.splitlines() == [f"error: cannot write {place}: No space left on device", MAKE_ROOM]


def test_no_format_leaves_a_part_of_itself(forks: Forks, reports: Path, disk: Path) -> None:
    filled(disk, 0)
    runs = [
        Asked(("check", "ledger.md", "courier.md", "--format", f"{name}:{disk}/out"), str(reports)) for name in FORMATS
    ]
    for done in forks.run_all(runs):
        refused(done, disk / "out")
    assert os.listdir(disk) == ["filler"]


def test_of_two_formats_none_is_written_where_one_has_no_room(forks: Forks, reports: Path, disk: Path) -> None:
    (disk / "out.csv").write_text("old", "utf-8")
    filled(disk, 12)
    arguments = (
        "check",
        "ledger.md",
        "courier.md",
        "--format",
        f"csv:{disk}/out.csv",
        "--format",
        f"html:{disk}/out.html",
    )
    (done,) = forks.run_all([Asked(arguments, str(reports))])
    refused(done, disk / "out.html")
    assert (disk / "out.csv").read_text("utf-8") == "old"
    assert sorted(os.listdir(disk)) == ["filler", "out.csv"]


def test_a_baseline_stays_as_it_was(forks: Forks, reports: Path, disk: Path) -> None:
    (disk / "accepted.json").write_text('{"schema_version": 1, "findings": []}\n', "utf-8")
    before = (disk / "accepted.json").read_bytes()
    filled(disk, 4)  # which the baseline takes
    arguments = ("baseline", "write", "ledger.md", "courier.md", "--baseline", f"{disk}/accepted.json")
    (done,) = forks.run_all([Asked(arguments, str(reports))])
    refused(done, disk / "accepted.json")
    assert (disk / "accepted.json").read_bytes() == before


def test_no_folder_of_an_event_is_left(forks: Forks, disk: Path) -> None:
    pile = str(EXAMPLES / "archive" / "pile.jsonl")
    for name, target in (("folders", "events"), ("jsonl", "events.jsonl")):
        filled(disk, SIZE if name == "folders" else 0)
        (done,) = forks.run_all(
            [Asked(("group", pile, "--format", name, "--output", f"{disk}/{target}"), str(EXAMPLES))]
        )
        refused(done, disk / target)
        assert os.listdir(disk) == ["filler"]


@pytest.mark.parametrize("room", [16, 44])
def test_an_archive_says_so_and_shows_no_half_of_a_table(environment: Mapping[str, str], disk: Path, room: int) -> None:
    """The engine that joins has errors of its own, and says good-bye to every object that is left when it is not let go."""
    filled(disk, room)
    words = ["archive", "run", str(EXAMPLES / "archive" / "pile.jsonl"), str(disk / "out"), "--workers", "1"]
    done = subprocess.run(
        [sys.executable, "-m", "storydiff", *words], env=dict(environment), capture_output=True, text=True, timeout=120, check=False
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.splitlines()[-2:] == ["error: cannot write: No space left on device", MAKE_ROOM]
    assert os.listdir(disk / "out") == ["stages"]
