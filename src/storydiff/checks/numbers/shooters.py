"""How many fired: two men in one report, a lone gunman in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from storydiff.checks.common.happenings import of_another
from storydiff.checks.numbers.figures import Edge, told_in
from storydiff.model import Alignment, Analysis, Quantity
from storydiff.normalise import lower
from storydiff.patterns import late

_SHOOTERS = frozenset("man male suspect gunman shooter attacker robber assailant person people individual teen".split())
_FIRED = re.compile(
    r"[^.;,\n]{0,60}\b(?:opened\sfire|(?:began|started|were)\s(?:shooting|firing)|fired\s(?:at|on|into|shots|several|multiple)|"
    r"pulled\s(?:out\s)?(?:guns|handguns|weapons))\b"
)
_AT_LARGE = re.compile(
    r"\s(?:who\s)?(?:are|were|remain|remained)\s(?:still\s)?(?:at\slarge|on\sthe\s(?:run|loose)|being\ssought|wanted)\b"
)
_ALONE = late(r"\bacted\salone\b|\b(?:lone|only|single)\s(?:gunman|shooter|attacker|suspect)\b")
_ONE = late(
    r"\b(?:(?:a|the|lone|single)\s(?:lone\s|single\s|unknown\s|unidentified\s|masked\s)?(?:gunman|shooter)\b(?!['’-]))"
)
_OPEN = late(
    r"\b(?:whether|unclear|unknown|too\searly|(?:not|n['’]t)\s(?:\w{1,10}\s)?(?:sure|clear|know|say|the\sonly)|or\s(?:the\s)?(?:gunmen|shooters|suspects))\b"
)
_TRIGGERS = ("gunman", "shooter", "attacker", "suspect", "alone")  # nobody is one who fired without one of them
_MANY = re.compile(r"\b(?:gunmen|shooters|attackers|suspects|assailants|robbers)\b")


def shooters(alignment: Alignment) -> Iterator[Edge]:
    """Reports that know of one who fired, set against those that know of several."""
    told = [_told(analysis) for analysis in alignment.analyses]
    for one, other in combinations(told, 2):
        for a, b in ((one, other), (other, one)):
            if a.several and not a.lone and b.lone and not b.plural:
                yield Edge("shooters", a.several, b.lone)
            elif (several := a.several or a.hunted) and not a.alone and b.alone:
                yield Edge("shooters", several, b.alone)


class _Told(NamedTuple):
    """How many fired; how many are hunted; words for one who fired; words for one who acted alone; whether several are told of at all."""

    several: Quantity | None
    hunted: Quantity | None
    lone: Quantity | None
    alone: Quantity | None
    plural: bool


def _told(analysis: Analysis) -> _Told:
    text = lower(analysis.report.text)
    several = _several(analysis, _FIRED)
    plural = several is not None or _MANY.search(text) is not None
    if not any(word in text for word in _TRIGGERS):
        return _Told(several, _several(analysis, _AT_LARGE), None, None, plural)
    return _Told(several, _several(analysis, _AT_LARGE), _one(analysis, _ONE()), _one(analysis, _ALONE()), plural)


def _several(analysis: Analysis, deed: re.Pattern[str]) -> Quantity | None:
    text = analysis.report.text
    for figure in analysis.quantities:
        if figure.counted not in _SHOOTERS or not 1 < figure.value < 10 or figure.role:
            continue
        sentence = analysis.sentence_at(figure.start)
        if sentence is None or figure not in told_in(analysis, sentence):
            continue
        after = text[figure.end : min(sentence.end, figure.end + 120)].lower()
        if deed.match(after) and not of_another(analysis, sentence):
            return figure
    return None


def _one(analysis: Analysis, words: re.Pattern[str]) -> Quantity | None:
    for sentence in analysis.sentences:
        text = sentence.text.lower()
        one = words.search(text)
        if one and not _OPEN().search(text) and not of_another(analysis, sentence):
            start, end = sentence.start + one.start(), sentence.start + one.end()
            return Quantity(analysis.sigil, start, end, analysis.report.text[start:end], 1, 1, 1)
    return None
