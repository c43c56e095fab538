"""Cues: words that may credit somebody, weighed by the word itself and by the words on both sides of it.

A word such as "said" nearly always credits a source, "called" often, "offered" sometimes. Each listed form has a weight
(log-odds), and so has the kind of word that follows ("that", a name, a quotation) and goes before ("he", "was", a name).
The sum decides. Lists and weights: `lexicons/en/attribution_cues.txt` and `attribution_contexts.txt`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from storydiff.analysis.lexicon import table
from storydiff.analysis.words import words_of
from storydiff.normalise import lower
from storydiff.patterns import late

QUOTED = "\x02"
"""Stands for every character of a quotation in masked text, so that no cue or clause is looked for inside one."""

_RIGHT = re.compile(rf"\s{{0,3}}(?:(\w+)|({QUOTED})|([,:])\s{{0,3}}({QUOTED})|([^\w\s]))")
_REFLEXIVE = re.compile(r"\s(?:him|her|my|them|it)sel(?:f|ves)\b")
# Words that credit in politics ("fired back", "attacked the plan") and are deeds in most other news.
_BODILY = frozenset(
    "fire fires fired firing shoot shot shots shooting hit hits"
    " hitting charged passed ruled presented avoided struck".split()
)
_CALL_OUT = late(
    r"\sto\s(?:\w+\s){0,3}?(?:reports?|calls?|scene|shooting|home|house|apartment|address|area|disturbance|location|fire|incident)\b"
)
# What documents do to credit them: "the study found", "records show".
_EVIDENCE = frozenset(
    "find finds found show shows showed showing indicate indicates indicated suggest suggests suggested say says".split()
)
_OF_A_DOCUMENT = 1.5
_SEEMING = frozenset("seem seems seemed appear appears appeared".split())
_OFTEN_DEEDS = _BODILY | _SEEMING | {"known"}
_OFTEN_DEED_STEMS = ("respond", "add", "point")
_ARTICLES = frozenset(("a", "an", "the"))
_KINDS_OF_REFLEXIVES = frozenset(("word", "-s", "NAME"))
_SPOKEN = frozenset(("that", "Q", ",Q", ":", ":Q", "back"))
_PASSIVE = frozenset(("Q", "was", "were", "been", "first"))
_NEAR_LEFT = 28
_ENDINGS = ("ing", "ed", "ly", "s")


class Cue(NamedTuple):
    """A word that credits: its place, its lower-case form, its score, and the kinds of its neighbours."""

    start: int
    end: int
    form: str
    score: float
    left: str
    right: str


class Weights(NamedTuple):
    """Log-odds of forms (the bias of all included), of left and of right neighbours, and the best of the left."""

    forms: dict[str, float]
    left: dict[str, float]
    right: dict[str, float]
    best_left: float


@cache
def weights() -> Weights:
    """The fitted weights, by word form and by kind of neighbour."""
    forms = {row[0]: float(row[1]) for row in table("attribution_cues")}
    contexts = [(side, kind, float(weight)) for side, kind, weight in table("attribution_contexts")]
    left = {kind: weight for side, kind, weight in contexts if side == "left"}
    right = {kind: weight for side, kind, weight in contexts if side == "right"}
    bias = next(weight for side, _, weight in contexts if side == "bias")
    return Weights({form: bias + weight for form, weight in forms.items()}, left, right, max(left.values()))


@cache
def force(form: str) -> str:
    """What a cue does: `say` (states something), `think` (holds it true), `other` (judges, wants, does by words)."""
    return "say" if form == ":" else _forces().get(form, "other")


@cache
def _forces() -> dict[str, str]:
    return {row[0]: row[2] for row in table("attribution_cues") if len(row) > 2}


def find_cues(text: str, masked: str) -> list[Cue]:
    """The cues in `text`, in order, that score above 0 and stand outside the quotations, which `masked` hides."""
    forms, of_left, of_right, best_left = weights()
    lowered = lower(masked)
    words, starts, numbers = words_of(lower(text))
    last = len(starts) - 1
    cues: list[Cue] = []
    for form in numbers.keys() & forms.keys():
        weight, length, evidence = forms[form], len(form), form in _EVIDENCE
        for number in numbers[form]:
            start = starts[number]
            if masked[start] == QUOTED:
                continue
            end = start + length
            own = weight + _OF_A_DOCUMENT if evidence and _follows_document(lowered, start) else weight
            # What stands beside most cues is a word and one space on either side: that is told without a pattern.
            if number < last and starts[number + 1] == end + 1 and lowered[end] == " ":
                right = _kind_after(words[number + 1], masked[end + 1])
            else:
                right = right_kind(masked, lowered, end)
            by_right = of_right.get(right, 0.0)
            if own + best_left + by_right <= 0:
                continue
            before = starts[number - 1]
            if (
                before + len(words[number - 1]) + 1 == start
                and lowered[start - 1] == " " == lowered[before - 1]
                and start - before <= _NEAR_LEFT
            ):
                left = _kind_before(lowered[before : start - 1], masked[before])
            else:
                left = left_kind(masked, lowered, start)
            score = own + of_left.get(left, 0.0) + by_right
            if score > 0 and not _is_deed(lowered, form, start, end, left, right):
                cues.append(Cue(start, end, form, score, left, right))
    cues.sort()
    return cues


def _follows_document(lowered: str, start: int) -> bool:
    """Whether the word before is a document: "records show"."""
    words = lowered[max(0, start - _NEAR_LEFT) : start].rsplit(None, 1)
    return bool(words) and words[-1] in _documents()


@cache
def _documents() -> frozenset[str]:
    return frozenset(row[0] for row in table("source_nouns") if row[1] == "document")


def _is_deed(lowered: str, form: str, start: int, end: int, left: str, right: str) -> bool:
    """`pointed the gun`, `identified himself`, `state-issued`, `reported by`: no words of anybody."""
    if (right == "by" and left not in _PASSIVE) or (left == "-" and lowered[start - 1] == "-"):
        return True
    if left in _ARTICLES and right not in ("that", ":", ":Q", ",Q"):  # a noun: "in a statement to"
        return True
    if form in _OFTEN_DEEDS or form.startswith(_OFTEN_DEED_STEMS):
        if _is_own_deed(lowered, form, end, right):
            return True
        if form.startswith("point"):
            return False
    reflexive = _REFLEXIVE.match(lowered, end) if right in _KINDS_OF_REFLEXIVES else None
    return reflexive is not None and (
        form.startswith("identif") or not lowered.startswith((" as", " a ", " the"), reflexive.end())
    )


def _is_own_deed(lowered: str, form: str, end: int, right: str) -> bool:
    if form == "known":
        return right == "as"  # what something is called
    if form in _SEEMING:
        return right not in ("to", "that", "as", "like")  # "seems clear", "appeared on a show"
    if form in _BODILY:
        return right not in _SPOKEN
    if form.startswith("respond"):
        return _CALL_OUT().match(lowered, end) is not None
    if form.startswith("add"):
        return right in ("DIGIT", "word", "-ly", "a", "an")  # "added 200 jobs"
    return right not in ("to", "out", "Q", ",Q", ":Q")  # "pointed the gun"


def right_kind(masked: str, lowered: str, end: int) -> str:
    """The kind of what follows: a function word itself, a mark, `Q` a quotation, `NAME`, an ending, or `word`."""
    match = _RIGHT.match(lowered, end)
    if match is None:
        return "END"
    word, quoted, mark, mark_quoted, other = match.groups()
    if quoted:
        return "Q"
    if mark_quoted:
        return mark + "Q"
    return other or _kind_after(word, masked[match.start(1)])


@lru_cache(maxsize=4096)
def _kind_after(word: str, first_letter: str) -> str:
    """The kind of `word` after a cue; `first_letter` as it is written, `QUOTED` in a quotation."""
    if first_letter == QUOTED:
        return "Q"
    return word if word in _function_words("right") else _word_kind(word, first_letter)


def left_kind(masked: str, lowered: str, start: int) -> str:
    """The kind of what goes before, as `right_kind` has it; `START` at the beginning of a paragraph or sentence."""
    near = lowered[max(0, start - _NEAR_LEFT) : start]
    words = near[near.rfind("\n") + 1 :].rsplit(None, 1)
    if not words:
        return "START"
    last = words[-1]
    return _kind_before(last, masked[start - len(near) + near.rfind(last)])


@lru_cache(maxsize=4096)
def _kind_before(last: str, first_letter: str) -> str:
    """The kind of the word `last`, with the marks about it, before a cue; `first_letter` as it is written."""
    if last in _function_words("left"):
        return last
    if not last[-1].isalnum():
        return "Q" if last[-1] == QUOTED else last[-1]
    if last.endswith(("n't", "n’t")):
        return "not"
    if last.endswith(("'s", "’s")):
        return "'s"
    return _word_kind(last, first_letter)


def _word_kind(word: str, first_letter: str) -> str:
    if first_letter.isupper():
        return "NAME"
    if first_letter.isdigit():
        return "DIGIT"
    for ending in _ENDINGS:
        if word.endswith(ending):
            return "-" + ending
    return "word"


@cache
def _function_words(side: str) -> frozenset[str]:
    return frozenset(row[1] for row in table("attribution_contexts") if row[0] == side and row[1].isalpha())
