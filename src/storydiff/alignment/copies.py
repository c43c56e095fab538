"""Reports that share wire or press-release copy: long runs of the same words, wherever they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from storydiff.model import Analysis, Copy, Link
from storydiff.normalise import words

RUN = 8
"""Words in a row that two reporters hardly write alike by chance. A shared quotation alone stays under `LEAST`."""
LEAST = 0.3
"""Share of the shorter report's words from which two reports count as one witness."""
_SHORTEST = 40
LEAST_CREDITED = 0.15
"""The same, of two reports that name the same agency as their source."""
_AGENCIES = {
    "ap": "Associated Press", "associated press": "Associated Press", "reuters": "Reuters", "afp": "Agence France-Presse",
    "agence france-presse": "Agence France-Presse", "bloomberg": "Bloomberg", "upi": "United Press International",
    "united press international": "United Press International", "xinhua": "Xinhua", "pa media": "PA Media",
    "press association": "PA Media", "dpa": "dpa", "deutsche presse-agentur": "dpa", "city news service": "City News Service",
    "bay city news": "Bay City News", "cnn wire": "CNN Wire",
}  # fmt: skip
_AGENCY = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _AGENCIES), key=len, reverse=True))})\b")
_CREDITS = frozenset({"credit", "byline", "dateline"})
_DATELINE = re.compile(r"\(([A-Z][A-Za-z ]{1,30})\)\s{0,2}(?:--|[-–—])")  # "SALTBY (AP) —"
_HEAD = 600  # characters in which a dateline stands


def find_copies(analyses: Sequence[Analysis], links: Sequence[Link]) -> tuple[Copy, ...]:
    """The groups of reports that share copy, with the largest share of a pair; a report is in one group at most."""
    texts = [words(analysis.report.text) for analysis in analyses]
    named = [_credits(analysis) for analysis in analyses]
    runs = [{tuple(text[at : at + RUN]) for at in range(len(text) - RUN + 1)} for text in texts]
    group_of: dict[int, tuple[int, ...]] = {index: (index,) for index in range(len(texts))}
    shares: dict[tuple[int, int], float] = {}
    for pair in combinations(range(len(texts)), 2):
        short, long = sorted(pair, key=lambda index: (len(texts[index]), index))
        if len(texts[short]) < _SHORTEST or runs[short].isdisjoint(runs[long]):
            continue
        share = _covered(texts[short], runs[long]) / len(texts[short])
        if share >= (LEAST_CREDITED if named[short] & named[long] else LEAST):
            shares[pair] = share
            joined = tuple(sorted({*group_of[pair[0]], *group_of[pair[1]]}))
            group_of.update(dict.fromkeys(joined, joined))
    groups = sorted({group for group in group_of.values() if len(group) > 1})
    return tuple(_copy(analyses, links, group, shares, named) for group in groups)


def _covered(text: Sequence[str], runs: set[tuple[str, ...]]) -> int:
    """How many words of `text` stand in one of `runs`."""
    covered = reached = 0
    for at in range(len(text) - RUN + 1):
        if tuple(text[at : at + RUN]) in runs:
            covered += at + RUN - max(at, reached)
            reached = at + RUN
    return covered


def _credits(analysis: Analysis) -> frozenset[str]:
    """The agencies that the report names as its source: in its credits, its byline, its dateline."""
    report = analysis.report
    places = [report.text[block.start : block.end] for block in report.blocks if block.kind in _CREDITS]
    places += [sentence.text for sentence in analysis.sentences if sentence.kind in _CREDITS]
    places += _DATELINE.findall(report.text[:_HEAD])
    places.append(report.author)
    return frozenset(_AGENCIES[found] for place in places for found in _AGENCY.findall(place.lower()))


def _copy(
    analyses: Sequence[Analysis],
    links: Sequence[Link],
    group: tuple[int, ...],
    shares: dict[tuple[int, int], float],
    named: Sequence[frozenset[str]],
) -> Copy:
    sigils = tuple(analyses[index].report.sigil for index in group)
    agencies = Counter(agency for index in group for agency in named[index])
    credit = min(agencies, key=lambda agency: (-agencies[agency], agency), default="")
    return Copy(
        sigils=sigils,
        share=round(max(share for pair, share in shares.items() if pair[0] in group), 4),
        links=tuple(link for link in links if link.a.sigil in sigils and link.b.sigil in sigils),
        credit=credit,
    )
