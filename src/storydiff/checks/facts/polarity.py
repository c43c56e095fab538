"""Sentences that tell the same, but one of them with a "not", or with the opposite word."""

from __future__ import annotations

from typing import NamedTuple

from storydiff.checks.common.linked import found_in_links
from storydiff.model import Alignment, Analysis, Link, Mention, Negation, Sentence, Span, within
from storydiff.normalise import words
from storydiff.patterns import late

# Pairs that cannot both be said of one thing. Source: the storydiff maintainers.
OPPOSITES = tuple(
    tuple(line.split())
    for line in """
    accidental intentional
    accidentally intentionally
    accidentally deliberately
    armed unarmed
    approved rejected
    approve reject
    passed failed
    accepted rejected
    accepted declined
    confirmed denied
    granted denied
    increase decrease
    increased decreased
    rose fell
    rising falling
    up down
    before after
    inside outside
    indoors outdoors
    loaded unloaded
    locked unlocked
    open closed
    opened closed
    entering leaving
    entered left
    arriving leaving
    parked moving
    legal illegal
    legally illegally
    lawful unlawful
    male female
    man woman
    boy girl
    married divorced
    first last
    win lose
    won lost
    majority minority
    more fewer
    more less
    most least
    north south
    east west
    northbound southbound
    eastbound westbound
    responsive unresponsive
    conscious unconscious
    public private
    upheld overturned
    upheld struck
    lifted imposed
    alone together
    willing unwilling
    related unrelated
    known unknown
    registered unregistered
    licensed unlicensed
    """.split("\n")
    if line.strip()
)
_OPPOSITE: dict[str, set[str]] = {}
for _one, _other in OPPOSITES:
    _OPPOSITE.setdefault(_one, set()).add(_other)
    _OPPOSITE.setdefault(_other, set()).add(_one)

# Words that carry no matter: what is left tells whether two sentences say the same of the same.
_EMPTY = frozenset(
    "a an the this that these those because his her its their our my your he she it they we i you who which what of in on at to for from by "
    "with as and or but if than then so is are was were be been being has have had do does did will would can could may might "
    "shall should must not n't no said says saying told according police officials authorities also just very about there one two three four five".split()
)
_LEAST = 3  # words of matter
_SHARED = (
    0.6  # share of the shorter sentence's matter that must stand in the other; below it the clauses tend to differ
)


_PART = late(r"\bof\b")  # "none of the officers": of those who were there, perhaps, not of all
_GOVERNED = late(r"\b(to|for|by|of|about|from|without|against|over)\s+\Z")
_TURNS = late(r"\s+(?:because|only|just|necessarily|immediately|yet|even|so|as|by|for|in|on|at|to)\b")
# "Denies Democrats' lawsuit": it is the lawsuit that is denied, not whose it is.
_OF_WHOM = late(r"\s+(?:[\w.-]+\s){0,3}?[\w.-]+(?:['’]s|s['’])\s")
_LIMITED = late(r"\bnot\s(?:merely|just|only|simply)\s\Z")


class Opposed(NamedTuple):
    """Words that oppose each other, and where each stands."""

    words: tuple[str, str]
    places: tuple[tuple[Mention, ...], tuple[Mention, ...]]


class _Told(NamedTuple):
    """A sentence as it is compared."""

    analysis: Analysis
    matter: set[str]
    negations: tuple[Negation, ...]


class _Pair(NamedTuple):
    words: tuple[str, str]
    a: Mention
    b: Mention


def opposed(alignment: Alignment) -> list[Opposed]:
    """Where linked sentences say the same but for a negation or an opposite, one entry for each two words."""
    found: dict[tuple[str, str], tuple[dict[Mention, None], dict[Mention, None]]] = {}
    for link, one, other in found_in_links(alignment, _told):
        if pair := _opposed(link, one, other):
            (first, a), (second, b) = sorted(zip(pair.words, pair[1:], strict=True), key=lambda side: side[0])
            places = found.setdefault((first, second), ({}, {}))
            places[0][a] = None
            places[1][b] = None
    return [Opposed(pair, (tuple(a), tuple(b))) for pair, (a, b) in sorted(found.items())]


