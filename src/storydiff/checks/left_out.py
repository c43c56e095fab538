"""`left-out`: what only some reports tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from storydiff.checks.base import Check, evidence
from storydiff.checks.verdicts import outlet
from storydiff.model import Alignment, Analysis, Confidence, Finding, Sentence, Variant, Verdict, within

_KINDS = frozenset(("sentence", "bullet"))
_LEAST = 3.0
"""Importance from which a sentence is worth a note: a quotation with a name, say, or several figures."""
_LONGEST = 60


@dataclass(frozen=True)
class LeftOut(Check):
    """What only one report tells, most important first.

    ## Why it matters
    What an outlet leaves out shapes a story as much as what it gets wrong. A desk wants to know what the others have.

    ## Flagged
    - A: A fire closed the Marrow Creek school on Monday. Mayor Ines Holt said the county had ignored 14 complaints since 2019.
    - B: A fire closed the Marrow Creek school on Monday.

    ## Not flagged
    - A: A fire closed the Marrow Creek school on Monday.
    - B: The Marrow Creek school was closed by a fire on Monday.

    ## Known limits
    It tells what was linked to nothing; the same fact in quite other words may be among it. Importance is counted from
    names, figures, quotations and credited sources, so a weighty sentence without any of them is passed over.

    ## Options
    - `most`: how many to report of an event (default 5).
    """

    name: ClassVar[str] = "left-out"
    most: int = 5

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        if len(alignment.analyses) < 2 or any("/" in analysis.report.sigil for analysis in alignment.analyses):
            return  # what one report passes on from others is not left out by it
        linked = {(s.sigil, s.start) for link in alignment.links for s in (link.a, link.b)}
        ranked = sorted(
            (-weight, analysis.report.sigil, sentence.start, sentence)
            for analysis in alignment.analyses
            for sentence in analysis.sentences
            if sentence.kind in _KINDS and (sentence.sigil, sentence.start) not in linked
            and (weight := importance(analysis, sentence)) >= _LEAST
        )  # fmt: skip
        for _, sigil, _, sentence in ranked[: self.most]:
            about = _short(sentence.text)
            yield self.finding(
                Verdict.ONLY_HERE,
                Confidence.MEDIUM,
                about=about,
                message=f"only {outlet(alignment, sigil)} tells: {about.rstrip('.')}",
                why="no other report has a sentence that tells this",
                variants=[Variant(sentence.text, " ".join(sentence.text.lower().split()), (evidence(sentence),))],
            )


def importance(analysis: Analysis, sentence: Sentence) -> float:
    """How much an editor would miss `sentence`: names, figures, quotations, credited sources, early in the report."""
    start, end = sentence.start, sentence.end
    people = {name.key for name in within(analysis.names, start, end) if name.kind == "person"}
    weight = 1.0 * min(len(people), 2)
    weight += 1.0 * min(len(within(analysis.quantities, start, end)), 2)
    weight += 1.0 * any(quotation.kind == "speech" for quotation in within(analysis.quotations, start, end))
    weight += 1.0 * bool(within(analysis.attributions, start, end))
    return weight + 0.5 * (1 - sentence.number / (len(analysis.sentences) + 1))


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else plain[:_LONGEST].rsplit(" ", 1)[0] + " …"
