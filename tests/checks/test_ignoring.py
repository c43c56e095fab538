"""Rules that set findings aside."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from storydiff.checks.ignoring import apply_rules, unused_rules
from storydiff.config import Config, IgnoreRule, OutletSettings
from storydiff.model import Comparison, Confidence, Severity, State


def ignored(comparison: Comparison, *rules: IgnoreRule) -> list[str]:
    fresh = [replace(finding, state=State.NEW, reason="") for finding in comparison.findings]
    made = apply_rules(fresh, comparison.reports, Config(ignores=rules))
    return [finding.check for finding in made if finding.state is State.IGNORED]


@pytest.mark.parametrize(
    ("rule", "checks"),
    [
        (IgnoreRule(check="number"), ["number"]),
        (IgnoreRule(fingerprint="b2" * 16), ["quote-wording"]),
        (IgnoreRule(pattern=re.compile("wounded")), ["number"]),
        (IgnoreRule(pattern=re.compile("^Brand$")), ["name"]),
        (IgnoreRule(check="name", pattern=re.compile("wounded")), []),
        (IgnoreRule(outlet="Marrow Courier"), ["number", "quote-wording", "time", "role"]),
        (IgnoreRule(outlet="Creek Wire"), ["name", "fact"]),
        (IgnoreRule(outlet="Nobody"), []),
    ],
)
def test_rules(comparison: Comparison, rule: IgnoreRule, checks: list[str]) -> None:
    assert ignored(comparison, rule) == checks


def test_reason_is_kept(comparison: Comparison) -> None:
    made = apply_rules(comparison.findings, comparison.reports, Config(ignores=(IgnoreRule("number", reason="known"),)))
    assert made[0].reason == "known"


def test_unused_rules(comparison: Comparison) -> None:
    used, unused = IgnoreRule("number"), IgnoreRule(pattern=re.compile("nothing like it"))
    absent = IgnoreRule(outlet="Outlet that is not compared")
    config = Config(ignores=(used, unused, absent))
    assert unused_rules(comparison.findings, comparison.reports, config) == (unused,)


def test_settings_of_an_outlet(comparison: Comparison) -> None:
    config = Config(outlets={"Marrow Courier": OutletSettings(Severity.NOTE, Confidence.HIGH)})
    made = {finding.check: finding for finding in apply_rules(comparison.findings, comparison.reports, config)}
    assert made["number"].severity is Severity.NOTE
    assert "quote-wording" not in made
    assert made["name"].severity is Severity.WARNING
