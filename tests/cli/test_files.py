"""Files appear whole or not at all."""

from __future__ import annotations

import os
import resource
import signal
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from storydiff.cli import files
from storydiff.cli.files import write_file, write_files
from storydiff.cli.outputs import Output, parse_outputs, write_outputs
from storydiff.errors import UserError
from storydiff.model import Comparison

UNWRITABLE = Path("/proc")  # no file can be made in it, not even by root


@contextmanager
def small_files(size: int) -> Iterator[None]:
    """Writing more than `size` bytes to a file fails, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)


def test_all_files_are_written(tmp_path: Path) -> None:
    write_files({tmp_path / "a b": "ü", tmp_path / "two\nlines": "lone \ud800"})
    assert (tmp_path / "a b").read_bytes() == "ü".encode()
    assert (tmp_path / "two\nlines").read_bytes() == b"lone ?"
    assert len(os.listdir(tmp_path)) == 2


def test_a_full_disk_leaves_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("old", "utf-8")
    with small_files(1000), pytest.raises(UserError, match=r"cannot write .*old: File too large"):
        write_files({tmp_path / "new": "short", tmp_path / "old": "x" * 5000})
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == {"old": "old"}


@pytest.mark.skipif(not UNWRITABLE.is_dir(), reason="needs a folder that nobody can write to")
def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot write /proc/out") as error:
        write_files({tmp_path / "new": "short", UNWRITABLE / "out": "x"})
    assert "\n" not in error.value.message
    assert error.value.hint == "choose a folder you may write to"
    assert os.listdir(tmp_path) == []


def test_an_interrupt_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(files.os, "chmod", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "out", "x")
    monkeypatch.undo()
    monkeypatch.setattr(files.os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_files({tmp_path / "out": "x", tmp_path / "other": "y"})
    assert os.listdir(tmp_path) == []


def test_links_and_permissions_stay(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old", "utf-8")
    (tmp_path / "real").chmod(0o640)
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "dangling").symlink_to("made")
    write_file(tmp_path / "link", "new")
    write_file(tmp_path / "dangling", "made")
    assert (tmp_path / "real").read_text("utf-8") == "new"
    assert stat.S_IMODE((tmp_path / "real").stat().st_mode) == 0o640
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "made").read_text("utf-8") == "made"


def test_new_files_get_the_usual_permissions(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_file(tmp_path / "out", "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o640


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_file(tmp_path / "pipe", "through")
        assert os.read(reader, 100) == b"through"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["json:{}/no/out.json"], "there is no folder"),
        (["json:{}"], "it is a folder"),
        (["json:"], "no path after the colon"),
        (["json:{}/a", "csv:{}/./a"], "two formats go to"),
        (["json", "csv:-"], "two formats go to standard output"),
        (["sariff"], "unknown format"),
    ],
)
def test_what_cannot_be_written_is_told_before_the_work(tmp_path: Path, asked: list[str], said: str) -> None:
    with pytest.raises(UserError, match=said):
        parse_outputs([text.format(tmp_path) for text in asked], "concise")
    assert os.listdir(tmp_path) == []


def test_a_report_is_never_overwritten(comparison: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    report = Path(comparison.reports[0].path)
    report.parent.mkdir(parents=True)
    report.write_text("the report", "utf-8")
    Path("link").symlink_to(report)
    for path in (str(report), str(report.resolve()), "link"):
        with pytest.raises(UserError, match="is one of the reports"):
            write_outputs([Output("json", path)], comparison)
    assert report.read_text("utf-8") == "the report"


def test_a_bug_in_one_format_leaves_no_other(
    comparison: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("storydiff.reporting.to_csv.to_csv", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write_outputs(
            [Output("json", str(tmp_path / "a")), Output("concise"), Output("csv", str(tmp_path / "b"))], comparison
        )
    assert os.listdir(tmp_path) == []
    assert capsys.readouterr().out == ""
