"""The parts of a run, one by one."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import duckdb
import pytest

from storydiff.archive import sign
from storydiff.archive.chosen import choose
from storydiff.archive.joins import joins
from storydiff.archive.manifest import hold
from storydiff.archive.progress import Progress, duration
from storydiff.archive.slices import plan_slices
from storydiff.archive.store import whole
from storydiff.archive.tables import SIGNED
from storydiff.errors import UserError
from storydiff.model import Report


@pytest.mark.parametrize("reports", [1, 2, 1_000])
def test_slices_are_whole_lines_and_nothing_is_left_out(tmp_path: Path, reports: int) -> None:
    lines = [b"x" * length for length in (10, 3_000_000, 0, 1_999, 5, 2_000_000, 1)]
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(lines))
    (tmp_path / "b.ndjson").write_bytes(b"short\n")
    slices = plan_slices(tmp_path, reports).slices
    data = b"\n".join(lines)
    first = [part for part in slices if part.name == "a.jsonl"]
    assert b"".join(data[part.start : part.end] for part in first) == data
    for part in first:
        assert part.first == data[: part.start].count(b"\n") + 1
        assert part.end == len(data) or data[part.end - 1 : part.end] == b"\n"
    assert [(part.start, part.end, part.first) for part in slices if part.name == "b.ndjson"] == [(0, 6, 1)]


def test_the_hash_knows_names_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{}\n")
    before = plan_slices(tmp_path, 10).content
    (tmp_path / "a.jsonl").write_text("[]\n")
    assert plan_slices(tmp_path, 10).content != before
    (tmp_path / "a.jsonl").write_text("{}\n")
    assert plan_slices(tmp_path, 10).content == before
    (tmp_path / "a.jsonl").rename(tmp_path / "b.jsonl")
    assert plan_slices(tmp_path, 10).content != before


def test_a_folder_is_read_alike_however_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pile").mkdir()
    (tmp_path / "pile" / "a.jsonl").write_text("{}\n")
    (tmp_path / "link").symlink_to("pile")
    monkeypatch.chdir(tmp_path)
    expected = plan_slices(tmp_path / "pile", 10)
    assert plan_slices(Path("pile"), 10) == plan_slices(Path("link"), 10) == expected


def test_a_line_without_end_is_a_problem_and_the_next_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pyarrow import parquet

    monkeypatch.setattr(sign, "_LONGEST_LINE", 50)
    (tmp_path / "a.jsonl").write_text(
        f'{{"id": "long", "text": "{"x" * 200}"}}\n{{"id": "short", "text": "Rain fell."}}\n'
    )
    (part,) = plan_slices(tmp_path, 10).slices
    sign.sign_slice(sign.SignJob(0, part, tmp_path / "out"))
    assert parquet.read_table(tmp_path / "out" / "signed.parquet", schema=SIGNED)["path"].to_pylist() == ["a.jsonl:2"]
    assert parquet.read_table(tmp_path / "out" / "problems.parquet")["path"].to_pylist() == ["a.jsonl:1"]


def test_a_folder_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    with suppress(ValueError), whole(tmp_path / "a") as draft:
        (draft / "x.parquet").write_text("half")
        raise ValueError
    assert list(tmp_path.iterdir()) == []
    with whole(tmp_path / "a") as draft:
        (draft / "x.parquet").write_text("first")
    with whole(tmp_path / "a") as draft:
        (draft / "x.parquet").write_text("second")
    assert (tmp_path / "a" / "x.parquet").read_text() == "first"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_two_runs_do_not_write_to_one_output(tmp_path: Path) -> None:
    with hold(tmp_path / "out"), pytest.raises(UserError, match="another run"), hold(tmp_path / "out"):
        pass
    with hold(tmp_path / "out"):
        pass


def test_the_most_different_reports_are_chosen() -> None:
    texts = ["The pier burned."] * 5 + ["Nine sailors drowned off Saltby."] + ["The pier burned."] * 5
    reports = [Report(text=text, source=text, identifier=str(number)) for number, text in enumerate(texts)]
    assert [report.identifier for report in choose(reports, 2)] == ["0", "5"]
    assert choose(reports, 11) == reports


def test_progress_tells_rate_and_time_left() -> None:
    now = 0.0
    lines: list[tuple[str, bool]] = []
    progress = Progress(lambda line, finished: lines.append((line, finished)), lambda _: None, lambda: now)
    progress.begin("compare", 1_000, 5, 1)
    now = 10.0
    progress.advance(2_000)
    assert lines[-1] == ("compare: 2 of 5 partitions, 2,000 reports, 200/s, 30 s left", False)
    now = 40.0
    for _ in range(3):
        progress.advance(2_000)
    assert lines[-1] == ("compare: 5 of 5 partitions, 8,000 reports, 200/s, took 40 s", True)


@pytest.mark.parametrize(
    ("seconds", "told"), [(0.4, "0 s"), (75, "1 min 15 s"), (3_725, "1 h 2 min"), (200_000, "2 d 7 h")]
)
def test_durations(seconds: float, told: str) -> None:
    assert duration(seconds) == told


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ('Could not write file "out": No space left on device', OSError),
        ('Could not read file "out": it is no Parquet file', duckdb.IOException),
    ],
)
def test_a_full_disk_is_told_as_one_by_the_joins_too(tmp_path: Path, told: str, expected: type[Exception]) -> None:
    with pytest.raises(expected), joins("64MB", tmp_path):
        raise duckdb.IOException(told)
