"""From the command line's options to a Config."""

from __future__ import annotations

from collections.abc import Sequence

from storydiff.cli.options import ConfidenceName
from storydiff.config import Config
from storydiff.model import Confidence


def settings(
    select: Sequence[str] | None,
    extend_select: Sequence[str] | None,
    ignore: Sequence[str] | None,
    min_confidence: ConfidenceName | None,
) -> Config:
    """The settings of this run."""
    return Config(
        select=_listed(select),
        extend_select=_listed(extend_select),
        ignore=_listed(ignore),
        min_confidence=Confidence(min_confidence or ConfidenceName.MEDIUM),
    )


def _listed(values: Sequence[str] | None) -> tuple[str, ...]:
    return tuple(name for value in values or () for part in value.split(",") if (name := part.strip()))
