"""Numbers as they are written: figures, words, fractions, dozens. Finds them; what they count is for `quantities`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from storydiff.analysis.lexicon import alternation
from storydiff.analysis.number_values import (
    LAKH_CRORE,
    ORDINALS,
    PARTS,
    SCALES,
    SHORT_SCALES,
    SPLIT,
    VAGUE,
    VALUES,
    VULGAR,
    digits_after_point,
    read_words,
)
from storydiff.analysis.words import starts_of
from storydiff.patterns import late


class Numeral(NamedTuple):
    """A number as written, without what it counts.

    `low`/`high` differ from `value` for vague words only ("dozens": 24 and up). `step`: the smallest written unit.
    `form`: figure, word, fraction, vague, ordinal, times ("twice").
    """

    start: int
    end: int
    value: float
    low: float | None
    high: float | None
    step: float
    form: str


_WORD = alternation((*VALUES, *SCALES, "dozen"))
_PART = alternation(PARTS)
_GAP = r"(?:\s{1,3}|\s?-\s?)"
# Grouped by thin spaces, by spaces ("1 414 021 100"), as in India ("12,34,567"), by commas; else plain. The plain one that
# cannot be grouped goes first: most are.
_FIGURE = (
    r"\d{1,15}+(?![\d]|[,. \u00a0\u2009\u202f]\d)"
    r"|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3}){1,5}(?!\d)|\d{1,3}(?:[ ]000){1,4}(?!\d)|\d{1,3}(?:[ ]\d{3}){2,4}(?![ -]?\d)"
    r"|\d{1,2}(?:,\d{2}){1,4},\d{3}(?![\d,]{0,3}\d)(?:\.\d{1,6})?|\d{1,3}(?:,\d{3}){1,5}(?![\d,]{0,3}\d)(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,8})?|\.\d{1,8}"
)
# Figures and words are sought apart: a figure is found by its first sign alone.
_FIGURE_TRIGGER = re.compile(r"[0-9½¼¾⅓⅔⅕⅙⅛⅜⅝⅞.](?:(?<!\.)(?<![\w.].)|(?<=\.)[0-9](?<![\w.]..))")
_SCAN_FIGURE = re.compile(
    rf"""(?P<figure>{_FIGURE})(?P<ordinal>st\b|nd\b|rd\b|th\b)?
        (?:(?P<fraction>(?:[ ]{{1,2}}\d{{1,2}})?/\d{{1,2}}(?![/\d]))|(?P<vulgar>[ ]?[½¼¾⅓⅔⅕⅙⅛⅜⅝⅞]))?
        (?:(?:\s|-)?(?P<scale>lakh\scrore|dozens?|hundred|thousand|million|billion|trillion|lakh|crore)\b
          |[ ]?(?P<short>k|mn|mil|bn|bln|tn|tln|(?=[mbt])(?:(?<=[$£€]\d)[mbt]|(?<=[$£€]\d\d)[mbt]|(?<=[$£€]\d\d\d)[mbt]|(?<=[$£€]\d\.\d)t|(?<=[$£€]\d\d\.\d)t|(?<=[$£€]\d\.\d\d)t|(?<=\d\.\d)[mb]))(?![\w'’]))?""",
    re.VERBOSE,
)  # fmt: skip
_LETTERS = re.compile(r"[a-z]++")
_MORE_WORDS = re.compile(rf"(?:{_GAP}(?:and\s{{1,3}})?{_WORD}\b(?!s)){{1,12}}+")
_POINT = late(rf"\s{{1,3}}point(?:[\s-]{{1,3}}{_WORD}\b){{1,6}}")
_AFTER_TEN = re.compile(rf"(?:\s{{1,3}}|\s?-\s?){alternation((*VALUES, *SCALES, *PARTS, 'dozen', 'and', 'point'))}")
_AFTER_DIGIT = re.compile(rf"(?:\s{{1,3}}|\s?-\s?){alternation((*SCALES, *PARTS, 'dozen', 'and', 'point'))}")
_TIMES = late(
    r"(?:twice|thrice)\b(?!\s(?:as|the|that|what|this|her|his|their|its|more|an?|daily|weekly|monthly|yearly|every|each)\b|-)"
)
_HALF = late(
    r"(?:half(?:[\s-]an?)?[\s-](?:dozen|million|billion|trillion|hundred|thousand)|quarter[\s-](?:million|billion))\b"
)
_AND_A_HALF = re.compile(r"\sand\sa\shalf(?=\s|-)")
_PART_AFTER = late(rf"(?P<gap>\s?-\s?|\s{{1,3}})(?P<part>{_PART})\b")
_AND_PART = late(rf"\s{{1,3}}and\s{{1,3}}(?:(?P<top>an?|one|two|three|four|five|seven)[\s-]{{1,3}})(?P<part>{_PART})\b")
_GRADE = late(r"[\s-]{1,3}(?:grade|year|floor|place|class|degree)")
_DOZENS = late(r"\s{1,2}dozens?\b")
_LARGE = frozenset({"thousand", "million", "billion", "trillion"})
_SCALE_AFTER = late(r"\s{1,3}(?:of\s{1,3}an?\s{1,3})?(?P<scale>thousand|million|billion|trillion)\b")
_SPACE_OF = re.compile(r"\sof")
_OF = re.compile(r"\s{1,3}of\b")
_GROUPING = re.compile(r"[,\s]")
_SIGN = late(r"(?<![\w)\]%.-])((?:minus|negative)\s{1,3}|[-−])\Z")
_ARTICLE = re.compile(r"\b(?:an?|one)[\s-]{1,3}\Z")
_NOT_A_THIRD = late(r"\b(?:the|his|her|their|its|first|second|no|this|that|every|each|in|on|last|next)\s{1,3}\Z")


def numerals(text: str, starts: Iterable[int], held: Callable[[int], bool]) -> Iterator[Numeral]:
    """The numbers in `text` (in lower case) that begin at one of `starts`, in order, without overlap.

    `held`: whether a place is within what is no number, such as a date or a name; figures there are passed over.
    """
    last = 0
    signed = "minus" in text or "negative" in text
    for start in starts:
        if start < last:
            continue
        found: Numeral | None = None
        if word := _LETTERS.match(text, start):
            found = _READERS[word[0]](text, start, word.end())
        elif figure := _SCAN_FIGURE.match(text, start):
            if held(start):
                last = figure.end()
                continue
            found = _figure(figure)
            if found is not None and figure.lastgroup == "scale":
                found = _with_lesser(text, found)
        elif text[start] in VULGAR:
            found = _exact(start, start + 1, VULGAR[text[start]], "fraction", 0.01)
        if found is not None:
            last = found.end
            yield _with_sign(text, found) if signed or text[found.start - 1] in "-−" else found


@lru_cache(maxsize=4)  # times and quantities ask for the same text
def figure_starts(text: str) -> list[int]:
    """Where in `text` a number in figures may begin, in order: not within a word, nor after a point."""
    return [trigger.start() for trigger in _FIGURE_TRIGGER.finditer(text)]


def number_starts(text: str) -> list[int]:
    """Where a number may begin: not within a word, nor after a point but that of a sentence ("fled.Two")."""
    found = figure_starts(text).copy()
    found += [
        start
        for start in starts_of(text, _WORDS)
        if text[start - 1 : start] != "." or text[max(0, start - 4) : start - 1].isalpha()
    ]
    found.sort()
    return found if len(found) <= _ROW else _without_rows(found)


_ROW = 64
_NEAR = 8


def _without_rows(starts: list[int]) -> list[int]:
    """All of `starts` but what goes on where `_ROW` numbers have followed one another, each at most `_NEAR` characters after the last.

    No sentence tells so many numbers in a row; a table or a dump of data does, and may be as long as it likes.
    """
    kept: list[int] = []
    row, previous = 0, -_NEAR
    for start in starts:
        row = row + 1 if start - previous <= _NEAR else 0
        previous = start
        if row < _ROW:
            kept.append(start)
    return kept


def _with_sign(text: str, found: Numeral) -> Numeral:
    sign = _SIGN().search(text, max(0, found.start - 9), found.start)
    if sign is None:
        return found
    value = -found.value
    return found._replace(start=sign.start(1), value=value, low=value, high=value)


_LESSER = re.compile(r"(?P<gap>\s(?:and\s)?)(?=\d)")


def _with_lesser(text: str, found: Numeral) -> Numeral:
    """A figure with a scale and the lesser figures that go on with it: "4 thousand 3 hundred and 21"."""
    for _ in range(3):
        gap = _LESSER.match(text, found.end)
        match = _SCAN_FIGURE.match(text, gap.end()) if gap else None
        lesser = _figure(match) if match else None
        if gap is None or lesser is None or lesser.form != "figure" or not 0 < lesser.value < found.step:
            break
        if (gap["gap"].strip() and found.step != 100) or (not gap["gap"].strip() and lesser.step < 100):
            break
        found = found._replace(end=lesser.end, value=found.value + lesser.value, low=None, high=None, step=lesser.step)
        found = found._replace(low=found.value, high=found.value)
    return found


def _exact(start: int, end: int, value: float, form: str, step: float) -> Numeral:
    return Numeral(start, end, value, value, value, step, form)


def _figure(match: re.Match[str]) -> Numeral | None:
    start, end = match.span(1)
    digits = match[1]
    if digits.startswith("00"):
        return None  # the end of a figure that a space has cut: "2, 000"
    plain = digits.isdigit()
    value = float(digits if plain else _GROUPING.sub("", digits))
    step = 1.0 if plain else 10.0 ** -len(digits.partition(".")[2])
    if match.lastgroup == "figure":  # nothing follows that tells more of its value: most are so
        if match.string.startswith("and", end + 1) and (half := _AND_A_HALF.match(match.string, end)):
            return _exact(start, half.end(), value + 0.5, "fraction", 0.5)
        return Numeral(start, end, value, value, value, step, "figure")
    ordinal, fraction, vulgar, written, short = match.group("ordinal", "fraction", "vulgar", "scale", "short")
    if ordinal:
        return _exact(start, match.end("ordinal"), value, "ordinal", 1)
    form = "figure"
    if fraction:
        whole, _, bottom = fraction.partition("/")
        if not int(bottom):
            return _exact(start, end, value, form, step)
        value = value + float(whole) / float(bottom) if whole.strip() else value / float(bottom)
        form, step = "fraction", 0.01
    elif vulgar:
        value, form, step = value + VULGAR[vulgar.strip()], "fraction", 0.01
    written = written or ""
    end = match.end()
    if written.startswith("dozen"):
        return _exact(start, end, 12 * value, form, 1)
    scale = LAKH_CRORE if written.startswith("lakh ") else SCALES.get(written) or SHORT_SCALES.get(short or "", 1)
    if written in _LARGE and (joined := _AND_PART().match(match.string, end)):  # "3 million and a half"
        part = VALUES.get(joined["top"], 1) / PARTS[joined["part"]]
        return _exact(start, joined.end(), (value + part) * scale, form, scale / 100)
    return _exact(start, end, value * scale, form, step * scale)


def _number_word(text: str, start: int, end: int) -> Numeral | None:
    phrase = text[start:end]
    value: float | None = VALUES.get(phrase)
    if value is not None and (_AFTER_TEN if value >= 20 else _AFTER_DIGIT).match(text, end) is None:  # most stand alone
        return _exact(start, end, value, "word", 1.0)
    begin, step = start, 1.0
    more = _MORE_WORDS.match(text, end)
    words_end = end
    if more is not None:
        words_end = more.end()
        value, end, step = read_words(text[start:words_end])
        end += start
        if phrase in SCALES:
            begin = _with_article(text, start)
    elif value is None:
        begin = _with_article(text, start)
        if begin == start and phrase != "dozen":
            return None
        value, step = (12.0, 1.0) if phrase == "dozen" else (float(SCALES[phrase]), float(SCALES[phrase]))
    if point := _POINT().match(text, words_end):
        digits = digits_after_point(point[0])
        if digits:
            return _exact(begin, point.end(), value + float(f"0.{digits}"), "word", 10.0 ** -len(digits))
    if dozens := _DOZENS().match(text, end):  # "three hundred and two dozens"
        return _exact(begin, dozens.end(), value + 11 * (value % 100), "word", 1)
    return _with_fraction(text, begin, end, value, step)


def _with_fraction(text: str, start: int, end: int, value: float, step: float) -> Numeral:
    part = _PART_AFTER().match(text, end)
    if part and _GRADE().match(text, part.end()) is None:
        whole, top = _whole_and_top(text[start:end], value)
        bottom = PARTS[part["part"]]
        plural = part["part"].endswith("s") or bottom in (2, 4)
        if top >= bottom and plural:  # "one hundred and thirty-two fifths": nothing but fifths
            whole, top = 0, value
        proper = 0 < top < bottom and (plural or "-" in part["gap"] or (top == 1 and not whole))
        if proper or part["part"].endswith("s"):
            unit = _whole_scale(text[start:end]) if whole else 1
            return _scaled(text, start, part.end(), whole + unit * top / bottom, bool(whole))
    if joined := _AND_PART().match(text, end):
        top = VALUES.get(joined["top"], 1)
        size = step if step > 100 else 1
        return _scaled(text, start, joined.end(), value + size * top / PARTS[joined["part"]], True)
    return _exact(start, end, value, "word", step)


def _whole_and_top(phrase: str, value: float) -> tuple[float, float]:
    """ "two" → (0, 2); "one hundred and three" → (100, 3): what stands before the fraction and its numerator."""
    before, _, after = phrase.rpartition(" and ")
    if not before:
        return 0, value
    return read_words(before)[0], read_words(after.strip())[0]


def _whole_scale(phrase: str) -> int:
    """ "two million and" three fifths: fifths of a million."""
    last = SPLIT.split(phrase.rpartition(" and ")[0])[-1]
    return SCALES[last] if last in _LARGE else 1


def _scaled(text: str, start: int, end: int, value: float, mixed: bool) -> Numeral:
    """A fraction and a scale after it: "three quarters of a million". `mixed`: there is a whole number too."""
    scale = _SCALE_AFTER().match(text, end)
    if scale and value < 100:
        size = SCALES[scale["scale"]]
        return _exact(start, scale.end(), value * size, "word", size / 100)
    return _exact(start, end, value, "word" if mixed else "fraction", 0.01)


def _half(text: str, start: int, end: int) -> Numeral | None:
    """ "half a million", "a quarter million"; else as a part of something."""
    match = _HALF().match(text, start)
    if match is None:
        return _part(text, start, end)
    words = SPLIT.split(match[0])
    value = (12 if words[-1] == "dozen" else SCALES[words[-1]]) / PARTS[words[0]]
    return _exact(_with_article(text, start), match.end(), value, "word", value / 2)


def _part(text: str, start: int, end: int) -> Numeral | None:
    """ "half of", "a third of", "nearly half": not "the third man", "the second half", "a quarter past"."""
    word = text[start:end]
    begin = _with_article(text, start)
    of = _OF.match(text, end)
    if word in ORDINALS and not (of and begin < start):
        return _exact(start, end, ORDINALS[word], "ordinal", 1)
    if word == "quarter" and not (of and begin < start):
        return None
    if word == "half" and (_NOT_A_THIRD().search(text, max(0, start - 8), start) or text[end : end + 1] == "-"):
        return None
    return _exact(begin, end, 1 / PARTS[word], "fraction", 0.01)


def _ordinal(text: str, start: int, end: int) -> Numeral:
    return _exact(start, end, ORDINALS[text[start:end]], "ordinal", 1)


def _several(text: str, start: int, end: int) -> Numeral | None:
    word = text[start:end]
    low = VAGUE[word]
    return Numeral(start, end, low, low, None, 1, "vague") if word != "scores" or _SPACE_OF.match(text, end) else None


def _couple(text: str, start: int, end: int) -> Numeral | None:
    begin = _with_article(text, start)
    return Numeral(begin, end, 2, 2, 3, 1, "vague") if begin < start or _OF.match(text, end) else None


def _times(text: str, start: int, end: int) -> Numeral | None:
    if _TIMES().match(text, start) is None:
        return None
    return _exact(start, end, 2 if text[start:end] == "twice" else 3, "times", 1)


def _with_article(text: str, start: int) -> int:
    article = _ARTICLE.search(text, max(0, start - 6), start)
    return article.start() if article else start


_READERS: dict[str, Callable[[str, int, int], Numeral | None]] = {
    **dict.fromkeys((*VALUES, *SCALES, "dozen"), _number_word),
    **dict.fromkeys(ORDINALS, _ordinal),
    **dict.fromkeys(("third", "fifth"), _part),
    **dict.fromkeys(("half", "quarter"), _half),
    **dict.fromkeys(VAGUE, _several),
    "couple": _couple,
    "twice": _times,
    "thrice": _times,
}
"""By the word a number begins with: what reads it, given the text and where the word starts and ends."""
_WORDS = frozenset(_READERS)  # asked for every word of a text, and a set answers sooner
