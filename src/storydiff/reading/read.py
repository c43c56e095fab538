"""Paths → Reports."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from storydiff.model import Reading, Report, Run


def read(paths: Sequence[str | Path]) -> Reading:
    """Read the reports at `paths`."""
    reports = []
    for path in paths:
        raw = Path(path).read_bytes()
        source = raw.decode("utf-8-sig")
        start = 0
        outlet = ""
        if source.startswith("---\n"):
            end = source.index("\n---\n", 3)
            for line in source[4:end].splitlines():
                key, _, value = line.partition(":")
                if key == "outlet":
                    outlet = value.strip().strip('"')
            start = end + 5
        text = source[start:]
        reports.append(
            Report(
                text=text,
                source=source,
                path=str(path),
                outlet=outlet or Path(path).stem,
                runs=(Run(0, len(text), start, len(source)),),
                sha256=hashlib.sha256(raw).hexdigest(),
            )
        )
    return Reading(tuple(reports))
