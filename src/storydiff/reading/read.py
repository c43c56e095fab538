"""Paths → reports."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from storydiff.errors import ReadError
from storydiff.model import Problem, Reading, Report
from storydiff.reading.file_names import date_in, outlet_in, site_of
from storydiff.reading.formats import SUFFIXES, format_of, read_file
from storydiff.reading.found import MAX_BYTES, RAISE_LIMIT, EventName, File, NoReport, Trouble, in_bytes
from storydiff.reading.furniture import with_furniture
from storydiff.reading.inputs import STANDARD_INPUT, Given, Input, expand, reason
from storydiff.reading.keep import keep

_MOST_REPORTS = 5_000  # in one file; more are a pile, not an event
_MOST_TROUBLES = 200


def read(
    paths: Sequence[str | Path],
    *,
    outlets: Mapping[str, str] | None = None,
    max_bytes: int = MAX_BYTES,
    stdin: bytes | Callable[[], bytes] = b"",
    save: Path | None = None,
) -> Reading:
    """Read the reports at `paths`: files, folders, event files, addresses (`https://…`), `-` for standard input.

    `outlets`: path → outlet, ahead of what the files say (`--outlet NAME=PATH`). `max_bytes`: larger files are refused
    (`--max-size`). `stdin`: what `-` stands for, or a function that gives it. `save`: a folder in which fetched pages
    and standard input are kept (`--save`); findings then point at the kept file.

    A report that can't be read among others that can is a problem of the result. Raises ReadError if none can be read.
    `published` keeps its zone if the source gives one, and is naive otherwise.
    """
    inputs = expand(paths)
    reports: list[Report] = []
    problems = inputs.problems
    named = _resolved(outlets or {})
    for file in inputs.files:
        outlet = named.pop(_key(file.path), "")
        given = replace(file.given, outlet=outlet) if outlet else file.given
        try:
            found = _read_one(file, given, max_bytes, stdin, save)
        except NoReport as error:
            if file.named:
                problems.append(Problem(file.path, "read", error.message, error.hint))
            continue
        except ReadError as error:
            problems.append(Problem(file.path, "read", error.message, error.hint))
            continue
        for item in found:
            if isinstance(item, Report):
                reports.append(item)
            elif isinstance(item, Problem):
                problems.append(item)
            else:
                inputs.event = inputs.event or item.name
    problems += (Problem(path, "read", "has an outlet's name but is not among the reports") for path in named)
    if not reports:
        raise _nothing_read(problems)
    return Reading(tuple(reports), inputs.event, tuple(problems))


def _read_one(
    file: Input, given: Given, max_bytes: int, stdin: bytes | Callable[[], bytes], save: Path | None
) -> list[Report | Problem | EventName]:
    content = _open(file.path, max_bytes, stdin, save)
    checksum = hashlib.sha256(content.raw).hexdigest()
    found: list[Report | Problem | EventName] = []
    troubles = 0
    for item in read_file(content):
        if len(found) > _MOST_REPORTS:
            raise ReadError(
                f"holds more than {_MOST_REPORTS:,} reports", "sort a pile into events first: storydiff group"
            )
        if isinstance(item, Trouble):
            troubles += 1
            if troubles > _MOST_TROUBLES:
                found.append(
                    Problem(
                        file.path,
                        "read",
                        f"more than {_MOST_TROUBLES} reports in it can't be read: the rest is left out",
                    )
                )
                break
            place = f"line {item.line}: " if item.line else ""
            found.append(Problem(file.path, "read", place + item.message, item.hint))
        elif isinstance(item, Report):
            found.append(_complete(item, content.path, given, checksum))
        else:
            found.append(item)
    if all(isinstance(item, EventName) for item in found):
        raise ReadError("holds no report")
    return found


def _open(path: str, max_bytes: int, stdin: bytes | Callable[[], bytes], save: Path | None) -> File:
    """What `path` holds. Raises ReadError."""
    if path.lower().startswith(("http://", "https://")):
        from storydiff.reading.fetch import fetch

        return fetch(path, max_bytes, save)
    if path != STANDARD_INPUT:
        return File(path, _bytes_of(path, max_bytes), max_bytes=max_bytes)
    file = File(path, _standard_input(stdin, max_bytes), max_bytes=max_bytes)
    if save is None:
        return file
    suffix = next((suffix for suffix, kind in SUFFIXES.items() if kind == format_of(file)), ".txt")
    return replace(file, path=keep(save, "standard-input", suffix, file.raw))


def _bytes_of(path: str, max_bytes: int) -> bytes:
    try:
        if not os.path.isfile(path) and os.path.exists(path):
            raise ReadError("is not a file", "give a file or a folder")
        with open(path, "rb") as stream:
            raw = stream.read(max_bytes + 1)
    except OSError as error:
        raise ReadError(reason(error)) from error
    if len(raw) > max_bytes:
        raise _too_large(os.path.getsize(path), max_bytes)
    return raw


def _standard_input(stdin: bytes | Callable[[], bytes], max_bytes: int) -> bytes:
    raw = stdin if isinstance(stdin, bytes) else stdin()
    if len(raw) > max_bytes:
        raise _too_large(len(raw), max_bytes)
    return raw


def _too_large(size: int, max_bytes: int) -> ReadError:
    return ReadError(f"is too large ({in_bytes(size)}; the limit is {in_bytes(max_bytes)})", RAISE_LIMIT)


def _complete(report: Report, path: str, given: Given, checksum: str) -> Report:
    """`report` with what was given ahead of what it says itself, and what its file's name says for the rest."""
    stem = "" if path == STANDARD_INPUT else PurePath(path.removesuffix(".gz")).stem
    url = given.url or report.url
    found = (report.published, report.published_grain) if report.published else date_in(stem) or (None, "second")
    published, grain = given.published or found
    completed = replace(
        report,
        path=path,
        outlet=given.outlet or report.outlet or site_of(url) or outlet_in(stem) or "standard input",
        title=given.title or report.title,
        published=published,
        published_grain=grain,
        url=url,
        author=given.author or report.author,
        sha256=checksum,
    )
    return with_furniture(completed)


def _resolved(outlets: Mapping[str, str]) -> dict[str, str]:
    return {_key(path): name for path, name in outlets.items()}


def _key(path: str) -> str:
    return path if path == STANDARD_INPUT or "://" in path else os.path.realpath(path)


def _nothing_read(problems: Sequence[Problem]) -> ReadError:
    """The error for a reading without reports: its first problem."""
    if not problems:
        return ReadError("no reports given", "name two or more files, or a folder")
    first = problems[0]
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return ReadError(f"{first.path}: {first.message}{more}", first.hint)
