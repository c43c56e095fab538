"""A run: what comes out, and that nothing that happens on the way changes it."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from pyarrow import parquet

from archive.piles import BAD, Here, Killed, Watched, rows, tables, write_lines
from storydiff.archive import compare as compare_stage
from storydiff.archive.run import Summary, run
from storydiff.archive.settings import Settings
from storydiff.config import Config
from storydiff.errors import UserError
from storydiff.grouping.pile import read_pile
from storydiff.grouping.pile_events import group_pile


def _settings(source: Path, output: Path) -> Settings:
    return Settings(source, output, partition=2)


def _run(settings: Settings) -> Summary:
    return run(settings, Here(), Watched())


def _read(output: Path, table: str) -> list[dict[str, Any]]:
    return parquet.read_table(output / table, partitioning=None).to_pylist()


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_lines(tmp_path_factory.mktemp("pile") / "pile.jsonl")


@pytest.fixture(scope="module")
def output(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("whole") / "out"
    _run(_settings(source, made))
    return made


def test_events_are_those_of_group(source: Path, output: Path) -> None:
    expected = {event.identifier: list(event.reports) for event in group_pile(read_pile([source])).events}
    found: dict[str, list[str]] = {}
    for row in sorted(_read(output, "events"), key=lambda row: (row["event"], row["position"])):
        found.setdefault(row["event"], []).append(row["report"])
    assert found == expected
    assert [f"4-{place}" for place in range(3)] in found.values()


def test_findings_name_their_reports(output: Path) -> None:
    findings = [row for row in _read(output, "findings") if row["check"] == "number"]
    assert len(findings) == 5
    variants = [{mention["report"] for mention in variant["mentions"]} for variant in findings[0]["variants"]]
    (event,) = {report.partition("-")[0] for reports in variants for report in reports}
    assert sorted(variants, key=len) == [{f"{event}-2"}, {f"{event}-0", f"{event}-1"}]


def test_links_lead_to_sentences(output: Path) -> None:
    texts = {row["id"]: f"{row['title']}\n\n{row['text']}" for row in rows()}
    links = _read(output, "links")
    linked = {texts[link["a"]][link["a_start"] : link["a_end"]] for link in links}
    assert any(sentence.startswith("Three people were hurt") for sentence in linked)
    assert all(sentence == sentence.strip() != "" for sentence in linked)


def test_bad_rows_are_problems_that_tell_their_line(output: Path) -> None:
    problems = [row for row in _read(output, "problems") if row["stage"] == "sign"]
    assert sorted(row["path"] for row in problems) == sorted(f"pile.jsonl:{4 + n}" for n in range(BAD))
    assert {row["report"] for row in _read(output, "events")} == {row["id"] for row in rows()} | {"no-date"}


@pytest.mark.parametrize("jobs", [0, 1, 3, 5, 6, 9])
def test_a_killed_run_goes_on_to_the_same_bytes(source: Path, output: Path, tmp_path: Path, jobs: int) -> None:
    settings = _settings(source, tmp_path / "out")
    first, second = Here(jobs), Here()
    with pytest.raises(Killed):
        run(settings, first, Watched())
    run(settings, second, Watched())
    assert tables(settings.output) == tables(output)
    assert not set(first.ran) & set(second.ran)


@pytest.mark.parametrize("name", ["scatter", "publish", "write_components"])
def test_a_run_killed_between_stages_goes_on_to_the_same_bytes(
    source: Path, output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    module = {
        "scatter": "storydiff.archive.compare",
        "publish": "storydiff.archive.run",
        "write_components": "storydiff.archive.run",
    }

    def killed(*_: object) -> None:
        raise Killed

    settings = _settings(source, tmp_path / "out")
    with monkeypatch.context() as patched:
        patched.setattr(f"{module[name]}.{name}", killed)
        with pytest.raises(Killed):
            _run(settings)
    _run(settings)
    assert tables(settings.output) == tables(output)


def test_what_a_killed_task_left_is_cleared_away(source: Path, output: Path, tmp_path: Path) -> None:
    settings = _settings(source, tmp_path / "out")
    draft = settings.stage("sign") / "parts" / f".00000-{'0' * 32}"
    draft.mkdir(parents=True)
    (draft / "signed.parquet").write_text("half")
    _run(settings)
    assert not draft.exists()
    assert tables(settings.output) == tables(output)


def test_nothing_is_done_twice(source: Path, output: Path) -> None:
    before = tables(output)
    engine, watcher = Here(), Watched()
    run(_settings(source, output), engine, watcher)
    assert engine.ran == []
    assert watcher.notes == []
    assert tables(output) == before


def test_a_changed_input_or_setting_does_not_mix_with_old_stages(tmp_path: Path) -> None:
    pile = write_lines(tmp_path / "pile.jsonl", 3)
    settings = _settings(pile, tmp_path / "out")
    _run(settings)
    stamp = pile.stat().st_mtime_ns
    pile.write_text(pile.read_text().replace("Saltby", "Saltoy"))
    os.utime(pile, ns=(stamp, stamp))
    watcher = Watched()
    engine = Here()
    run(settings, engine, watcher)
    assert watcher.notes == ["the input or a setting changed: sign, block, cluster, compare anew"]
    assert "Fire at Quistran in Saltoy" in {row["title"] for row in _read(settings.output, "events")}

    engine = Here()
    run(replace(settings, config=Config(select=("number",))), engine, Watched())
    assert {name.partition(" ")[0] for name in engine.ran} == {"compare_bucket"}
    assert {row["check"] for row in _read(settings.output, "findings")} == {"number"}


@pytest.mark.parametrize("text", ["", "\n\n", '{"text": ""}\n'])
def test_nothing_in_gives_empty_tables(tmp_path: Path, text: str) -> None:
    pile = tmp_path / "pile.jsonl"
    pile.write_text(text)
    summary = _run(_settings(pile, tmp_path / "out"))
    assert (summary.reports, summary.events, summary.findings) == (0, 0, 0)
    assert _read(tmp_path / "out", "findings") == []
    assert len(_read(tmp_path / "out", "problems")) == summary.problems == (1 if "text" in text else 0)


def test_parquet_gives_what_lines_give(source: Path, output: Path, tmp_path: Path) -> None:
    pile = tmp_path / "pile.parquet"
    parquet.write_table(pyarrow.Table.from_pylist(list(rows())), pile, row_group_size=9)
    _run(_settings(pile, tmp_path / "out"))
    for table in ("events", "findings", "links"):
        told = [row for row in _read(output, table) if row.get("report") != "no-date"]
        found = _read(tmp_path / "out", table)
        assert sorted(found, key=json.dumps) == sorted(told, key=json.dumps)


def test_a_damaged_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "pile").mkdir()
    write_lines(tmp_path / "pile" / "a.jsonl", 2, bad=False)
    (tmp_path / "pile" / "b.parquet").write_bytes(b"PAR1 no more")
    summary = _run(_settings(tmp_path / "pile", tmp_path / "out"))
    assert summary.reports == 6
    assert [row["path"] for row in _read(tmp_path / "out", "problems")] == ["b.parquet:1"]


def test_an_event_that_crashes_a_check_is_a_problem(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = compare_stage.check_reports

    def crashing(reports: Any, config: Any) -> Any:
        if any(report.identifier == "3-0" for report in reports):
            raise ValueError("boom")
        return real(reports, config)

    monkeypatch.setattr(compare_stage, "check_reports", crashing)
    _run(_settings(source, tmp_path / "out"))
    (problem,) = [row for row in _read(tmp_path / "out", "problems") if row["stage"] == "compare"]
    event = next(row["event"] for row in _read(tmp_path / "out", "events") if row["report"] == "3-0")
    assert (problem["event"], problem["message"]) == (event, "boom: ValueError")
    assert len({row["event"] for row in _read(tmp_path / "out", "findings")}) == 4


def test_a_very_large_event_is_compared_in_part(tmp_path: Path) -> None:
    pile = tmp_path / "pile.jsonl"
    first, second, third = list(rows(1))
    copies = [{**first, "id": f"copy-{number:02}"} for number in range(60)]
    pile.write_text("".join(json.dumps(row) + "\n" for row in [*copies, second, third]))
    _run(Settings(pile, tmp_path / "out"))
    events = _read(tmp_path / "out", "events")
    assert len({row["event"] for row in events}) == 1
    assert len(events) == 62
    compared = {row["report"] for row in events if row["compared"]}
    assert len(compared) == 50
    assert "0-2" in compared
    assert "the 50 most different ones" in _read(tmp_path / "out", "problems")[0]["message"]


def test_somebody_elses_folder_is_left_alone(source: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(UserError, match="no archive"):
        _run(_settings(source, tmp_path))


@pytest.mark.parametrize("name", ["missing", "pile.csv", "empty"])
def test_what_is_no_archive_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "pile.csv").write_text("id,text\n")
    (tmp_path / "empty").mkdir()
    with pytest.raises(UserError):
        _run(_settings(tmp_path / name, tmp_path / "out"))
    assert not (tmp_path / "out").exists()
