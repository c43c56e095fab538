"""What kind of line is it? By its shape, where the reader of the file did not know.

Cautious: a line that could be a sentence of the story is one.
"""

from __future__ import annotations

import re
from functools import cache

from storydiff.analysis.lexicon import alternation, lexicon
from storydiff.model import Report
from storydiff.normalise import MONTH_WORDS, WEEKDAY_WORDS, words
from storydiff.patterns import late

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_BULLET = r"(?:[•‣▪◦⁃·*]|[-–—](?=\s))\s{0,4}(?=\S)|\(?\d{1,2}[.)]{1,2}\s"
_BYLINE = (
    r"(?:(?:Story|Written|Reported|Posted|Published|Report)\s{1,2})?(?:By|BY|by)[\s:]{1,3}"
    r"[A-Z][\w.’'-]{0,30}(?:\s{1,2}(?:[A-Z][\w.’'-]{0,30}|and|AND|for|of|de|la|van|von|the|[|/&•,-])|[,|/]){0,14}(?:\s\S{1,40}@\S{1,40})?\Z"
)
_DATE_WORDS = (
    WEEKDAY_WORDS
    | MONTH_WORDS
    | frozenset(
        "last first updated update posted published created modified date on at and the of a am p pm m ago hours hour minutes utc gmt bst est edt et cst cdt ct mst mdt mt pst pdt pt cet cest ist hkt st nd rd th".split()
    )
)
_DATE = re.compile(
    rf"{_MONTH}\s\d{{1,2}}\b|\d{{1,2}}\s{_MONTH}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{4}}-\d\d-\d\d|\d:\d\d\s?[APap]\.?[Mm]"
)
_DATE_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_CAPTION = (
    r"(?:FILE|File)\s?(?:[-–—:]|photo\b|PHOTO\b|image\b)|\(?(?:Photo|PHOTO|Image|IMAGE|Picture|Pictured|PICTURED|Caption|CAPTION|Video|VIDEO|Photos|Graphic|Map|Watch)\s?(?::|by\b|courtesy\b|credit\b|provided\b|from\b|via\b|/)"
    r"|\((?:AP|Getty|Reuters|Courtesy|[KW][A-Z]{2,3})\b[^)]{0,60}\)\Z"
    r"|(?:Photograph|Photography|Image credit|Photo credit|Courtesy)\b"
)
_CREDITED = late(  # costly, so only looked for in lines that end with a bracket
    r"[^.]{5,200}[.]?\s\((?:Photo|PHOTO|Image|Credit|Source|Video)(?: credit| courtesy)?:\s[^()]{1,60}\)\Z"
)
_CREDIT = (
    r"(?:\(?(?:[A-Z][\w.’'-]{0,30}+[\s,]{1,2}+(?:and\s)?+){1,12}+(?:also\s)?contributed(?:\sto\sthis\s(?:report|story|article))?\b)"
    r"|The Associated Press contributed|Associated Press (?:writer|reporter)s?\b|(?:\()?(?:Additional )?(?:[Rr]eporting|[Ee]diting|[Ww]riting) by\b|Getty Images\b|Source:\s"
    r"|(?:The )?(?:Associated Press|AP|Reuters|AFP|CNN Wire|Wire reports?|Staff reports?)\.?\Z"
)
_CORRECTION = r"\(?(?:Correction|CORRECTION|Clarification|CLARIFICATION|Editor[’']s note|EDITOR[’']S NOTE)\b"
_UPDATE = r"\(?(?:This|Editor[’']s note: This) (?:story|article|post|report)\b.{0,60}\b(?:updated|corrected|developing)\b|Updated (?:to|with)\b"
_LINK = r"(?=\S++\Z)\S*(?:https?://|@|www\.)"
# One pattern for all, the first that fits counts; an empty group at the end of each tells which it was (at the beginning it
# would keep the engine from passing over what cannot begin with the first sign of the line).
_SHAPE = re.compile(
    rf"(?:{_BULLET})(?P<bullet>)|(?:{_BYLINE})(?P<byline>)|(?:{_CAPTION})(?P<caption>)|(?:{_CREDIT})(?P<credit>)"
    rf"|(?:{_CORRECTION})(?P<correction>)|(?:{_UPDATE})(?P<update>)|(?:{_LINK})(?P<boilerplate>)"
)
_ITEM = late(_BULLET)
_ASIDE = late(_CAPTION)
_DATELINE = re.compile(
    r"(?:"
    r"[A-Z][A-Z.’'-]{1,20}(?:[ ,/]{1,2}[A-Z][A-Z.’'-]{1,20}){0,4}(?:,\s[A-Z][A-Za-z.]{1,14}(?:\s[A-Z][a-z]{1,14})?)?"
    rf"(?:,\s{_MONTH}\s\d{{1,2}})?(?:,?\s?\([A-Z][^()\n]{{1,40}}\))?"
    r"|(?:[A-Z][A-Za-z.’'-]{1,20}+[ ,]{1,2}+){1,5}+\((?:[A-Z][A-Za-z0-9&./ -]{1,30})\)"
    r"|\((?:AP|CNN|Reuters|REUTERS|AFP|UPI|[A-Z]{3,5}\d{0,2}(?:-TV)?)\)"
    r")\s{0,2}(?:--{1,2}|[-–—])\s{1,2}(?=[\"“‘'A-Z0-9])"
)
_FINAL = frozenset(".!?…:;,")
_HEADING_LONGEST = 110
_LONGEST_OTHER = 600  # code points; what is longer is a sentence of the story, or an item of a list
_HEADING_WORDS = 16


