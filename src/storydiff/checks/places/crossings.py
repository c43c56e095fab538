"""Streets told with a cross street in one report and with a house number, a block or another cross street in another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from storydiff.checks.common.apart import Apart
from storydiff.checks.places.addresses import street
from storydiff.checks.places.whereabouts import SCENE
from storydiff.checks.times.moments import WIDEST, apart
from storydiff.identity import place_key
from storydiff.model import Alignment, Analysis, Mention, Place, Verdict, within
from storydiff.patterns import late

_NAME = r"(?:[A-Z][a-z]{3,20}|(?:[NSEW]\. )?\d{1,3}(?:st|nd|rd|th))"
# "On Harbor near Marlow": two names without an ending, one of which another report gives as a street.
_BARE = re.compile(
    rf"\b(?:at|on|of|near) (?P<both>(?P<one>{_NAME}) (?:and|near|at) (?P<two>{_NAME}))\b(?! (?:[A-Z]|[Ss]t|[Aa]ve))"
)
_TROUBLE = late(r"\b(?:fight|brawl|altercation|argument|shots|victims?|(?:night)?club|scene|found)\b")
_PASSING = late(r"\b(?:surveillance|video|fled|spotted|seen|drove off)\b")  # where somebody came by
_BETWEEN = late(r"\b(?:between|from)\s(?:the\s)?\Z")


def crossings(alignment: Alignment) -> Iterator[Apart]:
    """Each such street once."""
    by_street: dict[str, dict[str, dict[str, list[Place]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for analysis in alignment.analyses:
        for base, place in _at_scenes(analysis, analysis.places):
            by_street[base][analysis.sigil][_where(place)].append(place)
    for analysis in alignment.analyses:
        for base, place in _at_scenes(analysis, _bare(analysis)):
            if base in by_street and analysis.sigil not in by_street[base]:
                by_street[base][analysis.sigil][_where(place)].append(place)
    seen: set[Place] = set()
    for base, reports in sorted(by_street.items()):
        single = [next(iter(keys.items())) for keys in reports.values() if len(keys) == 1]
        crossed = {half for _, places in single for place in places for half in _halves(place)} - {base}
        differing = [told for told in single if not _names_crossing(alignment, told[1], crossed)]
        single = single if len({key for key, _ in differing}) > 1 else differing
        readings: dict[str, list[Mention]] = {}
        for key, places in single:
            readings.setdefault(key, []).extend(places)
        all_places = {place for _, places in single for place in places}
        crossing = any(place.kind == "intersection" for place in all_places)
        if len(readings) > 1 and crossing and not seen & all_places and not _hours_apart(alignment, all_places):
            seen |= all_places
            yield Apart(
                f"where on {_title(base)}", readings, "told by a cross street and otherwise", True, Verdict.DIFFERENCE
            )


def _where(place: Place) -> str:
    """The key of a place; of a crossing the bare names of its streets, without sides and endings."""
    return " & ".join(sorted(_bases(place))) if place.kind == "intersection" else place.key


def _hours_apart(alignment: Alignment, places: set[Place]) -> bool:
    """Whether hours far apart are told beside the places: two happenings in one street."""
    told = []
    for place in sorted(places, key=lambda one: (one.sigil, one.start)):
        analysis = alignment.analysis(place.sigil)
        sentence = analysis.sentence_at(place.start)
        times = within(analysis.times, sentence.start, sentence.end) if sentence else ()
        clocks = [one for one in times if one.clock and one.grain in ("minute", "hour")]
        if len(clocks) == 1:
            told.append(clocks[0])
    return any(apart(one, other) > WIDEST for one, other in combinations(told, 2))


def _halves(place: Place) -> list[str]:
    return _bases(place) if place.kind == "intersection" else []


def _names_crossing(alignment: Alignment, places: list[Place], crossed: set[str]) -> bool:
    """Whether a house number or block stands beside the cross street that another report tells."""
    for place in places:
        sentence = alignment.analysis(place.sigil).sentence_at(place.start)
        if place.kind != "intersection" and sentence is not None:
            words = f" {place_key(sentence.text)} "
            if any(f" {half} " in words for half in crossed):
                return True
    return False


def _bases(crossing: Place) -> list[str]:
    return [street(Place(crossing.sigil, 0, 0, "", "street", half)).base for half in crossing.key.split(" & ")]


def _at_scenes(analysis: Analysis, places: Iterable[Place]) -> Iterator[tuple[str, Place]]:
    """The places where something happened, each under the bare name of its street or streets."""
    for place in places:
        if place.kind not in ("intersection", "address", "block"):
            continue
        sentence = analysis.sentence_at(place.start)
        if (
            sentence is None
            or _PASSING().search(sentence.text)
            or not (SCENE.search(sentence.text) or _TROUBLE().search(sentence.text))
        ):
            continue
        if place.kind == "intersection":
            if _BETWEEN().search(analysis.report.text[max(0, place.start - 14) : place.start].lower()):
                continue  # "on Quay Lane between Harbor and Marlow streets": on neither
            for base in _bases(place):
                yield base, place
        else:
            yield street(place).base, place


def _bare(analysis: Analysis) -> Iterator[Place]:
    for match in _BARE.finditer(analysis.report.text):
        key = " & ".join(sorted((place_key(match["one"]), place_key(match["two"]))))
        yield Place(analysis.sigil, match.start("both"), match.end("both"), match["both"], "intersection", key)


def _title(key: str) -> str:
    return " ".join(word if word[0].isdigit() else word.capitalize() for word in key.split())
