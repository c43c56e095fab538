"""GitHub's workflow commands, read as its runner reads them."""

from __future__ import annotations

import re
from typing import NamedTuple

_COMMAND = re.compile(r"::(error|warning|notice) ([^:\n]*)::(.*)")


class Command(NamedTuple):
    """One annotation."""

    kind: str
    fields: dict[str, str]
    message: str


def read_commands(output: str) -> list[Command]:
    """The annotations in `output`; every line has to be one."""
    commands = []
    for line in output.removesuffix("\n").split("\n") if output else []:
        match = _COMMAND.fullmatch(line)
        assert match, line
        fields = dict(part.split("=", 1) for part in match[2].split(","))
        told = {name: _plain(_plain(value, "%3A", ":"), "%2C", ",") for name, value in fields.items()}
        told = {name: _plain(_lines(value), "%25", "%") for name, value in told.items()}
        commands.append(Command(match[1], told, _plain(_lines(match[3]), "%25", "%")))
    return commands


def _lines(text: str) -> str:
    return _plain(_plain(text, "%0D", "\r"), "%0A", "\n")


def _plain(text: str, escape: str, char: str) -> str:
    return text.replace(escape, char)
