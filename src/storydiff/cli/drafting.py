"""`--draft FILE`: read it with the others, and show only what touches it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from storydiff.checks.drafts import touching
from storydiff.errors import UserError
from storydiff.model import Comparison


def with_draft(paths: Sequence[str] | None, draft: Path | None) -> list[str] | None:
    """`paths` and, if it is not among them, the draft. Inside a folder that is named it is read once anyway."""
    given = list(paths or ())
    if draft is None or os.path.realpath(draft) in {os.path.realpath(path) for path in given}:
        return given
    return [*given, str(draft)]


def seen_from_draft(comparison: Comparison, draft: Path | None) -> Comparison:
    """`comparison` with only those findings that touch the draft, its place first in each.

    Raises UserError if the draft was not read: a gate that looks at nothing would always pass.
    """
    if draft is None:
        return comparison
    here = os.path.realpath(draft)
    reports = [report for report in comparison.reports if os.path.realpath(report.path) == here]
    if not reports:
        raise UserError(f"the draft {draft} could not be read", "name a file that holds a report")
    outlets = {report.outlet for report in reports}
    resolved = (e for e in comparison.resolved if any(outlets & set(who) for _, who in e.readings))
    findings = touching(comparison.findings, {report.sigil.partition("/")[0] for report in reports})
    return replace(comparison, findings=findings, resolved=tuple(resolved))
