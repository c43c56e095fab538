"""What a run of capitalised words looks like, as one compiled pattern, and the word lists that tell names apart."""

from __future__ import annotations

import re
from functools import cache

from storydiff.analysis.lexicon import table, word_set
from storydiff.patterns import late

# Capitals, inside [ ]. Where capitals and small letters alternate (from Ā on) all count: a range is compiled at once, single letters
# one by one wherever the class is used.
UPPER = "A-ZÀ-ÖØ-ÞĀ-ɏ"
_AFTER_INITIAL = rf"\.(?:-?[{UPPER}]\.){{0,4}}+"
_AFTER_CAPITAL = r"[\w&]*+(?:(?=['’-])(?:['’](?!s\b)\w++){0,3}(?:-\w++(?:['’](?!s\b)\w++)?){0,4})?"
_INITIALS = rf"[{UPPER}]{_AFTER_INITIAL}"
_WORD = rf"[{UPPER}]{_AFTER_CAPITAL}"
_PREFIXED = rf"(?:al|el|an|as|ash|at|ad|ul|iran)-[{UPPER}]\w*+"
_POINT = rf"(?:\.(?<!\w{{7}}\.)(?=,| {{1,2}}[{UPPER}]))"  # of an abbreviation: "Lt. ", "Mo.,"; a sentence's own point is out of sight
TOKEN = rf"(?:{_INITIALS}|{_WORD}{_POINT}?|{_PREFIXED})"
# Words of a body or site that may follow a possessive inside one name: "Sheriff's Office", "Children's Hospital".
_OWNED = (
    r"(?:Office|Department|Dept|Deputy|Deputies|Detective|Sgt|Lt|Capt|Hospital|Association|Union|Center|Centre|Club|Party|Church|School"
    r"|College|Cathedral|Day|Eve|Court|Bar|Restaurant|Nightclub|Supper\ Club|Supperclub|Lounge|Grill|Pub|Store|Market|Police|Attorney|Investigator)\b"
)
_LINK = r"(?:of the|of|for the|for|and|&|the|de la|de los|de|del|da|dos|du|di|la|van der|van den|van|von|der|den|bin|ibn|al|el|le|y) "
_NICKNAME = rf"[\"“'‘(][{UPPER}][\w.-]{{1,20}}[\"”'’)] "
# Told by its first sign, most words being followed by a blank and a small letter.
_JOIN = rf"(?: {{1,2}}(?:(?=[abdefilotvy&\"“'‘(])(?:{_NICKNAME}|{_LINK}))?|['’]s? (?={_OWNED}))"
_GENERATION = r"(?:,? (?:Jr\b\.?|Sr\b\.?|III\b|II\b|IV\b))"

SEQUENCE = late(rf"(?<![\w'’@#/&.-]){TOKEN}(?:{_JOIN}{TOKEN}){{0,14}}+{_GENERATION}?")
# The same for a text without "al-…": it begins with the capital, to which the engine leaps.
_AFTER = rf"(?:{_AFTER_INITIAL}|{_AFTER_CAPITAL}{_POINT}?)"
_PLAIN_SEQUENCE = re.compile(rf"[{UPPER}](?<![\w'’@#/&.-].){_AFTER}(?:{_JOIN}[{UPPER}]{_AFTER}){{0,14}}+{_GENERATION}?")
_PREFIX = re.compile(rf"-[{UPPER}](?<=[lnshtd]-.)")
# The parts of a run; a point at its very end belongs to the last word ("Jr.").
PIECE = re.compile(
    rf"{_INITIALS}|{_WORD}(?:{_POINT}|\.$)?|{_PREFIXED}|[\"“'‘(][{UPPER}][\w.-]{{1,20}}[\"”'’)]|(?<!['’])\b[a-z]++|&"
)
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
LINKS = frozenset({"of", "for", "and", "&", "the"})
PARTICLES = frozenset(
    ["de", "la", "los", "del", "da", "dos", "du", "di", "van", "der", "den", "von", "bin", "ibn", "al", "el", "le", "y"]
)


def sequence_in(text: str) -> re.Pattern[str]:
    """What finds the runs of capitalised words in `text`: `SEQUENCE` or a faster pattern that finds the same there."""
    return SEQUENCE() if _PREFIX.search(text) else _PLAIN_SEQUENCE


def plain(token: str) -> str:
    """`token` for a look-up: lower case, straight apostrophe, no final point."""
    return token.lower().replace("’", "'").removesuffix(".")


@cache
def first_names() -> dict[str, str]:
    """First name → m, f or u (both)."""
    return {row[0]: row[1] for row in table("first_names")}


@cache
def suffixes() -> dict[str, str]:
    """Last word of a name → body, site, street, land."""
    return {row[0]: row[1] for row in table("name_suffixes")}


@cache
def titles() -> dict[str, tuple[str, str]]:
    """Title, role or relation, without points and possessive s → its normal form and field."""
    return {
        " ".join(plain(word).removesuffix("'s") for word in row[0].split()): (row[1], row[2]) for row in table("roles")
    }


@cache
def bodies() -> dict[str, str]:
    """Initials → long form of a body."""
    return {row[0]: row[1] for row in table("bodies")}


@cache
def long_bodies() -> dict[str, str]:
    """Long form, lower case → long form."""
    return {row[1].lower(): row[1] for row in table("bodies")}


@cache
def name_heads(how: str) -> frozenset[str]:
    """First words of names that go on in the way `how`: of, for, compass, land."""
    return frozenset(row[0] for row in table("name_heads") if row[1] == how)


@cache
def states() -> dict[str, str]:
    """State, its abbreviation or code → the state."""
    found = {}
    for name, *others in table("us_states"):
        found[name] = name
        for other in others[0].split(",") if others else ():
            found[other] = name
    return found


@cache
def lands() -> dict[str, str]:
    """Towns, states and countries, as written → land (a country or state) or town."""
    found = dict.fromkeys(word_set("towns"), "town")
    found.update(dict.fromkeys(states(), "state"))
    found.update(dict.fromkeys(word_set("countries"), "country"))
    return found


def is_common(word: str) -> bool:
    """Whether `word`, lower case, is a plain English word or an inflected form of one."""
    common = word_set("common_words")
    if word in common:
        return True
    stem = word.removesuffix("ly") if word.endswith("ly") else word.removesuffix("s")
    return stem != word and stem in common
