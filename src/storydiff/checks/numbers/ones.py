"""One or several: "a woman called" in one report, "two women called" in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from storydiff.checks.common.claims import stems
from storydiff.checks.numbers.figures import Edge, told_in
from storydiff.model import Alignment, Analysis, Quantity, Sentence

_LINKED = 0.5  # score of a link from which its sentences are about one thing
_MOST = 9  # more than that is a crowd, of which one may be picked out
_SAME = {"female": "woman", "male": "man"}
_PLURALS = {"man": "men", "woman": "women", "child": "children", "person": "people"}
_ONE = re.compile(
    r"\b(?:an?|another|one)\s(?:(?!and\b|or\b|of\b|in\b|to\b|who\b|the\b|second\b|third\b|fourth\b|fifth\b|new\b)[\w'’-]{2,16}\s){0,2}?"
    r"(?P<noun>man|woman|male|female|boy|girl|child|teen|teenager|gunman|shooter|suspect|car|vehicle|truck|officer|deputy|"
    r"witness|caller|neighbor|dog|house|home|building|bullet|shot)\b(?!['’-])"
)
_WINDOW = 60
_HAND = 2  # words before shots: who fired them


class _Told(NamedTuple):
    """How many, of what, and the stem of what they did or are ("call")."""

    figure: Quantity
    noun: str
    deed: str


def one_or_several(alignment: Alignment) -> Iterator[Edge]:
    """In sentences that tell the same: one who did it here and several who did it there."""
    known: dict[tuple[str, int], tuple[list[_Told], list[_Told]]] = {}
    for link in alignment.links:
        if link.score < _LINKED:
            continue
        for side in (link.a, link.b):
            if (side.sigil, side.start) not in known:
                analysis = alignment.analysis(side.sigil)
                known[side.sigil, side.start] = (_several(analysis, side), _single(analysis, side))
        a, b = known[link.a.sigil, link.a.start], known[link.b.sigil, link.b.start]
        for several, single, other in ((a[0], b[1], link.b.sigil), (b[0], a[1], link.a.sigil)):
            for many in several:
                for one in single:
                    if (
                        many[1:] == one[1:]
                        and not _of_another_hand(alignment, many, one)
                        and not _has_several(alignment.analysis(other), one.noun)
                    ):
                        yield Edge(f"one {one.noun} or more", many.figure, one.figure)


def _of_another_hand(alignment: Alignment, many: _Told, one: _Told) -> bool:
    """Whether shots are told of with other words before them: one that an officer fired, two that a woman fired."""
    if many.noun not in ("shot", "bullet"):
        return False
    before = []
    for figure in (many.figure, one.figure):
        text = alignment.analysis(figure.sigil).report.text
        words = [word for word, _, _ in stems(text, max(0, figure.start - _WINDOW), figure.start)]
        before.append(words[-_HAND:])
    return before[0] != before[1]


def _several(analysis: Analysis, sentence: Sentence) -> list[_Told]:
    text = analysis.report.text
    found = []
    for figure in told_in(analysis, sentence):
        exact = figure.low == figure.high == figure.value and 1 < figure.value <= _MOST
        listed = text.startswith((" and ", " or "), figure.end)
        if (
            exact
            and figure.counted
            and not figure.unit
            and not listed
            and (deed := _deed(analysis, sentence, figure.end))
        ):
            found.append(_Told(figure, _SAME.get(figure.counted, figure.counted), deed))
    return found


def _single(analysis: Analysis, sentence: Sentence) -> list[_Told]:
    text = analysis.report.text
    found = []
    for match in _ONE.finditer(text[sentence.start : sentence.end].lower()):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        figure = Quantity(analysis.sigil, start, end, text[start:end], 1, 1, 1, counted=match["noun"])
        if not analysis.is_quoted(figure) and (deed := _deed(analysis, sentence, end)):
            found.append(_Told(figure, _SAME.get(match["noun"], match["noun"]), deed))
    return found


def _deed(analysis: Analysis, sentence: Sentence, end: int) -> str:
    """The next word that carries matter."""
    words = stems(analysis.report.text, end, min(sentence.end, end + _WINDOW))
    return next((word for word, _, _ in words), "")


def _has_several(analysis: Analysis, noun: str) -> bool:
    """Whether the report knows of several of them, told of elsewhere: then the one is one of these."""
    plural = _PLURALS.get(noun, noun + "s")
    return re.search(rf"\b{plural}\b", analysis.report.text.lower()) is not None