@cache
def _boilerplate() -> re.Pattern[str]:
    return re.compile(alternation(lexicon("boilerplate_openings")) + r"(?!\w)", re.IGNORECASE)


def line_kind(report: Report, start: int, stop: int, paragraph: int) -> str:
    """The kind of the line at `text[start:stop]`, the `paragraph`th of its report, as in `Sentence.kind`."""
    length = stop - start
    if length > _LONGEST_OTHER:
        return "bullet" if _ITEM().match(report.text, start, stop) else "sentence"
    line = report.text[start:stop]
    if paragraph <= 2 and report.title and _is_title(line, report.title):
        return "title"
    shape = _SHAPE.match(line)
    kind = shape.lastgroup if shape else None
    if kind == "bullet":
        return kind
    if length < 80 and _is_date(line):
        return "dateline"
    if not (length > 120 and line[-1] == ".") and _boilerplate().match(line):
        return "boilerplate"
    if kind:
        return kind
    if line[-1] == ")" and _CREDITED().match(line):
        return "caption"
    return _heading(line, paragraph) if length <= _HEADING_LONGEST else "sentence"


def _is_date(line: str) -> bool:
    """A line that tells a date and nothing else ("Updated: May 7, 2026, 10:04 p.m. ET")."""
    for token in _DATE_TOKEN.finditer(line):  # the first word already is another, of most lines
        if not (token[0].isdigit() or token[0].lower() in _DATE_WORDS):
            return False
    return bool(_DATE.search(line))


def aside_kind(text: str, start: int, stop: int) -> str:
    """The kind of a sentence in brackets within a line: `caption`, `credit`, or `sentence`."""
    aside = text[start : min(stop, start + 200)]
    return "caption" if _ASIDE().match(aside) else "credit" if aside.startswith("(©") else "sentence"


def _is_title(line: str, title: str) -> bool:
    first, other = line[0], title[0]
    if first.isalnum() and other.isalnum() and first.lower() != other.lower():
        return False  # spares nearly all lines the cutting into words
    return len(line) < 2 * len(title) + 20 and words(line) == words(title)


def _heading(line: str, paragraph: int) -> str:
    if line[-1] in _FINAL or line.rstrip("\"”’')]")[-1:] in _FINAL:
        return "sentence"
    count = line.count(" ") + 1
    opening = line.lstrip("\"“‘'([")[:1]
    if count > _HEADING_WORDS or not (opening.isupper() or opening.isdigit()):
        return "sentence"
    return "title" if paragraph == 1 else "heading"


def dateline_end(text: str, start: int, stop: int) -> int:
    """Where the dateline ends that opens a line (`MARROW CREEK, Ohio (AP) —`, its dash included); 0 if there is none."""
    found = _DATELINE.match(text, start, min(stop, start + 140))
    if not found or stop - found.end() < 20:
        return 0
    return found.start() + len(found[0].rstrip())
