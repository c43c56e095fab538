"""Bring the names of one report together: surname to full name, initials to long form, misspelling to the person meant."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from storydiff.analysis.name_patterns import PIECE, SEQUENCE, bodies, first_names, is_common, lands, states, titles
from storydiff.identity import body_key, initials_of, name_parts, place_key, short_forms, slip
from storydiff.model import Entity, Name, Report, Sentence
from storydiff.normalise import fold

_HERS, _HIS = frozenset({"mrs", "ms", "miss", "dame", "lady"}), frozenset({"mr", "sir", "lord"})

# Beyond these a text is a list of names rather than a report; comparing each with each would take for ever.
_MOST_NAMESAKES = 60
_MOST_SURNAMES = 200


class Found(NamedTuple):
    """A name before it is known whom it names. `title` is its title as written, `opening` whether it starts a sentence."""

    start: int
    end: int
    text: str
    kind: str
    sure: bool
    title: str
    title_start: int
    opening: bool


class _Person:
    """A person while the report is read; `names` in reading order."""

    __slots__ = ("first", "key", "last", "names", "titles")

    def __init__(self, key: str, first: str, last: str) -> None:
        self.key, self.first, self.last = key, first, last
        self.names: list[Found] = []
        self.titles: set[str] = set()

    def seen_before(self, offset: int) -> int:
        """Where the person was named last before `offset`, -1 if not at all."""
        index = bisect_left(self.names, offset, key=lambda found: found.start)
        return self.names[index - 1].start if index else -1


def resolve(
    report: Report, found: Sequence[Found], headlines: Sequence[Sentence]
) -> tuple[tuple[Name, ...], tuple[Entity, ...]]:
    """Names and entities of `report` from what was `found`; in `headlines` only names known from elsewhere are found."""
    keyed = _key_all(found, report.text)
    keyed.extend(_in_headlines(report.text, headlines, keyed))
    keyed.sort(key=lambda pair: pair[0].start)
    sigil = report.sigil
    mentions: dict[str, list[Name]] = defaultdict(list)
    names: list[Name] = []
    kinds: dict[str, str] = {}
    for item, key, kind in keyed:
        name = Name(sigil, item.start, item.end, item.text, kind, key, item.title)
        kinds.setdefault(key, kind)
        mentions[key].append(name)
        names.append(name)
    entities = tuple(_entity(key, kinds[key], group) for key, group in mentions.items())
    return tuple(names), entities


def _entity(key: str, kind: str, group: Sequence[Name]) -> Entity:
    gender = _gender(group) if kind == "person" else ""
    if len(group) == 1:
        return Entity(key, kind, group[0].text, (group[0].text,), tuple(group), gender)
    counts = Counter(name.text for name in group)
    variants = sorted(counts, key=lambda text: (-len(text.split()), -counts[text], -len(text), text))
    return Entity(key, kind, variants[0], tuple(variants), tuple(group), gender)


def _gender(group: Sequence[Name]) -> str:
    for name in group:
        title = fold(name.title).strip(".")
        if title in _HERS or title in _HIS:
            return "f" if title in _HERS else "m"
    for name in group:
        first, last = name_parts(name.text)
        if first and last and (sex := first_names().get(first, "u")) != "u":
            return sex
    return ""


Keyed = tuple[Found, str, str]


def _key_all(found: Sequence[Found], text: str) -> list[Keyed]:
    people = _People()
    rest: list[Found] = []
    for item in found:
        if item.kind == "person" and " " in item.text:
            people.add_full(item)
        else:
            rest.append(item)
    people.join_misspelled()
    known = _Bodies(item for item in found if item.kind == "organisation")
    mid_sentence = {item.text for item in found if not item.opening}
    keyed: list[Keyed] = [(item, person.key, "person") for person in people.all for item in person.names]
    keyed.extend(
        (item, *pair) for item in rest if (pair := _key_one(item, people, known, mid_sentence, text)) is not None
    )
    return keyed


def _key_one(item: Found, people: _People, known: _Bodies, mid_sentence: set[str], text: str) -> tuple[str, str] | None:
    """Key and kind of a name that is not a full personal name; None for no name at all."""
    if item.kind == "organisation":
        return known.key(item.text), "organisation"
    if item.kind == "place" and item.sure:
        return place_key(states().get(item.text, item.text)), "place"
    if " " in item.text:
        return (
            (place_key(states().get(item.text, item.text)), "place")
            if item.kind == "place"
            else (fold(item.text), item.kind or "other")
        )
    if (person := people.of_single(item)) is not None:
        return person, "person"
    if item.kind == "place" or item.text in lands():
        return place_key(states().get(item.text, item.text)), "place"
    if item.opening and item.text not in mid_sentence and (is_common(item.text.lower()) or item.text.lower() in text):
        return None
    if item.kind == "person" or (item.title and item.title.lower().strip(".") in titles()):
        return fold(item.text), "person"
    return fold(item.text), "other"


class _People:
    """The persons of a report, by full name, with look-up by a part of it."""

    def __init__(self) -> None:
        self._by_key: dict[str, _Person] = {}
        self._by_last: dict[str, list[_Person]] = defaultdict(list)
        self._by_first: dict[str, list[_Person]] = defaultdict(list)

    @property
    def all(self) -> list[_Person]:
        return list(self._by_key.values())

    def add_full(self, item: Found) -> None:
        first, last = name_parts(item.text)
        person = self._match(first, last)
        if person is None:
            key = f"{first} {last}".strip() or fold(item.text)
            person = self._by_key[key] = _Person(key, first, last)
            self._by_last[last].append(person)
            self._by_first[first].append(person)
        person.names.append(item)
        if item.title:
            person.titles.add(fold(item.title))

    def _match(self, first: str, last: str) -> _Person | None:
        exact = self._by_key.get(f"{first} {last}")
        if exact is not None:
            return exact
        if len(self._by_last[last]) > _MOST_NAMESAKES:
            return None
        same = [p for p in self._by_last[last] if short_forms(first, p.first)]
        return same[0] if len(same) == 1 else None

    def join_misspelled(self) -> None:
        """Take two spellings for one person where the first name is the same and the surname a slip away, or the other way
        round and the title is the same."""
        for group in list(self._by_first.values()):
            self._join(group, lambda a, b: slip(a.last, b.last))
        for group in list(self._by_last.values()):
            self._join(group, lambda a, b: bool(a.titles & b.titles) and slip(a.first, b.first))

    def _join(self, group: list[_Person], same: Callable[[_Person, _Person], bool]) -> None:
        if not 2 <= len(group) <= 40:
            return
        for index, one in enumerate(list(group)):
            for other in list(group)[index + 1 :]:
                if one.key in self._by_key and other.key in self._by_key and same(one, other):
                    keep, drop = (one, other) if len(one.names) >= len(other.names) else (other, one)
                    keep.names = sorted(keep.names + drop.names)
                    del self._by_key[drop.key]
                    for table in (self._by_last[drop.last], self._by_first[drop.first]):
                        table.remove(drop)
                    self._by_last[drop.last].append(keep)

    def of_single(self, item: Found) -> str | None:
        """Key of the person that a lone surname, misspelled surname or first name means."""
        word = fold(item.text)
        if item.kind == "place" and item.sure:
            return None
        if candidates := self._by_last.get(word):
            return self._nearest(candidates, item).key
        if item.text in lands():
            return None
        first = self._by_first.get(word, [])
        if len(first) == 1 and not item.title:
            return first[0].key
        if item.opening and is_common(item.text.lower()):
            return None
        if len(word) >= 6 and item.kind in ("", "person") and len(self._by_last) <= _MOST_SURNAMES:
            near = {p.key for last, ps in self._by_last.items() if len(ps) == 1 and slip(word, last, 1) for p in ps}
            if len(near) == 1:
                return near.pop()
        return None

    def _nearest(self, candidates: list[_Person], item: Found) -> _Person:
        """Of persons with one surname, the one with the same title, else the one named last before `item`."""
        if len(candidates) == 1:
            return candidates[0]
        title = fold(item.title)
        if title and len(titled := [p for p in candidates if title in p.titles]) == 1:
            return titled[0]
        return max(candidates[:_MOST_NAMESAKES], key=lambda person: person.seen_before(item.start))


class _Bodies:
    """The bodies of a report: long forms by key, and what their short forms mean."""

    def __init__(self, items: Iterable[Found]) -> None:
        long = [text for text in dict.fromkeys(item.text for item in items) if " " in text]
        self._initials: dict[str, str] = {}
        self._tails: dict[str, set[str]] = defaultdict(set)
        for text in long:
            key = body_key(text)
            self._initials.setdefault(initials_of(text), key)
            words = key.split()
            for cut in range(1, min(len(words) - 1, 6)):
                self._tails[" ".join(words[cut:])].add(key)
            if words[0] == "saint" and len(words) == 3:  # "St. Luke's" of "St. Luke's Hospital"
                self._tails[" ".join(words[:2])].add(key)

    def key(self, text: str) -> str:
        """Key of the body that `text` names."""
        letters = text.replace(".", "")
        if letters.isupper() and " " not in text:
            if letters in self._initials:
                return self._initials[letters]
            return body_key(bodies().get(text, bodies().get(letters, text)))
        key = body_key(text)
        longer = self._tails.get(key, set())
        return next(iter(longer)) if len(longer) == 1 and len(key.split()) <= 2 else key


def _in_headlines(text: str, headlines: Sequence[Sentence], keyed: Sequence[Keyed]) -> list[Keyed]:
    """Names known from the running text that stand in lines where every word has a capital."""
    if not headlines:
        return []
    known = {fold(item.text): (key, kind) for item, key, kind in keyed if kind != "other"}
    first_words = {name.partition(" ")[0] for name in known}
    found: list[Keyed] = []
    for sentence in headlines:
        for run in SEQUENCE().finditer(text, sentence.start, sentence.end):
            tokens = [(m.start() + run.start(), m.end() + run.start()) for m in PIECE.finditer(run[0])]
            index = 0
            while index < len(tokens):
                begins = fold(text[slice(*tokens[index])]) in first_words
                for last in range(min(len(tokens), index + 6) if begins else index, index, -1):
                    start, end = tokens[index][0], tokens[last - 1][1]
                    if (hit := known.get(fold(text[start:end]))) is not None:
                        found.append((Found(start, end, text[start:end], hit[1], True, "", start, False), *hit))
                        index = last - 1
                        break
                index += 1
    return found
