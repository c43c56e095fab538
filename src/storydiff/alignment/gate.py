"""Are these reports of one event?"""

from __future__ import annotations

from storydiff.model import Alignment, Problem

SURE = 0.5
"""Score from which a link speaks for one event."""
_ENOUGH = 5
"""Sentences from which a report that is linked to no other is called a stranger; snippets are too short to tell."""


def strangers(alignment: Alignment) -> tuple[str, ...]:
    """The sigils of reports that tell nothing any other report tells; all of them when no two have anything in common.

    One link is enough to belong: a report on another event is told by its having none, so that a short or an odd report of
    the same event is not turned away. Empty for fewer than two reports.
    """
    if len(alignment.analyses) < 2:
        return ()
    linked = {sigil for link in alignment.links if link.score >= SURE for sigil in (link.a.sigil, link.b.sigil)}
    return tuple(a.report.sigil for a in alignment.analyses if a.report.sigil not in linked)


def not_of_the_event(alignment: Alignment) -> tuple[Problem, ...]:
    """A warning for each report that seems to be about another event."""
    return tuple(
        Problem(
            alignment.analysis(sigil).report.path,
            "align",
            "seems to be about another event: no sentence tells what another report tells",
            "leave it out, or compare it with reports of its own event",
        )
        for sigil in strangers(alignment)
        if len(alignment.analysis(sigil).sentences) >= _ENOUGH
    )
