"""States out of opposing sets: dead or alive, arrested or at large, critical or stable, which weapon, where wounded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storydiff.analysis.clauses import within_sentences
from storydiff.analysis.lexicon import table
from storydiff.analysis.status_holders import Person, holder_of, persons_in
from storydiff.analysis.status_search import shapes_in, shapes_of
from storydiff.analysis.words import as_listed, phrases_in, phrases_of, words_of
from storydiff.model import Entity, Report, Sentence, Span, Status
from storydiff.normalise import lower
from storydiff.patterns import late

# Phrase → (field, value).
_STATES = {phrase.lower(): (field, value) for field, value, phrase in table("statuses")}
_PHRASES = phrases_of(_STATES)

_VEHICLE = late(
    r"\s+(?:[\w-]+\s+){0,3}?(?:car|sedan|coupe|suv|truck|van|minivan|pickup|vehicle|convertible|hatchback|motorcycle|bus)\b",
)
# These two begin with a few letters and signs, to which the engine leaps.
_NEGATOR = re.compile(
    r"[ncuy](?:(?<=\bn)(?:o(?!\s(?:\w+\s)?(?:charges?|injur\w+|names?|shots?|details?|information|motive|reason|bail|bond|incident)\b)"
    r"|ot|ever|obody|one|either)\b|(?<=\bc)annot\b|(?<=\by)et to\b|(?<=\bu)n(?:able|likely) to\b|(?<=n)['’]t\b)"
)
_CLAUSE_EDGE = re.compile(
    r"[.;:!?,abtw](?:(?<=[.;:!?])|(?<=,)\s+(?:and|but|while|who|which|as|after|when)\b|(?<=\ba)lthough\b"
    r"|(?<=\bb)(?:ut|ecause)\b|(?<=\bt)hough\b|(?<=\bw)(?:hile|hereas|hen)\b)"
)
_TELLING = frozenset({"sentence", "bullet"})
# "No other arrests": it is more of the same that is denied.
_OF_MORE = re.compile(r"no(?<!\wno)\s(?:other|further|additional|more|new)\s(?:\w+\s)?\Z")
_BACK = late(r",\s(?:is|was|are|were|has|had|remains|remained|said)\b")
# What is looked for, but not a suspect.
_NOT_SOUGHT = late(
    r"\s(?:[\w'-]+\s){0,4}?(?:clues?|evidence|answers|motives?|witness(?:es)?|information|videos?|footage|weapons?|guns?|casings?|bullets?|victims?"
    r"|family|bodies|body|survivors?|ways?|help|solutions?|reasons?|vehicles?|cars?|trucks?|pieces|explosives?|bombs?|threats?|tips|leads)\b"
    r"|\s(?:were|are|is|was)\s(?:still\s)?(?:at\slarge|outstanding|being\ssought)\b"
)
# Whom "looking for" must name to be a hunt: protesters look for change, divers for a boat.
_SOUGHT = late(
    r"\s(?:[\w'-]+[\s,]{1,2}){0,6}?(?:suspects?|suspected|gunm[ae]n|shooters?|attackers?|assailants?|killers?|robbers?|thie(?:f|ves)|arsonists?|bombers?|burglars?"
    r"|culprits?|fugitives?|accomplices?|m[ae]n|wom[ae]n|males?|females?|persons?|people|individuals?|drivers?|teens?|teenagers?|boys?|girls?|youths?"
    r"|couple|duo|trio|pair|him|her|them|whoever|anyone|those|one|two|three|others?|occupants?|passengers?|\d{1,2}-year-old|perpetrators?|offenders?|brothers?|inmates?)\b"
)
# "The most seriously injured", "all were released except …": of whom it is told is not near.
_EXCEPTED = re.compile(
    r"[m\s](?:(?<=\bm)ost\s(?:seriously|critically)|(?<=\s)(?:except|but\sfor|apart\sfrom|aside\sfrom)\s)"
)
_LONGEST = 5000  # characters of a sentence; more is a table or no prose at all
_REACH = 120  # characters before a state in which its subject or a negation may stand: a long clause


class _Found(NamedTuple):
    """A state in a sentence, places relative to it."""

    start: int
    end: int
    field: str
    value: str
    shaped: bool


def find_statuses(report: Report, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> tuple[Status, ...]:
    """The states told in `report`, in order. `subject` is an entity's key, or the class of the nearest noun ("suspect", "girl")."""
    lowered = lower(report.text)
    text = lowered.replace("’", "'")
    telling = [
        sentence for sentence in sentences if sentence.kind in _TELLING and sentence.end - sentence.start <= _LONGEST
    ]
    phrases = _in_phrases(report, text, telling)
    words = words_of(lowered)
    shapes = shapes_of(words, telling)
    named: list[tuple[int, int, str]] | None = None
    found: list[Status] = []
    for index in sorted(phrases.keys() | shapes.keys()):
        sentence = telling[index]
        told = text[sentence.start : sentence.end]
        states = _states_in(told, phrases.get(index, ()), shapes.get(index, ()))
        if states:
            if named is None:
                named = _named(entities)
            people = persons_in(told, sentence.start, named, words)
            found += [_status(report, sentence, told, people, state) for state in sorted(states)]
    return tuple(found)


