"""What a number counts: the head noun after it and the words before that noun."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from storydiff.analysis.lexicon import table, word_set
from storydiff.patterns import late

_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "persons": "people", "person": "people", "peoples": "people",
    "feet": "foot", "teeth": "tooth", "wives": "wife", "lives": "life", "knives": "knife", "leaves": "leaf",
    "thieves": "thief", "others": "other", "police": "police", "personnel": "personnel", "people": "people",
    "buses": "bus", "gases": "gas", "series": "series", "species": "species", "aircraft": "aircraft",
    "troops": "troop", "cattle": "cattle", "staff": "staff", "militia": "militia", "movies": "movie",
}  # fmt: skip
_PLURALS = frozenset({
    "people", "men", "women", "children", "police", "personnel", "feet", "teeth", "aircraft", "cattle", "staff",
    "militia", "series", "species",
})  # fmt: skip
_NOT_PLURAL = re.compile(r"(?:ss|ous|us|is|[’']s)\Z")
_SINGULAR_IN_S = frozenset({"gas", "bus", "was", "his", "has", "as", "is", "its", "yes", "always", "perhaps", "news", "says", "besides", "towards", "sometimes", "afterwards", "christmas", "texas"})  # fmt: skip
_WORD = re.compile(r"[^\S\n]{1,3}((?:[a-z]\.){2,4}(?=\s)|[a-z][\w'’-]*+)")
_FAR = 6
"""The noun is sought in so many words after the number."""


class Counted(NamedTuple):
    """Head noun in the singular, the words before it, where the noun phrase ends; `noun` is "" if there is none."""

    noun: str
    modifiers: tuple[str, ...]
    end: int


def singular(word: str) -> str:
    """The singular of a plural noun in lower case; a singular is given back as it is."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for plural in ("men", "women", "people"):
        if word.endswith(plural) and len(word) > len(plural) + 2:
            return word[: -len(plural)] + _IRREGULAR[plural]
    if not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    return word[:-1]


def is_plural(word: str) -> bool:
    """Whether `word` (lower case) looks like a plural noun."""
    if word in _PLURALS or (word.endswith(("men", "people")) and len(word) > 5):
        return True
    return len(word) > 2 and word[-1] == "s" and word not in _SINGULAR_IN_S and not _NOT_PLURAL.search(word)


@cache
def _stops() -> frozenset[str]:
    return word_set("function_words") | {word for word, _, place in table("tolls") if place != "noun"}


def counted_after(text: str, end: int, limit: int, *, one: bool) -> Counted:
    """What is counted by a number that ends at `end`, looking as far as `limit`; `one`: the number is 1, the noun singular."""
    stops = _stops()
    before: list[str] = []
    last = end
    while len(before) < _FAR and (match := _WORD.match(text, last, limit)) is not None:
        word = match[1]
        if one and word == "shot" and not before:
            return Counted("shot", (), match.end())
        if word in stops and not (word in _STATES and _leads_on(text, match.end())):
            break
        if not one and is_plural(word):
            return Counted(singular(word), tuple(before), match.end())
        if one and before and (word.endswith(("ed", "ing", "ly")) or len(before) == 3):
            break
        before.append(word)
        last = match.end()
    if one and before:
        noun = before.pop()
        return Counted(_IRREGULAR.get(noun, noun), tuple(before), last)
    return Counted("", (before[0],) if before and before[0] in ("more", "other", "additional") else (), end)


_STATES = frozenset({"wounded", "injured", "dead", "missing", "murdered", "slain", "arrested", "captured", "displaced"})
_NOUN_FOLLOWS = late(r"\s{1,3}(?:\w{1,20}\s{1,3})?(?:people|men|women|children|officers|soldiers|civilians|victims|students|men|boys|girls|teens|troops|police|persons|deputies|passengers)\b")  # fmt: skip


def _leads_on(text: str, end: int) -> bool:
    """Whether a state word goes with a noun after it: "two wounded officers", not "two wounded in the attack"."""
    return _NOUN_FOLLOWS().match(text, end) is not None
