"""How badly a building, a village, a vehicle was damaged, as several reports tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from storydiff.checks.common.apart import Apart
from storydiff.model import Alignment, Analysis, Mention, Verdict
from storydiff.normalise import lower
from storydiff.patterns import late

# Things that are damaged, by the word that stands for them. Source: the storydiff maintainers.
_THINGS = {
    "home": "homes?|houses?|dwellings?|residences?", "building": "buildings?|structures?|property", "village": "villages?", "town": "towns?|cit(?:y|ies)",
    "store": "stores?|shops?|supermarkets?|malls?|restaurants?|warehouses?", "school": "schools?", "place of worship": "church(?:es)?|mosques?|temples?|synagogues?",
    "hospital": "hospitals?|clinics?", "bridge": "bridges?", "vehicle": "cars?|vehicles?|trucks?|bus(?:es)?", "roof": "roofs?", "boat": "boats?|ships?|ferr(?:y|ies)",
    "hotel": "hotels?|motels?", "plant": "plants?|factor(?:y|ies)", "crops": "crops?|farmland",
}  # fmt: skip
_WORST = r"destroy(?:ed|ing|s)|flatten(?:ed|ing|s)|level(?:l?ed|l?ing|s)|raz(?:ed|ing)|gutt(?:ed|ing)|wip(?:ed|ing)\sout|demolish(?:ed|ing)|obliterated"
_LESS = r"damag(?:ed|ing|es)|crack(?:ed|ing)"
_NONE = r"intact|undamaged|unscathed|untouched|spared"
_NOUN = "|".join(rf"(?P<t{n}>{words})" for n, words in enumerate(_THINGS.values()))
_NAMES = tuple(_THINGS)
_GAP = r"(?:\s[\w'-]+){0,4}?\s"
_ACTIVE = late(rf"\b(?:(?P<worst>{_WORST})|(?P<less>{_LESS})){_GAP}(?:{_NOUN})\b")
_PASSIVE = late(
    rf"\b(?:{_NOUN})(?:\s[\w'-]+){{0,4}}?\s(?:is|are|was|were|been|left)\s(?:[\w'-]+\s){{0,3}}?(?:(?P<worst>{_WORST})|(?P<less>{_LESS})|(?P<none>{_NONE}))\b"
)
_CUE = late(rf"\b(?:{_WORST}|{_LESS}|{_NONE})\b")
_STEMS = (
    "destroy", "flatten", "level", "raz", "gutt", "wip", "demolish", "obliterat", "damag", "crack", "intact", "unscathed", "untouched", "spared",
)  # fmt: skip
_HEDGED = late(
    r"\b(?:not|no|without|could|would|might|may|threaten\w*|fear\w*|attempt\w*|vow\w*|will|if|to)\s(?:\w+\s){0,2}\Z"
)


def damage(alignment: Alignment) -> Iterator[Apart]:
    """Things that are destroyed in one report and only damaged, or intact, in another; each report in one way."""
    told = {analysis.sigil: _told(analysis) for analysis in alignment.analyses}
    for thing in sorted({thing for things in told.values() for thing in things}):
        readings: dict[str, list[Mention]] = defaultdict(list)
        for things in told.values():
            if len(things.get(thing, {})) == 1:  # with two, the report tells of several
                for state, mentions in things[thing].items():
                    readings[state] += mentions
        if len(readings) > 1:
            yield Apart(
                f"damage to the {thing}",
                dict(readings),
                "one and the same is not damaged in two degrees",
                verdict=Verdict.DIFFERENCE,
            )


def _told(analysis: Analysis) -> dict[str, dict[str, list[Mention]]]:
    """Thing → degree → where it is told."""
    found: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    text = lower(analysis.report.text)
    for cue in _CUE().finditer(text) if any(stem in text for stem in _STEMS) else ():
        sentence = analysis.sentence_at(cue.start())
        if sentence is None or sentence.kind not in ("sentence", "bullet"):
            continue
        left = max(sentence.start, cue.start() - 80)
        if _HEDGED().search(text, left, cue.start()):
            continue
        match = _ACTIVE().match(text, cue.start(), sentence.end)
        if match is None:
            match = next((m for m in _PASSIVE().finditer(text, left, cue.end()) if m.end() == cue.end()), None)
        if match is None:
            continue
        groups = match.groupdict()
        degree = "destroyed" if groups["worst"] else "damaged" if groups["less"] else "intact"
        thing = next(
            _NAMES[int(name[1:])] for name, words in groups.items() if name[0] == "t" and name[1:].isdigit() and words
        )
        words = analysis.report.text[match.start() : match.end()]
        found[thing][degree].append(Mention(analysis.sigil, match.start(), match.end(), words))
    return found
