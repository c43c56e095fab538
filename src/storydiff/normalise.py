"""Text made comparable. For comparing, never for storing: the report's own words are what is shown."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TYPOGRAPHY = tuple(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'", "′": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
        "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200a": " ", "\u2002": " ", "\u2003": " ",
        "…": "...", "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\ufeff": "",
    }.items()
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:['.,:/-][^\W_]+)*")

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
WEEKDAY_WORDS = WEEKDAYS | frozenset("mon tue tues wed thu thur thurs fri sat sun".split())
"""Weekdays with their short forms, lower case, without points."""
MONTH_WORDS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
"""Months with their short forms, lower case, without points."""


def typography(text: str) -> str:
    """`text` with one form of quote mark, dash and space. May change its length."""
    if text.isascii():
        return text.replace("`", "'")
    for sign, plain in _TYPOGRAPHY:  # a tenth of the time that str.translate takes on a text with a few of these
        if sign in text:
            text = text.replace(sign, plain)
    return text


def words(text: str) -> list[str]:
    """The words of `text`, lower case, one typography, inner hyphens, apostrophes and points kept."""
    return _WORD.findall(typography(text).lower())


@lru_cache(maxsize=4)  # every extractor asks for the same text
def lower(text: str) -> str:
    """`text` in lower case, every character still at its offset (a few capitals, such as İ, have longer small forms)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(small if len(small := character.lower()) == 1 else character for character in text)


def sigil(index: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    label = ""
    index += 1
    while index:
        index, letter = divmod(index - 1, 26)
        label = chr(ord("A") + letter) + label
    return label


@lru_cache(maxsize=1 << 15)
def fold(text: str) -> str:
    """`text` lower case, without diacritics, one typography, single blanks: "Enrique Peña" → "enrique pena"."""
    plain = typography(text).lower()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    return " ".join(plain.split())
