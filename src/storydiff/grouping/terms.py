"""Title and text → weighted terms."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from zlib import crc32

from storydiff.analysis.lexicon import word_set

Terms = dict[int, int]
"""Term → weight within its report, in hundredths. A term is the CRC-32 of a word: small, and the same in every process."""

_WORD = re.compile(r"[^\W_]++(?:[-'’.,][^\W_]++){0,6}+")
_READ_CHARACTERS = 5_000
"""News puts what it is about first; what follows in a long report is background, shared by many events."""
_LEAD_CHARACTERS = 600
_TITLE_WEIGHT = 3.0
_NAME_WEIGHT = 1.5


def weigh_terms(title: str, text: str) -> Terms:
    """The terms of a report.

    A word counts once where it stands, once more in the lead, and three times in the title; a word that is always
    written with a capital counts as a name. Common words, which tell nothing about the event, are left out.
    """
    if title and text.startswith(title):
        text = text[len(title) :]
    text = text[:_READ_CHARACTERS]
    body = Counter(_WORD.findall(text))
    counts: dict[str, float] = {}
    small: set[str] = set()
    for written, folded, number in _folded(body):
        counts[folded] = counts.get(folded, 0.0) + number
        if not written[0].isupper():
            small.add(folded)
    for _, folded, number in _folded(Counter(_WORD.findall(text[:_LEAD_CHARACTERS]))):
        counts[folded] = counts.get(folded, 0.0) + number
    for _, folded, number in _folded(Counter(_WORD.findall(title[:_LEAD_CHARACTERS]))):
        small.update(() if folded in counts else (folded,))  # a headline's capitals say nothing
        counts[folded] = counts.get(folded, 0.0) + _TITLE_WEIGHT * number
    return {
        crc32(folded.encode("utf-8", "surrogatepass")): round(
            (100 + 100 * math.log(count)) * (1 if folded in small else _NAME_WEIGHT)
        )
        for folded, count in counts.items()
    }


def _folded(counts: Counter[str]) -> Iterator[tuple[str, str, int]]:
    for written, number in counts.items():
        if folded := _fold(written):
            yield written, folded, number


@lru_cache(maxsize=1 << 17)
def _fold(written: str) -> str:
    """The word without case, possessive and plural ending; "" for a common word."""
    word = written.lower().replace("’", "'")
    if word in _common():
        return ""
    word = word.removesuffix("'s")
    if len(word) > 3 and word[-1] == "s" and word[-2] not in "sui":
        word = word[:-1]
    if word[0].isdigit():
        return word.replace(",", "")
    return "" if len(word) < 2 or word in _common() else word


@cache
def _common() -> frozenset[str]:
    return word_set("words_of_every_report")
