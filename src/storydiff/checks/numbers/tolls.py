"""What each report counts of the dead, the wounded and the like over its whole length, to be set side by side without links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from storydiff.checks.common.happenings import of_another
from storydiff.checks.numbers.figures import Edge, compatible, told_in
from storydiff.checks.times.moments import OpeningDays, after_the_other, of_days_apart, of_own_days, of_two_days
from storydiff.model import Alignment, Analysis, Quantity, Sentence, within
from storydiff.patterns import late

# Tolls: they rise as news comes in, and they are compared wherever a report tells them.
TOLLS = frozenset({"killed", "wounded", "missing", "arrested", "hospitalised", "shot", "evacuated"})
# Words for anybody. "One man" may be a part of "three people", so men are counted apart.
ANYBODY = frozenset(
    "people person victim civilian resident passenger body survivor worker employee student guest fan villager local "
    "inhabitant bystander patron churchgoer worshipper motorist pedestrian tourist spectator reveler partygoer".split()
)
_PARTS = frozenset("man woman child teen teenager kid boy girl male female juvenile youth adult".split())
_CHILDREN = frozenset("child kid boy girl".split())  # counted beside the grown-ups more often than as all there were
_OFFICERS = frozenset("officer agent deputy marshal policeman trooper cop patrolman".split())
_OPENING = 4  # sentences; later ones tell of other days, other places and sums of a year
_INCLUDING = re.compile(
    r"[^.;\n]{0,50}\bincluding\s(?:the\s|a\s|an\s|one\s)?(?:\w{1,12}\s){0,2}(?:shooter|gunman|suspect|attacker|assailant|bomber|himself|killer)"
)
_SEVERE = late(
    r"(?:(?!\band\b)[^.,;\n]){0,45}?\b(?:critical|critically|serious|seriously|gravely|severely|badly|fatally)\b"
)
_SOME_DIED = late(
    r"[^.;\n]{0,30}?(?:--|[,(–—])\s?(?:at\sleast\s)?(?:one|two|three|four|five|six|\d{1,2})\s(?:of\sthem\s|of\swhom\s)?(?:mortally|fatally|died|dead)\b"
)
_MORE_BEFORE = re.compile(
    r"(?:\b(?:man|woman|boy|girl|child|baby|infant|toddler|teen|teenager|mother|father|son|daughter|brother|sister|wife|husband|"
    r"officer|deputy|driver|guard|year-old|men|women|boys|girls|children|teens)(?:,|\sand|,\sand)|\b(?:first|last|next|of|of\sthe|of\sthose))\s{1,2}\Z"
)
_MORE_AFTER = late(
    r"(?:,|\sand|,\sand)\s(?:an?|another|his|her|one|two|three|four|five|six)\b(?!\s\w{1,12}\s(?:said|told))"
)
_SORTS = frozenset("student worker employee resident civilian passenger tourist guest".split())
_AND_MORE = late(r"(?:,|\sand)\s(?:an?|one|two|three|four|five|six|seven|eight|nine|\d{1,2})\s(?!others?\b)[a-z]{4,12}")
_AND = re.compile(r",?\sand\s\Z")
_DEATH = re.compile(r"\b(?:killed|killing|died|dead|dies|deadly|fatal|fatally|slain|homicide|murder)\b")
_TIMES = 2
"""How many times as high one of two tolls may be, if one stands outside the opening."""
_MOST_TIMES = 10
"""How many times as high one of two tolls of one event may ever be."""
_CROWD = 100
"""Tolls above this grow for weeks, and are told for a day, a place and all in all."""
_MARK = re.compile(r"[\s-](?:mark|milestone)\b")
_SOME = frozenset(["the other", *"remaining more additional further first last latest initial new".split()])
_LONE = re.compile(r"one\Z")


class _Total(NamedTuple):
    """A report's one figure of a toll, and what it counts: people, or a kind of them; `late`: not told in its opening."""

    figure: Quantity
    who: str
    late: bool = False


def about(analysis: Analysis, quantity: Quantity) -> str:
    """What a toll is of, as a key and in words: "people killed"; "" for a part that says nothing of the whole."""
    text = analysis.report.text
    if is_part(analysis, quantity) or _is_lone_wound(analysis, quantity):
        return ""
    if quantity.role == "wounded" and _SOME_DIED().match(text[quantity.end : quantity.end + 60].lower()):
        return ""  # "six people wounded, two mortally"
    who = _who(analysis, quantity)
    severe = quantity.role == "wounded" and _SEVERE().match(text[quantity.end : quantity.end + 60].lower())
    return f"{who} {'badly ' if severe else ''}{quantity.role}"


