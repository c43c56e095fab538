"""The command in every format: exit codes, and what is alone on standard output."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cli.forks import Asked, Done, Forks
from reporting.shapes import SHAPES, assert_harmless
from storydiff.cli.outputs import FORMATS

CRASH = "import storydiff.checks.number as n; n.Number.check = lambda *_: 1 / 0"
CASES: dict[str, tuple[tuple[str, ...], str, int]] = {
    "they agree": (("check", "ledger.md", "again.md"), "", 0),
    "they disagree": (("check", "ledger.md", "courier.md"), "", 1),
    "one is empty": (("check", "ledger.md", "courier.md", "empty.md"), "", 2),
    "one is missing": (("check", "ledger.md", "courier.md", "nowhere.md"), "", 2),
    "one leads round in a circle": (("check", "ledger.md", "courier.md", "circle.md"), "", 2),
    "all are missing": (("check", "nowhere.md"), "", 2),
    "broken settings": (("check", "../ledger.md", "../courier.md"), "import os; os.chdir('broken')", 2),
    "broken baseline": (("check", "ledger.md", "courier.md", "--baseline", "broken/baseline.json"), "", 2),
    "a check crashes": (("check", "ledger.md", "courier.md"), CRASH, 3),
    "shown": (("compare", "ledger.md", "courier.md"), "", 0),
    "aligned": (("align", "ledger.md", "courier.md"), "", 0),
    "one has a name that steers": (("check", "ledger.md", "courier.md", "\x1b[2Jgone\u202e.md"), "", 2),
    "strangely named": (("check", "two\nlines ü.md", "a b;$(c)'.md"), "", 1),
}  # fmt: skip
IN_EVERY_FORMAT = {
    "they agree",
    "they disagree",
    "one is empty",
    "a check crashes",
    "strangely named",
}  # each code, and odd names
FEW = ("concise", "json", "sarif")
ASKED = [(case, name) for case in CASES for name in (FORMATS if case in IN_EVERY_FORMAT else FEW)]
NOTHING_TO_TELL = {"all are missing", "broken settings", "broken baseline", "a check crashes"}


@pytest.fixture(scope="module")
def done(reports: Path, forks: Forks, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Done]:
    """Every case in every format."""
    folder = tmp_path_factory.mktemp("command")
    for report in reports.iterdir():
        (folder / report.name).write_bytes(report.read_bytes())
    (folder / "two\nlines ü.md").write_bytes((reports / "ledger.md").read_bytes())
    (folder / "a b;$(c)'.md").write_bytes((reports / "courier.md").read_bytes())
    (folder / "circle.md").symlink_to("circle.md")
    (folder / "broken").mkdir()
    (folder / "broken" / "storydiff.toml").write_text("fail-on = \n", "utf-8")
    (folder / "broken" / "baseline.json").write_text('{"schema_version": 99, "findings": []}', "utf-8")
    asked = {
        (case, name): Asked((*CASES[case][0], "--format", name), str(folder), before=CASES[case][1])
        for case, name in ASKED
    }
    return dict(zip(asked, forks.run_all(asked.values()), strict=True))


@pytest.mark.parametrize(("case", "name"), ASKED)
def test_code_and_streams(done: dict[tuple[str, str], Done], case: str, name: str) -> None:
    left = done[case, name]
    assert left.code == CASES[case][2]
    assert "Traceback" not in left.err
    assert_harmless(left.err)
    assert bool(left.err) is (left.code > 1)
    if case in NOTHING_TO_TELL:
        assert left.out == ""
    else:
        assert_harmless(left.out)
        SHAPES[name](left.out)


@pytest.mark.parametrize("case", CASES)
def test_what_is_told_on_the_side_does_not_depend_on_the_format(done: dict[tuple[str, str], Done], case: str) -> None:
    assert len({done[key].err for key in ASKED if key[0] == case}) == 1


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in {"terminal", "html"}])
def test_names_of_files_change_no_shape(done: dict[tuple[str, str], Done], name: str) -> None:
    plain, strange = (SHAPES[name](done[case, name].out) for case in ("they disagree", "strangely named"))
    assert plain == strange


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("one is empty", "empty.md"),
        ("one leads round in a circle", "circle.md: can't be read"),
        ("broken settings", "storydiff.toml is not TOML"),
        ("broken baseline", "schema_version 99"),
        ("a check crashes", "check 'number' crashed: ZeroDivisionError"),
    ],
)
def test_what_went_wrong_is_named(done: dict[tuple[str, str], Done], case: str, said: str) -> None:
    assert said in done[case, "json"].err


def test_all_formats_in_one_run(reports: Path, forks: Forks, tmp_path: Path) -> None:
    files = {name: tmp_path / f"out put ü\n.{name}" for name in FORMATS}
    options = [word for name, path in files.items() for word in ("--format", f"{name}:{path}")]
    alone = forks.run_all(
        [
            Asked(("check", "ledger.md", "courier.md", *options), str(reports)),
            *(Asked(("check", "ledger.md", "courier.md", "--format", name), str(reports)) for name in FORMATS),
        ],
    )
    assert (alone[0].code, alone[0].out, alone[0].err) == (1, "", "")
    assert [files[name].read_bytes().decode("utf-8") for name in FORMATS] == [left.out for left in alone[1:]]
    assert len(os.listdir(tmp_path)) == len(FORMATS)


@pytest.mark.parametrize("name", ["sarif", "github", "gitlab"])
def test_code_hosts_get_paths_from_the_root_of_the_repository(
    reports: Path, forks: Forks, tmp_path: Path, name: str
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "ledger.md").write_bytes((reports / "ledger.md").read_bytes())
    (tmp_path / "link.md").symlink_to("desk/ledger.md")
    outside = reports / "courier.md"
    arguments = ("check", "../link.md", str(outside), "--format", name)
    by_folder, by_variable = forks.run_all(
        [
            Asked(arguments, str(tmp_path / "desk")),
            Asked(arguments, str(tmp_path / "desk"), {"GITHUB_WORKSPACE": str(tmp_path / "desk")}),
        ],
    )
    assert "desk/ledger.md" in by_folder.out
    assert "link.md" not in by_folder.out
    assert str(outside) in by_folder.out or name == "gitlab"  # which knows one place of each
    assert "desk/ledger.md" not in by_variable.out.replace(str(tmp_path), "")


def test_the_summary_of_a_job_is_added_to(reports: Path, forks: Forks, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# Before\n", "utf-8")
    arguments = ("check", "ledger.md", "courier.md", "--format")
    added, quiet, nowhere = forks.run_all(
        [
            Asked((*arguments, "github"), str(reports), {"GITHUB_STEP_SUMMARY": str(summary)}),
            Asked((*arguments, "json"), str(reports), {"GITHUB_STEP_SUMMARY": str(summary)}),
            Asked((*arguments, "github"), str(reports), {"GITHUB_STEP_SUMMARY": str(tmp_path / "no" / "x.md")}),
        ],
    )
    text = summary.read_text("utf-8")
    assert text.startswith("# Before\n## storydiff")
    assert text.count("## storydiff") == 1
    assert (added.code, added.err, quiet.code) == (1, "", 1)
    assert nowhere.code == 1
    assert "cannot write the summary" in nowhere.err
    assert nowhere.out == added.out
