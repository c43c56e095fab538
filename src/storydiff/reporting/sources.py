"""Who says what, through whom: the sources of reports as rows, as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from storydiff._version import __version__
from storydiff.model import Analysis, Attribution
from storydiff.reporting.harmless import escaped_in_json, one_line
from storydiff.reporting.positions import Positions

_UNKNOWN = "(nobody named)"
_SHOWN = 90  # characters of a content or a name in the table
_OTHERS = 300  # … of other spellings


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source of one report, through one relay, with all that it is credited with.

    `spelled`: how the report names it, the fullest form first. `relay`: as the report names it, "" if there is none.
    """

    sigil: str
    source: str
    key: str
    kind: str
    relay: str
    spelled: tuple[str, ...]
    attributions: tuple[Attribution, ...]

    @property
    def direct(self) -> int:
        """How many of the attributions quote."""
        return sum(attribution.kind != "indirect" for attribution in self.attributions)


def who_says_what(analyses: Sequence[Analysis]) -> tuple[SourceRow, ...]:
    """The sources of `analyses` in the order in which they first speak; what nobody states ("criticized the plan") left out."""
    rows: list[SourceRow] = []
    for analysis in analyses:
        names = {entity.key: entity for entity in analysis.entities}
        groups: dict[tuple[str, str], list[Attribution]] = {}
        for attribution in analysis.attributions:
            stated = attribution.force != "other" and attribution.source is not None
            if stated or attribution.kind != "indirect":
                who = attribution.source_key or (attribution.source.text.lower() if attribution.source else "")
                groups.setdefault((who, attribution.relay), []).append(attribution)
        for (key, relay), found in groups.items():
            entity = names.get(key)
            written = tuple(dict.fromkeys(a.source.text for a in found if a.source is not None))
            spelled = entity.variants if entity is not None else written
            relayed = next((a.relay_mention.text for a in found if a.relay_mention is not None), relay)
            name = entity.name if entity is not None else next(iter(written), _UNKNOWN)
            kind = next((a.source_kind for a in found if a.source_kind != "none"), "none")
            rows.append(SourceRow(analysis.sigil, name, key, kind, relayed, spelled, tuple(found)))
    return tuple(rows)


def sources_as_json(analyses: Sequence[Analysis]) -> str:
    """The rows as one JSON document, ending in a newline."""
    positions = Positions(analysis.report for analysis in analyses)
    outlets = {analysis.sigil: analysis.report.outlet for analysis in analyses}
    data = {
        "schema_version": 1,
        "tool": {"name": "storydiff", "version": __version__},
        "sources": [
            {
                "sigil": row.sigil,
                "outlet": outlets[row.sigil],
                "source": row.source,
                "kind": row.kind,
                "spelled": list(row.spelled),
                "relay": row.relay,
                "said": [_said(attribution, positions) for attribution in row.attributions],
            }
            for row in who_says_what(analyses)
        ],
    }
    return escaped_in_json(json.dumps(data, ensure_ascii=False, indent=1)) + "\n"


def _said(attribution: Attribution, positions: Positions) -> dict[str, Any]:
    place = positions.place(attribution)
    return {
        "kind": attribution.kind,
        "cue": attribution.cue.text if attribution.cue else "",
        "content": [mention.text for mention in attribution.content],
        "path": place.path,
        "start": attribution.start,
        "end": attribution.end,
        "start_line": place.start.line,
        "start_column": place.start.column,
        "end_line": place.end.line,
        "end_column": place.end.column,
    }


def sources_as_table(analyses: Sequence[Analysis], *, width: int = 100, colour: bool = False) -> str:
    """The rows as a table for a terminal, one a source and relay."""
    from io import StringIO

    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    rows = who_says_what(analyses)
    table = Table(show_edge=False, pad_edge=False, header_style="bold", box=SIMPLE_HEAD, expand=True)
    for head in ("", "Source", "Kind", "Through", "Quoted", "Credited", "Says"):
        share = {"Says": 6, "Source": 4, "Through": 3}.get(head)
        table.add_column(head, no_wrap=head in ("", "Kind"), ratio=share, overflow="fold")
    for row in rows:
        first = row.attributions[0].content[0].text if row.attributions[0].content else ""
        table.add_row(
            Text(one_line(row.sigil, _SHOWN)),
            _named(row),
            Text(row.kind, style="dim"),
            Text(one_line(row.relay, _SHOWN)),
            Text(str(row.direct)),
            Text(str(len(row.attributions))),
            Text(one_line(first, _SHOWN)),
        )
    out = StringIO()
    console = Console(file=out, width=width, force_terminal=colour, no_color=not colour, highlight=False)
    console.print(table if rows else Text("nobody is credited with anything"))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _named(row: SourceRow) -> Any:
    from rich.text import Text

    text = Text(one_line(row.source, _SHOWN))
    others = [spelling for spelling in row.spelled[1:] if spelling.lower() not in row.source.lower()]
    if others:
        text.append(f" (also: {one_line(', '.join(others), _OTHERS)})", style="yellow")
    return text
