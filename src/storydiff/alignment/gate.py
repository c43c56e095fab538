"""Are these reports of one event?"""

from __future__ import annotations

from storydiff.model import Alignment

SURE = 0.5
"""Score from which a link speaks for one event."""


def strangers(alignment: Alignment) -> tuple[str, ...]:
    """The sigils of reports that tell nothing any other report tells; all of them when no two have anything in common.

    One link is enough to belong: a report on another event is told by its having none, so that a short or an odd report of
    the same event is not turned away. Empty for fewer than two reports.
    """
    if len(alignment.analyses) < 2:
        return ()
    linked = {sigil for link in alignment.links if link.score >= SURE for sigil in (link.a.sigil, link.b.sigil)}
    return tuple(a.report.sigil for a in alignment.analyses if a.report.sigil not in linked)
