"""Write the events of a pile: a folder an event, ready for `storydiff compare`."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from storydiff.cli.failures import hint_of
from storydiff.errors import UserError
from storydiff.grouping.pile_events import Known, Pile
from storydiff.grouping.records import Found

_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
_TITLE_LENGTH = 48
_OUTLET_LENGTH = 32


def write_folders(pile: Pile, found: Iterable[Found], output: Path, *, listed: bool) -> None:
    """Write each event as a folder below `output`, all of them or none; `found` is the pile, read once more.

    A report that is a file is copied, or with `listed` stays where it is and is named in the event's `event.toml`;
    a row becomes a JSON file that keeps all its fields. Raises UserError if `output` holds something already or can't be written.
    """
    try:
        if output.exists() and (not output.is_dir() or any(output.iterdir())):
            raise UserError(f"{output} is not an empty folder", "name a new folder")
        target = Path(os.path.realpath(output))
        target.parent.mkdir(parents=True, exist_ok=True)
        # beside the target, so that paths from one file to another are right already and a rename is enough
        made = Path(tempfile.mkdtemp(prefix=f".{target.name[:40]}.", dir=target.parent))
        try:
            _write(pile, found, made, listed=listed)
            target.mkdir(exist_ok=True)
            for folder in sorted(made.iterdir()):
                folder.rename(target / folder.name)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    except OSError as error:
        raise UserError(
            f"cannot write {output}: {error.strerror or error}", hint_of(error, "choose a folder you may write to")
        ) from error


def _write(pile: Pile, found: Iterable[Found], output: Path, *, listed: bool) -> None:
    homes = {
        identifier: (output / folder, number)
        for event in pile.events
        for folder in [folder_name(event.identifier, pile.reports[event.reports[0]].title)]
        for number, identifier in enumerate(event.reports, 1)
    }
    entries: dict[Path, list[tuple[int, str]]] = {}
    for one in found:
        report = one.report
        if report is None or pile.reports[report.identifier].path != one.path:
            continue
        known = pile.reports[report.identifier]
        folder, number = homes[report.identifier]
        folder.mkdir(parents=True, exist_ok=True)
        file = f"{number:03}-{slug(known.outlet or 'report', _OUTLET_LENGTH)}"
        if one.record is not None:
            place = folder / f"{file}.json"
            place.write_text(
                json.dumps(one.record, ensure_ascii=False, indent=1, default=_plain) + "\n", "utf-8", "replace"
            )
        elif listed:
            place = Path(report.path or one.path)
        else:
            place = folder / f"{file}{Path(one.path).suffix}"
            shutil.copyfile(one.path, place)
        if listed:
            entries.setdefault(folder, []).append((number, _entry(known, os.path.relpath(place, folder))))
    for folder, parts in entries.items():
        (folder / "event.toml").write_text("\n".join(part for _, part in sorted(parts)), encoding="utf-8")


def folder_name(event: str, title: str) -> str:
    """The day, words of the title, and enough of the event's identifier to tell it from others."""
    day, _, number = event.rpartition("-")
    return "-".join(part for part in (day, slug(title, _TITLE_LENGTH), number[:8]) if part)


def slug(text: str, length: int) -> str:
    """`text` as part of a file name."""
    return _NOT_IN_NAMES.sub("-", text.lower())[:length].strip("-")


def _entry(known: Known, path: str) -> str:
    lines = ["[[report]]", f"path = {_quoted(path)}"]
    if known.outlet:
        lines.append(f"outlet = {_quoted(known.outlet)}")
    if known.published:
        lines.append(f"published = {known.published}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's form, but for the one control character that JSON leaves as it is."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, (date, datetime)) else str(value)
