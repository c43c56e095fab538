"""Where a report says that somebody is not named: the names are not released, the suspect is not identified."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from storydiff.model import Analysis, Mention, Sentence
from storydiff.normalise import lower
from storydiff.patterns import late

_SIGNS = ("name", "identi", "unknown")
_NOT = r"(?: not|n['’]t| yet to| never)"
_SOON = r"(?:(?: yet| also| immediately| officially| publicly| been| being| be){0,3})"
_RELEASED = r"(?:released?|releasing|disclosed?|disclosing|made public|given|provided|revealed?|divulged?|available)"
_WITHHELD = re.compile(
    # "the victims' names have not been released", "her name and condition weren't immediately provided"
    rf"\b(?:names?|identit(?:y|ies))\b[^.;:]{{0,40}}?\b(?:has|have|had|was|were|is|are|will){_NOT}{_SOON} {_RELEASED}\b(?:[^.;:]{{0,12}} of the [a-z]{{3,12}})?"
    # "have not released the identities of the men", "declined to release the girl's name", "would not name the suspect"
    rf"|\b(?:(?:has|have|had|did|do|does|would|will|are|is|were|was){_NOT}|(?:declined|refused|yet|unable) to|withh(?:olding|eld|old)|without){_SOON}"
    rf" (?:{_RELEASED} (?:any |the )?[^.;:]{{0,40}}?(?:names?|identit(?:y|ies))\b(?: of [^.;:,]{{0,30}})?|(?:identif(?:y|ied|ying)|name|named|naming) (?:the|a|an|any|either|those|him|her|them)\b[^.;:,]{{0,40}})"
    rf"|\bwithh(?:olding|eld|old) (?:the )?[^.;:]{{0,30}}?(?:names?|identit(?:y|ies))\b(?: of [^.;:,]{{0,30}})?"
    # "the girl, who hasn't been identified", "the suspect is unknown", "have yet to be identified"
    rf"|\b(?:has|have|had|was|were|is|are){_NOT}{_SOON} (?:identified|named)\b(?! as\b)"
    r"|(?<!of the )(?<!of a )\b(?:suspect|gunman|shooter|victim)s?(?:['’]s?)?(?: identit(?:y|ies))? (?:is|are|was|were|remains?) (?:still )?(?:unknown|unidentified)\b"
    rf"|\bno names? (?:of [^.;:]{{1,40}} )?(?:has|have|had|was|were|is|are){_SOON} {_RELEASED}\b"
)
# One more than those who are named.
_ANOTHER = late(
    r"\b(?:another|other|second|third|fourth|fifth|sixth|seventh|remaining|last)\s(?:[a-z-]+\s){0,2}(?:victim|person|man|woman|boy|girl|child|suspect|teen|teenager|officer|adult|body|individual)s?\b"
)
_NAMED_AFTER_ALL = late(r"\b(?:identified|named|known)\s(?:him|her|them|the\s\w{3,10})\sas\b")
_HELD = late(
    r"\b(?:(?:is|was|were|are|being|been)\s(?:\w+\s)?(?:held|arrested|charged|booked|detained|jailed)|in custody|detention|jail|turned (?:himself|herself) in)\b"
)
# Who asks a reporter not to be named is no news.
_SHY = re.compile(
    r"\b(?:asked|declin\w+|refus\w+|want\w*|wish\w*|prefer\w*|request\w+|condition|agreed)\b[^.;:]{0,30}\b(?:be (?:identified|named)|(?:give|provide) (?:his|her|their|a)\b)|anonym"
)
_NOUNS = {
    "girl": ("child", "f"), "girls": ("child", "f"), "boy": ("child", "m"), "boys": ("child", "m"), "child": ("child", ""),
    "children": ("child", ""), "toddler": ("child", ""), "infant": ("child", ""), "baby": ("child", ""), "teen": ("child", ""),
    "teens": ("child", ""), "teenager": ("child", ""), "teenagers": ("child", ""), "juvenile": ("child", ""), "suspect": ("suspect", ""),
    "suspects": ("suspect", ""), "gunman": ("suspect", "m"), "gunmen": ("suspect", "m"), "shooter": ("suspect", ""), "shooters": ("suspect", ""),
    "attacker": ("suspect", ""), "victim": ("victim", ""), "victims": ("victim", ""), "deceased": ("victim", ""), "dead": ("victim", ""),
    "man": ("adult", "m"), "men": ("adult", "m"), "woman": ("adult", "f"), "women": ("adult", "f"), "adult": ("adult", ""), "adults": ("adult", ""),
    "people": ("victim", ""), "officer": ("officer", ""), "officers": ("officer", ""), "deputy": ("officer", ""), "deputies": ("officer", ""),
    "bodies": ("victim", ""), "killed": ("victim", ""), "wounded": ("victim", ""), "injured": ("victim", ""),
}  # fmt: skip
_NOUN = late(r"\b(?:" + "|".join(sorted(_NOUNS, key=len, reverse=True)) + r")\b")
_REACH = 60  # code points before the cue in which it is told who is meant


class Withheld(NamedTuple):
    """A statement that somebody is not named. `who`: child, suspect, victim, adult or officer. `sex`: m, f or "". `noun`: as told.

    `told_of`: whether its sentence goes on to say more.
    """

    mention: Mention
    who: str
    sex: str
    noun: str
    told_of: bool = False


def withheld(analysis: Analysis) -> Iterator[Withheld]:
    """The statements of `analysis` that somebody's name is kept back or not known."""
    for sentence in analysis.sentences:
        if sentence.kind in ("sentence", "bullet") and any(sign in sentence.text for sign in _SIGNS):
            yield from _in_sentence(analysis, sentence)


def _in_sentence(analysis: Analysis, sentence: Sentence) -> Iterator[Withheld]:
    text = lower(sentence.text).replace("’", "'")
    if _SHY.search(text):
        return
    for match in _WITHHELD.finditer(text):
        if _NAMED_AFTER_ALL().search(text, match.end()):
            continue
        told = _who(analysis, sentence, text, match)
        if told is None or _ANOTHER().search(text, max(0, match.start() - _REACH), match.end()):
            continue
        noun, start = told
        begin, end = sentence.start + start, sentence.start + match.end()
        mention = Mention(analysis.sigil, begin, end, analysis.report.text[begin:end])
        if analysis.is_quoted(mention):
            continue
        who, sex = _NOUNS[noun]
        if _HELD().search(text) and who in ("child", "adult"):
            who = "suspect"
        yield Withheld(mention, who, sex, noun, len(text) > match.end() + 2)


def _who(analysis: Analysis, sentence: Sentence, text: str, match: re.Match[str]) -> tuple[str, int] | None:
    """The noun that tells who is not named, and where the statement starts: in the cue, before it, or a sentence or two before."""
    inside = list(_NOUN().finditer(match[0]))
    if inside:
        return inside[0][0], match.start()
    before = list(_NOUN().finditer(text, max(0, match.start() - _REACH), match.start()))
    if before:
        return before[-1][0], before[-1].start()
    if "name" not in match[0] and "identit" not in match[0]:
        return None
    for earlier in reversed(analysis.sentences[max(0, sentence.number - 4) : sentence.number - 1]):
        if nouns := _NOUN().findall(lower(earlier.text)):
            return nouns[0], match.start()
    return "victims", match.start()
