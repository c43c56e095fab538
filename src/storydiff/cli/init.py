"""`storydiff init`: a commented file of settings to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from storydiff.config import FILE_NAMES


def add_to(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command()(init)


def init(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the reports are.")] = Path("."),
    force: Annotated[bool, typer.Option("--force", help="Overwrite the file if there is one.")] = False,
) -> None:
    """Write a storydiff.toml with every setting, its default and what it does."""
    from storydiff.cli.console import complain
    from storydiff.cli.files import write_file
    from storydiff.errors import UserError

    path = folder / FILE_NAMES[0]
    if not folder.is_dir():
        raise UserError(f"there is no folder {folder}", "make it first, or leave the folder out")
    if path.exists() and not force:
        raise UserError(f"{path} exists already", "look at it, or overwrite it with --force")
    write_file(path, settings_text())
    complain(f"{path} written: all settings are at their defaults; take away a # to change one")


def settings_text() -> str:
    """A file of settings in which everything stands at its default, as comments, with every known check and option."""
    from dataclasses import fields

    from storydiff.checks.registry import all_checks

    known = sorted(all_checks().items())
    width = max(len(name) for name, _ in known)
    checks = "\n".join(
        f"#   {name:<{width}}  {check.info().summary}{'' if check.default else ' (off by default)'}"
        for name, check in known
    )
    options = "\n".join(
        f"# [checks.{name}]\n" + "\n".join(f"# {o.name.replace('_', '-')} = {_toml(o.default)}" for o in fields(check))
        for name, check in known
        if fields(check)
    )
    return _TEXT.format(checks=checks, options=options)


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    return f"[{', '.join(map(_toml, value))}]" if isinstance(value, tuple | list | frozenset) else str(value)


_TEXT = """\
# Settings of storydiff. The nearest storydiff.toml (or [tool.storydiff] in pyproject.toml) counts: in the folder where
# storydiff runs or one above it. The command line counts more. Everything below stands at its default.

# The checks to run; empty: all but those that are off by default. `storydiff explain NAME` is the manual of one.
{checks}
# select = []
# extend-select = []                # run these as well
# ignore = []                       # leave these out; TOML has no room for it beside [[ignore]] tables (see below)

# What a check is less sure of is not reported: "high", "medium" or "low".
# min-confidence = "medium"

# `storydiff check` exits with 1 if a finding is as loud as this, or louder:
# "conflict", "difference", "update", "only-here" or "never".
# fail-on = "conflict"
# max-findings = 0                  # … and only if there are more than so many
# strict = false                    # true: exit with 2 if a report seems to be about another event

# Findings that were accepted: `storydiff baseline write` makes the file. The path counts from this file.
# baseline = "storydiff-baseline.json"

# The largest file to read.
# max-size = "10MB"

# How loud the findings of a check are: "error" fails like a conflict, "warning" like a difference, "note" like an update.
# [severity]
# name = "warning"

# Options of single checks.
{options}

# What holds for findings that stand only because of one outlet.
# [outlets."Harbor Ledger"]
# severity = "note"
# min-confidence = "high"

# Findings to set aside: any of check, outlet, fingerprint and pattern (a regular expression that is searched for in
# what the finding is about, its message and its readings); all that are given must fit. A rule that fits nothing, and
# one whose day has passed, is reported. A rule that names a check alone sets aside all that the check finds.
# [[ignore]]
# check = "number"
# pattern = "people wounded"
# reason = "the hospital counts differently"
# expires = 2027-01-31
"""