def _named(entities: Sequence[Entity]) -> list[tuple[int, int, str]]:
    """Where the persons among `entities` are named, in order, and their keys."""
    return sorted(
        [
            (name.start, name.end, entity.key)
            for entity in entities
            if entity.kind == "person"
            for name in entity.mentions
        ]
    )


def _in_phrases(report: Report, text: str, sentences: Sequence[Sentence]) -> dict[int, list[_Found]]:
    """The states that a phrase of the list tells, for the sentences by index; `text` is that of `report` in lower case, apostrophes straight."""
    found: dict[int, list[_Found]] = {}
    for match, index in within_sentences(phrases_in(lower(report.text), _PHRASES), sentences):
        start, end = match.span()
        field, value = _STATES[as_listed(match[0])]
        if value == "at large" and (_NOT_SOUGHT().match(text, end) or not _hunted(report.text, text, start, end)):
            continue
        if field in ("condition", "life", "injury") and _EXCEPTED.search(text, max(0, start - 8), end + 20):
            continue
        if field != "colour" or _VEHICLE().match(text, end, sentences[index].end):
            base = sentences[index].start
            found.setdefault(index, []).append(_Found(start - base, end - base, field, value, shaped=False))
    return found


def _hunted(written: str, text: str, start: int, end: int) -> bool:
    """Whether what is looked for is a person, as a word or a name tells; `text` is `written` in lower case."""
    if not text.endswith(" for", start, end):
        return True
    return _SOUGHT().match(text, end) is not None or written[end + 1 : end + 2].isupper()


def _states_in(text: str, phrases: Sequence[_Found], shapes: Iterable[int]) -> list[_Found]:
    """The states in the sentence `text` by their shape, and those by a phrase that no shape of the same field holds."""
    shaped = [
        _Found(match.start(), match.end(), shape.field, shape.value, True) for shape, match in shapes_in(text, shapes)
    ]
    found = list(dict.fromkeys(shaped))
    for one in phrases:
        told = shaped and any(s.field == one.field and s.start < one.end and one.start < s.end for s in shaped)
        if not told and not _OF_MORE.search(text, max(0, one.start - 30), one.start):
            found.append(one)
    return found


def _status(report: Report, sentence: Sentence, text: str, people: Sequence[Person], found: _Found) -> Status:
    left = _clause_start(text, found.start)
    holder = holder_of(text, people, left, found.start, found.end, found.field)
    return Status(
        report.sigil,
        sentence.start + found.start,
        sentence.start + found.end,
        report.text[sentence.start + found.start : sentence.start + found.end],
        field=found.field,
        value=found.value,
        subject=holder.key if holder else "",
        negated=not found.shaped and _is_negated(text, left, found.start),
        holder=Span(sentence.start + holder.start, sentence.start + holder.end) if holder else Span(0, 0),
    )


def _clause_start(text: str, offset: int) -> int:
    start = max(0, offset - _REACH)
    for edge in _CLAUSE_EDGE.finditer(text, start, offset):
        start = edge.end()
    return start


def _is_negated(text: str, left: int, offset: int) -> bool:
    """Whether a negator stands before `offset` in its clause; one in an inserted clause (", not named by police, was …") is of that."""
    negators = [match.end() for match in _NEGATOR.finditer(text, left, offset)]
    return bool(negators) and not _BACK().search(text, negators[-1], offset)
