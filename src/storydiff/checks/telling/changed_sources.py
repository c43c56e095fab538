"""Claims that two reports tell in the same words but for the source: who is credited is what differs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from storydiff.checks.common.claims import stems
from storydiff.checks.common.edited import edits, inside
from storydiff.checks.telling.source_classes import sort_of
from storydiff.model import Alignment, Analysis, Attribution, Mention, Sentence, Span, within
from storydiff.normalise import fold

PRONOUNS = frozenset("he she they it we i".split())
_TITLE = 25  # characters in which a title stands before the name, or "who" and the like after it
# Nobody's word but their own: a body does not speak through them.
_PRIVATE = frozenset({"activists", "family", "witnesses", "suspect"})


_POSTS = frozenset(
    "spokesman spokeswoman spokesperson lawyer attorney agent manager publicist coroner prosecutor judge doctor".split()
)


class Credited(NamedTuple):
    """A sentence, whom it credits, the place of what is credited, and its words of matter."""

    analysis: Analysis
    sentence: Sentence
    credit: Attribution
    sort: str
    told: Span
    words: frozenset[str]


def changed_sources(alignment: Alignment) -> Iterator[tuple[Credited, Credited]]:
    """The pairs of sentences that differ in the source alone, where the two sources cannot be one."""
    for edit in edits(alignment):
        if edit.link.a.kind == edit.link.b.kind and edit.link.a.kind in ("sentence", "title", "bullet"):
            a, b = (
                _credited(alignment.analysis(sentence.sigil), sentence, place)
                for sentence, place in ((edit.link.a, edit.a), (edit.link.b, edit.b))
            )
            if a is not None and b is not None and another(a, b):
                yield a, b


def credit_at(analysis: Analysis, place: Mention) -> Attribution | None:
    """The attribution whose source stands at `place`."""
    for credit in within(analysis.attributions, place.start - 2000, place.end):
        source = credit.source
        if (
            source is not None
            and inside(place, source, _TITLE)
            and source.start < place.end
            and place.start < source.end
        ):
            return credit
    return None


def _credited(analysis: Analysis, sentence: Sentence, place: Mention) -> Credited | None:
    credit = credit_at(analysis, place)
    if credit is None or credit.kind == "direct" or credit.force == "other" or not credit.content:
        return None
    start, end = credit.content[0].start, credit.content[-1].end
    start, end = max(start, sentence.start), min(end, sentence.end)
    words = frozenset(word for word, _, _ in stems(analysis.report.text, start, end))
    if start >= end or not words:
        return None
    return Credited(analysis, sentence, credit, sort_of(analysis, credit), Span(start, end), words)


def another(a: Credited, b: Credited) -> bool:
    """Whether the two sources are two beyond doubt."""
    one, other = a.credit, b.credit
    if one.source is None or other.source is None or fold(one.source.text) == fold(other.source.text):
        return False
    if set(one.source_key.split()) & set(other.source_key.split()) or not (one.source_key and other.source_key):
        return False
    if one.source_kind == other.source_kind == "named" and not any(is_role(side) for side in (one, other)):
        return not_here(a.analysis, one, other) and not_here(b.analysis, other, one)
    if of_one_post(one, other):
        return False
    return a.sort != b.sort and bool({a.sort, b.sort} & _PRIVATE)


def of_one_post(one: Attribution, other: Attribution) -> bool:
    """Whether one is credited by a post alone that the other is named with: "her spokesman", "family spokesman Oda Brandt"."""
    texts = [credit.source.text.lower().split() for credit in (one, other) if credit.source is not None]
    return len(texts) == 2 and any(a[-1] in _POSTS and a[-1] in b for a, b in (texts, texts[::-1]))


def is_role(credit: Attribution) -> bool:
    """Whether somebody is credited by what they are ("Brandt's lawyer"), not by a name."""
    return credit.source is not None and credit.source.text.split()[-1][:1].islower()


def not_here(analysis: Analysis, credit: Attribution, other: Attribution) -> bool:
    """Whether `credit` cannot mean `other`: it is no pronoun, or the report never has the other's last name."""
    if credit.source is None or credit.source.text.lower() not in PRONOUNS:
        return True
    return other.source_key.split()[-1] not in fold(analysis.report.text)
