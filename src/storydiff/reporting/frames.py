"""A comparison as a table for pandas or polars."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import Any

from storydiff.model import Analysis, Comparison, Quotation
from storydiff.reporting.phrases import name_of
from storydiff.reporting.positions import Positions

_LIBRARIES = ("pandas", "polars")

Record = Mapping[str, Any]


def to_frame(comparison: Comparison, table: str) -> Any:
    """The `table` ("findings", "links" or "quotations") of `comparison` as a DataFrame: of the library that is in use, else
    of pandas, else of polars.

    Raises ValueError for an unknown table, ImportError if neither library is installed.
    """
    if table not in _TABLES:
        raise ValueError(f"unknown table {table!r}: choose one of {', '.join(_TABLES)}")
    columns, records = _TABLES[table]
    rows = list(records(comparison))
    return _library().DataFrame({column: [row[column] for row in rows] for column in columns})


def _library() -> Any:
    for name in _LIBRARIES:
        if sys.modules.get(name):
            return sys.modules[name]
    for name in _LIBRARIES:
        try:
            return import_module(name)
        except ImportError:
            continue
    raise ImportError("to_frame() needs pandas or polars: pip install pandas")


def _findings(comparison: Comparison) -> Iterable[Record]:
    positions = Positions(comparison.reports)
    for finding in comparison.findings:
        mentions = [mention for variant in finding.variants for mention in variant.mentions]
        place = positions.place(mentions[0])
        yield {
            "check": finding.check,
            "verdict": finding.verdict.value,
            "severity": finding.severity.value,
            "confidence": finding.confidence.value,
            "about": finding.about,
            "message": finding.message,
            "why": finding.why,
            "readings": [variant.reading for variant in finding.variants],
            "sigils": [", ".join(dict.fromkeys(m.sigil for m in variant.mentions)) for variant in finding.variants],
            "path": place.path,
            "line": place.start.line,
            "column": place.start.column,
            "state": finding.state.value,
            "fingerprint": finding.fingerprint,
        }


def _links(comparison: Comparison) -> Iterable[Record]:
    names = {report.sigil: name_of(report) for report in comparison.reports}
    for link in comparison.alignment.links:
        yield {
            "score": link.score,
            "a_sigil": link.a.sigil,
            "a_outlet": names[link.a.sigil],
            "a_sentence": link.a.number,
            "a_text": link.a.text,
            "b_sigil": link.b.sigil,
            "b_outlet": names[link.b.sigil],
            "b_sentence": link.b.number,
            "b_text": link.b.text,
        }


def _quotations(comparison: Comparison) -> Iterable[Record]:
    positions = Positions(comparison.reports)
    for analysis in comparison.alignment.analyses:
        for quotation in analysis.quotations:
            place = positions.place(quotation)
            sentence = analysis.sentence_at(quotation.start)
            yield {
                "sigil": analysis.sigil,
                "outlet": name_of(analysis.report),
                "speaker": _speaker(analysis, quotation),
                "text": quotation.text,
                "kind": quotation.kind,
                "closed": quotation.closed,
                "sentence": sentence.number if sentence else 0,
                "path": place.path,
                "line": place.start.line,
                "column": place.start.column,
            }


def _speaker(analysis: Analysis, quotation: Quotation) -> str:
    """Who is credited for `quotation`, in the report's words; "" if nobody is."""
    for attribution in analysis.attributions:
        if attribution.source is not None and any(
            content.start < quotation.end and quotation.start < content.end for content in attribution.content
        ):
            return attribution.source.text
    return ""


_TABLES: dict[str, tuple[tuple[str, ...], Callable[[Comparison], Iterable[Record]]]] = {
    "findings": (
        ("check", "verdict", "severity", "confidence", "about", "message", "why", "readings", "sigils", "path", "line",
         "column", "state", "fingerprint"),
        _findings,
    ),
    "links": (
        ("score", "a_sigil", "a_outlet", "a_sentence", "a_text", "b_sigil", "b_outlet", "b_sentence", "b_text"),
        _links,
    ),
    "quotations": (
        ("sigil", "outlet", "speaker", "text", "kind", "closed", "sentence", "path", "line", "column"),
        _quotations,
    ),
}  # fmt: skip
