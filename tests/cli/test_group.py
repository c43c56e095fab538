"""`storydiff group`: a pile as events, as a user runs it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from cli.conftest import Command
from reporting.shapes import assert_harmless

TEXT = "Three people were wounded in the fire on Pier 9 in Saltby on Tuesday, police said. Lt. Oda Brandt closed the harbor."
OTHER = (
    "The Marrow Creek council voted down the levy for the new library by five votes to two, the clerk said on Friday."
)
ROWS = [
    {"id": "1", "outlet": "\x1b[31mLedger\u202e", "title": "Fire on Pier 9", "published": "2026-01-02", "text": TEXT, "desk": "night"},
    {"id": "2", "outlet": "../../../evil", "title": "../Fire\n::error::x", "published": "2026-01-02", "text": TEXT},
    {"id": "3", "outlet": "Courier", "title": "No levy", "published": "2026-01-09", "text": OTHER},
]  # fmt: skip


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    (tmp_path / "pile.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS), "utf-8")
    return tmp_path


def test_a_list_to_read(storydiff: Command, pile: Path) -> None:
    done = storydiff("group", "pile.jsonl", cwd=pile)
    assert done.returncode == 0
    assert_harmless(done.stdout)
    assert "3 reports → 2 events, 1 of them with two or more reports" in done.stderr


def test_a_line_an_event(storydiff: Command, pile: Path) -> None:
    screen = storydiff("group", "pile.jsonl", "--format", "jsonl", cwd=pile).stdout
    storydiff("group", "pile.jsonl", "--format", "jsonl", "--output", "events.jsonl", cwd=pile)
    assert (pile / "events.jsonl").read_text("utf-8") == screen
    assert_harmless(screen)
    events = [json.loads(line) for line in screen.splitlines()]
    assert sorted(sorted(report["id"] for report in event["reports"]) for event in events) == [["1", "2"], ["3"]]


@pytest.mark.parametrize("form", ["folders", "toml"])
def test_a_folder_an_event_ready_to_compare(storydiff: Command, pile: Path, form: str) -> None:
    done = storydiff("group", "pile.jsonl", "--format", form, "--output", "events", cwd=pile)
    assert done.returncode == 0
    assert sorted(os.listdir(pile)) == ["events", "pile.jsonl"]
    folders = sorted((pile / "events").iterdir())
    assert [sum(path.suffix == ".json" for path in folder.iterdir()) for folder in folders] == [2, 1]
    kept = [json.loads(path.read_text("utf-8")) for path in sorted(folders[0].glob("*.json"))]
    assert [row.get("desk") for row in kept].count("night") == 1
    compared = storydiff("compare", str(folders[0]), "--format", "json")
    assert len(json.loads(compared.stdout)["reports"]) == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--format", "jsonl", "--output", "no/events.jsonl"), "there is no folder no"),
        (("--output", "/proc/events"), "cannot write /proc/events"),
        (("--output", "pile.jsonl/events"), "cannot write pile.jsonl/events"),
        (("--output", "full"), "full is not an empty folder"),
        (("--format", "toml"), "needs a folder to write to"),
    ],
)
def test_what_cannot_be_written(storydiff: Command, pile: Path, options: tuple[str, ...], said: str) -> None:
    (pile / "full").mkdir()
    (pile / "full" / "kept").write_text("kept", "utf-8")
    done = storydiff("group", "pile.jsonl", *options, cwd=pile)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert sorted(os.listdir(pile)) == ["full", "pile.jsonl"]
    assert (pile / "full" / "kept").read_text("utf-8") == "kept"
