"""Report text as part of a Markdown document: it is shown as it stands and does nothing.

Code hosts do more than Markdown says: `@name` calls a person, `#1` links an issue, an address becomes a link, `$…$` a formula and
`:name:` a picture. An empty comment inside breaks all of these and shows nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from storydiff.model import Span
from storydiff.reporting.harmless import harmless

_NOTHING = "<!-- -->"
_OPENS_BLOCK = (
    r"\A\s{0,9}(?:[-+=]|\d{1,9}[.)](?!\S))"  # a list, a rule or an underline, at the start of a line or of an entry
)
_SPECIAL = re.compile(
    rf"{_OPENS_BLOCK}|[\\`*_\[\]<>&|~$@#]|:(?=//|[\w+-]{{1,40}}:)|(?<=[wW]{{3}})\.|\b(?:GH|gh)(?=-\d)"
)
_ESCAPED = {
    "<": "&lt;",
    ">": "&gt;",
    "&": "&amp;",
    "|": "&#124;",  # also inside a table
    "$": "<span>$</span>",  # the way code hosts document
    "@": f"@{_NOTHING}",
    "#": f"\\#{_NOTHING}",
    ":": f":{_NOTHING}",
    ".": f"{_NOTHING}.",
    "GH": f"GH{_NOTHING}",
    "gh": f"gh{_NOTHING}",
}


def escaped(text: str) -> str:
    """`text` as one harmless line of Markdown."""
    return _SPECIAL.sub(_escape, harmless(text))


def code(text: str, place: str = "") -> str:
    """`text` in a fixed-width face, `place` after it as it is; unlike a code span it may hold backticks."""
    return f"<code>{escaped(text)}{place}</code>"


def with_marks(text: str, marks: Iterable[Span]) -> str:
    """`text` escaped, with `marks` of it in bold. Tags, for stars are not bold inside a word or beside punctuation."""
    parts, last = [], 0
    for span in sorted(marks):
        start = max(span.start, last)
        if start < span.end:
            parts += [escaped(text[last:start]), "<b>", escaped(text[start : span.end]), "</b>"]
            last = span.end
    return "".join([*parts, escaped(text[last:])])


def row(cells: Iterable[str]) -> str:
    """A line of a table; `cells` are Markdown already."""
    return f"| {' | '.join(cells)} |"


def _escape(match: re.Match[str]) -> str:
    return _ESCAPED.get(match[0], f"{match[0][:-1]}\\{match[0][-1]}")
