"""Quotations that two reports or more have, for the matrix."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from storydiff.checks.facts.told_facts import Told
from storydiff.checks.quotations.quote_pairs import Pair
from storydiff.checks.quotations.quote_variants import joined, version
from storydiff.checks.quotations.quoted_words import Quoted, is_named
from storydiff.checks.quotations.same_utterance import same_utterances
from storydiff.model import Alignment

_MOST = 8  # rows; the longest quotations first
_SHORTEST = 5  # shared words
_KNOWN_BY = 6  # words
_SHOWN = 100  # characters of a quotation in a cell

_Place = tuple[str, int]


def told_quotations(alignment: Alignment) -> Iterator[tuple[str, Mapping[str, Told]]]:
    """What a quotation is known by, and how each report words it: in one value where nothing but typography differs."""
    pairs = [pair for pair in same_utterances(alignment) if pair.matched >= _SHORTEST]
    groups = [[pairs[index] for index in members] for members in joined([_edge(pair) for pair in pairs])]
    ranked = sorted(groups, key=lambda group: -max(pair.matched for pair in group))[:_MOST]
    for group in sorted(ranked, key=lambda group: min(_place(pair.a) for pair in group)):
        yield _about(alignment, group), _told(alignment, group)


def _about(alignment: Alignment, group: Sequence[Pair]) -> str:
    surest = max(group, key=lambda pair: pair.rank)
    speakers = sorted({one.shown for pair in group for one in (pair.a, pair.b) if is_named(one)})
    words = surest.a.words[slice(*surest.core_a)][:_KNOWN_BY]
    opening = alignment.analysis(surest.a.sigil).report.text[words[0].start : words[-1].end]
    known_by = f"“{' '.join(opening.split())} …”"
    return f"{min(speakers, key=len)}: {known_by}" if speakers else known_by


def _told(alignment: Alignment, group: Sequence[Pair]) -> dict[str, Told]:
    shown: dict[_Place, list[int]] = {}
    quoted: dict[_Place, Quoted] = {}
    alike: dict[_Place, str] = {}
    for pair in group:
        for one, core in ((pair.a, pair.core_a), (pair.b, pair.core_b)):
            words = one.words[slice(*core)]
            span = shown.setdefault(_place(one), [words[0].start, words[-1].end])
            span[0], span[1] = min(span[0], words[0].start), max(span[1], words[-1].end)
            quoted.setdefault(_place(one), one)
    versions = {place: version(alignment, quoted[place], span, ()) for place, span in shown.items()}
    for pair in sorted(group, key=lambda pair: (_place(pair.a), _place(pair.b))):
        a, b = _place(pair.a), _place(pair.b)
        value = alike.setdefault(a, versions[a].value)
        if not pair.gaps and b not in alike:
            alike[b] = value
    found: dict[str, Told] = {}
    for place in sorted(versions):
        told = versions[place]
        value = alike.get(place, told.value)
        found.setdefault(place[0], (value, _short(told.mention.text), told.mention))
    return found


def _short(text: str) -> str:
    text = " ".join(text.split())
    return f"“{text}”" if len(text) <= _SHOWN else f"“{text[:_SHOWN].rsplit(' ', 1)[0]} …”"


def _edge(pair: Pair) -> tuple[tuple[str, int, int], tuple[str, int, int]]:
    return (*_place(pair.a), _sentence(pair.a, pair.core_a)), (*_place(pair.b), _sentence(pair.b, pair.core_b))


def _sentence(one: Quoted, core: tuple[int, int]) -> int:
    return one.words[core[0]].sentence


def _place(one: Quoted) -> _Place:
    return one.sigil, one.quotation.start
