"""What the shell offers when Tab is pressed after an option."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def checks(incomplete: str) -> Iterator[str]:
    """Ids of checks, also behind the last comma of a list."""
    from storydiff.checks.registry import all_checks

    before, comma, last = incomplete.rpartition(",")
    return (f"{before}{comma}{name}" for name in _starting_with(last, sorted(all_checks())))


def formats(incomplete: str) -> Iterator[str]:
    """Names of output formats."""
    from storydiff.cli.outputs import FORMATS

    return _starting_with(incomplete, FORMATS)


def _starting_with(start: str, names: Iterable[str]) -> Iterator[str]:
    return (name for name in names if name.startswith(start))
