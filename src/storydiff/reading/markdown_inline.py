"""Markup inside a Markdown paragraph: only the visible words are kept.

A part of CommonMark that news needs: links, images, emphasis, code, autolinks, tags, comments, entities, backslashes. What is
not surely markup stays: news is full of lone asterisks and of [bracketed] insertions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import NamedTuple

from storydiff.errors import ReadError
from storydiff.patterns import late
from storydiff.reading.runs import MOST_RUNS, TextBuilder

_TOKEN = late(
    r"(?P<backslash>\\[!-/:-@\[-`{-~])"
    r"|(?P<autolink><(?:https?://|mailto:)[^\s<>]{1,2000}+>)"
    r"|(?P<tag></?[A-Za-z][A-Za-z0-9-]{0,20}(?:\s[^<>]{0,1000}+)?/?>)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
    r"|(?P<code>(?<!`)`[^`\n]{1,300}+`(?!`))"
    r"|(?P<stars>\*{1,3}+)"
    r"|(?P<underscores>_{1,3}+)"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\](?:\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}+(?:\s{1,3}(?:\"[^\"]{0,300}\"|'[^']{0,300}'))?\s{0,3}\)"
    r"|\[[^\[\]\n]{0,100}\])?)",
)
_SPECIAL = re.compile(r"[\\<&`*_\[\]!]")
_DEEPEST = 20


class Cut(NamedTuple):
    """A stretch to leave out: `text[start:end]` is markup; `instead` is what it means."""

    start: int
    end: int
    instead: str = ""


class _Open(NamedTuple):
    """An opening mark that waits for its end."""

    start: int
    end: int
    mark: str


def copy_inline(
    builder: TextBuilder,
    start: int,
    end: int,
    references: frozenset[str] = frozenset(),
    known_cuts: Sequence[Cut] = (),
) -> None:
    """Add the visible words of `base.text[start:end]`.

    `references` are the names of links defined elsewhere, `known_cuts` what else is to be left out.
    """
    text = builder.base.text
    cuts = list(known_cuts)
    if _SPECIAL.search(text, start, end) is not None:
        cuts += _cuts(text, start, end, references)
    for cut in sorted(cuts):
        if cut.start < start:
            continue  # inside a larger one
        builder.copy(start, cut.start)
        builder.put(cut.instead, cut.start, cut.end)
        start = cut.end
    builder.copy(start, end)


def _cuts(text: str, start: int, end: int, references: frozenset[str]) -> list[Cut]:
    cuts: list[Cut] = []
    brackets: list[_Open] = []
    emphasis: list[_Open] = []
    for number, token in enumerate(_TOKEN().finditer(text, start, end)):
        if number > MOST_RUNS:
            raise ReadError("has more markup than a report", "give the text alone")
        kind, mark = token.lastgroup, token[0]
        if kind == "backslash":
            cuts.append(Cut(token.start(), token.start() + 1))
        elif kind == "tag":
            cuts.append(Cut(token.start(), token.end(), " " if mark[1:3].lower() == "br" else ""))
        elif kind in ("autolink", "code"):
            cuts += (Cut(token.start(), token.start() + 1), Cut(token.end() - 1, token.end()))
        elif kind == "entity":
            meaning = unescape(mark)
            if meaning != mark:
                cuts.append(Cut(token.start(), token.end(), meaning))
        elif kind in ("stars", "underscores"):
            _emphasis(text, _Open(token.start(), token.end(), mark), emphasis, cuts)
        elif kind == "open":
            brackets.append(_Open(token.start(), token.end(), mark))
            del brackets[:-_DEEPEST]
        elif brackets:
            _link(brackets.pop(), token, references, cuts)
    return cuts


def _emphasis(text: str, mark: _Open, opened: list[_Open], cuts: list[Cut]) -> None:
    """Close the emphasis that `mark` ends, or open one."""
    before = text[mark.start - 1 : mark.start]
    after = text[mark.end : mark.end + 1]
    inside_word = before.isalnum() and after.isalnum()
    if opened and opened[-1].mark == mark.mark and before.strip() and not (inside_word and mark.mark[0] == "_"):
        start = opened.pop()
        cuts += (Cut(start.start, start.end), Cut(mark.start, mark.end))
    elif after.strip() and not before.isalnum():
        opened.append(mark)
        del opened[:-_DEEPEST]


def _link(opening: _Open, closing: re.Match[str], references: frozenset[str], cuts: list[Cut]) -> None:
    """Cut the markup of a link, or all of an image; a bracket that is neither stays."""
    target = closing[0][1:]
    is_link = target.startswith("(") or (target.startswith("[") and target[1:-1].strip().lower() in references)
    if not is_link:
        return
    if opening.mark == "![":
        cuts.append(Cut(opening.start, closing.end()))
    else:
        cuts += (Cut(opening.start, opening.end), Cut(closing.start(), closing.end()))
