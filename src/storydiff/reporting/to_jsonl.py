"""JSON Lines: a record a line, so that the results of many events can be joined, searched and read as a stream.

Every record has `type` (report, correction, finding, resolved, problem, summary) and `event`; the rest is as in the JSON contract.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from storydiff.model import Comparison
from storydiff.reporting.harmless import escaped_in_json
from storydiff.reporting.to_json import as_data

_RECORDS = {
    "report": "reports",
    "correction": "corrections",
    "finding": "findings",
    "resolved": "resolved",
    "problem": "problems",
}


def to_jsonl(comparison: Comparison) -> str:
    """Reports, notices of correction, findings, resolved entries and problems, one a line, and a summary as the last line."""
    return "".join(escaped_in_json(json.dumps(record, ensure_ascii=False)) + "\n" for record in _records(comparison))


def _records(comparison: Comparison) -> Iterator[dict[str, Any]]:
    data = as_data(comparison, aligned=False)
    event = {"event": data["event"]}
    for kind, key in _RECORDS.items():
        for entry in data[key]:
            yield {"type": kind} | event | entry
    counts = {"summary": data["summary"], "exit_code": data["exit_code"]}
    yield {"type": "summary"} | event | {"schema_version": data["schema_version"], "tool": data["tool"]} | counts
