"""Files of settings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from storydiff.config import FailOn, OutletSettings, find, load
from storydiff.errors import ConfigError
from storydiff.model import Confidence, Severity

TODAY = date(2026, 1, 10)

FULL = """
select = ["number", "age"]
extend-select = ["label"]
ignore = ["left-out", { check = "name", reason = "house style" }]
min-confidence = "high"
fail-on = "only-here"
max-findings = 3
strict = true
baseline = "accepted.json"
max-size = "2MB"

[severity]
number = "note"

[checks.number]
some-option = 3

[outlets."Harbor Ledger"]
severity = "note"
min-confidence = "high"
"""


def written(folder: Path, text: str, name: str = "storydiff.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_everything(tmp_path: Path) -> None:
    settings = load(written(tmp_path, FULL), TODAY)
    config = settings.config
    assert (config.select, config.extend_select, config.ignore) == (("number", "age"), ("label",), ("left-out",))
    assert config.min_confidence is Confidence.HIGH
    assert config.severities == {"number": Severity.NOTE}
    assert config.options == {"number": {"some_option": 3}}
    assert config.outlets == {"Harbor Ledger": OutletSettings(Severity.NOTE, Confidence.HIGH)}
    assert [(rule.check, rule.reason) for rule in config.ignores] == [("name", "house style")]
    assert (settings.fail_on, settings.max_findings, settings.strict) == (FailOn.ONLY_HERE, 3, True)
    assert (settings.baseline, settings.max_size) == (tmp_path / "accepted.json", "2MB")


def test_tables_of_ignores_and_their_end(tmp_path: Path) -> None:
    text = """
    [[ignore]]
    pattern = "wound(ed)?"
    reason = "counted differently"
    expires = 2026-01-09
    [[ignore]]
    outlet = "Creek Wire"
    reason = "satire"
    expires = "2026-01-10"
    """
    settings = load(written(tmp_path, text), TODAY)
    assert [rule.outlet for rule in settings.config.ignores] == ["Creek Wire"]
    assert settings.expired == ("ignore[1]",)


def test_pyproject(tmp_path: Path) -> None:
    path = written(tmp_path, '[tool.other]\nx = 1\n[tool.storydiff]\nfail-on = "never"\n', "pyproject.toml")
    assert find(tmp_path) == path
    assert load(path, TODAY).fail_on is FailOn.NEVER


def test_nearest_file_is_found(tmp_path: Path) -> None:
    inner = tmp_path / "events" / "fire"
    inner.mkdir(parents=True)
    outer = written(tmp_path, "")
    written(tmp_path / "events", "[tool.other]\n", "pyproject.toml")
    assert find(inner) == outer
    nearest = written(inner, "")
    assert find(inner) == nearest


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("selct = []", "unknown key 'selct'", "did you mean select?"),
        ("select = 'number'", "select must be a list of texts, not 'number'", ""),
        ("fail-on = 'conflicts'", "fail-on must be one of conflict, difference, update, only-here, never", ""),
        ("max-findings = -1", "max-findings must be a whole number", ""),
        ("max-findings = true", "max-findings must be a whole number", ""),
        ("strict = 'yes'", "strict must be true or false", ""),
        ("baseline = 3", "baseline must be text", ""),
        ("severity = 3", "severity must be a table", ""),
        ("[severity]\nnumber = 'loud'", "severity.number must be one of error, warning, note", ""),
        ("[outlets.X]\nseverty = 'note'", "unknown key 'outlets.X.severty'", "did you mean severity?"),
        ("ignore = [3]", "ignore must be a list of checks", ""),
        ("[[ignore]]\nreason = 'x'", r"ignore\[1\] says nothing to ignore", ""),
        ("[[ignore]]\ncheck = 'number'", r"ignore\[1\] has no reason", ""),
        ("[[ignore]]\ncheck = 'number'\nreason='x'\nexpiry=3", "unknown key", "did you mean expires?"),
        ("[[ignore]]\npattern = '('\nreason='x'", "no regular expression", ""),
        ("[[ignore]]\ncheck = 'number'\nreason='x'\nexpires='soon'", r"ignore\[1\].expires must be a date", ""),
        ("select = [", "is not TOML", ""),
    ],
)
def test_wrong_settings(tmp_path: Path, text: str, message: str, hint: str) -> None:
    with pytest.raises(ConfigError, match=message) as caught:
        load(written(tmp_path, text), TODAY)
    assert hint in caught.value.hint


def test_settings_that_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "storydiff.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="cannot read"):
        load(path, TODAY)
