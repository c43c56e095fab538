"""Files kept for findings to point at: fetched pages and what standard input held."""

from __future__ import annotations

from pathlib import Path

from storydiff.errors import ReadError

_MOST = 1000


def keep(folder: Path, stem: str, suffix: str, raw: bytes) -> str:
    """Write `raw` to a file in `folder`; where. A file of that name with other content stays. Raises ReadError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(1, _MOST):
            place = folder / f"{stem}{f'-{number}' if number > 1 else ''}{suffix}"
            if not place.exists():
                place.write_bytes(raw)
                return str(place)
            if place.is_file() and place.read_bytes() == raw:
                return str(place)
    except OSError as error:
        raise ReadError(f"can't be kept in {folder} ({(error.strerror or str(error)).lower()})") from error
    raise ReadError(f"can't be kept in {folder} (too many files of that name)")
