"""The words of a claim and where another sentence tells it too; for the checks that compare how claims are told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple, TypeVar

from storydiff.model import Alignment, Analysis, Link, Mention, Sentence, Span, within

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
# Words that carry no matter of their own.
_LIGHT = frozenset(
    """a an the and or but nor of to in on at by for with from as into over under about after before during while when where who
    whom whose which that this these those it its he his him she her they their them we our i you your there here is are was were
    be been being am has have had having do does did done will would shall should can could may might must not no than then so if
    also just very more most some any all both each other others another such only own same s t said says say saying told according
    police officials authorities officer officers official two one three four five several many first last new man men woman women
    people person year years old day time monday tuesday wednesday thursday friday saturday sunday""".split()
)
_ENDINGS = re.compile(r"(?:ies|ied|ing|ed|es|ly|s|e|’s|'s)$")
_IRREGULAR = {
    "shot": "shoot", "stole": "steal", "stolen": "steal", "fled": "flee", "began": "begin", "begun": "begin", "started": "begin",
    "start": "begin", "ran": "run", "drove": "drive", "driven": "drive", "took": "take", "taken": "take", "left": "leave",
    "found": "find", "held": "hold", "hit": "hit", "struck": "strike", "died": "die", "dead": "die", "death": "die", "slain": "kill",
    "hurt": "injur", "fought": "fight", "broke": "break", "threw": "throw", "fell": "fall", "went": "go", "came": "come",
    "gave": "give", "given": "give", "wrote": "write", "met": "meet", "sent": "send", "led": "lead", "lit": "light", "set": "set",
}  # fmt: skip

_LONGEST_QUOTATION = 6000
_T = TypeVar("_T")
Places = frozenset[tuple[str, int]]
"""Sentences, by sigil and start."""


class Told(NamedTuple):
    """A claim as a sentence tells it: the span from the first to the last of the shared words, and the shared stems."""

    sentence: Sentence
    span: Span
    shared: frozenset[str]


@lru_cache(maxsize=1 << 12)  # a sentence is looked at once for each that it is linked to, by several checks
def stems(text: str, start: int, end: int) -> tuple[tuple[str, int, int], ...]:
    """The words of `text[start:end]` that carry matter: stem, start, end."""
    words = ((match[0].lower(), match) for match in _WORD.finditer(text, start, end))
    return tuple((stem(word), match.start(), match.end()) for word, match in words if word not in _LIGHT)


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A rough stem: `believes`, `believed` → `believ`."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    short = _ENDINGS.sub("", word) if len(word) > 4 else word
    return short[:-1] if len(short) > 4 and short[-1] == short[-2] else short


def told_in(analysis: Analysis, sentence: Sentence, claim: frozenset[str], least: float) -> Told | None:
    """Where `sentence` tells `claim`: at least the share `least` of its stems, close together; None if it doesn't."""
    hits = [(word, s, e) for word, s, e in stems(analysis.report.text, sentence.start, sentence.end) if word in claim]
    shared = frozenset(word for word, _, _ in hits)
    if not claim or len(shared) / len(claim) < least:
        return None
    return Told(sentence, Span(hits[0][1], max(e for _, _, e in hits)), shared)


def links_of(alignment: Alignment) -> dict[tuple[str, int], list[tuple[Sentence, Link]]]:
    """The linked sentences of each sentence, by sigil and start."""
    found: dict[tuple[str, int], list[tuple[Sentence, Link]]] = {}
    for link in alignment.links:
        found.setdefault((link.a.sigil, link.a.start), []).append((link.b, link))
        found.setdefault((link.b.sigil, link.b.start), []).append((link.a, link))
    return found


def gathered(found: Iterable[tuple[Places, frozenset[str], _T]], least: int = 2) -> list[list[_T]]:
    """What is told of one claim: items that share a sentence and `least` of the claim's words (all, where it has fewer)."""
    groups: list[list[_T]] = []
    words: list[frozenset[str]] = []
    at: dict[tuple[str, int], list[int]] = {}
    for places, shared, item in found:
        near = (number for place in sorted(places) for number in at.get(place, ()))
        number = next((n for n in near if len(words[n] & shared) >= min(least, len(words[n]))), len(groups))
        if number == len(groups):
            groups.append([])
            words.append(shared)
        groups[number].append(item)
        for place in places:
            numbers = at.setdefault(place, [])
            if number not in numbers:
                numbers.append(number)
    return groups


def overlaps(mentions: Iterable[Mention], start: int, end: int) -> bool:
    """Whether any of `mentions` shares a character with `[start, end)`."""
    return any(m.start < end and start < m.end for m in mentions)


def inside_quotation(analysis: Analysis, start: int, end: int) -> bool:
    """Whether all of `[start, end)` stands in one quotation."""
    near = within(analysis.quotations, start - _LONGEST_QUOTATION, start + 1)
    return any(end <= quotation.end for quotation in near)


def span_of(analysis: Analysis, start: int, end: int) -> Mention:
    """The words there as a mention."""
    return Mention(analysis.sigil, start, end, analysis.report.text[start:end])
