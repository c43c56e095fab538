"""Makes and models of cars: two makes, or two models of one make, in reports that each tell of one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from storydiff.checks.common.apart import Apart
from storydiff.model import Alignment, Analysis, Mention
from storydiff.patterns import late

# Makers whose cars and trucks are common on American roads. General knowledge.
MAKES = (
    "Ford|Chevrolet|Chevy|Toyota|Honda|Nissan|Dodge|Jeep|Chrysler|GMC|Lincoln|Buick|Cadillac|Pontiac|Hyundai|Kia|Mazda|Subaru|Volkswagen|BMW|Mercedes"
    "|Audi|Lexus|Acura|Infiniti|Mitsubishi|Volvo|Oldsmobile|Porsche|Tesla|Suzuki"
)
_MAKERS = tuple(MAKES.split("|"))
_MODEL = late(
    rf"\b(?P<make>{MAKES}) (?P<model>[A-Z]{{1,3}}-?\d{{2,4}}|\d{{3,4}}|[A-Z][a-z]{{2,12}}(?: Car| Cherokee| Victoria)?)\b"
)
_MAKE = late(rf"\b(?:{MAKES})\b")
_TOLD_ALIKE = 0.6  # score of a link from which on two makes are taken to be of one car
_CAR = late(r"\b(?:car|cars|sedan|coupe|suv|truck|van|minivan|pickup|vehicle|carjack\w*|stole\w*|drove|driving|driver|plates?|parked|door|sped|fled)\b", re.IGNORECASE)  # fmt: skip


def names_a_make(text: str) -> bool:
    """Whether a maker may be named at all; few texts name one, and a pattern of makers is tried at each letter."""
    return any(make in text for make in _MAKERS)


def models(alignment: Alignment) -> Iterator[Apart]:
    """Different models of one make, where each report tells of one model of it and sentences that tell the same hold them."""
    told = {analysis.sigil: _models(analysis) for analysis in alignment.analyses}
    found: dict[str, dict[str, list[Mention]]] = {}
    for link in alignment.links:
        one, other = told[link.a.sigil], told[link.b.sigil]
        for make in one.keys() & other.keys():
            if len(one[make]) != 1 or len(other[make]) != 1:
                continue
            (a, left), (b, right) = *one[make].items(), *other[make].items()
            if a.startswith(b) or b.startswith(a):
                continue
            sides = ((left, link.a), (right, link.b))
            if all(any(side.start <= mention.start < side.end for mention in group) for group, side in sides):
                group = found.setdefault(make, {})
                group.setdefault(a, left)
                group.setdefault(b, right)
    for make, readings in sorted(found.items()):
        yield Apart(f"model of the {make}", readings, f"two models of one {make}")


def _models(analysis: Analysis) -> dict[str, dict[str, list[Mention]]]:
    """Make → model → where it is told, by its full name or by the model alone."""
    text, sigil = analysis.report.text, analysis.sigil
    found: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for match in _MODEL().finditer(text) if names_a_make(text) else ():
        sentence = analysis.sentence_at(match.start())
        if sentence is None or not _CAR().search(sentence.text):
            continue
        make = "Chevrolet" if match["make"] == "Chevy" else match["make"]
        model = match["model"].lower().replace("-", "").replace(" ", "")
        if not found[make][model]:
            found[make][model] = [
                Mention(sigil, again.start(), again.end(), again[0])
                for again in re.finditer(rf"\b(?:{match['make']} )?{re.escape(match['model'])}\b", text)
            ]
    return found


def makes(alignment: Alignment) -> Iterator[Apart]:
    """Two makes in sentences that tell the same, where each report tells of one make."""
    told = {analysis.sigil: _makes(analysis) for analysis in alignment.analyses}
    readings: dict[str, list[Mention]] = {}
    for link in alignment.links:
        one, other = told[link.a.sigil], told[link.b.sigil]
        if link.score < _TOLD_ALIKE or len(one) != 1 or len(other) != 1 or one.keys() == other.keys():
            continue
        sides = ((next(iter(one.values())), link.a), (next(iter(other.values())), link.b))
        if all(any(side.start <= mention.start < side.end for mention in group) for group, side in sides):
            readings |= one | other
    if len(readings) > 1:
        yield Apart("make of the car", readings, "two makes of one car")


def _makes(analysis: Analysis) -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = defaultdict(list)
    text = analysis.report.text
    for match in _MAKE().finditer(text) if names_a_make(text) else ():
        sentence = analysis.sentence_at(match.start())
        if sentence is not None and _CAR().search(sentence.text):
            make = "Chevrolet" if match[0] == "Chevy" else match[0]
            found[make].append(Mention(analysis.sigil, match.start(), match.end(), match[0]))
    return found
