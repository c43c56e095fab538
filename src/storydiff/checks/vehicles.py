"""Makes and models of cars: one make with two models in reports that each tell of one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from storydiff.checks.apart import Apart
from storydiff.model import Alignment, Analysis, Mention

# Makers whose cars and trucks are common on American roads. General knowledge.
MAKES = (
    "Ford|Chevrolet|Chevy|Toyota|Honda|Nissan|Dodge|Jeep|Chrysler|GMC|Lincoln|Buick|Cadillac|Pontiac|Hyundai|Kia|Mazda|Subaru|Volkswagen|BMW|Mercedes"
    "|Audi|Lexus|Acura|Infiniti|Mitsubishi|Volvo|Oldsmobile|Porsche|Tesla|Suzuki"
)
_MODEL = re.compile(
    rf"\b(?P<make>{MAKES}) (?P<model>[A-Z]{{1,3}}-?\d{{2,4}}|\d{{3,4}}|[A-Z][a-z]{{2,12}}(?: Car| Cherokee| Victoria)?)\b"
)
_CAR = re.compile(r"\b(?:car|cars|sedan|coupe|suv|truck|van|minivan|pickup|vehicle|carjack\w*|stole\w*|drove|driving|driver|plates?|parked|door|sped|fled)\b", re.IGNORECASE)  # fmt: skip


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
    for match in _MODEL.finditer(text):
        sentence = analysis.sentence_at(match.start())
        if sentence is None or not _CAR.search(sentence.text):
            continue
        make = "Chevrolet" if match["make"] == "Chevy" else match["make"]
        model = match["model"].lower().replace("-", "").replace(" ", "")
        if not found[make][model]:
            found[make][model] = [
                Mention(sigil, again.start(), again.end(), again[0])
                for again in re.finditer(rf"\b(?:{match['make']} )?{re.escape(match['model'])}\b", text)
            ]
    return found
