"""`shared-copy`: edits that reports made to the copy they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from storydiff.checks.base import Check, evidence
from storydiff.checks.common.linked import looked_at_once
from storydiff.checks.telling.copy_edits import edits, words_as_compared
from storydiff.checks.verdicts import outlet
from storydiff.model import Alignment, Confidence, Copy, Evidence, Finding, Severity, Span, Variant, Verdict


@dataclass(frozen=True)
class SharedCopy(Check):
    """Edits that change the meaning of copy that several reports share.

    ## Why it matters
    Reports that print one agency's text count as one witness. Where an edit changes a figure, a denial or a hedge in it, one of them
    no longer says what the agency said.

    ## Flagged
    - A: A grain train left the rails near the old mill in Marrow Creek on Tuesday, and the line will stay closed for 2 days, the railway said. Crews have begun to clear the wreck, and residents were told to keep away from the bridge until engineers had looked at it.
    - B: A grain train left the rails near the old mill in Marrow Creek on Tuesday, and the line will stay closed for 9 days, the railway said. Crews have begun to clear the wreck, and residents were told to keep away from the bridge until engineers had looked at it.

    - A: A grain train left the rails near the old mill in Marrow Creek on Tuesday, and the line will be closed for 2 days, the railway said. Crews have begun to clear the wreck, and residents were told to keep away from the bridge until engineers had looked at it.
    - B: A grain train left the rails near the old mill in Marrow Creek on Tuesday, and the line will not be closed for 2 days, the railway said. Crews have begun to clear the wreck, and residents were told to keep away from the bridge until engineers had looked at it.

    ## Not flagged
    - A: A grain train left the rails near the old mill in Marrow Creek on Tuesday.
    - B: The railway said 9 trains were late on Tuesday.

    ## Known limits
    Only edits inside a sentence are looked at, and of those the ones that touch a figure, a weekday or a word that limits, denies or hedges.
    """

    name: ClassVar[str] = "shared-copy"
    precision = 0.71

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        for copy in alignment.copies:
            variants = _variants(copy)
            if len(variants) > 1:
                names = ", ".join(dict.fromkeys(outlet(alignment, sigil) for sigil in copy.sigils))
                readings = " / ".join(f"“{variant.reading}”" for variant in variants)
                found = self.finding(
                    Verdict.DIFFERENCE,
                    Confidence.MEDIUM,
                    about=f"copy of {copy.credit}" if copy.credit else "shared copy",
                    message=f"copy shared by {names} was edited: {readings}",
                    why="the same sentences with a figure, a denial or a hedge changed",
                    variants=variants,
                )
                yield replace(found, severity=Severity.NOTE)


def _variants(copy: Copy) -> list[Variant]:
    """One variant for each way the shared sentences were edited, with the edited sentences."""
    edited: dict[str, dict[Span, Evidence]] = defaultdict(dict)
    words: dict[str, dict[Span, str]] = defaultdict(dict)
    words_of = looked_at_once(words_as_compared)
    for link in copy.links:
        for one, other in edits(link, words_of):
            for sentence, span in ((link.a, one), (link.b, other)):
                start, end = sentence.start + span.start, sentence.start + span.end
                words[sentence.sigil][Span(start, end)] = sentence.text[span.start : span.end]
                edited[sentence.sigil].setdefault(Span(sentence.start, sentence.end), evidence(sentence))
    grouped: dict[str, list[str]] = defaultdict(list)
    for sigil in sorted(edited):
        told = (words[sigil][span] for span in sorted(words[sigil]))
        grouped["; ".join(dict.fromkeys(" ".join(one.split()) for one in told))].append(sigil)
    return [
        Variant(reading, reading.lower(), tuple(found for sigil in sigils for found in edited[sigil].values()))
        for reading, sigils in grouped.items()
    ]
