"""Whether two moments of one thing can both be right."""

from __future__ import annotations

import re

from storydiff.checks.times.moments import Moment, minutes_between
from storydiff.model import TimeExpression, Verdict
from storydiff.patterns import late

_NOON = late(r"noon|midday|midnight")
_HOURS = {
    "EST": -5, "EDT": -4, "ET": -5, "CST": -6, "CDT": -5, "CT": -6, "MST": -7, "MDT": -6, "MT": -7, "PST": -8, "PDT": -7,
    "PT": -8, "GMT": 0, "UTC": 0, "BST": 1, "CET": 1, "CEST": 2,
}  # fmt: skip
_DAYS_APART = 4
"""Days: times further apart, where one of them is a date, belong to two happenings more often than to one."""
_HOURLY = 30
"""Minutes from which a bare hour ("about 6 p.m.") and another time are in conflict."""
_ROUND = 20
"""Minutes from which "about 6:10" or "shortly after 6:10" and another time are in conflict."""
_OPEN = 45
"""Minutes up to which "after 3" and a later time are worth a look."""
_EXACT = 6
"""Minutes from which exact hours are in conflict."""
_OPEN_ENDED = frozenset({"since", "until", "till", "by", "before", "after", "as of", "prior to"})


def judged(a: Moment, b: Moment, grain: str) -> Verdict | None:
    """Conflict or difference; None where both can be right."""
    if a.value == b.value and not (a.close and b.close):
        sided = grain == "clock" and a.close != b.close and not (a.bound and b.bound)
        return Verdict.DIFFERENCE if sided else None  # "just before 2 p.m." and "about 2 p.m."
    if grain != "clock" and a.bound != b.bound and not _OPEN_ENDED.isdisjoint((a.bound, b.bound)):
        return None  # "since Saturday"
    if grain == "clock":
        return _clocks(a, b)
    if grain == "span":
        return _spans(a.expression, b.expression)
    return _parts(a, b) if grain == "part" else _days(a.expression, b.expression)


def _clocks(a: Moment, b: Moment) -> Verdict | None:
    one, other = a.expression, b.expression
    if one.clock is None or other.clock is None:
        return None
    if a.bound and b.bound and a.bound != b.bound:
        return _either_side(a, b)
    shift = 0.0
    if one.zone != other.zone:
        if one.zone not in _HOURS or other.zone not in _HOURS:
            if (one.clock[0] - other.clock[0]) % 60 == 0:
                return None  # the same moment in another zone, for all that is told
        else:
            shift = 60 * (_HOURS[one.zone] - _HOURS[other.zone])
    gap = minutes_between(one.clock, other.clock, shift)
    if _halfless(one) or _halfless(other):
        gap = min(gap, abs(720 - gap))
    if gap == 0:
        return None
    if any(each.bound and not each.close for each in (a, b)):  # "after 3" holds 3:30
        return Verdict.DIFFERENCE if gap <= _OPEN else None
    if gap <= _HOURLY and (_on_its_side(a, b, shift) or _on_its_side(b, a, -shift)):
        return Verdict.DIFFERENCE
    return Verdict.DIFFERENCE if gap < _tolerance(a, b) else Verdict.CONFLICT


def _on_its_side(bound: Moment, other: Moment, shift: float) -> bool:
    """Whether `other` lies where "shortly before midnight" points to; a round hour with that may be half an hour off."""
    if not bound.close or other.bound or bound.expression.clock is None or other.expression.clock is None:
        return False
    if bound.expression.clock[0] % 60 or bound.bound not in ("before", "after"):
        return False
    late = (other.expression.clock[0] - bound.expression.clock[0] + shift + 720) % 1440 - 720
    return late < 0 if bound.bound == "before" else late > 0


def _spans(one: TimeExpression, other: TimeExpression) -> Verdict | None:
    """ "Last week" and "last month", where these share no day."""
    if not (one.begin and one.finish and other.begin and other.finish) or one.grain == other.grain:
        return None
    return Verdict.CONFLICT if one.finish <= other.begin or other.finish <= one.begin else None


def _tolerance(a: Moment, b: Moment) -> int:
    """Minutes from which two hours are in conflict."""
    loose = [one for one in (a, b) if one.expression.approximate or one.bound or one.expression.grain == "hour"]
    if any(one.expression.grain == "hour" or _NOON().fullmatch(one.expression.text.lower()) for one in loose):
        return _HOURLY
    return _ROUND if loose else _EXACT


def _either_side(a: Moment, b: Moment) -> Verdict | None:
    """ "Just before 6" and "just after 6": both cannot hold."""
    early, late = sorted((a, b), key=lambda one: one.bound not in ("before", "by", "till", "until"))
    if early.bound != "before" or late.bound not in ("after", "past") or not (early.close and late.close):
        return None
    gap = (late.expression.clock or (0, 0))[0] - (early.expression.clock or (0, 0))[0]
    return Verdict.CONFLICT if 0 <= gap <= 60 else None


def _halfless(one: TimeExpression) -> bool:
    return not re.search(r"[ap]\.?\s?m|noon|night|morning|midday", one.text.lower()) and not one.zone


def _parts(a: Moment, b: Moment) -> Verdict | None:
    """Afternoon against evening or night, morning against afternoon or evening, of one day."""
    one, other = a.expression, b.expression
    if one.begin and other.begin and one.begin.date() != other.begin.date():
        return None
    if one.weekday is not None and other.weekday is not None and one.weekday != other.weekday:
        return None
    pair = {a.value, b.value}
    if pair in ({"afternoon", "night"}, {"morning", "afternoon"}, {"morning", "evening"}):
        return Verdict.CONFLICT
    return Verdict.DIFFERENCE if pair == {"afternoon", "evening"} else None


def _days(one: TimeExpression, other: TimeExpression) -> Verdict | None:
    if one.weekday is not None and one.weekday == other.weekday:
        return None  # counted back from other days of publication
    if one.begin is None or other.begin is None:
        return Verdict.CONFLICT if one.weekday is not None and other.weekday is not None else None
    if one.deictic and one.text.lower() == other.text.lower():
        return None  # "today" in copy that was published on other days
    first, second = sorted((one, other), key=lambda each: each.begin.date())  # type: ignore[union-attr]
    days = (second.begin.date() - first.begin.date()).days  # type: ignore[union-attr]
    for written, full in ((one, other), (other, one)):
        if written.weekday is not None and full.begin and full.begin.weekday() == written.weekday:
            return None
    named = all(each.weekday is not None or not each.deictic or re.search(r"\d", each.text) for each in (one, other))
    if days > _DAYS_APART and not (one.weekday is not None and other.weekday is not None):
        return None  # another happening of the kind
    if not named and days <= 1:
        return None  # "today", "last night": which day that is hangs on the hour of publication
    if days == 1 and _late(first) and not _late(second):
        return None  # the night from one to the other
    return Verdict.CONFLICT


def _late(one: TimeExpression) -> bool:
    return bool(re.search(r"night|evening|late", one.text.lower()))
