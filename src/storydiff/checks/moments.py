"""Moments of linked sentences: which time expression stands for the event, and whether two of them can both be right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from storydiff import normalise
from storydiff.model import Alignment, Analysis, Link, Sentence, TimeExpression, Verdict, within

GRAINS = ("clock", "part", "day")
_CLAIMS = frozenset({"sentence", "title", "bullet", "caption", "heading"})
# What a time is the time of, by the word that stands nearest to it.
KINDS = {
    "call": r"call|calls|called|911|dispatch|dispatched|dispatchers?|respond(?:ed|s|ing)?|notified|alerted|arrived|received|reported|summoned",
    "statement": r"said|says|told|tells|announced|confirmed|statement|tweeted|tweet|interview|conference|briefing|identified|released|spoke|wrote|posted|issued|declined|hearing|briefed|added|acknowledged",
    "death": r"died|dies|pronounced|succumbed",
    "arrest": r"arrested|custody|charged|court|booked|arraigned|sentenced|convicted|surrendered|jailed|captured|indicted|pleaded",
    "discovery": r"found|discovered",
    "meeting": r"vigil|funeral|meeting|memorial",
    "shooting": r"shot|gunned|opened\sfire|fired",
    "event": r"killed|wounded|attacked|stabbed|robbed|exploded|crashed|happened|occurred|began|started|broke\sout|took\splace|unfolded",
}  # fmt: skip
_KIND = re.compile("|".join(rf"(?P<{kind}>\b(?:{words})\b)" for kind, words in KINDS.items()))
_SAME = {"shooting": "event", "": "event"}  # where no verb is near, the event itself is meant
_ATTRIBUTE = re.compile(
    r"(?:['’]s)?\s(?:fatal\s|deadly\s)?(?:shooting|incident|attack|fire|blast|crash|explosion|robbery|stabbing|slaying|killing)"
)
_WORD_BEFORE = re.compile(
    r"\b(?P<word>[a-z]{4,20})\s(?:(?:on|at|late|early|about|around|in|the|last|this|since|by)\s){0,3}\Z"
)
_BEFORE_SAID = re.compile(r"[\w\s]{0,30}\Z")
_BOUND = re.compile(
    r"\b(?P<word>after|before|by|since|until|till|from|past|as\sof|prior\sto|ends?|closed?|open)\s(?:\w{1,12}\s)?\Z"
)
_PART = re.compile(r"morning|afternoon|evening|night|dawn|dusk|noon|overnight")
_HOURS = {
    "EST": -5, "EDT": -4, "ET": -5, "CST": -6, "CDT": -5, "CT": -6, "MST": -7, "MDT": -6, "MT": -7, "PST": -8, "PDT": -7,
    "PT": -8, "GMT": 0, "UTC": 0, "BST": 1, "CET": 1, "CEST": 2,
}  # fmt: skip
_MANY = 8  # a sentence with more times than that is a list
_ROUND = 45
"""Minutes that "about" and a bare hour may be off."""


class Moment(NamedTuple):
    """A time expression, what it is the time of, and its value at the grain it is compared at."""

    expression: TimeExpression
    kind: str
    value: str
    bound: str


def moments(analysis: Analysis, sentence: Sentence, grain: str) -> list[Moment]:
    """The moments of `grain` that `sentence` tells of outside quotation marks."""
    if sentence.kind not in _CLAIMS:
        return []
    found = [one for one in within(analysis.times, sentence.start, sentence.end) if _value(one, grain)]
    if len(found) > _MANY or any(analysis.is_quoted(one) or _dateline(analysis, sentence, one) for one in found):
        return []
    text = analysis.report.text
    made = []
    for one in found:
        bound = _BOUND.search(text[max(sentence.start, one.start - 24) : one.start].lower())
        kind = _kind(text, sentence, one, grain)
        made.append(Moment(one, kind, _value(one, grain), bound["word"] if bound else ""))
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


def _kind(text: str, sentence: Sentence, one: TimeExpression, grain: str) -> str:
    """What the time is the time of: by the nearest verb; "event" where it goes with a noun ("Tuesday's fire")."""
    if _ATTRIBUTE.match(text, one.end, sentence.end):
        return "event"
    nearest, kind = 81, ""
    leads = one.start - sentence.start < 10
    for cue in _KIND.finditer(text[sentence.start : sentence.end].lower()):
        start, end = sentence.start + cue.start(), sentence.start + cue.end()
        gap = one.start - end if end <= one.start else start - one.end + 12  # a verb stands before its time more often
        before = end <= one.start and _BEFORE_SAID.fullmatch(text[end : one.start])
        if cue.lastgroup == "statement" and not (before or leads):
            continue  # "…, police said": no time of its own
        if 0 <= gap < nearest:
            nearest, kind = gap, cue.lastgroup or ""
    if kind or grain != "day":
        return _SAME.get(kind, kind)
    words = _WORD_BEFORE.search(text[sentence.start : one.start].lower())
    return words["word"] if words else ""


def compared(alignment: Alignment, grain: str) -> Iterator[tuple[Moment, Moment]]:
    """Pairs of moments of `grain` that are of the same thing, as far as the words near them tell.

    In sentences that are the same but for a few words, moments pair up in order; else each has to have just one.
    """
    analyses = {analysis.sigil: analysis for analysis in alignment.analyses}
    known: dict[tuple[str, int], list[Moment]] = {}
    for side in (side for link in alignment.links for side in (link.a, link.b)):
        if (side.sigil, side.start) not in known:
            known[side.sigil, side.start] = moments(analyses[side.sigil], side, grain)
    for link in alignment.links:
        one, other = analyses[link.a.sigil], analyses[link.b.sigil]
        a, b = known[link.a.sigil, link.a.start], known[link.b.sigil, link.b.start]
        if not a or len(a) != len(b):
            continue
        if _alike(link):
            yield from ((here, there) for here, there in zip(a, b, strict=True) if here.kind == there.kind)
        elif len(a) == 1 and a[0].kind == b[0].kind not in ("statement", "") and not _strangers(one, other, link):
            yield a[0], b[0]


def _alike(link: Link) -> bool:
    one, other = normalise.words(link.a.text), normalise.words(link.b.text)
    if min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 2:
        return False
    return len(set(one) ^ set(other)) <= 3


def _strangers(one: Analysis, other: Analysis, link: Link) -> bool:
    """Whether both sentences name people, and none in common: two events of a kind."""
    a, b = (
        {
            word
            for name in within(each.names, side.start, side.end)
            if name.kind == "person"
            for word in name.text.split()
        }
        for each, side in ((one, link.a), (other, link.b))
    )
    return bool(a and b) and not a & b


def judged(a: Moment, b: Moment, grain: str) -> Verdict | None:
    """Conflict or difference; None where both can be right."""
    if a.value == b.value:
        return None
    if grain == "clock":
        return _clocks(a, b)
    return _parts(a, b) if grain == "part" else _days(a.expression, b.expression)


def _clocks(a: Moment, b: Moment) -> Verdict | None:
    one, other = a.expression, b.expression
    if one.clock is None or other.clock is None or (a.bound and b.bound and a.bound != b.bound):
        return None
    shift = 0.0
    if one.zone != other.zone:
        if one.zone not in _HOURS or other.zone not in _HOURS:
            if (one.clock[0] - other.clock[0]) % 60 == 0:
                return None  # the same moment in another zone, for all that is told
        else:
            shift = 60 * (_HOURS[one.zone] - _HOURS[other.zone])
    gap = _gap(one.clock, other.clock, shift)
    if _halfless(one) or _halfless(other):
        gap = min(gap, abs(720 - gap))
    if gap == 0:
        return None
    loose = one.approximate or other.approximate or a.bound or b.bound or "hour" in (one.grain, other.grain)
    if (a.bound or b.bound) and gap > _ROUND:
        return None
    return Verdict.DIFFERENCE if gap <= (_ROUND if loose else 5) else Verdict.CONFLICT


def _gap(one: tuple[int, int], other: tuple[int, int], shift: float) -> float:
    """Minutes between two stretches of a day, the shorter way round."""
    first, last = one[0] - shift, one[1] - 1 - shift
    if first <= other[1] - 1 and other[0] <= last:
        return 0
    return min(abs(x - y + turn) for x in (first, last) for y in (other[0], other[1] - 1) for turn in (-1440, 0, 1440))


def _halfless(one: TimeExpression) -> bool:
    return not re.search(r"[ap]\.?\s?m|noon|night|morning|midday", one.text.lower()) and not one.zone


def _parts(a: Moment, b: Moment) -> Verdict | None:
    """Afternoon against evening or night, morning against afternoon or evening, of one day."""
    one, other = a.expression, b.expression
    if one.begin and other.begin and one.begin.date() != other.begin.date():
        return None
    if one.weekday != other.weekday:
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
    apart = (second.begin.date() - first.begin.date()).days  # type: ignore[union-attr]
    for written, full in ((one, other), (other, one)):
        if written.weekday is not None and full.begin and full.begin.weekday() == written.weekday:
            return None
    named = all(each.weekday is not None or not each.deictic or re.search(r"\d", each.text) for each in (one, other))
    if not named and apart <= 1:
        return None  # "today", "last night": which day that is hangs on the hour of publication
    if apart == 1 and _late(first) and not _late(second):
        return None  # the night from one to the other
    return Verdict.CONFLICT


def _late(one: TimeExpression) -> bool:
    return bool(re.search(r"night|evening|late", one.text.lower()))
