"""The spine: read → analyse → align → check → report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from storydiff.alignment.align import align
from storydiff.alignment.gate import strangers
from storydiff.analysis.analyse import analyse
from storydiff.analysis.relays import witnesses
from storydiff.baseline import fingerprinted
from storydiff.checks.ignoring import apply_rules
from storydiff.checks.matrix import facts
from storydiff.checks.registry import build_checks
from storydiff.checks.run import run_checks
from storydiff.config import Config
from storydiff.model import Alignment, Analysis, Comparison, Problem, Reading, Report
from storydiff.normalise import sigil
from storydiff.reading.read import read

__all__ = ["align_reports", "analyse_reports", "compare", "read"]


_ENOUGH = 5
"""Sentences from which a report that is linked to no other is called a stranger."""


def compare(reports: Reading | Sequence[Report], config: Config | None = None) -> Comparison:
    """Where `reports` of one event disagree. The order of `reports` does not change the result."""
    config = config or Config()
    checks = build_checks(config)
    aligned = align_reports(reports)
    # One text given twice is not two accounts: nothing it says can differ from itself.
    found = () if _copies_of_one(aligned.reports) else run_checks(checks, aligned.alignment, config)
    found = fingerprinted(found, aligned.reports)
    return replace(
        aligned,
        findings=apply_rules(found, aligned.reports, config),
        matrix=facts(aligned.alignment),
        checks=tuple(check.info() for check in checks),
    )


def align_reports(reports: Reading | Sequence[Report]) -> Comparison:
    """`reports` of one event sentence by sentence, not yet checked."""
    reading = reports if isinstance(reports, Reading) else Reading(tuple(reports))
    analyses = analyse_reports(reading)
    if len(analyses) == 1:  # then those whom it passes on are set against each other
        analyses = witnesses(analyses[0])
    return Comparison(event=reading.event, alignment=align(analyses), problems=reading.problems)


def _not_of_the_event(alignment: Alignment) -> list[Problem]:
    """A warning for each report that seems to be on another event; snippets are too short to tell."""
    return [
        Problem(
            alignment.analysis(sigil).report.path,
            "align",
            "seems to be about another event: no sentence tells what another report tells",
            "leave it out, or compare it with reports of its own event",
        )
        for sigil in strangers(alignment)
        if len(alignment.analysis(sigil).sentences) >= _ENOUGH
    ]


def analyse_reports(reading: Reading) -> tuple[Analysis, ...]:
    """What was found in each of the reports, labelled A, B, …"""
    return tuple(analyse(report) for report in with_sigils(reading.reports))


def with_sigils(reports: Sequence[Report]) -> list[Report]:
    """`reports` labelled A, B, … in the order of their paths, so that the order they came in does not matter."""
    ordered = sorted(reports, key=lambda report: (report.path, report.outlet, report.sha256, report.text))
    return [replace(report, sigil=sigil(index)) for index, report in enumerate(ordered)]


def _copies_of_one(reports: Sequence[Report]) -> bool:
    independent = [report for report in reports if "/" not in report.sigil]
    return len(independent) > 1 and len({report.text for report in independent}) == 1
