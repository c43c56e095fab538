"""Who says what, through whom."""

import json
from dataclasses import replace

import pytest

from reporting.hostile_samples import SAMPLES
from reporting.shapes import assert_harmless
from storydiff.model import Analysis, Attribution, Entity, Mention, Name, Reading, Report
from storydiff.pipeline import analyse_reports
from storydiff.reporting.harmless import encodable
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


@pytest.mark.parametrize("sample", SAMPLES)
def test_hostile_text_steers_nothing(sample: str) -> None:
    text = SAMPLES[sample]
    here = Mention("A", 0, len(text), text)
    credit = Attribution(
        "A", 0, len(text), text, source=here, cue=here, content=(here,), relay=text, relay_mention=here
    )
    name = Name("A", 0, len(text), text, kind="person", key=text)
    report = Report(text=text, source=text, path=text, outlet=text, title=text, sigil="A")
    spelled = Entity(text, "person", text, (text, f"{text}2"), (name,))
    analyses = (Analysis(report, attributions=(replace(credit, source_key=text), credit), entities=(spelled,)),)
    for shown in (sources_as_table(analyses), sources_as_json(analyses)):
        assert_harmless(shown)
    assert json.loads(sources_as_json(analyses))["sources"][0]["outlet"] == encodable(text)
