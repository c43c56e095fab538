"""From the command line's options and the nearest file of settings to the settings of a run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from storydiff.cli.options import ConfidenceName
from storydiff.config import Settings, find, load
from storydiff.model import Confidence


def settings(
    select: Sequence[str] | None,
    extend_select: Sequence[str] | None,
    ignore: Sequence[str] | None,
    min_confidence: ConfidenceName | None,
) -> Settings:
    """The settings of this run: what the command line says, else what the nearest file of settings says.

    Raises ConfigError for a file that is wrong.
    """
    path = find(Path.cwd())
    found = load(path, date.today()) if path else Settings()
    config = replace(
        found.config,
        select=_listed(select) or found.config.select,
        extend_select=(*found.config.extend_select, *_listed(extend_select)),
        ignore=(*found.config.ignore, *_listed(ignore)),
        min_confidence=Confidence(min_confidence) if min_confidence else found.config.min_confidence,
    )
    return replace(found, config=config)


def _listed(values: Sequence[str] | None) -> tuple[str, ...]:
    return tuple(name for value in values or () for part in value.split(",") if (name := part.strip()))
