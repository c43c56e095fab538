"""The check `quote-speaker`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import ClassVar

from storydiff.checks.base import Check, evidence
from storydiff.checks.quotations.quote_pairs import Pair
from storydiff.checks.quotations.quote_variants import joined, opening
from storydiff.checks.quotations.quoted_words import Quoted, is_named, same_speaker
from storydiff.checks.quotations.same_utterance import compared
from storydiff.checks.quotations.speakers import named_near, swapped
from storydiff.checks.verdicts import describe
from storydiff.model import (
    Alignment,
    Confidence,
    Evidence,
    Finding,
    Mention,
    Variant,
    Verdict,
)

_WORDS = 5  # as few shared words may be anybody's
_STRENGTH = 4.0
_RATIO = 0.85


class QuoteSpeaker(Check):
    """The same quoted words are given to different speakers.

    ## Why it matters
    Who said it is half of what was said.

    ## Flagged
    - A: "We knew about the cracks in the bridge for two years," said Mayor Dora Quill.
    - B: "We knew about the cracks in the bridge for two years," said Sheriff Piet Hale.

    ## Not flagged
    - A: "We knew about the cracks in the bridge for two years," said Mayor Dora Quill.
    - B: "We knew about the cracks in the bridge for two years," Quill said.

    - A: "We knew about the cracks in the bridge for two years," said Mayor Dora Quill.
    - B: "We knew about the cracks in the bridge for two years," the mayor said.

    - A: "We knew about the cracks," said Mayor Dora Quill.
    - B: "We knew about the storm," said Sheriff Piet Hale.

    ## Known limits
    Only people who are named where they speak in both reports are set against each other: a body may speak through a person, and who "a spokesman" is can't be told.
    """

    name: ClassVar[str] = "quote-speaker"
    precision = 0.75

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        pairs = [
            pair
            for pair in compared(alignment)
            if _same_words(pair)
            and is_named(pair.a)
            and is_named(pair.b)
            and same_speaker(pair.a, pair.b) is False
            and not (named_near(alignment, pair.a, pair.b) or named_near(alignment, pair.b, pair.a))
        ]
        known = {_quotations(pair) for pair in pairs}
        pairs += [pair for pair in swapped(alignment) if _quotations(pair) not in known]
        edges = [
            ((pair.a.sigil, pair.a.quotation.start, 0), (pair.b.sigil, pair.b.quotation.start, 0)) for pair in pairs
        ]
        for members in joined(edges):
            yield self._finding(alignment, [pairs[index] for index in members])

    def _finding(self, alignment: Alignment, pairs: Sequence[Pair]) -> Finding:
        carriers: dict[str, dict[str, Evidence]] = defaultdict(dict)
        names: dict[str, str] = {}
        for pair in pairs:
            for one, core in ((pair.a, pair.core_a), (pair.b, pair.core_b)):
                start, end = one.words[core[0]].start, one.words[core[1] - 1].end
                text = alignment.analysis(one.sigil).report.text[start:end]
                key = _key(one, names)
                carriers[key].setdefault(one.sigil, evidence(Mention(one.sigil, start, end, text), one.shown))
        variants = [Variant(names[key], key, tuple(found.values())) for key, found in carriers.items()]
        surest = max(pairs, key=lambda pair: pair.rank)
        return self.finding(
            Verdict.CONFLICT,
            Confidence.HIGH if surest.matched >= 8 and surest.ratio >= 0.95 else Confidence.MEDIUM,
            about=f"speaker of: {opening(surest.a.words[slice(*surest.core_a)])}",
            message=f"The same words are given to different speakers: {describe(alignment, variants)}",
            why=" against ".join(sorted(f"“{name}”" for name in names.values())),
            variants=variants,
        )


def _quotations(pair: Pair) -> tuple[tuple[str, int], tuple[str, int]]:
    return (pair.a.sigil, pair.a.quotation.start), (pair.b.sigil, pair.b.quotation.start)


def _same_words(pair: Pair) -> bool:
    return pair.matched >= _WORDS and pair.strength >= _STRENGTH and pair.ratio >= _RATIO and pair.cover >= _RATIO


def _key(one: Quoted, names: dict[str, str]) -> str:
    """The key under which the speaker of `one` is kept: that of a name already seen of the same person."""
    for key in names:
        if set(key.split()) <= set(one.speaker.split()) or set(one.speaker.split()) <= set(key.split()):
            return key
    names[one.speaker] = one.shown if is_named(one) else one.speaker.title()
    return one.speaker
