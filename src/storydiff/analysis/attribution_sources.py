"""The source of an attribution: the noun phrase before or after its cue."""

from __future__ import annotations

import re

from storydiff.analysis.attribution_cues import QUOTED
from storydiff.model import Span

_TOKEN = re.compile(rf"[\w$£€#@][\w’'.&/-]*|{QUOTED}+|--+|[^\w\s]")
# "Lt." and "Ross-Lund"; the point after a longer word ends a sentence.
_PART_OF_NAME = re.compile(r"[^\W_](?:[\w’'&/-]{0,2}+\.|[\w’'&/-]*+)")
_REACH = 170
_MOST_WORDS = 14

PRONOUNS = frozenset(
    "he she they we i it you one who whom both many some others another few most several all neither".split()
)
_SKIPPED = frozenset(
    "also later then now already repeatedly often once never not has have had would will did does do could should may might"
    " must can is are was were been being be just even still always soon first earlier further again previously recently"
    " only either both n’t n't to again since long too has-been".split()
)
_BREAKS = frozenset(
    "that because as when while if where after before since although though whether than then but so yet meanwhile however"
    " said says say told is are was were has have had be been will would could should may might must can did does do"
    " which who whom whose not until unless despite how why what or either".split()
)
_PREPOSITIONS = frozenset(
    "of for with from in at on to by about under near inside outside into against behind between over".split()
)
_DETERMINERS = frozenset(
    "the a an his her their its our my this that these those another any some every each no".split()
)
_NO_SUBJECT = _DETERMINERS | frozenset("and but or".split())
_MARKS = f',;:?!—–"“”()[]{QUOTED}'
_LONGEST_DETERMINER = max(map(len, _DETERMINERS))
_OPENING = frozenset("and but so then still yet that".split())
_INTRODUCING = _PREPOSITIONS | frozenset("after before while when as if".split())
_BOUNDS = (
    dict.fromkeys(_DETERMINERS, "determiner")
    | dict.fromkeys((*_PREPOSITIONS, "and"), "joint")
    | dict.fromkeys(_BREAKS, "break")
)
"""What a word does to the noun phrase before or in which it stands."""
_TIMES = (
    r"(?:on\s)?(?:(?:last|early|late|this|that|next)\s)?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today"
    r"|yesterday|tonight|week|month|year|night|morning|afternoon|evening)"
)
_AFTER = re.compile(
    rf"""\s+(?!(?:{_TIMES}|that|in|on|at|to|if|whether|how|why|what|when|as|there|it|not|nothing|no)\b)
    (
      (?:he|she|they|we|i|you|one)\b(?!\s\w+(?:ed|s)\b)
    | (?:(?!(?:{_TIMES}|that|who|whom|which|when|as|while|after|before|during|on|to|if|whether|because|but|about|told|said|says
             |is|are|was|were|has|had|have|will|would|in\s(?:a|an|the|his|her|their|its|this|court|[JFMASOND][a-z]+\s\d)|at\s(?:a|the|his|her))\b)
         [\w$#@][\w’'.&/-]*(?:\s|(?=[^\w\s])|$)){{1,{_MOST_WORDS}}}
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def after(masked: str, cue_end: int, limit: int) -> Span | None:
    """The noun phrase right after a cue: `said [Lt. Oda Brandt], who…`, `according to [two officials]`."""
    match = _AFTER.match(masked, cue_end, min(limit, cue_end + _REACH))
    if match is None:
        return None
    return _trimmed(masked, match.start(1), match.end(1))


def before(masked: str, floor: int, cue_start: int) -> Span | None:
    """The noun phrase that is the subject of the verb at `cue_start`; not before `floor`. None if there is none."""
    floor = max(floor, cue_start - _REACH)
    if (plain := _plain_phrase(masked, floor, cue_start)) is not None:
        return plain
    tokens = [*_TOKEN.finditer(masked, floor, cue_start)]
    last = _skip_auxiliaries(tokens)
    if last < 0:
        return None
    word = tokens[last][0]
    if word == ",":
        opening = _opening_comma(tokens, last)
        return _phrase(masked, tokens, opening - 1) if opening > 0 else _first_phrase(masked, tokens)
    if word.lower() in ("and", "but", "or", "then"):
        return _first_phrase(masked, tokens)
    return _phrase(masked, tokens, last)


def _plain_phrase(masked: str, floor: int, cue_start: int) -> Span | None:
    """The subject if it is a pronoun or a few words without marks, from a mark or a determiner on: many are so, and need no taking apart."""
    start = cue_start
    skipped = True
    while skipped:
        end = start - 1
        if end <= floor or masked[end] != " ":
            return None
        start = masked.rfind(" ", floor, end) + 1 or floor
        word = masked[start:end]
        if not word.isalnum():
            return None
        small = word.lower()
        skipped = small in _SKIPPED or (small.endswith("ly") and len(small) > 4)
    if small in _NO_SUBJECT:
        return None
    if small in PRONOUNS or small in _BOUNDS:
        return Span(start, end)
    determined = False
    for _ in range(_MOST_WORDS):
        if start == floor or masked[start - 2] in _MARKS:
            return Span(start, end)
        first = masked.rfind(" ", floor, start - 1) + 1 or floor
        word = masked[first : start - 1]
        small = word.lower()
        if determined:
            return Span(start, end) if word.isalnum() and small not in _PREPOSITIONS else None
        bound = _BOUNDS.get(small)
        if bound == "break":
            return Span(start, end)
        determined = bound == "determiner"
        if bound == "joint" or not (word.isalnum() or _PART_OF_NAME.fullmatch(word)):
            return None
        start = first
    return None


def subject(masked: str, floor: int, cue_start: int) -> Span | None:
    """The subject of the clause that begins at `floor`, for cues without one of their own ("…, adding that")."""
    floor = max(floor, cue_start - 2 * _REACH)
    return _first_phrase(masked, [*_TOKEN.finditer(masked, floor, cue_start)])


def _skip_auxiliaries(tokens: list[re.Match[str]]) -> int:
    """Index of the last token before the verb group, -1 if there is none."""
    index = len(tokens) - 1
    while index >= 0:
        word = tokens[index][0].lower()
        if word in _SKIPPED or (word.endswith("ly") and len(word) > 4) or word.endswith(("n't", "n’t")):
            index -= 1
        else:
            break
    return index


def _opening_comma(tokens: list[re.Match[str]], closing: int) -> int:
    """Index of the comma that opens what `closing` closes ("Brandt, 43, said"), -1 if there is none."""
    for index in range(closing - 1, max(-1, closing - 30), -1):
        mark = tokens[index][0][0]
        if mark == ",":
            return index
        if mark in f";:{QUOTED}":
            return -1
    return -1


def _phrase(masked: str, tokens: list[re.Match[str]], last: int) -> Span | None:
    """The noun phrase that ends with the token `last`, or before a bracket that ends there: "Rep. Ada Ross (R-Ohio)"."""
    if tokens[last][0] == ")":
        last = next((i - 1 for i in range(last, max(-1, last - 12), -1) if tokens[i][0] == "("), -1)
        if last < 0:
            return None
    end = tokens[last].end()
    word = tokens[last][0]
    if not word[0].isalnum() and word[0] not in "#@$":
        return None
    if word.lower() in PRONOUNS:
        return Span(*tokens[last].span())
    first = last
    index = last
    while index >= 0 and last - index < _MOST_WORDS:
        word = tokens[index][0]
        bound = _BOUNDS.get(word.lower())
        if bound == "break" or not (word[0].isalnum() or word[0] in "#@$"):
            break
        if bound == "joint":
            if not _joins(tokens, index, last):
                break
        elif bound == "determiner":
            first = index
            if index == 0 or tokens[index - 1][0].lower() not in _PREPOSITIONS:
                break
        elif word[-1] == "." and len(word) > 4 and index < last:
            break
        else:
            first = index
        index -= 1
    return _trimmed(masked, tokens[first].start(), end)


def _joins(tokens: list[re.Match[str]], index: int, last: int) -> bool:
    """Whether the preposition or conjunction at `index` ties what follows to a noun before it."""
    if index == 0 or index == last:
        return False
    left = tokens[index - 1][0]
    right = tokens[index + 1][0]
    if not left[0].isalnum() or left.lower() in _BREAKS or left.lower() in _PREPOSITIONS:
        return False
    if tokens[index][0].lower() == "and":
        return left[0].isupper() and right[0].isupper()
    return not left.endswith(("ed", "ing", "ly")) or left[0].isupper()


def _first_phrase(masked: str, tokens: list[re.Match[str]]) -> Span | None:
    """The first noun phrase of a clause, an introducing "On Monday," or "In court," passed over."""
    index = 0
    while index < len(tokens) and tokens[index][0].lower() in _OPENING:
        index += 1
    if index < len(tokens) and tokens[index][0].lower() in _INTRODUCING:
        comma = next((i for i in range(index, len(tokens)) if tokens[i][0] == ","), -1)
        if comma < 0:
            return None
        index = comma + 1
    last = index
    while last < len(tokens) and last - index < _MOST_WORDS:
        word = tokens[last][0]
        small = word.lower()
        if not (word[0].isalnum() or word[0] in "#@$") or (small in _BREAKS and last > index) or small in _SKIPPED:
            break
        if last > index and (small.endswith("ed") or small in ("on", "at", "to")):
            break
        last += 1
        if small in PRONOUNS:
            break
    return _trimmed(masked, tokens[index].start(), tokens[last - 1].end()) if last > index else None


def _trimmed(masked: str, start: int, end: int) -> Span | None:
    while start < end and masked[end - 1] in " ,.;'’\n":
        if masked[end - 1] == "." and re.search(
            r"\b(?:[A-Z]|Jr|Sr|Inc|Corp|Co|St|No|D\.C|U\.S)$", masked[max(0, end - 6) : end - 1]
        ):
            break
        end -= 1
    if start >= end or (end - start <= _LONGEST_DETERMINER and masked[start:end].lower() in _DETERMINERS):
        return None
    return Span(start, end)
