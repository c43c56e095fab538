"""Bring the names of one report together: surname to full name, initials to long form, misspelling to the person meant."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from storydiff.analysis.name_patterns import PIECE, bodies, first_names, is_common, lands, states, titles
from storydiff.identity import body_key, initials_of, name_parts, place_key, short_forms, slip
from storydiff.model import Entity, Name, Report
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
    opening: bool


class _Person:
    """A person while the report is read; `names` in reading order."""

    __slots__ = ("first", "joined_to", "key", "last", "names", "titles")

    def __init__(self, key: str, first: str, last: str) -> None:
        self.key, self.first, self.last = key, first, last
        self.joined_to: _Person | None = None
        self.names: list[Found] = []
        self.titles: frozenset[str] = frozenset()

    def known_as(self) -> str:
        """Key of the person as whom this one, perhaps misspelled, turned out to be known."""
        person = self
        while person.joined_to is not None:
            person = person.joined_to
        return person.key

    def seen_before(self, offset: int) -> int:
        """Where the person was named last before `offset`, -1 if not at all."""
        index = bisect_left(self.names, offset, key=lambda found: found.start)
        return self.names[index - 1].start if index else -1


def resolve(
    report: Report, found: Sequence[Found], in_headlines: Sequence[tuple[int, str]]
) -> tuple[tuple[Name, ...], tuple[Entity, ...]]:
    """Names and entities of `report` from what was `found`; `in_headlines`: runs of capitals in which only names known from elsewhere are."""
    names, mentions = _names(report, found)
    if in_headlines and (more := _in_headlines(report.sigil, in_headlines, names)):
        names = sorted([*names, *more], key=lambda name: name.start)
        mentions = defaultdict(list)
        for name in names:
            mentions[name.key].append(name)
    return tuple(names), tuple([_entity(key, group) for key, group in mentions.items()])


def _entity(key: str, group: list[Name]) -> Entity:
    first = group[0]
    kind = first.kind
    variants: tuple[str, ...] = (first.text,)
    gender = _gender(group) if kind == "person" else ""
    if len(group) > 1:
        counts: dict[str, int] = {}
        for name in group:
            counts[name.text] = counts.get(name.text, 0) + 1
        if len(counts) > 1:
            variants = tuple(sorted(counts, key=lambda text: (-len(text.split()), -counts[text], -len(text), text)))
    return Entity(key, kind, variants[0], variants, tuple(group), gender)


def _gender(group: Sequence[Name]) -> str:
    for name in group:
        if name.title:
            title = fold(name.title).strip(".")
            if title in _HERS or title in _HIS:
                return "f" if title in _HERS else "m"
    for name in group:
        first, last = name_parts(name.text)
        if first and last and (sex := first_names().get(first, "u")) != "u":
            return sex
    return ""


def _names(report: Report, found: Sequence[Found]) -> tuple[list[Name], dict[str, list[Name]]]:
    """`found` as names with their keys, in order and by their keys, without what is no name at all."""
    people = _People()
    persons = [people.add_full(item) if item.kind == "person" and " " in item.text else None for item in found]
    people.join_misspelled()
    others = _Others(found, report.text, people)
    sigil = report.sigil
    names: list[Name] = []
    mentions: dict[str, list[Name]] = defaultdict(list)
    for item, person in zip(found, persons, strict=True):
        known = others.key(item) if person is None else (person.known_as(), "person")
        if known is not None:
            key, kind = known
            name = Name(sigil, item.start, item.end, item.text, kind, key, item.title)
            names.append(name)
            mentions[key].append(name)
    return names, mentions


class _Others:
    """Keys of the names of a report that are not full personal names."""

    def __init__(self, found: Sequence[Found], text: str, people: _People) -> None:
        self._found = found
        self._text = text
        self._people = people
        self._bodies = _Bodies(item.text for item in found if item.kind == "organisation")

    def key(self, item: Found) -> tuple[str, str] | None:
        """Key and kind of `item`; None for no name at all."""
        _, _, text, kind, sure, title, opening = item
        if kind == "organisation":
            return self._bodies.key(text), "organisation"
        if kind == "place" and sure:
            return _key_of_place(text), "place"
        if " " in text:
            return (_key_of_place(text), "place") if kind == "place" else (fold(text), kind or "other")
        if (person := self._people.of_single(item)) is not None:
            return person, "person"
        if kind == "place" or text in lands():
            return _key_of_place(text), "place"
        if opening and self._is_plain_word(text):
            return None
        if kind == "person" or (title and title.lower().strip(".") in titles()):
            return fold(text), "person"
        return fold(text), "other"

    def _is_plain_word(self, text: str) -> bool:
        """Whether `text` has its capital only as the first word of sentences."""
        return (is_common(text.lower()) or text.lower() in self._text) and text not in self._mid_sentence

    @cached_property
    def _mid_sentence(self) -> frozenset[str]:
        return frozenset([item.text for item in self._found if not item.opening])


@lru_cache(maxsize=1 << 14)
def _key_of_place(text: str) -> str:
    return place_key(states().get(text, text))


class _People:
    """The persons of a report, by full name, with look-up by a part of it."""

    def __init__(self) -> None:
        self._by_key: dict[str, _Person] = {}
        self._by_last: dict[str, list[_Person]] = defaultdict(list)
        self._by_first: dict[str, list[_Person]] = defaultdict(list)

    def add_full(self, item: Found) -> _Person:
        """The person whom the full name `item` names."""
        first, last = name_parts(item.text)
        person = self._by_key.get(f"{first} {last}") or self._with_short_form(first, last)
        if person is None:
            key = f"{first} {last}".strip() or fold(item.text)
            person = self._by_key[key] = _Person(key, first, last)
            self._by_last[last].append(person)
            self._by_first[first].append(person)
        person.names.append(item)
        if item.title:
            person.titles |= {fold(item.title)}
        return person

    def _with_short_form(self, first: str, last: str) -> _Person | None:
        namesakes = self._by_last.get(last, ())
        if len(namesakes) > _MOST_NAMESAKES:
            return None
        same = [person for person in namesakes if short_forms(first, person.first)]
        return same[0] if len(same) == 1 else None

    def join_misspelled(self) -> None:
        """Take two spellings for one person where the first name is the same and the surname a slip away, or the other way
        round and the title is the same."""
        for group in [group for group in self._by_first.values() if len(group) > 1]:
            self._join(group, lambda a, b: slip(a.last, b.last))
        for group in [group for group in self._by_last.values() if len(group) > 1]:
            self._join(group, lambda a, b: bool(a.titles & b.titles) and slip(a.first, b.first))

    def _join(self, group: list[_Person], same: Callable[[_Person, _Person], bool]) -> None:
        if not 2 <= len(group) <= 40:
            return
        for index, one in enumerate(list(group)):
            for other in list(group)[index + 1 :]:
                if one.key in self._by_key and other.key in self._by_key and same(one, other):
                    keep, drop = (one, other) if len(one.names) >= len(other.names) else (other, one)
                    keep.names = sorted(keep.names + drop.names)
                    drop.joined_to = keep
                    del self._by_key[drop.key]
                    for table in (self._by_last[drop.last], self._by_first[drop.first]):
                        table.remove(drop)
                    self._by_last[drop.last].append(keep)

    def of_single(self, item: Found) -> str | None:
        """Key of the person that a lone surname, misspelled surname or first name means."""
        word = fold(item.text)
        if candidates := self._by_last.get(word):
            return self._nearest(candidates, item).key
        if item.text in lands():
            return None
        first = self._by_first.get(word, ())
        if len(first) == 1 and not item.title:
            return first[0].key
        if item.opening and is_common(item.text.lower()):
            return None
        if len(word) >= 6 and item.kind in ("", "person") and len(self._by_last) <= _MOST_SURNAMES:
            initial = word[0]
            near = {
                people[0].key
                for last, people in self._by_last.items()
                if last[:1] == initial and len(people) == 1 and slip(word, last, 1)
            }
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

    def __init__(self, texts: Iterable[str]) -> None:
        self._initials: dict[str, str] = {}
        self._tails: dict[str, set[str]] = defaultdict(set)
        for text in dict.fromkeys(texts):
            if " " in text:
                key = body_key(text)
                self._initials.setdefault(initials_of(text), key)
                for tail in _tails_of(key):
                    self._tails[tail].add(key)

    def key(self, text: str) -> str:
        """Key of the body that `text` names."""
        letters = text.replace(".", "")
        if letters.isupper() and " " not in text:
            if letters in self._initials:
                return self._initials[letters]
            return body_key(bodies().get(text, bodies().get(letters, text)))
        key = body_key(text)
        longer = self._tails.get(key, ())
        return next(iter(longer)) if len(longer) == 1 and len(key.split()) <= 2 else key


@lru_cache(maxsize=1 << 13)
def _tails_of(key: str) -> tuple[str, ...]:
    """What a body may be called for short: the last words of its name, and "St. Luke's" of "St. Luke's Hospital"."""
    words = key.split()
    tails = [" ".join(words[cut:]) for cut in range(1, min(len(words) - 1, 6))]
    return (*tails, " ".join(words[:2])) if words[0] == "saint" and len(words) == 3 else tuple(tails)


def _in_headlines(sigil: str, runs: Sequence[tuple[int, str]], names: Sequence[Name]) -> list[Name]:
    """Names known from the running text that stand in lines where every word has a capital, in `runs` with their offsets."""
    known = _known_names(names)
    first_words = {name.partition(" ")[0] for name in known}
    found: list[Name] = []
    for base, run in runs:
        tokens = [match.span() for match in PIECE.finditer(run)]
        index = 0
        while index < len(tokens):
            begins = fold(run[slice(*tokens[index])]) in first_words
            for last in range(min(len(tokens), index + 6) if begins else index, index, -1):
                start, end = tokens[index][0], tokens[last - 1][1]
                if (hit := known.get(fold(run[start:end]))) is not None:
                    found.append(Name(sigil, base + start, base + end, run[start:end], hit.kind, hit.key))
                    index = last - 1
                    break
            index += 1
    return found


def _known_names(names: Sequence[Name]) -> dict[str, Name]:
    """Names by their folded words; what else may be meant goes before a full personal name, a later name before an earlier one."""
    known: dict[str, Name] = {}
    for name in names:
        if name.kind != "other":
            folded = fold(name.text)
            if name.kind != "person" or " " not in name.text or folded not in known:
                known[folded] = name
    return known
