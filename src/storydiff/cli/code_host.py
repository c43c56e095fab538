"""What a code host's CI tells by its environment: where the repository is, and where the summary of the job goes."""

from __future__ import annotations

import os
from dataclasses import replace

from storydiff.model import Comparison

SUMMARY = "GITHUB_STEP_SUMMARY"
_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
_SUMMARY_LENGTH = 250_000  # code points; a step's summary holds 1 MiB, a code point is at most four bytes


def from_the_root(comparison: Comparison) -> Comparison:
    """`comparison` with the paths of its reports as the repository knows them: from its root on, links resolved."""
    root = _root()
    analyses = tuple(
        replace(analysis, report=replace(analysis.report, path=_in_repository(analysis.report.path, root)))
        for analysis in comparison.alignment.analyses
    )
    problems = tuple(replace(problem, path=_in_repository(problem.path, root)) for problem in comparison.problems)
    return replace(comparison, alignment=replace(comparison.alignment, analyses=analyses), problems=problems)


def add_to_summary(comparison: Comparison) -> None:
    """Add the comparison to the summary of the job, if there is one. What can't be written is told, and fails nothing."""
    path = os.environ.get(SUMMARY)
    if not path:
        return
    from storydiff.cli.console import complain
    from storydiff.reporting.to_markdown import to_markdown

    text = to_markdown(from_the_root(comparison), limit=_SUMMARY_LENGTH)
    try:
        with open(path, "ab") as file:
            file.write(f"{text}\n".encode("utf-8", "replace"))
    except OSError as error:
        complain(f"problem: cannot write the summary of the job to {path}: {error.strerror or error}")


def _root() -> str:
    here = os.path.realpath(os.curdir)
    for name in _ROOTS:
        root = os.path.realpath(os.environ[name]) if os.environ.get(name) else ""
        if root and _inside(here, root):
            return root
    folder = here
    while not os.path.exists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return here
        folder = above
    return folder


def _in_repository(path: str, root: str) -> str:
    if path in ("", "-") or "://" in path:
        return path
    real = os.path.realpath(path)
    return os.path.relpath(real, root) if _inside(real, root) else real


def _inside(path: str, root: str) -> bool:
    return path == root or path.startswith(root.rstrip(os.sep) + os.sep)
