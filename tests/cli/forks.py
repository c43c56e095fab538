"""Many commands, each in a process of its own, without the start of an interpreter for each.

One interpreter loads storydiff and forks for every command; the fork runs the entry point with its own streams.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

_PARENT = """
import gc, json, os, signal, sys, tempfile
from storydiff.__main__ import main
from storydiff.cli.outputs import FORMATS

def run(command):
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if child == 0:
            code = 70
            try:
                os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
                os.dup2(out.fileno(), 1)
                os.dup2(err.fileno(), 2)
                signal.alarm(command["patience"])
                os.chdir(command["folder"])
                os.environ.update(command["environment"])
                exec(command["before"], {})
                sys.argv = ["storydiff", *command["arguments"]]
                try:
                    main()
                    code = 0
                except SystemExit as left:
                    code = left.code or 0
                sys.stdout.flush()
            finally:
                os._exit(code)
        _, status = os.waitpid(child, 0)
        for stream in (out, err):
            stream.seek(0)
        return [os.waitstatus_to_exitcode(status), out.read().decode("utf-8"), err.read().decode("utf-8")]

def warm():
    # word lists are read and patterns compiled once, here, not in every fork
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("a.txt", "Three people were hurt, police said."), ("b.txt", "Five people were hurt, police said.")):
            with open(os.path.join(folder, name), "w") as file:
                file.write(text)
        formats = [w for n in FORMATS for w in ("--format", n + ":" + os.path.join(folder, n))]
        sys.argv = ["storydiff", "check", folder, *formats]
        try:
            main()
        except SystemExit as left:
            assert left.code in (0, 1)

warm()
gc.freeze()
for line in sys.stdin:
    print(json.dumps(run(json.loads(line))), flush=True)
"""
_PATIENCE = 60  # seconds for one command, after which it is killed


@dataclass(frozen=True)
class Asked:
    """A command. `before` is Python that runs first, in its process alone."""

    arguments: tuple[str, ...]
    folder: str
    environment: Mapping[str, str] = field(default_factory=dict)
    before: str = ""


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str


class Forks:
    """The interpreter that forks, until it is closed."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._parent = subprocess.Popen(
            [sys.executable, "-c", _PARENT], cwd=Path(__file__).parent, env=dict(environment),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
        )  # fmt: skip

    def run(self, asked: Asked) -> Done:
        """Run one command and give back what it left."""
        assert self._parent.stdin is not None
        assert self._parent.stdout is not None
        self._parent.stdin.write(json.dumps({**asdict(asked), "patience": _PATIENCE}) + "\n")
        self._parent.stdin.flush()
        return Done(*json.loads(self._parent.stdout.readline()))

    def run_all(self, commands: Iterable[Asked]) -> list[Done]:
        """Run every command and give back what each left, in order."""
        return [self.run(command) for command in commands]

    def close(self) -> None:
        """End the interpreter."""
        self._parent.communicate()
