"""`shared-copy`: edits that reports made to the copy they share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from rapidfuzz.distance import Indel

from storydiff.checks.base import Check, evidence
from storydiff.checks.verdicts import outlet
from storydiff.model import Alignment, Confidence, Copy, Evidence, Finding, Severity, Span, Variant, Verdict

_WORD = re.compile(r"[^\W_]+(?:['’.,:-][^\W_]+)*")
_LIMITERS = frozenset(
    "not no never only none nobody without unless except but if allegedly reportedly may might could".split()
)
_ALIKE = 0.75
"""Share of words in order from which two sentences are one sentence, edited."""


@dataclass(frozen=True)
class SharedCopy(Check):
    """Edits that change the meaning of copy that several reports share.

    ## Why it matters
    Reports that print one agency's text count as one witness. Where an edit changes a figure, a denial or a hedge in it, one of them
    no longer says what the agency said.

    ## Flagged
    - A: A grain train left the rails near the old mill in Marrow Creek on Tuesday, and the line will stay closed for 2 days, the railway said. Crews have begun to clear the wreck, and residents were told to keep away from the bridge until engineers had looked at it.
    - B: A grain train left the rails near the old mill in Marrow Creek on Tuesday, and the line will stay closed for 9 days, the railway said. Crews have begun to clear the wreck, and residents were told to keep away from the bridge until engineers had looked at it.

    ## Not flagged
    - A: A grain train left the rails near the old mill in Marrow Creek on Tuesday.
    - B: The railway said 9 trains were late on Tuesday.

    ## Known limits
    Only edits inside a sentence are looked at, and of those the ones that touch a figure or a word that limits, denies or hedges.
    """

    name: ClassVar[str] = "shared-copy"

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
    edits: dict[str, dict[Span, Evidence]] = defaultdict(dict)
    words: dict[str, dict[Span, str]] = defaultdict(dict)
    for link in copy.links:
        left, right = list(_WORD.finditer(link.a.text)), list(_WORD.finditer(link.b.text))
        one, two = [m[0].lower() for m in left], [m[0].lower() for m in right]
        if one == two or Indel.normalized_similarity(one, two) < _ALIKE:
            continue
        for step in Indel.opcodes(one, two):
            if step.tag == "equal":
                continue
            for sentence, matches, begin, end in (
                (link.a, left, step.src_start, step.src_end),
                (link.b, right, step.dest_start, step.dest_end),
            ):
                if any(m[0].lower() in _LIMITERS or m[0][0].isdigit() for m in matches[begin:end]):
                    span = Span(sentence.start + matches[begin].start(), sentence.start + matches[end - 1].end())
                    words[sentence.sigil][span] = sentence.text[span.start - sentence.start : span.end - sentence.start]
                    edits[sentence.sigil].setdefault(Span(sentence.start, sentence.end), evidence(sentence))
    grouped: dict[str, list[str]] = defaultdict(list)
    for sigil in sorted(edits):
        grouped["; ".join(words[sigil][span] for span in sorted(words[sigil]))].append(sigil)
    return [
        Variant(reading, reading.lower(), tuple(found for sigil in sigils for found in edits[sigil].values()))
        for reading, sigils in grouped.items()
    ]
