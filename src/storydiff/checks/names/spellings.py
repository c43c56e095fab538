"""Words of names that are spelled in two ways: which capitalised words of the reports are a slip of the pen away from each other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extract

from storydiff.checks.common.linked import found_in_links
from storydiff.identity import known_first_name, short_forms, slip
from storydiff.model import Alignment, Analysis, Name, Sentence, within
from storydiff.normalise import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’‘-][^\W\d_]+){0,4}")
_SILENT = frozenset({"byline", "credit", "boilerplate"})
_HEADINGS = frozenset({"title", "heading"})
# Words of names that stand in the plural before two of a kind: Main and Oak avenues.
_GENERIC = frozenset(
    ["street", "avenue", "road", "drive", "county", "court", "church", "school", "hospital", "university", "department", "officer", "apartment", "fund"]
)  # fmt: skip


# A post and the body it heads, a land and its men, opposites that differ by two letters.
_POSTS = (
    {"confederacy", "confederate"},
    {"minister", "ministry"},
    {"majority", "minority"},
    {"secretary", "secretariat"},
    {"embassy", "embassies"},
)


_VERB_ENDS = frozenset({"ed", "er", "ers", "ing", "e", "es"})
_STEM = 5  # letters; shorter ones end alike by chance


class Word(NamedTuple):
    """A word of a name: where it stands, its normal form, the words of the name beside it, the name, the sentence's number."""

    start: int
    end: int
    form: str
    before: frozenset[str]
    after: frozenset[str]
    name: Name
    sentence: int


class Vocabulary(NamedTuple):
    """The words of the names of one report, by normal form, and every word of its text as it is compared."""

    words: dict[str, list[Word]]
    all: frozenset[str]
    lower: frozenset[str]


@lru_cache(maxsize=1 << 14)
def normal(word: str) -> str:
    """`word` without possessive, hyphens, apostrophes and diacritics, lower case."""
    folded = fold(word)
    return folded.removesuffix("'s").replace("-", "").replace("'", "")


def vocabulary(analysis: Analysis) -> Vocabulary:
    """The words of names in the running text of `analysis`."""
    found: dict[str, list[Word]] = defaultdict(list)
    for name in analysis.names:
        sentence = analysis.sentence_at(name.start)
        if sentence is None or sentence.kind in _SILENT or sentence.kind in _HEADINGS:
            continue
        if sentence.text.isupper():  # shouted, as in captions made by machine: every word looks like a name
            continue
        matches = [match for match in _WORD.finditer(name.text) if match[0][0].isupper()]
        forms = [normal(match[0]) for match in matches]
        for index, match in enumerate(matches):
            before, after = frozenset(forms[:index]), frozenset(forms[index + 1 :])
            word = Word(
                name.start + match.start(), name.start + match.end(), forms[index], before, after, name, sentence.number
            )
            found[word.form].append(word)
    text = analysis.report.text
    plain = frozenset().union(*(_WORD.findall(text, each.start, each.end) for each in analysis.sentences))
    return Vocabulary(
        dict(found),
        frozenset(map(normal, plain)),
        frozenset(normal(word) for word in plain if word[0].islower()),
    )


def _words_of(analysis: Analysis) -> Iterator[re.Match[str]]:
    """The words of its sentences: of one voice in a report that passes on others, its own."""
    text = analysis.report.text
    for sentence in analysis.sentences:
        yield from _WORD.finditer(text, sentence.start, sentence.end)


def misspellings(alignment: Alignment) -> Iterator[frozenset[str]]:
    """Normal forms that spell one word of a name in several ways, for each such word."""
    vocabularies = {analysis.sigil: vocabulary(analysis) for analysis in alignment.analyses}
    lower = frozenset().union(*(one.lower for one in vocabularies.values()))
    linked = _linked_names(alignment, vocabularies)
    pairs: set[tuple[str, str]] = set()
    holders: dict[str, set[str]] = defaultdict(set)
    for sigil, one in vocabularies.items():
        for form in one.words:
            if form not in lower and len(form) >= 4:
                holders[form].add(sigil)
    for a, b in _near(holders):
        shared = [sigil for sigil in vocabularies if a in vocabularies[sigil].all and b in vocabularies[sigil].all]
        if shared:
            if all(_within_one(vocabularies[sigil], a, b) for sigil in shared):
                pairs.add((a, b))
        elif _between(vocabularies, holders, linked, a, b):
            pairs.add((a, b))
    yield from _groups(pairs)


