"""What sort of source somebody is, so that one body under two names ("police", "Lt. Oda Brandt") is not taken for two sources."""

from __future__ import annotations

import re
from functools import cache

from storydiff.model import Analysis, Attribution

# Words of a source phrase, of what stands beside the name, and of the person's roles. Source: the storydiff maintainers.
_CLASSES = {
    "family": "mother father brother sister wife husband family families relative relatives uncle aunt cousin son daughter parents"
    " grandmother grandfather girlfriend boyfriend widow nephew niece",
    "witnesses": "witness witnesses neighbor neighbors neighbour neighbours resident residents bystander bystanders eyewitness"
    " eyewitnesses onlookers student students friend friends survivor survivors caller customer customers employee coworker",
    "medics": "hospital doctor doctors coroner medics paramedics ems surgeon medical nurse nurses examiner",
    "court": "prosecutor prosecutors attorney lawyer lawyers affidavit complaint indictment lawsuit judge filing court filings",
    "fire": "fire firefighter firefighters fireman firemen",
    "activists": "activist activists monitor observatory rebel opposition rescue watchdog",
    "media": "newspaper network media agency station tv news reporter reporters journalist journalists newswire",
    "suspect": "suspect gunman defendant shooter",
    "belligerents": "army rebels regime militants insurgents jihadists ministry troops",
    "unnamed sources": "source sources insider insiders familiar",
}
_OFFICIAL = frozenset(
    "police sheriff sheriff's deputy deputies officer officers official officials authorities detective detectives investigators"
    " investigator trooper troopers department lt sgt capt cpl chief captain lieutenant sergeant commander marshal fbi agents agent"
    " spokesman spokeswoman spokesperson undersheriff patrol constable dispatchers report reports commissioner major cpt det ofc pio"
    " information government military army ministry state".split()
)
_WORD = re.compile(r"[a-z]+(?:'s)?")


@cache
def _class_of_word() -> dict[str, str]:
    return {word: name for name, line in _CLASSES.items() for word in line.split()}


def sort_of(analysis: Analysis, attribution: Attribution) -> str:
    """`officials`, `family`, `witnesses` …; "" where nothing tells."""
    if attribution.source is None:
        return ""
    text = analysis.report.text
    after = text[attribution.source.end : attribution.source.end + 70]
    named = attribution.source_kind == "named"
    beside = after[2:].split(",")[0] if named and after.startswith(", ") else ""
    own = attribution.source.text.lower().replace("’", "'")
    roles = " ".join(role.text for role in analysis.roles if role.person and role.person == attribution.source_key)
    words = _WORD.findall(f"{own} {beside} {roles}".lower())
    for word in words:
        if word in _class_of_word():
            return _class_of_word()[word]
    if any(word in _OFFICIAL for word in words):
        return "officials"
    return ""
