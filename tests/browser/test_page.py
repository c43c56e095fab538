"""The page as a reader meets it, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser.pointing import click, point_at
from storydiff.model import Comparison

if TYPE_CHECKING:
    from playwright.sync_api import Page

    Show = Callable[..., Page]

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text("utf-8")


def lit(page: Page) -> list[str]:
    return page.eval_on_selector_all(".lit, .mate", "all => all.map(one => one.textContent)")


def shown(page: Page, selector: str) -> list[str]:
    return page.eval_on_selector_all(selector, "all => all.filter(e => e.checkVisibility()).map(e => e.textContent)")


def test_hovering_a_sentence_lights_its_partners(show: Show, comparison: Comparison) -> None:
    page = show(comparison)
    point_at(page, ".s:has-text('The fire on Tuesday wounded three')")
    assert lit(page) == [
        "Three people were wounded in the fire on Tuesday, police said.",
        "Five people were wounded in the fire on Tuesday, police said.",
        "The fire on Tuesday wounded three, according to police.",
    ]
    page.hover("h1")
    page.wait_for_selector(".lit", state="detached")


def test_partners_out_of_sight_are_quoted_at_the_foot(show: Show, fire: Comparison) -> None:
    page = show(fire, height=400)
    pairs = [pair.split("-") for pair in (page.text_content("#links") or "").split()]
    top = "(id) => document.getElementById('s' + id).getBoundingClientRect().top"
    here, there = max(pairs, key=lambda pair: abs(page.evaluate(top, pair[0]) - page.evaluate(top, pair[1])))
    point_at(page, f"#s{here}")
    page.wait_for_selector("#peek p")
    quoted = shown(page, "#peek p")
    away = [one for one in lit(page) if any(one in line for line in quoted)]
    assert len(away) == len(quoted)
    assert len(quoted) == 4 or page.text_content(f"#s{there}") in away
    apart = """() => {
        const box = one => document.querySelector(one).getBoundingClientRect();
        return box('#peek').top >= box('.lit').bottom || box('#peek').bottom <= box('.lit').top;
    }"""
    assert page.evaluate(apart)


def test_focus_moves_among_sentences_with_the_arrows(show: Show, comparison: Comparison) -> None:
    page = show(comparison)
    page.focus("#s2")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == "s6"
    assert len(lit(page)) == 3
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent").startswith("“We know how it began")
    assert "Harbor Ledger" in page.text_content("#live")


def test_clicking_a_finding_shows_every_place(show: Show, fire: Comparison) -> None:
    update = next(finding for finding in fire.findings if finding.verdict == "update")
    page = show(fire)
    click(page, f"#f-{update.fingerprint} h3")
    marked = page.eval_on_selector_all("mark.pick", "all => all.map(e => e.textContent)")
    assert len(marked) == sum(len(variant.mentions) for variant in update.variants)
    rows = page.eval_on_selector_all("#sheet .row.hit", "all => all.map(e => e.checkVisibility())")
    assert rows
    assert all(rows)
    assert page.text_content("#dock-count") == f"1 of {len(marked)}"
    assert page.is_visible("mark.pick.here")
    page.keyboard.press("n")
    assert page.text_content("#dock-count") == f"2 of {len(marked)}"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == f"f-{update.fingerprint}"
    assert page.is_hidden("#dock")
    assert len(shown(page, "#sheet .row:not(.heads)")) == len(fire.alignment.rows)


def test_clicking_a_marked_word_names_its_finding(show: Show, comparison: Comparison) -> None:
    page = show(comparison)
    click(page, "#sheet mark >> text=Five")
    assert page.text_content("#dock-text") == "A and C say 3 people were wounded, B says 5"
    click(page, "#dock-card")
    assert page.evaluate("document.activeElement.id") == f"f-{comparison.findings[0].fingerprint}"


def test_filters(show: Show, comparison: Comparison) -> None:
    page = show(comparison)
    heads = ".card h3"
    assert len(shown(page, heads)) == 5
    click(page, ".chip.conflict")
    assert len(shown(page, heads)) == 2
    page.select_option("#check", "number")
    assert shown(page, heads) == ["A and C say 3 people were wounded, B says 5"]
    assert page.text_content("#count") == "1 of 5"
    click(page, "#clear")
    page.select_option("#outlet", label="C · Creek Wire")
    assert len(shown(page, heads)) == 3
    assert len(shown(page, "#sheet .row:not(.heads)")) == 1
    click(page, "#clear")
    page.fill("#text", "noon")
    page.wait_for_selector("#count >> text='1 of 5'")
    assert len(shown(page, "#sheet .row:not(.heads)")) == 1
    page.fill("#text", "nothing says this")
    page.wait_for_selector("#no-findings", state="visible")
    click(page, "#clear")
    page.check("#settled")
    assert len(shown(page, heads)) == 7


def test_what_all_agree_on_can_be_hidden(show: Show, comparison: Comparison) -> None:
    page = show(comparison)
    page.check("#agreed")
    assert [row for row in shown(page, ".matrix tbody tr") if "harbor closed" in row] == []
    assert len(shown(page, ".matrix tbody tr")) == 1
    page.check("#single")
    assert len(shown(page, "#sheet .row:not(.heads)")) == 2


def test_permanent_links(show: Show, comparison: Comparison) -> None:
    accepted = comparison.findings[3]
    page = show(comparison, at=f"#f-{accepted.fingerprint}")
    assert page.is_visible(f"#f-{accepted.fingerprint}")
    assert page.evaluate("document.activeElement.id") == f"f-{accepted.fingerprint}"


def test_facts_lead_to_their_sentences(show: Show, comparison: Comparison) -> None:
    page = show(comparison)
    click(page, ".matrix .outlier a")
    assert page.evaluate("document.activeElement.textContent").startswith("Five people")


def test_keyboard(show: Show, comparison: Comparison) -> None:
    page = show(comparison)
    fingerprints = [f"f-{finding.fingerprint}" for finding in comparison.findings]
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == fingerprints[1]
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == fingerprints[0]
    page.keyboard.press("Enter")
    assert page.is_visible("#dock")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("jk?")
    assert page.input_value("#text") == "jk?"
    page.keyboard.press("Escape")
    assert page.input_value("#text") == ""
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    assert page.is_visible("#keys")
    page.keyboard.press("Escape")
    assert page.is_hidden("#keys")


def test_as_written_and_back(show: Show, comparison: Comparison) -> None:
    page = show(comparison)
    cells = "all => all.map(cell => cell.textContent)"
    before = page.eval_on_selector_all(".cell", cells)
    page.keyboard.press("w")
    columns = page.eval_on_selector_all(".column", "all => all.map(e => e.querySelectorAll('.s').length)")
    assert columns == [3, 2, 1]
    point_at(page, ".column #s6")
    assert len(lit(page)) == 3
    page.mouse.move(0, 0)
    page.wait_for_selector(".lit", state="detached")
    page.keyboard.press("w")
    assert page.eval_on_selector_all(".cell", cells) == before
    assert page.locator(".column").count() == 0


def test_columns_level_with_the_sentence_under_the_pointer(show: Show, fire: Comparison) -> None:
    page = show(fire, height=420)
    click(page, "#as-written")
    sentence = ".s:has-text('Brask told the Courier')"
    point_at(page, f".column {sentence}")
    top = "one => one.getBoundingClientRect().top"
    lit, mate = page.locator(".lit"), page.locator(".mate", has_text="do not know why").first
    for _ in range(50):  # it glides there
        if abs(lit.evaluate(top) - mate.evaluate(top)) < 40:
            break
        page.wait_for_timeout(20)
    assert abs(lit.evaluate(top) - mate.evaluate(top)) < 40


@pytest.mark.parametrize(("scheme", "width", "arrangement"), [("light", 1280, "aligned"), ("dark", 390, "written")])
def test_axe_finds_nothing(show: Show, fire: Comparison, scheme: str, width: int, arrangement: str) -> None:
    page = show(fire, width=width, color_scheme=scheme)
    click(page, f"#as-{arrangement}")
    click(page, "article.card h3")
    page.check("#differing")
    page.evaluate("document.querySelectorAll('.card, .row').forEach(e => e.style.contentVisibility = 'visible')")
    page.evaluate(AXE)
    result = page.evaluate("axe.run()")
    found = [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in result["violations"]]
    assert found == []
    assert len(result["passes"]) > 20


def test_dark_and_light_can_be_chosen(show: Show, comparison: Comparison) -> None:
    page = show(comparison, color_scheme="light", locale="en-GB")  # a window of its own: it remembers
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    click(page, "#theme")
    click(page, "#theme")
    assert page.text_content("#theme") == "Theme: dark"
    assert page.evaluate(paper) != light
    page.reload()
    assert page.text_content("#theme") == "Theme: dark"


@pytest.mark.parametrize("width", [320, 390, 768])
def test_narrow_windows_need_no_sideways_scrolling(show: Show, fire: Comparison, width: int) -> None:
    page = show(fire, width=width, height=800)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    click(page, "article.card h3")
    assert page.is_visible("mark.pick")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_print(show: Show, fire: Comparison) -> None:
    page = show(fire, color_scheme="dark")
    page.emulate_media(media="print")
    assert page.is_hidden("#tools")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert len(shown(page, ".card h3")) == len(fire.findings)
    assert page.pdf().startswith(b"%PDF")


def test_it_can_be_read_without_the_script(show: Show, fire: Comparison) -> None:
    page = show(fire, java_script_enabled=False)
    assert page.is_hidden("#tools")
    assert page.locator(".card h3").count() == len(fire.findings)
    assert page.is_visible("#sheet .cell >> nth=0")
