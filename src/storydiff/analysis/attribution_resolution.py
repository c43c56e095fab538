"""Who a source is: one key for one person or body throughout a report, and what kind of source it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from storydiff.analysis.lexicon import table
from storydiff.analysis.outlets import is_outlet, outlet_key
from storydiff.model import Entity, Name, Span

# Begins with one set of signs, to which the engine leaps.
_HEAD_ENDS = re.compile(
    r"[,;(\s](?:(?<!\s)|(?:of|for|with|in|at|from|on|who|whose|that|by|to|familiar|close|involved|including)\s)"
)
_REFERRING = frozenset("he she him her they who which it that we i".split())
_GENDER = {"he": "m", "him": "m", "she": "f", "her": "f"}
_INDEFINITE = re.compile(
    r"(?:a|an|one|another|two|three|several|some|many|multiple|unnamed|senior|former)\s", re.IGNORECASE
)
_DETERMINER = re.compile(
    r"(?:the|a|an|this|that|these|those|his|her|their|its|our|my|some|other|several|many|local)\s+"
)
_ROLE_WORD = re.compile(r"[a-z][a-z-]{3,}")
_REACH = 90


@cache
def _nouns() -> dict[str, str]:
    return {row[0]: row[1] for row in table("source_nouns")}


@dataclass(slots=True)
class Resolver:
    """Resolves the sources of one report, in reading order.

    It remembers who was credited last, and the roles in which persons were named, so that "she" and "the sheriff" find them.
    """

    text: str
    names: Sequence[Name]
    entities: Sequence[Entity]
    outlet: str = ""
    _starts: list[int] = field(init=False)
    _persons: list[Name] = field(init=False)
    _person_starts: list[int] = field(init=False)
    _by_key: dict[str, Entity] = field(init=False)
    _roles: dict[str, str] = field(init=False, default_factory=dict)
    _last: dict[str, str] = field(init=False, default_factory=dict)
    _surnames: dict[str, str] = field(init=False)
    _until: int = field(init=False, default=0)
    _noted: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self._starts = [name.start for name in self.names]
        self._persons = [name for name in self.names if name.kind == "person"]
        self._person_starts = [name.start for name in self._persons]
        self._by_key = {entity.key: entity for entity in self.entities}
        self._surnames = {e.key.split()[-1]: e.key for e in reversed(self.entities) if e.kind == "person" and e.key}

    def resolve(self, source: Span | None) -> tuple[str, str]:
        """The key and the kind of `source`."""
        if source is None:
            return "", "none"
        start, end = source
        self._until = max(self._until, end)
        phrase = self.text[start:end]
        small = phrase.lower()
        if small in _REFERRING:
            key = self._referent(source, small)
            return key, self._kind_of(key)
        named = self.names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        key = _last_person(named) if named else ""
        head = ""
        if not key:
            cut = _HEAD_ENDS.search(phrase)
            core = phrase[: cut.start()] if cut and cut.start() else phrase
            head = _last_word(core)
            key = (_last_body(named, start + len(core)) if named else "") or self._known(start, small, head)
        if key:
            return key, self._remember(key)
        if is_outlet(phrase):
            return outlet_key(phrase), "institution"
        return _DETERMINER.sub("", small, count=1), _kind_of_phrase(phrase, head)

    def _known(self, start: int, small: str, head: str) -> str:
        """The key of the person or body that the words `small` mean, by surname, role or "the department"; "" if nobody known."""
        if small in self._surnames:
            return self._surnames[small]
        if head not in _nouns():  # no role by which somebody alone is known
            self._note_roles()
            if head in self._roles and not _INDEFINITE.match(small):
                return self._roles[head]
        return self._body(head, start) if small.startswith(("the ", "its ", "his ", "her ")) else ""

    def _referent(self, source: Span, pronoun: str) -> str:
        if pronoun in ("who", "which", "that"):
            before = bisect_left(self._starts, source.start) - 1
            if before >= 0 and 0 <= source.start - self.names[before].end < 60:
                return self.names[before].key
            return ""
        if pronoun in ("we", "i"):
            return ""
        if pronoun in ("they", "it"):
            return self._last.get("organisation", "")
        gender = _GENDER[pronoun]
        for candidate in (self._last.get(gender), self._last.get("")):
            if candidate:
                return candidate
        before = bisect_left(self._starts, source.start) - 1
        while before >= 0 and source.start - self.names[before].start < 600:
            name = self.names[before]
            if name.kind == "person" and self._gender(name.key) in ("", gender):
                return name.key
            before -= 1
        return ""

    def _body(self, head: str, before: int) -> str:
        """The body last named before `before` that has `head` in its full name: "the department"."""
        index = bisect_left(self._starts, before) - 1
        for name in reversed(self.names[max(0, index - 40) : index + 1]):
            if name.kind == "organisation" and head in self._by_key[name.key].name.lower().split():
                return name.key
        return ""

    def _gender(self, key: str) -> str:
        entity = self._by_key.get(key)
        return entity.gender if entity else ""

    def _remember(self, key: str) -> str:
        """Note that `key` was credited last; its kind."""
        entity = self._by_key.get(key)
        if entity is None or entity.kind == "organisation":
            self._last["organisation"] = key
            return "named" if entity is None else "institution"
        if entity.gender in ("", "m"):
            self._last["m"] = key
        if entity.gender in ("", "f"):
            self._last["f"] = key
        self._last[""] = key
        return "named"

    def _kind_of(self, key: str) -> str:
        if not key:
            return "none"
        entity = self._by_key.get(key)
        return "institution" if entity is not None and entity.kind == "organisation" else "named"

    def _note_roles(self) -> None:
        """Remember the common nouns around the persons named so far ("Oda Brandt, a spokeswoman for…", "Sheriff Ada Ross")."""
        text = self.text
        stop = bisect_left(self._person_starts, self._until, self._noted)
        for name in self._persons[self._noted : stop]:
            words: list[str] = []
            if name.title:
                words = name.title.lower().strip(".").split()[-1:]
            elif text[name.start - 2 : name.start - 1].islower():
                before = text[max(0, name.start - 40) : name.start].rstrip()
                words = _ROLE_WORD.findall(before[before.rfind(",") + 1 :].lower())[-1:]
            if text.startswith(", ", name.end):
                begin = name.end + 2
                if cut := _HEAD_ENDS.search(text, begin, name.end + _REACH):
                    words += _ROLE_WORD.findall(text[begin : cut.start()].lower())[-1:]
            for word in words:
                if word and word not in _nouns():
                    self._roles[word] = name.key
        self._noted = stop


def _last_person(names: Sequence[Name]) -> str:
    """The key of the last person of `names`, "" if there is none."""
    for name in reversed(names):
        if name.kind == "person":
            return name.key
    return ""


def _last_body(names: Sequence[Name], head_end: int) -> str:
    """The key of the last body of `names` at the head noun that ends at `head_end`, not of one after "of" or "for"; "" if there is none."""
    for name in reversed(names):
        if name.kind == "organisation" and name.end >= head_end - 1 and name.start < head_end:
            return name.key
    return ""


def _last_word(words: str) -> str:
    """In lower case; "" if there is none."""
    last = words.rsplit(None, 1)[-1:]
    return last[0].lower() if last else ""


def _kind_of_phrase(phrase: str, head: str) -> str:
    """The kind of a source that is no known person or body, by its head noun; a capital speaks for a name."""
    kind = _nouns().get(head) or _nouns().get(head.removesuffix("s"), "")
    if kind == "document":
        return kind
    if _INDEFINITE.match(phrase):
        return "anonymous"
    if kind:
        return kind
    last = phrase.rsplit(None, 1)[-1]
    if phrase[0].isupper() and last[0].isupper() and last.lower() == head:
        return "institution" if phrase.lower().startswith("the ") else "named"
    return "anonymous"
