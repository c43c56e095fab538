"""Reports that share wire or press-release copy: long runs of the same words, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from storydiff.model import Analysis, Copy, Link
from storydiff.normalise import words

RUN = 8
"""Words in a row that two reporters hardly write alike by chance. A shared quotation alone stays under `LEAST`."""
LEAST = 0.3
"""Share of the shorter report's words from which two reports count as one witness."""
_SHORTEST = 40
_CREDIT = re.compile(
    r"\b(Associated Press|\(AP\)|Reuters|AFP|Agence France-Presse|Bloomberg News|United Press International|Xinhua|PA Media)"
)


def find_copies(analyses: Sequence[Analysis], links: Sequence[Link]) -> tuple[Copy, ...]:
    """The groups of reports that share copy, with the largest share of a pair; a report is in one group at most."""
    texts = [words(analysis.report.text) for analysis in analyses]
    runs = [{tuple(text[at : at + RUN]) for at in range(len(text) - RUN + 1)} for text in texts]
    group_of: dict[int, tuple[int, ...]] = {index: (index,) for index in range(len(texts))}
    shares: dict[tuple[int, int], float] = {}
    for pair in combinations(range(len(texts)), 2):
        short, long = sorted(pair, key=lambda index: (len(texts[index]), index))
        if len(texts[short]) < _SHORTEST or runs[short].isdisjoint(runs[long]):
            continue
        share = _covered(texts[short], runs[long]) / len(texts[short])
        if share >= LEAST:
            shares[pair] = share
            joined = tuple(sorted({*group_of[pair[0]], *group_of[pair[1]]}))
            group_of.update(dict.fromkeys(joined, joined))
    groups = sorted({group for group in group_of.values() if len(group) > 1})
    return tuple(_copy(analyses, links, group, shares) for group in groups)


def _covered(text: Sequence[str], runs: set[tuple[str, ...]]) -> int:
    """How many words of `text` stand in one of `runs`."""
    covered = reached = 0
    for at in range(len(text) - RUN + 1):
        if tuple(text[at : at + RUN]) in runs:
            covered += at + RUN - max(at, reached)
            reached = at + RUN
    return covered


def _copy(
    analyses: Sequence[Analysis], links: Sequence[Link], group: tuple[int, ...], shares: dict[tuple[int, int], float]
) -> Copy:
    sigils = tuple(analyses[index].report.sigil for index in group)
    credit = next((found[1] for i in group if (found := _CREDIT.search(analyses[i].report.text))), "")
    return Copy(
        sigils=sigils,
        share=round(max(share for pair, share in shares.items() if pair[0] in group), 4),
        links=tuple(link for link in links if link.a.sigil in sigils and link.b.sigil in sigils),
        credit=credit.strip("()"),
    )
