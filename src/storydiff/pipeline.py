"""The spine: read → analyse → align → check → report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from storydiff.alignment.align import align
from storydiff.alignment.gate import not_of_the_event
from storydiff.analysis.analyse import analyse
from storydiff.analysis.relays import witnesses
from storydiff.baseline import fingerprinted
from storydiff.checks.ignoring import apply_rules
from storydiff.checks.matrix import facts
from storydiff.checks.registry import build_checks
from storydiff.checks.run import run_checks
from storydiff.config import Config
from storydiff.model import Alignment, Analysis, Comparison, Reading, Report
from storydiff.normalise import sigil
from storydiff.reading.read import read

__all__ = ["align_reports", "analyse_reports", "check_reports", "compare", "read"]


def compare(reports: Reading | Sequence[Report], config: Config | None = None) -> Comparison:
    """Where `reports` of one event disagree. The order of `reports` does not change the result."""
    checked = check_reports(reports, config)
    return replace(checked, matrix=facts(checked.alignment))


def check_reports(reports: Reading | Sequence[Report], config: Config | None = None) -> Comparison:
    """The same as `compare`, without the matrix: where only links and findings are kept, nobody sees it."""
    config = config or Config()
    checks = build_checks(config)
    aligned = align_reports(reports)
    # One text given twice is not two accounts: only what one of them says of itself can be wrong.
    checked = Alignment(aligned.alignment.analyses[:1]) if _copies_of_one(aligned.reports) else aligned.alignment
    found = run_checks(checks, checked, config)
    found = fingerprinted(found, aligned.reports)
    return replace(
        aligned,
        findings=apply_rules(found, aligned.reports, config),
        checks=tuple(check.info() for check in checks),
    )


def align_reports(reports: Reading | Sequence[Report]) -> Comparison:
    """`reports` of one event sentence by sentence, not yet checked."""
    reading = reports if isinstance(reports, Reading) else Reading(tuple(reports))
    analyses = analyse_reports(reading)
    if len(analyses) == 1:  # then those whom it passes on are set against each other
        alignment, problems = align(witnesses(analyses[0])), reading.problems
    else:
        alignment = align(analyses)
        problems = (*reading.problems, *not_of_the_event(alignment))
    return Comparison(event=reading.event, alignment=alignment, problems=problems)


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
