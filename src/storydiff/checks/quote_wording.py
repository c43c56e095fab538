"""The check `quote-wording`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from storydiff.checks.base import Check, evidence
from storydiff.checks.quotations.phrases import phrases
from storydiff.checks.quotations.quote_variants import Utterance, utterances
from storydiff.checks.quotations.same_utterance import same_utterances
from storydiff.checks.verdicts import describe
from storydiff.model import Alignment, Confidence, Finding, Variant, Verdict

_MUCH_ELSE = 6  # words


class QuoteWording(Check):
    """One speaker's utterance stands inside quote marks with different words.

    ## Why it matters
    Quote marks promise the very words. When two outlets quote one utterance differently, at least one of them is wrong.

    ## Flagged
    - A: "We will not rest until the bridge is open again," Brandt said.
    - B: "We will not sleep until the bridge is open again," Brandt said.

    - A: "We are not closing the school this year," Mayor Quill said.
    - B: "We are closing the school this year," Mayor Quill said.

    - A: "It was the worst night this town has seen in years," Quill said.
    - B: "It was the worst night this town has seen," Quill said.
    - C: "It was the very worst night this town has seen," Quill said.

    - A: "We found the old boat … but here we sit by the ford," Brandt said.
    - B: "We found the old boat and yet we sit by the ford," Brandt said.

    - A: Mayor Dora Quill said the town was "deeply concerned" about the bridge.
    - B: The town was "especially concerned" about the bridge, Mayor Dora Quill said.

    ## Not flagged
    - A: “We won’t rest until the bridge is open again,” Brandt said.
    - B: Brandt said, "we won't rest until the bridge is open again."

    - A: "We will not rest until the bridge, which the county owns, is open again," Brandt said.
    - B: "We will not rest until the bridge … is open again," Brandt said.

    - A: "We will not rest until the bridge is open again," Brandt said.
    - B: Brandt said the county "will not rest" after the storm.

    - A: "It took twenty percent of our neighbors' harvest," Quill said.
    - B: "It took 20% of our neighbours' harvest," Quill said.

    - A: "We will not rest until the bridge is open again," Brandt said.
    - B: "We will come back to the bridge in the morning," Brandt said.

    ## Known limits
    Two remarks that one speaker made in nearly the same words look like one. Words that were translated twice do, too.
    """

    name: ClassVar[str] = "quote-wording"
    precision = 0.98

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        for utterance in utterances(alignment, same_utterances(alignment)):
            yield self._finding(alignment, utterance, _is_sure(utterance))
        for utterance in utterances(alignment, list(phrases(alignment))):
            yield self._finding(alignment, utterance, False, told_once=False)

    def _finding(self, alignment: Alignment, utterance: Utterance, sure: bool, told_once: bool = True) -> Finding:
        variants = [
            Variant(
                reading=versions[0].reading,
                value=versions[0].value,
                mentions=tuple(evidence(v.mention, v.speaker, v.marks) for v in versions),
            )
            for versions in utterance.variants
        ]
        variants.sort(key=lambda variant: min((mention.sigil, mention.start) for mention in variant.mentions))
        high = sure and utterance.matched >= 8 and utterance.ratio >= 0.8
        whose = f"Words of {utterance.speaker}" if utterance.speaker else "Quoted words"
        return self.finding(
            Verdict.CONFLICT if sure else Verdict.DIFFERENCE,
            Confidence.HIGH if high else Confidence.LOW if told_once and _is_weak(utterance) else Confidence.MEDIUM,
            about=utterance.about,
            message=f"{whose} are not quoted alike: {describe(alignment, variants)}",
            why=utterance.why,
            variants=variants,
        )


def _is_sure(utterance: Utterance) -> bool:
    """Whether it is one utterance beyond doubt and more than a contraction or a dropped sentence differs."""
    shared = utterance.matched
    alike = (
        (shared >= 6 and utterance.ratio >= 0.72)
        or (shared >= 20 and utterance.ratio >= 0.6)
        or (shared >= 5 and utterance.ratio >= 0.8 and utterance.together)
    )
    # Beyond a few shared words both go on in other words: two remarks with one phrase in common, perhaps.
    apart = shared < 10 and (utterance.cover < 0.95 or min(utterance.outside) > _MUCH_ELSE)
    return alike and not apart and not utterance.mild


def _is_weak(utterance: Utterance) -> bool:
    """Whether a phrase is all they share, and both say something else around it: two remarks of one speaker, more likely than not."""
    few = utterance.matched < 5 and min(utterance.outside) > 3
    apart = utterance.cover < 0.95 or min(utterance.outside) > _MUCH_ELSE
    return few or (utterance.matched < 8 and apart)
