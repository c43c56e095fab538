"""The facts × outlets matrix."""

import pytest

from storydiff.identity import same_person
from storydiff.model import FactRow
from storydiff.pipeline import compare
from storydiff.testing import report


def rows(*texts: str) -> dict[str, FactRow]:
    return {row.about: row for row in compare([report(text, number)[0] for number, text in enumerate(texts)]).matrix}


def test_majority_outlier_and_silence_are_marked() -> None:
    found = rows(
        "Three people were killed in the flood, police said.",
        "The flood killed three people.",
        "Five people were killed in the flood.",
        "The flood came at night.",
    )["people killed"]
    assert [fact.mark for fact in found.facts] == ["majority", "majority", "outlier", "silent"]
    assert [fact.sigil for fact in found.facts] == ["A", "B", "C", "D"]


def test_a_fact_that_one_report_tells_has_no_row() -> None:
    assert "people killed" not in rows("Three people were killed in the flood.", "The flood came at night.")


def test_equal_readings_agree() -> None:
    found = rows("Three people were killed in the flood.", "The flood killed 3 people.")["people killed"]
    assert {fact.mark for fact in found.facts} == {"agrees"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("oda brandt", "oda brandt", True),
        ("michael brandt", "mike brandt", True),
        ("oda brandt", "oda brant", True),
        ("oda brandt", "oda pell", False),
        ("oda brandt", "tobias brandt", False),
    ],
)
def test_same_person(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same


QUOTED = '"We had no working sprinklers, and we do not know why," Brask said.'


def test_a_quotation_that_two_tell_is_a_row() -> None:
    found = rows(QUOTED, f"The chief spoke. {QUOTED}", QUOTED.replace("do not know", "know"), "It was dark.")
    row = found["Brask: “We had no working sprinklers, and …”"]
    assert row.kind == "quotation"
    assert [fact.mark for fact in row.facts] == ["majority", "majority", "outlier", "silent"]
    assert row.facts[2].reading == "“We had no working sprinklers, and we know why”"
    assert row.facts[0].mentions


def test_typography_does_not_make_an_outlier() -> None:
    curly = "“We had no working sprinklers, and we do not know why,” Brask said."
    assert {fact.mark for fact in rows(QUOTED, curly)["Brask: “We had no working sprinklers, and …”"].facts} == {
        "agrees"
    }


def test_charges_are_named_and_compared_by_what_they_share() -> None:
    found = rows(
        "Pell was charged with second-degree murder and arson.",
        "Pell faces charges of arson.",
        "Pell was indicted on fraud.",
        "Pell was in court.",
    )["charge"]
    assert [fact.reading for fact in found.facts] == ["second degree murder, arson", "arson", "fraud", ""]
    assert [fact.mark for fact in found.facts] == ["majority", "majority", "outlier", "silent"]


def test_the_weapon_that_several_tell_of_is_compared() -> None:
    found = rows("He had a rifle and a knife.", "The man was armed with a rifle.")["weapon"]
    assert {fact.mark for fact in found.facts} == {"agrees"}


def test_the_hour_of_the_event_is_not_that_of_the_report() -> None:
    found = rows(
        "Updated 11:20 p.m.\n\nThe clerk was shot at 7 p.m. at the ferry terminal.",
        "The clerk was shot at about 7:30 p.m. at the ferry terminal.",
    )["hour of the event"]
    assert [fact.reading for fact in found.facts] == ["7 p.m.", "7:30 p.m."]


def test_a_shorter_name_is_the_same_name() -> None:
    found = rows("Michael Brandt led the search.", "Mike Brandt led the search.", "Michael Brendt led the search.")
    (row,) = (row for row in found.values() if row.kind == "who")
    assert [fact.mark for fact in row.facts] == ["majority", "majority", "outlier"]


def test_a_town_that_one_report_has_alone_is_not_that_of_the_event() -> None:
    found = rows(
        "The mill in Dallas burned on Friday. Crews from Houston came.",
        "The mill in Dallas burned down.",
        "The mill burned. Crews came from Austin.",
    )["town of the event"]
    assert [fact.reading for fact in found.facts] == ["Dallas", "Dallas", ""]
