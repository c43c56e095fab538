"""Does a sentence end at this full stop?

News has abbreviations, ranks, initials, ellipses, quotes that close after the stop and, often, no space where one
belongs. All of it is decided from the word before the stop and what comes after it; nothing looks further than a few words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from types import MappingProxyType

from storydiff.analysis.lexicon import table, word_set
from storydiff.normalise import MONTH_WORDS, WEEKDAY_WORDS
from storydiff.patterns import late

RUN = re.compile(r"[.!?…:;](?:(?<![:;])(?:[.!?…]|[ \u00a0]\.)*+[\"”’'»)\]]*+(?:\s?\[\d{1,3}\])*+|(?<=[:;])-?\)(?=\s))")
"""A run of final punctuation (`. . .` is one) with the marks and note numbers that close after it, or a face made of signs."""
_STOPS = [(sign, re.compile(re.escape(sign))) for sign in ".!?…"]
_FACES = [(re.compile(r"\)(?<=[:;].)(?=\s)"), 2), (re.compile(r"\)(?<=[:;]-.)(?=\s)"), 3)]  # each with its length
_STRAIGHT_MARK = re.compile('"')
_OPENERS = "\"“‘'«([¿¡"
_SINGLE_STOPS = frozenset(".!?")
_QUOTES = frozenset("\"”’'»")
_DASHES = frozenset("-–—")
_NEXT_WORD = late(r"[^\W\d_]+(?:['’][a-z]{1,3})?")
_LETTERS_AND_STOPS = late(r"(?:[^\W\d_]\.){1,6}[^\W\d_]\Z")
_GLUED_WORD = late(r"(?:[A-Z][^\W\d_]{1,30}|[AI])(?=[\s,;:.!?'’-]|\Z)")
_PLAIN_WORD = re.compile(r"[^\W\d_]*[a-z][a-z]\Z|\d{2,4}\Z|[^\W\d_]{2,20}[)\]”\"’'%]\Z")
_IN_ADDRESS = re.compile(r"[@/\\=]|www\.")
_DOMAINS = frozenset(
    ["com", "org", "net", "gov", "edu", "info", "js", "co", "uk", "tv", "io", "html", "htm", "php", "asp", "pdf", "jpg"]
)
_AFTER_CLOCK = (
    WEEKDAY_WORDS
    | MONTH_WORDS
    | frozenset(
        "eastern central mountain pacific atlantic et ct mt pt est edt cst cdt mst mdt pst pdt gmt bst utc cet ist local".split()
    )
)
_AFTER_STREET = frozenset(
    [
        "the",
        "he",
        "she",
        "it",
        "they",
        "this",
        "that",
        "but",
        "and",
        "when",
        "his",
        "her",
        "their",
        "there",
        "police",
        "officers",
        "we",
    ]
)
_TAG = late(
    r"(?:[A-Z][\w.’'-]{0,30}\s){1,4}?(?:said|says|asked|asks|wrote|writes|tweeted|added|adds|told|shouted|yelled|replied|wondered|cried|exclaimed)\b"
)
_ITEM = re.compile(r"(?:\d{1,3}|[A-Za-z])\Z")


@cache
def abbreviations() -> MappingProxyType[str, str]:
    """Abbreviation without its last stop → its class, as in `lexicons/en/abbreviations.txt`."""
    return MappingProxyType({row[0]: row[1] for row in table("abbreviations")})


@cache
def _abbreviation_endings() -> frozenset[str]:
    """The last three letters of the abbreviations that have as many: most words are none by their ending alone."""
    return frozenset([word[-3:] for word in abbreviations()])


Place = tuple[int, int]
"""Where a sentence ends and the next begins. A plain tuple: there is one for every sentence."""


def stops_of(text: str) -> list[int]:
    """Where in `text` a `RUN` may begin, in order."""
    found = []
    for sign, pattern in _STOPS:  # the engine leaps to a single sign four times as fast as to one of a set
        if sign in text:
            found += [match.start() for match in pattern.finditer(text)]
    if ")" in text:
        for pattern, length in _FACES:
            found += [match.end() - length for match in pattern.finditer(text)]
    found.sort()
    return found


def ends_here(text: str, run: re.Match[str], start: int, line: tuple[int, int]) -> Place | None:
    """Where the sentence that began at `start` in `line` ends, if it does at `run`; the line has no white space at its end, and goes on after `run`."""
    at, end = run.span()
    if not text[end].isspace():
        return _without_space(text, run, start, line)
    stop = line[1]
    begin = first = _skip_space(text, end, stop)
    if not text[first].isalnum():
        if (
            text[first] in "\"”'"
            and (first + 1 >= stop or text[first + 1].isspace())
            and (text[first] == "'" or _quote_is_open(text, line, at))
        ):
            end = first + 1  # a closing mark set apart from its sentence
            begin = first = _skip_space(text, end, stop)
        while begin < stop and text[begin] in _OPENERS:
            begin += 1
        if begin >= stop:
            return None
    marks = run[0]
    if marks not in _SINGLE_STOPS and _is_ellipsis(marks):
        return _after_ellipsis(text, run, start, first, begin, end)
    return (end, first) if _stop_ends(text, run, start, line, first, begin) else None


@lru_cache(maxsize=1)  # asked of few lines, but of these for stop after stop
def _is_careless(text: str, line: tuple[int, int]) -> bool:
    """Whether the line is written without much regard for capitals, as posts are."""
    return text[line[0]].islower() or text.find(" i ", *line) >= 0


def _quote_is_open(text: str, line: tuple[int, int], at: int) -> bool:
    """Whether a straight quote mark that stands in the line before `at` is still open."""
    return bisect_left(_straight_marks(text, line), at) % 2 == 1


@lru_cache(maxsize=1)
def _straight_marks(text: str, line: tuple[int, int]) -> list[int]:
    return [match.start() for match in _STRAIGHT_MARK.finditer(text, *line)]


def _skip_space(text: str, at: int, stop: int) -> int:
    while at < stop and text[at].isspace():
        at += 1
    return at


def _is_ellipsis(run: str) -> bool:
    return "…" in run or ".." in run or ". ." in run


def _after_ellipsis(text: str, run: re.Match[str], start: int, first: int, begin: int, end: int) -> Place | None:
    at = run.start()
    if at == start or text[at - 1] in "[(" or not (text[begin].isupper() or text[begin].isdigit()):
        return None
    dots = run[0].count(".") + 3 * run[0].count("…")
    if run[0].startswith(". .") and dots > 3 and not text[at - 1].isspace():
        return at + 1, _skip_space(text, at + 1, end)
    word = _NEXT_WORD().match(text, begin)
    if dots < 4 and word and word[0].startswith("I") and len(word[0].partition("’")[0].partition("'")[0]) == 1:
        return None  # "what I mean ... I didn't": one hesitating sentence
    return end, first


def _stop_ends(text: str, run: re.Match[str], start: int, line: tuple[int, int], first: int, begin: int) -> bool:
    """Whether a run with space after it ends a sentence; `text[begin]` is what follows, opening marks apart."""
    letter = text[begin]
    marks = run[0]
    at = run.start()
    if letter in _DASHES or letter in ")]”":
        return False
    if marks[0] != ".":
        if letter.islower():
            if begin == first:
                return marks[-1] not in _QUOTES and _is_careless(text, line)
            return text[first] in '“"'
        return not (marks[-1] in _QUOTES and begin == first and _TAG().match(text, begin))
    if not letter.islower() and ends_as_word(text, at, start):
        return True
    token = _word_before(text, at, start)
    if not token:
        return text[at - 1].isspace() and not letter.isdigit() and letter.isupper()
    if token[-1] in "([,;":
        return False
    if letter.islower():
        if begin == first:
            odd = text[begin + 1 : begin + 2].isupper() or text.startswith(("http", "www."), begin)  # "iPhone"
            if not odd and (marks != "." or len(token) < 2 or not _is_careless(text, line)):
                return False
            return not _kind(token)
        return text[first] in '“"' and not _kind(token) and len(token) > 1
    if at - len(token) == start and _ITEM.match(token):
        return False  # "1. The first item"
    kind = _kind(token)
    if not kind:
        return True
    if marks[-1] in _QUOTES:
        return kind != "title"
    return _abbreviation_ends(text, kind, token, letter, begin, start, at)


def ends_as_word(text: str, at: int, start: int) -> bool:
    """Whether the letters before `at` are no abbreviation's: true of nearly every stop, and cheaper than cutting the word out."""
    ending = text[at - 3 : at]
    return at - start > 2 and ending.isalpha() and ending.islower() and ending not in _abbreviation_endings()


