"""A comparison as a notebook shows it: compact, without script, and with no style that could reach the notebook around it."""

from __future__ import annotations

from storydiff.model import Comparison, Finding, State, Variant, Verdict
from storydiff.reporting.harmless import encodable, shortened
from storydiff.reporting.phrases import counted, name_of
from storydiff.reporting.templates import template

_FINDINGS_SHOWN = 12
_READINGS_SHOWN = 6
_LONGEST = 160  # code points of a reading


def to_notebook(comparison: Comparison) -> str:
    """The findings first, then the facts by outlet, as one HTML element."""
    fresh = [finding for finding in comparison.findings if finding.state is State.NEW]
    loud = sorted(fresh, key=lambda finding: finding.verdict is Verdict.ONLY_HERE)
    tally = [counted(number, verdict) for verdict in Verdict if (number := comparison.count(verdict))]
    return encodable(
        template("notebook.html.jinja").render(
            comparison=comparison,
            names={report.sigil: name_of(report) for report in comparison.reports},
            tally=" · ".join(tally) or "No disagreement found",
            findings=[(finding, _readings(finding)) for finding in loud[:_FINDINGS_SHOWN]],
            more=max(len(loud) - _FINDINGS_SHOWN, 0),
        )
    )


def _readings(finding: Finding) -> list[tuple[str, str]]:
    return [(shortened(one.reading, _LONGEST), _carriers(one)) for one in finding.variants[:_READINGS_SHOWN]]


def _carriers(variant: Variant) -> str:
    who = list(dict.fromkeys(f"{m.sigil} ({m.source})" if m.source else m.sigil for m in variant.mentions))
    more = len(who) - _READINGS_SHOWN
    return ", ".join(who[:_READINGS_SHOWN]) + (f" and {more} more" if more > 0 else "")
