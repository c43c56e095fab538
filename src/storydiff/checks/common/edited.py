"""Sentences of two reports that are the same but for one short stretch: what stands there is what differs, beyond doubt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from storydiff.checks.common.linked import looked_at_once
from storydiff.checks.common.once import once
from storydiff.model import Alignment, Link, Mention, Sentence
from storydiff.normalise import typography

_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
_MARKS = " \n\t.,;:!?…\"'”’»)]"
_LEAST = 4  # words that both have; fewer may be the same by chance
_SHARE = 0.6
_LONGEST = 6  # words that differ; more is rewriting


class Edit(NamedTuple):
    """The stretch at which two sentences part; empty in one of them where the other only adds words."""

    link: Link
    a: Mention
    b: Mention


@once
def edits(alignment: Alignment) -> tuple[Edit, ...]:
    """The linked sentences that differ in one short stretch.

    Those are left out that the other report has word for word, or in two sentences that differ from it in a stretch.
    """
    same = {side for link in alignment.links if link.a.text == link.b.text for side in _sides(link)}
    differing = (link for link in alignment.links if link.a.text != link.b.text and not same.intersection(_sides(link)))
    may_be_one = _by_ends()
    words_of = looked_at_once(_words)
    found = [edit for link in differing if may_be_one(link) and (edit := _edit(link, words_of)) is not None]
    often = Counter(side for edit in found for side in _sides(edit.link))
    return tuple(edit for edit in found if all(often[side] == 1 for side in _sides(edit.link)))


def inside(place: Mention, mention: Mention, slack: int = 0) -> bool:
    """Whether all that differs, and something of it, stands in `mention`, give or take `slack` characters."""
    return place.start < place.end and mention.start - slack <= place.start and place.end <= mention.end + slack


def _sides(link: Link) -> tuple[tuple[str, int, str], tuple[str, int, str]]:
    return (link.a.sigil, link.a.start, link.b.sigil), (link.b.sigil, link.b.start, link.a.sigil)


def _by_ends() -> Callable[[Link], bool]:
    """A test whether both begin or both end alike; without that they can't be the same but for one stretch."""
    ends = looked_at_once(_ends)

    def may_be_one(link: Link) -> bool:
        one, other = ends(link.a), ends(link.b)
        return one[0] == other[0] or one[1] == other[1]

    return may_be_one


def _ends(sentence: Sentence) -> tuple[str, str]:
    return _beginning(sentence.text), _end(sentence.text)


def _beginning(text: str) -> str:
    first = _WORD.search(text)
    return typography(first[0]).lower() if first else ""


def _end(text: str) -> str:
    return typography(text.rstrip(_MARKS)[-3:]).lower()


def _words(sentence: Sentence) -> list[str]:
    """The words of a sentence as they are compared."""
    return typography("\n".join(_WORD.findall(sentence.text))).lower().split("\n")


def _edit(link: Link, words_of: Callable[[Sentence], list[str]]) -> Edit | None:
    one, two = words_of(link.a), words_of(link.b)
    shorter, longer = sorted((len(one), len(two)))
    if shorter < _LEAST or longer - shorter > _LONGEST:
        return None
    begin = 0
    while begin < shorter and one[begin] == two[begin]:
        begin += 1
    end = 0
    while end < shorter - begin and one[-1 - end] == two[-1 - end]:
        end += 1
    if begin + end < max(_LEAST, _SHARE * longer) or longer - begin - end > _LONGEST or begin + end == longer:
        return None
    return Edit(link, _stretch(link.a, begin, end), _stretch(link.b, begin, end))


def _stretch(sentence: Sentence, begin: int, end: int) -> Mention:
    words = list(_WORD.finditer(sentence.text))
    last = len(words) - end
    if last > begin:
        start, stop = words[begin].start(), words[last - 1].end()
    else:
        start = stop = words[begin].start() if begin < len(words) else words[-1].end()
    start, stop = sentence.start + start, sentence.start + stop
    return Mention(sentence.sigil, start, stop, sentence.text[start - sentence.start : stop - sentence.start])