def _word_before(text: str, at: int, start: int) -> str:
    before = text[max(start, at - 25) : at]
    if not before or before[-1].isspace():
        return ""
    token = before.rsplit(None, 1)[-1].lstrip("\"“‘'([")
    for mark in "-–—/":  # "then-Gov.", "Sgt./Lt."
        if mark in token:
            token = token.rpartition(mark)[2]
    return token


def _kind(token: str) -> str:
    """The class of an abbreviation, `initial` for one letter, "" for a word."""
    known = abbreviations()
    kind = known.get(token) or known.get(token.lower())
    if kind:
        return kind
    if len(token) == 1 and token.isupper():
        return "initial"
    return "other" if "." in token and _LETTERS_AND_STOPS().match(token) else ""


def _abbreviation_ends(text: str, kind: str, token: str, letter: str, begin: int, start: int, at: int) -> bool:
    if kind in ("title", "middle"):
        return False
    if not letter.isupper():
        return kind == "number" and not letter.isdigit()
    match = _NEXT_WORD().match(text, begin)
    word = match[0].lower().replace("’", "'") if match else ""
    if kind == "number":
        return len(token) > 1 and word not in {"i", "ii", "iii", "iv", "v", "vi"}
    if kind == "street":
        return word in _AFTER_STREET
    if kind == "time":
        # "At 5 a.m. Mr. Smith left": too short yet for a sentence
        return word not in _AFTER_CLOCK and (at - start > 20 or text.count(" ", start, at) > 2)
    if kind == "initial" and not token.startswith("I") and word in {"i", "a", "mr", "mrs", "ms"}:
        return False
    return word in word_set("sentence_starters")


