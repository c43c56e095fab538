"""JSON Lines."""

from __future__ import annotations

import json

from storydiff.model import Alignment, Comparison
from storydiff.reporting.to_json import as_data
from storydiff.reporting.to_jsonl import to_jsonl


def test_every_line_is_a_record_of_the_contract(comparison: Comparison) -> None:
    records = [json.loads(line) for line in to_jsonl(comparison).splitlines()]
    kinds = [record.pop("type") for record in records]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "report": 3, "finding": 7, "resolved": 1, "problem": 1, "summary": 1,
    }  # fmt: skip
    assert {record.pop("event") for record in records} == {"Fire on Pier 9"}
    data = as_data(comparison)
    assert records[3:10] == data["findings"]
    assert records[-1]["summary"] == data["summary"]
    assert records[-1]["exit_code"] == 1


def test_a_summary_is_there_also_of_nothing() -> None:
    assert [json.loads(line)["type"] for line in to_jsonl(Comparison("", Alignment(()))).splitlines()] == ["summary"]
