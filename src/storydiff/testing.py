"""Try checks on marked text; for our own tests and for those of other packages' checks.

found, expected = flagged("number", "Police said [[12]] people were killed.", "Police said [[15]] people were killed.")
assert found == expected
"""

from __future__ import annotations

import re
from datetime import datetime

from storydiff.config import Config
from storydiff.model import Block, Confidence, Finding, Report
from storydiff.pipeline import compare

Place = tuple[str, str]
"""Sigil and words."""

_MARK = re.compile(r"\[\[|\]\]")
_TITLED = re.compile(r"\A# (.+?) \| ")
_DATED = re.compile(r"\A@(\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?)\s+")


def report(marked: str, number: int = 0) -> tuple[Report, list[tuple[int, int]]]:
    """A report of `marked` text without its `[[…]]` marks, and the marked spans.

    A leading `@2026-01-02 ` or `@2026-01-02T10:30 ` gives the time of publication (default 2026-01-02), `# … | ` after that the
    headline.
    """
    published, grain = datetime(2026, 1, 2), "day"  # a Friday
    if dated := _DATED.match(marked):
        published = datetime.fromisoformat(dated[1])
        grain = "second" if "T" in dated[1] else "day"
        marked = marked[dated.end() :]
    if titled := _TITLED.match(marked):
        marked = f"{titled[1]}\n\n{marked[titled.end() :]}"
    text, spans, opened, last = "", [], 0, 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        if mark[0] == "[[":
            opened = len(text)
        else:
            spans.append((opened, len(text)))
    text += marked[last:]
    title = text.partition("\n\n")[0] if titled else ""
    made = Report(
        text=text, source=text, path=f"{number:03}.txt", outlet=f"Outlet {number + 1}", title=title, published=published,
        published_grain=grain, blocks=(Block(0, len(title), "title"),) if titled else (),
    )  # fmt: skip
    return made, spans


def findings(
    check: str, *marked: str, options: dict[str, object] | None = None, low: bool = False
) -> tuple[Finding, ...]:
    """What `check` finds in reports of `marked` text; with `low`, also what it is unsure of."""
    config = Config(
        select=(check,),
        options={check: options} if options else {},
        min_confidence=Confidence.LOW if low else Confidence.MEDIUM,
    )
    return compare([report(text, number)[0] for number, text in enumerate(marked)], config).findings


def flagged(
    check: str, *marked: str, options: dict[str, object] | None = None, low: bool = False
) -> tuple[list[Place], list[Place]]:
    """The places that `check` flags and the places that are marked with `[[…]]`, each sorted, as (sigil, words)."""
    made = [report(text, number) for number, text in enumerate(marked)]
    expected = [
        (chr(ord("A") + number), one.text[start:end])
        for number, (one, spans) in enumerate(made)
        for start, end in spans
    ]
    found = {
        (mention.sigil, mention.text)
        for finding in findings(check, *marked, options=options, low=low)
        for variant in finding.variants
        for mention in variant.mentions
    }
    return sorted(found), sorted(set(expected))
