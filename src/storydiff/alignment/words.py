"""Words of a sentence brought down to stems, numbers and same-act concepts, for telling whether two sentences tell the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from storydiff.normalise import MONTH_WORDS, WEEKDAYS, typography

_CALENDAR = WEEKDAYS | MONTH_WORDS - {"may"}
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)?")
_PLURAL_AFTER = ("ss", "us", "is")
_ENDINGS = (
    "ization", "isation", "ational", "fulness", "iveness", "ation", "ition", "ators", "ating", "ator", "ated", "ates",
    "ously", "ment", "ness", "able", "ible", "ance", "ence", "tion", "sion", "ity", "ate", "ion", "ive", "ful", "ous",
    "ery", "ant", "ent", "ism", "ist", "ing", "al", "er", "or", "ly", "ed", "en",
)  # fmt: skip
_SHORTEST_STEM = 3


class Token(NamedTuple):
    """A word: as written, lower case, stem. `kind`: number, calendar (weekdays, months), light (tells little), word."""

    written: str
    lower: str
    stem: str
    kind: str


def tokens(text: str) -> list[Token]:
    """The words and numbers of `text`."""
    return [_token(written) for written in _TOKEN.findall(typography(text))]


@lru_cache(maxsize=1 << 16)
def _token(written: str) -> Token:
    written = written.removesuffix("'s").removesuffix("'S")
    lower = written.lower()
    short = stem(lower)
    return Token(written, lower, short, _kind(lower, short))


def _kind(lower: str, short: str) -> str:
    if short[0].isdigit():
        return "number"
    if lower in _CALENDAR:
        return "calendar"
    return "light" if lower in light_words() or len(lower) < 2 else "word"


def stem(word: str) -> str:
    """A short form shared by the inflected and most derived forms of `word` (lower case)."""
    if word in number_words():
        return number_words()[word]
    if word[0].isdigit():
        return _number(word)
    word = irregular_forms().get(word, word)
    if len(word) > _SHORTEST_STEM:
        word = _without_inflection(word)
        word = irregular_forms().get(word, word)
        word = _without_ending(word)
    return word


def _number(written: str) -> str:
    plain = written.replace(",", "")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _without_inflection(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(_PLURAL_AFTER):
        return word[:-1]
    return word


def _without_ending(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    if len(word) > _SHORTEST_STEM and word[-1] == "e":
        word = word[:-1]
    elif word[-1] == "y":
        word = word[:-1] + "i"
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2]:
        word = word[:-1]
    return word


# --- word lists -----------------------------------------------------------------------------------------------------


class Acts(NamedTuple):
    """Same-act clusters: stem → its clusters; first stem → phrases (stems, cluster) that begin with it."""

    words: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@cache
def acts() -> Acts:
    """The clusters of `same_acts.txt`. A cluster's name starts with `#`, so that it is never a stem."""
    words: dict[str, list[str]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in _lines("same_acts"):
        entries = [tuple(token.stem for token in tokens(entry)) for entry in line.split(",")]
        cluster = "#" + "-".join(entries[0])
        for entry in entries:
            if len(entry) == 1:
                if cluster not in words.setdefault(entry[0], []):
                    words[entry[0]].append(cluster)
            elif (entry, cluster) not in phrases.setdefault(entry[0], []):
                phrases[entry[0]].append((entry, cluster))
    return Acts(
        {word: tuple(found) for word, found in words.items()},
        {word: tuple(found) for word, found in phrases.items()},
    )


@cache
def light_words() -> frozenset[str]:
    """Words, lower case, that carry little of what a sentence tells."""
    return frozenset(word for line in _lines("light_words") for word in line.split())


@cache
def irregular_forms() -> dict[str, str]:
    """Irregular form → base form."""
    found: dict[str, str] = {}
    for line in _lines("irregular_forms"):
        base, *forms = line.split()
        found.update(dict.fromkeys(forms, base))
    return found


@cache
def number_words() -> dict[str, str]:
    """Number word → its digits."""
    return dict(line.split() for line in _lines("number_words"))


@cache
def first_names() -> dict[str, str]:
    """Given name, lower case → m or f."""
    return dict(line.split() for line in _lines("first_names"))


def _lines(name: str) -> Iterator[str]:
    text = files("storydiff.alignment").joinpath("lexicons", "en", f"{name}.txt").read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))
