"""Places: addresses, blocks, crossings, streets, neighbourhoods, towns, hospitals, and places told by distance from another."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache

from storydiff.analysis.lexicon import alternation, word_set
from storydiff.analysis.name_patterns import UPPER, first_names, lands, name_heads, plain, states, suffixes
from storydiff.analysis.place_patterns import (
    ADDRESS,
    AREA,
    BARE_ADDRESS,
    BLOCK,
    COMPASS_AREA,
    CORNER,
    CROSSING,
    RELATIVE,
    RELATIVE_REACH,
    ROAD,
)
from storydiff.analysis.place_signs import AREA_SIGN, RELATIVE_SIGN, SIDE_SIGN, STREET_SIGN, signs_in
from storydiff.identity import place_key
from storydiff.model import Name, Place, Report, Sentence

_HOSPITAL = re.compile(
    r"(?:hospital|medical cent(?:er|re)|health cent(?:er|re)|trauma cent(?:er|re)|infirmary|clinic|regional medical)\b",
    re.IGNORECASE,
)
# "St. John's" before "Episcopal Hospital": a saint or founder, not the owner of something else.
_OWNER = re.compile(r"(?:St\.|Saint) [A-Z]\w{1,20}['’]s \Z")
_NO_STREET = frozenset(
    {"wall street", "main street", "downing street", "sesame street", "high street", "fleet street", "k street"}
)
_PLURALS = {"streets": "street", "avenues": "avenue", "aves": "avenue", "roads": "road", "drives": "drive"}
# Streets are told in sentences with one of these, which is much sooner found than the street.
_STREET_WORDS = (
    "St Street Square Ave Alley Blvd Boulevard Broadway Rd Road Route Dr Drive Lane Ln Loop Terrace Trail Turnpike Parkway Pkwy Pike"
    " Place Highway Hwy Expressway Interstate I- Court Ct Circle Way street ave boulevard road drive lane highway".split()
)
_STREET_SIGN = re.compile(
    rf"[\s(“\"‘'—–/-](?:{alternation((*_STREET_WORDS, 'block of ', 'corner of ', 'intersection of '))}"
    r"|(?<= )and (?<=\d(?:th|nd|st|rd) and ))"
)
_NO_PLACES = frozenset({"byline", "credit", "boilerplate"})


def find_places(report: Report, sentences: Sequence[Sentence], names: Sequence[Name]) -> tuple[Place, ...]:
    """The places of `report`, in reading order; a place inside another's words (the street of an address) is not told again."""
    text = report.text
    found: list[Place] = []
    for number, signs in sorted(_signs_of_sentences(text, sentences).items()):
        sentence = sentences[number]
        if sentence.kind not in _NO_PLACES:
            for kind, read in _READERS:
                if kind in signs and (kind != STREET_SIGN or not number or _has_street_sign(text, sentence)):
                    found.extend(read(report.sigil, text, sentence, signs[kind]))
    found.extend(_bare_addresses(report.sigil, text, found))
    taken = sorted((place.start, place.end) for place in found if place.kind != "relative")
    found.extend(_named(report.sigil, text, names, taken))
    return tuple(sorted(found, key=lambda place: (place.start, -place.end)))


_Signs = dict[str, list[int]]


def _signs_of_sentences(text: str, sentences: Sequence[Sentence]) -> dict[int, _Signs]:
    """By the index of a sentence, which kinds of places it may hold and where their signs are, for those that may hold one."""
    starts = [sentence.start for sentence in sentences]
    found: dict[int, _Signs] = {}
    for offset, kind in signs_in(text):
        number = bisect_right(starts, offset) - 1
        if number >= 0:
            found.setdefault(number, {}).setdefault(kind, []).append(offset)
    return found


def _has_street_sign(text: str, sentence: Sentence) -> bool:
    return _STREET_SIGN.search(text, max(0, sentence.start - 1), sentence.end) is not None


def _on_streets(sigil: str, text: str, sentence: Sentence, signs: Sequence[int]) -> Iterator[Place]:
    """Blocks, addresses, crossings and streets of a sentence, the fullest form of each."""
    start, end = sentence.start, sentence.end
    taken: list[tuple[int, int]] = []
    for pattern, sign, make in _STREET_FORMS:
        if sign.search(text, start, end) is None:
            continue
        for match in pattern().finditer(text, start, end):
            if (place := make(sigil, match)) is not None and not _overlaps(taken, place.start, place.end):
                insort(taken, (place.start, place.end))
                yield place


def street_key(words: str) -> str:
    """Normal form of a street: "W. Sixth St." → "west 6th street"."""
    parts = place_key(words.rstrip(".,").replace("I-", "Interstate ")).split()
    return " ".join(_PLURALS.get(part, part) for part in parts)


def _place(sigil: str, match: re.Match[str], start: int, end: int, kind: str, key: str, within: str = "") -> Place:
    return Place(sigil, start, end, match.string[start:end], kind, key, within)


