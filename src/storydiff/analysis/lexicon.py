"""Load the word lists of `lexicons/en/*.txt`: one entry a line, `#` lines are comments, a tab parts the columns of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


@cache
def lexicon(name: str, language: str = "en") -> tuple[str, ...]:
    """The entries of a word list, in the order of the file, without its comments and empty lines.

    Raises FileNotFoundError for an unknown list.
    """
    path = files("storydiff.analysis").joinpath("lexicons", language, f"{name}.txt")
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def word_set(name: str, language: str = "en") -> frozenset[str]:
    """The entries of a word list, for look-ups."""
    return frozenset(lexicon(name, language))


@cache
def table(name: str, language: str = "en") -> tuple[tuple[str, ...], ...]:
    """The entries of a word list with several columns, parted by tabs."""
    return tuple(tuple(column.strip() for column in line.split("\t")) for line in lexicon(name, language))


def alternation(phrases: Iterable[str]) -> str:
    """A regular expression, as text, for any of `phrases`: the longest first, any white space for a space, any apostrophe.

    Give it its own `\\b…\\b` and flags.
    """
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(_pattern(phrase) for phrase in ordered) + ")"


def _pattern(phrase: str) -> str:
    words = (re.escape(word).replace("'", "['’]") for word in phrase.split())
    return r"\s{1,3}".join(words)
