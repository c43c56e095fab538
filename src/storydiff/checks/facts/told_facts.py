"""What a report tells on the facts of the matrix: hours, places, weapons, charges; what it tells first comes first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from storydiff.checks.times.main_event import of_event
from storydiff.checks.times.moments import moments
from storydiff.model import Analysis, Mention
from storydiff.patterns import late

Told = tuple[str, str, Mention]
"""Normal value, reading, and where it stands."""

_TELLING = frozenset({"sentence", "bullet", "title"})
_EARLY = 6  # sentences
TOWN = "town of the event"
_LEVELS = {
    "street of the event": ("address", "block", "intersection", "street"),
    TOWN: ("town", "neighbourhood"),
}
_OFFENCES = (
    "murder", "manslaughter", "homicide", "assault", "battery", "robbery", "burglary", "theft", "larceny", "kidnapping", "arson", "rape",
    "fraud", "bribery", "perjury", "conspiracy", "trespassing", "vandalism", "embezzlement", "extortion", "forgery", "treason",
    "sexual assault", "sexual abuse", "child abuse", "child endangerment", "child neglect", "reckless endangerment", "reckless conduct",
    "reckless driving", "drunken driving", "hit and run", "obstruction of justice", "money laundering", "tax evasion", "wire fraud",
    "criminal mischief", "disorderly conduct", "resisting arrest", "possession of a firearm", "illegal possession of a firearm",
    "unlawful possession of a firearm", "discharging a firearm", "negligent discharge of a firearm", "endangering a child",
    "tampering with evidence", "stalking", "harassment", "terrorism", "hate crime", "negligence", "mischief",
)  # fmt: skip
_DEGREE = (
    r"(?:(?:first|second|third)[- ]degree\s|attempted\s|aggravated\s|involuntary\s|voluntary\s|vehicular\s|negligent\s|criminally\s|"
    r"felony\s|capital\s|felonious\s|armed\s|simple\s|domestic\s){0,3}"
)
_OFFENCE = late(rf"\b{_DEGREE}(?:{'|'.join(sorted(_OFFENCES, key=len, reverse=True))})\b")
_CHARGED = re.compile(
    r"\b(?:charged?(?:\s\w{1,12}){0,3}?\swith|charges?\sof|counts?\sof|indicted\s(?:on|for)|guilty\s(?:to|of)|convicted\sof|suspicion\sof|"
    r"accused\sof|arrested\s(?:on|for))\s"
)
_REACH = 160  # characters after the cue in which charges are listed
_LIST_ENDS = late(
    r"[.;:]\s|\b(?:who|which|after|when|because|said|while|in\sconnection|for\sthe|against|police|according)\b"
)


def hours(analysis: Analysis) -> list[Told]:
    """The clock times of the event; failing that, those that the first sentences give to nothing else."""
    early = (sentence for sentence in analysis.sentences[:_EARLY] if sentence.kind in _TELLING)
    return _moments(analysis, "clock") or [
        (moment.value, moment.expression.text, moment.expression)
        for sentence in early
        for moment in moments(analysis, sentence, "clock")
        if moment.kind == "event"
    ]


def parts_of_day(analysis: Analysis) -> list[Told]:
    """The parts of day of the event, and failing that its days."""
    return _moments(analysis, "part") or _moments(analysis, "day")


def _moments(analysis: Analysis, grain: str) -> list[Told]:
    return [(moment.value, moment.expression.text, moment.expression) for moment in of_event(analysis, grain)]


def places() -> dict[str, Callable[[Analysis], Sequence[Told]]]:
    """What to call a level of exactness, and what finds the places of that level."""
    return {about: _finder(kinds) for about, kinds in _LEVELS.items()}


def _finder(kinds: Sequence[str]) -> Callable[[Analysis], list[Told]]:
    def find(analysis: Analysis) -> list[Told]:
        return [
            (place.key or place.text.lower(), place.text, place)
            for kind in kinds
            for place in analysis.places
            if place.kind == kind and not analysis.is_quoted(place) and _narrates(analysis, place, kind)
        ]

    return find


def _narrates(analysis: Analysis, place: Mention, kind: str) -> bool:
    sentence, text = analysis.sentence_at(place.start), analysis.report.text
    if kind == "town" and (
        text.startswith(("’s", "'s"), place.end) or text[max(0, place.start - 5) : place.start].endswith(" the ")
    ):
        return False  # "St. Brannoc's" is a hospital, "the Tallow River" a river
    return sentence is not None and sentence.kind in _TELLING


def weapons(analysis: Analysis) -> list[Told]:
    """The weapons it tells of, itself or in somebody's words; the reading names all of them."""
    return _listed((one.value, one) for one in analysis.statuses if one.field == "weapon" and not one.negated)


def charges(analysis: Analysis) -> list[Told]:
    """The offences that somebody is charged with, accused or convicted of; the reading names all of them."""
    return _listed(_charges(analysis))


def _charges(analysis: Analysis) -> Iterator[tuple[str, Mention]]:
    for sentence in analysis.sentences:
        if sentence.kind not in _TELLING:
            continue
        low = sentence.text.lower()
        for cue in _CHARGED.finditer(low):
            stop = _LIST_ENDS().search(low, cue.end(), cue.end() + _REACH)
            for found in _OFFENCE().finditer(
                low, cue.end(), stop.start() if stop else min(len(low), cue.end() + _REACH)
            ):
                start, end = sentence.start + found.start(), sentence.start + found.end()
                yield (
                    " ".join(found[0].replace("-", " ").split()),
                    Mention(analysis.sigil, start, end, analysis.report.text[start:end]),
                )


def _listed(found: Iterator[tuple[str, Mention]]) -> list[Told]:
    first: dict[str, Mention] = {}
    for value, mention in found:
        first.setdefault(value, mention)
    reading = ", ".join(first)
    return [(value, reading, mention) for value, mention in first.items()]
