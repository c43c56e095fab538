"""Negations: words that turn a claim round, each with the span it negates."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache

from storydiff.analysis.clauses import Clauses, claims_with
from storydiff.analysis.lexicon import table
from storydiff.analysis.words import Phrases, as_listed, matches_at, phrases_in, phrases_of, starts_of
from storydiff.model import Negation, Report, Sentence, Span
from storydiff.normalise import lower

_NOT_CLAIMS = frozenset({"byline", "dateline", "credit", "boilerplate"})
_NOT_A_NEGATION = re.compile(r"\s*(?:\.\s*\d|\d|wonder\b|longer\s+than\b|more\s+than\b|less\s+than\b)", re.IGNORECASE)
_PHRASE_END = re.compile(
    r"[\s,;.:!?](?:(?<!\s)|(?=(?:who|that|which|after|before|when|while|and|but|was|were|is|are|has|had|have|said|at|by|because|to)\b)|[-–—])",
    re.IGNORECASE,
)


@cache
def _cues() -> tuple[Phrases, dict[str, str]]:
    rows = {row[0]: row[1] for row in table("negations")}
    return phrases_of(cue for cue in rows if cue != "n't"), rows


# Stands at the end of a word; "can't" is negated as "cannot" is. Apart from the other cues, as it does not begin with a word.
_CONTRACTED = re.compile(r"n['’]t\b(?<=\w...)")
_ITS_END = frozenset({"t"})


def _found(cues: Phrases, lowered: str) -> list[re.Match[str]]:
    """The cues in `lowered` text, in order."""
    ends = starts_of(lowered, _ITS_END)
    found = [*phrases_in(lowered, cues), *matches_at(_CONTRACTED, lowered, [max(0, end - 2) for end in ends])]
    found.sort(key=re.Match.start)
    return found


def find_negations(report: Report, sentences: Sequence[Sentence]) -> tuple[Negation, ...]:
    """The negations of `report`, in order. A cue's scope never leaves its sentence."""
    cues, rows = _cues()
    text = report.text
    found: list[Negation] = []
    lowered = lower(text)
    for cue, clauses in claims_with(_found(cues, lowered), lowered, sentences, _NOT_CLAIMS):
        start, end = cue.span()
        scope = _scope(text, clauses, start, end, rows[as_listed(cue[0])])
        if scope.start < scope.end:
            found.append(Negation(report.sigil, start, end, text[start:end], scope))
    return tuple(found)


def _scope(text: str, clauses: Clauses, start: int, end: int, reach: str) -> Span:
    """What is negated; empty where the cue negates nothing ("not only", "No. 2", "no, …")."""
    is_no = end - start == len("no") and text[start:end].lower() == "no"
    if reach == "nothing" or (is_no and _NOT_A_NEGATION.match(text, end)):
        return Span(end, end)
    if reach == "phrase" and text[end : end + 1] in (",", ".", "!", "”", '"'):  # "No, …"
        return Span(end, end)
    rest = clauses.after(end)
    if reach != "phrase" or clauses.left(start) == start:  # "no arrests" as the subject negates what is said of them
        return rest
    ends = _phrase_ends(text, clauses.sentence.start, clauses.sentence.end)
    index = bisect_left(ends, rest.start)
    return Span(rest.start, ends[index]) if index < len(ends) and ends[index] < rest.end else rest


@lru_cache(maxsize=1)  # of the sentence at hand: one with many cues is gone through once
def _phrase_ends(text: str, start: int, end: int) -> list[int]:
    return [match.start() for match in _PHRASE_END.finditer(text, start, end)]
