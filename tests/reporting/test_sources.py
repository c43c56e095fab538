"""Who says what, through whom."""

import json

from storydiff.model import Reading, Report
from storydiff.pipeline import analyse_reports
from storydiff.reporting.sources import sources_as_json, sources_as_table, who_says_what

TEXT = """The harbor was "a furnace," according to a statement from harbor spokesperson Oda Brandt reported by ABC News.
The sheriff's office confirmed that it had been called, as per The Los Angeles Times.
In a statement to the LA Times, Brandtt called the fire a "total loss."
Sources said the harbor had been warned.
The council criticized the harbor.
"""
ANALYSES = analyse_reports(Reading((Report(text=TEXT, source=TEXT, path="a.txt", outlet="Marrow Creek Digest"),)))


def test_one_row_for_a_source_and_a_relay() -> None:
    rows = [(row.source, row.relay, row.direct, len(row.attributions)) for row in who_says_what(ANALYSES)]
    assert rows == [
        ("Oda Brandt", "ABC News", 1, 1),
        ("The sheriff's office", "The Los Angeles Times", 0, 1),
        ("Oda Brandt", "the LA Times", 1, 1),
        ("Sources", "", 0, 1),
    ]


def test_spellings_of_one_name_stand_together() -> None:
    assert "Brandtt" in who_says_what(ANALYSES)[0].spelled
    assert "also: Brandtt" in " ".join(sources_as_table(ANALYSES, width=200).split())


def test_json_points_into_the_file() -> None:
    document = json.loads(sources_as_json(ANALYSES))
    said = document["sources"][3]["said"][0]
    assert (said["path"], said["start_line"], said["start_column"]) == ("a.txt", 4, 1)
    assert said["content"] == ["the harbor had been warned"]


def test_a_report_in_which_nobody_speaks() -> None:
    silent = analyse_reports(Reading((Report(text="It rained.", source="It rained."),)))
    assert "nobody" in sources_as_table(silent)
    assert json.loads(sources_as_json(silent))["sources"] == []
