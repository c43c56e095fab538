"""Other people's text at its worst."""

from __future__ import annotations

from dataclasses import replace

from storydiff.model import (
    Accepted,
    Alignment,
    Analysis,
    Cell,
    CheckInfo,
    Comparison,
    Confidence,
    Copy,
    Evidence,
    Fact,
    FactRow,
    Finding,
    Problem,
    Report,
    Row,
    Sentence,
    Severity,
    Variant,
    Verdict,
)


def hostile(words: str) -> Comparison:
    """A comparison with `words` in every field that holds somebody's text."""
    text = f"{words} {words}"
    sentences = (Sentence("A", 0, len(text), text, 1, 1),)
    report = Report(text=text, source=text, path=words, outlet=words, title=words, url=words, author=words, sigil="A")
    other = replace(report, sigil="B")
    analyses = (Analysis(report, sentences=sentences), Analysis(other, sentences=(replace(sentences[0], sigil="B"),)))
    places = tuple(Evidence(sigil, 0, len(words), words, source=words) for sigil in "AB")
    finding = Finding(
        words, Verdict.CONFLICT, Severity.ERROR, Confidence.HIGH, words, words, words,
        tuple(Variant(words, words, (place,)) for place in places), fingerprint=words, reason=words,
    )  # fmt: skip
    return Comparison(
        event=words,
        alignment=Alignment(
            analyses,
            rows=(Row(1, tuple(Cell(a.sigil, a.sentences) for a in analyses)),),
            copies=(Copy(("A", "B"), 0.5, (), words),),
        ),
        findings=(finding,),
        matrix=(FactRow(words, words, tuple(Fact(p.sigil, words, words, "outlier", (p,)) for p in places)),),
        problems=(Problem(words, "read", words, words),),
        checks=(CheckInfo(words, words),),
        resolved=(Accepted(words, words, words, (), words, words, words),),
    )
