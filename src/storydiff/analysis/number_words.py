"""Numbers as they are written: figures, words, fractions, dozens. Finds them; what they count is for `quantities`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINAL_SMALL = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]

VALUES = {word: number for number, word in enumerate(_SMALL)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12,
    "lakh": 100_000, "crore": 10_000_000,
}  # fmt: skip
_SHORT_SCALES = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "mil": 1_000_000, "b": 10**9, "bn": 10**9, "bln": 10**9, "tn": 10**12, "tln": 10**12}  # fmt: skip
ORDINALS = (
    {word: number for number, word in enumerate(_ORDINAL_SMALL, 1)}
    | {word[:-1] + "ieth": 10 * number for number, word in enumerate(_TENS, 2)}
    | {"hundredth": 100, "thousandth": 1_000, "millionth": 1_000_000}
)
_PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    plural: number for word, number in ORDINALS.items() if number > 2 for plural in (word, word + "s")
}
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅙": 1 / 6, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875}  # fmt: skip
_VAGUE = {  # low end of what the word may mean; "a couple" is two or a little more
    "dozens": 20, "scores": 30, "hundreds": 100, "thousands": 1_000, "millions": 10**6, "billions": 10**9,
    "several": 2, "multiple": 2, "numerous": 3,
}  # fmt: skip


class Numeral(NamedTuple):
    """A number as written, without what it counts.

    `low`/`high` differ from `value` for vague words only ("dozens": 24 and up). `step`: the smallest written unit.
    `form`: figure, word, fraction, vague, ordinal.
    """

    start: int
    end: int
    value: float
    low: float | None
    high: float | None
    step: float
    form: str


_WORD = "|".join(sorted([*VALUES, *SCALES, "dozen"], key=len, reverse=True))
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_PART = "|".join(sorted(_PARTS, key=len, reverse=True))
_GAP = r"(?:\s{1,3}|\s?-\s?)"
_FIGURE = r"\d{1,3}(?:[\u00a0\u2009\u202f]\d{3}){1,5}(?!\d)|\d{1,3}(?:[ ]000){1,4}(?!\d)|\d{1,3}(?:,\d{3}){1,5}(?![\d,]*\d)(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,8})?|\.\d{1,8}"
_TRIGGER = re.compile(
    r"(?<![\w.])(?:[0-9½¼¾⅓⅔⅕⅙⅛⅜⅝⅞]|\.[0-9]|"
    + "|".join(
        sorted({word[:4] for word in (*VALUES, *SCALES, *ORDINALS, *_VAGUE, "dozen", "couple", "half", "quarter")})
    )
    + ")"
)
_SCAN = re.compile(
    rf"""(?:
      (?P<figure>{_FIGURE})(?P<ordinal>st\b|nd\b|rd\b|th\b)?
        (?:(?P<fraction>(?:[ ]\d{{1,2}})?/\d{{1,2}}(?![/\d]))|(?P<vulgar>[ ]?[½¼¾⅓⅔⅕⅙⅛⅜⅝⅞]))?
        (?:(?:\s|-)?(?P<scale>hundred|thousand|million|billion|trillion|lakh|crore)\b
          |[ ]?(?P<short>k|mn|mil|bn|bln|tn|tln|(?<=[$£€]\d)[mb]|(?<=[$£€]\d\d)[mb]|(?<=[$£€]\d\d\d)[mb]|(?<=\d\.\d)[mb])(?![\w'’]))?
     |(?P<words>(?:{_WORD})(?:{_GAP}(?:and\s{{1,3}})?(?:{_WORD})\b(?!s)){{0,12}}+)(?!\w)
        (?P<point>\s{{1,3}}point(?:[\s-]{{1,3}}(?:{_WORD})\b){{1,6}})?
     |(?P<several>dozens|scores(?=\sof)|hundreds|thousands|millions|billions|several|multiple|numerous)\b
     |(?P<couple>couple)\b
     |(?P<half>half(?:[\s-]an?)?[\s-](?:dozen|million|billion|trillion|hundred|thousand)|quarter[\s-](?:million|billion))\b
     |(?P<part>half|quarter|third|fifth)\b
     |(?P<nth>(?:(?:{"|".join(_TENS)})[\s-])?(?:{_ORDINAL}))\b
     |(?P<sign>[½¼¾⅓⅔⅕⅙⅛⅜⅝⅞])
    )""",
    re.VERBOSE,
)  # fmt: skip
_PART_AFTER = re.compile(rf"(?P<gap>\s?-\s?|\s{{1,3}})(?P<part>{_PART})\b")
_AND_PART = re.compile(
    rf"\s{{1,3}}and\s{{1,3}}(?:(?P<top>an?|one|two|three|four|five|seven)[\s-]{{1,3}})(?P<part>{_PART})\b"
)
_GRADE = re.compile(r"[\s-]{1,3}(?:grade|year|floor|place|class|degree)")
_LARGE = frozenset({"thousand", "million", "billion", "trillion"})
_SCALE_AFTER = re.compile(r"\s{1,3}(?:of\s{1,3}an?\s{1,3})?(?P<scale>thousand|million|billion|trillion)\b")
_OF = re.compile(r"\s{1,3}of\b")
_GROUPING = re.compile(r"[,\s]")
_SPLIT = re.compile(r"[\s-]+")
_SIGN = re.compile(r"(?<![\w)\]%.-])((?:minus|negative)\s{1,3}|[-−])\Z")
_ARTICLE = re.compile(r"\b(?:an?|one)[\s-]{1,3}\Z")
_NOT_A_THIRD = re.compile(r"\b(?:the|his|her|their|its|first|second|no|this|that|every|each|in|on|last|next)\s{1,3}\Z")


def lowered(text: str) -> str:
    """`text` in lower case, every character still at its place."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c if len(d := c.lower()) != 1 else d for c in text)


def numerals(text: str) -> Iterator[Numeral]:
    """The numbers in `text` (in lower case), in order, without overlap; not yet told from dates, names and addresses."""
    last = 0
    for trigger in _TRIGGER.finditer(text):
        if trigger.start() < last:
            continue
        match = _SCAN.match(text, trigger.start())
        if match is None:
            continue
        found = _read(text, match)
        if found is not None:
            last = found.end
            yield (
                _negative(found, sign) if (sign := _SIGN.search(text, max(0, found.start - 9), found.start)) else found
            )


def _negative(found: Numeral, sign: re.Match[str]) -> Numeral:
    value = -found.value
    return found._replace(start=sign.start(1), value=value, low=value, high=value)


def _read(text: str, match: re.Match[str]) -> Numeral | None:
    start, end = match.span()
    kind = match.lastgroup
    if match["figure"] is not None:
        return _figure(match)
    if match["words"] is not None:
        return _words(text, match)
    if kind == "several":
        low = _VAGUE[match[0]]
        return Numeral(start, end, low, low, None, 1, "vague")
    if kind == "couple":
        begin = _with_article(text, start)
        return Numeral(begin, end, 2, 2, 3, 1, "vague") if begin < start or _OF.match(text, end) else None
    if kind == "half":
        value = _half_of(match[0])
        return _exact(_with_article(text, start), end, value, "word", value / 2)
    if kind == "sign":
        return _exact(start, end, _VULGAR[match[0]], "fraction", 0.01)
    if kind == "part":
        return _lone_part(text, start, end, match[0])
    return _exact(start, end, _ordinal(match[0]), "ordinal", 1)


def _exact(start: int, end: int, value: float, form: str, step: float) -> Numeral:
    return Numeral(start, end, value, value, value, step, form)


def _figure(match: re.Match[str]) -> Numeral:
    digits = match["figure"]
    value = float(_GROUPING.sub("", digits))
    if match["ordinal"]:
        return _exact(match.start(), match.end("ordinal"), value, "ordinal", 1)
    decimals = len(digits.partition(".")[2])
    step = 10.0**-decimals
    form = "figure"
    if fraction := match["fraction"]:
        whole, _, bottom = fraction.partition("/")
        if not int(bottom):
            return _exact(match.start(), match.end("figure"), value, form, step)
        value = value + float(whole) / float(bottom) if whole.strip() else value / float(bottom)
        form, step = "fraction", 0.01
    elif vulgar := match["vulgar"]:
        value, form, step = value + _VULGAR[vulgar.strip()], "fraction", 0.01
    scale = SCALES.get(match["scale"] or "") or _SHORT_SCALES.get(match["short"] or "", 1)
    return _exact(match.start(), match.end(), value * scale, form, step * scale)


def _words(text: str, match: re.Match[str]) -> Numeral | None:
    start = match.start()
    phrase = match["words"]
    if phrase.isalpha():
        value: float | None = VALUES.get(phrase)
        end = match.end("words")
        step = 1.0
        if value is None:
            start = _with_article(text, start)
            if start == match.start() and phrase != "dozen":
                return None
            value = step = 12.0 if phrase == "dozen" else float(SCALES[phrase])
            if phrase == "dozen":
                step = 1.0
    else:
        value, end, step = read_words(phrase)
        end += start
        if _SPLIT.split(phrase, maxsplit=1)[0] in SCALES:
            start = _with_article(text, start)
    if point := match["point"]:
        digits = _digits(point)
        if digits:
            return _exact(start, match.end("point"), value + float(f"0.{digits}"), "word", 10.0 ** -len(digits))
    return _with_fraction(text, start, end, value, step)


def _digits(point: str) -> str:
    """ "point seventy-one" → 71, "point five oh" → 5: a ten and a digit are one number, other words stand side by side."""
    found = ""
    for word in _SPLIT.split(point.strip())[1:]:
        value = VALUES.get(word)
        if value is None:
            break
        ten_before = len(found) > 1 and found[-1] == "0" and found[-2] != "0"
        found = found[:-1] + str(value) if ten_before and value < 10 else found + str(value)
    return found


def _with_fraction(text: str, start: int, end: int, value: float, step: float) -> Numeral:
    part = _PART_AFTER.match(text, end)
    if part and _GRADE.match(text, part.end()) is None:
        whole, top = _whole_and_top(text[start:end], value)
        bottom = _PARTS[part["part"]]
        if 0 < top < bottom or (top < 100 and part["part"].endswith("s")):
            plural = part["part"].endswith("s") or bottom in (2, 4)
            if plural or "-" in part["gap"] or (top == 1 and not whole):
                unit = _whole_scale(text[start:end]) if whole else 1
                return _scaled(text, start, part.end(), whole + unit * top / bottom, bool(whole))
    if joined := _AND_PART.match(text, end):
        top = VALUES.get(joined["top"], 1)
        size = step if step > 100 else 1
        return _scaled(text, start, joined.end(), value + size * top / _PARTS[joined["part"]], True)
    return _exact(start, end, value, "word", step)


def _whole_and_top(phrase: str, value: float) -> tuple[float, float]:
    """ "two" → (0, 2); "one hundred and three" → (100, 3): what stands before the fraction and its numerator."""
    before, _, after = phrase.rpartition(" and ")
    if not before:
        return 0, value
    return read_words(before)[0], read_words(after.strip())[0]


def _whole_scale(phrase: str) -> int:
    """ "two million and" three fifths: fifths of a million."""
    last = _SPLIT.split(phrase.rpartition(" and ")[0])[-1]
    return SCALES[last] if last in _LARGE else 1


def _scaled(text: str, start: int, end: int, value: float, mixed: bool) -> Numeral:
    """A fraction and a scale after it: "three quarters of a million". `mixed`: there is a whole number too."""
    scale = _SCALE_AFTER.match(text, end)
    if scale and value < 100:
        size = SCALES[scale["scale"]]
        return _exact(start, scale.end(), value * size, "word", size / 100)
    return _exact(start, end, value, "word" if mixed else "fraction", 0.01)


def _half_of(phrase: str) -> float:
    first, last = _SPLIT.split(phrase)[0], _SPLIT.split(phrase)[-1]
    return (12 if last == "dozen" else SCALES[last]) / _PARTS[first]


def _lone_part(text: str, start: int, end: int, word: str) -> Numeral | None:
    """ "half of", "a third of", "nearly half": not "the third man", "the second half", "a quarter past"."""
    begin = _with_article(text, start)
    of = _OF.match(text, end)
    if word in ORDINALS and not (of and begin < start):
        return _exact(start, end, ORDINALS[word], "ordinal", 1)
    if word == "quarter" and not (of and begin < start):
        return None
    if word == "half" and (_NOT_A_THIRD.search(text, max(0, start - 8), start) or text[end : end + 1] == "-"):
        return None
    return _exact(begin, end, 1 / _PARTS[word], "fraction", 0.01)


def _with_article(text: str, start: int) -> int:
    article = _ARTICLE.search(text, max(0, start - 6), start)
    return article.start() if article else start


def _ordinal(phrase: str) -> int:
    parts = _SPLIT.split(phrase)
    return VALUES.get(parts[0], 0) + ORDINALS[parts[-1]] if len(parts) > 1 else ORDINALS[parts[0]]


_TOKEN = re.compile(r"[a-z]+")


def read_words(phrase: str) -> tuple[float, int, float]:
    """Value, length read and smallest written unit of the number words at the start of `phrase`.

    Stops where the words no longer make one number ("three hundred, two hundred" → 300).
    """
    total, current = 0.0, 0.0
    scale_before, step = float("inf"), 1.0
    last_end, previous = 0, ""
    for token in _TOKEN.finditer(phrase):
        word = token[0]
        if word == "and":
            if previous not in SCALES:
                break
            previous = "and"
            continue
        if word in VALUES:
            if not _continues(current, VALUES[word], previous):
                break
            current, step = current + VALUES[word], 1.0
        elif word == "dozen":
            current, step = (current or 1) * 12, 1.0
        elif word == "hundred":
            if current >= 100 or (total and not current):
                break
            current, step = (current or 1) * 100, 100.0
        else:
            scale = float(SCALES[word])
            if scale >= scale_before:
                break
            total, current, step = total + (current or 1) * scale, 0.0, scale
            scale_before = scale
        last_end, previous = token.end(), word
    return total + current, last_end, step


def _continues(current: float, value: float, previous: str) -> bool:
    """Whether `value` may follow: nothing before, a scale before, or a ten before a digit."""
    if not previous or previous in SCALES or previous == "and":
        return True
    return previous in _TENS and 0 < value < 10 and current % 100 >= 20
