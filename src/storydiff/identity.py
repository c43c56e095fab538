"""Whether two names mean the same person, body or place: keys that can be compared across reports."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import DamerauLevenshtein

from storydiff.normalise import fold

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARTICLES = frozenset(
    ["de", "la", "los", "del", "da", "dos", "du", "di", "van", "der", "den", "von", "bin", "ibn", "al", "el", "le", "y"]
)
_SMALL = frozenset({"of", "the", "and", "for", "&", "a", "in", "on", "at"})
_STREETS = {
    "st": "street", "ave": "avenue", "av": "avenue", "blvd": "boulevard", "rd": "road", "dr": "drive", "ln": "lane", "ct": "court",
    "pl": "place", "pkwy": "parkway", "hwy": "highway", "ter": "terrace", "cir": "circle", "sq": "square", "fwy": "freeway",
    "expy": "expressway", "n": "north", "s": "south", "e": "east", "w": "west", "nw": "northwest", "ne": "northeast",
    "sw": "southwest", "se": "southeast", "apt": "apartment", "apts": "apartments",
}  # fmt: skip
_ORDINALS = {
    "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th", "seventh": "7th",
    "eighth": "8th", "ninth": "9th", "tenth": "10th", "eleventh": "11th", "twelfth": "12th",
}  # fmt: skip
_LONG_FORMS = {
    "dept": "department",
    "st": "saint",
    "mt": "mount",
    "ft": "fort",
    "hosp": "hospital",
    "univ": "university",
}
_AT_THE_START = {"st": "saint", "mt": "mount", "ft": "fort"}  # St. Louis, Mt. Pleasant, Ft. Worth
_SAME_LAND = {
    "us": "united states", "usa": "united states", "america": "united states",
    "united states of america": "united states", "uk": "united kingdom", "britain": "united kingdom",
    "great britain": "united kingdom", "washington dc": "washington",
}  # fmt: skip
_NAME_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*\.?")
_VOWELS = r"(?:y[aeiou]{1,2}|[aeiou]{1,3}w?|y)"
_ONSET = r"(?:ch|sh|zh|ts|tz|hs|kw|gw|hw|[bcdfghjklmnpqrstwxyz])"
_SYLLABLE_END = r"(?:ng|[nklmphtb])?"
_TWO_SYLLABLES = re.compile(
    rf"(?=[A-Z][a-z]{{0,5}}-[a-z]{{1,6}}\Z)(?i:{_ONSET})?(?i:{_VOWELS}){_SYLLABLE_END}-{_ONSET}?{_VOWELS}{_SYLLABLE_END}"
)
_NICKNAME = re.compile(r"[\"'(][^\"'()]{1,24}[\"')](?=\s)")


@lru_cache(maxsize=1 << 15)
def name_parts(text: str) -> tuple[str, str]:
    """First and last name of a person, folded, without middle names, nickname and Jr.: "J.D. van Oda, Jr." → ("jd", "van oda").

    One word is a last name.
    """
    words = [word.rstrip(".") for word in _NAME_WORD.findall(_NICKNAME.sub("", _joined_initials(fold(text))))]
    words = [word.replace("'", "") for word in words if word not in _GENERATIONS]
    if len(words) < 2:
        return "", words[0] if words else ""
    if len(words) == 2 and is_two_syllable_given_name(text.rsplit(None, 1)[-1]):
        return words[1], words[0]  # the family name comes first: "Kim Jong-un"
    start = len(words) - 1
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    return words[0], " ".join(words[start:])


@lru_cache(maxsize=1 << 12)
def is_two_syllable_given_name(word: str) -> bool:
    """Whether `word` is written as Korean and Chinese given names are, "Jong-un" or "Wei-ling", and is no English compound."""
    if not _TWO_SYLLABLES.fullmatch(word):
        return False
    return any(part not in _words("common_words") for part in word.lower().split("-"))


def _joined_initials(text: str) -> str:
    return re.sub(r"\b([a-z])\.\s?(?=[a-z]\.)", r"\1", text)


@lru_cache(maxsize=1 << 14)
def body_key(text: str) -> str:
    """Normal form of a body's name: folded, without article, Dept. → department, St. → saint, X Police → X police department."""
    words = [word.removesuffix(".") for word in fold(text).replace("&", "and").split()]
    if words and words[0] == "the":
        words = words[1:]
    words = [_LONG_FORMS.get(word, word) for word in words[:-1]] + words[-1:]
    if len(words) > 1 and words[-1] == "police":
        words.append("department")
    return " ".join(words).replace("sheriffs ", "sheriff's ")


