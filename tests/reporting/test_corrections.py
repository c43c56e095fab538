"""What an outlet has corrected is shown, and is not compared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import storydiff
from storydiff.model import Comparison
from storydiff.reporting.to_json import to_json
from storydiff.reporting.to_terminal import to_terminal

NOTICE = "Correction: An earlier version of this story gave the wrong number of wounded; it is five, not six."
LEDGER = f"""---
outlet: Harbor Ledger
---
Five people were wounded in the fire on Pier 9 on Tuesday, police said.

Lt. Oda Brandt said the cause was not known yet.

{NOTICE}
"""


@pytest.fixture
def corrected(tmp_path: Path) -> Comparison:
    (tmp_path / "ledger.md").write_text(LEDGER, "utf-8")
    (tmp_path / "courier.md").write_text(
        LEDGER.replace("Ledger", "Courier").replace(NOTICE, "Nobody is missing."), "utf-8"
    )
    return storydiff.compare(storydiff.read([tmp_path]))


def test_a_correction_is_shown_with_its_place(corrected: Comparison) -> None:
    (shown,) = json.loads(to_json(corrected))["corrections"]
    assert (shown["text"], shown["start_line"], shown["sigil"]) == (NOTICE, 8, "B")
    assert NOTICE in to_terminal(corrected, width=140)


def test_a_correction_is_not_compared(corrected: Comparison) -> None:
    assert not any(m.text in NOTICE for f in corrected.findings for v in f.variants for m in v.mentions)
