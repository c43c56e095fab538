"""What stands around a story."""

from __future__ import annotations

from datetime import datetime

import pytest

from storydiff.model import Report
from storydiff.reading.furniture import line_kind, with_furniture

STORY = "Fire broke out at the mill on Friday. Nobody was hurt, Lt. Oda Brandt said."


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("boilerplate", "We use cookies to improve your experience."),
        ("boilerplate", "By clicking “Accept” you agree to our cookies policy"),
        ("boilerplate", "Accept all cookies"),
        ("boilerplate", "Already a subscriber? Log in"),
        ("boilerplate", "Subscribe now for full access."),
        ("boilerplate", "To continue reading this article, please subscribe."),
        ("boilerplate", "This story is for subscribers only"),
        ("boilerplate", "You have reached your limit of free articles."),
        ("boilerplate", "Story continues below advertisement"),
        ("boilerplate", "Advertisement"),
        ("boilerplate", "Share this story"),
        ("boilerplate", "Download our free app for alerts."),
        ("boilerplate", "© 2026 Harbor Ledger"),
        ("boilerplate", "Copyright 2026 Harbor Ledger. All rights reserved."),
        ("credit", "The Associated Press contributed to this report."),
        ("credit", "Associated Press writer Ana Quill in Port Ansel contributed."),
        ("credit", "(Reporting by Ana Quill; editing by Bo Reed)"),
        ("credit", "— Associated Press"),
        ("credit", "With files from Reuters"),
        ("correction", "Correction: the mill closed nine years ago, not ten."),
        ("correction", "An earlier version of this story misspelled Lt. Brandt’s name."),
        ("correction", "This article has been corrected."),
        ("update", "This story has been updated."),
        ("update", "This is a developing story."),
        ("update", "UPDATED: Jan. 2, 2026, 9:30 p.m."),
        ("update", "Last updated 21:30 GMT, 2 January 2026"),
        ("", STORY),
        ("", "Update: two men were arrested on Friday."),
        ("", "Cookies were sold at the fair on Friday."),
        ("", "Subscribers to the water service were told to boil water."),
        ("", "The Associated Press reported the fire first."),
        ("", "Copyright law was at the heart of the case, the judge said."),
        ("", "Corrections officers found the man in his cell."),
        ("", "The story was updated by hand in the old book."),
        ("", "Share prices fell."),
        ("", "Sign language was used at the meeting."),
        ("", "Emails show that the mayor knew."),
        ("", "This story has been updated to say that the mayor confirmed in a letter on Friday that the fire was set on purpose."),
    ],
)  # fmt: skip
def test_lines(kind: str, line: str) -> None:
    assert line_kind(line) == kind


@pytest.mark.parametrize(
    ("text", "boilerplate"),
    [
        (f"{STORY}\n\nRelated stories\n\nFlood closes the mill\n\nMill for sale\n\n{STORY}", ["Related stories", "Flood closes the mill", "Mill for sale"]),
        (f"{STORY}\n\nREAD MORE: Flood closes the mill\n\n{STORY}", ["READ MORE: Flood closes the mill"]),
        (f"{STORY}\n\nMore from the Ledger:\n{STORY}", ["More from the Ledger:"]),
        (f"{STORY}\n\nMore people came later", []),
        (f"{STORY}\n\nRelated families were housed in the school.", []),
        (f"{STORY}\n\nOther stories were told at the vigil.", []),
    ],
)  # fmt: skip
def test_lists_of_other_stories(text: str, boilerplate: list[str]) -> None:
    report = with_furniture(Report(text=text, source=text))
    assert [text[block.start : block.end] for block in report.blocks] == boilerplate


NOON = datetime(2026, 1, 2, 12, 0)
DAY = datetime(2026, 1, 2)


@pytest.mark.parametrize(
    ("published", "grain", "line", "moment"),
    [
        (NOON, "second", "Updated Jan. 3, 2026, 9:30 p.m.", "2026-01-03T21:30:00"),
        (NOON, "second", "Updated: 9:30 p.m.", "2026-01-02T21:30:00"),
        (NOON, "second", "Updated: Jan. 2, 2026, 9:30 a.m.", "2026-01-02T12:00:00"),
        (NOON, "second", "Updated Jan. 20, 2026, 9:30 p.m.", "2026-01-02T12:00:00"),
        (NOON, "second", "Posted Jan. 3, 2026, 9:30 p.m.", "2026-01-02T12:00:00"),
        (DAY, "day", "Posted Jan. 2, 2026, 9:30 p.m. PST", "2026-01-02T21:30:00-08:00"),
        (DAY, "day", "Updated Jan. 3, 2026", "2026-01-03T00:00:00"),
        (None, "second", "Published Jan. 2, 2026, 9:30 p.m.", "2026-01-02T21:30:00"),
        (None, "second", "Updated rules apply from 2027 on", None),
        (None, "second", "Jan. 2, 2026, 9:30 p.m. ET", "2026-01-02T21:30:00-05:00"),
        (None, "second", "2 January 2026 Last updated at 21:30 GMT", "2026-01-02T21:30:00+00:00"),
        (None, "second", "Jan. 2, 2026, was a Friday", None),
        (None, "second", "Friday", None),
        (NOON, "second", "Jan. 1, 2026", "2026-01-02T12:00:00"),  # what is known from outside the text counts more
    ],
)
def test_times_in_the_text(published: datetime | None, grain: str, line: str, moment: str | None) -> None:
    text = f"{line}\n\n{STORY}"
    report = with_furniture(Report(text=text, source=text, published=published, published_grain=grain))
    assert (report.published.isoformat() if report.published else None) == moment
