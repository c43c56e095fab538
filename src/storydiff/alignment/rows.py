"""Links → rows of the alignment table, best links first."""

from __future__ import annotations

from collections.abc import Sequence

from storydiff.model import Analysis, Cell, Link, Row, Sentence

MOST_IN_CELL = 3
"""Sentences of one report in one row."""
FARTHEST = 3
"""How many sentences apart two sentences of one cell may stand."""

_Place = tuple[int, int]
_Group = dict[int, list[int]]


def build_rows(analyses: Sequence[Analysis], links: Sequence[Link]) -> tuple[Row, ...]:
    """Every sentence in exactly one row; linked sentences share a row as far as a row stays readable.

    Best links join first. A link whose sentences would make a cell too long or too far apart stays a link, not a row.
    Shared rows come in the order of their mean place in the reports; a row of one report follows what it follows there.
    """
    number = {analysis.report.sigil: index for index, analysis in enumerate(analyses)}
    group_of: dict[_Place, _Group] = {
        (report, index): {report: [index]}
        for report, analysis in enumerate(analyses)
        for index in range(len(analysis.sentences))
    }
    index_of = {(s.sigil, s.start): index for analysis in analyses for index, s in enumerate(analysis.sentences)}
    for link in sorted(links, key=lambda link: (-link.score, link.a.sigil, link.b.sigil, link.a.start, link.b.start)):
        left = group_of[number[link.a.sigil], index_of[link.a.sigil, link.a.start]]
        right = group_of[number[link.b.sigil], index_of[link.b.sigil, link.b.start]]
        if left is right:
            continue
        joined = _joined(left, right)
        if joined is not None:
            for report, indices in joined.items():
                for index in indices:
                    group_of[report, index] = joined
    ordered = _in_order(analyses, group_of)
    return tuple(
        Row(line, tuple(Cell(analyses[r].report.sigil, _sentences(analyses[r], group[r])) for r in sorted(group)))
        for line, group in enumerate(ordered, 1)
    )


def _joined(left: _Group, right: _Group) -> _Group | None:
    """Both groups as one; None if a cell would get too long or too far apart."""
    joined = {}
    for report in left.keys() | right.keys():
        indices = sorted({*left.get(report, ()), *right.get(report, ())})
        if len(indices) > MOST_IN_CELL or indices[-1] - indices[0] > FARTHEST:
            return None
        joined[report] = indices
    return joined


def _in_order(analyses: Sequence[Analysis], group_of: dict[_Place, _Group]) -> list[_Group]:
    keys: dict[int, tuple[object, ...]] = {}
    groups: dict[int, _Group] = {}
    for report, analysis in enumerate(analyses):
        last: tuple[float, float] = (-1.0, 0.0)
        for index in range(len(analysis.sentences)):
            group = group_of[report, index]
            groups[id(group)] = group
            if len(group) > 1:
                last = _place(analyses, group)
                keys[id(group)] = (*last, -1, 0)
            else:
                keys[id(group)] = (*last, report, index)
    return [groups[key] for key in sorted(groups, key=lambda key: keys[key])]


def _place(analyses: Sequence[Analysis], group: _Group) -> tuple[float, float]:
    """Mean relative place of a shared row, and a fixed order for ties."""
    places = sorted(indices[0] / len(analyses[report].sentences) for report, indices in group.items())
    first = min(group)
    return round(sum(places) / len(places), 9), first + group[first][0] / 1e6


def _sentences(analysis: Analysis, indices: Sequence[int]) -> tuple[Sentence, ...]:
    return tuple(analysis.sentences[index] for index in indices)
