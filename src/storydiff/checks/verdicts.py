"""What every check asks once it has its variants: is it an update or a conflict, and who stands alone?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import pairwise

from storydiff.model import Alignment, Report, Variant, Verdict


def sigils(variant: Variant) -> tuple[str, ...]:
    """The reports that carry `variant`, each once, in order."""
    return tuple(sorted({mention.sigil for mention in variant.mentions}))


def one_voice_each(variants: Sequence[Variant]) -> bool:
    """Whether no report carries two of `variants`: one that does tells of two things, or of before and after."""
    carriers = [sigil for variant in variants for sigil in sigils(variant)]
    return len(carriers) == len(set(carriers))


def outlet(alignment: Alignment, sigil: str) -> str:
    """Who published `sigil`; for a relay ("A/Coast Wire") the one that is passed on; the sigil itself if nobody is known."""
    _, _, relayed = sigil.partition("/")
    return relayed or alignment.analysis(sigil).report.outlet or sigil


def published_before(alignment: Alignment, first: str, second: str) -> bool:
    """Whether report `first` came out before `second`, as far as that is known.

    Where one of them is known by its day only, days are compared: two of the same day are not told apart.
    """
    one, two = _moment(alignment, first), _moment(alignment, second)
    if one is None or two is None:
        return False
    if isinstance(one, datetime) and isinstance(two, datetime):
        if (one.tzinfo is None) == (two.tzinfo is None):
            return one < two
        return one.replace(tzinfo=None) < two.replace(tzinfo=None)
    return _day(one) < _day(two)


def dated(alignment: Alignment, *reports: str) -> bool:
    """Whether the time of publication of all `reports` is known."""
    return all(_moment(alignment, sigil) is not None for sigil in reports)


def supersedes(alignment: Alignment, older: Variant, newer: Variant) -> bool:
    """Whether every report with `newer` came out after every report with `older`."""
    return all(published_before(alignment, a, b) for a in sigils(older) for b in sigils(newer))


def moving(alignment: Alignment, rising: Sequence[Variant]) -> Verdict:
    """The verdict on a fact that moves one way (a toll, a charge, an arrest), its states from the earliest to the latest.

    `update` when each later state stands only in later reports, else `conflict`.
    """
    steps = pairwise(rising)
    return Verdict.UPDATE if all(supersedes(alignment, a, b) for a, b in steps) else Verdict.CONFLICT


def witnesses(alignment: Alignment, carriers: Iterable[str]) -> int:
    """How many independent reports `carriers` are: those that share copy count once."""
    group_of = {sigil: copy.sigils[0] for copy in alignment.copies for sigil in copy.sigils}
    return len({group_of.get(sigil, sigil) for sigil in carriers})


def majority(alignment: Alignment, variants: Sequence[Variant]) -> Variant | None:
    """The variant of more than half of the witnesses, where there are three or more of them and one variant leads; else None."""
    counts = [witnesses(alignment, sigils(variant)) for variant in variants]
    total = sum(counts)
    best = max(counts, default=0)
    if total < 3 or best * 2 <= total:
        return None
    return variants[counts.index(best)]


def describe(alignment: Alignment, variants: Sequence[Variant]) -> str:
    """The variants and who carries them, for a message.

    Two reports: `three in Coast Wire; five in Harbor Ledger`. More: `three in most (Coast Wire, Marrow Post); five in Harbor Ledger alone`.
    """
    leading = majority(alignment, variants)
    parts = []
    for variant in variants:
        outlets = ", ".join(dict.fromkeys(outlet(alignment, sigil) for sigil in sigils(variant)))
        if variant is leading:
            parts.append(f"{variant.reading} in most ({outlets})")
        elif leading is not None and len(sigils(variant)) == 1:
            parts.append(f"{variant.reading} in {outlets} alone")
        else:
            parts.append(f"{variant.reading} in {outlets}")
    return "; ".join(parts)


def _moment(alignment: Alignment, sigil: str) -> datetime | date | None:
    report: Report = alignment.analysis(sigil).report
    if report.published is None:
        return None
    return report.published.date() if report.published_grain == "day" else report.published


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
