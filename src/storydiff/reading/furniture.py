"""What stands around a story in every format: notices of cookies and subscriptions, lists of other stories, credits, corrections,
and lines that tell when the report was updated.

Cautious: a line is text unless its own words say what it is. Captions and bylines that only their shape tells are left to analysis.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from storydiff.model import Block, Report
from storydiff.patterns import late
from storydiff.reading.dates import Published, is_date, parse_date
from storydiff.reading.prose import Line, lines

_LONGEST = 400  # longer lines are text
_REPORT = r"(?:story|article|report|post|page|piece)"
_AGENCY = (
    r"(?:The\s)?(?:Associated Press|AP|Reuters|Agence France-Presse|AFP|United Press International|UPI|Bloomberg|CNN(?: Wire)?"
    r"|Press Association|PA Media|Xinhua|Deutsche Presse-Agentur|dpa|City News Service|Bay City News|States Newsroom|wire (?:services|reports))"
)
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        # cookies
        ("boilerplate", r"(?:we|this (?:web)?site|our (?:web)?site) uses? (?:\S{1,20} ){0,3}cookies\b"),
        ("boilerplate", r"by (?:clicking|continuing|using|browsing|signing)\b.{0,120}\b(?:cookies|terms|privacy|policy)\b"),
        ("boilerplate", r"(?:accept|reject|manage|cookie|your privacy) (?:all |your |our )?(?:cookies?|settings|preferences|consent|policy|choices)\W{0,2}$"),
        # subscriptions
        ("boilerplate", r"(?:already (?:a|have a) (?:subscriber|subscription|member)|(?:please )?(?:log|sign) in (?:or|to|with)\b)"),
        ("boilerplate", r"(?:subscribe|sign up|register) (?:now|today|here|for (?:free|our|the|full|unlimited)|to (?:our|the|continue|read|get|keep|receive|unlock))\b"),
        ("boilerplate", rf"(?:this|the rest of this|to (?:read|continue reading|see) (?:this|the(?: full| rest of)?)) (?:premium |exclusive )?(?:{_REPORT}|content)\b.{{0,60}}\bsubscri"),
        ("boilerplate", r"you(?:[’']ve| have)? (?:reached|read|used|hit)\b.{0,40}\b(?:free )?(?:articles|stories|limit)\b"),
        ("boilerplate", r"(?:get|start) (?:unlimited|full|digital|your free)\b.{0,40}\b(?:access|trial|subscription)\b"),
        ("boilerplate", r"support (?:local|our|independent|quality) (?:news|journalism|reporting)\b"),
        # frame
        ("boilerplate", r"(?:(?:story|article) continues (?:below|after)\b.{0,30}|advertisement|sponsored content|scroll (?:down )?to continue|skip to (?:main )?content)\W{0,2}$"),
        ("boilerplate", r"(?:share (?:this|on)\b.{0,40}|tweet|e-?mail|print|comments?|leave a comment|view comments|facebook|twitter|whatsapp|copy link)\W{0,2}$"),
        ("boilerplate", r"(?:click|tap) here (?:to|for)\b|(?:download|get) (?:our|the) (?:\S{1,20} ){0,3}app\b|follow us on\b|like us on\b"),
        ("boilerplate", r"(?:copyright\s|©|\(c\)\s)(?:.{0,60}\b(?:19|20)\d\d\b|.{0,80}all rights reserved)|all rights reserved\b"),
        ("boilerplate", r"this (?:material|content) may not be (?:published|reproduced)\b"),
        # credits, notes
        ("credit", rf"\(?{_AGENCY}(?:\s(?:writers?|reporters?|staff)\b.{{0,120}})?(?: also)? contributed\b"),
        ("credit", r"\(?(?:additional )?(?:reporting|writing|editing) by\s[A-Z]"),
        ("credit", rf"(?:with (?:files|reports?|reporting|information) from\b.{{0,100}}|information from:.{{0,100}}|{_AGENCY})\.?$"),
        ("correction", rf"(?:correction|clarification)s?\s?(?:[:—–(-]|\Z)|an? (?:earlier|previous|initial|original) version of this {_REPORT}\b|this {_REPORT} (?:has been|was) (?:\w{{1,12}} )?corrected\b"),
        ("update", rf"(?:editor[’']s note: )?this (?:is a |)?(?:{_REPORT}|breaking news) ?(?:has been|was|is being|will be)? ?(?:last )?(?:updated|developing)\b.{{0,60}}$"),
        ("update", rf"this is a (?:developing|breaking) (?:news )?{_REPORT}\b"),
    )
)  # fmt: skip
_LABEL = re.compile(
    r"(?:(?:related|more|other|recommended|suggested|top|latest|trending|popular|most read|most popular|recent)"
    r"(?: (?:stories|articles|coverage|news|headlines|reading|posts|content|videos?|links|on this|from .{1,40}|like this|top stories))?"
    r"|read (?:more|also|next)|see also|also read|you (?:may|might) also (?:like|be interested in)|don[’']t miss|up next|most read|watch next)"
    r"\s?(?P<colon>:?)\s?(?P<rest>.{0,150})$",
    re.IGNORECASE,
)
_ENDS_AS_TEXT = late(r"[.!?][\"”’')]{0,2}$")
_MOST_LISTED = 12
_STAMP = re.compile(
    r"(?P<what>last updated|updated?|posted|published|first published)\s?(?:on|at|:|\|)?\s?(?P<when>.{4,70})$",
    re.IGNORECASE,
)
_CLOCK_ONLY = late(r"(?:at )?(\d{1,2}):(\d{2})\s?([ap])\.?m\b", re.IGNORECASE)
_TELLS_TIME = late(r"\d{1,2}:\d{2}|\b(?:19|20)\d{2}\b")
_HEAD_LINES = 8
_SOON = timedelta(days=6)  # a later update would turn "Tuesday" into another Tuesday


def with_furniture(report: Report) -> Report:
    """`report` with blocks for what is not its story, and with the time of its last update, if it tells one."""
    found = lines(report.text)
    blocks = sorted({*report.blocks, *_blocks(report, found)})
    return replace(_dated(report, found), blocks=tuple(blocks))


def _blocks(report: Report, found: list[Line]) -> Iterator[Block]:
    known = {block.start for block in report.blocks if block.kind != "heading"}
    listed = 0  # lines that may still belong to a list of other stories
    for line in found:
        text = report.text[line.start : line.end]
        kind = "" if line.start in known else line_kind(text)
        label = None if kind or line.start in known else _LABEL.match(text)
        if label is not None and (label["colon"] or not label["rest"]) and not _ENDS_AS_TEXT().search(text):
            kind = "boilerplate"
            listed = 0 if label["rest"] else _MOST_LISTED
        elif listed and not kind and len(text) < 140 and not _ENDS_AS_TEXT().search(text):
            kind = "boilerplate"
            listed -= 1
        elif not kind:
            listed = 0
        if kind and line.start not in known:
            yield Block(line.start, line.end, kind)


def line_kind(text: str) -> str:
    """What a line is by its own words: boilerplate, credit, correction, update, "" for text."""
    if len(text) > _LONGEST:
        return ""
    bare = text.strip("*_•-–—|> \t(")
    for kind, pattern in _KINDS:
        if pattern.match(bare):
            return kind
    stamp = _STAMP.match(bare)
    if stamp and stamp["what"].lower().endswith(("updated", "update")) and _is_time(stamp["when"]):
        return "update"
    return ""


def _is_time(when: str) -> bool:
    """Whether words after "updated" are a time and nothing else."""
    words = re.findall(r"[A-Za-z]{4,}", when)
    return bool(_TELLS_TIME().search(when)) and len(words) <= 3


def _dated(report: Report, found: list[Line]) -> Report:
    """`report` with the time that lines such as "Updated Jan. 2, 2026, 9:30 p.m." tell."""
    published = Published(report.published, report.published_grain) if report.published else None
    for number, line in enumerate(found):
        text = report.text[line.start : line.end].strip("*_•-–—|> \t()")
        stamp = _STAMP.match(text) if len(text) < 100 else None
        if published is None and number < _HEAD_LINES and is_date(text):
            published = parse_date(text)  # "May 7, 2031, 10:04 a.m. ET", as pages without metadata tell it
            continue
        if stamp is None or not _is_time(stamp["when"]):
            continue
        is_update = stamp["what"].lower().endswith(("updated", "update"))
        told = _told(stamp["when"], published)
        if told is None or not (is_update or number < _HEAD_LINES):
            continue
        if published is None or _refines(told, published) or (is_update and _follows(told, published)):
            published = told
    if published is None:
        return report
    return replace(report, published=published.moment, published_grain=published.grain)


def _told(when: str, published: Published | None) -> Published | None:
    """The time in `when`; a clock time alone is of the day of publication."""
    told = parse_date(when)
    clock = _CLOCK_ONLY().match(when)
    if told is None and clock and published:
        hour = int(clock[1]) % 12 + (12 if clock[3].lower() == "p" else 0)
        told = Published(published.moment.replace(hour=hour, minute=min(59, int(clock[2])), second=0), "second")
    if told and published and told.moment.tzinfo is None and told.grain != "day":
        told = Published(told.moment.replace(tzinfo=published.moment.tzinfo), told.grain)
    return told


def _refines(told: Published, published: Published) -> bool:
    return published.grain == "day" != told.grain and told.moment.date() == published.moment.date()


def _follows(told: Published, published: Published) -> bool:
    """Whether `told` is a little later than `published`."""
    later, earlier = _plain(told.moment), _plain(published.moment)
    if told.moment.tzinfo and published.moment.tzinfo:
        return timedelta(0) < told.moment - published.moment <= _SOON
    if "day" in (told.grain, published.grain):
        return timedelta(0) < later.date() - earlier.date() <= _SOON
    return timedelta(0) < later - earlier <= _SOON


def _plain(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)
