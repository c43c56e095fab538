"""Settings, as values, and reading them from `storydiff.toml` or `[tool.storydiff]` of a `pyproject.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, cast

from storydiff.errors import ConfigError, did_you_mean
from storydiff.model import Confidence, Severity


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class IgnoreRule:
    """Findings to set aside, by any of check, outlet, fingerprint and pattern; all that are given must fit.

    `outlet`: the finding stands only because of what this outlet tells. `pattern` is searched for in what the finding is
    about, its message and its readings. `name` says which rule it is when it is reported as unused.
    """

    check: str = ""
    outlet: str = ""
    fingerprint: str = ""
    pattern: re.Pattern[str] | None = None
    reason: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class OutletSettings:
    """What holds for findings that stand only because of one outlet."""

    severity: Severity | None = None
    min_confidence: Confidence = Confidence.LOW


@dataclass(frozen=True, slots=True)
class Config:
    """What to check and how loud to be.

    `select`: ids of the checks to run, empty for the default set. `options`: check id → option → value.
    `severities`: check id → severity instead of the verdict's own. `min_confidence`: findings below it are dropped.
    `ignores`: rules for findings to set aside. `outlets`: outlet → its settings.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: Confidence = Confidence.MEDIUM
    severities: Mapping[str, Severity] = field(default_factory=_nothing)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=_nothing)
    ignores: tuple[IgnoreRule, ...] = ()
    outlets: Mapping[str, OutletSettings] = field(default_factory=_nothing)


class FailOn(StrEnum):
    """The least loud verdict that fails the gate."""

    CONFLICT = "conflict"
    DIFFERENCE = "difference"
    UPDATE = "update"
    ONLY_HERE = "only-here"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Settings:
    """All that a file of settings can say. Paths in it are relative to its folder; here they are ready to open.

    `expired`: names of ignore rules that no longer hold.
    """

    config: Config = field(default_factory=Config)
    fail_on: FailOn = FailOn.CONFLICT
    max_findings: int = 0
    strict: bool = False
    baseline: Path | None = None
    max_size: str = ""
    path: Path | None = None
    expired: tuple[str, ...] = ()


FILE_NAMES = ("storydiff.toml", ".storydiff.toml", "pyproject.toml")


def find(start: Path) -> Path | None:
    """The nearest file of settings: in the folder `start` or the nearest folder above it that has one."""
    for folder in (start, *start.parents):
        for name in FILE_NAMES:
            path = folder / name
            if path.is_file() and (name != "pyproject.toml" or b"tool.storydiff" in path.read_bytes()):
                return path
    return None


def load(path: Path, today: date) -> Settings:
    """The settings in the file `path`. Raises ConfigError."""
    import tomllib  # most runs have no file of settings

    try:
        document = tomllib.loads(_text_of(path))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path} is not TOML: {error}", "see https://toml.io, or: storydiff init") from error
    if path.name == "pyproject.toml":
        document = document.get("tool", {}).get("storydiff", {})
    root = _Table(path, document)
    root.only(_TOP_KEYS)
    ignored_checks, rules = _ignores(root)
    expires = [rule_table.date("expires") for rule_table in rules]
    holds = [expiry is None or today <= expiry for expiry in expires]
    checked = [_rule(rule_table) for rule_table in rules]  # expired ones too: a wrong key is wrong
    config = Config(
        select=root.texts("select"),
        extend_select=root.texts("extend-select"),
        ignore=ignored_checks,
        min_confidence=root.choice("min-confidence", Confidence, Confidence.MEDIUM),
        severities={name: root.table("severity").choice(name, Severity, None) for name in root.table("severity").data},
        options={name: _options(root.table("checks").table(name)) for name in root.table("checks").data},
        ignores=tuple(rule for rule, valid in zip(checked, holds, strict=True) if valid),
        outlets={name: _outlet(root.table("outlets").table(name)) for name in root.table("outlets").data},
    )
    baseline = root.text("baseline")
    return Settings(
        config=config,
        fail_on=root.choice("fail-on", FailOn, FailOn.CONFLICT),
        max_findings=root.whole_number("max-findings"),
        strict=root.truth("strict"),
        baseline=path.parent / baseline if baseline else None,
        max_size=root.text("max-size"),
        path=path,
        expired=tuple(rule.name for rule, valid in zip(checked, holds, strict=True) if not valid),
    )


