"""What a notebook asks a comparison for."""

from __future__ import annotations

import re
import sys
from types import ModuleType

import pytest

from reporting.hostile import hostile
from storydiff.model import Comparison

pandas = pytest.importorskip("pandas")


def test_findings_as_a_frame(comparison: Comparison) -> None:
    frame = comparison.to_frame()
    assert list(frame["fingerprint"]) == [finding.fingerprint for finding in comparison.findings]
    first = frame.iloc[0]
    assert (first["check"], first["verdict"], first["path"], first["line"]) == (
        "number",
        "conflict",
        "events/pier/a.md",
        6,
    )
    assert list(first["readings"]) == ["three", "five"]
    assert list(first["sigils"]) == ["A, C", "B"]


def test_links_as_a_frame(comparison: Comparison) -> None:
    frame = comparison.to_frame("links")
    assert list(frame["score"]) == [0.95, 0.71239, 0.9]
    assert frame["b_outlet"][1] == "Creek Wire"


def test_quotations_as_a_frame(fire: Comparison) -> None:
    frame = fire.to_frame("quotations")
    assert len(frame) == sum(len(analysis.quotations) for analysis in fire.alignment.analyses)
    assert "Brask" in set(frame["speaker"])


def test_an_empty_table_keeps_its_columns(comparison: Comparison) -> None:
    assert len(comparison.to_frame("quotations")) == 0
    assert "speaker" in comparison.to_frame("quotations").columns


def test_unknown_table(comparison: Comparison) -> None:
    with pytest.raises(ValueError, match="findings, links, quotations"):
        comparison.to_frame("finding")


def test_polars_where_it_is_the_one_in_use(comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in = ModuleType("polars")
    stand_in.DataFrame = dict  # type: ignore[attr-defined]
    monkeypatch.delitem(sys.modules, "pandas")
    monkeypatch.setitem(sys.modules, "polars", stand_in)
    assert comparison.to_frame("links")["score"] == [0.95, 0.71239, 0.9]


def test_neither_library(comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pandas", "polars"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ImportError, match="pip install pandas"):
        comparison.to_frame()


def test_the_view_is_harmless_in_a_notebook(comparison: Comparison) -> None:
    for shown in (comparison._repr_html_(), hostile("</div><script>alert(1)</script><style>*{}</style>")._repr_html_()):
        assert not re.search(r"<(?!/?(?:div|p|b|bdi|br|span|table|tr|th|td)\b)", shown)
        assert not re.search(r"\s(?:on\w+|id|class|href|src)=", re.sub(r">[^<]*<", "><", shown))


def test_the_view_tells_what_matters(comparison: Comparison) -> None:
    shown = comparison._repr_html_()
    assert "Fire on Pier 9" in shown
    assert "2 conflicts" in shown
    assert "<bdi>three</bdi>" in shown
    assert "checked with the desk" not in shown  # accepted
    assert "the file is empty" in shown
