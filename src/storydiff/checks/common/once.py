"""Work that several checks need of one alignment, done once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from storydiff.model import Alignment

_R = TypeVar("_R")


class _Identity:
    """An alignment as a key: the same only as itself, so that nobody has to compare all that it holds."""

    __slots__ = ("alignment",)

    def __init__(self, alignment: Alignment) -> None:
        self.alignment = alignment

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and other.alignment is self.alignment

    def __hash__(self) -> int:
        return id(self.alignment)


def once(function: Callable[[Alignment], _R]) -> Callable[[Alignment], _R]:
    """`function`, which has to be pure, with its result for the latest alignment kept."""

    @lru_cache(maxsize=1)
    def kept(key: _Identity) -> _R:
        return function(key.alignment)

    @wraps(function)
    def asked(alignment: Alignment) -> _R:
        return kept(_Identity(alignment))

    return asked
