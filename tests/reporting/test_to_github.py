"""Annotations: what GitHub shows, in the order it shows it."""

from __future__ import annotations

from dataclasses import replace

from reporting.commands import read_commands
from storydiff.model import Alignment, Comparison, Severity, Verdict
from storydiff.reporting.to_github import MOST_OF_A_KIND, to_github


def test_new_findings_and_problems_loudest_first(comparison: Comparison) -> None:
    commands = read_commands(to_github(comparison))
    assert [command.kind for command in commands] == ["error", "error", "warning", "warning", "notice", "notice"]
    assert commands[0].fields == {
        "file": "events/pier/a.md", "line": "6", "endLine": "6", "col": "1", "endColumn": "13", "title": "number conflict",
    }  # fmt: skip
    assert commands[0].message.split("\n")[1:] == [
        "A Harbor Ledger: “Three people” (police) events/pier/a.md:6:1",
        "B Marrow Courier: “Five people” (police) events/pier/b.md:6:1",
        "C Creek Wire: “three” (police) events/pier/c.md:6:29",
    ]
    assert commands[2].message == "d.md: the file is empty (leave it out or fill it)"


def test_nothing_found_is_no_output() -> None:
    assert to_github(Comparison("", Alignment(()))) == ""


def test_no_more_of_a_kind_than_are_shown_and_the_rest_is_counted(comparison: Comparison) -> None:
    toll = comparison.findings[0]
    many = [replace(toll, severity=severity) for severity in Severity for _ in range(25)]
    commands = read_commands(to_github(replace(comparison, findings=tuple(many), problems=())))
    kinds = [command.kind for command in commands]
    assert {kind: kinds.count(kind) for kind in ("error", "warning", "notice")} == dict.fromkeys(
        ("error", "warning", "notice"), MOST_OF_A_KIND
    )
    assert commands[-1].message == "46 more are in the summary of this job"
    assert len(many) == len(commands) - 1 + 46


def test_the_notice_that_counts_costs_no_other_notice_if_there_is_room(comparison: Comparison) -> None:
    found = (*[comparison.findings[0]] * 12, *[comparison.findings[-1]] * 3)
    commands = read_commands(to_github(replace(comparison, findings=found, problems=())))
    assert [command.kind for command in commands].count("notice") == 4
    assert commands[-1].message.startswith("2 more")


def test_escapes(comparison: Comparison) -> None:
    toll = replace(
        comparison.findings[0],
        check="a,b:c%0A",
        verdict=Verdict.CONFLICT,
        message="100%\n::error::x\r::stop-commands::y",
    )
    text = to_github(replace(comparison, findings=(toll,), problems=()))
    (command,) = read_commands(text)
    assert command.fields["title"] == "a,b:c%0A conflict"
    assert command.message.startswith("100% ::error::x ::stop-commands::y.")
    assert text.count("\n") == 1


def test_a_line_end_in_the_name_of_a_file_stays_part_of_it(comparison: Comparison) -> None:
    analyses = tuple(
        replace(a, report=replace(a.report, path="two\nlines,a:b.md")) for a in comparison.alignment.analyses
    )
    odd = replace(comparison, alignment=replace(comparison.alignment, analyses=analyses))
    assert read_commands(to_github(odd))[0].fields["file"] == "two\nlines,a:b.md"


def test_columns_only_on_one_line(comparison: Comparison) -> None:
    toll = comparison.findings[0]
    first = toll.variants[0]
    long = replace(first, mentions=(replace(first.mentions[0], end=first.mentions[0].end + 90), *first.mentions[1:]))
    (command,) = read_commands(
        to_github(replace(comparison, findings=(replace(toll, variants=(long, toll.variants[1])),), problems=()))
    )
    assert command.fields.keys() == {"file", "line", "endLine", "title"}
    assert command.fields["endLine"] > command.fields["line"]
