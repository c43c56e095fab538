"""Hedges: words that make a claim less than certain, each with its rung on the ladder and the span it weakens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from storydiff.analysis.clauses import Clauses, claims_with
from storydiff.analysis.lexicon import table
from storydiff.analysis.words import Phrases, as_listed, phrases_in, phrases_of
from storydiff.model import Hedge, Report, Rung, Sentence, Span
from storydiff.normalise import lower
from storydiff.patterns import late

_NOT_CLAIMS = frozenset({"byline", "dateline", "credit", "boilerplate"})
_NOUN_PHRASE = late(
    r"(?:\s[\w$€£][\w’'-]*)(?:\s(?!\w+ed\b|(?:who|that|which|in|on|at|by|for|with|from|after|before|and|or|but|to|as|was"
    r"|were|is|are|has|had|have|will|said|says|during|into|near|when|while|may|might|could|can|would|he|she|it|they)\b)"
    r"[\w$€£][\w’'-]*){0,4}",
    re.IGNORECASE,
)
_DETERMINER = late(r"(?:^|\s)(?:a|an|the|his|her|their|its|of|two|three|four|five|several|this|that|any|no|one"
                         r"|by|with|other|another|from|in|as|for|and|or)\s$", re.IGNORECASE)  # fmt: skip
_AUXILIARY = late(r"\b(?:is|are|was|were|be|been|being|not)\s+(?:\w+ly\s+)?$", re.IGNORECASE)


@cache
def _cues() -> tuple[Phrases, dict[str, tuple[Rung, str]]]:
    rows = {cue: (Rung[rung.upper()], reach) for cue, rung, reach in table("hedges")}
    return phrases_of(rows), rows


def find_hedges(report: Report, sentences: Sequence[Sentence]) -> tuple[Hedge, ...]:
    """The hedges of `report`, in order. A cue's scope never leaves its sentence."""
    cues, rows = _cues()
    text = report.text
    found: list[Hedge] = []
    lowered = lower(text)
    for cue, clauses in claims_with(phrases_in(lowered, cues), lowered, sentences, _NOT_CLAIMS):
        start, end = cue.span()
        rung, reach = rows[as_listed(cue[0])]
        scope = _scope(text, clauses, start, end, reach)
        if scope is not None:
            found.append(Hedge(report.sigil, start, end, text[start:end], rung, scope))
    return tuple(found)


def _scope(text: str, clauses: Clauses, start: int, end: int, reach: str) -> Span | None:
    if text[start:end] == "May":  # the month, or a question
        return None
    match reach:
        case "clause":
            return clauses.around(start, end)
        case "noun":
            return _noun_phrase(text, clauses, start, end)
        case "around":
            return _around(text, clauses, start, end)
        case "after":
            scope = clauses.after(end)
            return scope if scope.start < scope.end else None
    return None


def _noun_phrase(text: str, clauses: Clauses, start: int, end: int) -> Span | None:
    """The nouns after an adjective. A participle counts as one only after a determiner or at the start of its clause."""
    sentence = clauses.sentence
    left = text[max(sentence.start, start - 12) : start]
    participle = text[start:end].lower().endswith("ed") and text[start:end].lower() != "alleged"
    if (participle and left and not _DETERMINER().search(left)) or _AUXILIARY().search(left):
        return None
    phrase = _NOUN_PHRASE().match(text, end, sentence.end)
    return Span(end + 1, phrase.end()) if phrase else None


def _around(text: str, clauses: Clauses, start: int, end: int) -> Span | None:
    """`police believe X` weakens X; `X, police believe,` and `X, police believe.` weaken X."""
    sentence = clauses.sentence
    if end < sentence.end and text[end] not in ',.;"”':
        scope = clauses.after(end)
        return scope if scope.start < scope.end else None
    left = clauses.left(start)
    if left <= sentence.start:
        return None
    before = clauses.left(left - 1)
    return Span(before, before + len(text[before:left].rstrip(" ,")))
