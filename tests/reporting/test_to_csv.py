"""The table for spreadsheets."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

import pytest

from storydiff.model import Comparison
from storydiff.reporting.to_csv import COLUMNS, to_csv


def rows(comparison: Comparison) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(to_csv(comparison), newline=""), strict=True))


def test_a_row_for_every_mention_and_problem(comparison: Comparison) -> None:
    table = rows(comparison)
    mentions = [m for finding in comparison.findings for variant in finding.variants for m in variant.mentions]
    assert len(table) == len(mentions) + len(comparison.problems)
    assert tuple(table[0]) == COLUMNS
    assert {name: table[1][name] for name in ("outlet", "value", "path", "line", "column", "source", "text")} == {
        "outlet": "Creek Wire", "value": "3", "path": "events/pier/c.md", "line": "6", "column": "29", "source": "police", "text": "three",
    }  # fmt: skip
    assert (table[-1]["verdict"], table[-1]["path"]) == ("problem", "d.md")


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "＝1", "\u00a0@x", '=HYPERLINK("x","y")']
)
def test_no_cell_is_a_formula(comparison: Comparison, text: str) -> None:
    finding = replace(comparison.findings[0], message=text, about=text, why=text, reason=text)
    for row in rows(replace(comparison, event=text, findings=(finding,))):
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@", "＝")) for cell in row.values() if cell)
    assert rows(replace(comparison, findings=(finding,)))[0]["message"].startswith("'")
