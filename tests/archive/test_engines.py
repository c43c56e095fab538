"""Both engines, with real processes that are really killed: nothing is lost, and the bytes are the same."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from archive.marks import Mark, always_deadly, leave_mark
from archive.piles import Here, Watched, tables, write_lines
from storydiff import __file__ as package
from storydiff.archive.dask_engine import DaskEngine
from storydiff.archive.engines import Engine, LocalEngine
from storydiff.archive.run import run
from storydiff.archive.settings import STAGES, Settings
from storydiff.errors import UserError

_ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": os.pathsep.join((str(Path(package).parents[1]), str(Path(__file__).parents[1]))),
}
_PATIENCE = 60.0


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_lines(tmp_path_factory.mktemp("pile") / "pile.jsonl")


@pytest.fixture(scope="module")
def expected(source: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    output = tmp_path_factory.mktemp("here") / "out"
    run(Settings(source, output, partition=2), Here(), Watched())
    return tables(output)


@pytest.fixture(scope="module")
def local() -> Iterator[LocalEngine]:
    engine = LocalEngine(2)
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Dask scheduler with two workers, each a process of its own."""
    folder = tmp_path_factory.mktemp("cluster")
    file = folder / "scheduler.json"
    with _process("scheduler", "--scheduler-file", file, "--port", "0", "--no-dashboard", "--no-jupyter", cwd=folder):
        _wait_for(file.exists)
        options = (
            "--scheduler-file",
            file,
            "--nthreads",
            "1",
            "--nworkers",
            "1",
            "--no-dashboard",
            "--local-directory",
            folder,
        )
        with _process("worker", *options, cwd=folder), _process("worker", *options, cwd=folder):
            from distributed import Client

            with Client(scheduler_file=str(file), set_as_default=False) as client:
                client.wait_for_workers(2, timeout=_PATIENCE)
                yield client.scheduler.address


@contextmanager
def _process(kind: str, *options: object, cwd: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A Dask process with all its children, which end with it."""
    process = subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.dask_{kind}", *map(str, options)],
        cwd=cwd, env=_ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def test_local_processes_give_the_same_bytes(
    source: Path, expected: dict[str, bytes], local: LocalEngine, tmp_path: Path
) -> None:
    run(Settings(source, tmp_path / "out", partition=2), local, Watched())
    assert tables(tmp_path / "out") == expected


def test_dask_gives_the_same_bytes(source: Path, expected: dict[str, bytes], scheduler: str, tmp_path: Path) -> None:
    engine = DaskEngine(scheduler)
    run(Settings(source, tmp_path / "out", partition=2), engine, Watched())
    engine.close()
    assert tables(tmp_path / "out") == expected


def _lose_a_worker(engine: Engine, folder: Path) -> None:
    jobs = [Mark(folder / str(number), folder / "dead" if number == 3 else None) for number in range(8)]
    done = list(engine.run(leave_mark, jobs))
    assert (folder / "dead").exists()
    assert len(done) == 8
    assert all(job.target.exists() for job in jobs)


def test_a_local_process_that_dies_costs_nothing(local: LocalEngine, tmp_path: Path) -> None:
    _lose_a_worker(local, tmp_path)


def test_a_dask_worker_that_dies_costs_nothing(scheduler: str, tmp_path: Path) -> None:
    engine = DaskEngine(scheduler)
    _lose_a_worker(engine, tmp_path)
    engine.close()


def test_work_that_always_kills_its_process_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storydiff.archive.engines._ATTEMPTS", 2)
    local = LocalEngine(1)
    with pytest.raises(UserError, match="again and again"):
        list(local.run(always_deadly, [Mark(tmp_path / "never")]))


def test_nobody_at_the_address_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storydiff.archive.dask_engine._PATIENCE", "0.2s")
    with pytest.raises(UserError, match="no Dask scheduler answers"):
        DaskEngine("tcp://127.0.0.1:9")


def test_a_dask_worker_killed_in_the_midst_of_a_run_loses_nothing(
    source: Path, expected: dict[str, bytes], scheduler: str, tmp_path: Path
) -> None:
    from distributed import Client

    output = tmp_path / "out"
    command = subprocess.Popen(
        [sys.executable, "-m", "storydiff", "archive", "run", str(source), str(output), "--partition", "2", "--scheduler", scheduler],
        cwd=tmp_path, env=_ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    with Client(scheduler, set_as_default=False) as client:
        workers = client.run(os.getpid)
        _wait_for((output / "stages" / "compare" / "parts").exists)
        os.kill(min(workers.values()), signal.SIGKILL)
    told, complained = command.communicate(timeout=_PATIENCE)
    assert command.returncode == 0, complained.decode()
    assert b"written to" in told
    assert tables(output) == expected


def test_the_command_killed_in_every_stage_goes_on_to_the_same_bytes(
    source: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    output = tmp_path / "out"
    arguments = [
        sys.executable, "-m", "storydiff", "archive", "run", str(source), str(output), "--partition", "2", "--workers", "1",
    ]  # fmt: skip
    for stage in STAGES:
        command = subprocess.Popen(
            arguments, cwd=tmp_path, env=_ENVIRONMENT, stderr=subprocess.PIPE, start_new_session=True
        )
        _wait_for((output / "stages" / stage / "parts").exists)
        os.killpg(command.pid, signal.SIGKILL)
        command.communicate()
    finished = subprocess.run(arguments, cwd=tmp_path, env=_ENVIRONMENT, capture_output=True, check=False)
    assert finished.returncode == 0, finished.stderr.decode()
    assert tables(output) == expected
