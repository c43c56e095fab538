"""`storydiff init`: the file it writes is right, whole, and can be used as it is."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from cli.conftest import Command
from storydiff.checks.registry import all_checks, build_checks
from storydiff.cli.init import settings_text
from storydiff.config import Config, Settings, load

_A_SETTING = re.compile(r"^# (?=\[|[a-z-]+ = )", re.MULTILINE)


def test_it_stands_at_the_defaults(tmp_path: Path) -> None:
    path = tmp_path / "storydiff.toml"
    path.write_text(settings_text(), "utf-8")
    assert load(path, date(2026, 1, 1)) == Settings(path=path)
    assert all(name in settings_text() for name in all_checks())


def test_every_setting_in_it_can_be_used(tmp_path: Path) -> None:
    path = tmp_path / "storydiff.toml"
    # TOML takes `ignore` as a list or as tables, not as both
    text = re.sub(r"^# ignore = .*\n", "", settings_text(), flags=re.MULTILINE)
    path.write_text(_A_SETTING.sub("", text), "utf-8")
    used = load(path, date(2026, 1, 1))
    assert used.config.ignores[0].reason
    assert used.baseline == tmp_path / "storydiff-baseline.json"
    assert used.config.options
    assert len(build_checks(used.config)) == len(build_checks(Config()))


def test_nothing_is_overwritten_unasked(storydiff: Command, tmp_path: Path) -> None:
    path = tmp_path / "storydiff.toml"
    path.write_text('fail-on = "never"\n', "utf-8")
    refused = storydiff("init", cwd=tmp_path)
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    assert path.read_text("utf-8") == 'fail-on = "never"\n'
    assert storydiff("init", "--force", cwd=tmp_path).returncode == 0
    assert path.read_text("utf-8") == settings_text()
    assert storydiff("init", "missing", cwd=tmp_path).returncode == 2
