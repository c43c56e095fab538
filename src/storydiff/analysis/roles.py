"""Titles, posts and relations, each attached to the person who has it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache

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
_WITH_HEAD = _PAST | _FOR_NOW | _BEFORE_HEAD
# "Assistant Saltby Police Chief": the town stands between the two words of the title. Begins with one set, to which the engine leaps.
_SECOND = re.compile(
    r"([ADV](?<!\w.)(?:(?<=A)ss(?:istant|ociate)|(?<=D)eputy|(?<=V)ice))\s(?:[A-Z][\w.]{1,20}\s){1,3}\Z"
)
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
    starts = [sentence.start for sentence in sentences]
    match_behind = _after().match
    at = 0
    for name in names:
        if name.kind != "person" or not starts:
            continue
        while at + 1 < len(starts) and starts[at + 1] <= name.start:
            at += 1
        window = max(starts[at], name.start - _REACH)
        sizes = _sizes_of_roles(text[window : name.start].rstrip().rpartition(" ")[2])
        if sizes and (role := _before(report, name, window, sizes)) is not None:
            found.append(role)
        behind = match_behind(text, name.end, min(sentences[at].end, name.end + 2 * _REACH))
        if behind is not None and (role := _behind(report, name, behind)) is not None:
            found.append(role)
    return tuple(sorted(found, key=lambda role: (role.start, role.end)))


def _before(report: Report, name: Name, window: int, sizes: Sequence[int]) -> Role | None:
    """A title or role that stands right before `name`, after `window`: "Police Chief", "his mother,", "spokesman"."""
    words = _WORD.findall(report.text, window, name.start)
    for size in sizes:
        phrase = " ".join([_bare(word) for word in words[-size:]])
        if size > len(words) or phrase not in titles():
            continue
        normal, field = titles()[phrase]
        if field == "honorific" or any(word.endswith(",") for word in words[-size:-1]):
            return None
        if words[-1].endswith(",") and field not in ("relation", "press"):
            return None
        return _role(report, name, words, size, normal, field)
    return None


@lru_cache(maxsize=1 << 13)
def _sizes_of_roles(words: str) -> tuple[int, ...]:
    """How many words the roles may have that end in the last of `words` (without a blank), the longest first."""
    last = _LAST_WORD.search(words)
    return _sizes().get(_bare(last[0]), ()) if last is not None else ()


@cache
def _sizes() -> dict[str, tuple[int, ...]]:
    """By last word, how many words the titles and roles have, if any is more than a form of address."""
    found: dict[str, set[int]] = defaultdict(set)
    for phrase in titles():
        found[phrase.rsplit(" ", 1)[-1]].add(phrase.count(" ") + 1)
    roles = {phrase.rsplit(" ", 1)[-1] for phrase, (_, field) in titles().items() if field != "honorific"}
    return {last: tuple(sorted(found[last], reverse=True)) for last in roles}


@lru_cache(maxsize=1 << 13)
def _bare(word: str) -> str:
    return plain(word.rstrip(",")).removesuffix("'s")


def _role(report: Report, name: Name, words: Sequence[str], size: int, normal: str, field: str) -> Role:
    """The role whose head are the last `size` of `words` before `name`, with "former", "acting" and the like before it."""
    past = False
    while size < len(words) and not words[-size - 1].endswith(",") and (word := _bare(words[-size - 1])) in _WITH_HEAD:
        size += 1
        past = past or word in _PAST
    text = report.text
    start = name.start
    for word in reversed(words[-size:]):
        start = text.rfind(word, 0, start)
    end = text.rfind(words[-1], start, name.start) + len(words[-1].removesuffix(","))
    if (second := _SECOND.search(text, max(0, start - _REACH), start)) is not None:
        start, normal = second.start(), f"{second[1].lower()} {normal}"
    return _made(report, name, start, end, normal, field, past)


def _behind(report: Report, name: Name, match: re.Match[str]) -> Role | None:
    """A role in apposition or after a copula, as in `match`: ", the boy's father,", ", a spokeswoman for …", "is the owner of …"."""
    start = match.end("owned") if match["owned"] else match.start("bare")
    parts = [plain(word).removesuffix("'s") for word in _WORD.findall(report.text, start, match.end("head"))]
    for size in range(min(5, len(parts)), 0, -1):
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
