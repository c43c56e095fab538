"""What a gate tells beside its findings, on standard error: settings and accepted findings that need a look."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from storydiff.baseline import Baseline, is_expired
from storydiff.checks.ignoring import unused_rules
from storydiff.config import Settings
from storydiff.model import Comparison, State

_MOST = 10  # lines of one kind; more would hide the findings in a log


def about_settings(asked: Settings, comparison: Comparison) -> Iterator[str]:
    """A line for each rule that sets nothing aside, or no longer does."""
    for name in asked.expired:
        yield f"note: {name} of {asked.path} has expired: what it set aside counts again"
    for rule in unused_rules(comparison.findings, comparison.reports, asked.config):
        yield f"note: {rule.name} of {asked.path} fits nothing here ({rule.reason})"


def about_baseline(accepted: Baseline, comparison: Comparison, today: date) -> Iterator[str]:
    """What became of the accepted findings: still there, no longer found, expired."""
    still = sum(finding.state is State.ACCEPTED for finding in comparison.findings)
    expired = sum(is_expired(entry.expires, today) for entry in accepted.accepted)
    if still:
        yield f"{_findings(still)} accepted"
    if comparison.resolved:
        yield f"{_findings(len(comparison.resolved))} of the baseline no longer found (storydiff baseline prune takes them out):"
        yield from (f"  {entry.check}: {entry.message}" for entry in comparison.resolved[:_MOST])
        if len(comparison.resolved) > _MOST:
            yield f"  and {len(comparison.resolved) - _MOST} more"
    if expired:
        yield f"{_findings(expired)} of the baseline expired and counted again"


def _findings(count: int) -> str:
    return f"{count} finding{'s' if count != 1 else ''}"
