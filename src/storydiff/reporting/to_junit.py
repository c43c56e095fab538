"""JUnit XML, which most CI servers show as a table of tests: a test case for every finding, and for every check that found none.

A finding that fails the gate is a failure, another one passes with its text as output, an accepted or ignored one is skipped,
and a report that could not be read is an error. So the table is red if the exit code is not 0.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from storydiff.model import Comparison, Finding, Problem, State
from storydiff.reporting.findings import elsewhere, in_words, primary, problem_in_words, witness_in_place
from storydiff.reporting.harmless import one_line
from storydiff.reporting.positions import Positions

_NAME = 250
_NOT_IN_XML = re.compile("[\ufffe\uffff]")


def to_junit(comparison: Comparison) -> str:
    """One test suite for the event."""
    positions = Positions(comparison.reports)
    cases = [_finding_case(finding, comparison, positions) for finding in comparison.findings]
    found = {finding.check for finding in comparison.findings}
    cases += [_case(check.name, "nothing found") for check in comparison.checks if check.name not in found]
    cases += [_problem_case(problem) for problem in comparison.problems]
    counts = {
        "tests": str(len(cases)),
        "failures": str(sum(case.find("failure") is not None for case in cases)),
        "errors": str(sum(case.find("error") is not None for case in cases)),
    }
    skipped = str(sum(case.find("skipped") is not None for case in cases))
    suites = ElementTree.Element("testsuites", {"name": "storydiff", **counts})
    name = _clean(one_line(comparison.event, _NAME)) or "storydiff"
    suite = ElementTree.SubElement(suites, "testsuite", {"name": name, **counts, "skipped": skipped})
    suite.extend(cases)
    ElementTree.indent(suites, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(suites, encoding="unicode") + "\n"


def _finding_case(finding: Finding, comparison: Comparison, positions: Positions) -> ElementTree.Element:
    case = _case(finding.check, finding.message)
    if finding.state is not State.NEW:
        _add(case, "skipped", f"{finding.state.value}: {one_line(finding.reason, 1000) or 'no reason given'}")
    elif comparison.fails(finding):
        failure = _add(case, "failure", _told(finding, positions))
        failure.set("type", finding.verdict.value)
        failure.set("message", _clean(in_words(finding)))
    else:
        _add(case, "system-out", f"{finding.verdict.value}\n{_told(finding, positions)}")
    return case


def _problem_case(problem: Problem) -> ElementTree.Element:
    case = _case(f"problem.{problem.stage}", problem.path or problem.stage)
    # what was left out of the comparison is an error; a warning that two reports may not be of one event is none
    kind = "error" if problem.stage == "read" else "system-out"
    _add(case, kind, problem_in_words(problem))
    return case


def _case(check: str, name: str) -> ElementTree.Element:
    name = name if name.strip() else check
    return ElementTree.Element(
        "testcase", {"classname": _clean(f"storydiff.{check}"), "name": _clean(one_line(name, _NAME))}
    )


def _add(case: ElementTree.Element, kind: str, text: str) -> ElementTree.Element:
    child = ElementTree.SubElement(case, kind)
    child.text = _clean(text)
    return child


def _told(finding: Finding, positions: Positions) -> str:
    mentions = (primary(finding), *elsewhere(finding))
    return "\n".join([in_words(finding), *(witness_in_place(mention, positions) for mention in mentions)])


def _clean(text: str) -> str:
    # harmless text has no control characters and no surrogates; these two are all else that XML forbids
    return _NOT_IN_XML.sub("\ufffd", text)
