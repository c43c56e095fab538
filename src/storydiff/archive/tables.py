"""The columns of the tables that go from stage to stage, and of those that come out."""

from __future__ import annotations

import pyarrow

_TEXT = pyarrow.string()
_WHOLE = pyarrow.int64()
_SMALL = pyarrow.int32()
_TERMS = pyarrow.list_(pyarrow.uint32())
_DATES = pyarrow.list_(pyarrow.uint16())


def _schema(**columns: pyarrow.DataType) -> pyarrow.Schema:
    return pyarrow.schema(list(columns.items()))


SIGNED = _schema(
    place=_WHOLE, path=_TEXT, id=_TEXT, outlet=_TEXT, title=_TEXT, published=_TEXT, grain=_TEXT, url=_TEXT, text=_TEXT,
    time=_WHOLE, tie=_WHOLE, dates=_DATES, terms=_TERMS, weights=pyarrow.list_(pyarrow.uint16()),
)  # fmt: skip
"""A report a row. `place`: slice and row in one number. `published` and `grain` as in `Report`; `time` in seconds since 1970,
null if unknown; `tie` orders reports of one time; `dates`, `terms` and `weights` as in `Signed`."""

COUNTS = _schema(slot=pyarrow.uint32(), reports=_WHOLE)
"""In how many reports of a slice a term stands; `slot` as in `Frequencies`."""

BLOCKED = _schema(
    number=_WHOLE, time=_WHOLE, tie=_WHOLE, dates=_DATES, terms=_TERMS, weights=_TERMS, near=pyarrow.list_(_WHOLE)
)
"""`number`: place of the report in the order of time. `terms` and `weights`: its vector. `near`: earlier reports it is like."""

COMPONENTS = _schema(number=_WHOLE, component=_WHOLE)

CLUSTERED = _schema(number=_WHOLE, event=_TEXT, first=_WHOLE, position=_SMALL, size=_SMALL)
"""`first`: number of the event's first report; `position` of the report in it, from 1."""

EVENTS = _schema(
    event=_TEXT, position=_SMALL, reports=_SMALL, compared=pyarrow.bool_(),
    report=_TEXT, outlet=_TEXT, title=_TEXT, published=_TEXT, url=_TEXT,
)  # fmt: skip
"""A report a row: the event it tells, its position in it, how many reports the event has, whether this one was compared."""

_MENTION = pyarrow.struct(
    [
        ("report", _TEXT),
        ("outlet", _TEXT),
        ("sigil", _TEXT),
        ("start", _SMALL),
        ("end", _SMALL),
        ("text", _TEXT),
        ("source", _TEXT),
    ]
)
FINDINGS = _schema(
    event=_TEXT, check=_TEXT, verdict=_TEXT, severity=_TEXT, confidence=_TEXT, about=_TEXT, message=_TEXT, why=_TEXT,
    variants=pyarrow.list_(pyarrow.struct([("reading", _TEXT), ("value", _TEXT), ("mentions", pyarrow.list_(_MENTION))])),
    fingerprint=_TEXT, state=_TEXT, reason=_TEXT,
)  # fmt: skip
"""A finding a row. `start` and `end` of a mention are code points in the report as it was compared: its title, an empty
line and its text, or its text alone where it has no title or begins with it."""

LINKS = _schema(
    event=_TEXT, a=_TEXT, a_start=_SMALL, a_end=_SMALL, b=_TEXT, b_start=_SMALL, b_end=_SMALL, score=pyarrow.float64()
)
"""Two sentences of the reports `a` and `b` that tell the same."""

PROBLEMS = _schema(stage=_TEXT, path=_TEXT, event=_TEXT, message=_TEXT, hint=_TEXT)
"""What could not be read or done. `path`: file and line or row, or the report."""
