"""Article text as something that can be shown: nothing in it may steer a terminal or break an encoding."""

from __future__ import annotations

import re

from storydiff.patterns import late

# Control characters (escape sequences begin with them), lone surrogates (cannot be encoded), bidirectional and invisible
# controls that reorder or hide what is shown, line and paragraph separators, tag characters.
_HARMFUL_SIGNS = "[\x00-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
_HARMFUL = late(_HARMFUL_SIGNS)
_HARMFUL_IN_LINES = late(_HARMFUL_SIGNS.replace("\x00-\x1f", "\x00-\x08\x0b-\x1f"))
_SURROGATE = late("[\ud800-\udfff]")
_SPACES = "\t\n\v\f\r\u2028\u2029"
_CONTROL_PICTURES = 0x2400
_REPLACEMENT = "\ufffd"


def harmless(text: str) -> str:
    """`text` as one line that can be printed; as long as `text`, so that spans keep their places."""
    return text if text.isprintable() else _HARMFUL().sub(_shown, text)


def shortened(text: str, limit: int) -> str:
    """`text` with at most `limit` code points, an ellipsis in place of what is cut off."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def one_line(text: str, limit: int) -> str:
    """`text` as one harmless line of at most `limit` code points. Cut first: a text may have millions."""
    return harmless(shortened(text, limit))


def harmless_lines(text: str) -> str:
    """`text` that can be printed, its line ends and tabs kept."""
    return _HARMFUL_IN_LINES().sub(_shown, text)


def encodable(text: str) -> str:
    """`text` without lone surrogates, so that it can be written as UTF-8."""
    return _SURROGATE().sub(_REPLACEMENT, text)


def escaped_in_json(document: str) -> str:
    """A JSON document with everything a terminal might obey written as `\\uXXXX`; it still says the same."""
    return _HARMFUL_IN_LINES().sub(_as_json_escape, encodable(document))


def _shown(match: re.Match[str]) -> str:
    char = match[0]
    if char in _SPACES:
        return " "
    if char < " ":
        return chr(_CONTROL_PICTURES + ord(char))
    return _REPLACEMENT


def _as_json_escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