def _without_space(text: str, run: re.Match[str], start: int, line: tuple[int, int]) -> Place | None:
    """`comply."When he`, `rest.Kwame left`: a sentence ends although no space follows."""
    at, end = run.span()
    letter = text[end]
    if at <= start or not (letter.isalpha() or letter in "“‘"):
        return None
    marks = run[0]
    closing = marks.lstrip(".!?")
    turned = closing == '"' and not _quote_is_open(text, line, at)  # the mark belongs to what follows
    if _is_ellipsis(marks) or not (letter.isupper() or turned or letter in "“‘"):
        return None
    token = _word_before(text, at, start)
    if not _PLAIN_WORD.search(token):
        return None
    if letter in "“‘":
        return None if closing else (end, end)
    if _IN_ADDRESS.search(token) or _kind(token):
        return None
    if turned:
        return end - 1, end - 1
    if closing:
        return (end, end) if closing[-1] in '"”)' and not _TAG().match(text, end) else None
    word = _GLUED_WORD().match(text, end)
    if not word or word[0].lower() in _DOMAINS or "." in token:
        return None
    rest = text[word.end() : min(line[1], word.end() + 30)].split(None, 1)
    return None if rest and not text[word.end()].isspace() and _IN_ADDRESS.search(rest[0]) else (end, end)
