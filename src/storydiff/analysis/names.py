"""Proper names: persons, bodies and places, found by shape, titles and context, and brought together as entities."""

from __future__ import annotations

import re
from collections.abc import Sequence

from storydiff.analysis.entities import Found, resolve
from storydiff.analysis.name_patterns import sequence_in, states
from storydiff.analysis.name_shapes import pieces
from storydiff.model import Entity, Name, Report, Sentence
from storydiff.patterns import late

_SILENT = frozenset({"byline", "credit", "boilerplate", "caption-credit"})
_HEADINGS = frozenset({"title", "heading"})
_TITLE_CASE = 0.72  # share of a line's letters inside capitalised runs from which on its capitals tell nothing
_RELATION = (
    r"(?:wife|husband|son|daughter|mother|father|brother|sister|uncle|aunt|cousin|nephew|niece|friend|neighbou?r|fianc[ée]e?|girlfriend"
    r"|boyfriend|grandmother|grandfather|suspect|victim|witness|resident|driver|spokesm[ae]n|spokeswoman|spokesperson|named|as|year-old)"
)
_PERSON_BEFORE = re.compile(rf"\b{_RELATION},? $")
_PERSON_AFTER = re.compile(
    r"(?:['’]s (?:wife|husband|son|daughter|mother|father|brother|sister|family|friends|lawyer|attorney|parents|body|home|death)\b"
    r"|,? (?:\d{1,3}[,.;) ]|who\b|said\b|says\b|told\b|added\b|was (?:shot|killed|arrested|charged|pronounced|taken|born)\b)|, (?:a|an|the) \w)"
)
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|from|outside|around|through|toward|towards|across) (?:the )?$")
_SAINTS = ("St. ", "St ", "Saint ")
# "died at St. Luke's" names a house; "St. Luke's mayor" is of a town.
_OF_A_SAINT = late(
    r"['’]s(?=[^\w\s]|\s?\Z|\s(?:on|in|at|after|before|for|with|and|or|where|when|while|was|were|is|by|to|from|but|late|early)\b)"
)
_DASHES = "-–—"
_QUOTES = "\"“”'‘’([—–-:•* "


def find_names(report: Report, sentences: Sequence[Sentence]) -> tuple[tuple[Name, ...], tuple[Entity, ...]]:
    """The names of `report` in reading order, and the persons, bodies and places that they name."""
    found: list[Found] = []
    headlines: list[Sentence] = []
    text = report.text
    sequence = sequence_in(text)
    for sentence in sentences:
        if sentence.kind in _SILENT:
            continue
        runs = [*sequence.finditer(text, sentence.start, sentence.end)]
        if _is_headline(sentence, runs):
            headlines.append(sentence)
            continue
        if sentence.kind == "dateline" and sentence.text[-1] in _DASHES:
            _add_dateline(found, text, runs)
            continue
        for run in runs:
            opening = run.start() == sentence.start or _opens(text, sentence.start, run.start())
            _add(found, text, run, opening)
    return resolve(report, found, headlines)


def _opens(text: str, start: int, at: int) -> bool:
    """Whether only marks stand between the start of the sentence, a quote mark or a colon, and `at`."""
    before = text[max(start, at - 3) : at]
    return not before.strip(_QUOTES) and (at - start <= 3 or before[-1:] in '"“‘•*' or before[-2:] in (": ", "\n"))


def _is_headline(sentence: Sentence, runs: Sequence[re.Match[str]]) -> bool:
    length = sentence.end - sentence.start
    heading = sentence.kind in _HEADINGS
    if not heading and (sentence.text[-1] in '.!?”"' or length <= 24):
        return False
    capitals = sum(run.end() - run.start() for run in runs)
    return capitals > length * (0.5 if heading else _TITLE_CASE)


def _add(found: list[Found], text: str, run: re.Match[str], opening: bool) -> None:
    base = run.start()
    for piece in pieces(run[0], opening):
        if piece.kind == "skip":
            continue
        start, end = base + piece.start, base + piece.end
        kind, sure = piece.kind, piece.sure
        if found and text[found[-1].end : start] == ", " and found[-1].kind != "organisation" and not found[-1].title:
            if text[end : end + 1] == "." and text[start : end + 1] in states():  # "Mo." at the end of a sentence
                end, kind, sure = end + 1, "place", True
            if text[start:end] in states():
                found[-1] = found[-1]._replace(kind="place", sure=True)
        words = text[start:end]
        if words.startswith(_SAINTS) and (owned := _OF_A_SAINT().match(text, end)):
            end, kind, sure = owned.end(), "organisation", True
            words = text[start:end]
        if not sure:
            kind, sure = _by_context(text, start, end, kind)
        title = text[base + piece.title_start : base + piece.title_end] if piece.title_end else ""
        found.append(
            Found(start, end, words, kind, sure, title, base + piece.title_start, opening and piece.start == 0)
        )


def _add_dateline(found: list[Found], text: str, runs: Sequence[re.Match[str]]) -> None:
    """`DUNMARROW, Ohio (AP) —`: towns and states, and an agency in brackets."""
    for run in runs:
        base = run.start()
        for piece in pieces(run[0], False):
            start, end = base + piece.start, base + piece.end
            agency = text[start - 1 : start] == "("
            end += not agency and text[end : end + 1] == "." and text[start : end + 1] in states()
            if agency or piece.kind != "skip":
                kind = "organisation" if agency else "place"
                found.append(Found(start, end, text[start:end], kind, True, "", start, False))


def _by_context(text: str, start: int, end: int, kind: str) -> tuple[str, bool]:
    """Kind of a name that its shape leaves open, from the words around it, and whether they settle it."""
    if kind == "organisation":
        return kind, False
    before = text[max(0, start - 18) : start]
    if _PERSON_BEFORE.search(before) or (_PERSON_AFTER.match(text, end) and kind != "place"):
        return "person", True
    if _PLACE_BEFORE.search(before):
        return "place", False
    return kind, False
