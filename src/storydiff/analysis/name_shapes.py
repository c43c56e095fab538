"""What the names in a run of capitalised words are, by their shape alone: titles, first names, suffixes, word lists."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from storydiff.analysis.lexicon import word_set
from storydiff.analysis.name_patterns import (
    GENERATIONS,
    LINKS,
    bodies,
    first_names,
    lands,
    long_bodies,
    name_heads,
    suffixes,
    titles,
)
from storydiff.analysis.name_runs import Token, is_person, parts, title_head, trimmed

_KIND_OF_SUFFIX = {"body": "organisation", "site": "organisation", "street": "place", "land": "place", "thing": "other"}
_BEFORE_TITLES = frozenset("police fire county city state school interim acting former sheriff's federal".split())
_LAND_HEADS = frozenset("city town village county state gulf port isle cape republic kingdom".split())


class Piece(NamedTuple):
    """A name inside a run: offsets in the run, what it is and how that is known.

    `kind`: person, organisation, place, other, or "" if its shape does not tell. `sure`: the shape alone settles it.
    `title_start`/`title_end`: of the title before a person, equal if there is none.
    """

    start: int
    end: int
    kind: str
    sure: bool = False
    title_start: int = 0
    title_end: int = 0


class RunName(NamedTuple):
    """A name inside a run with its words and those of its title; the rest as in `Piece`."""

    start: int
    end: int
    text: str
    kind: str
    sure: bool
    title: str


@lru_cache(maxsize=1 << 15)
def names_in(run: str) -> tuple[RunName, ...]:
    """The names in `run`."""
    return _names_in(run, False)


@lru_cache(maxsize=1 << 14)
def names_in_opening(run: str) -> tuple[RunName, ...]:
    """The names in a `run` that starts a sentence, where a capital says little."""
    return _names_in(run, True)


def _names_in(run: str, opening: bool) -> tuple[RunName, ...]:
    return tuple(
        RunName(start, end, run[start:end], kind, sure, run[title_start:title_end])
        for start, end, kind, sure, title_start, title_end in pieces(run, opening)
        if kind != "skip"
    )


def pieces(run: str, opening: bool) -> tuple[Piece, ...]:
    """The names in `run` and the single letters and titles that are none of themselves, of the kind "skip".

    `opening` when it starts a sentence.
    """
    if len(run) > 6 and run.isupper() and len(spelled := run.title()) == len(run):
        run = spelled
    return tuple(piece for part in parts(run, opening) for piece in _classified(part))


def _classified(part: list[Token]) -> list[Piece]:
    """The names in `part`, a title at its start split off."""
    if len(part) == 1:
        return [_single(part)]
    whole = " ".join(token.text for token in part)
    if whole in lands():
        return [_piece(part, "place", sure=True)]
    if whole in bodies() or whole.lower() in long_bodies():
        return [_piece(part, "organisation", sure=True)]
    head = title_head(part)
    if head is not None:
        return _titled(part, *head)
    return _untitled(part)


def _titled(part: list[Token], first: int, last: int) -> list[Piece]:
    found = []
    before, name = part[:first], part[last + 1 :]
    if before and before[-1].plain in _BEFORE_TITLES:
        keep = len(before) - 1
        while keep > 0 and before[keep - 1].plain in ("interim", "acting", "former", "state", "city"):
            keep -= 1
        if not (before[-1].plain == "county" and keep > 0):
            before, first = before[:keep], keep
    if before := trimmed(before):
        found.extend(_untitled(before))
    found.append(Piece(name[0].start, name[-1].end, "person", True, part[first].start, part[last].end))
    return found


def _untitled(part: list[Token]) -> list[Piece]:
    last = part[-1].plain
    if len(part) == 1:
        return [_single(part)]
    whole = " ".join(token.text for token in part)
    if whole in lands():
        return [_piece(part, "place", sure=True)]
    if part[0].plain in name_heads("site"):
        return [_piece(part, "organisation", sure=True)]
    kind = suffixes().get(last)
    has_of = any(token.plain in ("of", "for", "and", "&") and not token.is_name for token in part)
    if has_of:
        head = part[0].plain
        land = head in _LAND_HEADS
        return [_piece(part, "place" if land else "organisation", sure=True)]
    if is_person(part) and not (kind and last not in word_set("surnames")):
        return [_piece(part, "person", sure=True)]
    if kind:
        if last in GENERATIONS:
            return [_piece(part, "person", sure=True)]
        return [_piece(part, _KIND_OF_SUFFIX[kind], sure=True)]
    if any(suffixes().get(token.plain) in ("body", "site") for token in part[1:-1]):
        return [_piece(part, "organisation")]
    return _split_or_unknown(part)


def _split_or_unknown(part: list[Token]) -> list[Piece]:
    """A town before something unknown is split off ("Houston Brandt" is rare, "Chicago Bears" stays whole)."""
    common = word_set("common_words")
    whole = " ".join(token.text for token in part)
    if all(token.plain in common or token.plain in LINKS for token in part):
        return [_piece(part, "other")]
    if part[0].text.isupper() and len(part[0].text) > 1 and not part[-1].text.isupper():
        return [_piece(part, "other")]
    if part[0].plain in name_heads("land"):
        return [_piece(part, "place", sure=True)]
    if part[0].plain in name_heads("compass") and (len(part) == 2 or whole.partition(" ")[2] in lands()):
        return [_piece(part, "place", sure=whole.partition(" ")[2] in lands())]
    if any(suffixes().get(token.plain) for token in part):
        return [_piece(part, "place")]
    if part[0].text in lands():
        return [_piece(part, "other")]
    if part[0].plain in common or (part[-1].plain in common and part[-1].plain not in word_set("surnames")):
        return [_piece(part, "")]
    return [_piece(part, "person")]


def _single(part: list[Token]) -> Piece:
    token = part[0]
    text = token.text
    if text in lands():
        return _piece(part, "place", sure=token.plain not in first_names() and token.plain not in word_set("surnames"))
    if text in bodies():
        return _piece(part, "organisation", sure=True)
    letters = text.replace(".", "")
    if letters.isupper() and 2 <= len(letters) <= 6 and _may_be_initials(token):
        return _piece(part, "organisation")
    if len(letters) < 2 or token.plain in titles() or token.plain in suffixes():
        return _piece(part, "skip", sure=True)
    return _piece(part, "")


def _may_be_initials(token: Token) -> bool:
    """Whether `token`, all capitals, may stand for a body rather than be a shouted word or name."""
    word = token.plain
    return (
        word not in first_names()
        and word not in word_set("surnames")
        and (len(word) < 4 or word not in word_set("common_words"))
    )


def _piece(part: list[Token], kind: str, sure: bool = False) -> Piece:
    return Piece(part[0].start, part[-1].end, kind, sure)
