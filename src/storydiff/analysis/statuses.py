"""States out of opposing sets: dead or alive, arrested or at large, critical or stable, which weapon, where wounded."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from storydiff.analysis.clauses import sentence_index
from storydiff.analysis.lexicon import alternation, table
from storydiff.model import Entity, Report, Sentence, Status
from storydiff.normalise import lower

# Phrase → (field, value).
_STATES = {phrase.lower(): (field, value) for field, value, phrase in table("statuses")}
_STATE = re.compile(rf"\b{alternation(_STATES)}\b")

# Whose state it may be, by the noun that stands nearest in the clause; words of one line are one class.
_CLASS_OF = {word: words.split()[0] for _, words in table("people") for word in words.split()}
_SUBJECT = re.compile(rf"\b{alternation(_CLASS_OF)}\b")

_VEHICLE = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?(?:car|sedan|coupe|suv|truck|van|minivan|pickup|vehicle|convertible|hatchback|motorcycle|bus)\b",
)
_NEGATOR = re.compile(r"\b(?:no|not|never|nobody|none|neither|without|cannot|yet to|un(?:able|likely) to)\b|n['’]t\b")
_CLAUSE_EDGE = re.compile(
    r"[.;:!?]|,\s+(?:and|but|while|who|which|as|after|when)\b|\b(?:but|while|although|though|whereas)\b"
)
_TELLING = frozenset({"sentence", "bullet"})
_REACH = 120  # characters before a state in which its subject or a negation may stand: a long clause
_AFTER = 50  # and after it: "arrested a 19-year-old man"


def find_statuses(report: Report, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> tuple[Status, ...]:
    """The states told in `report`, in order. `subject` is an entity's key, or the class of the nearest noun ("suspect", "girl")."""
    named = sorted(
        (name.start, name.end, entity.key) for entity in entities if entity.kind == "person" for name in entity.mentions
    )
    text = lower(report.text).replace("’", "'")
    found = []
    for match in _STATE.finditer(text):
        index = sentence_index(sentences, match.start())
        if index < 0 or sentences[index].kind not in _TELLING or match.end() > sentences[index].end:
            continue
        field, value = _STATES[" ".join(match[0].split())]
        if field == "colour" and not _VEHICLE.match(text, match.end(), sentences[index].end):
            continue
        left = _clause_start(text, sentences[index].start, match.start())
        found.append(
            Status(
                report.sigil,
                match.start(),
                match.end(),
                report.text[match.start() : match.end()],
                field=field,
                value=value,
                subject=_subject(text, left, sentences[index].end, match, named),
                negated=bool(_NEGATOR.search(text, left, match.start())),
            )
        )
    return tuple(found)


def _clause_start(text: str, sentence_start: int, offset: int) -> int:
    start = max(sentence_start, offset - _REACH)
    for edge in _CLAUSE_EDGE.finditer(text, start, offset):
        start = edge.end()
    return start


def _subject(text: str, left: int, stop: int, match: re.Match[str], named: Sequence[tuple[int, int, str]]) -> str:
    """The nearest person before the state in its clause, else the nearest right after it, else ""."""
    right = match.end() + _AFTER
    near = [(start, key) for start, _, key in named[bisect_left(named, (left,)) : bisect_left(named, (right,))]]
    near += [(word.start(), _CLASS_OF[word[0]]) for word in _SUBJECT.finditer(text, left, min(right, stop))]
    before = [one for one in near if one[0] < match.start()]
    after = [one for one in near if one[0] >= match.end()]
    if before:
        return max(before)[1]
    return min(after)[1] if after else ""