def _number(match: re.Match[str]) -> str:
    return re.split(r"[-–]", match["number"])[0].replace(",", "")


def _block(sigil: str, match: re.Match[str]) -> Place | None:
    key = street_key(match["street"])
    number = _number(match)
    if " hundred block" in match[0] or "-hundred block" in match[0]:
        number += "00"
    return _place(sigil, match, match.start(), _end(match), "block", f"{number} block {key}")


def _address(sigil: str, match: re.Match[str]) -> Place | None:
    first = plain(match["street"].split()[0])
    if first in word_set("no_names") or first in ("people", "officers") or _number(match).startswith("0"):
        return None
    return _place(
        sigil, match, match.start(), _end(match), "address", f"{_number(match)} {street_key(match['street'])}"
    )


def _crossing(sigil: str, match: re.Match[str]) -> Place | None:
    groups = match.groupdict()
    one, two = groups.get("one") or groups.get("left") or "", groups.get("two") or groups.get("right") or ""
    ends = [_has_ending(one), _has_ending(two)]
    ordinals = [one.split()[-1][:1].isdigit() or one[:1].isdigit(), two[:1].isdigit()]
    corner = "left" not in groups
    if (
        not corner
        and not (any(ends) and (all(ends) or any(ordinals) or _plural(two) or groups.get("one")))
        and not all(ordinals)
    ):
        return None
    words = [one.split()[0], two.split()[0]]
    if any(
        word in word_set("no_names") or (word in first_names() and not ends[i])
        for i, word in enumerate(map(plain, words))
    ):
        return None
    if (
        groups.get("one")
        and not corner
        and not ends[1]
        and (two in lands() or two.split()[0] in ("The", "Police", "A", "An", "In"))
    ):
        return None
    left, right = street_key(one), street_key(two)
    if _plural(two) and not ends[0]:
        left = f"{left} {right.rsplit(' ', 1)[-1]}"
    start = match.start("one") if groups.get("one") else match.start("left")
    return _place(sigil, match, start, _end(match), "intersection", " & ".join(sorted((left, right))))


def _plural(words: str) -> bool:
    return words.rsplit(" ", 1)[-1].lower().rstrip(".") in _PLURALS


_ENDINGS = frozenset(
    [
        "street",
        "avenue",
        "boulevard",
        "road",
        "drive",
        "lane",
        "terrace",
        "parkway",
        "highway",
        "trail",
        "pike",
        "freeway",
        "expressway",
    ]
)


def _has_ending(words: str) -> bool:
    parts = street_key(words).split()
    return any(part in _ENDINGS for part in parts[-2:]) or bool(
        re.match(r"(?:Interstate|I-|U\.?S|State|Highway|Route)", words)
    )


def _road(sigil: str, match: re.Match[str]) -> Place | None:
    key = street_key(match[0])
    if key in _NO_STREET or plain(match[0].split()[0]) in word_set("no_name_starts"):
        return None
    return _place(sigil, match, match.start(), _end(match), "street", key)


def _end(match: re.Match[str]) -> int:
    """The end of `match` without a full stop that is the sentence's own, not that of "St."."""
    last = match[0].rsplit(" ", 1)[-1]
    return match.end() - (last.endswith(".") and len(last) > 5)


def _bare_addresses(sigil: str, text: str, found: Sequence[Place]) -> Iterator[Place]:
    """ "At 3500 Fannin": a number before a name that the report elsewhere gives as a street."""
    streets: dict[str, str] = {}
    for place in found:
        if place.kind in ("street", "block", "address"):
            key = re.sub(r"^\d+ (?:block )?", "", place.key)
            streets.setdefault(key.split()[0], key)
            streets.setdefault(key.rsplit(" ", 1)[0], key)
    if not streets:
        return
    taken = sorted((place.start, place.end) for place in found)
    for match in BARE_ADDRESS.finditer(text):
        key = place_key(match["street"])
        place = _place(
            sigil, match, match.start("all"), match.end("all"), "address", f"{match['number']} {streets.get(key, '')}"
        )
        if key in streets and not _overlaps(taken, place.start, place.end):
            yield place


def _relative(sigil: str, text: str, sentence: Sentence, signs: Sequence[int]) -> Iterator[Place]:
    for match in RELATIVE().finditer(text, max(sentence.start, min(signs) - RELATIVE_REACH), sentence.end):
        side = (match["side"] or match["side2"] or "").replace("-", "").replace(" ", "").removesuffix("ern")
        target = place_key(match["target"] or match["target2"])
        scale = (match["scale"] or "").rstrip("s")
        site = scale in ("house", "building", "door") and (match["count"] or "").lower().startswith(
            "a"
        )  # "a house south of"
        distance = f"{match['count'].lower()} {scale} " if match["count"] and not site else ""
        relation = f"{side} of" if side else "from"
        yield _place(
            sigil,
            match,
            match.start("side") if site and side else match.start(),
            _end(match),
            "relative",
            f"{distance}{relation} {target}",
            target,
        )


