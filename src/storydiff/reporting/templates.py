"""Templates that show other people's text: all of it is escaped, and what could hide or reorder text is made visible."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from storydiff.reporting.harmless import harmless

if TYPE_CHECKING:
    from jinja2 import Template


@cache
def template(name: str) -> Template:
    """The template `name` of this folder, compiled once."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_finalize
    )
    return environment.from_string(packaged(name))


def packaged(name: str) -> str:
    """The text of the file `name` of this folder."""
    return files("storydiff.reporting").joinpath(name).read_text("utf-8")


def _finalize(value: Any) -> Any:
    # every value that a template prints passes here; markup of our own is a subclass of str
    return harmless(value) if type(value) is str else value
