"""Building checks from the settings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pytest

from storydiff.checks.base import Check
from storydiff.checks.registry import build_checks, checked_options
from storydiff.config import Config
from storydiff.errors import ConfigError
from storydiff.model import Alignment, Finding


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Sample(Check):
    """A check with an option of every kind."""

    name = "sample"
    limit: int = 3
    share: float = 0.5
    strict: bool = False
    label: str = ""
    words: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    colour: Colour = Colour.RED

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        """Find nothing."""
        yield from ()


@pytest.mark.parametrize(
    ("values", "made"),
    [
        ({}, {}),
        ({"limit": 4}, {"limit": 4}),
        ({"share": 1}, {"share": 1.0}),
        ({"strict": True, "label": "x"}, {"strict": True, "label": "x"}),
        ({"words": ["a", "b"]}, {"words": ("a", "b")}),
        ({"names": ["a", "a"]}, {"names": frozenset("a")}),
        ({"colour": "blue"}, {"colour": Colour.BLUE}),
    ],
)
def test_options(values: dict[str, Any], made: dict[str, Any]) -> None:
    assert checked_options(Sample, values) == made
    Sample(**made)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"limits": 4}, "unknown option 'limits'"),
        ({"name": "x"}, "unknown option 'name'"),
        ({"limit": "4"}, "a whole number, not '4'"),
        ({"limit": True}, "a whole number, not True"),
        ({"share": "much"}, "a number"),
        ({"strict": 1}, "true or false"),
        ({"words": "abc"}, "must be a list"),
        ({"words": [1]}, "text, not 1"),
        ({"colour": "green"}, "one of red, blue"),
    ],
)
def test_wrong_options(values: dict[str, Any], said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        checked_options(Sample, values)


def test_a_misspelt_option_is_guessed() -> None:
    with pytest.raises(ConfigError) as caught:
        checked_options(Sample, {"limt": 4})
    assert caught.value.hint == "did you mean limit?"


@pytest.mark.parametrize("config", [Config(select=("nonsense",)), Config(severities={"nonsense": None})])  # type: ignore[dict-item]
def test_unknown_check(config: Config) -> None:
    with pytest.raises(ConfigError, match="unknown check 'nonsense'"):
        build_checks(config)
