"""The shape of every output: what a reader of the format sees of it, without the texts.

A shape function complains if the output is not valid, or does more than its format should.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from importlib import import_module
from io import StringIO
from typing import Any

from markdown_it import MarkdownIt

from conftest import hand_built_comparison
from reporting.commands import read_commands
from reporting.hostile_samples import hostile
from reporting.schemas import checked_json, checked_junit, checked_sarif
from storydiff.model import Comparison
from storydiff.reporting.harmless import harmless_lines
from storydiff.reporting.to_csv import COLUMNS
from storydiff.reporting.to_terminal import to_terminal

_MARKDOWN = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable(["table", "strikethrough"])
_OUR_TAGS = {"<!-- -->", "<span>", "</span>", "<b>", "</b>", "<code>", "</code>"}


def rendered(name: str, comparison: Comparison) -> str:
    """`comparison` in the format `name`."""
    if name == "terminal":
        return to_terminal(comparison, table=True, everything=True)
    return str(getattr(import_module(f"storydiff.reporting.to_{name}"), f"to_{name}")(comparison))


def _skeleton(value: Any) -> Any:
    if isinstance(value, dict):
        return {key if key.isidentifier() else "…": _skeleton(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_skeleton(part) for part in value]
    return type(value).__name__


def _lines(document: str) -> Any:
    return document.count("\n")


def _json(document: str) -> Any:
    return _skeleton(json.loads(document))


def _json_lines(document: str) -> Any:
    return [_skeleton(json.loads(line)) for line in document.removesuffix("\n").split("\n")]


def _links(message: str) -> list[str]:
    # the standard's embedded links: brackets in their text are escaped
    return re.findall(r"(?<!\\)\[(?:[^\[\]\\]|\\.)*\]\(([^)]*)\)", message)


def _sarif(document: str) -> Any:
    run = checked_sarif(document)
    links = [_links(result["message"]["text"]) for result in run["results"]]
    assert links == [[str(other["id"]) for other in result["relatedLocations"]] for result in run["results"]]
    places = [place for result in run["results"] for place in (*result["locations"], *result["relatedLocations"])]
    assert not any(
        _links(told["message"]["text"]) for told in (*places, *run["invocations"][0]["toolExecutionNotifications"])
    )
    for location in re.findall(r'"uri": "([^"]*)"', document):
        assert re.match(r"file:///|[^:]+$", location)
    return [(sorted(result), len(result["relatedLocations"])) for result in run["results"]]


def _github(document: str) -> Any:
    return [(command.kind, command.message.count("\n")) for command in read_commands(document)]


def _gitlab(document: str) -> Any:
    return [entry["check_name"] for entry in checked_json(document, "gitlab-code-quality.json")]


def _rdjson(document: str) -> Any:
    return [entry["code"] for entry in checked_json(document, "rdjson.json")["diagnostics"]]


def _junit(document: str) -> Any:
    return [(element.tag, sorted(element.attrib)) for element in checked_junit(document).iter()]


def _csv(document: str) -> Any:
    rows = list(csv.reader(StringIO(document, newline=""), strict=True))
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert not any(
        cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")) for row in rows for cell in row
    )
    assert max(len(cell) for row in rows for cell in row) <= 32_767
    return len(rows)


def _markdown(document: str) -> Any:
    tokens = _MARKDOWN.parse(document)
    inline = [child for token in tokens for child in token.children or ()]
    assert {token.content for token in inline if token.type == "html_inline"} <= _OUR_TAGS
    kinds = {"text", "html_inline", "softbreak", "strong_open", "strong_close", "em_open", "em_close", "text_special"}
    assert {token.type for token in inline} <= kinds
    return [token.type for token in tokens], [token.type for token in inline if token.type.startswith(("strong", "em"))]


class _Elements(HTMLParser):
    def __init__(self, document: str) -> None:
        super().__init__()
        self.found: list[tuple[str, ...]] = []
        self.feed(document)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, *(name for name, _ in attrs)))
        for name, value in attrs:
            assert not name.startswith("on")
            assert tag == "link" or name not in {"href", "src", "action"} or (value or "").startswith("#")


@cache
def _known_elements() -> frozenset[tuple[str, ...]]:
    return frozenset(
        element
        for comparison in (hand_built_comparison(), hostile("Three people"), hostile("Three people " * 30))
        for element in _Elements(rendered("html", comparison)).found
    )


def _html(document: str) -> Any:
    assert set(_Elements(document).found) <= _known_elements()


SHAPES: dict[str, Callable[[str], Any]] = {
    "terminal": lambda document: None,  # lines are wrapped
    "concise": _lines,
    "json": _json,
    "jsonl": _json_lines,
    "html": _html,
    "sarif": _sarif,
    "github": _github,
    "gitlab": _gitlab,
    "junit": _junit,
    "rdjson": _rdjson,
    "csv": _csv,
    "markdown": _markdown,
}  # fmt: skip


def assert_harmless(document: str) -> None:
    """Nothing in `document` may steer a terminal, turn the direction of writing, hide itself or break an encoding."""
    document.encode("utf-8")
    plain = document.replace("\r\n", "\n")
    assert harmless_lines(plain) == plain
