"""The action, the hook and the workflows of examples/ci, run as they are written."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
RENEW = "if findings changed on purpose: storydiff baseline write examples/council-vote --baseline examples/ci/storydiff-baseline.json"


def parsed(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


@pytest.fixture
def clone(tmp_path: Path, environment: dict[str, str]) -> Path:
    """A folder with the examples, and `storydiff` and `python` as commands beside it."""
    shutil.copytree(ROOT / "examples", tmp_path / "clone" / "examples")
    commands = tmp_path / "commands"
    commands.mkdir()
    for name, words in (("storydiff", "-m storydiff"), ("python", "")):
        (commands / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n', "utf-8")
        (commands / name).chmod(0o755)
    return tmp_path / "clone"


def run(script: str, clone: Path, environment: Mapping[str, str], **variables: str) -> subprocess.CompletedProcess[str]:
    path = f"{clone.parent / 'commands'}{os.pathsep}{environment['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
        cwd=clone, env={**environment, **variables, "PATH": path}, capture_output=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip


def run_action(
    clone: Path, environment: Mapping[str, str], given: Mapping[str, str]
) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
    """The action's own script with the inputs `given`, and the outputs it sets."""
    action = parsed("action.yml")
    step = next(step for step in action["runs"]["steps"] if step.get("id") == "check")
    inputs = {name: given.get(name, one.get("default", "")) for name, one in action["inputs"].items()}
    assert set(given) <= set(inputs)
    variables = {
        key: inputs[value.removeprefix("${{ inputs.").removesuffix(" }}")] for key, value in step["env"].items()
    }
    outputs = clone.parent / "outputs"
    outputs.write_text("", "utf-8")
    places = {
        "GITHUB_OUTPUT": str(outputs),
        "RUNNER_TEMP": str(clone.parent),
        "GITHUB_STEP_SUMMARY": str(clone.parent / "summary"),
    }
    done = run(step["run"], clone, environment, **variables, **places)
    return done, dict(line.split("=", 1) for line in outputs.read_text("utf-8").splitlines())


def test_the_workflow_for_github(clone: Path, environment: dict[str, str]) -> None:
    used = parsed("examples/ci/github.yml")["jobs"]["storydiff"]["steps"][-1]
    assert used["uses"] == "./"
    done, outputs = run_action(clone, environment, used["with"])
    assert done.returncode == 0, f"{done.stdout}{done.stderr}\n{RENEW}"
    assert outputs["exit-code"] == outputs["conflicts"] == "0"
    assert json.loads((clone / outputs["sarif"]).read_text("utf-8"))["version"] == "2.1.0"


def test_the_workflow_for_gitlab(clone: Path, environment: dict[str, str]) -> None:
    job = parsed("examples/ci/gitlab.yml")["storydiff"]
    install, *commands = job["script"]
    assert install == "python -m pip install --quiet ."
    done = run("\n".join(commands), clone, environment)
    assert done.returncode == 0, f"{done.stdout}{done.stderr}\n{RENEW}"
    for name in job["artifacts"]["reports"].values():
        assert (clone / name).stat().st_size


def test_the_action_fails_with_findings_and_tells_how_many(clone: Path, environment: dict[str, str]) -> None:
    done, outputs = run_action(clone, environment, {"reports": "examples/council-vote\n"})
    assert done.returncode == 1
    assert "::error file=examples/council-vote/" in done.stdout
    assert int(outputs["conflicts"]) > 0
    assert outputs["exit-code"] == "1"


def test_names_of_files_never_become_commands(clone: Path, environment: dict[str, str]) -> None:
    folder = clone / "$(touch hacked); `touch hacked` & --help"
    (clone / "examples" / "council-vote").rename(folder)
    done, outputs = run_action(clone, environment, {"reports": f"\n{folder.name}\n\n", "fail-on": "never"})
    assert done.returncode == 0, done.stderr
    assert int(outputs["conflicts"]) > 0
    assert not list(clone.rglob("hacked"))


def test_the_action_refuses_what_it_cannot_read(clone: Path, environment: dict[str, str]) -> None:
    done, outputs = run_action(clone, environment, {"reports": "lost.md"})
    assert done.returncode == 2
    assert outputs == {"exit-code": "2"}


def test_the_hook_is_run_once_for_all_files() -> None:
    (hook,) = parsed(".pre-commit-hooks.yaml")
    assert hook["entry"] == "storydiff check"
    assert hook["pass_filenames"] is False