def _parts_of_town(sigil: str, text: str, sentence: Sentence, signs: Sequence[int]) -> Iterator[Place]:
    """ "southeast Saltby": a side before a name that is no street's."""
    reached = 0
    for sign in sorted(signs):
        match = COMPASS_AREA().match(text, sign, sentence.end)
        if match is None or sign < reached:
            continue
        reached = match.end()
        target = place_key(match["target"])
        if not _has_ending(match["target"]) and plain(match["target"].split()[0]) not in word_set("no_names"):
            yield _place(
                sigil, match, match.start(), _end(match), "relative", f"{match['side'].lower()} of {target}", target
            )


def _areas(sigil: str, text: str, sentence: Sentence, signs: Sequence[int]) -> Iterator[Place]:
    for match in AREA().finditer(text, sentence.start, sentence.end):
        group = "name" if match["name"] else "name2"
        name = match[group]
        if plain(name.split()[0]) in word_set("no_name_starts") | word_set("no_names") or name in lands():
            continue
        yield _place(sigil, match, match.start(group), match.end(group), "neighbourhood", place_key(name))


def _named(sigil: str, text: str, names: Sequence[Name], taken: Sequence[tuple[int, int]]) -> Iterator[Place]:
    """Towns, counties, states, countries, hospitals and other sites among the names, where no place is `taken`."""
    for index, name in enumerate(names):
        kind, start, end = name.kind, name.start, name.end
        if kind == "place":
            if not _overlaps(taken, start, end):
                level = _level(name.text)
                within = _within(text, name, names[index + 1 : index + 2]) if level in ("town", "county") else ""
                yield Place(sigil, start, end, name.text, level, name.key, within)
        elif kind == "organisation":
            site = _site(name.text)
            key = name.key
            if site == "hospital" or (key.startswith("saint ") and _HOSPITAL.search(key)):
                if (owner := _OWNER.search(text, max(0, start - 40), start)) is not None:
                    start, key = owner.start(), f"{place_key(owner[0])} {key}"
                if not _overlaps(taken, start, end):
                    yield Place(sigil, start, end, text[start:end], "hospital", key)
            elif site and not _overlaps(taken, start, end):
                yield Place(sigil, start, end, name.text, site, key)


def _within(text: str, name: Name, following: Sequence[Name]) -> str:
    """Key of the land named right behind the town or county `name`: "Saltby, Ohio"."""
    if text.startswith(", ", name.end) and following and following[0].start == name.end + 2:
        return following[0].key if following[0].text in lands() else ""
    return ""


# How streets are told, the fullest form first, and what stands in each and is sooner found.
_STREET_FORMS = (
    (BLOCK, re.compile("block of "), _block),
    (ADDRESS, re.compile(rf"\d [{UPPER}\d]"), _address),
    (CORNER, re.compile("(?:corner|intersection) of "), _crossing),
    (CROSSING, re.compile(rf" (?:and|&|at|near|off)(?: the)? [{UPPER}\d]"), _crossing),
    (ROAD, re.compile(""), _road),
)

_READERS: tuple[tuple[str, Callable[[str, str, Sentence, Sequence[int]], Iterator[Place]]], ...] = (
    (STREET_SIGN, _on_streets),
    (RELATIVE_SIGN, _relative),
    (SIDE_SIGN, _parts_of_town),
    (AREA_SIGN, _areas),
)


@lru_cache(maxsize=1 << 13)
def _site(name: str) -> str:
    """What kind of site the body `name` is: hospital, venue, or "" for none."""
    if _HOSPITAL.search(name):
        return "hospital"
    return "venue" if plain(name.rsplit(" ", 1)[-1]) in _venues() or _is_house(name) else ""


def _is_house(name: str) -> bool:
    """ "Club Marrow", "Hotel Saltby": the kind of house comes first."""
    first, space, _ = name.partition(" ")
    return bool(space) and plain(first) in name_heads("site")


@cache
def _venues() -> frozenset[str]:
    return frozenset(word for word, kind in suffixes().items() if kind == "site") | {
        "church",
        "school",
        "university",
        "college",
    }


@lru_cache(maxsize=1 << 13)
def _level(name: str) -> str:
    if name in states():
        return "state"
    if lands().get(name) == "country":
        return "country"
    last = plain(name.rsplit(" ", 1)[-1])
    return "county" if last in ("county", "parish") else "town"


def _overlaps(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the neighbours in `taken` (sorted) shares a character with `[start, end)`."""
    index = bisect_right(taken, (start, end))
    return (index > 0 and taken[index - 1][1] > start) or (index < len(taken) and taken[index][0] < end)
