"""`storydiff compare`, `align`, `schema` and what all commands share, run as a user runs them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from storydiff import __version__

Command = Callable[..., subprocess.CompletedProcess[str]]


def test_version(storydiff: Command) -> None:
    done = storydiff("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"storydiff {__version__}\n", "")


def test_json_is_alone_on_standard_output(storydiff: Command) -> None:
    done = storydiff("compare", "ledger.md", "courier.md", "--format", "json")
    assert done.returncode == 0
    schema = json.loads(storydiff("schema").stdout)
    document = json.loads(done.stdout)
    jsonschema.validate(document, schema)
    assert [report["path"] for report in document["reports"]] == ["courier.md", "ledger.md"]
    assert done.stderr == ""


def test_several_formats_in_one_run(storydiff: Command, tmp_path: Path) -> None:
    target = tmp_path / "out put.json"
    done = storydiff("compare", "ledger.md", "courier.md", "--format", f"json:{target}", "--format", "terminal")
    assert done.returncode == 0
    assert "Harbor Ledger" in done.stdout
    assert "\x1b" not in done.stdout
    assert json.loads(target.read_text("utf-8"))["schema_version"] == 1
    assert [path.name for path in tmp_path.iterdir()] == ["out put.json"]


def test_colour_can_be_forced(storydiff: Command) -> None:
    assert "\x1b[" in storydiff("align", "ledger.md", "courier.md", FORCE_COLOR="1").stdout
    assert "\x1b[" not in storydiff("align", "ledger.md", "courier.md", FORCE_COLOR="1", NO_COLOR="1").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["compare"], "no reports given"),
        (["compare", "ledger.md", "--format", "jsonn"], "did you mean json?"),
        (["compare", "ledger.md", "--format", "json", "--format", "terminal"], "two formats go to standard output"),
        (["compare", "ledger.md", "--outlet", "nonsense"], "NAME=PATH"),
        (["compare", "ledger.md", "--select", "numbr"], "numbr"),
        (["compare", "ledger.md", "--no-such-option"], "No such option"),
        (["compare", "ledger.md", "--format", "json:/no/such/folder/out.json"], "cannot write"),
    ],
)
def test_user_errors(storydiff: Command, arguments: list[str], said: str) -> None:
    done = storydiff(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_closed_pipe_is_no_error(reports: Path, environment: dict[str, str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        done = subprocess.run(
            [sys.executable, "-m", "storydiff", "compare", "ledger.md", "courier.md", "--format", "json"],
            cwd=reports, env=environment, stdout=closed, stderr=subprocess.PIPE, timeout=60, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")


_READS_FOR_EVER = """
import sys, storydiff.pipeline
storydiff.pipeline.read = lambda *_, **__: (print("ready", flush=True), sys.stdin.read())
from storydiff.__main__ import main
sys.argv = ["storydiff", "compare", "ledger.md"]
main()
"""


def test_interrupt_leaves_without_a_traceback(reports: Path, environment: dict[str, str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _READS_FOR_EVER],
        cwd=reports, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")


def test_a_bug_says_so_and_is_not_a_finding(reports: Path, environment: dict[str, str]) -> None:
    broken = _READS_FOR_EVER.replace('print("ready", flush=True)', "1 / 0")
    done = subprocess.run(
        [sys.executable, "-c", broken], cwd=reports, env=environment, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 3
    assert b"internal error: ZeroDivisionError" in done.stderr
    assert b"please report it" in done.stderr
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""


def test_a_usual_run_loads_nothing_it_has_no_use_for(tmp_path: Path) -> None:
    import subprocess

    for name in ("ledger", "courier"):
        (tmp_path / f"{name}.md").write_text(f"---\noutlet: {name}\n---\n\nA boat sank off Marrow Creek.\n")
    code = (
        "import sys\nfrom storydiff.__main__ import main\n"
        "try:\n    main()\nfinally:\n    print(sorted({'pydantic', 'yaml', 'trafilatura', 'jinja2'} & sys.modules.keys()), file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, "compare", str(tmp_path)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stderr == "[]\n"
