"""The JSON contract."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest

from storydiff.model import Alignment, Comparison
from storydiff.reporting.to_json import to_json

SCHEMA = json.loads(files("storydiff.reporting").joinpath("schema.json").read_text("utf-8"))


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_document_keeps_the_contract(comparison: Comparison) -> None:
    jsonschema.validate(json.loads(to_json(comparison)), SCHEMA)


def test_nothing_to_tell_keeps_the_contract() -> None:
    jsonschema.validate(json.loads(to_json(Comparison("", Alignment(())))), SCHEMA)


def test_keys_stand_in_the_order_of_the_contract(comparison: Comparison) -> None:
    document = json.loads(to_json(comparison))
    assert list(document) == SCHEMA["required"]
    assert list(document["findings"][0]) == SCHEMA["$defs"]["finding"]["required"]


def test_values(comparison: Comparison) -> None:
    document = json.loads(to_json(comparison))
    assert document["exit_code"] == 1
    assert document["summary"] == {"conflict": 2, "update": 1, "difference": 1, "only-here": 1}
    assert [report["published"] for report in document["reports"]] == ["2026-01-06T22:10:00", "2026-01-07", None]
    assert document["links"][1]["score"] == pytest.approx(0.7124)
    assert document["rows"][1]["cells"].keys() == {"A", "B"}
    first = document["findings"][0]["variants"][0]["mentions"][0]
    assert (first["path"], first["start_line"], first["start_column"], first["end_column"]) == (
        "events/pier/a.md",
        6,
        1,
        13,
    )
    assert (first["text"], first["source"]) == ("Three people", "police")
    assert document["findings"][3]["reason"] == "checked with the desk"


def test_same_input_gives_same_bytes(comparison: Comparison) -> None:
    assert to_json(comparison) == to_json(comparison)
