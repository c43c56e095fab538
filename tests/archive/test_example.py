"""The example, as its first lines say to run it."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

from archive.piles import Here, Watched
from storydiff.archive.run import run
from storydiff.archive.settings import Settings

_EXAMPLE = Path(__file__).parents[2] / "examples" / "archive"


def test_the_example_shows_conflicts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(Settings(_EXAMPLE / "pile.jsonl", tmp_path / "out"), Here(), Watched())
    monkeypatch.setattr(sys, "argv", ["look.py", str(tmp_path / "out")])
    runpy.run_path(str(_EXAMPLE / "look.py"))
    shown = capsys.readouterr().out
    assert "conflict  quote-wording" in shown
    assert "Ranger Martin Lorabder are not quoted alike" in shown
    assert "pile.jsonl:18  has no text" in shown
