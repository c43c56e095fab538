"""One speaker's account of one act or threat, passed on by two outlets in different words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from storydiff.model import Alignment, Analysis, Mention
from storydiff.patterns import late

_WEAPON = r"(?:weapons?|guns?|firearms?|rifles?|pistols?|handguns?|shotguns?|kni(?:fe|ves)|bombs?|tasers?|batons?|tear\sgas|force)"
_WORDS = r"(?:\s[\w'’-]+)"
_HOW = r"(?:\w+ly\s)?"
_SITUATION = r"(?:\s(?:situation|event|incident|scene|attack|threat))"
# What is told, and the words that tell it; the group "head" is what two accounts must have in common to be one wording.
# Source: the storydiff maintainers, from the wording of police and agency statements.
_MATTERS = {
    "the act": re.compile(
        rf"\b{_HOW}(?P<head>fired|shot|discharged|used|deployed|drew|brandished|aimed|pointed)\b{_WORDS}{{0,5}}?\s{_WEAPON}\b"
        rf"|\b(?P<head2>opened\sfire|returned\sfire|fired\sback)\b",
        re.IGNORECASE,
    ),
    "the threat": re.compile(
        rf"\b(?P<head>active\s(?:shooter|gunman|assailant)|hostage|barricade|standoff|ambush|sniper|mass\sshooting|terrorist|riot)\b"
        rf"{_SITUATION}?|\b(?P<head2>armed)\swith{_WORDS}{{1,7}}?\s{_WEAPON}\b",
        re.IGNORECASE,
    ),
}
_OWN_OR_OTHER = late(r"\b(?:his|her|their|service|duty|authorized|issued|the\sofficer)\b", re.IGNORECASE)


class Account(NamedTuple):
    """How a speaker words a matter through one outlet."""

    matter: str
    speaker: str
    head: str
    words: Mention
    source: str


class Accounts(NamedTuple):
    """Two wordings of one matter by one speaker."""

    about: str
    a: Account
    b: Account


def retold(alignment: Alignment) -> Iterator[Accounts]:
    """Where two outlets that one report passes on have one speaker tell one matter in different words."""
    names = {entity.key: entity.name for analysis in alignment.analyses for entity in analysis.entities}
    relayed = [(analysis, list(_accounts(analysis))) for analysis in alignment.analyses if "/" in analysis.sigil]
    for (_, ones), (_, others) in combinations(relayed, 2):
        for matter in _MATTERS:
            told = {a.speaker: a for a in reversed(ones) if a.matter == matter}
            again = {a.speaker: a for a in reversed(others) if a.matter == matter}
            for speaker in sorted(told.keys() & again.keys()):
                heads = [
                    {a.head for a in side if (a.matter, a.speaker) == (matter, speaker)} for side in (ones, others)
                ]
                if not heads[0] & heads[1]:
                    yield Accounts(f"{matter} as {names.get(speaker, speaker)} tells it", told[speaker], again[speaker])


def _accounts(analysis: Analysis) -> Iterator[Account]:
    text = analysis.report.text
    for attribution in analysis.attributions:
        if attribution.force != "say" or attribution.source_kind != "named" or not attribution.relay:
            continue
        for content in attribution.content:
            for matter, pattern in _MATTERS.items():
                for match in pattern.finditer(text, content.start, content.end):
                    if matter == "the act" and not _OWN_OR_OTHER().search(match[0]):
                        continue
                    head = (match["head"] or match["head2"]).lower()
                    words = Mention(analysis.sigil, match.start(), match.end(), match[0])
                    source = attribution.source.text if attribution.source else ""
                    yield Account(matter, attribution.source_key, head, words, source)
