"""Numbers that count nothing: roads, models, telephone numbers, dates, clock times, addresses, scores, years, labels."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from storydiff.analysis.beside import STOPS
from storydiff.analysis.lexicon import word_set
from storydiff.analysis.number_words import Numeral
from storydiff.model import Mention, Name, Place, TimeExpression
from storydiff.patterns import late

_DIGIT = re.compile(r"\d")
_SKIPPED = re.compile(
    r"""(?=\(|\d{1,4}+(?:[-.:/)s]|\s{0,2}[-.\d]|\s?(?:[ap][.m]|o[’']|hrs|gmt)))(?:  # what comes after the first digits tells most apart
      \(?\d{3}\)?[-.\s]{1,2}\d{3}[-.]\d{4}(?!\d) | 1[-.]\d{3}[-.]\d{3}[-.][\da-z]{4} | \d{3}[-.]\d{4}(?!\d)
     |\d{3}[-.]\d{3}[-.][a-z]{4} | \(\d{3}\)\s?\d{3}
     |\d{1,2}/\d{1,2}/\d{2,4} | \d{4}-\d{2}(?:-\d{2})?(?!\d)(?!\s?%) | \d{1,4}\.\d{1,4}\.\d{1,4}(?:\.\d{1,4})?
     |\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\b|hrs\b|gmt\b|bst\b|est\b|edt\b|pst\b|pdt\b|cst\b|cdt\b)
     |\d{1,2}:\d{2}(?::\d{2})?
     |\d{1,2}\s?(?:[ap]\.\s?m\.|[ap]m\b|o[’']clock\b)
     |\d{3,4}\s?(?:[ap]\.m\.|[ap]m\b|hrs\b|gmt\b)
     |(?:19|20)\d\ds\b | \d{3,4}s\b
    )""",
    re.VERBOSE,
)  # fmt: skip
_CLOCK_WORD = re.compile(r"\s{1,3}(?:o[’']clock|a\.m|p\.m|in\sthe\s(?:morning|afternoon|evening))\b")
_SCORE = re.compile(
    r"\s?[-–]\s?\d{1,3}(?![\d,.]{0,3}\d|\s?(?:-|percent|per\scent|%|year|month|week|day|hour|minute|mile|foot|feet|inch|people|million|billion|trillion|hundred|thousand|[a-z]{1,20}s\b))"
)
_LABEL_BEFORE = re.compile(r"(?:^|(?<=[\s(“\"‘]))([a-z][a-z.]{0,14})[\s#]{1,3}\Z")
_CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}")  # of an American station: "KXQZ 8"
_GLUED = frozenset("#/:_@~=&\\")
_STREET = late(
    r"\s(?:[NSEW]\.?\s|North\s|South\s|East\s|West\s)?(?:[A-Z0-9][\w'’.]{0,20}\s){1,4}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Way|Court|Ct|Highway|Hwy|Parkway|Pkwy|Place|Pl|"
    r"Circle|Terrace|Trail|Pike|Loop|Freeway|Square)\b"
)
_MONTH_BEFORE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s{1,3}(?:the\s{1,3})?\Z"
)
_MONTH_LETTERS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec the".split())
_NAMED_AFTER = re.compile(
    r"(?:\s{1,3}|-)(?=[adfjmnosb])(?:(?P<block>block)|(?<!-)(?:of\s{1,3})?(?:january|february|march|april|may|june|july|august|september|october|november|december))\b"
)
_BEFORE_ONE = frozenset(
    "no any every some this that the each which next last first new good only another a an loved little big young old".split()
)
_ONE_BEFORE = late(rf"\b(?:{'|'.join(sorted(_BEFORE_ONE))})[\s-]\Z")
_ONE_AFTER = late(
    r"\s{1,3}(?:of|another|day\b(?!s)|thing|time\slater|more\stime)\b|[-’'](?!year|month|week|day|hour|minute|mile|foot|story|inch|bedroom|vehicle|car|man|woman)"
)
_RARE_YEARS = (1700, 2100)
_WORD_AFTER = late(r"[^\S\n]{1,3}([a-z]{3,20})s\b(?!\s{1,3}(?:of|by|for|primary)\b)")


def blocked_spans(
    times: Iterable[TimeExpression], places: Iterable[Place], names: Sequence[Name], numbers: Iterable[int]
) -> tuple[list[int], list[int]]:
    """Starts and ends, sorted, of what holds numbers that count nothing; `names` in reading order, `numbers`: where numbers may begin."""
    held: list[Mention] = [time for time in times if time.kind in ("clock", "date")]
    held += [place for place in places if place.kind in ("address", "block", "intersection", "street")]
    starts = [name.start for name in names]
    for number in numbers:
        index = bisect_right(starts, number) - 1
        if index >= 0 and number < names[index].end and _DIGIT.search(names[index].text):
            held.append(names[index])
    spans = sorted((one.start, one.end) for one in held)
    return [start for start, _ in spans], [end for _, end in spans]


def is_blocked(spans: tuple[list[int], list[int]], start: int) -> bool:
    """Whether `start` lies in one of the spans."""
    index = bisect_right(spans[0], start) - 1
    return index >= 0 and start < spans[1][index]


def not_a_count(text: str, lower: str, number: Numeral, before: str) -> int:
    """Where to go on reading, if the number counts nothing; else 0.

    `text` as it stands, `lower` in lower case; `before`: the word before the number as `word_before` tells it.
    """
    start, end = number.start, number.end
    previous = lower[start - 1] if start else ""
    if number.form in ("figure", "ordinal") and lower[start : start + 1].isdigit():
        return _figure(text, lower, start, end, previous, number, before)
    if _CLOCK_WORD.match(lower, end) or (previous and previous in "-/" and start > 1 and lower[start - 2].isalnum()):
        return end
    if number.form == "word":
        if number.value == 1 and (_is_no_number(lower, start, before) or _ONE_AFTER().match(lower, end)):
            return end
        if text[start].isupper() and previous == " " and _is_label(text, lower, start, before, capital=True):
            return end
        if number.value < 32 and _follows_month(lower, start, before):
            return end
    return 0


def _figure(text: str, lower: str, start: int, end: int, previous: str, number: Numeral, before: str) -> int:
    begin = start - 1 if previous == "(" else start
    if skipped := _SKIPPED.match(lower, begin):
        return skipped.end()
    if previous in _GLUED or (previous and previous in "'’" and end - start == 2):
        return end
    if (
        previous
        and previous in "-–"
        and start > 1
        and _is_glued(lower, start)
        and not _joined_measure(lower, start, end)
    ):
        return end
    after = lower[end : end + 1]
    if (after and after in "/_@") or (after == ":" and lower[end + 1 : end + 2].isdigit()):
        return end
    goes_on = after not in STOPS
    named = _NAMED_AFTER.match(lower, end) if goes_on else None
    if named is not None and (named["block"] or number.value < 32):
        return end
    if previous == " " and _is_label(text, lower, start, before, capital=False):
        return end
    if number.value < 32 and _follows_month(lower, start, before):
        return end
    if number.form == "ordinal":
        return 0
    if after == " " and text[end + 1 : end + 2].isupper() and _STREET().match(text, end):
        return end
    if goes_on and (score := _SCORE.match(lower, end)):
        return score.end()
    if _looks_like_a_year(lower, start, end, number.value):
        return end
    return 0


def _is_no_number(lower: str, start: int, before: str) -> bool:
    """Whether "one" is the one of "no one", "this one"."""
    return before in _BEFORE_ONE if before else _ONE_BEFORE().search(lower, max(0, start - 10), start) is not None


def _follows_month(lower: str, start: int, before: str) -> bool:
    if before and before[:3] not in _MONTH_LETTERS:
        return False
    return _MONTH_BEFORE.search(lower, max(0, start - 14), start) is not None


def _is_glued(lower: str, start: int) -> bool:
    """ "I-405", "2015-16"; not the upper end of a range, "5-10"."""
    return lower[start - 2].isalpha() or lower[max(0, start - 5) : start - 1].isdigit()


def _joined_measure(lower: str, start: int, end: int) -> bool:
    """ "then-34-year-old", "magnitude-5.9": the number is meant."""
    return lower.startswith(("-year", "-month", "-week", "-day"), end) or lower.endswith("magnitude-", 0, start)


def _looks_like_a_year(lower: str, start: int, end: int, value: float) -> bool:
    if end - start != 4 or not _RARE_YEARS[0] <= value < _RARE_YEARS[1] or "." in lower[start:end]:
        return False
    if start and lower[start - 1] in "$£€¥":
        return False
    following = _WORD_AFTER().match(lower, end)
    return following is None or value >= 1900


def _is_label(text: str, lower: str, start: int, before: str, capital: bool) -> bool:
    """ "Route 9", "No. 2", "Phase Two": the word before names the number, it is not counted."""
    if before and before not in word_set("number_labels") and before[0] not in "kw":
        return False
    match = _LABEL_BEFORE.search(lower, max(0, start - 18), start)
    if match is None:
        return False
    if match[1].rstrip(".") not in word_set("number_labels") and not _CALL_SIGN.fullmatch(text[slice(*match.span(1))]):
        return False
    return text[match.start(1)].isupper() or not capital
