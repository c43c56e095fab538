"""Markdown that fits a comment on a pull request: what disagrees first, then the facts by outlet, then the rest.

What does not fit is counted, never cut in the middle.
"""

from __future__ import annotations

from collections.abc import Sequence

from storydiff.model import Analysis, Comparison, Fact, FactRow, Finding, Problem, Report, Sentence, State, Verdict
from storydiff.reporting.corrections import corrections
from storydiff.reporting.excerpts import excerpt
from storydiff.reporting.findings import fresh
from storydiff.reporting.harmless import shortened
from storydiff.reporting.markdown_page import Page
from storydiff.reporting.markdown_text import code, escaped, row, with_marks
from storydiff.reporting.phrases import counted, name_of, published
from storydiff.reporting.positions import Positions

COMMENT = 65_536  # code points in a comment on GitHub; other code hosts allow more
_PROBLEMS = 0.3  # how full a page may be with the problems
_FINDINGS = 0.7  # … with what disagrees
_FACTS = 0.9  # … with the facts; the rest is for what only some reports tell
_COLUMNS = 8  # outlets that stand side by side; more are listed below each other
_REPORTS = 50
_CELL = 120
_LINE = 400
_MENTIONS = 4
_LOUDEST_FIRST = (Verdict.CONFLICT, Verdict.DIFFERENCE, Verdict.UPDATE, Verdict.ONLY_HERE)


def to_markdown(comparison: Comparison, limit: int = COMMENT) -> str:
    """The comparison as Markdown of at most `limit` code points, ending in a newline."""
    page = Page(limit)
    page.add(_head(comparison))
    page.add_some(
        map(_problem, comparison.problems), what="problems", room=_PROBLEMS, head="**Problems**\n\n", between="\n"
    )
    page.add_some(
        (_correction(one) for one in corrections(comparison)),
        what="corrections",
        room=_PROBLEMS,
        head="**Corrected by the outlets**\n\n",
        between="\n",
    )
    new = fresh(comparison)
    loud = [finding for finding in new if finding.verdict is not Verdict.ONLY_HERE]
    notes = [finding for finding in new if finding.verdict is Verdict.ONLY_HERE]
    places = _Places(comparison)
    page.add_some((_finding(finding, places) for finding in loud), what="findings", room=_FINDINGS)
    _add_facts(page, comparison)
    page.add_some(
        (_note(finding, places) for finding in notes),
        what="sentences that only some reports tell",
        head="### Told by some reports only\n\n",
        between="\n",
    )
    return page.text()


class _Places:
    """Where the words of findings stand, and the words around them."""

    def __init__(self, comparison: Comparison) -> None:
        self.positions = Positions(comparison.reports)
        self.analyses: dict[str, Analysis] = {analysis.sigil: analysis for analysis in comparison.alignment.analyses}


def _head(comparison: Comparison) -> str:
    title = escaped(shortened(comparison.event, _LINE))
    numbers = [counted(number, verdict) for verdict in _LOUDEST_FIRST if (number := comparison.count(verdict))]
    numbers = numbers or (["No disagreement found"] if comparison.checks else [])
    for state in (State.ACCEPTED, State.IGNORED):
        if number := sum(finding.state is state for finding in comparison.findings):
            numbers.append(f"{number} {state.value}")
    lines = [f"## storydiff: {title}" if title else "## storydiff", ""]
    lines += [f"**{' · '.join(numbers)}**", ""] if numbers else []
    lines += [row(("", "Outlet", "Published", "Title")), row(["---"] * 4)]
    shown = comparison.reports[:_REPORTS]
    more = (
        [f"\n… and {len(comparison.reports) - len(shown)} more reports"] if len(comparison.reports) > len(shown) else []
    )
    return "\n".join([*lines, *map(_report, shown), *more])


def _report(report: Report) -> str:
    return row((escaped(report.sigil), _name(report), published(report) or "no date", _short(report.title)))


