"""Where persons of the event live, as reports tell it: "Oda Brandt, 34, of Saltby", "a Saltby man"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from storydiff.checks.common.apart import Apart
from storydiff.checks.names.people import Person, people_of
from storydiff.identity import known_town, name_parts, place_key, short_forms
from storydiff.model import Alignment, Analysis, Mention, Name, Verdict
from storydiff.patterns import late

_OF = re.compile(r",? ?(?:\(?\d{1,3}\)?,? )?(?:of|from|who lives in|a resident of) (?:the )?\Z")
_CAPITALS = late(r"(?:[A-Z][\w.'’-]*)(?: [A-Z][\w.'’-]*){0,2}")
_OF_TOWN = late(r"\b(?:An?|The) (?P<town>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}) (?:man|woman|teen|teenager|resident)\b")
_CITY, _BOROUGHS = "new york", frozenset({"queens", "brooklyn", "bronx", "manhattan", "staten island"})
_ACCUSED = late(r"\b(?:arrested|charged|accused|allegedly|jailed|suspected|sentenced|wanted|indicted|faces)\b")


def homes(alignment: Alignment) -> Iterator[Apart]:
    """Persons whom reports have come from different towns, where each report tells one."""
    told: dict[str, tuple[str, dict[str, dict[str, list[Mention]]]]] = {}
    for analysis in alignment.analyses:
        named = people_of(alignment)[analysis.sigil]
        for key, homes_of in _homes(analysis, named).items():
            first, last = name_parts(key)
            match = next((one for one in told if _same(one, first, last)), key)
            _, reports = told.setdefault(match, (last, {}))
            reports[analysis.sigil] = homes_of
    for key, (_, reports) in sorted(told.items()):
        readings: dict[str, list[Mention]] = {}
        for homes_of in reports.values():
            if len(homes_of) == 1:
                for town, mentions in homes_of.items():
                    readings.setdefault(town, []).extend(mentions)
        readings = _of_one_size(readings)
        if len(readings) > 1 and not _one_in_another(readings):
            sure = all(known_town(town) for town in readings)
            yield Apart(
                f"home of {key.title()}",
                readings,
                "one home at a time",
                True,
                Verdict.CONFLICT if sure else Verdict.DIFFERENCE,
            )


def _same(key: str, first: str, last: str) -> bool:
    one, other = name_parts(key)
    return other == last and short_forms(one, first)


def _of_one_size(towns: dict[str, list[Mention]]) -> dict[str, list[Mention]]:
    """The towns without those that hold others: a borough holds neighbourhoods, the city holds boroughs."""
    if not towns.keys() & _BOROUGHS:
        return towns
    wide = {_CITY} if towns.keys() <= _BOROUGHS | {_CITY} else {_CITY, *_BOROUGHS}
    return {town: found for town, found in towns.items() if town not in wide}


def _one_in_another(towns: dict[str, list[Mention]]) -> bool:
    """Whether a name is part of another: Saltby and North Saltby."""
    return any(a != b and set(a.split()) <= set(b.split()) for a in towns for b in towns)


def _homes(analysis: Analysis, named: list[Person]) -> dict[str, dict[str, list[Mention]]]:
    """Key of a person → town → where it is told."""
    text = analysis.report.text
    found: dict[str, dict[str, list[Mention]]] = {}
    wide = {place.start for place in analysis.places if place.kind in ("state", "country", "county")}
    following = dict(zip(analysis.names, analysis.names[1:], strict=False))
    for person in named:
        for name in person.full_names:
            town = following.get(name)
            if (
                town is not None
                and town.start not in wide
                and town.kind in ("place", "other")
                and _OF.match(text[name.end : town.start])
            ):
                _add(found, person.entity.key, town, text)
    suspects = [person for person in named if person.part == "suspect"]
    if len(suspects) == 1:
        for sentence in analysis.sentences:
            match = _OF_TOWN().search(sentence.text) if sentence.kind == "sentence" else None
            if match and _ACCUSED().search(sentence.text) and _is_town(analysis, match["town"]):
                start = sentence.start + match.start()
                mention = Mention(analysis.sigil, start, sentence.start + match.end(), match[0])
                found.setdefault(suspects[0].entity.key, {}).setdefault(place_key(match["town"]), []).append(mention)
                break
    return found


def _is_town(analysis: Analysis, town: str) -> bool:
    return any(place.text == town and place.kind == "town" for place in analysis.places)


def _add(found: dict[str, dict[str, list[Mention]]], key: str, town: Name, text: str) -> None:
    place = town.key if town.kind == "place" else place_key(town.text)
    if _CAPITALS().fullmatch(town.text) and text[town.end : town.end + 3] not in ("'s ", "’s "):
        found.setdefault(key, {}).setdefault(place, []).append(town)
