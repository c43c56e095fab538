"""The spine as a whole."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storydiff.model import Comparison, Reading
from storydiff.pipeline import compare, read
from storydiff.testing import report

EXAMPLES = Path(__file__).parents[1] / "examples"
EVENTS = sorted(
    folder.name for folder in EXAMPLES.iterdir() if list(folder.glob("*.md")) and folder.name not in ("ci", "archive")
)


def told(comparison: Comparison) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(f.check, f.verdict.value, f.message, tuple(v.value for v in f.variants)) for f in comparison.findings]


def reading(event: str) -> Reading:
    return read([EXAMPLES / event])


def test_a_report_agrees_with_itself() -> None:
    text = "Police said three people were hurt. Nobody was arrested."
    assert compare([report(text, 0)[0], report(text, 1)[0]]).findings == ()


@pytest.mark.parametrize("event", EVENTS)
def test_every_report_agrees_with_its_copy(event: str) -> None:
    for one in reading(event).reports:
        found = compare([one, replace(one, path=one.path + ".copy", outlet="Another")]).findings
        # What a report says of itself may be wrong, as a name that it spells in two ways.
        assert {mention.sigil for finding in found for variant in finding.variants for mention in variant.mentions} <= {
            "A"
        }


@pytest.mark.parametrize("event", EVENTS)
def test_the_order_of_reports_changes_nothing(event: str) -> None:
    whole = reading(event)
    expected = compare(whole)
    for order in permutations(whole.reports):
        found = compare(replace(whole, reports=order))
        assert found.findings == expected.findings
        assert found.alignment.links == expected.alignment.links
        assert found.alignment.rows == expected.alignment.rows


@pytest.mark.parametrize("event", EVENTS)
def test_examples_have_something_to_show(event: str) -> None:
    comparison = compare(reading(event))
    assert not comparison.problems
    assert comparison.alignment.links
    assert "conflict" in {finding.verdict.value for finding in comparison.findings}


def test_evidence_stands_where_it_says() -> None:
    for event in EVENTS:
        comparison = compare(reading(event))
        text = {one.sigil: one.text for one in comparison.reports}
        for finding in comparison.findings:
            for variant in finding.variants:
                for mention in variant.mentions:
                    assert text[mention.sigil][mention.start : mention.end] == mention.text


def test_one_report_is_taken_apart_by_whom_it_passes_on() -> None:
    sigils = {one.sigil for one in compare(read([EXAMPLES / "new-years-eve" / "daily-digest.md"])).reports}
    assert "A" in sigils
    assert "A/Brackwater Ledger" in sigils


WORDS = [
    "police",
    "said",
    "three",
    "five",
    "men",
    "not",
    "“",
    "”",
    "Oda Brandt",
    "killed",
    ".",
    "\n\n",
    "on Friday",
    "34",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), min_size=1, max_size=3))
def test_any_text_is_compared_without_a_crash(texts: list[str]) -> None:
    reports = [report(text, number)[0] for number, text in enumerate(texts)]
    assert told(compare(reports)) == told(compare(reports[::-1]))


def test_a_report_of_another_event_is_told() -> None:
    fire, vote = reading("harbor-fire"), reading("council-vote")
    stranger = vote.reports[0]
    compared = compare([*fire.reports, stranger])
    assert [problem.path for problem in compared.problems] == [stranger.path]
    assert compare(fire).problems == ()
