"""Find the checks in this folder and those that other packages register, and build them from the settings."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Mapping
from dataclasses import fields
from enum import Enum
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any, get_args, get_origin, get_type_hints

import storydiff.checks
from storydiff.checks.base import Check
from storydiff.config import Config
from storydiff.errors import ConfigError, did_you_mean

ENTRY_POINTS = "storydiff.checks"


def all_checks() -> dict[str, type[Check]]:
    """Every known check by name, our own first, then third parties' in the order of their names."""
    return dict(_found())


@cache
def _found() -> dict[str, type[Check]]:
    """Looked for once: asking every installed package for its entry points takes longer than comparing two reports."""
    found: dict[str, type[Check]] = {}
    for module in pkgutil.iter_modules(storydiff.checks.__path__):
        if module.ispkg:  # a folder of what checks share, by topic
            continue
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
    """The selected checks with their options. Raises ConfigError for an unknown check or option."""
    known = all_checks()
    named = (*config.select, *config.extend_select, *config.ignore, *config.options, *config.severities)
    for name in (*named, *(rule.check for rule in config.ignores if rule.check)):
        if name not in known:
            raise ConfigError(f"unknown check {name!r}", did_you_mean(name, known))
    options = {name: checked_options(known[name], values) for name, values in config.options.items()}
    chosen = set(config.select) or {name for name, check in known.items() if check.default}
    chosen = (chosen | set(config.extend_select)) - set(config.ignore)
    return tuple(known[name](**options.get(name, {})) for name in sorted(chosen))


def checked_options(check: type[Check], values: Mapping[str, Any]) -> dict[str, Any]:
    """`values` as `check` takes them: names, types and ranges judged by its dataclass fields. Raises ConfigError."""
    types = get_type_hints(check)
    known = {option.name: types[option.name] for option in fields(check) if option.init}
    made = {}
    for name, value in values.items():
        if name not in known:
            hint = did_you_mean(name, known) if known else f"{check.name} has no options"
            raise ConfigError(f"unknown option {name!r} of the check {check.name!r}", hint)
        made[name] = _as_option(check.name, name, value, known[name])
    return made


def _as_option(check: str, name: str, value: Any, kind: Any) -> Any:
    container = get_origin(kind)
    if container in (tuple, frozenset, list):
        if isinstance(value, str) or not isinstance(value, Iterable):
            raise ConfigError(f"option {name!r} of the check {check!r} must be a list, not {value!r}")
        return container(_as_option(check, name, item, get_args(kind)[0]) for item in value)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        try:
            return kind(value)
        except ValueError:
            names = ", ".join(str(member.value) for member in kind)
            raise ConfigError(f"option {name!r} of the check {check!r} must be one of {names}") from None
    if isinstance(kind, type) and (not isinstance(value, kind) or (kind is int and isinstance(value, bool))):
        raise ConfigError(
            f"option {name!r} of the check {check!r} must be {_PLAIN.get(kind, kind.__name__)}, not {value!r}"
        )
    return value


_PLAIN = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
