"""The dates a lead names, and how far two events agree on them."""

from __future__ import annotations

import pytest

from storydiff.grouping.dates import agreement, dates_in


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Dockers in Saltby walked out on Wednesday, their union said.", (2,)),
        ("MARROW CREEK, Dec. 11 — The pier burned on Sunday and again Monday.", (0, 6, 18)),
        ("4 September 2031: the ferry sank. It was raised in May.", (11, 15, 2031)),
        ("The mayor may march 12 miles in protest.", (9,)),  # a month is a word with a number behind it
        ("He may say so. They march on. A decision in the saloon.", ()),
        ("It cost $2031, or 2031.50 in all; flat 2031-b.", ()),
        ("", ()),
        ("word " * 200 + "on Friday", ()),  # not in the lead
    ],
)
def test_dates_of_the_lead(text: str, dates: tuple[int, ...]) -> None:
    assert dates_in(text) == dates


@pytest.mark.parametrize(
    ("a", "b", "agreed"),
    [
        ({2: 3}, {2: 1}, 1.0),
        ({2: 3}, {3: 3}, 0.0),
        ({2: 1, 3: 1}, {2: 1}, 0.5**0.5),
        ({2: 2}, {8: 2}, None),  # a weekday and a month are no disagreement
        ({2: 2, 8: 2}, {3: 2, 8: 2}, 0.5),
        ({2031: 1}, {2032: 1}, 0.0),
        ({}, {2: 1}, None),
    ],
)
def test_agreement_on_dates(a: dict[int, int], b: dict[int, int], agreed: float | None) -> None:
    found = agreement(a, b)
    assert found == (None if agreed is None else pytest.approx(agreed))
    assert found == agreement(b, a)
