"""What makes a finding the same finding, and the file that keeps accepted ones."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from storydiff.baseline import Baseline, accept, dump, fingerprinted, judged, load, pruned
from storydiff.errors import BaselineError
from storydiff.model import (
    Alignment,
    Analysis,
    Comparison,
    Confidence,
    Evidence,
    Finding,
    Report,
    Severity,
    State,
    Variant,
    Verdict,
)

TODAY = date(2026, 1, 10)
Told = dict[str, str]
"""Outlet → number."""


def compared(
    told: Told, event: str = "", *, about: str = "people wounded", start: int = 0, times: int = 1
) -> Comparison:
    """A comparison of one report an outlet, with a finding on what they tell; labelled in the order of `told`."""
    sigils = {outlet: chr(ord("A") + number) for number, outlet in enumerate(told)}
    reports = [Report(text="", source="", path=f"{o}.txt", outlet=o, sigil=s) for o, s in sigils.items()]
    values = sorted(set(told.values()))
    variants = tuple(
        Variant(v, v, tuple(Evidence(sigils[o], start, start + 1, v) for o in told if told[o] == v)) for v in values
    )
    finding = Finding(
        "number", Verdict.CONFLICT, Severity.ERROR, Confidence.HIGH, about, f"message {start}", "why", variants
    )
    analyses = tuple(Analysis(report) for report in reports)
    return Comparison(event, Alignment(analyses), fingerprinted([finding] * times, reports))


def print_of(comparison: Comparison) -> str:
    return comparison.findings[0].fingerprint


TWO = compared({"Ledger": "3", "Courier": "5"})


@pytest.mark.parametrize(
    ("other", "same"),
    [
        pytest.param(compared({"Courier": "5", "Ledger": "3"}), True, id="order"),
        pytest.param(compared({"Ledger": "3", "Courier": "5"}, start=99), True, id="place and message"),
        pytest.param(compared({"Ledger": "3", "Courier": "5"}, "Fire"), True, id="event named"),
        pytest.param(compared({"Alpha": "3", "Ledger": "3", "Courier": "5"}), True, id="third outlet agrees with one"),
        pytest.param(compared({"Ledger": "3", "Courier": "5", "Wire": "4"}), False, id="third reading"),
        pytest.param(compared({"Ledger": "3", "Courier": "6"}), False, id="another reading"),
        pytest.param(compared({"Ledger": "3", "Courier": "5"}, about="shots"), False, id="about something else"),
    ],
)
def test_fingerprint(other: Comparison, same: bool) -> None:
    assert (print_of(other) == print_of(TWO)) is same


def test_findings_inside_one_report_differ_by_outlet() -> None:
    assert print_of(compared({"Ledger": "3"})) != print_of(compared({"Courier": "3"}))


def test_equal_findings_have_unequal_fingerprints() -> None:
    prints = [finding.fingerprint for finding in compared({"Ledger": "3", "Courier": "5"}, times=3).findings]
    assert len(set(prints)) == 3
    assert prints[0] == print_of(TWO)


def states(comparison: Comparison, baseline: Baseline) -> tuple[list[State], list[str]]:
    made = judged(comparison, baseline, TODAY)
    return [finding.state for finding in made.findings], [entry.about for entry in made.resolved]


def test_accepted_stays_accepted_when_an_outlet_joins() -> None:
    baseline = accept(TWO, Baseline())
    assert states(TWO, baseline) == ([State.ACCEPTED], [])
    assert states(compared({"Alpha": "5", "Courier": "5", "Ledger": "3"}), baseline) == ([State.ACCEPTED], [])


def test_a_further_reading_is_shown_and_explained() -> None:
    made = judged(compared({"Ledger": "3", "Courier": "5", "Wire": "4"}), accept(TWO, Baseline()), TODAY)
    assert made.findings[0].state is State.NEW
    assert made.findings[0].reason == "accepted before without '4'"
    assert made.resolved == ()


def test_same_disagreement_of_another_event_is_not_accepted() -> None:
    baseline = accept(compared({"Ledger": "3", "Courier": "5"}, "Fire"), Baseline())
    assert states(compared({"Ledger": "3", "Courier": "5"}, "Flood"), baseline) == ([State.NEW], [])
    assert states(compared({"Herald": "3", "Post": "5"}), baseline) == ([State.NEW], [])
    assert states(TWO, baseline) == ([State.ACCEPTED], [])


def test_resolved_is_told_only_where_its_outlets_are_compared() -> None:
    baseline = accept(TWO, Baseline())
    assert states(replace(TWO, findings=()), baseline) == ([], ["people wounded"])
    elsewhere = compared({"Herald": "3", "Post": "5"})
    assert states(replace(elsewhere, findings=()), baseline) == ([], [])


def test_expired_entries_accept_nothing() -> None:
    entry = replace(accept(TWO, Baseline()).accepted[0], expires="2026-01-09")
    assert states(TWO, Baseline((entry,)))[0] == [State.NEW]
    assert states(TWO, Baseline((replace(entry, expires="2026-01-10"),)))[0] == [State.ACCEPTED]


def test_ignored_findings_are_not_written_and_reasons_are_kept() -> None:
    first = accept(TWO, Baseline())
    by_hand = Baseline((replace(first.accepted[0], reason="the desk knows"),))
    other = accept(compared({"Herald": "1", "Post": "2"}, "Flood"), by_hand)
    again = accept(TWO, other)
    assert [(entry.event, entry.reason) for entry in again.accepted] == [("", "the desk knows"), ("Flood", "")]
    ignored = replace(TWO, findings=(replace(TWO.findings[0], state=State.IGNORED),))
    assert accept(ignored, Baseline()).accepted == ()
    assert states(ignored, by_hand) == ([State.IGNORED], [])


def test_prune() -> None:
    baseline = accept(TWO, Baseline())
    assert pruned(baseline, judged(replace(TWO, findings=()), baseline, TODAY).resolved) == Baseline()
    assert pruned(baseline, ()) == baseline


def test_file_is_sorted_and_comes_back_as_it_was(tmp_path: Path) -> None:
    odd = compared({"Ledger “x”": "3\ud800", "Cou\nrier": "5"}, "Fire \U0001f525", about="b")
    baseline = accept(odd, accept(TWO, Baseline()))
    path = tmp_path / "baseline.json"
    path.write_text(dump(baseline), "utf-8")
    assert load(path) == baseline
    assert dump(load(path)) == dump(Baseline(baseline.accepted[::-1]))
    assert list(json.loads(dump(baseline))) == ["schema_version", "findings"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "is not JSON"),
        ("[]", "is not a baseline"),
        ('{"findings": []}', "schema_version None"),
        ('{"schema_version": 2, "findings": []}', "schema_version 2"),
        ('{"schema_version": true, "findings": []}', "schema_version True"),
        ('{"schema_version": 1, "findings": [3]}', "entry 1"),
        ('{"schema_version": 1, "findings": [{"readings": [{"value": 3, "outlets": []}]}]}', "3 is not text"),
        ('{"schema_version": 1, "findings": [{"readings": [], "expires": "soon"}]}', "soon"),
        ("[" * 100_000, "is not JSON"),
    ],
)
def test_broken_files(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text, "utf-8")
    with pytest.raises(BaselineError, match=said):
        load(path)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="cannot read the baseline"):
        load(tmp_path / "none.json")
