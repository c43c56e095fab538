"""What alignment looks at in each sentence: weighted concepts, names, numbers, quoted words, places in the report."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain, zip_longest
from math import fsum

from storydiff.alignment.words import Token, acts, first_names, light_words, tokens
from storydiff.model import Analysis, Sentence
from storydiff.normalise import typography

_WINDOW = 5
_HE = frozenset(("he", "him", "his", "himself"))
_SHE = frozenset(("she", "her", "hers", "herself"))
_PRONOUNS = _HE | _SHE | frozenset(("they", "them", "their", "it", "its"))
_QUOTED = re.compile(r'"[^"]{12,2000}(?:"|$)')
_SPEECH = frozenset(
    ("say", "said", "tell", "told", "according", "added", "says", "add", "spokesman", "spokeswoman", "stated")
)


@dataclass(slots=True)
class View:
    """One sentence as alignment sees it. Weights are set once all reports of the event are known."""

    sentence: Sentence
    report: int
    index: int
    depth: float
    """Where the sentence stands in its report: 0 the first, 1 the last."""
    words: tuple[str, ...]
    content: frozenset[str]
    concepts: frozenset[str]
    clusters: frozenset[str]
    names: frozenset[str]
    resolved: frozenset[str]
    numbers: frozenset[str]
    calendar: frozenset[str]
    near: frozenset[tuple[str, str]]
    trigrams: frozenset[tuple[str, ...]]
    quoted: frozenset[str]
    speech: bool
    pronoun: bool
    text: str
    place: int = 0
    """Number of the sentence through the event, from 0."""
    keys: tuple[str, ...] = ()
    content_weight: float = 0.0
    concept_weight: float = 0.0
    name_weight: float = 0.0
    context: frozenset[str] = field(default_factory=frozenset)
    """Concepts of the sentence before that are not its own."""


def view_event(analyses: Sequence[Analysis]) -> tuple[list[list[View]], dict[str, float]]:
    """The views of each report's sentences, and the weight (0–1) of each word, name and concept in this event."""
    tokened = [[tokens(sentence.text) for sentence in analysis.sentences] for analysis in analyses]
    proper = _proper_words(tokened)
    event = [
        _view_report(number, analysis.sentences, rows, proper)
        for number, (analysis, rows) in enumerate(zip(analyses, tokened, strict=True))
    ]
    weights = _weights(event)
    for place, view in enumerate(chain.from_iterable(event)):
        view.place = place
        view.keys = tuple(sorted(view.content | view.concepts | view.resolved))
        view.content_weight = fsum(map(weights.__getitem__, view.content))
        view.concept_weight = fsum(map(weights.__getitem__, view.concepts))
        view.name_weight = fsum(map(weights.__getitem__, view.names))
        if view.index:
            view.context = event[view.report][view.index - 1].concepts - view.concepts
    return event, weights


