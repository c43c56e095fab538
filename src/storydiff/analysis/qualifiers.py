"""Words around a number that open or blur it: "at least", "up to", "about", "nearly", "or more"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from storydiff.analysis.beside import word_before
from storydiff.analysis.lexicon import alternation

_PHRASES = {
    "least": "at least, no fewer than, no less than, a minimum of, minimum of",
    "more": "more than, over, above, upward of, upwards of, in excess of, exceed, exceeds, exceeded, exceeding, greater than, surpassed, "
    "surpassing",
    "most": "up to, as many as, as much as, as high as, at most, no more than, a maximum of",
    "less": "fewer than, less than, under, below, shy of, just fewer than, just less than, just under, just below, just shy of",
    "nearly": "nearly, almost, close to, approaching, just short of",
    "about": "about, around, approximately, roughly, some, an estimated, estimated, approx, approx., circa, perhaps, maybe, or so, "
    "somewhere around, reported, reportedly",
    "plain": "just, only, exactly, another, an additional, the other, other, additional, all, the, as, a further, further, a total of, "
    "total of, including, to, between, from",
}
"""What stands before a number, by what it makes of it; those of "more" may have "well", "slightly" or "just" before them."""
_KINDS = {phrase: kind for kind, phrases in _PHRASES.items() for phrase in phrases.split(", ")}
_KINDS |= {
    f"{degree} {phrase}": "more"
    for phrase, kind in [*_KINDS.items()]
    if kind == "more"
    for degree in ("well", "slightly", "just")
}
_AFTER = re.compile(
    r"(?P<least>\s?\+|[\s-]plus\b|\s{1,3}or\s{1,3}more\b)|(?P<most>\s{1,3}or\s{1,3}(?:less|fewer)\b)|(?P<about>\s{1,3}or\s{1,3}so\b)"
)
_LAST_WORDS = frozenset(phrase.rstrip(".").rpartition(" ")[2] for phrase in _KINDS)
_AFTER_WORDS = frozenset({"", "or", "plus"})  # "" is any other sign
_SIGNS = frozenset(',:;!?)”"')  # after which no phrase goes on
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


def qualified(lower: str, start: int, end: int, before: str, after: str = "", *, is_range: bool = False) -> Qualified:
    """The qualifiers of a number at `start`–`end`; `bound` is least, more, most, less, nearly, about or "".

    `before`: the word before `start` as `word_before` tells it; `after`: the word after `end` as `word_after` does, "" if not asked.
    """
    follows = lower[end : end + 1] in "+ -\n" and after in _AFTER_WORDS and _AFTER.match(lower, end)
    if (before or _last_word(lower, start)) in _LAST_WORDS:
        begin, bound, words = _before(lower, start, before, is_range)
    else:
        begin, bound, words = start, "", ()
    if follows and not bound:
        return Qualified(begin, follows.end(), follows.lastgroup or "", words)
    return Qualified(begin, end, bound, words)


def _before(lower: str, start: int, before: str, is_range: bool) -> tuple[int, str, tuple[str, ...]]:
    """Where the phrases before a number start, what kind of bound they make, the plain words among them."""
    bound = ""
    words: list[str] = []
    begin = at = start
    nearer = ""
    for _ in range(3):
        last = before or _last_word(lower, at)
        if last not in _LAST_WORDS:
            break
        pattern, reach = _ending_in(last)
        match = pattern.search(lower, max(0, at - reach), at)
        if match is None:
            break
        at = match.start()
        before = word_before(lower, at)
        phrase = " ".join(match[1].split())
        kind = _KINDS[phrase]
        if kind == "about" and nearer == "the":
            break  # "more about the five people"
        if kind == "plain":
            nearer = phrase
            if is_range and phrase in ("between", "from"):
                begin = at
            if phrase not in _EMPTY:
                words.append(phrase)
        else:
            bound = bound if bound in ("least", "more", "most", "less") else kind
            begin = at
    return begin, bound, tuple(words)


@cache
def _ending_in(last: str) -> tuple[re.Pattern[str], int]:
    """A pattern for the phrases with `last` as their last word, and how many characters before the number they may begin."""
    phrases = [phrase for phrase in _KINDS if phrase.rstrip(".").rpartition(" ")[2] == last]
    reach = max(len(phrase) + 2 * phrase.count(" ") for phrase in phrases) + 3
    return re.compile(rf"(?<!\w)({alternation(phrases)})[\s~]{{1,3}}\Z"), reach


def _last_word(lower: str, start: int) -> str:
    """The last word before `start`, whatever space stands between."""
    near = lower[max(0, start - 20) : start]
    told = near.rstrip(" \n~")
    if len(told) == len(near) or told[-1:] in _SIGNS:
        return ""
    words = _WORD.findall(told)
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
