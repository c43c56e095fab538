"""The YAML head of a Markdown file.

Only the scalars at its top level are looked at, as events: no objects are built and aliases are not followed, so the head can
neither run code nor grow.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from storydiff.errors import ReadError
from storydiff.reading.escapes import BACKSLASH, DOUBLED, unescape
from storydiff.reading.found import Metadata
from storydiff.reading.from_text import FIELDS
from storydiff.reading.runs import Mapped

_OPENING = re.compile(r"\s{0,20}---[ \t]{0,20}\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]{0,20}(?:\r?\n|\Z)", re.MULTILINE)
_LONGEST = 64_000
_DEEPEST = 20
_BRACKET = re.compile(r"[\[\]{}]")
_NULL = frozenset({"null", "~", ""})
# A line that YAML reads as it stands: a name, and words of few signs or in double quote marks.
_PLAIN_LINE = re.compile(
    r"(?P<name>[A-Za-z_][\w-]{0,40}): (?:(?P<words>\w[\w.,'’/+-]{0,80}(?:[: ][\w.,'’/+-]{1,80}){0,80})"
    r"|\"(?P<quoted>[\w.,;:!?'’“”/()&+ –—-]{0,500})\")\n"
)
_SUBFIELDS = frozenset({"name", "id", "@id"})
"""Names inside a mapping whose value may stand for the whole: `publisher: {name: …}`."""


class _Scalar(NamedTuple):
    """A value: what it says, how it is quoted (None: it is not), and where it stands in the head, quote marks included."""

    value: str
    style: str | None
    start: int
    end: int


def read_front_matter(source: Mapped) -> tuple[Metadata, int]:
    """What the front matter of `source` says, and where the text after it begins (0 without front matter).

    Raises ReadError if it is not YAML.
    """
    metadata = Metadata()
    opening = _OPENING.match(source.text)
    closing = _CLOSING.search(source.text, opening.end(), opening.end() + _LONGEST) if opening else None
    if opening is None or closing is None:
        return metadata, 0
    head = source.text[opening.end() : closing.start()]
    for name, scalar in _plain_scalars(head) or _scalars(head, source.text.count("\n", 0, opening.end())):
        field = FIELDS.get(name.lower().strip())
        if field is None or (scalar.style is None and scalar.value.lower() in _NULL):
            continue
        if field == "title" and not metadata.title:
            metadata.title_at = _place(source, opening.end(), scalar)
        metadata.set(field, _whole(scalar.value))
    return metadata, closing.end()


def _plain_scalars(head: str) -> list[tuple[str, _Scalar]]:
    """What `_scalars` finds in a head of plain lines only, else nothing: most heads are so, and to load PyYAML takes longer than to read the report."""
    found = []
    reached = 0
    while (line := _PLAIN_LINE.match(head, reached)) is not None:
        reached = line.end()
        group, style = ("words", None) if line["quoted"] is None else ("quoted", '"')
        around = 0 if style is None else 1
        found.append((line["name"], _Scalar(line[group], style, line.start(group) - around, line.end(group) + around)))
    return found if reached == len(head) else []


def _scalars(head: str, lines_before: int) -> list[tuple[str, _Scalar]]:
    """Key and value of each top-level scalar, of lists of scalars and of the names in mappings."""
    import yaml

    if _depth(head) > _DEEPEST:
        raise ReadError("front matter is nested too deep", f"at most {_DEEPEST} brackets may be open")
    found: list[tuple[str, _Scalar]] = []
    keys: list[str | None] = []  # of each open mapping; None for a list
    try:
        for event in yaml.parse(head, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.MappingStartEvent):
                keys.append("")
            elif isinstance(event, yaml.SequenceStartEvent):
                keys.append(None)
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                keys.pop()
                _value_is_read(keys)
            elif isinstance(event, yaml.ScalarEvent) and keys and keys[-1] == "":
                keys[-1] = event.value
            elif isinstance(event, yaml.ScalarEvent) and keys and keys[0]:
                if len(keys) == 1 or (len(keys) == 2 and (keys[1] is None or keys[1] in _SUBFIELDS)):
                    start, end = event.start_mark, event.end_mark
                    if start is not None and end is not None:
                        found.append((keys[0], _Scalar(event.value, event.style, start.index, end.index)))
                _value_is_read(keys)
            elif isinstance(event, yaml.AliasEvent):
                _value_is_read(keys)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f" (line {mark.line + 1 + lines_before})" if mark is not None else ""
        raise ReadError(
            f"front matter is not YAML{line}", "put values with a colon or a quote mark in quotes"
        ) from error
    return found


def _depth(head: str) -> int:
    """How many brackets are open at once; PyYAML needs time by the square of it."""
    depth = deepest = 0
    for bracket in _BRACKET.findall(head):
        depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest


def _value_is_read(keys: list[str | None]) -> None:
    """After a value comes a key."""
    if keys and keys[-1] is not None:
        keys[-1] = ""


def _place(source: Mapped, offset: int, scalar: _Scalar) -> Mapped | None:
    """`scalar` where it stands in `source`; None if it is folded or otherwise not there as it reads."""
    start, end = offset + scalar.start, offset + scalar.end
    if scalar.style == '"':
        found = unescape(source.text, start + 1, end - 1, BACKSLASH)
    elif scalar.style == "'":
        found = unescape(source.text, start + 1, end - 1, DOUBLED)
    else:
        found = source.slice(start, end)
    return found if found.text == _whole(scalar.value) else None


def _whole(value: str) -> str:
    """`value` with the two halves of surrogate pairs joined, which PyYAML leaves as JSON writes them."""
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