def _proper_words(tokened: Sequence[Sequence[Sequence[Token]]]) -> frozenset[str]:
    """Words written with a capital inside sentences, more often than without."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for report in tokened:
        for row in report:
            for token in row[1:]:
                (capital if token.written[0].isupper() else small)[token.lower] += 1
            if row and row[0].written[0].islower():
                small[row[0].lower] += 1
    light = light_words()
    return frozenset(word for word, n in capital.items() if n > small[word] and word not in light and len(word) > 1)


def _weights(event: Sequence[Sequence[View]]) -> dict[str, float]:
    spread: Counter[str] = Counter()
    total = 0
    for report in event:
        for view in report:
            total += 1
            spread.update(view.content | view.concepts | view.names | view.resolved)
    scale = math.log(1 + 2 * total) if total else 1.0
    return {word: math.log((1 + 2 * total) / (1 + df)) / scale for word, df in spread.items()}


def _view_report(
    number: int, sentences: Sequence[Sentence], rows: Sequence[Sequence[Token]], proper: frozenset[str]
) -> list[View]:
    people = {"m": "", "f": "", "": ""}
    known: dict[str, str] = {}
    views = []
    for index, (sentence, row) in enumerate(zip(sentences, rows, strict=True)):
        resolved = _resolve(row, people)
        _remember_people(row, proper, people, known)
        views.append(_view(number, index, len(rows), sentence, row, proper, resolved))
    return views


def _resolve(row: Sequence[Token], people: dict[str, str]) -> frozenset[str]:
    """The people that the pronouns of a sentence most likely stand for: the last of that gender named before."""
    lowers = {token.lower for token in row}
    found = set()
    if lowers & _HE:
        found.add(people["m"] or people[""])
    if lowers & _SHE:
        found.add(people["f"] or people[""])
    return frozenset(found - {""})


def _remember_people(
    row: Sequence[Token], proper: frozenset[str], people: dict[str, str], known: dict[str, str]
) -> None:
    given = first_names()
    for token, following in zip_longest(row, row[1:]):
        if token.lower in known:
            people[known[token.lower]] = token.lower
        elif token.lower in given and token.written[0].isupper() and following and following.lower in proper:
            surname = following.lower
            known[surname] = given[token.lower]
            people[given[token.lower]] = surname


def _view(
    number: int,
    index: int,
    count: int,
    sentence: Sentence,
    row: Sequence[Token],
    proper: frozenset[str],
    resolved: frozenset[str],
) -> View:
    words = tuple([token.stem for token in row])
    lowers = [token.lower for token in row]
    clusters = _clusters(words)
    content, names, numbers, calendar = [], [], [], []
    anchors: list[tuple[int, str]] = []
    for place, (_, lower, stem, kind) in enumerate(row):
        if kind != "light":
            content.append(stem)
            if kind == "number":
                numbers.append(stem)
            elif kind == "calendar":
                calendar.append(stem)
            elif lower in proper:
                names.append(lower)
        if place in clusters:
            anchors += [(place, cluster) for cluster in clusters[place]]
        elif kind != "light":
            anchors.append((place, stem))
    return View(
        sentence=sentence, report=number, index=index, depth=index / max(count - 1, 1), words=words, content=frozenset(content),
        concepts=frozenset([concept for _, concept in anchors]),
        clusters=frozenset([cluster for found in clusters.values() for cluster in found]),
        names=frozenset(names), resolved=resolved, numbers=frozenset(numbers), calendar=frozenset(calendar),
        near=_near(anchors), trigrams=frozenset(zip(words, words[1:], words[2:], strict=False)),
        quoted=_quoted(sentence.text), speech=not _SPEECH.isdisjoint(lowers),
        pronoun=bool(row) and lowers[0] in _PRONOUNS, text=" ".join(lowers),
    )  # fmt: skip


def _quoted(text: str) -> frozenset[str]:
    """The stems of what stands in quote marks, without words that tell little."""
    text = typography(text)
    if '"' not in text:
        return frozenset()
    return frozenset([token.stem for match in _QUOTED.finditer(text) for token in tokens(match[0])]) - light_words()


def _clusters(stems: tuple[str, ...]) -> dict[int, tuple[str, ...]]:
    """Place of a word → the same-act clusters that it, or a phrase that begins there, belongs to."""
    words, phrases = acts()
    found: dict[int, tuple[str, ...]] = {}
    for place, stem in enumerate(stems):
        here = words.get(stem, ())
        for phrase, cluster in phrases.get(stem, ()):
            if cluster not in here and stems[place : place + len(phrase)] == phrase:
                here = (*here, cluster)
        if here:
            found[place] = here
    return found


def _near(anchors: Sequence[tuple[int, str]]) -> frozenset[tuple[str, str]]:
    """Unordered pairs of concepts that stand within a few words of each other."""
    found = set()
    begin = 0
    for at, (place, right) in enumerate(anchors):
        while place - anchors[begin][0] > _WINDOW:
            begin += 1
        for _, left in anchors[begin:at]:
            if left != right:
                found.add((left, right) if left < right else (right, left))
    return frozenset(found)
