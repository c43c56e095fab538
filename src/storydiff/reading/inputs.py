"""What the user named → the files to read, in order, each once."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path

from storydiff.errors import ReadError
from storydiff.model import Problem
from storydiff.reading.dates import Published, from_datetime, parse_date
from storydiff.reading.file_names import event_in_folder
from storydiff.reading.formats import SUFFIXES

EVENT_FILE = "event.toml"
STANDARD_INPUT = "-"
_NOT_REPORTS = frozenset(
    {"readme", "license", "licence", "copying", "changelog", "contributing", "notes", "index", "todo"}
)
_EVENT_KEYS = ("title", "event", "report", "reports")
_REPORT_KEYS = ("path", "outlet", "published", "title", "url", "author")
_HINT_TOML = 'list reports as [[report]] with path = "a.txt", outlet = "…", published = 2026-01-01'


@dataclass(frozen=True, slots=True)
class Given:
    """What an event file or an option says of a report, ahead of what the report says itself."""

    outlet: str = ""
    title: str = ""
    published: Published | None = None
    url: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read. `named`: the user named it, so it must be a report; others in a folder may be something else."""

    path: str
    given: Given = field(default_factory=Given)
    named: bool = True


@dataclass(slots=True)
class Inputs:
    """The files to read, the name of the event, and what could not be found."""

    files: list[Input] = field(default_factory=list)
    event: str = ""
    problems: list[Problem] = field(default_factory=list)


def expand(paths: Sequence[str | Path]) -> Inputs:
    """The files at `paths`: folders and event files are replaced by what they hold. Problems are kept, not raised."""
    inputs = Inputs()
    for path in map(str, paths):
        try:
            files, event = _files_at(path)
        except ReadError as error:
            inputs.problems.append(Problem(path, "read", error.message, error.hint))
        else:
            inputs.files += files
            inputs.event = inputs.event or event
    inputs.files = _once(inputs.files)
    return inputs


def _files_at(path: str) -> tuple[list[Input], str]:
    if path == STANDARD_INPUT or path.startswith(("http://", "https://")):
        return [Input(path)], ""
    place = Path(path)
    try:
        if place.is_dir():
            return _folder(place)
        place.stat()
    except OSError as error:
        raise ReadError(reason(error), _similar(place) if isinstance(error, FileNotFoundError) else "") from error
    return _event_file(place) if place.suffix.lower() == ".toml" else ([Input(path)], "")


def reason(error: OSError) -> str:
    """Why the system refused, in a few words."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "may not be read (permission denied)"
    return f"can't be read ({(error.strerror or str(error)).lower()})"


def _similar(place: Path) -> str:
    """A hint that names a file beside `place` with a similar name."""
    try:
        names = os.listdir(place.parent)
    except OSError:
        return f"there is no folder {place.parent}"
    close = get_close_matches(place.name, names, n=1)
    return f"did you mean {place.parent / close[0]}?" if close else ""


def _folder(folder: Path) -> tuple[list[Input], str]:
    """The reports of a folder: those its event file lists, else all files in it that may be reports, by name."""
    if (folder / EVENT_FILE).is_file():
        return _event_file(folder / EVENT_FILE)
    files: list[Input] = []
    folders: list[str] = []
    for name in sorted(os.listdir(folder)):
        place = folder / name
        if name.startswith(".") or place.stem.lower() in _NOT_REPORTS:
            continue
        if place.is_dir():
            folders.append(name)
        elif place.suffix.lower() in SUFFIXES:
            files.append(Input(str(place), named=False))
    if not files:
        hint = f"name one of its folders: {', '.join(folders[:4])}" if folders else "put one file per report into it"
        raise ReadError("holds no reports", hint)
    return files, event_in_folder(folder.resolve().name)


def _event_file(place: Path) -> tuple[list[Input], str]:
    """The reports that an event file lists; paths in it count from its folder."""
    try:
        content = tomllib.loads(place.read_text("utf-8-sig"))
    except OSError as error:
        raise ReadError(reason(error)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ReadError(f"is not TOML: {str(error).splitlines()[0]}", _HINT_TOML) from error
    _refuse_unknown(content, _EVENT_KEYS)
    entries = content.get("report", content.get("reports"))
    if not isinstance(entries, list) or not entries:
        raise ReadError("lists no reports", _HINT_TOML)
    files = [_listed(entry, number, place.parent) for number, entry in enumerate(entries, start=1)]
    event = content.get("title", content.get("event"))
    return files, event if isinstance(event, str) else event_in_folder(place.resolve().parent.name)


def _listed(entry: object, number: int, folder: Path) -> Input:
    if isinstance(entry, str):
        entry = {"path": entry}
    if not isinstance(entry, dict) or not isinstance(entry.get("path"), str):
        raise ReadError(f"report {number} has no path", _HINT_TOML)
    _refuse_unknown(entry, _REPORT_KEYS)
    if "://" in entry["path"]:
        raise ReadError(f"report {number} is an address", "give addresses on the command line, or save the page")
    texts = {name: str(entry[name]) for name in ("outlet", "title", "url", "author") if entry.get(name)}
    return Input(str(folder / entry["path"]), Given(**texts, published=_date(entry.get("published"), number)))


def _date(value: object, number: int) -> Published | None:
    if isinstance(value, datetime):
        return from_datetime(value)
    if isinstance(value, date):
        return Published(datetime(value.year, value.month, value.day), "day")
    if value is None:
        return None
    published = parse_date(str(value))
    if published is None:
        raise ReadError(
            f"report {number} has no date that can be read: {value}", "write 2026-01-31 or 2026-01-31T18:30:00"
        )
    return published


def _refuse_unknown(table: Iterable[str], known: Sequence[str]) -> None:
    for name in table:
        if name not in known:
            close = get_close_matches(name, known, n=1)
            raise ReadError(
                f"has an unknown key {name!r}",
                f"did you mean {close[0]}?" if close else f"known are {', '.join(known)}",
            )


def _once(files: Sequence[Input]) -> list[Input]:
    """`files` with each one once, however it was reached; a single report that is named twice is compared with itself."""
    seen: dict[str, Input] = {}
    for file in files:
        key = file.path if file.path == STANDARD_INPUT or "://" in file.path else os.path.realpath(file.path)
        before = seen.get(key)
        if before is None:
            seen[key] = file
        elif file.named and not before.named:
            seen[key] = replace(before, named=True)
    return list(files[:2]) if len(seen) == 1 and len(files) > 1 else list(seen.values())
