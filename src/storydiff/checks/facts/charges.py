"""Which offences reports say that the suspects are charged with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import permutations
from typing import NamedTuple

from storydiff.checks.verdicts import published_before
from storydiff.model import Alignment, Analysis, Mention
from storydiff.normalise import lower
from storydiff.patterns import late

_CHARGED = re.compile(
    r"\b(?:charged\s(?:\w+\s)?(?:with|on)|charges?\s(?:of|include|including|are|against)|counts?\sof|fac(?:e|es|ing)|arrested\s(?:\w+\s){0,2}on|booked\s(?:\w+\s){0,4}on"
    r"|suspicion\sof|indicted\son|arraigned\son|held\son|warrants?\s(?:for|charging))\b",
)
# Offences, each with the words that tell it. Source: the storydiff maintainers, from the names of offences in American and British law.
_OFFENCES = {
    "attempted murder": r"(?:attempted\s(?:[\w-]+\s){0,2}murder|assault\s(?:with\sintent\s)?to\s(?:commit\s)?(?:murder|kill)|attempted\shomicide)",
    "murder": r"(?:murders?|capital\smurder|homicide(?!\s(?:unit|division|detectives?|squad|section|bureau|investigators?)))",
    "manslaughter": r"(?:manslaughter|negligent\shomicide|reckless\shomicide)",
    "assault": r"(?:assault|assaulting|battery|malicious\swounding)",
    "sexual assault": r"(?:sexual\s(?:assault|battery|abuse)|rape|molestation)",
    "robbery": r"(?:robbery|robbing|carjacking)",
    "burglary": r"(?:burglary|home\sinvasion|breaking\sand\sentering)",
    "kidnapping": r"(?:kidnapping|abduction|false\simprisonment|unlawful\srestraint)",
    "stolen property": r"(?:receiving\sstolen\s(?:property|goods)|possession\sof\s(?:a\s)?stolen\s\w+)",
    "theft": r"(?:theft|larceny|grand\stheft|shoplifting)",
    "weapons": r"(?:armed\scriminal\saction|(?:unlawful|illegal|felony|criminal)\s(?:possession|use|carrying)\sof\sa?\s?(?:firearm|weapon|gun|handgun)\w*"
    r"|possession\sof\s(?:a\s)?(?:firearm|weapon|gun)\w*(?:\sby\sa\s(?:convicted\s)?felon)?|weapons?\s(?:charges?|offen[cs]es?|violations?|possession)"
    r"|felon\sin\spossession|discharging\sa\s(?:firearm|weapon)|carrying\sa\s(?:concealed\s)?(?:weapon|firearm))",
    "endangerment": r"(?:reckless\sendangerment|reckless\sconduct|endangering\schildren|child\s(?:endangerment|endangering|neglect|abuse|cruelty)|endangerment|cruelty\sto\schildren)",
    "arson": r"arson",
    "terrorism": r"(?:terrorism|terroristic\s(?:threats?|acts?))",
    "hate crime": r"hate\scrimes?",
    "fraud": r"(?:fraud|embezzlement|forgery|money\slaundering|perjury|bribery)",
    "evading": r"(?:evading|eluding|fleeing|resisting\sarrest|obstruction|tampering\swith\sevidence)",
    "drugs": r"(?:drug\s(?:possession|trafficking|charges?|offen[cs]es?)|possession\sof\s(?:marijuana|cocaine|heroin|methamphetamine|drugs))",
    "conspiracy": r"conspiracy",
}  # fmt: skip
_OFFENCE = late("|".join(rf"(?P<o{n}>\b{words}\b)" for n, words in enumerate(_OFFENCES.values())))
_NAMES = tuple(_OFFENCES)
_LONGEST = 5000  # characters of a sentence; more is a table or no prose at all
_REACH = 160  # characters after "charged with" in which the offences stand
_ANOTHER = late(
    r"\b(?:previous(?:ly)?|prior|past|history|record|convict(?:ed|ions?)|years?\sago|in\s(?:19|20)\d\d|no\scharges|not\sbeen\scharged|could|may|might|would|if|dropped|dismissed)\b",
    re.IGNORECASE,
)
_STOP = late(
    r"[.;]\s|\b(?:after|when|where|who|stemming|in\s(?:the|connection|relation)|for\s(?:allegedly|the))\b",
    re.IGNORECASE,
)


class Charges(NamedTuple):
    """Reports whose offences differ, by the offences; and whether the later ones only add to the earlier."""

    sides: dict[tuple[str, ...], dict[Mention, None]]
    in_order: bool


def charges(alignment: Alignment) -> Charges | None:
    """Where reports tell different offences. Of several a report often tells the gravest alone: so either they share none, or later
    reports tell of more."""
    told = {analysis.sigil: charges_told(analysis) for analysis in alignment.analyses}
    sides: dict[tuple[str, ...], dict[Mention, None]] = {}
    ordered = True
    for one, other in permutations(told, 2):
        a, b = told[one], told[other]
        in_order = published_before(alignment, one, other)
        if a and b and (not a.keys() & b.keys() or (in_order and a.keys() < b.keys())):
            for side in (a, b):
                sides.setdefault(tuple(sorted(side)), {}).update(dict.fromkeys(_longest(side.values())))
            ordered = ordered and (in_order or published_before(alignment, other, one))
    return Charges(sides, ordered) if sides else None


def charges_told(analysis: Analysis) -> dict[str, Mention]:
    """The offences of which the report says that somebody is charged with them, by their common name."""
    found: dict[str, Mention] = {}
    text = analysis.report.text
    lowered = lower(text)
    for cue in _CHARGED.finditer(lowered):
        sentence = analysis.sentence_at(cue.start())
        if sentence is None or sentence.kind not in ("sentence", "bullet") or sentence.end - sentence.start > _LONGEST:
            continue
        if _ANOTHER().search(sentence.text):
            continue
        stop = _STOP().search(text, cue.end(), min(sentence.end, cue.end() + _REACH))
        end = stop.start() if stop else min(sentence.end, cue.end() + _REACH)
        for match in _OFFENCE().finditer(lowered, cue.end(), end):
            name = _NAMES[int((match.lastgroup or "o0")[1:])]
            found.setdefault(name, Mention(analysis.sigil, cue.start(), match.end(), text[cue.start() : match.end()]))
    return found


def _longest(mentions: Iterable[Mention]) -> list[Mention]:
    """Those that lie in no other of them."""
    told = list(mentions)
    return [one for one in told if not any(m != one and m.start <= one.start and one.end <= m.end for m in told)]
