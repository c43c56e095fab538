"""Words around a number that open or blur it: "at least", "up to", "about", "nearly", "or more"."""

from __future__ import annotations

import re
from typing import NamedTuple

from storydiff.analysis.beside import word_before

_BEFORE = re.compile(
    r"(?:(?<=[\s(“\"‘—-])|(?<![\w]))(?:(?P<least>at\s{1,3}least|no\s{1,3}(?:fewer|less)\s{1,3}than|a\s{1,3}minimum\s{1,3}of|minimum\s{1,3}of)"
    r"|(?P<more>(?:well\s{1,3}|slightly\s{1,3}|just\s{1,3})?(?:more\s{1,3}than|over|above|upwards?\s{1,3}of|in\s{1,3}excess\s{1,3}of|exceed(?:s|ed|ing)?|greater\s{1,3}than|surpass(?:es|ed|ing)?))"
    r"|(?P<most>up\s{1,3}to|as\s{1,3}(?:many|much|high)\s{1,3}as|at\s{1,3}most|no\s{1,3}more\s{1,3}than|a\s{1,3}maximum\s{1,3}of)"
    r"|(?P<less>(?:just\s{1,3})?(?:fewer\s{1,3}than|less\s{1,3}than|under|below|shy\s{1,3}of))"
    r"|(?P<nearly>nearly|almost|close\s{1,3}to|approaching|just\s{1,3}short\s{1,3}of)"
    r"|(?P<about>about|around|approximately|roughly|some|an\s{1,3}estimated|estimated|approx\.?|circa|perhaps|maybe|or\s{1,3}so|somewhere\s{1,3}around|reported(?:ly)?)"
    r"|(?P<plain>just|only|exactly|another|an\s{1,3}additional|the\s{1,3}other|other|additional|all|the|as|a\s{1,3}further|further|a\s{1,3}total\s{1,3}of|total\s{1,3}of|including|to|between|from)"
    r")[\s~]{1,3}\Z"
)  # fmt: skip
_AFTER = re.compile(
    r"(?P<least>\s?\+|[\s-]plus\b|\s{1,3}or\s{1,3}more\b)|(?P<most>\s{1,3}or\s{1,3}(?:less|fewer)\b)|(?P<about>\s{1,3}or\s{1,3}so\b)"
)
_LAST_WORDS = frozenset(
    "least than of over above to as most under below nearly almost around about approximately roughly some estimated approaching perhaps maybe just only exactly another additional other all the further total including between from approx circa so minimum exceeding exceeds exceed exceeded surpassed surpassing reported reportedly".split()
)  # of the phrases
_WORD = re.compile(r"\w+")
_EMPTY = frozenset({"to", "the", "as", "between", "from", "just", "exactly"})
MARGIN = 0.15
"""How far "about" may be off: a sixth, as in "about 12" for 14."""
SHORT = 0.1
"""How far "nearly" may fall short."""


class Qualified(NamedTuple):
    """Where the phrase starts and ends, what kind of bound, the plain words met on the way ("another", "including")."""

    start: int
    end: int
    bound: str
    words: tuple[str, ...]


def qualified(lower: str, start: int, end: int, before: str, *, is_range: bool = False) -> Qualified:
    """The qualifiers of a number at `start`–`end`; `bound` is least, more, most, less, nearly, about or "".

    `before`: the word before `start` as `word_before` tells it.
    """
    bound = ""
    words: list[str] = []
    begin = start
    at = start
    words_before = ""
    for _ in range(3):
        if (before or _last_word(lower, at)) not in _LAST_WORDS:
            break
        match = _BEFORE.search(lower, max(0, at - 28), at)
        if match is None:
            break
        at = match.start()
        before = word_before(lower, at)
        kind = match.lastgroup or ""
        if kind == "about" and words_before == "the":
            break  # "more about the five people"
        if kind == "plain":
            words_before = " ".join(match[0].split())
            word = " ".join(match[0].split())
            if is_range and word in ("between", "from"):
                begin = at
            if word not in _EMPTY:
                words.append(word)
        else:
            bound = bound if bound in ("least", "more", "most", "less") else kind
            begin = at
    after = _AFTER.match(lower, end) if lower[end : end + 1] in "+ -\n" else None
    if after is not None and not bound:
        return Qualified(begin, after.end(), after.lastgroup or "", tuple(words))
    return Qualified(begin, end, bound, tuple(words))


def _last_word(lower: str, start: int) -> str:
    """The last word before `start`, whatever space stands between."""
    if lower[start - 1 : start] not in (" ", "\n", "~"):
        return ""
    words = _WORD.findall(lower, max(0, start - 20), start)
    return words[-1] if words else ""


def interval(
    value: float, low: float | None, high: float | None, bound: str
) -> tuple[float | None, float | None, bool]:
    """Low, high and whether it is approximate, of a number with its bound; `low`/`high` are those of the bare number."""
    size = abs(value)
    if bound in ("least", "more"):
        return low, None, False
    if bound in ("most", "less"):
        return None, high, False
    if bound == "nearly":
        return (None if low is None else low - SHORT * size), high, True
    if bound == "about":
        return (None if low is None else low - MARGIN * size), (None if high is None else high + MARGIN * size), True
    return low, high, high is None
