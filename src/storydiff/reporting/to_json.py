"""The JSON contract."""

from __future__ import annotations

import json

from storydiff._version import __version__
from storydiff.model import Comparison, Mention, Report


def to_json(comparison: Comparison) -> str:
    """The comparison as JSON, schema version 1."""
    reports = {report.sigil: report for report in comparison.reports}
    return json.dumps(
        {
            "schema_version": 1,
            "tool": {"name": "storydiff", "version": __version__},
            "links": [
                {"a": _span(link.a, reports), "b": _span(link.b, reports), "score": link.score}
                for link in comparison.alignment.links
            ],
            "findings": [
                {
                    "check": f.check,
                    "verdict": f.verdict.value,
                    "message": f.message,
                    "variants": [
                        {"reading": v.reading, "value": v.value, "mentions": [_span(m, reports) for m in v.mentions]}
                        for v in f.variants
                    ],
                }
                for f in comparison.findings
            ],
        }
    )


def _span(mention: Mention, reports: dict[str, Report]) -> dict[str, object]:
    report = reports[mention.sigil.partition("/")[0]]
    start, end = report.to_source(mention.start, mention.end)
    return {
        "sigil": mention.sigil,
        "path": report.path,
        "start": mention.start,
        "end": mention.end,
        "start_line": report.source.count("\n", 0, start) + 1,
        "start_column": start - report.source.rfind("\n", 0, start),
        "end_line": report.source.count("\n", 0, end) + 1,
        "end_column": end - report.source.rfind("\n", 0, end),
    }
