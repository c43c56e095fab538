"""Two numbers that are one: "five to six", "5-10 million", "between 20 and 30"."""

from __future__ import annotations

from storydiff.analysis.number_values import SCALES
from storydiff.analysis.number_words import Numeral
from storydiff.patterns import late

_TO = late(r"\s?[-–—]\s?\$?£?€?|\s(?:to|or)\s\$?£?€?")
_AND = late(r"\sand\s\$?£?€?")
_BETWEEN = late(r"\b(?:between|from)\s{1,3}[$£€]?\Z")
_CHANGED = late(
    r"\b(?:rose|risen|rises|fell|fallen|dropp\w{1,4}|increas\w{1,4}|decreas\w{1,4}|climb\w{0,3}|jump\w{0,3}|grew|grown|down|up|went|cut|reduced|raised|rais\w{1,4}|lowered|revised|changed)\b[^.;\n]{0,50}\Z"
)


def joined(lower: str, first: Numeral, second: Numeral) -> Numeral | None:
    """ "five to six", "5-10 million", "between 20 and 30" as one number; None if the two do not belong together."""
    if first.form == "ordinal" or second.form in ("ordinal", "vague") or second.start - first.end > 5:
        return None
    if second.start - first.end == 1 and lower[first.end] in " ,":
        return None
    if _TO().fullmatch(lower, first.end, second.start):
        if lower[first.end : second.start].strip() == "to" and _CHANGED().search(
            lower, max(0, first.start - 70), first.start
        ):
            return None
    elif not (
        _AND().fullmatch(lower, first.end, second.start)
        and _BETWEEN().search(lower, max(0, first.start - 14), first.start)
    ):
        return None
    low = first.value
    scale = (
        second.step
        if second.step >= 1000
        else next((s for w, s in SCALES.items() if lower.endswith(w, second.start, second.end)), 1)
    )
    if (
        scale > 1
        and low < scale
        and low < second.value / scale * 10
        and not any(w in lower[first.start : first.end] for w in SCALES)
    ):
        low *= scale
    if low >= second.value:
        return None
    return Numeral(first.start, second.end, low, low, second.value, second.step, "range")
