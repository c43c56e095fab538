"""Which sentences may hold a street, a distance, a side or a part of a town: those with the words that such a place is told by.

The patterns of places are long and slow. Most sentences hold none of these words, or hold them where no place can be ("the street").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import filterfalse

from storydiff.analysis.name_patterns import UPPER
from storydiff.analysis.words import words_of
from storydiff.normalise import lower

STREET_SIGN, RELATIVE_SIGN, SIDE_SIGN, AREA_SIGN = "street", "relative", "side", "area"

# All of it in lower case. What a street's name ends in, and what it may only end in behind a house number.
_ENDINGS = (
    "street streets st avenue avenues ave aves av boulevard blvd road roads rd drive drives dr lane ln terrace ter parkway pkwy highway"
    " hwy trail pike freeway fwy expressway expy turnpike alley".split()
)
_LOOSE_ENDINGS = "court ct place pl way circle cir loop square row run path cove crossing plaza broadway".split()
_NUMBERED = "interstate us route sr loop exit state states".split()  # and "5th and State"
_BEFORE_STREETS = "block corner intersection".split()
_SIDES = "north south east west northeast northwest southeast southwest".split()
_AREAS = "neighborhood neighbourhood subdivision section community suburb".split()

_ORDINALS = ("st", "nd", "rd", "th")
_NUMBERED_ROADS = ("interstate", "road", "route", "highway", "hwy", "sr", "loop", "exit")  # "Hwy12"

_JOINED_TO = (" and ", " at ", " & ")
_NUMBER_BEHIND = re.compile(r"(?:\.?S)?\.?[ -]{0,2}\d")  # also of "U.S. 12"
_CAPITAL_BEHIND = re.compile(rf" [{UPPER}]")
_OF = (" of ", "- of ", "  of ")
_LONGEST_WORD = 40
_DISTANCES = (
    "away from ", ") from ", "mi from ", "mile from ", "miles from ", "km from ", "meter from ", "meters from ", "metre from ",
    "metres from ", "block from ", "blocks from ", "feet from ", "yard from ", "yards from ", "house from ", "houses from ",
    "door from ", "doors from ", "building from ", "buildings from ",
)  # fmt: skip


def signs_in(text: str) -> Iterator[tuple[int, str]]:
    """Where in `text` stands what tells a place, and which kind of place. The kind may not be there; without a sign it is not."""
    _, starts, numbers = words_of(lower(text))
    tests = _tests()
    for word in numbers.keys() & tests.keys():
        for kind, may_be in tests[word]:
            for number in numbers[word]:
                start = starts[number]
                if may_be(text, start, start + len(word)):
                    yield start, kind
    for word in filterfalse(str.isalpha, numbers):
        if word.isdecimal():
            continue
        if word.endswith(_ORDINALS) and word[0].isdigit():
            for start in [starts[number] for number in numbers[word]]:
                if _is_joined(text, start, start + len(word)):
                    yield start, STREET_SIGN
        elif word.startswith(_NUMBERED_ROADS):
            yield from [(starts[number], STREET_SIGN) for number in numbers[word]]


_Test = Callable[[str, int, int], bool]


@cache
def _tests() -> dict[str, tuple[tuple[str, _Test], ...]]:
    """By word, what it may tell, and what must hold where it stands."""
    found: dict[str, tuple[tuple[str, _Test], ...]] = {"from": ((RELATIVE_SIGN, _is_distance),)}

    def add(words: Iterable[str], kind: str, test: _Test) -> None:
        for word in words:
            found[word] = (*found.get(word, ()), (kind, test))

    add(_ENDINGS, STREET_SIGN, _is_ending)
    add(_LOOSE_ENDINGS, STREET_SIGN, _is_loose_ending)
    add("i", STREET_SIGN, _has_hyphen)  # "I-12"
    add("u", STREET_SIGN, _is_numbered)  # "U.S. 12"
    add(_NUMBERED, STREET_SIGN, _is_numbered_or_joined)
    add(_BEFORE_STREETS, STREET_SIGN, _has_of)
    add(_AREAS, AREA_SIGN, _is_area)
    for side in _SIDES:
        add((side, f"{side}ern"), SIDE_SIGN, _has_name)
        add((side, f"{side}ern"), RELATIVE_SIGN, _has_of)
    return found


def _is_ending(text: str, start: int, end: int) -> bool:
    return _is_behind_name(text, start) or _is_numbered_or_joined(text, start, end)


def _is_loose_ending(text: str, start: int, end: int) -> bool:
    return text[start].isupper() and _is_behind_name(text, start)


def _is_numbered(text: str, start: int, end: int) -> bool:
    return _NUMBER_BEHIND.match(text, end) is not None


def _is_numbered_or_joined(text: str, start: int, end: int) -> bool:
    return _is_numbered(text, start, end) or (text[start].isupper() and _is_joined(text, start, end))


def _has_hyphen(text: str, start: int, end: int) -> bool:
    return text.startswith("-", end)


def _is_area(text: str, start: int, end: int) -> bool:
    return _has_of(text, start, end) or _is_behind_name(text, start)


def _is_behind_name(text: str, start: int) -> bool:
    """Whether the word before `start` may be a name or number: anything but a plain word in small letters."""
    if text[start - 1 : start] != " ":
        return False
    before = text[max(0, start - _LONGEST_WORD) : start - 1].rpartition(" ")[2]
    return not (before.isalpha() and before.islower() and before.isascii())


def _is_joined(text: str, start: int, end: int) -> bool:
    """Whether it is one of two: "5th and …"."""
    return text.startswith(_JOINED_TO, end) or text.endswith(_JOINED_TO, 0, start)


def _is_distance(text: str, start: int, end: int) -> bool:
    return text.endswith(_DISTANCES, 0, end + 1)


def _has_of(text: str, start: int, end: int) -> bool:
    return text.startswith(_OF, end)


def _has_name(text: str, start: int, end: int) -> bool:
    return _CAPITAL_BEHIND.match(text, end) is not None
