"""JSON lines: a report a line. Fields as in JSON: id, outlet, title, published, url, text."""

from __future__ import annotations

import re

from storydiff.errors import ReadError
from storydiff.reading.found import File, Found, Trouble
from storydiff.reading.from_json import report_of
from storydiff.reading.json_tree import JsonError, parse_json

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def read_lines(file: File) -> Found:
    """The reports in a file of JSON lines."""
    source = file.text()
    line, last = 1, 0
    for match in _LINE.finditer(source):
        line += source.count("\n", last, match.start())
        last = match.start()
        try:
            item = parse_json(source, match.start(), match.end())
            if not isinstance(item, dict):
                raise ReadError("is no JSON object")
            yield report_of(source, item)
        except ReadError as error:
            yield Trouble(error.message, 0 if isinstance(error, JsonError) else line, error.hint)
