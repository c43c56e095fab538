"""What a run is asked to do."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from storydiff.config import Config
from storydiff.grouping.group import DEFAULT_WINDOW

STAGES = ("sign", "block", "cluster", "compare")


@dataclass(frozen=True, slots=True)
class Settings:
    """Input, output and all that the result depends on.

    `partition`: about how many reports one task works on. `memory`: what DuckDB may use for its joins before it goes to
    disk; the result does not depend on it.
    """

    source: Path
    output: Path
    window: timedelta = DEFAULT_WINDOW
    partition: int = 2_000
    config: Config = field(default_factory=Config)
    memory: str = "1GB"

    @property
    def seconds(self) -> int:
        """The window, in seconds."""
        return int(self.window.total_seconds())

    def stage(self, name: str) -> Path:
        """The folder of a stage."""
        return self.output / "stages" / name


def portable(config: Config) -> Config:
    """`config` with plain dictionaries, which go to other processes."""
    return replace(
        config, severities=dict(config.severities), options={k: dict(v) for k, v in config.options.items()},
        outlets=dict(config.outlets),
    )  # fmt: skip


def keys(settings: Settings, content: str, version: str) -> dict[str, str]:
    """For each stage what its result depends on, in one hash. `content`: hash of the input."""
    asked: dict[str, object] = {
        "sign": [version, content, settings.partition],
        "block": settings.seconds,
        "cluster": None,
        "compare": asdict(portable(settings.config)),
    }
    found: dict[str, str] = {}
    key = ""
    for stage in STAGES:
        key = hashlib.sha256(json.dumps([key, asked[stage]], default=_plain, sort_keys=True).encode()).hexdigest()
        found[stage] = key
    return found


def _plain(value: object) -> str:
    return f"{value.flags} {value.pattern}" if isinstance(value, re.Pattern) else str(value)
