"""The colour of one car, by its make and model, as several reports tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from storydiff.checks.common.apart import Apart
from storydiff.checks.facts.near_colours import NEAR_COLOURS
from storydiff.checks.names.vehicles import MAKES, names_a_make
from storydiff.model import Alignment, Analysis, Mention, Verdict
from storydiff.patterns import late

# Common words for the paint of a car; those of one value are one colour. General knowledge.
_COLOURS = {
    "black": "black", "white": "white", "silver": "silver", "gray": "grey", "grey": "grey", "red": "red", "blue": "blue", "green": "green",
    "gold": "gold", "tan": "tan", "maroon": "maroon", "burgundy": "burgundy", "brown": "brown", "yellow": "yellow", "orange": "orange",
    "beige": "beige", "purple": "purple", "champagne": "gold",
}  # fmt: skip
# Two words for what may be one paint.
_NEAR = NEAR_COLOURS | {frozenset(("beige", "brown")), frozenset(("black", "grey"))}
_MAKE = late(rf"\b(?P<make>{MAKES})(?: (?P<model>[A-Z][\w-]{{1,12}}))?\b")
_PAINT = late(
    rf"\b(?:\d{{4}}[ -])?(?P<colour>(?i:{'|'.join(_COLOURS)}))(?:[ -]colou?red)?,? (?:(?:\d{{4}}|\d-door|four-door|two-door|older|newer|model) ){{0,2}}\Z"
)
_REACH = 40  # characters before the make in which its colour stands


def colours(alignment: Alignment) -> Iterator[Apart]:
    """Cars that reports paint differently, each report in one colour."""
    told = {analysis.sigil: _colours(analysis) for analysis in alignment.analyses}
    for car in sorted({car for cars in told.values() for car in cars}):
        readings: dict[str, list[Mention]] = defaultdict(list)
        for cars in told.values():
            if len(cars.get(car, {})) == 1:  # with two, the report tells of two such cars
                for colour, mentions in cars[car].items():
                    readings[colour] += mentions
        if len(readings) > 1:
            near = len(readings) == 2 and frozenset(readings) in _NEAR
            verdict = Verdict.DIFFERENCE if near else Verdict.CONFLICT
            yield Apart(f"colour of the {car}", dict(readings), "one car has one colour", verdict=verdict)


def _colours(analysis: Analysis) -> dict[str, dict[str, list[Mention]]]:
    """Car → colour → where it is told."""
    found: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    text = analysis.report.text
    for match in _MAKE().finditer(text) if names_a_make(text) else ():
        paint = _PAINT().search(text, max(0, match.start() - _REACH), match.start())
        if paint:
            make = "Chevrolet" if match["make"] == "Chevy" else match["make"]
            car = f"{make} {match['model']}" if match["model"] else make
            mention = Mention(analysis.sigil, paint.start(), match.end(), text[paint.start() : match.end()])
            found[car][_COLOURS[paint["colour"].lower()]].append(mention)
    return found