def _finding(finding: Finding, places: _Places) -> str:
    verdict = finding.verdict.value.replace("-", " ").upper()
    why = f"{escaped(shortened(finding.why, _LINE))} " if finding.why else ""
    lines = [
        f"### {verdict}: {escaped(shortened(finding.message, _LINE))}",
        "",
        f"{why}({code(finding.check)}, {finding.confidence.value} confidence)",
        "",
    ]
    return "\n".join(lines + _evidence(finding, places))


def _evidence(finding: Finding, places: _Places) -> list[str]:
    # a reading that only lacks words has nothing to mark
    whole = not any(mention.marks for variant in finding.variants for mention in variant.mentions)
    lines = []
    for variant in finding.variants:
        firsts = list({mention.sigil: mention for mention in reversed(variant.mentions)}.values())[::-1]
        for mention in firsts[:_MENTIONS]:
            shown = excerpt(mention, places.analyses[mention.sigil.partition("/")[0]], whole=whole)
            words = with_marks(shown.text, shown.marks)
            quoted = f"{'… ' * shown.cut_before}{words}{' …' * shown.cut_after}"
            source = f" _({_short(mention.source)})_" if mention.source else ""
            place = places.positions.place(mention)
            where = code(shortened(place.path, _LINE), f":{place.start.line}:{place.start.column}")
            who = f"{escaped(shortened(mention.sigil, _CELL))} {_name(places.positions.report(mention))}"
            lines.append(f"- <b>{who}</b>: {quoted}{source} {where}")
        if rest := len(variant.mentions) - len(firsts[:_MENTIONS]):
            lines.append(f"- … and {rest} more")
    return lines


def _note(finding: Finding, places: _Places) -> str:
    place = places.positions.place(finding.variants[0].mentions[0])
    where = code(shortened(place.path, _LINE), f":{place.start.line}:{place.start.column}")
    return f"- {escaped(shortened(finding.message, _LINE))} {where}"


def _add_facts(page: Page, comparison: Comparison) -> None:
    reports = comparison.reports
    head = "### Facts by outlet\n\n"
    if len(reports) > _COLUMNS:
        blocks = (_fact_list(line, reports) for line in comparison.matrix)
        page.add_some(blocks, what="facts", room=_FACTS, head=head)
        return
    columns = row(["", *(f"{escaped(report.sigil)} {_name(report)}" for report in reports)])
    head += f"{columns}\n{row(['---'] * (len(reports) + 1))}\n"
    lines = (_fact_row(line, reports) for line in comparison.matrix)
    page.add_some(lines, what="facts", room=_FACTS, head=head, between="\n")


def _fact_row(line: FactRow, reports: Sequence[Report]) -> str:
    told = {fact.sigil: fact for fact in line.facts}
    return row([_short(line.about), *(_fact(told.get(report.sigil)) for report in reports)])


def _fact_list(line: FactRow, reports: Sequence[Report]) -> str:
    names = {report.sigil: _name(report) for report in reports}
    told = [
        f"- {escaped(fact.sigil)} {names.get(fact.sigil, '')}: {_fact(fact)}"
        for fact in line.facts
        if fact.mark != "silent"
    ]
    return "\n".join([f"**{_short(line.about)}**", "", *told])


def _fact(fact: Fact | None) -> str:
    if fact is None or fact.mark == "silent":
        return "—"
    reading = _short(fact.reading)
    source = f" _({_short(fact.source)})_" if fact.source else ""
    return f"{f'<b>≠ {reading}</b>' if fact.mark == 'outlier' else reading}{source}"


def _problem(problem: Problem) -> str:
    path = f"{code(shortened(problem.path, _LINE))}: " if problem.path else ""
    hint = f" ({escaped(shortened(problem.hint, _LINE))})" if problem.hint else ""
    return f"- {path}{escaped(shortened(problem.message, _LINE))}{hint}"


def _correction(notice: Sentence) -> str:
    return f"- <b>{escaped(notice.sigil)}</b>: {escaped(shortened(notice.text, _LINE))}"


def _name(report: Report) -> str:
    return _short(name_of(report))


def _short(text: str) -> str:
    return escaped(shortened(text, _CELL))
