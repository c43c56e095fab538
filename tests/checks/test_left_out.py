"""What only one report tells."""

from __future__ import annotations

from storydiff.model import Severity, Verdict
from storydiff.testing import findings

LEAD = "A fire closed the Marrow Creek school on Monday. "
EXTRA = "Mayor Ines Holt said the county had ignored 14 complaints since 2019."


def test_is_a_note_with_one_variant() -> None:
    (found,) = findings("left-out", LEAD + EXTRA, LEAD)
    assert (found.verdict, found.severity, len(found.variants)) == (Verdict.ONLY_HERE, Severity.NOTE, 1)
    assert found.variants[0].reading == EXTRA


def test_no_more_than_asked_for() -> None:
    assert findings("left-out", LEAD + EXTRA, LEAD, options={"most": 0}) == ()


def test_one_report_leaves_nothing_out() -> None:
    assert findings("left-out", LEAD + EXTRA) == ()


def told(*reports: str) -> list[tuple[str, str]]:
    return [(found.message, found.why) for found in findings("left-out", *reports)]


def test_says_why_it_matters() -> None:
    ((message, why),) = told(LEAD + EXTRA, LEAD)
    assert message.startswith("only Outlet 1 tells: Mayor Ines Holt")
    assert why == "“ignored”; Ines Holt, named in no other; 14 complaints, a figure of its own"


def test_what_others_have_in_other_sentences_is_not_left_out() -> None:
    other = "Since 2019 there were 14 complaints. The county, Mayor Ines Holt was told, had ignored them all."
    assert told(LEAD + EXTRA, LEAD + other) == []


def test_an_accusation_comes_before_a_figure() -> None:
    figure = (
        "The cannery on the quay had bought 37 new sprinklers and hoses for its upper floor in spring, a clerk said."
    )
    first, *_ = told(f"{LEAD}{figure} {EXTRA}", LEAD)
    assert "Ines Holt" in first[0]


def test_what_all_but_one_tell_is_left_out_by_that_one() -> None:
    ((message, _),) = told(LEAD + EXTRA, f"On Monday the school burned. {EXTRA}", LEAD)
    assert message.startswith("only Outlet 3 leaves out: Mayor Ines Holt")


def test_no_report_fills_the_list_alone() -> None:
    people = ("Oda Brandt", "Tobias Renn", "Dario Pell", "Maren Hale", "Ines Varga")
    said = (
        f'"Nobody warned the families about {word}," said {name}.'
        for name, word in zip(people, ("smoke", "water", "gravel", "thunder", "lightning"), strict=True)
    )
    assert len(told(LEAD + " ".join(said), LEAD)) == 3
