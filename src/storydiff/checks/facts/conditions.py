"""How the hurt are doing, as two or more reports tell it of one person, or of several at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations

from storydiff.checks.facts.persons import Told, alone, may_be_one, surely_one, told
from storydiff.checks.verdicts import published_before
from storydiff.model import Alignment, Analysis, Status, within

UNKNOWN = "not known"
# From worst to best; states of one rank are said of one patient at once.
_RANKS = {
    "dead": 0.0,
    "grave": 1.0, "critical": 1.0, "intensive care": 1.0, "life-threatening": 1.0,
    "badly hurt": 1.5,
    "serious": 2.0,
    "guarded": 3.0, "fair": 3.0, "stable": 3.0, "satisfactory": 3.0, "not life-threatening": 3.0, "will live": 3.0, "recovering": 3.0,
    "good": 3.0, "improving": 3.0, "out of intensive care": 3.0,
    "home": 5.0,
}  # fmt: skip
# Said of one patient at one time: "critical but stable", "in intensive care and recovering".
_AT_ONCE = frozenset({1.0, 1.5, 2.0, 3.0})
_OPPOSITE = {"life-threatening", "not life-threatening"}
_OUTLOOK = {"will live", "not life-threatening"}
_VAGUE = "recovering"  # of somebody in any condition
_BADLY = "badly hurt"  # on the scene; what a hospital calls it may be anything
_DEAD = "dead"
_OTHERWISE = (UNKNOWN, _DEAD, _VAGUE)


def changes(alignment: Alignment) -> Iterator[tuple[Told, Told]]:
    """Where two reports tell different states of one person; the earlier report first, as far as that is known."""
    states = {analysis.sigil: told_of_health(analysis) for analysis in alignment.analyses}
    for one, other in combinations(sorted(states), 2):
        forward, backward = published_before(alignment, one, other), published_before(alignment, other, one)
        first, second = (other, one) if backward else (one, other)
        for a in states[first]:
            for b in states[second]:
                if _changed(a, b, states[first], states[second], forward or backward):
                    yield a, b


_STUDY = re.compile(r"\b(?:study|studies|statistics|on average|per year|a year|each year|every year|nationwide)\b")
_SAVE = re.compile(r"\b(?:except|apart from|aside from|other than|all but|save for)\b")


def told_of_health(analysis: Analysis) -> list[Told]:
    """The states of health that a report tells in its own voice, and of whom."""
    states = ((_value(status), status) for status in analysis.statuses)
    return told(
        analysis,
        (
            (value, status)
            for value, status in states
            if value and not (value == _DEAD and analysis.is_quoted(status)) and not _has_exception(analysis, status)
        ),
    )


def _has_exception(analysis: Analysis, status: Status) -> bool:
    """Whether the state holds of all but somebody: of whom it does not, it says nothing."""
    sentence = analysis.sentence_at(status.start)
    return sentence is not None and (
        _SAVE.search(sentence.text) is not None or _STUDY.search(sentence.text) is not None
    )


def _value(status: Status) -> str:
    if status.field not in ("condition", "injury", "life") or status.negated:
        return ""
    if status.value == "unknown":
        return UNKNOWN
    if status.value == "alive":
        return _VAGUE if status.text.lower() == "recovering" else ""
    if status.value == _DEAD and status.text.lower() in ("killed", "death of"):
        return ""  # a count, or a heading
    return status.value if status.value in _RANKS else ""


def _changed(a: Told, b: Told, first: Sequence[Told], second: Sequence[Told], ordered: bool) -> bool:
    sure = surely_one(a.who, b.who)
    if not (sure or may_be_one(a.who, b.who)) or not _clash(a, b, ordered):
        return False
    if _DEAD in (a.value, b.value):
        return _died_since(a, b, first, second, sure, ordered)
    if a.value == UNKNOWN:
        return not _told_too(b, first)
    if b.value == UNKNOWN:
        return not ordered and not _told_too(a, second)
    return alone(a, b, second, _OTHERWISE, recalls=ordered) and alone(b, a, first, _OTHERWISE)


def _clash(a: Told, b: Told, ordered: bool) -> bool:
    if _DEAD in (a.value, b.value):
        return a.value != b.value
    if a.value == b.value or _VAGUE in (a.value, b.value):
        return False
    if {a.value, b.value} == _OPPOSITE:
        return True
    if UNKNOWN in (a.value, b.value):
        return True
    one, other = _RANKS[a.value], _RANKS[b.value]
    if ordered:
        return one != other if _BADLY not in (a.value, b.value) else max(one, other) > _RANKS["stable"]
    if {a.value, b.value} & _OUTLOOK and min(one, other) >= _RANKS["will live"]:
        return False  # who will live may be at home
    return abs(one - other) >= 2 and not {one, other} <= _AT_ONCE


def _told_too(one: Told, others: Sequence[Told]) -> bool:
    """Whether a report that does not know one condition tells of one like `one`."""
    return any(
        other.value not in (UNKNOWN, _DEAD, _VAGUE)
        and may_be_one(one.who, other.who)
        and not _clash(one, other, ordered=True)
        for other in others
    )


def _died_since(a: Told, b: Told, first: Sequence[Told], second: Sequence[Told], sure: bool, ordered: bool) -> bool:
    """Whether somebody who was alive in the first report is dead in the later one, or in the other one of that day."""
    if not ordered and a.value == _DEAD:
        return _died_since(b, a, second, first, sure, ordered)
    if b.value != _DEAD or b.who.many or a.who.many:
        return False
    dead_before = any(one.value == _DEAD and may_be_one(one.who, b.who) for one in first)
    child = a.who.young and a.who.noun and a.who.noun == b.who.noun
    # The only one of whose health the first report tells.
    alone = a.who.many is False and _nobody_died(a.analysis) and all(may_be_one(one.who, a.who) for one in first)
    if not ordered:  # of one day: only where the other report has nobody alive who it may be
        alive = any(one.value not in (_DEAD, _VAGUE) and may_be_one(one.who, b.who) for one in second)
        return bool(sure or child) and not dead_before and not alive
    if sure or child or alone:
        return not dead_before
    return a.value != UNKNOWN and _RANKS[a.value] <= 1.0 and _dated_after(b, a.analysis)


def _nobody_died(analysis: Analysis) -> bool:
    """Whether the report tells of no death."""
    killed = any(quantity.role == "killed" and quantity.value > 0 for quantity in analysis.quantities)
    return not killed and all(status.value != _DEAD for status in analysis.statuses)


def _dated_after(death: Told, report: Analysis) -> bool:
    published = report.report.published
    if published is None:
        return False
    day = published.replace(tzinfo=None, hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return any(
        time.begin is not None and time.begin >= day
        for status in death.statuses
        for time in within(death.analysis.times, status.end, status.end + 30)
    )