def is_part(analysis: Analysis, quantity: Quantity) -> bool:
    """Whether more are counted beside it: "a baby and four people", "one of the dead", "one was dead, another …"."""
    text = analysis.report.text
    before = text[max(0, quantity.start - 60) : quantity.start].lower()
    if not quantity.counted and quantity.value == 1 and _LONE.match(quantity.text.lower()):
        return text[quantity.end : quantity.end + 5].startswith((" was", " is", " of", " has"))
    if not quantity.counted and before.endswith("all "):
        return True
    if _AND.search(before) and _named_before(analysis, quantity):
        return True
    if _MORE_BEFORE.search(before) or not _SOME.isdisjoint(quantity.modifiers):
        return True
    after = text[quantity.end : quantity.end + 40].lower()
    if quantity.role == "killed" and quantity.counted in _SORTS and _AND_MORE().match(after):
        return True
    return quantity.counted in _PARTS and bool(_MORE_AFTER().match(after))


def _named_before(analysis: Analysis, quantity: Quantity) -> bool:
    near = within(analysis.names, quantity.start - 40, quantity.start)
    return any(name.kind == "person" and quantity.start - name.end < 7 for name in near)


def _who(analysis: Analysis, quantity: Quantity) -> str:
    anybody = quantity.counted in ANYBODY or not quantity.counted
    if quantity.counted == "other" or ("other" in quantity.modifiers and not (anybody and quantity.role == "wounded")):
        return "people" if quantity.role == "wounded" and _beside_the_dead(analysis, quantity) else "other"
    if anybody:
        return "people"
    if quantity.role == "arrested" and quantity.counted in (*_PARTS, "suspect"):
        return "people"
    return "officer" if quantity.counted in _OFFICERS else quantity.counted


def _beside_the_dead(analysis: Analysis, quantity: Quantity) -> bool:
    """Whether the dead are told before it: "killing two and wounding six others" leaves six wounded in all."""
    sentence = analysis.sentence_at(quantity.start)
    return sentence is not None and bool(_DEATH.search(analysis.report.text[sentence.start : quantity.start].lower()))


def differ(one: Analysis, a: Quantity, other: Analysis, b: Quantity) -> bool:
    """Whether two tolls cannot both hold; "four, including the gunman" may be three to others, "the 300 mark" may be passed."""
    return not compatible(_as_meant(one, a), _as_meant(other, b))


def _as_meant(analysis: Analysis, figure: Quantity) -> Quantity:
    if _MARK.match(analysis.report.text[figure.end : figure.end + 12].lower()):
        return replace(figure, high=None)
    if _INCLUDING.match(analysis.report.text[figure.end : figure.end + 100].lower()) and figure.low is not None:
        return replace(figure, low=figure.low - 1)
    return figure


def in_whole_reports(alignment: Alignment) -> Iterator[Edge]:
    """Tolls of the main event, where a report has one figure for them."""
    told = [(analysis, _totals(analysis)) for analysis in alignment.analyses]
    for (one, first), (other, second) in combinations(told, 2):
        for role in sorted((first.keys() | second.keys()) & TOLLS):
            pair = _comparable(first, second, role)
            if (
                pair
                and _of_one_size(pair[0].figure, pair[1].figure)
                and differ(one, pair[0].figure, other, pair[1].figure)
            ):
                who = "people" if "people" in (pair[0].who, pair[1].who) else pair[0].who
                yield Edge(f"{who} {role}", pair[0].figure, pair[1].figure)


def open_and_exact(alignment: Alignment) -> Iterator[Edge]:
    """Tolls of the main event that one report gives as a bound ("at least four") and another, all through, exactly."""
    told = [(analysis, _totals(analysis)) for analysis in alignment.analyses]
    for (one, first), (other, second) in combinations(told, 2):
        for role in sorted(first.keys() & second.keys() & TOLLS):
            pair = _comparable(first, second, role)
            if pair is None or pair[0].figure.value != pair[1].figure.value:
                continue
            a, b = _in_body(one, pair[0]), _in_body(other, pair[1])
            if a and b and len({each.high is None for each in (*a, *b)}) == 2 and _alike(a) and _alike(b):
                who = "people" if "people" in (pair[0].who, pair[1].who) else pair[0].who
                yield Edge(f"{who} {role}", a[0], b[0])


def _in_body(analysis: Analysis, total: _Total) -> list[Quantity]:
    """All places of a total below the headline, which has no room for "at least"."""
    role, value = total.figure.role, total.figure.value
    found = []
    for each in analysis.quantities:
        if each.role == role and each.value == value and not each.approximate and not analysis.is_quoted(each):
            sentence = analysis.sentence_at(each.start)
            if sentence is not None and sentence.kind in ("sentence", "bullet") and about(analysis, each):
                found.append(each)
    return found


def _alike(figures: Sequence[Quantity]) -> bool:
    return len({(each.low is None, each.high is None) for each in figures}) == 1


def _of_one_size(a: Quantity, b: Quantity) -> bool:
    most = _MOST_TIMES if max(a.value, b.value) <= _CROWD else _TIMES
    return max(a.value, b.value) <= most * max(1, min(a.value, b.value))


