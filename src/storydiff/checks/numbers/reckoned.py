"""Figures that follow from others in the report: changes, votes, ages; for the check `arithmetic`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

from storydiff.checks.common.own_account import Misfit, plain
from storydiff.model import Analysis, Mention, Quantity, Sentence, within
from storydiff.patterns import late

_RISE = r"rise|rises|rose|risen|increase[sd]?|jump(?:ed|s)?|climb(?:ed|s)?|grew|grown|growth|gain(?:ed)?|surge[sd]?|up"
_FALL = r"fall|fell|fallen|drop(?:ped|s)?|decline[sd]?|decrease[sd]?|plunge[sd]?|down|cut|dipped"
_FROM_TO = re.compile(r"\bfrom\s\Z")
_TO = late(r"(?:\s(?:in|last|on|during)\s[\w.]{1,12}(?:\s\w{1,8})?)?\sto\s")
_CHANGE_AFTER = late(
    rf"(?:\s(?:in|this|last|on)\s[\w.]{{1,12}}(?:\s\w{{1,8}})?)?(?:,|\s?[—–(])\s?(?:an?\s(?:{_RISE}|{_FALL})\sof\s|(?:up|down)\s|an?\s)"
)
_CHANGE_WORD = late(rf"[\s-]{{1,2}}(?:{_RISE}|{_FALL})\b|(?=[,.;)])|\Z")
_TIMES = late(r"\b(?P<more>more\sthan\s)?(?P<word>doubled|tripled|quadrupled|halved)\sfrom\s\Z")
_FACTOR = {"doubled": 2.0, "tripled": 3.0, "quadrupled": 4.0, "halved": 0.5}

_BODY = "council|board|commission|committee|panel|court|jury|senate|assembly|parliament|bench|legislature"
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(), 3
    )
}
_MEMBERS = late(
    rf"\b(?P<a>\d{{1,3}}|[a-z]{{3,8}})-(?:member|person|seat)\s(?:[\w’'-]{{1,20}}\s){{0,3}}?(?P<b>{_BODY})\b"
)
_VOTE = late(
    r"\b(?:vot(?:ed|es?|ing)|passed|approved|rejected|ruled|ruling|decision)\b[^.;\n\d]{0,50}?\b(?P<a>\d{1,3})(?:\s?[-–]\s?|\sto\s)(?P<b>\d{1,3})\b(?![-–%\d:/]|\.\d|,\d)"
)
_BEFORE = 40  # characters before or after a figure that are looked at
_REACH = 90  # characters in which the share of a change follows it
_BODY_NEAR = 200  # characters from a vote to the body that takes it
_NOT_A_VOTE = late(
    r"\s(?:percent|years?|months?|weeks?|days?|hours?|minutes?|p\.?m|a\.?m|million|billion|feet|miles)\b"
)

_BORN = re.compile(r",?\s(?:who\s)?was\sborn\s(?:on\s|in\s)?")
_DIED = late(
    r"\bborn\s(?:on\s|in\s)?(?P<born>(?:[A-Z][a-z]{2,8}\.?\s\d{1,2},\s)?\d{4})\b[^.;\n]{0,60}\bdied\s(?:on\s|in\s)?(?P<died>(?:[A-Z][a-z]{2,8}\.?\s\d{1,2},\s)?\d{4})\s(?:at\s(?:the\s)?age\s(?:of\s)?|aged\s)(?P<age>\d{1,3})\b"
)


def changes(analysis: Analysis) -> Iterator[Misfit]:
    """From one figure to another, and how large the change is said to be."""
    text = analysis.report.text
    for sentence in analysis.sentences:
        figures = within(analysis.quantities, sentence.start, sentence.end)
        for span in figures:
            if (
                span.low is not None
                and span.high is not None
                and span.low < span.high
                and span.text.startswith("from ")
            ):
                start = span.start + len("from ")
                one = replace(span, start=start, text=text[start : span.end], value=span.low)
                before = text[max(sentence.start, start - _BEFORE) : start].lower()
                other = replace(one, value=span.high)
                yield from (
                    *_wrong_multiple(analysis, before, one, other),
                    *_wrong_share(analysis, sentence, one, other),
                )
        for one, other in pairwise(figures):
            before = text[max(sentence.start, one.start - _BEFORE) : one.start].lower()
            if not _FROM_TO.search(before) or not _TO().fullmatch(text, one.end, other.start) or one.value <= 0:
                continue
            if "percent" in (one.unit, other.unit) or one.unit not in ("", other.unit):
                continue
            yield from _wrong_multiple(analysis, before, one, other)
            yield from _wrong_share(analysis, sentence, one, other)


def _wrong_multiple(analysis: Analysis, before: str, one: Quantity, other: Quantity) -> Iterator[Misfit]:
    told = _TIMES().search(before)
    if told is None:
        return
    real = other.value / one.value
    factor = _FACTOR[told["word"]]
    low, high = factor * 0.8, factor * (1.5 if told["more"] else 1.3)
    if told["more"] and told["word"] != "halved":
        low = factor * 0.97
    if not low <= real <= high:
        start = one.start - len(before) + told.start()
        yield _changed(analysis, one, other, told[0].removesuffix(" from "), f"{real:.2g}x", start)


def _wrong_share(analysis: Analysis, sentence: Sentence, one: Quantity, other: Quantity) -> Iterator[Misfit]:
    text = analysis.report.text
    following = within(analysis.quantities, other.end, min(sentence.end, other.end + _REACH))
    share = next((q for q in following if q.unit == "percent" and not q.approximate), None)
    if share is None or not _CHANGE_AFTER().fullmatch(text[other.end : share.start].lower()):
        return
    if not _CHANGE_WORD().match(text[share.end : min(sentence.end, share.end + _BEFORE)].lower()):
        return
    slack_one, slack_other = (q.precision / 2 if q.precision > 1 or q.precision < 1 else 0.0 for q in (one, other))
    bounds = [
        abs((b - a) / a * 100)
        for a in (one.value - slack_one, one.value + slack_one)
        for b in (other.value - slack_other, other.value + slack_other)
        if a > 0
    ]
    slack = max(1.5, 0.05 * max(bounds))
    if not min(bounds) - slack <= share.value <= max(bounds) + slack:
        real = abs((other.value - one.value) / one.value * 100)
        yield _changed(analysis, one, other, share.text, f"{real:.3g} percent", share.start)


def _changed(analysis: Analysis, one: Quantity, other: Quantity, told: str, real: str, start: int) -> Misfit:
    words = analysis.report.text[one.start : other.end]
    place = Mention(analysis.sigil, one.start, other.end, words)
    claimed = Mention(analysis.sigil, start, start + len(told), analysis.report.text[start : start + len(told)])
    return Misfit(
        f"change from {words}",
        f"from {plain(one.value)} to {plain(other.value)} is {real}",
        ((words, f"{one.value:g}-{other.value:g}", place), (claimed.text, claimed.text.lower(), claimed)),
    )


def votes(analysis: Analysis) -> Iterator[Misfit]:
    """More votes than members."""
    text = analysis.report.text
    if "-member" not in text and "-seat" not in text and "-person" not in text:
        return
    sizes: dict[str, dict[int, Mention]] = {}
    for found in _MEMBERS().finditer(text):
        size = _NUMBERS.get(found["a"], int(found["a"]) if found["a"].isdigit() else 0)
        if size:
            sizes.setdefault(found["b"], {}).setdefault(size, Mention(analysis.sigil, *found.span(), found[0]))
    if len(sizes) != 1:
        return  # whose vote it is can't be told
    ((body, members),) = sizes.items()
    if len(members) != 1:
        return
    ((size, place),) = members.items()
    for vote in _VOTE().finditer(text):
        sentence = analysis.sentence_at(vote.start())
        if sentence is None or _NOT_A_VOTE().match(text, vote.end()):
            continue
        if (
            body
            not in text[max(sentence.start, vote.start() - _BODY_NEAR) : min(sentence.end, vote.end() + _BODY_NEAR)]
        ):
            continue
        cast = int(vote["a"]) + int(vote["b"])
        if cast > size:
            start = vote.start("a")
            counted = Mention(analysis.sigil, start, vote.end(), text[start : vote.end()])
            yield Misfit(
                f"votes of the {body}",
                f"{cast} votes of {size} members",
                ((place.text, str(size), place), (counted.text, f"{vote['a']}-{vote['b']}", counted)),
            )


def ages(analysis: Analysis) -> Iterator[Misfit]:
    """An age beside the date of birth."""
    text, published = analysis.report.text, analysis.report.published
    for age in analysis.quantities:
        if age.role != "age" or age.unit != "year" or published is None or age.approximate:
            continue
        born = _BORN.match(text, age.end)
        birth = next((t for t in within(analysis.times, born.end(), born.end() + 2)), None) if born else None
        if (
            birth is not None
            and birth.begin is not None
            and not birth.deictic
            and birth.grain in ("day", "month", "year")
        ):
            years = _years(birth.begin, published, birth.grain)
            if age.value not in years and birth.begin < published.replace(tzinfo=None):
                yield _age(age, birth, years)
    for life in _DIED().finditer(text) if "born" in text else ():
        between = int(life["died"][-4:]) - int(life["born"][-4:])
        if int(life["age"]) not in (between, between - 1):
            age_at = Mention(analysis.sigil, *life.span("age"), life["age"])
            born_at = Mention(analysis.sigil, *life.span("born"), life["born"])
            yield _age(age_at, born_at, (between - 1, between))


def _years(birth: datetime, published: datetime, grain: str) -> tuple[int, ...]:
    between = published.year - birth.year
    if grain != "day":
        return (between - 1, between)
    # The age may be that of the event, or that of the day of printing.
    return tuple(sorted({_completed(birth, published + timedelta(days=shift)) for shift in (-45, 0, 2)}))


def _completed(birth: datetime, then: datetime) -> int:
    return then.year - birth.year - ((then.month, then.day) < (birth.month, birth.day))


def _age(age: Mention, birth: Mention, years: tuple[int, ...]) -> Misfit:
    made = " or ".join(map(str, years))
    return Misfit(
        f"age and birth: {birth.text}",
        f"born {birth.text} makes {made}",
        ((age.text, f"age {age.text}", age), (birth.text, f"born {birth.text}", birth)),
    )
