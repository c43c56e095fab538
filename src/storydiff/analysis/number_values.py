"""What number words are worth: "two million three hundred", "twenty-first", "point seven one"."""

from __future__ import annotations

import re

from storydiff.patterns import late

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen".split()
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINAL_SMALL = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
    " seventeenth eighteenth nineteenth".split()
)

VALUES = {word: number for number, word in enumerate(_SMALL)} | {
    word: 10 * number for number, word in enumerate(TENS, 2)
}
SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12,
    "lakh": 100_000, "crore": 10_000_000,
}  # fmt: skip
LAKH_CRORE = 10**12
SHORT_SCALES = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "mil": 1_000_000, "b": 10**9, "bn": 10**9, "bln": 10**9, "t": 10**12, "tn": 10**12, "tln": 10**12}  # fmt: skip
ORDINALS = (
    {word: number for number, word in enumerate(_ORDINAL_SMALL, 1)}
    | {word[:-1] + "ieth": 10 * number for number, word in enumerate(TENS, 2)}
    | {"hundredth": 100, "thousandth": 1_000, "millionth": 1_000_000}
)
PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    plural: number for word, number in ORDINALS.items() if number > 2 for plural in (word, word + "s")
}
VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅙": 1 / 6, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875}  # fmt: skip
VAGUE = {  # low end of what the word may mean; "a couple" is two or a little more
    "dozens": 20, "scores": 30, "hundreds": 100, "thousands": 1_000, "millions": 10**6, "billions": 10**9,
    "several": 2, "multiple": 2, "numerous": 3,
}  # fmt: skip
SPLIT = re.compile(r"[\s-]+")
_TOKEN = late(r"[a-z]+")


def read_words(phrase: str) -> tuple[float, int, float]:
    """Value, length read and smallest written unit of the number words at the start of `phrase`.

    Stops where the words no longer make one number ("three hundred, two hundred" → 300).
    """
    total, current = 0.0, 0.0
    scale_before, step = float("inf"), 1.0
    last_end, previous = 0, ""
    for token in _TOKEN().finditer(phrase):
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
            if word == "crore" and previous == "lakh":
                total, scale_before, step = total * SCALES["crore"], scale, float(LAKH_CRORE)
                last_end, previous = token.end(), word
                continue
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
    return previous in TENS and 0 < value < 10 and current % 100 >= 20


def digits_after_point(point: str) -> str:
    """ "point seventy-one" → 71, "point five oh" → 5: a ten and a digit are one number, other words stand side by side."""
    found = ""
    for word in SPLIT.split(point.strip())[1:]:
        value = VALUES.get(word)
        if value is None:
            break
        ten_before = len(found) > 1 and found[-1] == "0" and found[-2] != "0"
        found = found[:-1] + str(value) if ten_before and value < 10 else found + str(value)
    return found
