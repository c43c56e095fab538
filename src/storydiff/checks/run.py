"""Alignment → findings, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from storydiff.checks.base import Check
from storydiff.config import Config
from storydiff.errors import CheckCrashed
from storydiff.model import Alignment, Confidence, Finding, Verdict

_LOUDNESS = {Verdict.CONFLICT: 0, Verdict.DIFFERENCE: 1, Verdict.UPDATE: 2, Verdict.ONLY_HERE: 3}
_SURENESS = {Confidence.HIGH: 0, Confidence.MEDIUM: 1, Confidence.LOW: 2}


def run_checks(checks: Sequence[Check], alignment: Alignment, config: Config) -> tuple[Finding, ...]:
    """All findings of `checks` at or above the asked confidence, loudest first. Raises CheckCrashed for a bug in a check."""
    found: list[Finding] = []
    for check in checks:
        try:
            found.extend(check.check(alignment))
        except Exception as error:
            raise CheckCrashed(check.name) from error
    shown = (f for f in found if at_least(f.confidence, config.min_confidence))
    severe = (replace(f, severity=config.severities.get(f.check, f.severity)) for f in shown)
    return tuple(sorted(severe, key=_in_reading_order))


def at_least(confidence: Confidence, asked: Confidence) -> bool:
    """Whether `confidence` is as high as `asked` or higher."""
    return _SURENESS[confidence] <= _SURENESS[asked]


def _in_reading_order(finding: Finding) -> tuple[object, ...]:
    first = finding.variants[0].mentions[0]
    return (
        _LOUDNESS[finding.verdict],
        _SURENESS[finding.confidence],
        first.sigil,
        first.start,
        first.end,
        finding.check,
        finding.about,
        finding.message,
    )