def _near(holders: dict[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Pairs of forms that may be one word misspelled: those that have the same letters left when one is dropped, or are longer and
    two slips apart."""
    buckets: dict[str, list[str]] = defaultdict(list)
    initials: dict[str, list[str]] = defaultdict(list)
    for form in sorted(holders):
        for rest in _dropped(form):
            buckets[rest].append(form)
        if 7 <= len(form) <= 16:
            initials[form[0]].append(form)
    near = {pair for bucket in buckets.values() for pair in combinations(bucket, 2)}
    near.update(pair for forms in initials.values() for pair in _two_apart(forms))
    return (pair for pair in sorted(near) if alike(*pair))


def _dropped(form: str) -> set[str]:
    once = {form, *(form[:index] + form[index + 1 :] for index in range(len(form)))}
    if form.endswith("y"):
        once.add(f"{form[:-1]}ie")
    return once


def _two_apart(forms: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs of longer words that begin alike and are two slips of the pen apart at most."""
    forms = sorted(forms, key=len)
    for index, form in enumerate(forms):
        last = bisect_right(forms, len(form) + 2, key=len)
        found = extract(form, forms[index + 1 : last], scorer=DamerauLevenshtein.distance, score_cutoff=2, limit=None)
        yield from ((min(form, other), max(form, other)) for other, _, _ in found)


def alike(a: str, b: str) -> bool:
    """Whether two forms look like one word with a slip of the pen in it, not like two inflections or the spellings of two lands."""
    if _plural(a, b):
        return min(a, b, key=len) not in _GENERIC
    if (
        {a, b} in _POSTS
        or _one_spelling(a) == _one_spelling(b)
        or inflected(a, b)
        or inflected(b, a)
        or _one_verb(a, b)
    ):
        return False
    if _ending_ie(a, b) or slip(a, b, 2 if min(len(a), len(b)) >= 7 else 1):
        return True
    return min(len(a), len(b)) >= 5 and a[0] != b[0] and DamerauLevenshtein.distance(a, b, score_cutoff=1) <= 1


def _plural(a: str, b: str) -> bool:
    return a + "s" == b or b + "s" == a


def _one_spelling(word: str) -> str:
    """`word` as it is spelled in America: colour → color, centre → center, adviser → advisor."""
    return (
        word.replace("our", "or")
        .replace("tre", "ter")
        .replace("viser", "visor")
        .replace("yse", "yze")
        .replace("ise", "ize")
        .replace("isation", "ization")
        .replace("ising", "izing")
        .replace("qaida", "qaeda")
        .replace("fence", "fense")
    )


def inflected(short: str, long: str) -> bool:
    """Whether `long` is a form of the word `short`: America, American; Syria, Syrians."""
    return len(long) > len(short) and long.startswith(short[:-1]) and long.removeprefix(short[:-1]) in {
        "an", "ans", "ns", "ian", "ish", "ese", "ies", "es", "er", "ers", "ed", "in", "on", "or", "al",
        short[-1] + "n", short[-1] + "ns", short[-1] + "i", short[-1] + "an", short[-1] + "is", short[-1] + "al",
        short[-1] + "er", short[-1] + "es",
    }  # fmt: skip


def _one_verb(a: str, b: str) -> bool:
    """Whether both are made of one verb: "Defended himself", the Public Defender."""
    stem = a[: next((index for index, pair in enumerate(zip(a, b, strict=False)) if pair[0] != pair[1]), 0)]
    stem = stem.removesuffix("e")
    ends = {a.removeprefix(stem), b.removeprefix(stem)}
    return len(stem) >= _STEM and ends <= _VERB_ENDS


def _within_one(one: Vocabulary, a: str, b: str) -> bool:
    """Whether one report means one name with both: the word before it is the same, or they are of one entity."""
    left, right = one.words.get(a, []), one.words.get(b, [])
    if known_first_name(a) and known_first_name(b):
        return False
    if _plural(a, b):
        return False
    if common := _beside(left, "before") & _beside(right, "before"):
        sentences = ({word.sentence for word in words if word.before & common} for words in (left, right))
        told_apart = set.intersection(*sentences)
        return not told_apart and not any(word.after for word in (*left, *right))
    return bool({word.name.key for word in left} & {word.name.key for word in right})


def _between(
    vocabularies: dict[str, Vocabulary], holders: dict[str, set[str]], linked: set[tuple[str, str]], a: str, b: str
) -> bool:
    """Whether `a` in some reports and `b` in others are one word of one name."""
    in_links = (a, b) in linked or (b, a) in linked
    left = [word for sigil in holders[a] for word in vocabularies[sigil].words[a]]
    right = [word for sigil in holders[b] for word in vocabularies[sigil].words[b]]
    one_surname = bool(_beside(left, "after") & _beside(right, "after"))
    if known_first_name(a) and known_first_name(b) and not (in_links or one_surname):
        return False
    if short_forms(a, b) and not one_surname:
        return False
    if (known_first_name(a) or known_first_name(b)) and not _respelled(a, b):
        return False
    if {word.name.key for word in left} & {word.name.key for word in right} and not _plural(a, b):
        return True  # voices of one report, which means one entity with both
    if _meet(left, right, "before", in_links) or _meet(left, right, "after", in_links):
        return in_links or not _plural(a, b)
    alone = any(all(not word.before and not word.after for word in words) for words in (left, right))
    return in_links and alone and a[0] == b[0] and min(len(a), len(b)) >= 5 and not _plural(a, b)


def _respelled(a: str, b: str) -> bool:
    """Whether one first name is the other in another spelling (Erik, Erick; Tommy, Tommie) and no pet form of it (Mike, Mikey)."""
    short, long = sorted((a, b), key=len)
    return _ending_ie(a, b) or not (long.startswith(short) and long[len(short) :] in ("y", "o", "ey", "ie"))


def _ending_ie(a: str, b: str) -> bool:
    return any(x.endswith("y") and y == f"{x[:-1]}ie" for x, y in ((a, b), (b, a)))


def _beside(words: Iterable[Word], side: str) -> frozenset[str]:
    return frozenset().union(*(getattr(word, side) for word in words))


def _meet(left: Iterable[Word], right: Iterable[Word], side: str, loose: bool) -> bool:
    one, other = _beside(left, side), _beside(right, side)
    return bool(one & other) or (loose and any(slip(a, b) or short_forms(a, b) for a in one for b in other))


def _linked_names(alignment: Alignment, vocabularies: dict[str, Vocabulary]) -> set[tuple[str, str]]:
    """Pairs of forms in sentences that tell the same, each without the other's form."""
    by_place = {
        sigil: sorted((word for words in one.words.values() for word in words), key=lambda word: word.start)
        for sigil, one in vocabularies.items()
    }

    def forms(analysis: Analysis, sentence: Sentence) -> set[str]:
        return _inside(by_place[analysis.sigil], sentence)

    pairs: set[tuple[str, str]] = set()
    for _, left, right in found_in_links(alignment, forms):
        pairs.update((a, b) for a in left - right for b in right - left)
    return pairs


def _inside(words: list[Word], sentence: Sentence) -> set[str]:
    first = bisect_right(words, sentence.start - 1, key=_start)
    last = bisect_right(words, sentence.end - 1, key=_start)
    return {word.form for word in words[first:last]}


def _start(word: Word) -> int:
    return word.start


def _groups(pairs: Iterable[tuple[str, str]]) -> Iterator[frozenset[str]]:
    groups: list[set[str]] = []
    for pair in sorted(pairs):
        touching = [group for group in groups if group & set(pair)]
        groups = [group for group in groups if group not in touching]
        groups.append(set(pair).union(*touching))
    yield from (frozenset(group) for group in groups)


def spelled(analysis: Analysis, forms: frozenset[str]) -> Iterator[tuple[str, int, int, str]]:
    """Every capitalised word of the report that is one of `forms`: its form, its place, and the name that it stands in."""
    text = analysis.report.text
    for match in _words_of(analysis):
        if match[0][0].isupper() and (form := normal(match[0])) in forms:
            end = match.end() - (2 if fold(match[0]).endswith("'s") else 0)
            around = [name for name in within(analysis.names, match.start() - 60, match.end()) if name.end >= end]
            yield form, match.start(), end, around[0].text if around else text[match.start() : end]
