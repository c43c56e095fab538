"""The quality floors that need no outside data. A floor may rise, never fall."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def mutate() -> ModuleType:
    path = HERE / "quality" / "mutate.py"
    spec = importlib.util.spec_from_file_location("mutate", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    before = list(sys.path)
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path[:] = before
    return module


def test_controlled_changes_are_found_and_nothing_else(mutate: ModuleType) -> None:
    folders = [folder for folder in EXAMPLES.iterdir() if len(list(folder.glob("*.md"))) > 0]
    paths = sorted(path for folder in folders for path in folder.glob("*.*") if path.suffix in (".md", ".txt"))
    scores = mutate.measure(mutate.load(paths, 100), 3)
    floors = FLOORS["mutations on examples/: share found with the right check"]
    found = {kind: scores[kind].found / scores[kind].made for kind in floors}
    assert {kind: share for kind, share in found.items() if share < floors[kind]} == {}
    made = sum(score.made for score in scores.values())
    noisy = sum(score.noisy for score in scores.values())
    assert noisy / made <= FLOORS["mutations on examples/: largest share with anything false beside"]


def test_changes_in_another_telling_are_found(mutate: ModuleType) -> None:
    scores = mutate.measure(iter(mutate.SECOND), 3, retold=mutate.FIRST).values()
    made = sum(score.made for score in scores)
    assert (
        sum(score.found for score in scores) / made
        >= FLOORS["mutations of retellings: share found with the right check"]
    )
    assert (
        sum(score.noisy for score in scores) / made
        <= FLOORS["mutations of retellings: largest share with anything false beside"]
    )
