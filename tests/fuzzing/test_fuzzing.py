"""A budgeted run over every target: what was found before, and fresh input from a fixed seed."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzzing.targets import TARGETS
from storydiff import __file__ as package

FOUND = sorted((Path(__file__).parent / "found").glob("*/*"))
ROUNDS = {"compare": 60, "extract": 150, "html": 100, "pdf": 60}
WORDS = tuple(
    word.encode()
    for word in (
        "not", "“", "”", "’", '"', " ", "\n\n", "three", "at least", "$4.2 million", "p.m.", "Friday", "Jan. 2", ",", ".", "—",
        "<p>", "</", "&amp;", "&#8220;", "]]>", "\\u201c", "{", "}", "=20", "\u202e", "\u200b", "\ufeff", "\x1b[31m", "Mr.",
        "Brandt", "said", "allegedly", "St.", "of", "two thousand", "9" * 40, "(" * 30, "a" * 300,
    )
)  # fmt: skip


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_was_found_before(path: Path) -> None:
    TARGETS[path.parent.name][0](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_changed_at_random(name: str) -> None:
    target, seeds = TARGETS[name]
    chance = random.Random(zlib.crc32(name.encode()))  # noqa: S311 — the same inputs every time
    for _ in range(ROUNDS.get(name, 300)):
        raw = changed(chance.choice(seeds), chance)
        try:
            target(raw)
        except Exception as error:
            raise AssertionError(f"{name} breaks on {raw!r}") from error


@pytest.mark.parametrize("name", [name for name in TARGETS if name not in ("compare", "extract")])
@settings(max_examples=40, deadline=None)
@given(raw=st.binary(max_size=300) | st.lists(st.sampled_from(WORDS), max_size=40).map(b"".join))
def test_any_bytes(name: str, raw: bytes) -> None:
    TARGETS[name][0](raw)


_ANALYSE = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (90, 90))
from fuzzing.patterns import PIECES
from storydiff.analysis.analyse import analyse
from storydiff.testing import report
for piece in PIECES:
    print(repr(piece), flush=True)
    analyse(report("Police said three men, " + (piece * (60_000 // len(piece))) + " Oda Brandt said.")[0])
"""


def test_no_text_takes_long() -> None:
    """A pattern that is not linear would need hours for these; the bound on processor time only ends the wait."""
    paths = os.pathsep.join((str(Path(__file__).parents[1]), str(Path(package).parents[1])))
    done = subprocess.run(
        [sys.executable, "-c", _ANALYSE], env={"PYTHONPATH": paths}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"last: {done.stdout.splitlines()[-1:]} {done.stderr[-500:]}"


def changed(seed: bytes, chance: random.Random) -> bytes:
    """`seed` with a few stretches cut, doubled, replaced or filled with words that mean something to the extractors."""
    raw = bytearray(seed)
    for _ in range(chance.randint(1, 8)):
        start = chance.randrange(len(raw) + 1)
        end = min(len(raw), start + chance.choice((0, 1, 3, 20, 100)))
        raw[start:end] = chance.choice((b"", chance.choice(WORDS), bytes(raw[start:end]) * 2, chance.randbytes(3)))
    return bytes(raw)
