"""Proper names: persons, bodies and places, found by shape, titles and context, and brought together as entities."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from storydiff.analysis.entities import Found, resolve
from storydiff.analysis.name_patterns import sequence_in, states
from storydiff.analysis.name_shapes import RunName, names_in, names_in_opening, pieces
from storydiff.analysis.words import Words, words_of
from storydiff.model import Entity, Name, Report, Sentence
from storydiff.normalise import lower
from storydiff.patterns import late

_SILENT = frozenset({"byline", "credit", "boilerplate", "caption-credit"})
_HEADINGS = frozenset({"title", "heading"})
_TITLE_CASE = 0.72  # share of a line's letters inside capitalised runs from which on its capitals tell nothing
_GAPS = frozenset({" ", " \n"})
_GAPS_OR_COMMA = _GAPS | {", ", ", \n"}
_RELATIONS = frozenset(
    "wife husband son daughter mother father brother sister uncle aunt cousin nephew niece friend neighbor neighbour fiancé fiancée fiance"
    " fiancee girlfriend boyfriend grandmother grandfather suspect victim witness resident driver spokesman spokesmen spokeswoman"
    " spokesperson named as old".split()  # "old" of "year-old"
)
_PERSON_AFTER = re.compile(
    r"(?:['’]s (?:wife|husband|son|daughter|mother|father|brother|sister|family|friends|lawyer|attorney|parents|body|home|death)\b"
    r"|,? (?:\d{1,3}[,.;) ]|who\b|said\b|says\b|told\b|added\b|was (?:shot|killed|arrested|charged|pronounced|taken|born)\b)|, (?:a|an|the) \w)"
)
_PLACE_BEFORE = frozenset("in at near from outside around through toward towards across".split())
_TELLING = _RELATIONS | _PLACE_BEFORE | {"the"}
_SAINTS = ("St. ", "St ", "Saint ")
# "died at St. Luke's" names a house; "St. Luke's mayor" is of a town.
_OF_A_SAINT = late(
    r"['’]s(?=[^\w\s]|\s?\Z|\s(?:on|in|at|after|before|for|with|and|or|where|when|while|was|were|is|by|to|from|but|late|early)\b)"
)
_DASHES = "-–—"
_QUOTES = "\"“”'‘’([—–-:•* "
_SENTENCE_ENDS = '.!?”"'


def find_names(report: Report, sentences: Sequence[Sentence]) -> tuple[tuple[Name, ...], tuple[Entity, ...]]:
    """The names of `report` in reading order, and the persons, bodies and places that they name."""
    found: list[Found] = []
    in_headlines: list[tuple[int, str]] = []
    text = report.text
    words = words_of(lower(text))  # in lower case, as the other extractors need them
    find_runs = sequence_in(text).finditer
    for sentence in sentences:
        kind = sentence.kind
        if kind in _SILENT:
            continue
        start = sentence.start
        runs: Iterable[re.Match[str]] = find_runs(text, start, sentence.end)
        if sentence.text[-1] not in _SENTENCE_ENDS or kind in _HEADINGS:
            runs = [*runs]
            if _is_headline(sentence, runs):
                in_headlines.extend([(run.start(), run[0]) for run in runs])
                continue
            if kind == "dateline" and sentence.text[-1] in _DASHES:
                _add_dateline(found, text, runs)
                continue
        for run in runs:
            at = run.start()
            # Most runs stand behind a word of their sentence, which the second character before them shows.
            opening = at == start or ((at < start + 2 or text[at - 2] in _QUOTES) and _opens(text, start, at))
            if names := names_in_opening(run[0]) if opening else names_in(run[0]):
                _add(found, text, words, at, names, opening)
    return resolve(report, found, in_headlines)


def _opens(text: str, start: int, at: int) -> bool:
    """Whether only marks stand between the start of the sentence, a quote mark or a colon, and `at`."""
    before = text[max(start, at - 3) : at]
    return not before.strip(_QUOTES) and (at - start <= 3 or before[-1:] in '"“‘•*' or before[-2:] in (": ", "\n"))


def _is_headline(sentence: Sentence, runs: Sequence[re.Match[str]]) -> bool:
    length = sentence.end - sentence.start
    heading = sentence.kind in _HEADINGS
    if not heading and length <= 24:
        return False
    capitals = sum(run.end() - run.start() for run in runs)
    return capitals > length * (0.5 if heading else _TITLE_CASE)


def _add(found: list[Found], text: str, words: Words, base: int, names: Sequence[RunName], opening: bool) -> None:
    """Add the `names` of a run of capitalised words that begins at `base`."""
    for first, last, written, kind, sure, title in names:
        start, end = base + first, base + last
        if text[start - 2 : start] == ", " and found and found[-1].end == start - 2 and _may_have_state(found[-1]):
            if text[end : end + 1] == "." and text[start : end + 1] in states():  # "Mo." at the end of a sentence
                end, kind, sure = end + 1, "place", True
                written = text[start:end]
            if written in states():
                found[-1] = found[-1]._replace(kind="place", sure=True)
        if written[0] == "S" and written.startswith(_SAINTS) and (owned := _OF_A_SAINT().match(text, end)):
            end, kind, sure = owned.end(), "organisation", True
            written = text[start:end]
        if not sure and kind != "organisation":
            kind, sure = _by_context(text, words, start, end, kind)
        found.append(Found(start, end, written, kind, sure, title, opening and not first))


def _may_have_state(name: Found) -> bool:
    return name.kind != "organisation" and not name.title


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
                found.append(Found(start, end, text[start:end], kind, True, "", False))


def _by_context(text: str, words: Words, start: int, end: int, kind: str) -> tuple[str, bool]:
    """Kind of a name that its shape leaves open, from the words around it, and whether they settle it."""
    index = (
        bisect_left(words.starts, start) - 1
    )  # of the word before; at the start of the text "", which stands at the end
    told = _told_by(text, words, index, start) if words.words[index] in _TELLING else ""
    if told == "person" or (kind != "place" and _PERSON_AFTER.match(text, end)):
        return "person", True
    return told or kind, False


def _told_by(text: str, all_words: Words, index: int, start: int) -> str:
    """Kind of the name at `start` as the word `index` before it tells it, "" if it does not."""
    words, starts, _ = all_words
    before = words[index]
    if not text.startswith(before, starts[index]):
        return ""
    gap = text[starts[index] + len(before) : start]
    if before in _RELATIONS and gap in _GAPS_OR_COMMA:
        year_old = words[index - 1] == "year" and text[starts[index - 1] : starts[index]] == "year-"
        return "person" if before != "old" or year_old else ""
    if before == "the" and gap in _GAPS:
        before = words[index - 1]
        if text[starts[index - 1] : starts[index]] != f"{before} ":
            return ""
    return "place" if before in _PLACE_BEFORE and gap in _GAPS else ""