def _told(analysis: Analysis, sentence: Sentence) -> _Told | None:
    """The words of matter and the negations of `sentence`; what a speaker said is the business of quote-wording."""
    if _quotes(analysis, sentence) or len(matter := _matter(sentence.text)) < _LEAST:
        return None
    return _Told(analysis, matter, within(analysis.negations, sentence.start, sentence.end))


def _opposed(link: Link, a: _Told, b: _Told) -> _Pair | None:
    if len(a.matter & b.matter) < _SHARED * min(len(a.matter), len(b.matter)):
        return None
    if a.negations and not b.negations:
        pair = _by_negation(a, link.a, b.analysis, link.b)
    elif b.negations and not a.negations:
        pair = _by_negation(b, link.b, a.analysis, link.a)
    else:
        pair = None
    return pair or _by_opposite(link.a, link.b, a.matter, b.matter)


def _by_negation(denying: _Told, a: Sentence, other: Analysis, b: Sentence) -> _Pair | None:
    one, told = denying.analysis, words(b.text)
    for negation in denying.negations:
        denied = [word for word in words(one.report.text[negation.end : negation.scope.end]) if word not in _EMPTY][:2]
        if _TURNS().match(one.report.text, negation.end) or _PART().search(
            f"{negation.text} {one.report.text[negation.end : negation.end + 4]}"
        ):
            continue  # "not because", "not only": it is the reason or the limit that is denied, not the deed
        if negation.text.lower().startswith("den") and _OF_WHOM().match(one.report.text, negation.end):
            continue
        if len(denied) == 2 and all(word in told for word in denied):
            where = _place_of(b, denied[0])
            if where and _LIMITED().search(other.report.text, b.start, where.start):
                continue
            if where and _preposition(one, a, negation) == _preposition(other, b, where):
                return _Pair((f"{negation.text} {denied[0]}", denied[0]), negation, where)
    return None


def _preposition(analysis: Analysis, sentence: Sentence, place: Mention) -> str:
    """The preposition before `place`, on which it hangs: "agreed to not writing", "punished for writing"."""
    found = _GOVERNED().search(analysis.report.text, max(sentence.start, place.start - 12), place.start)
    return found[1].lower() if found else ""


def _by_opposite(a: Sentence, b: Sentence, matter_a: set[str], matter_b: set[str]) -> _Pair | None:
    for word in sorted(word for word in matter_a - matter_b if word in _OPPOSITE):
        for opposite in sorted(_OPPOSITE[word] & (matter_b - matter_a)):
            # Said of the same: the words beside them are the same.
            if _neighbours(a.text, word) & _neighbours(b.text, opposite):
                one, other = _place_of(a, word), _place_of(b, opposite)
                if one and other:
                    return _Pair((word, opposite), one, other)
    return None


def _neighbours(text: str, word: str) -> set[str]:
    told = [one for one in words(text) if one == word or one not in _EMPTY]
    at = told.index(word)
    return set(told[max(0, at - 1) : at] + told[at + 1 : at + 2])


def _matter(text: str) -> set[str]:
    return {word for word in words(text) if word not in _EMPTY}


def _place_of(sentence: Sentence, word: str) -> Mention | None:
    at = sentence.text.lower().find(word)
    if at < 0:
        return None
    span = Span(sentence.start + at, sentence.start + at + len(word))
    return Mention(sentence.sigil, span.start, span.end, sentence.text[at : at + len(word)])


def _quotes(analysis: Analysis, sentence: Sentence) -> bool:
    return any(quotation.kind == "speech" for quotation in within(analysis.quotations, sentence.start, sentence.end))
