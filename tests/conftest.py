"""Values that tests of several folders share."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

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
    Link,
    Problem,
    Report,
    Row,
    Run,
    Sentence,
    Severity,
    Span,
    State,
    Variant,
    Verdict,
)

# Speed is measured in tests/benchmarks/; a busy machine fails no property.
settings.register_profile("storydiff", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("storydiff")

_LINES = {
    "A": (
        "Three hurt in fire on Pier 9",
        "Three people were wounded in the fire on Tuesday, police said.",
        "“We do not know how it began,” Lt. Oda Brandt told reporters.",
        "The harbor was closed until noon.",
    ),
    "B": (
        "Fire on the pier",
        "Five people were wounded in the fire on Tuesday, police said.",
        "“We know how it began,” Lt. Oda Brandt told reporters.",
    ),
    "C": (
        "Pier 9 burns",
        "The fire on Tuesday wounded three, according to police.",
        "Brand said the fire was out by nine.",
    ),
}
_OUTLETS = {"A": "Harbor Ledger", "B": "Marrow Courier", "C": "Creek Wire"}
_PUBLISHED = {
    "A": (datetime(2026, 1, 6, 22, 10), "second"),
    "B": (datetime(2026, 1, 7), "day"),
    "C": (None, "second"),
}


def hand_built_comparison() -> Comparison:
    """Three reports with one finding of every verdict, an accepted and an ignored one, a matrix, copies and a problem.

    Built by hand, so that reporters can be tested without reading, analysing or checking anything.
    """
    analyses = {sigil: _analysis(sigil) for sigil in _LINES}
    fire = [analyses[sigil].sentences[1] for sigil in "ABC"]
    cause = [analyses[sigil].sentences[2] for sigil in "AB"]
    links = (Link(fire[0], fire[1], 0.95), Link(fire[0], fire[2], 0.71239), Link(cause[0], cause[1], 0.9))
    rows = (
        Row(1, tuple(Cell(s.sigil, (s,)) for s in fire)),
        Row(2, tuple(Cell(s.sigil, (s,)) for s in cause)),
        Row(3, (Cell("A", (analyses["A"].sentences[3],)),)),
    )

    def at(sigil: str, words: str, source: str = "", *marks: str) -> Evidence:
        text = analyses[sigil].report.text
        start = text.index(words)
        spans = tuple(Span(start + words.index(mark), start + words.index(mark) + len(mark)) for mark in marks)
        return Evidence(sigil, start, start + len(words), words, source=source, marks=spans)

    toll = Finding(
        "number", Verdict.CONFLICT, Severity.ERROR, Confidence.HIGH, "people wounded",
        "A and C say 3 people were wounded, B says 5", "3 and 5 cannot both be the number wounded",
        (
            Variant("three", "3", (at("A", "Three people", "police", "Three"), at("C", "three", "police"))),
            Variant("five", "5", (at("B", "Five people", "police", "Five"),)),
        ),
        fingerprint="a1" * 16,
    )  # fmt: skip
    quote = Finding(
        "quote-wording", Verdict.CONFLICT, Severity.ERROR, Confidence.MEDIUM, "words of Oda Brandt",
        "Oda Brandt is quoted with “do not know” in A and “know” in B", "“do not” is missing in B",
        (
            Variant("We do not know how it began", "we do not know how it began",
                    (at("A", "We do not know how it began", "Oda Brandt", "do not"),)),
            Variant("We know how it began", "we know how it began", (at("B", "We know how it began", "Oda Brandt"),)),
        ),
        fingerprint="b2" * 16,
    )  # fmt: skip
    name = Finding(
        "name", Verdict.DIFFERENCE, Severity.WARNING, Confidence.MEDIUM, "name of Oda Brandt",
        "Oda Brandt is spelled “Brandt” in A and B, “Brand” in C", "“Brandt” and “Brand” differ in one letter",
        (
            Variant("Brandt", "brandt", (at("A", "Oda Brandt", "", "Brandt"), at("B", "Oda Brandt", "", "Brandt"))),
            Variant("Brand", "brand", (at("C", "Brand"),)),
        ),
        fingerprint="c3" * 16,
    )  # fmt: skip
    update = Finding(
        "fact", Verdict.UPDATE, Severity.NOTE, Confidence.HIGH, "state of the fire",
        "The fire is out in C", "“out” is later than “fire on Tuesday”",
        (
            Variant("the fire", "burning", (at("A", "the fire"),)),
            Variant("out by nine", "out", (at("C", "out by nine"),)),
        ),
        fingerprint="d4" * 16,
    )  # fmt: skip
    left_out = Finding(
        "left-out", Verdict.ONLY_HERE, Severity.NOTE, Confidence.HIGH, "harbor closed",
        "Only A tells that the harbor was closed until noon", "no sentence of B or C tells it",
        (Variant("The harbor was closed until noon.", "harbor closed noon", (at("A", "The harbor was closed until noon."),)),),
        fingerprint="e5" * 16,
    )  # fmt: skip
    accepted = Finding(
        "time", Verdict.DIFFERENCE, Severity.WARNING, Confidence.HIGH, "day of the fire",
        "The day is given as “Tuesday” in A and in B", "said to be the same",
        (
            Variant("Tuesday", "2026-01-06", (at("A", "Tuesday"),)),
            Variant("Tuesday", "2026-01-07", (at("B", "Tuesday"),)),
        ),
        fingerprint="f6" * 16, state=State.ACCEPTED, reason="checked with the desk",
    )  # fmt: skip
    ignored = Finding(
        "role", Verdict.DIFFERENCE, Severity.WARNING, Confidence.HIGH, "role of Oda Brandt",
        "Oda Brandt is “Lt.” in A and in B", "told for the test",
        (Variant("Lt.", "lieutenant", (at("A", "Lt."),)), Variant("Lt.", "lt", (at("B", "Lt."),))),
        fingerprint="a7" * 16, state=State.IGNORED, reason="house style",
    )  # fmt: skip
    return Comparison(
        event="Fire on Pier 9",
        alignment=Alignment(tuple(analyses.values()), links, rows, (Copy(("A", "B"), 0.61234, links[:1], "Creek Wire"),)),
        findings=(toll, quote, name, accepted, ignored, update, left_out),
        matrix=(
            FactRow("toll", "people wounded", (
                Fact("A", "three", "police", "majority", (at("A", "Three people"),)),
                Fact("B", "five", "police", "outlier", (at("B", "Five people"),)),
                Fact("C", "three", "police", "majority", (at("C", "three"),)),
            )),
            FactRow("when", "harbor closed", (Fact("A", "until noon", "", "agrees", (at("A", "until noon"),)),)),
        ),
        problems=(Problem("d.md", "read", "the file is empty", "leave it out or fill it"),),
        checks=tuple(
            CheckInfo(check, f"Summary of {check}", precision=0.91 if check == "number" else None,
                      manual=f"Summary of {check}.\n\n## Why it matters\nReaders notice.")
            for check in ("fact", "left-out", "name", "number", "quote-wording", "role", "time")
        ),
        resolved=(
            Accepted(
                "0f" * 16, "place", "street of the fire", (("pier 8", ("Harbor Ledger",)), ("pier 9", ("Marrow Courier",))),
                "Fire on Pier 9", "A says Pier 8, B says Pier 9", "corrected soon",
            ),
        ),
        exit_code=1,
    )  # fmt: skip


def _analysis(sigil: str) -> Analysis:
    lines = _LINES[sigil]
    head = f"---\noutlet: {_OUTLETS[sigil]}\n---\n"
    text = "\n\n".join(lines) + "\n"
    published, grain = _PUBLISHED[sigil]
    report = Report(
        text=text, source=head + text, path=f"events/pier/{sigil.lower()}.md", outlet=_OUTLETS[sigil], title=lines[0],
        published=published, published_grain=grain, sha256=sigil * 64,
        runs=(Run(0, len(text), len(head), len(head) + len(text)),), sigil=sigil,
    )  # fmt: skip
    sentences, start = [], 0
    for number, line in enumerate(lines, 1):
        sentences.append(
            Sentence(sigil, start, start + len(line), line, number, number, "title" if number == 1 else "sentence")
        )
        start += len(line) + 2
    return Analysis(report, sentences=tuple(sentences))


@pytest.fixture(scope="session")
def comparison() -> Comparison:
    """The hand-built comparison."""
    return hand_built_comparison()


@pytest.fixture(scope="session")
def fire() -> Comparison:
    """The example of the harbor fire, compared."""
    from storydiff.pipeline import compare, read

    return compare(read([str(Path(__file__).parents[1] / "examples" / "harbor-fire")]))
