"""A Markdown document that may only be so long."""

from __future__ import annotations

from collections.abc import Iterable

_TAIL = 200  # code points kept for the line that counts what does not fit


class Page:
    """Blocks, added while there is room. A block stands whole or not at all; what does not fit is counted."""

    def __init__(self, limit: int) -> None:
        self._room = limit - _TAIL
        self._blocks: list[str] = []
        self._length = 0
        self._left_out: list[str] = []

    def add(self, block: str) -> None:
        """Add `block`, which is known to be short."""
        self._blocks.append(block)
        self._length += len(block) + 2

    def add_some(
        self, blocks: Iterable[str], *, what: str, room: float = 1.0, head: str = "", between: str = "\n\n"
    ) -> None:
        """Add `blocks` after `head` while the page is no fuller than `room`, a share of 1; count the others as `what`."""
        most = int(self._room * room)
        fitting: list[str] = []
        left_out, length = 0, self._length + len(head)
        for block in blocks:
            length += len(block) + len(between)
            if left_out or length > most:
                left_out += 1
            else:
                fitting.append(block)
        if fitting:
            self.add(head + between.join(fitting))
        if left_out:
            self._left_out.append(f"{left_out} {what}")

    def text(self) -> str:
        """The document, ending in a newline."""
        tail = [f"_Not shown here: {', '.join(self._left_out)}._"] if self._left_out else []
        return "\n\n".join([*self._blocks, *tail]) + "\n"
