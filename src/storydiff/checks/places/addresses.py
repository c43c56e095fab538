"""Addresses, streets, hospitals and sides of a town that reports give differently: what cannot both be so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from storydiff.checks.common.apart import Apart
from storydiff.checks.common.linked import found_in_links
from storydiff.identity import name_parts
from storydiff.model import Alignment, Analysis, Link, Mention, Place, Sentence, Verdict, within
from storydiff.patterns import late

_ADDRESS = late(r"(\d+)( block)? (.+)")
_SIDES = frozenset(["north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"])
_ENDINGS = frozenset(
    ["street", "avenue", "boulevard", "road", "drive", "lane", "court", "place", "parkway", "highway", "terrace", "circle", "way", "trail"]
)  # fmt: skip
_ON_STREETS = frozenset({"address", "block", "street"})
# Words of a hospital's name that do not tell it from another.
_PLAIN = frozenset(
    ["hospital", "medical", "center", "centre", "health", "the", "of", "at", "and", "trauma", "clinic", "university"]
)


class Street(NamedTuple):
    """A street apart: house number (0 if none), whether it is a block's, side, bare name, ending."""

    number: int
    block: bool
    side: str
    base: str
    ending: str


def street(place: Place) -> Street:
    """`place` (an address, block or street) taken apart."""
    match = _ADDRESS().fullmatch(place.key) if place.kind in ("address", "block") else None
    words = (match[3] if match else place.key).split()
    side = next((word for word in (words[0], words[-1]) if word in _SIDES and len(words) > 1), "")
    words = [word for word in words if word not in _SIDES] or words
    ending = words[-1] if len(words) > 1 and words[-1] in _ENDINGS else ""
    base = " ".join(words[:-1] if ending else words)
    base = _ordinal(base) if base.isdigit() and ending in ("street", "avenue") else base  # "NW 36 Street"
    return Street(int(match[1]) if match else 0, bool(match and match[2]), side, base, ending)


