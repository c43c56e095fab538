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
