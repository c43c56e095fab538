"""The check `quote-cut`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from storydiff.checks.base import Check, evidence
from storydiff.checks.quotations.quote_losses import Loss, losses_of
from storydiff.checks.quotations.quote_variants import Version, joined, opening, version
from storydiff.checks.quotations.quoted_words import Quoted, Word
from storydiff.checks.quotations.same_utterance import same_utterances
from storydiff.checks.verdicts import describe
from storydiff.model import Alignment, Confidence, Finding, Span, Variant, Verdict


class QuoteCut(Check):
    """A quotation is cut where a limiting word begins, or opens after a negation, without a mark.

    ## Why it matters
    "We will open the bridge" is another promise than "We will open the bridge if the county pays for it".

    ## Flagged
    - A: "We will open the bridge in the spring if the county pays for it," Quill said.
    - B: "We will open the bridge in the spring," Quill said.

    - A: "I do not believe that the ford was closed that night," Brandt said.
    - B: "The ford was closed that night," Brandt said.

    ## Not flagged
    - A: "We will open the bridge in the spring when the water is low," Quill said.
    - B: "We will open the bridge in the spring," Quill said.

    - A: "We will open the bridge in the spring if the county pays for it," Quill said.
    - B: "We will open the bridge in the spring …," Quill said.

    - A: "We will open the bridge in the spring if the county pays for it," Quill said.
    - B: "We will open the bridge in the spring," Quill said, if the county pays.

    - A: "I do not believe that the ford was closed that night," Brandt said.
    - B: Brandt doubted that "the ford was closed that night".

    ## Known limits
    The limit is looked for among a few words ("but", "unless", "only", "if" …); a limit put otherwise is not seen.
    """

    name: ClassVar[str] = "quote-cut"
    precision = 1.00

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        losses = [loss for pair in same_utterances(alignment) for loss in losses_of(alignment, pair)]
        nodes = [(_node(loss.long, loss.kept_long), _node(loss.short, loss.kept_short)) for loss in losses]
        for members in joined(nodes):
            if finding := self._finding(alignment, [losses[index] for index in members]):
                yield finding

    def _finding(self, alignment: Alignment, losses: Sequence[Loss]) -> Finding | None:
        longs: dict[str, Version] = {}
        shorts: dict[str, Version] = {}
        for loss in losses:
            lost = {Span(loss.lost[0].start, loss.lost[-1].end)}
            longs.setdefault(loss.long.sigil, version(alignment, loss.long, _sentence(loss.long, loss.kept_long), lost))
            shorts.setdefault(
                loss.short.sigil, version(alignment, loss.short, _sentence(loss.short, loss.kept_short), ())
            )
        for sigil in longs.keys() & shorts.keys():
            del shorts[sigil]
        if not shorts:
            return None
        variants = []
        for side in (longs, shorts):
            shown = min(side.values(), key=lambda one: (-len(one.value), one.value))
            mentions = tuple(evidence(one.mention, one.speaker, one.marks) for one in side.values())
            variants.append(Variant(shown.reading, shown.value, mentions))
        if variants[0].value == variants[1].value:
            return None
        lost_words = " ".join(word.key for word in losses[0].lost[:8])
        return self.finding(
            Verdict.DIFFERENCE,
            Confidence.MEDIUM,
            about=f"quotation: {opening(_kept(losses[0]))}",
            message=f"A quotation is cut at a word that limits it: {describe(alignment, variants)}",
            why=f"“{lost_words}” is left out without a mark",
            variants=variants,
        )


def _node(one: Quoted, at: int) -> tuple[str, int, int]:
    return one.sigil, one.quotation.start, one.words[at].sentence


def _kept(loss: Loss) -> list[Word]:
    """The words of the short quotation in the sentence that was cut."""
    return [word for word in loss.short.words if word.sentence == loss.short.words[loss.kept_short].sentence]


def _sentence(one: Quoted, at: int) -> tuple[int, int]:
    inside = [word for word in one.words if word.sentence == one.words[at].sentence]
    return inside[0].start, inside[-1].end
