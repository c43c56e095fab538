"""Where and how somebody was hit, as two reports tell it of one person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from storydiff.checks.facts.persons import Told, Who, alone, may_be_one, surely_one, told
from storydiff.model import Alignment, Analysis, Status

FIELDS = {"wound": "where the wound is", "bullet": "what the bullet did"}
# Parts of the body that are said of one wound.
_ONE_WOUND = {
    frozenset(pair)
    for pair in (
        ("torso", "chest"), ("torso", "abdomen"), ("torso", "back"), ("torso", "hip"), ("face", "head"), ("neck", "head"), ("leg", "thigh"),
        ("leg", "foot"), ("arm", "hand"), ("arm", "shoulder"), ("hip", "buttocks"), ("hip", "thigh"), ("hip", "leg"), ("back", "buttocks"),
        ("back", "head"), ("back", "leg"), ("back", "neck"), ("back", "shoulder"), ("abdomen", "hip"), ("neck", "face"), ("neck", "back"),
    )
}  # fmt: skip
_HURT = re.compile(
    r"\b(?:shot|shoot(?:s|ing)?|wound\w*|struck|strik(?:es|ing)|hit(?:s|ting)?|graz\w+|stabb?\w*|bullets?|gunshot|injur\w+|hurt|pierc\w+|bit|bitten|cut)\b",
    re.IGNORECASE,
)
_THOUGHT = re.compile(r"\b(?:thought|believed|feared|assumed|first reported|initially|at first)\b", re.IGNORECASE)
_NO_BODY = re.compile(
    r"\s(?:seat|of\s(?:the|a|his|her|their)|yard|room|door|row|porch|alley|lot|window)\b", re.IGNORECASE
)


def wounds(alignment: Alignment, field: str) -> Iterator[tuple[Told, Told]]:
    """Pairs of reports that tell of one person different places or kinds of wound."""
    states = {analysis.sigil: _told(analysis, field) for analysis in alignment.analyses}
    for one, other in combinations(sorted(states), 2):
        for a in states[one]:
            for b in states[other]:
                if bool(a.who.ordinal) != bool(b.who.ordinal) or _may_be_anybody(a.who, b.who):
                    continue  # "another man"
                if a.value == b.value or frozenset((a.value, b.value)) in _ONE_WOUND or not may_be_one(a.who, b.who):
                    continue
                if alone(a, b, states[other]) and alone(b, a, states[one]) and not a.who.many:
                    yield a, b


def _may_be_anybody(a: Who, b: Who) -> bool:
    """Whether one is named, the other is "a man" or the like, and nothing else ties them."""
    grown = not (a.young or b.young)
    return bool(a.name) != bool(b.name) and grown and not surely_one(a, b)


def _told(analysis: Analysis, field: str) -> list[Told]:
    states = (status for status in analysis.statuses if status.field == field and not status.negated)
    return told(analysis, ((status.value, status) for status in states if _is_wound(analysis, status)))


def _is_wound(analysis: Analysis, status: Status) -> bool:
    text = analysis.report.text
    sentence = analysis.sentence_at(status.start)
    if sentence is None or _NO_BODY.match(text, status.end) or _THOUGHT.search(text, sentence.start, status.start):
        return False
    return status.field != "wound" or bool(_HURT.search(text, max(sentence.start, status.start - 100), status.start))
