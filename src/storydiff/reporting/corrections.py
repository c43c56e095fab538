"""What an outlet has corrected since: shown beside the findings, because it may explain one."""

from __future__ import annotations

from storydiff.model import Comparison, Sentence


def corrections(comparison: Comparison) -> tuple[Sentence, ...]:
    """The notices of correction in all reports, in order. They are not compared: they tell what the report said before."""
    return tuple(
        sentence
        for analysis in comparison.alignment.analyses
        for sentence in analysis.sentences
        if sentence.kind == "correction"
    )
