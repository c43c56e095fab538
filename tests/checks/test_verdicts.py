"""Update or conflict, majority and outlier."""

from datetime import UTC, datetime

import pytest

from storydiff.checks.verdicts import describe, majority, moving, published_before, witnesses
from storydiff.model import Alignment, Analysis, Copy, Evidence, Report, Variant, Verdict


def alignment(*published: datetime | None, grain: str = "second", copies: tuple[Copy, ...] = ()) -> Alignment:
    reports = [
        Report("x", "x", outlet=f"Outlet {n}", published=moment, published_grain=grain, sigil="ABCDE"[n])
        for n, moment in enumerate(published)
    ]
    return Alignment(tuple(Analysis(report) for report in reports), copies=copies)


def variant(reading: str, *sigils: str) -> Variant:
    return Variant(reading, reading, tuple(Evidence(sigil, 0, 1, "x") for sigil in sigils))


MORNING, EVENING = datetime(2026, 1, 2, 8), datetime(2026, 1, 2, 20)


@pytest.mark.parametrize(
    ("first", "second", "grain", "expected"),
    [
        (MORNING, EVENING, "second", True),
        (EVENING, MORNING, "second", False),
        (MORNING, EVENING, "day", False),
        (MORNING, datetime(2026, 1, 3), "day", True),
        (None, EVENING, "second", False),
        (MORNING.replace(tzinfo=UTC), EVENING, "second", True),
    ],
)
def test_published_before(first: datetime | None, second: datetime, grain: str, expected: bool) -> None:
    assert published_before(alignment(first, second, grain=grain), "A", "B") is expected


def test_a_toll_that_rises_in_a_later_report_is_an_update() -> None:
    rising = (variant("three", "A"), variant("five", "B"))
    assert moving(alignment(MORNING, EVENING), rising) is Verdict.UPDATE
    assert moving(alignment(EVENING, MORNING), rising) is Verdict.CONFLICT
    assert moving(alignment(MORNING, MORNING), rising) is Verdict.CONFLICT


def test_shared_copy_counts_once() -> None:
    shared = alignment(*[None] * 4, copies=(Copy(("A", "C"), 0.9),))
    assert witnesses(shared, "ABC") == 2
    assert majority(shared, (variant("three", "A", "C"), variant("five", "B"))) is None


def test_majority_and_outlier_are_named() -> None:
    plain = alignment(*[None] * 3)
    variants = (variant("three", "A", "C"), variant("five", "B"))
    assert majority(plain, variants) is variants[0]
    assert describe(plain, variants) == "three in most (Outlet 0, Outlet 2); five in Outlet 1 alone"


def test_two_reports_have_no_majority() -> None:
    variants = (variant("three", "A"), variant("five", "B"))
    assert describe(alignment(None, None), variants) == "three in Outlet 0; five in Outlet 1"
