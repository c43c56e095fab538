"""Inputs made to take long or much: each ends in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from reading.sources import read_as
from storydiff.errors import ReadError

SIZE = 300_000


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "a\n" * SIZE),
        ("a.txt", "a\u200b" * SIZE),
        ("a.md", "`a` " * SIZE),
        ("a.md", "[" * SIZE),
        ("a.md", "a\n\n<!-- -->\n" * SIZE),
        ("a.json", "[" * SIZE),
        ("a.json", '{"a":' * SIZE),
        ("a.json", '{"text":"' + "\\u00e9" * SIZE + '"}'),
        ("a.json", "[" + "1," * 2 * SIZE + "1]"),
        ("a.html", "<html><p>" + "&amp;" * SIZE),
        ("a.html", "<html>" + "<p>a</p>" * SIZE),
        ("a.html", "<html>" + "<!--" * SIZE),
        ("a.html", "<html>" + "<script>" * SIZE),
        ("a.html", "<html>" + '<a "' * SIZE + "'>"),
        ("a.xml", "<nitf>" + "<p>" * SIZE),
        ("a.eml", "Subject: x\n" * SIZE),
    ],
)
def test_what_is_too_much(tmp_path: Path, name: str, content: str) -> None:
    with pytest.raises(ReadError) as error:
        read_as(tmp_path, name, content)
    assert "\n" not in error.value.message


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.md", "<!--" * SIZE),
        ("a.md", "<a " * SIZE),
        ("a.md", "# " * SIZE),
        ("a.md", "> " * SIZE),
        ("a.html", "<html>" + "<" * SIZE),
        ("a.html", "<html>" + "<a '" * SIZE),
        ("a.html", "<html><article>" + "<div>" * SIZE + "<p>Fire broke out.</p>"),
        ("a.html", "<html><article><p>" + "Fire broke out. " * SIZE),
        ("a.html", "<html><article>" + "<p>Fire broke out at the mill.</p>" * 3900),
    ],
)
def test_what_is_read_all_the_same(tmp_path: Path, name: str, content: str) -> None:
    assert read_as(tmp_path, name, content)[0].text
