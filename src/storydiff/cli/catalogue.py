"""`storydiff checks` and `storydiff explain`: what is looked for, and the manual of each check."""

from __future__ import annotations

from typing import Annotated

import typer

from storydiff.cli import completion

_MEASURED = "The share of findings that are right, read on real events; how it is measured stands in the README."


def add_to(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command()(checks)
    app.command()(explain)


def checks() -> None:
    """List every check with what it reports."""
    from storydiff.checks.registry import all_checks
    from storydiff.cli.console import emit

    known = all_checks()
    width = max(map(len, known))
    lines = (
        f"{name:<{width}}  {_share(check.precision):>4}  {check.info().summary}{'' if check.default else ' (off unless selected)'}\n"
        for name, check in sorted(known.items())
    )
    emit("".join(lines) + f"\n{_MEASURED}\n")


def explain(
    check: Annotated[
        str,
        typer.Argument(metavar="CHECK", help="The id of a check, as in a finding.", autocompletion=completion.checks),
    ],
) -> None:
    """Print the manual of a check: what it reports, why it matters, what it does not report."""
    from rapidfuzz.process import extractOne

    from storydiff.checks.registry import all_checks
    from storydiff.cli.console import emit
    from storydiff.errors import ConfigError

    known = all_checks()
    if check not in known:
        near = extractOne(check, sorted(known), score_cutoff=60)
        raise ConfigError(
            f"unknown check {check!r}", f"did you mean {near[0]}?" if near else "storydiff checks lists them all"
        )
    info = known[check].info()
    measured = "not measured yet" if info.precision is None else f"{info.precision:.2f}. {_MEASURED}"
    emit(f"{info.name}\n\n{info.manual}\n\nPrecision: {measured}\n")


def _share(precision: float | None) -> str:
    return "" if precision is None else f"{precision:.2f}"
