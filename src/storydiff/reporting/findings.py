"""What reporters of single findings share: which to show, in what order, where, and in what words."""

from __future__ import annotations

from collections.abc import Iterable

from storydiff.model import Comparison, Evidence, Finding, Problem, Severity, State
from storydiff.reporting.harmless import one_line
from storydiff.reporting.positions import Positions

_LOUDNESS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
WORDS_SHOWN = 160  # code points of evidence in a line of a message
_PATH = 4096


def fresh(comparison: Comparison) -> list[Finding]:
    """The findings that are neither accepted nor ignored."""
    return [finding for finding in comparison.findings if finding.state is State.NEW]


def loudest_first(findings: Iterable[Finding]) -> list[Finding]:
    """`findings` by severity, else as they came: where only so many are shown, the loudest are."""
    return sorted(findings, key=lambda finding: _LOUDNESS[finding.severity])


def primary(finding: Finding) -> Evidence:
    """The mention a finding is placed at."""
    return finding.variants[0].mentions[0]


def elsewhere(finding: Finding) -> list[Evidence]:
    """All other mentions of a finding, the other readings first: they are what the primary one disagrees with."""
    first, *rest = finding.variants
    return [*(mention for variant in rest for mention in variant.mentions), *first.mentions[1:]]


def in_words(finding: Finding, limit: int = 1000) -> str:
    """Message and reason as sentences."""
    message, why = one_line(finding.message, limit), one_line(finding.why, limit)
    return f"{message}. {why[0].upper()}{why[1:]}." if why else f"{message}."


def witness(mention: Evidence, positions: Positions) -> str:
    """Who says what: `A Harbor Ledger: “three people” (police)`; whom a report relays is `A/Creek Wire, in Harbor Ledger`."""
    sigil, slash, relay = mention.sigil.partition("/")
    report = positions.report(mention)
    outlet = one_line(report.outlet or report.path, WORDS_SHOWN)
    who = f"{sigil}/{one_line(relay, WORDS_SHOWN)}, in {outlet}" if slash else f"{sigil} {outlet}".rstrip()
    return f"{who}: {words_of(mention)}"


def witness_in_place(mention: Evidence, positions: Positions) -> str:
    """Who says what, with path, line and column."""
    place = positions.place(mention)
    return f"{witness(mention, positions)} {one_line(place.path, _PATH)}:{place.start.line}:{place.start.column}"


def words_of(mention: Evidence) -> str:
    """The words of a mention in quote marks, and who they are credited to."""
    credit = f" ({one_line(mention.source, WORDS_SHOWN)})" if mention.source else ""
    return f"“{one_line(mention.text, WORDS_SHOWN)}”{credit}"


def problem_in_words(problem: Problem) -> str:
    """A problem, and in brackets what to do about it."""
    hint = f" ({one_line(problem.hint, 500)})" if problem.hint else ""
    return f"{one_line(problem.message, 1000) or problem.stage}{hint}"
