"""Text that wants to be more than text, and more text than anybody reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from browser.pointing import click
from reporting.hostile import hostile
from storydiff.model import (
    Alignment,
    Analysis,
    Cell,
    CheckInfo,
    Comparison,
    Confidence,
    Evidence,
    Fact,
    FactRow,
    Finding,
    Report,
    Row,
    Sentence,
    Severity,
    Variant,
    Verdict,
)
from storydiff.normalise import sigil

if TYPE_CHECKING:
    from playwright.sync_api import Page

    Show = Callable[..., Page]

REPORTS, SENTENCES, SHARED = 100, 50, 20


@pytest.mark.parametrize(
    "words",
    [
        "</script></style><script>document.title='owned'</script><img src=//x.invalid/y onerror=document.title='owned'>",
        '"><svg onload="document.title=\'owned\'">',
        "\u202e\u2066gpj.exe\ud800 שלום 👩\u200d👩\u200d👧",
    ],
)
def test_hostile_text_is_shown_as_text(show: Show, words: str) -> None:
    page = show(hostile(words))
    visible = page.text_content("h1") or ""
    assert page.title() == " ".join(f"{visible} · storydiff".split())
    assert [a for a, b in zip(visible, words, strict=True) if a != b] == ["\ufffd"] * visible.count("\ufffd")
    assert page.locator("main script, main style, main img, main svg").count() == 0
    click(page, ".card h3")
    assert page.is_visible("#dock")
    assert page.text_content("#dock-text") == page.text_content(".card h3")


def test_directions_are_isolated(show: Show, comparison: Comparison) -> None:
    page = show(comparison)
    isolated = "e => ['isolate', 'plaintext'].includes(getComputedStyle(e).unicodeBidi) || e.closest('bdi') !== null"
    for selector in ("h1 bdi", ".s", "blockquote", ".card h3", ".who bdi", ".matrix td bdi"):
        assert page.locator(selector).first.evaluate(isolated), selector


def test_a_hundred_reports_stay_usable(show: Show) -> None:
    page = show(_pile())
    assert page.locator(".s").count() == REPORTS * SENTENCES
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    assert paint < 2000
    assert page.evaluate("document.querySelectorAll('*').length") < 15 * REPORTS * SENTENCES
    page.evaluate("document.querySelector('#reports').scrollIntoView()")
    page.evaluate("document.querySelector('#pane').scrollBy(4000, 60000)")
    # columns scroll together under their heads
    apart = """() => {
        const box = one => one.getBoundingClientRect();
        const head = document.querySelectorAll('.head')[20];
        const cell = document.querySelector('.cell.c21');
        return Math.abs(box(head).left - box(cell).left) + Math.abs(box(head).width - box(cell).width);
    }"""
    assert page.evaluate(apart) < 2
    click(page, "#as-written")
    assert page.locator(".column").count() == REPORTS
    click(page, "#as-aligned")
    page.fill("#text", "number 7")
    page.wait_for_selector("#count >> text=/ of 30$/")


def _pile() -> Comparison:
    """Many invented reports that share some sentences."""
    analyses = []
    for number in range(REPORTS):
        label, lines = sigil(number), []
        for index in range(SENTENCES):
            who = f"The crew of boat {index}" if index < SHARED else f"A neighbor of {label}"
            lines.append(f"{who} said that line number {index} was cut before the fire on the pier was out that night.")
        text = " ".join(lines)
        sentences, start = [], 0
        for index, line in enumerate(lines, 1):
            sentences.append(Sentence(label, start, start + len(line), line, index, index // 4))
            start += len(line) + 1
        report = Report(text=text, source=text, path=f"{label}.txt", outlet=f"Outlet {label}", sigil=label)
        analyses.append(Analysis(report, sentences=tuple(sentences)))
    shared = [tuple(Cell(a.sigil, (a.sentences[index],)) for a in analyses) for index in range(SHARED)]
    alone = [(Cell(a.sigil, (sentence,)),) for a in analyses for sentence in a.sentences[SHARED:]]
    rows = tuple(Row(number, cells) for number, cells in enumerate([*shared, *alone], 1))
    findings = tuple(
        Finding(
            "number", Verdict.CONFLICT, Severity.ERROR, Confidence.HIGH, f"thing {index}", f"Thing {index} is told in two ways",
            "told for the test",
            tuple(
                Variant(str(part), str(part), tuple(
                    Evidence(a.sigil, a.sentences[index].start, a.sentences[index].start + 8, "The crew") for a in half
                ))
                for part, half in enumerate((analyses[:50], analyses[50:]))
            ),
            fingerprint=f"{index:032x}",
        )
        for index in range(30)
    )  # fmt: skip
    facts = tuple(Fact(a.sigil, "three", mark="agrees", mentions=(a.sentences[0],)) for a in analyses)
    return Comparison(
        "Fire on Pier 9",
        Alignment(tuple(analyses), rows=rows),
        findings,
        (FactRow("toll", "people wounded", facts),),
        checks=(CheckInfo("number", "numbers"),),
    )