def _comparable(first: dict[str, _Total], second: dict[str, _Total], role: str) -> tuple[_Total, _Total] | None:
    a, b = first.get(role), second.get(role)
    if role == "wounded" and not (a and b) and "dead" not in first.keys() | second.keys():
        # Where nobody died, those who were shot are the wounded.
        a, b = a or first.get("shot"), b or second.get("shot")
    if a is None or b is None or "other" in (a.who, b.who):
        return None
    if (a.late or b.late) and max(a.figure.value, b.figure.value) > _TIMES * min(a.figure.value, b.figure.value):
        return None
    if a.who == b.who or "people" in (a.who, b.who):
        part, whole = (a, b) if a.who != "people" else (b, a)
        if a.who != b.who and (part.who not in _PARTS - _CHILDREN or whole.figure.value == 1):
            return None
        return a, b
    return None


def _totals(analysis: Analysis) -> dict[str, _Total]:
    """The report's one figure of each toll: that of its opening, else the only one it has."""
    body = [sentence for sentence in analysis.sentences if sentence.kind in ("sentence", "bullet", "title")]
    found: dict[str, _Total] = {}
    everywhere = _tolls(analysis, body)
    opened = body[: _OPENING + 1][-1].end if body else 0
    opening = [quantity for quantity in everywhere if quantity.start < opened]
    for role in sorted({quantity.role for quantity in everywhere}):
        total = _one(analysis, opening, role)
        if total is None and (total := _one(analysis, [q for q in everywhere if not _told_before(analysis, q)], role)):
            total = total._replace(late=True)
        if total is not None:
            found[role] = total
    if any(_DEATH.search(sentence.text.lower()) for sentence in body[: _OPENING + 2]) and everywhere:
        found["dead"] = _Total(everywhere[0], "")
    return found


def _told_before(analysis: Analysis, quantity: Quantity) -> bool:
    """ "The three wounded students": some of those told of before."""
    return analysis.report.text[max(0, quantity.start - 4) : quantity.start].lower() == "the "


def _tolls(analysis: Analysis, sentences: Sequence[Sentence]) -> list[Quantity]:
    """The tolls of the main event."""
    found: list[Quantity] = []
    for sentence in sentences:
        told = [quantity for quantity in told_in(analysis, sentence) if quantity.role in TOLLS]
        if told and not of_another(analysis, sentence):
            found += told
    return found


def _is_lone_wound(analysis: Analysis, quantity: Quantity) -> bool:
    """ "One person was injured in the fight": one of several, unless the dead are counted beside it."""
    if quantity.value != 1 or quantity.role not in ("wounded", "shot", "hospitalised"):
        return False
    sentence = analysis.sentence_at(quantity.start)
    return sentence is None or not any(each.role == "killed" for each in told_in(analysis, sentence))


def _one(analysis: Analysis, figures: Sequence[Quantity], role: str) -> _Total | None:
    """The figure of `role` if all that are told agree; of people, or of one kind of them if people are not counted."""
    told = [(quantity, about(analysis, quantity)) for quantity in figures if quantity.role == role]
    if any("more" in quantity.modifiers for quantity, _ in told):
        return None  # "killing two … and two more": nobody says how many in all
    if any(not what for _, what in told):
        told = [(quantity, what) for quantity, what in told if what.startswith("people ")]
    by_who: dict[str, list[Quantity]] = {}
    for quantity, what in told:
        by_who.setdefault(what.removesuffix(f" {role}"), []).append(quantity)
    who = "people" if "people" in by_who else next(iter(by_who), "")
    if not who or (who != "people" and len(by_who) > 1):
        return None
    values = {quantity.value for quantity in by_who[who]}
    if len(values) != 1:
        return None
    return _Total(by_who[who][0], who)


def of_two_events(alignment: Alignment, opening: OpeningDays, edge: Edge) -> bool:
    """Whether two tolls are told of different days: day by day there is another attack."""
    if edge.about.split()[-1] not in TOLLS:
        return False
    told = []
    for one in (edge.a, edge.b):
        analysis = alignment.analysis(one.sigil)
        sentence = analysis.sentence_at(one.start)
        if sentence is None:
            return False
        told.append((analysis, sentence))
    both = [analysis for analysis, _ in told]
    return of_two_days(*told) or any(apart(opening, *both) for apart in (of_own_days, of_days_apart, after_the_other))


def counts_the_dead(alignment: Alignment, edge: Edge) -> bool:
    """Whether the higher of two figures of wounded is that of the other report with its dead, and no other dead are counted beside it."""
    if not edge.about.endswith((" wounded", " shot")):
        return False
    less, more = sorted((edge.a, edge.b), key=lambda figure: figure.value)
    dead, others = (
        {quantity.value for quantity in alignment.analysis(one.sigil).quantities if quantity.role == "killed"}
        for one in (less, more)
    )
    return not others and any(less.value + each == more.value for each in dead)