def _ordinal(number: str) -> str:
    """36 → 36th, 1 → 1st."""
    teen = number[-2:-1] == "1"
    return number + ("th" if teen else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th"))


def _shown(key: str) -> str:
    return " ".join(word if word[0].isdigit() else word.capitalize() for word in key.split())


def same_street(one: Street, other: Street) -> bool:
    """Whether the two may be one street: same name, and side and ending the same or left out."""
    return (
        one.base == other.base
        and (not one.ending or not other.ending or one.ending == other.ending)
        and (not one.side or not other.side or one.side == other.side)
    )


def compatible(one: Street, other: Street) -> bool:
    """Whether two numbers on one street may be one place: equal, or a house of the block."""
    if one.number == other.number or not one.number or not other.number:
        return True
    return (one.block or other.block) and one.number // 100 == other.number // 100


def numbers(alignment: Alignment) -> Iterator[Apart]:
    """House numbers on one street that differ: in sentences that tell the same, or, less surely, in reports that have no number in common."""
    on_street: dict[str, dict[str, list[tuple[Street, Place]]]] = defaultdict(lambda: defaultdict(list))
    for analysis in alignment.analyses:
        for place in analysis.places:
            if place.kind in ("address", "block") and (at := street(place)).number:
                on_street[at.base][analysis.sigil].append((at, place))
    for base, by_report in sorted(on_street.items()):
        linked = [
            (a, b)
            for link in alignment.links
            for a, b in _pairs(by_report, link)
            if a[0].number not in _all(by_report[b[1].sigil]) and b[0].number not in _all(by_report[a[1].sigil])
        ]
        strangers = [
            pair
            for one, other in combinations(sorted(by_report), 2)
            if not any(compatible(a, b) for a, _ in by_report[one] for b, _ in by_report[other])
            for pair in ((a, b) for a in by_report[one] for b in by_report[other])
        ]
        readings: dict[str, list[Mention]] = {}
        for pair in (*linked, *strangers):
            if same_street(pair[0][0], pair[1][0]) and not compatible(pair[0][0], pair[1][0]):
                for at, place in pair:
                    readings.setdefault(f"{at.number}{' block' if at.block else ''}", []).append(place)
        if len(readings) > 1:
            yield Apart(f"number on {_shown(base)}", readings, "different numbers on one street", bool(linked))


def _all(found: Sequence[tuple[Street, Place]]) -> set[int]:
    return {at.number for at, _ in found}


def _pairs(
    by_report: dict[str, list[tuple[Street, Place]]], link: Link
) -> Iterator[tuple[tuple[Street, Place], tuple[Street, Place]]]:
    left, right = (
        [pair for pair in by_report.get(side.sigil, ()) if side.start <= pair[1].start < side.end]
        for side in (link.a, link.b)
    )
    if len(left) == len(right) == 1:
        yield left[0], right[0]


def streets(alignment: Alignment) -> Iterator[Apart]:
    """One street with two endings or on two sides of the town, where each report has one of them only."""

    def differ(a: Place, b: Place) -> bool:
        one, other = street(a), street(b)
        return one.base == other.base and compatible(one, other) and not same_street(one, other)

    yield from _in_links(
        alignment, _ON_STREETS, differ, lambda a: _shown(street(a).base), "street or side of the town differ"
    )


def hospitals(alignment: Alignment) -> Iterator[Apart]:
    """Different hospitals in sentences that tell the same."""

    def differ(a: Place, b: Place) -> bool:
        one, other = (set(re.findall(r"[^\W_]+", place.key)) - _PLAIN for place in (a, b))
        return bool(one and other) and not one & other

    yield from _in_links(
        alignment, frozenset({"hospital"}), differ, lambda _: "the hospital", "two hospitals", of_one=True
    )


def sides(alignment: Alignment) -> Iterator[Apart]:
    """A place on different sides of one other place."""

    def differ(a: Place, b: Place) -> bool:
        one, other = (set(place.key.split()) & _SIDES for place in (a, b))
        alike = (" of " in a.text) == (" of " in b.text)  # north Saltby lies in Saltby, north of Saltby does not
        return alike and a.within == b.within and bool(one and other) and one != other

    for apart in _in_links(
        alignment, frozenset({"relative"}), differ, lambda a: f"side of {_shown(a.within)}", "different sides"
    ):
        told = [side for key in apart.readings for side in key.split() if side in _SIDES]
        near = any(one != other and one in other for one in told for other in told)  # south, southeast
        yield apart._replace(verdict=Verdict.DIFFERENCE) if near else apart


def towns(alignment: Alignment) -> Iterator[Apart]:
    """Different towns in the same words of sentences that tell the same ("of Saltby" and "of Harlow")."""

    def differ(a: Place, b: Place) -> bool:
        texts = [alignment.analysis(place.sigil).report.text for place in (a, b)]
        before = [
            text[max(0, place.start - 30) : place.start].lower().split()[-2:]
            for text, place in zip(texts, (a, b), strict=True)
        ]
        known = a.text in texts[1] or b.text in texts[0]
        return not known and before[0] == before[1] and not set(a.key.split()) & set(b.key.split())

    yield from _in_links(alignment, frozenset({"town"}), differ, lambda _: "the town", "two towns", False)


def of_others(alignment: Alignment, one: Sentence, other: Sentence) -> bool:
    """Whether two sentences name different persons, or tell different ages or wounds: then their places are of two persons."""
    told = []
    for side in (one, other):
        analysis = alignment.analysis(side.sigil)
        names = within(analysis.names, side.start, side.end)
        quantities = within(analysis.quantities, side.start, side.end)
        last = {name_parts(name.key)[1] for name in names if name.kind == "person" and not name.title}
        hurt = {status.value for status in within(analysis.statuses, side.start, side.end) if status.field == "wound"}
        told.append((last, {quantity.value for quantity in quantities if quantity.role == "age"}, hurt))
    return any(a and b and not a & b for a, b in zip(*told, strict=True))


def _in_links(
    alignment: Alignment,
    kinds: frozenset[str],
    differ: Callable[[Place, Place], bool],
    about: Callable[[Place], str],
    why: str,
    sure: bool = True,
    of_one: bool = False,
) -> Iterator[Apart]:
    found: dict[str, dict[str, list[Mention]]] = {}
    if sum(any(place.kind in kinds for place in analysis.places) for analysis in alignment.analyses) < 2:
        return
    keys = {analysis.sigil: {place.key for place in analysis.places} for analysis in alignment.analyses}
    for link, left, right in found_in_links(alignment, lambda analysis, sentence: _of(analysis, sentence, kinds)):
        a, b = left[0], right[0]
        if of_one and of_others(alignment, link.a, link.b):
            continue
        if differ(a, b) and a.key not in keys[b.sigil] and b.key not in keys[a.sigil]:
            first = about(min(a, b, key=lambda place: place.key))
            group = found.setdefault(first, {})
            for place in (*left, *right):
                group.setdefault(place.key, []).append(place)
    for name, readings in sorted(found.items()):
        yield Apart(name, readings, why, sure)


def _of(analysis: Analysis, sentence: Sentence, kinds: frozenset[str]) -> list[Place]:
    """The places of `kinds` in `sentence`, if they are all one place."""
    found = [place for place in within(analysis.places, sentence.start, sentence.end) if place.kind in kinds]
    return found if len({place.key for place in found}) == 1 else []
