"""Work that is done once of one alignment."""

from storydiff.checks.common.once import once
from storydiff.model import Alignment


def test_is_done_again_only_for_another_alignment() -> None:
    asked: list[Alignment] = []

    @once
    def count(alignment: Alignment) -> int:
        asked.append(alignment)
        return len(asked)

    one, other = Alignment(()), Alignment(())
    assert [count(one), count(one), count(other), count(one)] == [1, 1, 2, 3]
