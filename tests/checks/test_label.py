"""Labels of one thing that take sides."""

import pytest

from storydiff.checks.registry import build_checks
from storydiff.checks.telling.loaded_words import expression, labels
from storydiff.config import Config
from storydiff.model import Verdict
from storydiff.testing import findings, flagged

REST = "marched from the mill to the harbor in Saltby on Friday and broke two windows."
CASES = {
    "one that judges": (f"The [[rioters]] {REST}", f"The [[demonstrators]] {REST}"),
    "none that judges": (f"The protesters {REST}", f"The demonstrators {REST}"),
    "two that judge": (f"The rioters {REST}", f"The looters {REST}"),
    "the same": (f"The rioters {REST}", f"Rioters {REST}"),
    "in quotation marks": (f'The "rioters" {REST}', f"The demonstrators {REST}"),
    "one report uses both": (f"The rioters {REST} The demonstrators went home.", f"The demonstrators {REST}"),
    "other sentences": (f"The rioters {REST}", "The demonstrators were asked by the council to come to Marrow Creek."),
    "the state": (
        "The Ostravian [[regime]] said that its jets had bombed the harbor of Saltby on Friday.",
        "The Ostravian [[government]] said that its jets had bombed the harbor of Saltby on Friday.",
    ),
    "part of a longer word": (
        "The rioters-turned-clerks left the harbor of Saltby on Friday by the ferry.",
        "The demonstrators left the harbor of Saltby on Friday by the ferry.",
    ),
}


@pytest.mark.parametrize("reports", CASES.values(), ids=CASES)
def test_flags_what_is_marked(reports: tuple[str, str]) -> None:
    found, expected = flagged("label", *reports)
    assert found == expected


def test_is_a_difference_that_names_the_word_that_judges() -> None:
    (found,) = findings("label", *CASES["one that judges"])
    assert found.verdict == Verdict.DIFFERENCE
    assert found.why == "“rioters” judges"


def test_is_off_unless_asked_for() -> None:
    assert "label" not in {check.name for check in build_checks(Config())}
    assert "label" in {check.name for check in build_checks(Config(extend_select=("label",)))}


def test_every_set_has_a_label_that_judges_and_one_that_does_not() -> None:
    groups: dict[str, set[bool]] = {}
    for uses in labels().values():
        for use in uses:
            groups.setdefault(use.group, set()).add(use.loaded)
    assert all(loaded == {True, False} for loaded in groups.values())


def test_the_longest_label_is_found() -> None:
    assert [match[0] for match in expression().finditer("a terrorist group and a mob")] == ["terrorist group", "mob"]
