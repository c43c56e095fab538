"""Weekdays that do not fit their date, and days that there are not."""

import pytest

from storydiff.model import Confidence, Verdict
from storydiff.testing import findings, flagged

CASES = {  # published on Friday, 2 January 2026
    "weekday before its date": "The mill was closed on [[Monday]], [[Dec. 30]], the clerk said.",
    "a fitting weekday": "The mill was closed on Tuesday, Dec. 30, the clerk said.",
    "a weekday in brackets": "The mill was closed on [[Dec. 30]] ([[Friday]]), the clerk said.",
    "a date in brackets": "The mill was closed on [[Friday]] ([[Dec. 30]]), the clerk said.",
    "a weekday after its date": "The mill was closed on [[Dec. 25]], a [[Friday]], the clerk said.",
    "a fitting weekday after its date": "The mill was closed on Dec. 25, a Thursday, the clerk said.",
    "another sentence": "The mill was closed on Dec. 25. Friday it was open, the clerk said.",
    "a year of its own": "The mill was closed on [[Monday]], [[Sept. 11, 2001]], the clerk said.",
    "a fitting year of its own": "The mill was closed on Tuesday, Sept. 11, 2001, the clerk said.",
    "the day first": "The mill was closed on [[Monday]], [[30 December]], the clerk said.",
    "far from publication": "The mill burned down on Monday, June 3, the clerk said.",
    "a report that tells of another year": "The mill was closed on Monday, Dec. 30. It was opened again on Tuesday, Dec. 31.",
    "two of a year that is known": "The mill was closed on [[Monday]], [[Dec. 30]]. It was opened again on Wednesday, Dec. 31.",
    "no such day": "The mill was closed on [[Nov. 31]], the clerk said.",
    "no such day in words": "The mill was closed on the [[31st of June]], the clerk said.",
    "the last day": "The mill was closed on June 30 and on Oct. 31, the clerk said.",
    "no leap year": "The mill was closed on [[Feb. 29, 2023]], the clerk said.",
    "a leap year": "The mill was closed on Feb. 29, 2024, the clerk said.",
    "of a year that is not told": "The mill was closed on Feb. 29 last time, the clerk said.",
    "two weekdays": "The mill was closed on Monday and Tuesday, Dec. 30, the clerk said.",
}  # fmt: skip


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES)
def test_flags_what_is_marked(marked: str) -> None:
    found, expected = flagged("calendar", marked)
    assert found == expected


def test_is_a_sure_conflict_of_weekday_and_date() -> None:
    (found,) = findings("calendar", "The mill was closed on Monday, Dec. 30, the clerk said.")
    assert (found.verdict, found.confidence) == (Verdict.CONFLICT, Confidence.HIGH)
    assert found.message == "December 30 and Monday do not fit"
    assert found.why == "December 30 of 2025 is a Tuesday"


def test_each_report_is_looked_into() -> None:
    right, wrong = "The mill closed on Tuesday, Dec. 30.", "On Dec. 30, a Friday, the mill at Saltby was shut."
    (found,) = findings("calendar", right, wrong)
    assert {mention.sigil for variant in found.variants for mention in variant.mentions} == {"B"}


def test_one_mistake_in_two_reports_is_one_finding() -> None:
    (found,) = findings("calendar", "It closed on Monday, Dec. 30.", "The closing was on Monday, Dec. 30, at noon.")
    assert [len(variant.mentions) for variant in found.variants] == [2, 2]
