"""`left-out`: what only some reports tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from storydiff.checks.base import Check, evidence
from storydiff.checks.telling.news_value import Known, Worth, known_of, worth
from storydiff.checks.verdicts import outlet, witnesses
from storydiff.model import Alignment, Confidence, Finding, Sentence, Variant, Verdict

_KINDS = frozenset(("sentence", "bullet"))
_LEAST = 2.5
"""Worth from which a sentence is told of: an accusation with a new person, say, or a new figure in a new quotation."""
_LONGEST = 90
_OF_ONE = 3  # findings of one report


@dataclass(frozen=True)
class LeftOut(Check):
    """What only one report tells, or only one leaves out, most important first.

    ## Why it matters
    What an outlet leaves out shapes a story as much as what it gets wrong. A desk wants to know what the others have.

    ## Flagged
    - A: A fire closed the Marrow Creek school on Monday. Mayor Ines Holt said the county had ignored 14 complaints since 2019.
    - B: A fire closed the Marrow Creek school on Monday.

    ## Not flagged
    - A: A fire closed the Marrow Creek school on Monday.
    - B: The Marrow Creek school was closed by a fire on Monday.

    - A: A fire closed the Marrow Creek school on Monday. It was a cold day, and the road was full of snow and of people who looked on.
    - B: A fire closed the Marrow Creek school on Monday.

    ## Known limits
    Accusations, people, figures and quotations that the others do not have count; a weighty sentence without any of them is passed over.
    What the others tell in quite other words, without the name or the figure, is among it.

    ## Options
    - `most`: how many to report of an event (default 5).
    """

    name: ClassVar[str] = "left-out"
    most: int = 5

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        if len(alignment.analyses) < 2 or any("/" in analysis.report.sigil for analysis in alignment.analyses):
            return  # what one report passes on from others is not left out by it
        known = {analysis.sigil: known_of(analysis) for analysis in alignment.analyses}
        found = [*_left_out_by_one(alignment, known), *_told_by_one(alignment, known)]
        told: Counter[str] = Counter()
        for value, sentences, missing in sorted(
            found, key=lambda one: (-one[0].points, one[1][0].sigil, one[1][0].start)
        ):
            sigil = missing or sentences[0].sigil
            if sum(told.values()) < self.most and told[sigil] < _OF_ONE:
                told[sigil] += 1
                yield self._finding(alignment, value, sentences, missing)

    def _finding(self, alignment: Alignment, value: Worth, sentences: list[Sentence], missing: str) -> Finding:
        about = _short(sentences[0].text)
        who = (
            f"only {outlet(alignment, missing)} leaves out"
            if missing
            else f"only {outlet(alignment, sentences[0].sigil)} tells"
        )
        reading = sentences[0].text
        return self.finding(
            Verdict.ONLY_HERE,
            Confidence.MEDIUM,
            about=about,
            message=f"{who}: {about.rstrip('.')}",
            why=value.why,
            variants=[Variant(reading, " ".join(reading.lower().split()), tuple(map(evidence, sentences)))],
        )


_Found = tuple[Worth, list[Sentence], str]
"""Its worth, the sentences that tell it, and the report that alone does not."""


def _told_by_one(alignment: Alignment, known: dict[str, Known]) -> Iterator[_Found]:
    linked = {(s.sigil, s.start) for link in alignment.links for s in (link.a, link.b)}
    for analysis in alignment.analyses:
        others = [one for sigil, one in known.items() if sigil != analysis.sigil]
        for sentence in analysis.sentences:
            if sentence.kind in _KINDS and (sentence.sigil, sentence.start) not in linked:
                value = worth(analysis, sentence, others)
                if value.points >= _LEAST:
                    yield value, [sentence], ""


def _left_out_by_one(alignment: Alignment, known: dict[str, Known]) -> Iterator[_Found]:
    """Rows that all reports but one have, of three independent reports or more."""
    sigils = {analysis.sigil for analysis in alignment.analyses}
    if witnesses(alignment, sigils) < 3:
        return
    for row in alignment.rows:
        silent = sigils - {cell.sigil for cell in row.cells}
        if len(silent) != 1 or witnesses(alignment, sigils - silent) < 2:
            continue
        sentences = [cell.sentences[0] for cell in row.cells if cell.sentences and cell.sentences[0].kind in _KINDS]
        (missing,) = silent
        values = [worth(alignment.analysis(one.sigil), one, [known[missing]]) for one in sentences]
        if values and min(value.points for value in values) >= _LEAST:
            yield min(values, key=lambda value: value.points), sentences, missing


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else plain[:_LONGEST].rsplit(" ", 1)[0] + " …"
