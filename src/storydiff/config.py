"""Settings, as values; reading them from TOML is `config.load`'s business."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from storydiff.model import Confidence, Severity


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Config:
    """What to check and how loud to be.

    `select`: ids of the checks to run, empty for the default set. `options`: check id → option → value.
    `severities`: check id → severity instead of the verdict's own. `min_confidence`: findings below it are dropped.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: Confidence = Confidence.MEDIUM
    severities: Mapping[str, Severity] = field(default_factory=_nothing)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=_nothing)
