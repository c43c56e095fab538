"""What article text may not do to a terminal or an encoding."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storydiff.reporting.harmless import encodable, escaped_in_json, harmless, harmless_lines

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain “text” – über 🔥", "plain “text” – über 🔥"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x9b31mred", "�31mred"),
        ("a\x00b\x07c\x7f", "a␀b␇c�"),
        ("line\nnext\ttab\r\u2028", "line next tab  "),
        ("abc\u202edef\u2066ghi", "abc�def�ghi"),
        ("lone \ud800 surrogate", "lone � surrogate"),
        ("tag\U000e0041", "tag�"),
        ("family 👨\u200d👩", "family 👨\u200d👩"),
    ],
)
def test_harmless(text: str, shown: str) -> None:
    assert harmless(text) == shown


def test_lines_keep_their_ends() -> None:
    assert harmless_lines("a\n\tb\x1b\r\n") == "a\n\tb␛ \n"


@given(ANY_TEXT)
def test_harmless_text_keeps_its_length_and_can_be_written(text: str) -> None:
    shown = harmless(text)
    assert len(shown) == len(text)
    assert harmless(shown) == shown
    shown.encode("utf-8")
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in shown)


@given(ANY_TEXT)
def test_escaping_json_changes_no_value(text: str) -> None:
    document = escaped_in_json(json.dumps({text: text}, ensure_ascii=False, indent=1))
    assert json.loads(document) == {encodable(text): encodable(text)}
    assert harmless_lines(document) == document
