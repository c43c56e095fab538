"""The check `attribution`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from storydiff.checks.base import Check, evidence
from storydiff.checks.common.claims import Places, Told, gathered, inside_quotation, span_of, stem, stems
from storydiff.checks.telling.changed_sources import PRONOUNS, Credited, changed_sources, is_role, of_one_post
from storydiff.checks.telling.source_classes import sort_of
from storydiff.checks.verdicts import describe
from storydiff.model import (
    Alignment,
    Analysis,
    Confidence,
    Evidence,
    Finding,
    Link,
    Sentence,
    Span,
    Variant,
    Verdict,
    within,
)
from storydiff.model import (
    Attribution as Credit,
)

FLAT = "no source"
_GRAVE = frozenset(
    stem(word)
    for word in """accused abused alcohol argument argued armed arrested assaulted attacked beaten blamed bomb bribe burned charged
    confessed corruption crime cocaine dead deliberately drugs drunk executed explosion fight fired fraud gang gas gun gunman gunfire
    hostage intended kidnapped killed knife lied motive murder opened poison pulled racist raped retaliation rifle robbed sexual
    shot shooting shotgun stabbed stole strangled struck suicide suspect suspected target targeted terrorist threatened threats
    tortured toxic victims weapon wounded airstrike chemical shelling""".split()
)

_MOST = 0.6  # share of a sentence's words of matter
_PARTIES = frozenset({"activists", "family", "witnesses", "suspect"})  # whose word is not taken as established


class _Side(NamedTuple):
    analysis: Analysis
    sentence: Sentence
    told: Told
    credit: Credit | None
    sort: str


@dataclass(frozen=True)
class Attribution(Check):
    """A grave fact is credited to different sources, or credited in one report and told flat in another.

    ## Why it matters
    Who says so is half of what a reader needs to weigh a claim; a claim without its source reads as established.

    ## Flagged
    - A: The gunman was armed with a hunting rifle from the store, a neighbor said on Friday.
    - B: The gunman was armed with a hunting rifle from the store, police said on Friday.

    ## Not flagged
    - A: The gunman was armed with a hunting rifle from the store, police said on Friday.
    - B: The gunman was armed with a hunting rifle from the store, Sheriff Oda Brandt said on Friday.

    ## Known limits
    Officials are one source, whatever they are called. Facts that are not grave are left alone unless the two sentences are the same
    but for the source, and what stands in quotation marks too. A fact that officials are credited with here and that is flat there is shown with low confidence only.
    """

    name = "attribution"
    precision = 0.83

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        pairs = [pair for link in alignment.links if (pair := _compared(alignment, link)) is not None]
        known = {_places(pair) for pair in pairs}
        pairs += [pair for pair in map(_swapped, changed_sources(alignment)) if _places(pair) not in known]
        for group in gathered((_places(pair), pair[0].told.shared, pair) for pair in pairs):
            yield self._told(alignment, group)

    def _told(self, alignment: Alignment, pairs: list[tuple[_Side, _Side]]) -> Finding:
        readings: dict[str, dict[tuple[str, int], Evidence]] = {}
        labels: dict[str, str] = {}
        for side in (side for pair in pairs for side in pair):
            value = side.credit.source_key if side.credit else FLAT
            source = side.credit.source if side.credit else None
            labels.setdefault(value, source.text if source else FLAT)
            start, end = _evidence_span(side)
            mark = (Span(source.start, source.end),) if source else ()
            readings.setdefault(value, {})[side.sentence.sigil, start] = evidence(
                span_of(side.analysis, start, end), source.text if source else "", mark
            )
        variants = [Variant(labels[value], value, tuple(places.values())) for value, places in readings.items()]
        first = min(pairs[0], key=lambda side: side.sentence.sigil)
        about = " ".join(first.analysis.report.text[slice(*first.told.span)].split()[:9])
        flat = FLAT in readings
        contested = any(
            side.sort in _PARTIES and len(side.told.shared) > 3 and _alike(pair) for pair in pairs for side in pair
        )
        return self.finding(
            Verdict.DIFFERENCE,
            Confidence.LOW if flat and not contested else Confidence.MEDIUM,
            about=about,
            message=f"who says that “{about}”: {describe(alignment, variants)}",
            why="credited in one report, flat in another"
            if flat
            else "the sources differ: " + ", ".join(labels.values()),
            variants=variants,
        )


def _alike(pair: tuple[_Side, _Side]) -> bool:
    """Whether most of what the shorter sentence tells is shared: half of it may be of another matter."""
    sizes = [len({w for w, _, _ in stems(s.analysis.report.text, s.sentence.start, s.sentence.end)}) for s in pair]
    return len(pair[0].told.shared) >= _MOST * min(sizes)


def _swapped(pair: tuple[Credited, Credited]) -> tuple[_Side, _Side]:
    shared = pair[0].words & pair[1].words
    a, b = (_Side(c.analysis, c.sentence, Told(c.sentence, c.told, shared), c.credit, c.sort) for c in pair)
    return a, b


def _places(pair: tuple[_Side, _Side]) -> Places:
    return frozenset((side.sentence.sigil, side.sentence.start) for side in pair)


def _compared(alignment: Alignment, link: Link) -> tuple[_Side, _Side] | None:
    one, other = alignment.analysis(link.a.sigil), alignment.analysis(link.b.sigil)
    if link.a.kind != "sentence" or link.b.kind != "sentence":
        return None
    if link.a.text in other.report.text or link.b.text in one.report.text:
        return None  # that report has the other's very sentence too
    words = [{word for word, _, _ in stems(a.report.text, s.start, s.end)} for a, s in ((one, link.a), (other, link.b))]
    shared = frozenset(words[0] & words[1])
    if len(shared) < 3 or not shared & _GRAVE or len(shared) < 0.4 * min(len(w) for w in words):
        return None
    a, b = _side(one, link.a, shared), _side(other, link.b, shared)
    if a is None or b is None or (a.credit is None and b.credit is None):
        return None
    if a.credit is not None and b.credit is not None and _same(a, b):
        return None
    return a, b


def _side(analysis: Analysis, sentence: Sentence, shared: frozenset[str]) -> _Side | None:
    """How `sentence` tells what is `shared`; None where that stands in quotation marks or nobody can be told."""
    hits = [(w, s, e) for w, s, e in stems(analysis.report.text, sentence.start, sentence.end) if w in shared]
    told = Told(sentence, Span(hits[0][1], hits[-1][2]), shared)
    if sum(inside_quotation(analysis, s, e) for _, s, e in hits) * 2 > len(hits):
        return None
    near = within(analysis.attributions, sentence.start - 2000, sentence.end)
    nearby = [credit for credit in near if sentence.start < credit.end]
    best: Credit | None = None
    for credit in nearby:
        covered = sum(any(m.start <= s and e <= m.end for m in credit.content) for _, s, e in hits)
        if covered * 2 > len(hits):
            if credit.source is None or credit.force == "other" or credit.kind == "direct":
                return None
            if best is None or credit.start >= best.start:
                best = credit
    if best is None:
        return None if nearby else _Side(analysis, sentence, told, None, FLAT)
    return _Side(analysis, sentence, told, best, sort_of(analysis, best))


def _same(a: _Side, b: _Side) -> bool:
    """Whether two sources may be one: the same key or sort, a word in common, or one of whom nothing is known."""
    if a.credit is None or b.credit is None or not a.credit.source_key or not b.credit.source_key:
        return True
    if a.credit.source and b.credit.source and a.credit.source.text.lower() == b.credit.source.text.lower():
        return True
    if set(a.credit.source_key.split()) & set(b.credit.source_key.split()):
        return True
    sources = [side.credit.source.text for side in (a, b) if side.credit and side.credit.source]
    if any(source.lower() in PRONOUNS for source in sources):
        return True
    if a.credit.source_kind == b.credit.source_kind == "named" and not (is_role(a.credit) or is_role(b.credit)):
        return False  # two persons, even of one body
    if of_one_post(a.credit, b.credit):
        return True
    return not a.sort or not b.sort or a.sort == b.sort


def _evidence_span(side: _Side) -> tuple[int, int]:
    """The told words with the source, if it stands in the sentence."""
    start, end = side.told.span
    if side.credit is not None and side.credit.source is not None:
        start, end = min(start, side.credit.source.start), max(end, side.credit.source.end)
    return start, end
