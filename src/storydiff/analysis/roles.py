"""Titles, posts and relations, each attached to the person who has it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from storydiff.analysis.lexicon import alternation
from storydiff.analysis.name_patterns import plain, titles
from storydiff.model import Entity, Name, Report, Role, Sentence

_REACH = 64  # code points looked at on either side of a name
_PAST = frozenset({"former", "ex", "retired", "late", "then"})
_FOR_NOW = frozenset({"interim", "acting"})
_BEFORE_HEAD = frozenset(
    {
        "police",
        "state",
        "county",
        "city",
        "federal",
        "fire",
        "senior",
        "chief",
        "top",
        "longtime",
        "off-duty",
        "veteran",
    }
)
# "Assistant Saltby Police Chief": the town stands between the two words of the title.
_SECOND = re.compile(r"\b(Assistant|Deputy|Vice|Associate)\s(?:[A-Z][\w.]{1,20}\s){1,3}\Z")
_WORD = re.compile(r"[\w.'’-]+,?")
_LAST_WORD = re.compile(r"[\w.'’-]+,?\Z")
# Words that may stand between the name and its role: a determiner first, then what tells whose or which.
_BETWEEN = (
    r"(?:(?!(?:said|says|told|and|who|was|were|is|has|had|that|after|when|but|by|from|shot|killed)\b)[\w.'’&-]++ ){0,5}"
)


@cache
def _after() -> re.Pattern[str]:
    heads = alternation(phrase for phrase, (_, field) in titles().items() if field != "honorific")
    determiner = r"(?:a|an|the|his|her|their|its|one of (?:the|his|her|its)|[A-Z][\w.’'-]*+['’]s)"
    return re.compile(
        rf"(?:,? (?:\(?\d{{1,3}}\)?, )?|, who (?:is|was) | (?:is|was) )"
        rf"(?:(?P<owned>(?:then |now |currently )?{determiner} ){_BETWEEN}|(?P<bare>(?i:former |retired |acting |interim |police |chief ){{0,2}}))"
        rf"(?P<head>{heads})(?(owned)|(?= (?:of|for|at|with|in|to)\b))\b(?!['’]s|-)",
    )


def find_roles(
    report: Report, sentences: Sequence[Sentence], names: Sequence[Name], entities: Sequence[Entity]
) -> tuple[Role, ...]:
    """The roles of the persons of `report`, in reading order."""
    text = report.text
    found: list[Role] = []
    ends = {sentence.start: sentence.end for sentence in sentences}
    starts = sorted(ends)
    at = 0
    for name in names:
        while at + 1 < len(starts) and starts[at + 1] <= name.start:
            at += 1
        if name.kind != "person" or not starts:
            continue
        begin, end = starts[at], ends[starts[at]]
        both = (_before(report, name, text, begin), _behind(report, name, text, end))
        found.extend(role for role in both if role is not None)
    return tuple(sorted(found, key=lambda role: (role.start, role.end)))


def _before(report: Report, name: Name, text: str, begin: int) -> Role | None:
    """A title or role that stands right before `name`: "Police Chief", "his mother,", "spokesman"."""
    window = max(begin, name.start - _REACH)
    before = text[window : name.start].rstrip()
    last = _LAST_WORD.search(before, before.rfind(" ") + 1)
    if last is None or _bare(last) not in _last_words():
        return None
    words = list(_WORD.finditer(text, window, name.start))
    parts = [_bare(word) for word in words]
    for size in range(min(5, len(words)), 0, -1):
        phrase = " ".join(parts[-size:])
        if phrase not in titles():
            continue
        normal, field = titles()[phrase]
        if field == "honorific" or any(word[0].endswith(",") for word in words[-size:-1]):
            return None
        comma = words[-1][0].endswith(",")
        if comma and field not in ("relation", "press"):
            return None
        return _role(report, name, words, parts, len(words) - size, normal, field)
    return None


def _bare(word: re.Match[str]) -> str:
    return plain(word[0].rstrip(",")).removesuffix("'s")


@cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase.rsplit(" ", 1)[-1] for phrase in titles())


def _role(
    report: Report, name: Name, words: list[re.Match[str]], parts: list[str], first: int, normal: str, field: str
) -> Role:
    """The role whose head starts at word `first`, with "former", "acting" and the like before it."""
    past = False
    while first > 0 and parts[first - 1] in _PAST | _FOR_NOW | _BEFORE_HEAD and not words[first - 1][0].endswith(","):
        first -= 1
        past = past or parts[first] in _PAST
    start, end = words[first].start(), words[-1].end()
    if (second := _SECOND.search(report.text, max(0, start - _REACH), start)) is not None:
        start, normal = second.start(), f"{second[1].lower()} {normal}"
    end -= report.text[end - 1] == ","
    return _made(report, name, start, end, normal, field, past)


def _behind(report: Report, name: Name, text: str, end: int) -> Role | None:
    """A role in apposition or after a copula: ", the boy's father,", ", a spokeswoman for …", "is the owner of …"."""
    match = _after().match(text, name.end, min(end, name.end + 2 * _REACH))
    if match is None:
        return None
    start = match.end("owned") if match["owned"] else match.start("bare")
    words = list(_WORD.finditer(text, start, match.end("head")))
    parts = [plain(word[0]).removesuffix("'s") for word in words]
    for size in range(min(5, len(words)), 0, -1):
        phrase = " ".join(parts[-size:])
        if phrase in titles():
            normal, field = titles()[phrase]
            past = bool(_PAST & set(parts))
            return _made(report, name, start, match.end("head"), normal, field, past)
    return None


def _made(report: Report, name: Name, start: int, end: int, normal: str, field: str, past: bool) -> Role:
    kind = field if field in ("relation", "part") else "title"
    text = report.text[start:end]
    return Role(
        report.sigil, start, end, text, person=name.key, kind=kind, normal=f"former {normal}" if past else normal
    )
