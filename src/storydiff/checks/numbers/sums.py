"""Parts of a whole that do not add up to it; for the check `arithmetic`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from storydiff.checks.common.own_account import Misfit, plain
from storydiff.model import Analysis, Mention, Quantity, Sentence, within
from storydiff.patterns import late

_PERSONS = frozenset(
    """people victim suspect man woman boy girl child adult teenager teen student teacher worker employee officer deputy trooper
    soldier civilian passenger driver pedestrian firefighter resident patient nurse doctor guest player juror member crew customer
    bystander hostage inmate prisoner protester demonstrator guard minor youth juvenile sailor fisherman miner pilot tourist
    journalist police policeman""".split()
)
_SEXES = frozenset({"man", "woman", "boy", "girl"})
_WHOLES = _PERSONS - _SEXES
_LIST_OPENS = late(
    r"(?:\s(?:were|was|are|have\sbeen|had\sbeen)?\s?(?:dead|killed|hurt|injured|wounded|arrested|shot|missing|hospitalized)|\sdied)?"
    r"\s?(?:,\s|:\s|\s?[—–]\s?|\s-\s|\s?\()"
)
_OPENS_WITH_SOME = late(r"(?:\s(?:dead|killed|hurt|injured|wounded))?,?\sincluding\s|\s?\(including\s")
_LIST_GOES_ON = late(r",?\sand\s|,\s")
_LIST_ENDS = late(
    r"\s?(?:[.;:)—–]|-\s|\Z|,(?!\s(?:and|or|an?|another|as|plus|including|some|several|the|his|her|their)\b))"
)
_PART_OF_MORE = late(
    r"\b(?:among|of|including|another|other|least|some|about|from|between)\s(?:the\s|these\s|those\s)?\Z"
)
_OF_THEM = late(r"\sof\s(?:them|whom)\b")
_BEFORE = 40  # characters
_MOST = 8  # parts of one list

_MEN_AND_WOMEN = (
    ("men", "women"), ("male", "female"), ("yes", "no"), ("favor it", "oppose it"), ("in favor", "against"),
    ("in favor", "opposed"), ("approve", "disapprove"), ("approved", "disapproved"), ("agreed", "disagreed"),
)  # fmt: skip
_AFTER_SHARE = late(
    r"(?:\s[\w’']{1,12}){0,3}?\s(?P<word>men|women|male|female|yes|no|in favor|against|opposed|(?:dis)?approved?|(?:dis)?agreed|(?:favor|oppose) it)\b\s?(?P<end>[,.;:)]|\sand\b|\swhile\b|\Z)"
)


def parts(analysis: Analysis) -> Iterator[Misfit]:
    """A number of persons, and the persons it is made up of."""
    for sentence, figures in _by_sentence(analysis):
        last = 0
        for at, whole in enumerate(figures[:-1]):
            if not _exact(whole) or whole.counted not in _WHOLES or whole.value < 2 or whole.start < last:
                continue
            text = analysis.report.text
            if _PART_OF_MORE().search(text[max(sentence.start, whole.start - _BEFORE) : whole.start].lower()):
                continue
            if at and text[max(0, whole.start - 5) : whole.start].endswith((", ", " and ")):
                continue  # it is in a list itself
            found = figures[at + 1]
            every = _LIST_OPENS().fullmatch(text, whole.end, found.start) is not None
            if not every and not _OPENS_WITH_SOME().fullmatch(text, whole.end, found.start):
                continue
            if every and _OF_THEM().match(text, found.end) and _exact(found) and not found.counted:
                if found.value > whole.value:
                    yield _misfit(analysis, whole, [found], f"{plain(found.value)} of {plain(whole.value)} cannot be")
                continue
            listed = _listed(text, sentence, figures[at + 1 : at + 1 + _MOST])
            last = listed[-1].end if listed else last
            if why := _does_not_add_up(whole, listed, every):
                yield _misfit(analysis, whole, listed, why)


def _does_not_add_up(whole: Quantity, listed: Sequence[Quantity], every: bool) -> str:
    """Why the parts are not the whole, or, where not `every` part is listed, more than it; "" where they may be."""
    total = sum(part.value for part in listed)
    if len(listed) < 2:
        return ""
    if every:
        return f"{_added(listed)} is {plain(total)}, not {plain(whole.value)}" if total != whole.value else ""
    distinct = {part.counted for part in listed} <= _SEXES
    return (
        f"{_added(listed)} is {plain(total)}, more than {plain(whole.value)}"
        if distinct and total > whole.value
        else ""
    )


def _listed(text: str, sentence: Sentence, figures: Sequence[Quantity]) -> list[Quantity]:
    """The figures of persons that follow one another as a list; none if something else stands in it."""
    listed: list[Quantity] = []
    for figure in figures:
        if listed and not _LIST_GOES_ON().fullmatch(text, listed[-1].end, figure.start):
            break
        if not _exact(figure) or figure.counted not in _PERSONS:
            return []
        listed.append(figure)
    if not listed or len(listed) == _MOST or not _LIST_ENDS().match(text, listed[-1].end, sentence.end):
        return []
    kinds = [(part.counted, part.modifiers) for part in listed]
    return listed if len(set(kinds)) == len(kinds) else []


def _added(listed: Sequence[Quantity]) -> str:
    return " + ".join(plain(part.value) for part in listed)


def _misfit(analysis: Analysis, whole: Quantity, listed: Sequence[Quantity], why: str) -> Misfit:
    start, end = listed[0].start, listed[-1].end
    words = analysis.report.text[start:end]
    place = Mention(analysis.sigil, start, end, words)
    value = "+".join(plain(part.value) for part in listed)
    return Misfit(f"parts of {whole.text}", why, ((whole.text, plain(whole.value), whole), (words, value, place)))


def shares(analysis: Analysis) -> Iterator[Misfit]:
    """Two shares that exclude each other and are more than the whole."""
    text = analysis.report.text
    for sentence, figures in _by_sentence(analysis):
        told = [figure for figure in figures if figure.unit == "percent" and not figure.approximate]
        if len(told) != 2 or told[0].value + told[1].value <= 101 or not all(map(_exact, told)):
            continue
        first, second = (_AFTER_SHARE().match(text, share.end, sentence.end) for share in told)
        if first is None or second is None or first.end() > told[1].start:
            continue
        pair = (first["word"], second["word"])
        if pair in _MEN_AND_WOMEN or pair[::-1] in _MEN_AND_WOMEN:
            total = told[0].value + told[1].value
            readings = tuple((share.text, f"{plain(share.value)}%", share) for share in told)
            yield Misfit(
                f"shares of {pair[0]} and {pair[1]}", f"together {plain(total)} percent of one whole", readings
            )


def _by_sentence(analysis: Analysis) -> Iterator[tuple[Sentence, tuple[Quantity, ...]]]:
    for sentence in analysis.sentences:
        figures = within(analysis.quantities, sentence.start, sentence.end)
        if len(figures) > 1:
            yield sentence, figures


def _exact(figure: Quantity) -> bool:
    return not figure.approximate and not figure.ordinal and figure.low == figure.high == figure.value
