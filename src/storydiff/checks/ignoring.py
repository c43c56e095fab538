"""Apply what the settings say of single findings: rules that set them aside, and what holds for one outlet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from storydiff.checks.run import at_least
from storydiff.config import Config, IgnoreRule
from storydiff.model import Finding, Report, State


def apply_rules(findings: Iterable[Finding], reports: Iterable[Report], config: Config) -> tuple[Finding, ...]:
    """`findings` with ignored ones marked, and without those an outlet's settings find too unsure."""
    outlets = {report.sigil: report.outlet for report in reports}
    kept = (_for_outlets(finding, outlets, config) for finding in findings)
    return tuple(_ignored(finding, outlets, config.ignores) for finding in kept if finding is not None)


def unused_rules(findings: Iterable[Finding], reports: Iterable[Report], config: Config) -> tuple[IgnoreRule, ...]:
    """The rules that fit no finding, of those whose outlet takes part."""
    outlets = {report.sigil: report.outlet for report in reports}
    present = set(outlets.values())
    found = tuple(findings)
    return tuple(
        rule
        for rule in config.ignores
        if (not rule.outlet or rule.outlet in present) and not any(_fits(rule, one, outlets) for one in found)
    )


def _for_outlets(finding: Finding, outlets: Mapping[str, str], config: Config) -> Finding | None:
    for name, settings in config.outlets.items():
        if not hinges_on(finding, name, outlets):
            continue
        if not at_least(finding.confidence, settings.min_confidence):
            return None
        if settings.severity is not None:
            finding = replace(finding, severity=settings.severity)
    return finding


def _ignored(finding: Finding, outlets: Mapping[str, str], rules: Iterable[IgnoreRule]) -> Finding:
    for rule in rules:
        if _fits(rule, finding, outlets):
            return replace(finding, state=State.IGNORED, reason=rule.reason)
    return finding


def _fits(rule: IgnoreRule, finding: Finding, outlets: Mapping[str, str]) -> bool:
    if rule.check and rule.check != finding.check:
        return False
    if rule.fingerprint and rule.fingerprint != finding.fingerprint:
        return False
    if rule.outlet and not hinges_on(finding, rule.outlet, outlets):
        return False
    if rule.pattern is None:
        return True
    texts = (finding.about, finding.message, *(variant.reading for variant in finding.variants))
    return any(rule.pattern.search(text) for text in texts)


def hinges_on(finding: Finding, outlet: str, outlets: Mapping[str, str]) -> bool:
    """Whether nothing would be left of `finding` without `outlet` (one reading alone is no disagreement)."""
    left = sum(any(outlets.get(m.sigil) != outlet for m in variant.mentions) for variant in finding.variants)
    return left < min(len(finding.variants), 2)
