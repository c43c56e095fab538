"""Clock times, days, dates and durations, resolved against publication."""

from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storydiff.analysis.sentences import split_sentences
from storydiff.analysis.times import find_times
from storydiff.model import Report, TimeExpression

FRIDAY = datetime(2026, 1, 2)


def times(text: str, published: datetime | None = FRIDAY) -> tuple[TimeExpression, ...]:
    report = Report(text=text, source=text, published=published, published_grain="day")
    return find_times(report, split_sentences(report))


CLOCKS = {
    "The clerk was shot at 9:15 p.m. on the quay.": ("9:15 p.m.", (1275, 1276)),
    "The clerk was shot at 9 a.m. on the quay.": ("9 a.m.", (540, 541)),
    "The clerk was shot at 12:30AM on the quay.": ("12:30AM", (30, 31)),
    "The clerk was shot at 8.30am on the quay.": ("8.30am", (510, 511)),
    "The ferry left at 22:45 with the crew.": ("22:45", (1365, 1366)),
    "The ferry left at noon with the crew.": ("noon", (720, 721)),
    "The ferry left at 2045 GMT with the crew.": ("2045 GMT", (1245, 1246)),
    "The ferry left just before midnight with the crew.": ("midnight", (1440, 1441)),
    "The ferry left at 4 in the morning with the crew.": ("4 in the morning", (240, 241)),
    "The robbery took place between 9 and 10 p.m. near the quay.": ("9 and 10 p.m.", (1260, 1321)),
    "The shop is open 11 to 2 p.m. near the quay.": ("11 to 2 p.m.", (660, 841)),
}


@pytest.mark.parametrize(("text", "expected"), CLOCKS.items(), ids=CLOCKS)
def test_clock(text: str, expected: tuple[str, tuple[int, int]]) -> None:
    (found,) = times(text)
    assert (found.text, found.clock) == expected
    assert found.kind == "clock"


VALUES = {
    "The clerk was shot Tuesday on the quay.": ("Tuesday", "2025-12-30"),
    "The clerk was shot Friday on the quay.": ("Friday", "2026-01-02"),
    "The clerk was shot last Friday on the quay.": ("last Friday", "2025-12-26"),
    "The trial will begin Monday on the quay.": ("Monday", "2026-01-05"),
    "The clerk was shot late Tuesday night on the quay.": ("Tuesday night", "2025-12-30TNI"),
    "The clerk was shot on Dec. 30 on the quay.": ("Dec. 30", "2025-12-30"),
    "The clerk was shot on Monday, Dec. 29, on the quay.": ("Monday, Dec. 29", "2025-12-29"),
    "The clerk was shot on 30 December 2019 on the quay.": ("30 December 2019", "2019-12-30"),
    "The clerk was shot on August 7, 1998, on the quay.": ("August 7, 1998", "1998-08-07"),
    "The clerk was shot in August 1998 on the quay.": ("August 1998", "1998-08"),
    "The clerk was shot yesterday on the quay.": ("yesterday", "2026-01-01"),
    "The clerk was shot last night on the quay.": ("last night", "2026-01-01TNI"),
    "The clerk was shot on Christmas Eve on the quay.": ("Christmas Eve", "2025-12-24"),
    "The clerk was shot on Thanksgiving on the quay.": ("Thanksgiving", "2025-11-27"),
    "The clerk was shot three days ago on the quay.": ("three days ago", "2025-12-30"),
    "The clerk died two days later on the quay.": ("two days later", "P2D"),
    "The clerk waited for two hours on the quay.": ("two hours", "PT2H"),
    "The clerk was shot last year on the quay.": ("last year", "2025"),
    "The quay was built in 1998.": ("1998", "1998"),
    "The quay was built in the 1990s.": ("the 1990s"[4:], "199X"),
}


@pytest.mark.parametrize(("text", "expected"), VALUES.items(), ids=VALUES)
def test_value(text: str, expected: tuple[str, str]) -> None:
    (found,) = times(text)
    assert (found.text, found.value) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The clerk lives at 1998 Quay Road.",
        "The baker, 34 years old, may march on.",
        "A second suspect sat in the sun.",
        "The home side won 3-2 with 1900 people there.",
        "The man paid $2000.50 for it.",
    ],
)
def test_no_time(text: str) -> None:
    assert times(text) == ()


def test_a_clock_time_takes_the_day_beside_it() -> None:
    clock, day = times("The clerk was shot at 9 a.m. EST Tuesday on the quay.")
    assert (clock.value, clock.zone, day.weekday) == ("2025-12-30T09:00", "EST", 1)
    assert clock.begin == datetime(2025, 12, 30, 9)


def test_about_is_approximate() -> None:
    assert times("The clerk was shot at about 9 p.m.")[0].approximate
    assert not times("The clerk was shot at 9 p.m.")[0].approximate


def test_without_publication_the_weekday_stays() -> None:
    (found,) = times("The clerk was shot Tuesday.", None)
    assert (found.weekday, found.begin, found.value) == (1, None, "")


@given(st.text(alphabet="0159:.ap mMonday,Jan. year-to19", max_size=60))
def test_any_text(text: str) -> None:
    found = times(text)
    assert all(one.text == text[one.start : one.end] for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("piece", ["9:15 ", "9 to ", "last ", "two years ", "Monday, Jan. ", "from 9 a.m. "])
def test_long_rows_of_pieces(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert all(one.text == text[one.start : one.end] for one in times(text))
