"""Moments of linked sentences: which time expression stands for the event, and whether two of them can both be right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import permutations
from typing import NamedTuple

from storydiff import normalise
from storydiff.checks.common.edited import edits, inside
from storydiff.checks.common.happenings import told_as_another
from storydiff.checks.common.linked import found_in_links
from storydiff.model import Alignment, Analysis, Link, Sentence, TimeExpression, within
from storydiff.patterns import late

GRAINS = ("clock", "part", "day", "span")
_CLAIMS = frozenset({"sentence", "title", "bullet", "caption", "heading"})
# What a time is the time of, by the word that stands nearest to it.
KINDS = {
    "call": r"reports?\sof\s(?:shots\sfired|gunfire|an?\s\w{1,12})|call|calls|called|911|dispatch|dispatched|dispatchers?|respond(?:ed|s|ing)?|came\sin|notified|alerted|received|reported|summoned",
    "arrival": r"arrived",
    "statement": r"said|says|told|tells|announced|confirmed|statement|tweeted|tweet|interview|conference|briefing|identified|released|spoke|wrote|posted|issued|declined|hearing|briefed|added|acknowledged",
    "death": r"died|dies|pronounced|succumbed",
    "arrest": r"arrested|custody|surrendered|captured|apprehended",
    "charge": r"charged|court|booked|arraigned|indicted|jailed",
    "judgment": r"sentenced|convicted|pleaded|acquitted",
    "discovery": r"found|discovered",
    "decision": r"votes?|voted|voting|approved|rejected|passed|decided|ruled|signed|vetoed",
    "office": r"resign(?:ed|s|ing)?|stepped\sdown|quit|retired|appointed|sworn\sin",
    "meeting": r"vigil|funeral|meeting|memorial",
    "shooting": r"shot|gunned|open(?:ed|ing)\sfire|fir(?:ed|ing)|gunfire|(?:began|started)\sshooting",
    "event": r"kill(?:ed|ing)|wound(?:ed|ing)|attacked|stabbed|robbed|exploded|crashed|happened|occurred|began|started|broke\sout|took\splace|unfolded|erupted|rang\sout|struck",
}  # fmt: skip
# Begins with a sign, to which the engine leaps, as a word boundary is tried at each letter: for text behind a blank.
_KIND = re.compile(rf"\W(?:{'|'.join(f'(?P<{kind}>{words})' for kind, words in KINDS.items())})\b")
_SAME = {"shooting": "event", "": "event"}  # where no verb is near, the event itself is meant
_ATTRIBUTE = re.compile(
    r"(?:['’]s)?\s(?:fatal\s|deadly\s)?(?:shooting|incident|attack|fire|blast|crash|explosion|robbery|stabbing|slaying|killing)"
)
_WORD_BEFORE = late(
    r"\b(?P<word>[a-z]{4,20})\s(?:(?:on|at|late|early|about|around|in|the|last|this|since|by)\s){0,3}\Z"
)
_BEFORE_SAID = re.compile(r"[\w\s]{0,30}\Z")
_BOUND = re.compile(
    r"(?<![\w-])(?P<close>(?:just|shortly|right|moments|minutes)\s)?(?P<word>after|before|by|since|until|till|from|past|as\sof|prior\sto|ends?|closed?|open)\s(?:\w{1,12}\s)?\Z"
)
_DIED_IN = late(
    r"\b(?:died|dies|death)\s(?:\w{1,12}\s)?(?:when|as|in\san?|in\sthe)\s[^.;]{0,60}\b(?:shooting|crash|collision|fire|blast|explosion|attack|"
    r"stabbing|quake|earthquake|flood|storm|accident|derailed|crashed|collided|exploded|collapsed|capsized|sank|struck|hit)\b"
)
_NOBODY = late(r"\b(?:no\sone|nobody|no|not|none)\s(?:\w{1,12}\s){0,4}\Z")
_PART = re.compile(r"morning|afternoon|evening|night|dawn|dusk|noon|overnight")
_OF_A_NOUN = re.compile(r"\s([a-z]{4,20})\b")
_NOT_NOUNS = frozenset(
    "that when while after before with from into near outside inside over about around during against between because "
    "where which following morning afternoon evening night and were they their this also have said says told killed shot".split()
)
_FAR = 81
"""Characters between a time and the verb before it."""
_NEAR = 45
"""Characters between a weekday or date and the verb after it."""
_MANY = 8  # a sentence with more times than that is a list
_SPANS = frozenset({"week", "month"})
_SURE = 0.9  # score of a link from which two stretches of time are of one thing, whatever the verbs
_FIRM = 0.5  # score of a link from which two times are of one thing even without a verb near
WIDEST = 150
"""Minutes: hours further apart belong to two happenings more often than to one that is told wrongly."""


_OPENING = 4  # sentences
_LATELY = 4  # days; a weekday that seems longer ago is tomorrow's, in a report that is dated too early
_HAPPENED = frozenset({"event", "shooting", "death"})
EDITED = "edited"
"""The cue of times that are all in which two sentences differ."""


class Moment(NamedTuple):
    """A time expression, what it is the time of (and the word that tells it), and its value at the grain it is compared at."""

    expression: TimeExpression
    kind: str
    value: str
    bound: str
    close: bool = False
    cue: str = ""


def moments(analysis: Analysis, sentence: Sentence, grain: str) -> list[Moment]:
    """The moments of `grain` that `sentence` tells of outside quotation marks."""
    if sentence.kind not in _CLAIMS:
        return []
    found = [one for one in within(analysis.times, sentence.start, sentence.end) if _value(one, grain)]
    if (
        not found
        or len(found) > _MANY
        or any(analysis.is_quoted(one) or _dateline(analysis, sentence, one) for one in found)
    ):
        return []
    text = analysis.report.text
    made = []
    for one in found:
        bound = _BOUND.search(text[max(sentence.start, one.start - 24) : one.start].lower())
        kind, cue = _kind(text, sentence, one, grain)
        made.append(
            Moment(one, kind, _value(one, grain), bound["word"] if bound else "", bool(bound and bound["close"]), cue)
        )
    return made


def _dateline(analysis: Analysis, sentence: Sentence, one: TimeExpression) -> bool:
    """A full date that opens a line, or follows "published": when the report came out."""
    before = analysis.report.text[sentence.start : one.start].lower()
    return bool(re.search(r"\d{4}", one.text)) and ((len(before) < 8 and "on " not in before) or "publi" in before)


def _value(one: TimeExpression, grain: str) -> str:
    if grain == "clock":
        if one.kind != "clock" or one.grain not in ("minute", "hour") or one.clock is None:
            return ""
        first, last = one.clock[0], one.clock[1] - 1
        told = f"{first // 60:02}:{first % 60:02}"
        return f"{told}-{last // 60:02}:{last % 60:02}" if last > first else told
    if grain == "span":
        return one.text.lower() if one.grain in _SPANS and one.kind == "date" and one.deictic and one.begin else ""
    if one.grain not in ("day", "part") or one.kind == "set":
        return ""
    if grain == "part":
        part = _PART.search(one.text.lower())
        return part[0] if part and one.grain == "part" else ""
    if one.kind != "date" or (one.begin is None and one.weekday is None):
        return ""
    if one.weekday is not None:
        return f"weekday {one.weekday}"
    return one.begin.date().isoformat() if one.begin else ""


def _kind(text: str, sentence: Sentence, one: TimeExpression, grain: str) -> tuple[str, str]:
    """What the time is the time of: by the nearest verb; "event" where it goes with a noun ("Tuesday's fire")."""
    if _ATTRIBUTE.match(text, one.end, sentence.end):
        return "event", ""
    if grain == "day" and (noun := _OF_A_NOUN.match(text, one.end, sentence.end)) and noun[1] not in _NOT_NOUNS:
        return noun[1], noun[1]  # "the Tuesday deadline"
    nearest, kind, word = _FAR, "", ""
    leads = one.start - sentence.start < 10
    opens = grain == "clock" and text[one.end : one.end + 2] == ", "  # "Police said around 9 p.m., officers found …"
    far = ""
    for cue in _KIND.finditer(f" {text[sentence.start : sentence.end].lower()}"):
        start, end = sentence.start + cue.start(), sentence.start + cue.end() - 1
        gap = one.start - end if end <= one.start else start - one.end + 12  # a verb stands before its time more often
        before = end <= one.start and _BEFORE_SAID.fullmatch(text[end : one.start])
        if cue.lastgroup == "statement" and not (leads or (before and not opens)):
            continue  # "…, police said": no time of its own
        if cue.lastgroup == "arrest" and _NOBODY().search(text[sentence.start : start].lower()):
            far = "status"  # "no one was in custody Tuesday night"
            continue
        if 0 <= gap < nearest and (end <= one.start or gap < _NEAR or grain != "day"):
            nearest, kind, word = gap, cue.lastgroup or "", cue[0][1:]
        elif grain != "day" and not (kind or far == "status") and end <= one.start and cue.lastgroup != "statement":
            far = cue.lastgroup or ""
    if kind == "death" and _DIED_IN().search(text[sentence.start : one.start].lower()):
        kind = "event"
    if kind or grain != "day":
        return _SAME.get(kind or far, kind or far), word
    words = _WORD_BEFORE().search(text[sentence.start : one.start])
    return (words["word"],) * 2 if words else ("", "")


def compared(alignment: Alignment, grain: str) -> Iterator[tuple[Moment, Moment]]:
    """Pairs of moments of `grain` that are of the same thing, as far as the words near them tell.

    In sentences that are the same but for a few words, moments pair up in order; else each has to have just one.
    """
    analyses = {analysis.sigil: analysis for analysis in alignment.analyses}
    for link, a, b in found_in_links(alignment, lambda analysis, sentence: moments(analysis, sentence, grain)):
        one, other = analyses[link.a.sigil], analyses[link.b.sigil]
        if len(a) != len(b) or told_as_another(link.a) != told_as_another(link.b):
            continue
        if _alike(link):
            pairs = ((here, there) for here, there in zip(a, b, strict=True) if here.kind == there.kind)
            yield from (_unbound(here, there) for here, there in pairs)
        elif len(a) == 1 and _of_one_thing(a[0], b[0], grain, link) and not strangers((one, link.a), (other, link.b)):
            yield a[0], b[0]
    yield from _edited(alignment, grain)


def _edited(alignment: Alignment, grain: str) -> Iterator[tuple[Moment, Moment]]:
    """Times that are all in which two sentences differ: of one thing, whatever that is."""
    for edit in edits(alignment):
        told = [
            (alignment.analysis(place.sigil), sentence, one)
            for place, sentence in ((edit.a, edit.link.a), (edit.b, edit.link.b))
            for one in within(alignment.analysis(place.sigil).times, sentence.start, sentence.end)
            if inside(place, one) and _value(one, grain)
        ]
        alone = [one.sigil for _, _, one in told] == [edit.a.sigil, edit.b.sigil]
        quoted = any(analysis.is_quoted(one) for analysis, _, one in told)
        if alone and not quoted and {edit.link.a.kind, edit.link.b.kind} <= _CLAIMS:
            a, b = (
                Moment(one, _kind(analysis.report.text, sentence, one, grain)[0], _value(one, grain), "", cue=EDITED)
                for analysis, sentence, one in told
            )
            if a.kind == b.kind:
                yield a, b


def _unbound(a: Moment, b: Moment) -> tuple[Moment, Moment]:
    """Two moments of one wording: "past 11" against "past 9" is 11 against 9."""
    if a.bound != b.bound or a.value == b.value:
        return a, b
    return a._replace(bound="", close=False), b._replace(bound="", close=False)


def _of_one_thing(a: Moment, b: Moment, grain: str, link: Link) -> bool:
    if grain == "span":
        return link.score >= _SURE
    if a.kind != b.kind or (link.score < _FIRM and not (a.cue and b.cue)):
        return False
    if a.kind == "statement":
        return grain == "part"
    return a.kind not in ("", "status") and apart(a.expression, b.expression) <= WIDEST


def _alike(link: Link) -> bool:
    one, other = normalise.words(link.a.text), normalise.words(link.b.text)
    if min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 2:
        return False
    return len(set(one) ^ set(other)) <= 3


def strangers(*told: tuple[Analysis, Sentence]) -> bool:
    """Whether both sentences name people, and none in common: two events of a kind."""
    a, b = (
        {
            word
            for name in within(analysis.names, sentence.start, sentence.end)
            if name.kind == "person"
            for word in name.text.split()
        }
        for analysis, sentence in told
    )
    return bool(a and b) and not a & b


def of_two_days(*told: tuple[Analysis, Sentence]) -> bool:
    """Whether two reports of different days tell what happened each on another day: two events of a series."""
    days = []
    for analysis, sentence in told:
        when = [moment for moment in moments(analysis, sentence, "day") if moment.kind in _HAPPENED]
        days.append({moment.expression.begin.date() for moment in when if moment.expression.begin})
    published = [analysis.report.published for analysis, _ in told]
    if any(one is None for one in published):
        return False
    return bool(days[0] and days[1]) and not days[0] & days[1] and len({one.date() for one in published if one}) == 2


OpeningDays = Callable[[Analysis], set[date]]
"""`opening_days`, or the same of reports that were asked about before."""


def after_the_other(opening: OpeningDays, *told: Analysis) -> bool:
    """Whether one of two reports opens with what happened only after the other was published: another event."""
    for one, other in permutations(told, 2):
        published, days = other.report.published, opening(one)
        if published is not None and days and min(days) > published.date():
            return True
    return False


def of_days_apart(opening: OpeningDays, *told: Analysis) -> bool:
    """Whether two reports open with what happened each on one day, and days lie between them: two events of a kind."""
    days = [opening(analysis) for analysis in told]
    return all(len(found) == 1 for found in days) and 1 < abs((min(days[0]) - min(days[1])).days) <= _LATELY


def opening_days(analysis: Analysis) -> set[date]:
    """The days on which something happened, by the first sentences."""
    return {
        moment.expression.begin.date()
        for sentence in analysis.sentences[:_OPENING]
        for moment in moments(analysis, sentence, "day")
        if moment.kind in _HAPPENED and moment.expression.begin
    }


def of_own_days(opening: OpeningDays, *told: Analysis) -> bool:
    """Whether each of two reports opens with what happened on the day it came out, and the days differ: two events of a series."""
    own = []
    for analysis in told:
        published = analysis.report.published
        own.append(published.date() if published and opening(analysis) == {published.date()} else None)
    return None not in own and own[0] != own[1]


def apart(one: TimeExpression, other: TimeExpression) -> float:
    """Minutes between two times of day, the shorter way round; 0 where one has none."""
    return minutes_between(one.clock, other.clock, 0) if one.clock and other.clock else 0


def minutes_between(one: tuple[int, int], other: tuple[int, int], shift: float) -> float:
    """Minutes between two stretches of a day, the shorter way round."""
    first, last = one[0] - shift, one[1] - 1 - shift
    if first <= other[1] - 1 and other[0] <= last:
        return 0
    return min(abs(x - y + turn) for x in (first, last) for y in (other[0], other[1] - 1) for turn in (-1440, 0, 1440))