@lru_cache(maxsize=1 << 12)
def initials_of(text: str) -> str:
    """Initials of a body: "Los Angeles Police Department" → LAPD."""
    return "".join(word[0] for word in fold(text).split() if word not in _SMALL).upper()


@lru_cache(maxsize=1 << 14)
def place_key(text: str) -> str:
    """Normal form of a place's name: folded, St. → street (saint at the start), N. → north, Sixth → 6th."""
    words = [word.strip(".,") for word in fold(text).split()]
    words = [word.replace(".", "") if len(word) < 7 else word for word in words]
    words = [
        _AT_THE_START[word] if not index and word in _AT_THE_START else _STREETS.get(word, word)
        for index, word in enumerate(words)
    ]
    key = " ".join(_ORDINALS.get(word, word) for word in words if word != "the")
    return _SAME_LAND.get(key, key)


@cache
def _list(name: str) -> tuple[list[str], ...]:
    path = files("storydiff").joinpath("analysis", "lexicons", "en", f"{name}.txt")
    return tuple(
        line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#")
    )


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(line[0] for line in _list(name))


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    return {name: frozenset(forms.split()) for name, forms in _list("nicknames")}


@cache
def _sexes() -> dict[str, str]:
    return {name: sex for name, sex in _list("first_names")}  # noqa: C416


@cache
def _towns() -> frozenset[str]:
    return frozenset(place_key(row[0]) for row in _list("towns"))


def known_town(key: str) -> bool:
    """Whether `key` (a `place_key`) is a town of the list, and no part of another."""
    return key in _towns()


@lru_cache(maxsize=1 << 14)
def short_forms(a: str, b: str) -> bool:
    """Whether first names `a` and `b` (folded) may be short, pet or initial forms of one another: mike and michael, j and john."""
    if a == b or not a or not b:
        return True
    forms = _nicknames()
    if b in forms.get(a, ()) or a in forms.get(b, ()):
        return True
    short, long = sorted((a, b), key=len)
    if len(short) == 1 or (len(short) == 2 and not _has_vowel(short)):
        return short[0] == long[0]
    sexes = _sexes()
    known = short in sexes and long in sexes
    return len(short) >= 3 and long.startswith(short) and len(long) - len(short) >= 2 and not known


def _has_vowel(name: str) -> bool:
    return any(letter in "aeiouy" for letter in name)


def slip(a: str, b: str, most: int = 2) -> bool:
    """Whether `a` and `b` (folded) look like one name with a slip of the pen in it: the same first letter, and one or, in longer
    names, two letters wrong."""
    if a == b or min(len(a), len(b)) < 4 or abs(len(a) - len(b)) > most:
        return False
    allowed = most if min(len(a), len(b)) >= 6 else 1
    return a[0] == b[0] and DamerauLevenshtein.distance(a, b, score_cutoff=allowed) <= allowed


def same_person(one: str, other: str) -> bool:
    """Whether two full names are of one person: the same, with a short first name, or one slip of the pen apart."""
    if one == other:
        return True
    a, b = one.split(), other.split()
    if a[-1] == b[-1]:
        return a[0] == b[0] or short_forms(a[0], b[0]) or slip(a[0], b[0])
    return a[0] == b[0] and slip(a[-1], b[-1])


def known_first_name(word: str) -> bool:
    """Whether `word` (folded) is a common first name."""
    return word in _sexes()
