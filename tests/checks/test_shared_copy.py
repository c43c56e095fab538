"""Edits to shared copy."""

from __future__ import annotations

from storydiff.model import Severity, Verdict
from storydiff.testing import findings

COPY = (
    "A grain train left the rails near the old mill in Marrow Creek on Tuesday, and the line will stay closed for 2 days, "
    "the railway said. Crews have begun to clear the wreck, and residents were told to keep away from the bridge."
)


def test_one_note_for_a_group_with_the_changed_figures() -> None:
    (found,) = findings("shared-copy", COPY, COPY.replace("2 days", "9 days"))
    assert (found.verdict, found.severity) == (Verdict.DIFFERENCE, Severity.NOTE)
    assert [variant.reading for variant in found.variants] == ["2", "9"]


def test_plain_sharing_and_harmless_edits_are_not_told() -> None:
    assert findings("shared-copy", COPY, COPY) == ()
    assert findings("shared-copy", COPY, COPY.replace("begun to clear", "started to clear")) == ()


def test_an_inserted_not_is_an_edit() -> None:
    (found,) = findings("shared-copy", COPY, COPY.replace("will stay", "will not stay"))
    assert [variant.reading for variant in found.variants] == ["will stay", "will not stay"]


def test_a_hedge_that_one_leaves_out_is_an_edit() -> None:
    edited = COPY.replace("A grain train", "A grain train reportedly")
    (found,) = findings("shared-copy", COPY, edited)
    assert [variant.reading for variant in found.variants] == ["train left", "train reportedly left"]


def test_a_figure_in_words_is_no_edit() -> None:
    assert findings("shared-copy", COPY, COPY.replace("2 days", "two days")) == ()


def test_what_is_inserted_without_weight_is_not_told() -> None:
    assert findings("shared-copy", COPY, COPY.replace("the wreck", "the great wreck")) == ()


def test_the_credited_agency_is_named() -> None:
    (found,) = findings("shared-copy", f"SALTBY (AP) — {COPY}", COPY.replace("2 days", "9 days"))
    assert found.about == "copy of Associated Press"


def test_an_agency_that_is_only_quoted_is_not_credited() -> None:
    told = f"{COPY} The railway told Reuters that it was sorry."
    (found,) = findings("shared-copy", told, COPY.replace("2 days", "9 days"))
    assert found.about == "shared copy"


def test_the_time_of_an_update_is_no_edit() -> None:
    first, second = (f"UPDATE (1/2/26 at {hour} p.m.): The line is closed.\n\n{COPY}" for hour in (4, 10))
    assert findings("shared-copy", first, second) == ()


def test_a_post_that_was_put_in_is_no_edit() -> None:
    first, second = (f"{COPY}\n\nThe line is closed. — Saltby News (@saltbynews) January {day}, 2026" for day in (2, 3))
    assert findings("shared-copy", first, second) == ()


def test_a_measure_in_other_units_is_no_edit() -> None:
    first, second = (COPY.replace("near the", f"{length} from the") for length in ("200ft", "60m"))
    assert findings("shared-copy", first, second) == ()
