"""Every regular expression of the package on inputs made to be slow for it.

    python tests/fuzzing/patterns.py 8000     # the slowest pairs of pattern and input, in seconds of processor time

Inputs are of two kinds: general ones (one character, or a few, over and over), and for each pattern pieces of what it looks
for, over and over, so that it begins to match at every place and fails late. A pattern that the code only tries at one place (`match`) may look
slower here than it is.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Iterator

import storydiff

SIZE = 8_000
PIECES = (
    "a", "A", " ", "0", "\n", ",", "“", "'", "<", "&", "a ", "A ", "A. ", "a-", "0,", "0.", "$1 ", "a, ", "“a” ", "’s ", "(a ", "\n\n",
    "said ", "Mr. A ", "May ", "one ", "and ", "not ", "1:1", "St. ", "of the ", "A A of ", "police ", "no ", "1 Jan. ", "—", "=?", "<a ", "[", "`", "* ",
)  # fmt: skip
_WORDS = re.compile(r"[A-Za-z“”’$%—-]{1,12}")


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern that stands at the top of a module, with its name."""
    for info in pkgutil.walk_packages(storydiff.__path__, "storydiff."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            if callable(getattr(value, "cache_info", None)):
                value = _made(value)  # compiled when first asked for
            for number, one in enumerate(_in(value)):
                if isinstance(one.pattern, str):
                    yield f"{info.name}.{name}[{number}]", one


def inputs(pattern: re.Pattern[str], size: int) -> Iterator[tuple[str, str]]:
    """Texts of `size` characters that may be slow for `pattern`, with the piece they are made of."""
    words = list(dict.fromkeys(_WORDS.findall(pattern.pattern)))[:8]
    for piece in (*PIECES, *(f"{word} " for word in words), " ".join(words) + " "):
        if piece.strip(" ") or piece == " ":
            yield piece, (piece * (size // len(piece) + 1))[:size]


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """Processor time to go through `text` once."""
    start = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - start


def main(size: int) -> None:
    """Print the slowest pairs."""
    found = sorted(
        (
            (seconds(pattern, text), name, piece)
            for name, pattern in patterns()
            for piece, text in inputs(pattern, size)
        ),
        reverse=True,
    )
    for spent, name, piece in found[:25]:
        print(f"{spent:7.2f}  {name}  {piece!r}")


def _made(function: object) -> object:
    try:
        return function()  # type: ignore[operator]
    except TypeError:  # it wants arguments
        return None


def _in(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _in(one)
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from _in(one)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE)