_TOP_KEYS = (
    "select", "extend-select", "ignore", "min-confidence", "fail-on", "max-findings", "strict", "baseline", "max-size",
    "severity", "checks", "outlets",
)  # fmt: skip
_RULE_KEYS = ("check", "outlet", "fingerprint", "pattern", "reason", "expires")
_E = TypeVar("_E", bound=StrEnum)


@dataclass(frozen=True)
class _Table:
    """A table of the file, and the way to it, for messages. Its methods raise ConfigError for a value of another kind."""

    path: Path
    data: Mapping[str, Any]
    name: str = ""

    def only(self, known: Iterable[str]) -> None:
        for key in self.data:
            if key not in known:
                raise ConfigError(f"{self.path}: unknown key {self.full(key)!r}", did_you_mean(key, known))

    def full(self, key: str) -> str:
        return f"{self.name}.{key}" if self.name else key

    def wrong(self, key: str, expected: str) -> ConfigError:
        return ConfigError(f"{self.path}: {self.full(key)} must be {expected}, not {self.data[key]!r}")

    def table(self, key: str) -> _Table:
        value = self.data.get(key, {})
        if not isinstance(value, dict):
            raise self.wrong(key, "a table")
        return _Table(self.path, value, self.full(key))

    def text(self, key: str) -> str:
        value = self.data.get(key, "")
        if not isinstance(value, str):
            raise self.wrong(key, "text")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong(key, "a list of texts")
        return tuple(value)

    def truth(self, key: str) -> bool:
        value = self.data.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, "true or false")
        return value

    def whole_number(self, key: str) -> int:
        value = self.data.get(key, 0)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.wrong(key, "a whole number from 0 on")
        return value

    def date(self, key: str) -> date | None:
        value = self.data.get(key)
        if isinstance(value, str):
            try:
                return date.fromisoformat(value)
            except ValueError:
                raise self.wrong(key, "a date such as 2026-12-31") from None
        if isinstance(value, datetime):
            return value.date()
        if value is not None and not isinstance(value, date):
            raise self.wrong(key, "a date such as 2026-12-31")
        return value

    def choice(self, key: str, kind: type[_E], default: Any) -> _E:
        if key not in self.data:
            return cast(_E, default)
        try:
            return kind(self.data[key])
        except ValueError:
            raise self.wrong(key, f"one of {', '.join(kind)}") from None


def _ignores(root: _Table) -> tuple[tuple[str, ...], list[_Table]]:
    # `ignore = ["label"]` leaves checks out, `[[ignore]]` sets findings aside; a list may hold both
    value = root.data.get("ignore", [])
    if not isinstance(value, list) or not all(isinstance(item, str | dict) for item in value):
        raise root.wrong("ignore", "a list of checks, or [[ignore]] tables")
    rules = [
        _Table(root.path, item, f"ignore[{number}]") for number, item in enumerate(value, 1) if isinstance(item, dict)
    ]
    return tuple(item for item in value if isinstance(item, str)), rules


def _rule(table: _Table) -> IgnoreRule:
    table.only(_RULE_KEYS)
    if not any(table.data.get(key) for key in ("check", "outlet", "fingerprint", "pattern")):
        raise ConfigError(
            f"{table.path}: {table.name} says nothing to ignore", "give check, outlet, fingerprint or pattern"
        )
    if not table.text("reason").strip():
        raise ConfigError(f"{table.path}: {table.name} has no reason", 'say why: reason = "…"')
    pattern = table.text("pattern")
    try:
        compiled = re.compile(pattern) if pattern else None
    except re.error as error:
        raise ConfigError(f"{table.path}: {table.full('pattern')} is no regular expression: {error}") from error
    return IgnoreRule(
        check=table.text("check"),
        outlet=table.text("outlet"),
        fingerprint=table.text("fingerprint"),
        pattern=compiled,
        reason=table.text("reason"),
        name=table.name,
    )


def _outlet(table: _Table) -> OutletSettings:
    table.only(("severity", "min-confidence"))
    return OutletSettings(
        severity=table.choice("severity", Severity, None),
        min_confidence=table.choice("min-confidence", Confidence, Confidence.LOW),
    )


def _options(table: _Table) -> Mapping[str, Any]:
    # names and types are the check's to judge; a dash reads better in TOML
    return {key.replace("-", "_"): value for key, value in table.data.items()}


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot read {path}: {error}", "settings are TOML in UTF-8") from error
