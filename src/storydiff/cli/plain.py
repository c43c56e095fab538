"""Commands that take an option left out, or a list of texts, as it is.

typer hands every value to pydantic, also those that are not there; loading it takes longer than comparing three reports.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption


class PlainCommand(TyperCommand):
    """A command whose values go to pydantic only where there is something to convert or to check."""

    def get_params(self, ctx: Any) -> Any:
        """Its parameters, the one for help too."""
        return _plainly(super().get_params(ctx))


class PlainGroup(TyperGroup):
    """A group of commands, its own options taken as in `PlainCommand`."""

    def get_params(self, ctx: Any) -> Any:
        """Its parameters, the one for help too."""
        return _plainly(super().get_params(ctx))


def _plainly(parameters: Iterable[Any]) -> list[Any]:
    parameters = list(parameters)
    for parameter in parameters:
        if isinstance(parameter, TyperOption | TyperArgument) and "process_value" not in vars(parameter):
            converted = parameter.process_value
            parameter.process_value = partial(_processed, parameter, converted)  # type: ignore[method-assign]
    return parameters


def _processed(parameter: TyperOption | TyperArgument, converted: Any, ctx: typer.Context, value: Any) -> Any:
    kind = getattr(parameter, "type_descriptor", None)  # not in typer 0.26, which converts values itself
    several = parameter.multiple or parameter.nargs == -1
    if value is None and not parameter.required:
        plain: Any = () if several else None
    elif value and several and getattr(kind, "annotation", None) == list[str]:
        plain = list(value)
    else:
        return converted(ctx, value)
    return parameter.callback(ctx, parameter, plain) if parameter.callback else plain
