"""Find the checks in this folder and those that other packages register, and build them from the settings."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from importlib.metadata import entry_points

import storydiff.checks
from storydiff.checks.base import Check
from storydiff.config import Config
from storydiff.errors import ConfigError

ENTRY_POINTS = "storydiff.checks"


def all_checks() -> dict[str, type[Check]]:
    """Every known check by name, our own first, then third parties' in the order of their names."""
    found: dict[str, type[Check]] = {}
    for module in pkgutil.iter_modules(storydiff.checks.__path__):
        loaded = import_module(f"storydiff.checks.{module.name}")
        for value in vars(loaded).values():
            if (
                isinstance(value, type)
                and issubclass(value, Check)
                and value.__module__ == loaded.__name__
                and hasattr(value, "name")
            ):
                found[value.name] = value
    for entry in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name):
        found.setdefault(entry.name, entry.load())
    return found


def build_checks(config: Config) -> tuple[Check, ...]:
    """The selected checks with their options. Raises ConfigError for an unknown check."""
    known = all_checks()
    for name in (*config.select, *config.extend_select, *config.ignore, *config.options, *config.severities):
        if name not in known:
            raise ConfigError(f"unknown check {name!r}", f"known checks: {', '.join(sorted(known))}")
    chosen = set(config.select) or {name for name, check in known.items() if check.default}
    chosen = (chosen | set(config.extend_select)) - set(config.ignore)
    return tuple(known[name](**config.options.get(name, {})) for name in sorted(chosen))
