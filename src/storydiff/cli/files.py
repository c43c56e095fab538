"""Writing files: each appears whole or not at all, and of several either all appear or none."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from storydiff.cli.failures import hint_of
from storydiff.errors import UserError


class _Staged(NamedTuple):
    """A text on its way to `target`: in the file `name` beside it, or, if `name` is empty, to be written as `content`."""

    path: Path
    target: str
    name: str
    content: bytes


def write_file(path: Path, text: str) -> None:
    """Write `text` to `path` as UTF-8, whole or not at all. Raises UserError."""
    write_files({path: text})


def write_files(texts: Mapping[Path, str]) -> None:
    """Write every text to its file as UTF-8: all of them whole, or none. Raises UserError."""
    staged: list[_Staged] = []
    path = Path()
    try:
        try:
            for path, text in texts.items():
                staged.append(_stage(path, text.encode("utf-8", "replace")))
            while staged:
                path = staged[0].path
                _commit(staged[0])
                del staged[0]
        finally:
            for left in staged:
                with suppress(OSError):
                    os.unlink(left.name)
    except OSError as error:
        raise UserError(f"cannot write {path}: {error.strerror or error}", hint_of(error, _hint(path))) from error


def check_folder(path: str) -> None:
    """Raise UserError if `path` can't be a file because its folder is missing or it is a folder itself."""
    folder = os.path.dirname(path) or os.curdir
    if not os.path.isdir(folder):
        raise UserError(f"cannot write {path}: there is no folder {folder}", "make the folder first")
    if os.path.isdir(path):
        raise UserError(f"cannot write {path}: it is a folder", "name a file in it")


def _stage(path: Path, content: bytes) -> _Staged:
    target = os.path.realpath(path)  # a link stays a link
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        mode = stat.S_IFREG | (0o666 & ~_umask())
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(None, "it is a folder")
    if not stat.S_ISREG(mode):  # a device or a pipe can't be replaced
        return _Staged(path, target, "", content)
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=os.path.dirname(target))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(name, stat.S_IMODE(mode))
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    return _Staged(path, target, name, b"")


def _commit(staged: _Staged) -> None:
    if staged.name:
        os.replace(staged.name, staged.target)
    else:
        with open(staged.path, "wb") as file:
            file.write(staged.content)


def _hint(path: Path) -> str:
    return "choose a folder you may write to" if path.parent.is_dir() else "make the folder first"


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
