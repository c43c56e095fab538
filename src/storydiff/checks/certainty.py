"""The check `certainty`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from storydiff.checks.base import Check, evidence
from storydiff.checks.common.claims import (
    Places,
    Told,
    gathered,
    inside_quotation,
    links_of,
    overlaps,
    span_of,
    stems,
    told_in,
)
from storydiff.checks.common.edited import edits
from storydiff.checks.verdicts import describe
from storydiff.identity import name_parts
from storydiff.model import (
    Alignment,
    Analysis,
    Confidence,
    Evidence,
    Finding,
    Hedge,
    Rung,
    Sentence,
    Span,
    Variant,
    Verdict,
    within,
)

_ADJECTIVES = frozenset("alleged apparent suspected purported presumed probable possible".split())
_AROUND = 40  # characters that are shown to both sides of a place where a hedge is missing

# Cues that say nothing but how sure one is, so that fewer shared words will do.
_PLAIN = re.compile(
    r"\b(?:allegedly|apparently|reportedly|believed?|believes|appear\w*|might|may|suspected\sof)\b", re.IGNORECASE
)


# What is to come is no claim that can be doubted: once it has happened, that is news.
_ALLOWED = re.compile(
    r"may\s(?:also\s)?(?:do\sso|be\s(?:reached|made|sent|left|viewed|submitted|picked)|call|contact|remain|not|text|visit)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\b(?:expect|schedul|plann|poised|set\b|slated)", re.IGNORECASE)
# A sentence that tells an accusation tells no fact, whatever the words for it.
_ACCUSING = re.compile(
    r"\b(?:accus(?:e[sd]?|ing|ations?)|charg(?:ed|es|ing)\s(?:\w+\s){0,3}(?:with|of)|indict(?:ed|s|ing|ments?)|on\s(?:charges|suspicion)|for\sinvestigation|"
    r"expect(?:s|ed|ing)?|alleg\w+|suspected|enabl\w+|allow(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)


# Cues that say who did it, or who somebody was: told without that person, the deed alone is no flat claim.
_OF_A_PERSON = re.compile(
    r"\b(?:accused|suspected|suspicion|alleged|thought|rumou?red|believed|said|suspects?)\b", re.IGNORECASE
)
_BACK_TO = re.compile(r"\b(?:he|she|they|suspects?|gunm[ae]n|shooters?|defendants?|accused)\b", re.IGNORECASE)


class _Pair(NamedTuple):
    hedged: Analysis
    hedge: Hedge
    flat: Analysis
    told: Told
    sure: bool


@dataclass(frozen=True)
class Certainty(Check):
    """A claim is hedged in one report and told as a fact in another.

    ## Why it matters
    "Allegedly", "believed to" and "may have" are what keeps a report from saying more than is known.

    ## Flagged
    - A: Ross allegedly stole the ferry captain's silver boat on Friday.
    - B: Ross stole the ferry captain's silver boat on Friday.

    ## Not flagged
    - A: Ross allegedly stole the ferry captain's silver boat on Friday.
    - B: Ross is accused of stealing the ferry captain's silver boat on Friday.

    - A: Ross stole the ferry captain's silver boat on Friday, and he may have sold it.
    - B: Ross stole the ferry captain's silver boat on Friday.

    ## Known limits
    A claim is told again by the words it shares; the same claim in other words is not seen. What stands in quotation marks is set
    only against what stands in quotation marks.
    """

    name = "certainty"
    precision = 0.79

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        pairs = sorted(_pairs(alignment), key=lambda p: (p.hedged.sigil, p.hedge.start, p.flat.sigil, p.told.span))
        mutual = {(pair.hedged.sigil, pair.flat.sigil, pair.hedge.text.lower(), pair.told.shared) for pair in pairs}
        pairs = [
            pair
            for pair in pairs  # two reports that both tell it both ways agree
            if (pair.flat.sigil, pair.hedged.sigil, pair.hedge.text.lower(), pair.told.shared) not in mutual
        ]
        groups = gathered((_places(pair), pair.told.shared, pair) for pair in pairs)
        for group in groups:
            yield self._told(alignment, group)

    def _told(self, alignment: Alignment, group: list[_Pair]) -> Finding:
        readings: dict[str, dict[tuple[str, int], Evidence]] = {}
        cues: dict[str, str] = {}
        for pair in group:
            value = pair.hedge.rung.name.lower()
            cues.setdefault(value, pair.hedge.text.lower())
            start, end = min(pair.hedge.start, pair.hedge.scope.start), max(pair.hedge.end, pair.hedge.scope.end)
            mark = (Span(pair.hedge.start, pair.hedge.end),)
            readings.setdefault(value, {})[pair.hedged.sigil, start] = evidence(
                span_of(pair.hedged, start, end), marks=mark
            )
            flat = span_of(pair.flat, *pair.told.span)
            readings.setdefault("stated", {})[pair.flat.sigil, flat.start] = evidence(
                flat, _credited(pair.flat, pair.told)
            )
        variants = [
            Variant(f"“{cues[value]}”" if value in cues else "as a fact", value, tuple(places.values()))
            for value, places in readings.items()
        ]
        first = group[0]
        about = _claim(first)
        ladder = ", ".join(sorted(readings, key=lambda value: Rung[value.upper()].value))
        return self.finding(
            Verdict.DIFFERENCE,
            Confidence.MEDIUM if any(pair.sure for pair in group) else Confidence.LOW,
            about=about,
            message=f"how sure it is that “{about}”: {describe(alignment, variants)}",
            why=f"the rungs differ: {ladder}",
            variants=variants,
        )


def _places(pair: _Pair) -> Places:
    return frozenset({(pair.hedged.sigil, pair.hedge.start), (pair.flat.sigil, pair.told.sentence.start)})


def _pairs(alignment: Alignment) -> Iterator[_Pair]:
    linked = links_of(alignment)
    analyses = {analysis.sigil: analysis for analysis in alignment.analyses}
    for analysis in alignment.analyses:
        for hedge in analysis.hedges:
            sentence = analysis.sentence_at(hedge.start)
            if hedge.rung is Rung.DENIED or sentence is None or sentence.kind != "sentence":
                continue
            if "expected" in hedge.text.lower():
                continue  # a plan that comes true is no surer claim
            for other, _ in linked.get((analysis.sigil, sentence.start), ()):
                flat = analyses[other.sigil]
                if (pair := _compared(analysis, hedge, flat, other)) is not None:
                    yield pair
    yield from _edited(alignment)


def _edited(alignment: Alignment) -> Iterator[_Pair]:
    """A hedge that is all in which two sentences differ."""
    for edit in edits(alignment):
        for more, sentence, less, other in (
            (edit.a, edit.link.a, edit.b, edit.link.b),
            (edit.b, edit.link.b, edit.a, edit.link.a),
        ):
            hedged, flat = alignment.analysis(more.sigil), alignment.analysis(less.sigil)
            cues = [hedge for hedge in within(hedged.hedges, more.start, more.end) if hedge.rung is not Rung.DENIED]
            if less.text or len(cues) != 1 or cues[0].text.lower() != more.text.lower() or sentence.kind != "sentence":
                continue
            start, end = max(other.start, less.start - _AROUND), min(other.end, less.end + _AROUND)
            told = Told(other, Span(start, end), frozenset(word for word, _, _ in stems(flat.report.text, start, end)))
            if not inside_quotation(hedged, more.start, more.end):
                yield _Pair(hedged, cues[0], flat, told, True)


def _compared(hedged: Analysis, hedge: Hedge, flat: Analysis, other: Sentence) -> _Pair | None:
    words = stems(hedged.report.text, *hedge.scope)
    claim = frozenset(word for word, start, end in words if not (hedge.start <= start < hedge.end))
    if len(claim) < 2 or other.kind != "sentence" or overlaps(within(hedged.negations, *hedge.scope), *hedge.scope):
        return None
    told = told_in(flat, other, claim, 0.6)
    if told is None or len(told.shared) < 2:
        return None
    if any(
        h.scope.start < other.end and other.start < h.scope.end for h in within(flat.hedges, other.start, other.end)
    ):
        return None
    if any(
        n.scope.start < told.span.end and told.span.start < n.scope.end
        for n in within(flat.negations, other.start, other.end)
    ):
        return None
    if inside_quotation(hedged, hedge.start, hedge.end) != inside_quotation(flat, *told.span):
        return None
    if _OF_A_PERSON.search(hedge.text) and not _of_the_same(hedged, hedge, flat, other):
        return None
    if _ALLOWED.match(hedged.report.text, hedge.start):
        return None
    if _TO_COME.search(hedge.text) or _ACCUSING.search(other.text):
        return None
    share = len(told.shared) / len(claim)
    compact = told.span.end - told.span.start <= max(60, 2 * (hedge.scope.end - hedge.scope.start))
    noun = 0 <= hedge.scope.start - hedge.end <= 1 and hedge.scope.end - hedge.scope.start < 40
    enough = len(told.shared) >= 3 or (noun and share == 1 and hedge.text.lower() in _ADJECTIVES)
    sure = compact and enough and share >= 0.75 and not hedge.text.lower().startswith("claim")
    sure = sure or (_PLAIN.search(hedge.text) is not None and share >= 0.66 and len(told.shared) >= 2)
    return _Pair(hedged, hedge, flat, told, sure)


def _of_the_same(hedged: Analysis, hedge: Hedge, flat: Analysis, other: Sentence) -> bool:
    """Whether the other sentence speaks of a person who is named before the hedge; so where nobody is."""
    sentence = hedged.sentence_at(hedge.start)
    if sentence is None:
        return True
    before = within(hedged.names, sentence.start, hedge.start)
    named = {name_parts(name.key)[1] for name in before if name.kind == "person" and not name.title}
    told = {name_parts(name.key)[1] for name in within(flat.names, other.start, other.end) if name.kind == "person"}
    return not named or bool(named & told) or _BACK_TO.search(other.text) is not None


def _claim(pair: _Pair) -> str:
    """The claim in a few words, without the cue."""
    text, scope, cue = pair.hedged.report.text, pair.hedge.scope, pair.hedge
    if scope.start <= cue.start < scope.end:
        claim = f"{text[scope.start : cue.start]} {text[cue.end : scope.end]}"
    else:
        claim = text[scope.start : scope.end]
    words = claim.split()
    while words and words[0].lower() in ("who", "which", "where", "that", "after", "when"):
        words = words[1:]
    return " ".join(words[:9])


def _credited(analysis: Analysis, told: Told) -> str:
    """Who the report credits with what is told."""
    for attribution in within(analysis.attributions, told.sentence.start - 2000, told.sentence.end):
        if attribution.source and attribution.force == "say" and overlaps(attribution.content, *told.span):
            return attribution.source.text
    return ""
