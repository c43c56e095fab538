"""When the main event was, as each report tells it anywhere: hours and parts of day set side by side without a linked sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, permutations
from typing import NamedTuple

from storydiff.checks.common.happenings import of_another
from storydiff.checks.times.moments import WIDEST, Moment, apart, moments
from storydiff.model import Alignment, Analysis, Sentence

# Words that make a time that of the happening itself; without one of them "9 a.m." may be when the station opened.
_HAPPENING = re.compile(
    r"\b(?<!after\sthe\s)(?<!following\sthe\s)(?<!since\sthe\s)(?:shootings?|shots|gunshots?|gunfire|gunman|gunmen|shot|fired|killed|killing|wounded|stabb(?:ed|ing)|attack(?:ed)?|incident|"
    r"crash(?:ed)?|collision|collided|fire|blaze|blast|explosion|exploded|quake|earthquake|robbery|robbed|homicide|slaying|"
    r"bloodshed|brawl|fight|rampage|tragedy|happened|occurred|took\splace|unfolded|erupted|rang\sout|broke\sout|struck)\b"
)
_BEFORE, _BEHIND = 130, 80
_LEAD = (10, 60)
"""Minutes that a call cannot come before what it is about; from an hour on it is about something else."""


class _Told(NamedTuple):
    """The one hour (or part of day) a report has for the event, and for the call for help; all of the event."""

    event: Moment | None
    call: Moment | None
    events: list[Moment]


def of_main_event(alignment: Alignment, grain: str) -> Iterator[tuple[Moment, Moment]]:
    """Pairs of moments of two reports that each give the main event one hour (or part of day); of calls for help alike."""
    told = [_told(analysis, grain) for analysis in alignment.analyses]
    for one, other in combinations(told, 2):
        for a, b in ((one.event, other.event), (one.call, other.call)):
            near = a and b and (grain != "clock" or apart(a.expression, b.expression) <= WIDEST)
            if a and b and near and _one_day(a, b):
                yield a, b
    if grain == "clock":
        yield from _either_side(told)
        yield from _called_before(told)


def of_event(analysis: Analysis, grain: str) -> list[Moment]:
    """The moments of `grain` that a report gives the main event."""
    return _told(analysis, grain).events


def _either_side(told: list[_Told]) -> Iterator[tuple[Moment, Moment]]:
    """ "Just before 6" in one report and "just after 6" in another, wherever they stand."""
    for one, other in combinations(told, 2):
        for a in one.events:
            for b in other.events:
                if a.close and b.close and a.value == b.value and a.bound != b.bound and _one_day(a, b):
                    yield a, b


def _called_before(told: list[_Told]) -> Iterator[tuple[Moment, Moment]]:
    """The event as one report has it, and the call for help that in another came well before it."""
    for one, other in permutations(told, 2):
        event, call = one.event, other.call
        if not (event and call and event.expression.clock and call.expression.clock):
            continue
        lead = event.expression.clock[0] - call.expression.clock[0]
        if _LEAD[0] <= lead <= _LEAD[1] and _one_day(event, call):
            yield event, call


def _told(analysis: Analysis, grain: str) -> _Told:
    events: list[Moment] = []
    calls: list[Moment] = []
    for sentence in dict.fromkeys(filter(None, (analysis.sentence_at(one.start) for one in analysis.times))):
        found = moments(analysis, sentence, grain)
        happened = [moment for moment in found if moment.kind == "event" and _happened(analysis, sentence, moment)]
        called = [moment for moment in found if moment.kind == "call"]
        if (happened or called) and not of_another(analysis, sentence):
            events += happened
            calls += called
    return _Told(_only(events), _only(calls), events)


def _happened(analysis: Analysis, sentence: Sentence, moment: Moment) -> bool:
    """Whether a word for what happened stands near: "at noon Friday" of a blood drive after the shooting is not its hour."""
    first = max(sentence.start, moment.expression.start - _BEFORE)
    last = min(sentence.end, moment.expression.end + _BEHIND)
    return _HAPPENING.search(analysis.report.text[first:last].lower()) is not None


def _only(found: list[Moment]) -> Moment | None:
    return found[0] if found and all(moment.value == found[0].value for moment in found) else None


def _one_day(a: Moment, b: Moment) -> bool:
    """Whether both can be of one day."""
    one, other = a.expression.begin, b.expression.begin
    return one is None or other is None or one.date() == other.date()
