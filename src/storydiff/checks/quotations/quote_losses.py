"""What a cut takes from a quotation: a limit that follows, a negation or hedge that goes before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storydiff.checks.quotations.quote_pairs import Pair, head, tail
from storydiff.checks.quotations.quoted_words import CUT, Quoted, Word
from storydiff.model import Alignment
from storydiff.patterns import late

_LIMITERS = frozenset("but unless except only if though although until without not never provided".split())
_CONTRASTS = frozenset("but though although".split())
_OPINIONS = frozenset("think believe guess suppose".split())
# What turns the words that follow. After "but" and "though" they stand as they are, and an opinion is one with "I think" or without it;
# "but I think" together set what follows against something and make it less sure.
_BEFORE = _LIMITERS - _CONTRASTS | frozenset("seems seem maybe perhaps possibly doubt hardly whether".split())
_CONJUNCTIONS = frozenset("but and so or yet".split())
_OPEN = frozenset(
    "neither not no never only hardly both either".split()
)  # a quotation that ends with one of these lost what it is of
_LONGEST_TURN = 10  # words; what stands farther off is a clause of its own
_WORD = late(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Loss:
    """A sentence quoted `long` that is quoted `short` elsewhere, and the words of `long` that are lost."""

    long: Quoted
    short: Quoted
    lost: tuple[Word, ...]
    kept_long: int
    kept_short: int


def losses_of(alignment: Alignment, pair: Pair) -> Iterator[Loss]:
    """The limits that one quotation of `pair` has and the other lost at a cut that is not declared."""
    if pair.gaps:  # told by `quote-wording`
        return
    a, b, core_a, core_b = pair.a, pair.b, pair.core_a, pair.core_b
    for long, short, core_long, core_short in ((a, b, core_a, core_b), (b, a, core_b, core_a)):
        if core_short[1] == len(short.words) and (lost := _limit_after(alignment, long, short, core_long[1])):
            yield Loss(long, short, lost, core_long[1] - 1, core_short[1] - 1)
        if core_short[0] == 0 and (lost := _turn_before(alignment, long, short, core_long[0])):
            yield Loss(long, short, lost, core_long[0], core_short[0])


def _limit_after(alignment: Alignment, long: Quoted, short: Quoted, at: int) -> tuple[Word, ...]:
    """The words of `long` from `at` to the end of its sentence, if they limit what `short` keeps and nothing tells of them."""
    lost = tail(long.words, at)
    opening = [word.key for word in lost[:2]]
    if lost and long.words[at - 1].key in _OPEN and not any(word.key == CUT for word in lost):
        end = short.quotation.end
        return () if _told(lost, alignment.analysis(short.sigil).report.text[end - 40 : end + 200]) else lost
    if len(lost) < 3 or not _LIMITERS.intersection(opening) or opening == ["but", "also"]:
        return ()
    if not short.quotation.closed or any(word.key == CUT for word in lost):
        return ()
    end = short.quotation.end
    return () if _told(lost, alignment.analysis(short.sigil).report.text[end : end + 200]) else lost


def _turn_before(alignment: Alignment, long: Quoted, short: Quoted, at: int) -> tuple[Word, ...]:
    """The words of `long` before `at`, if they negate or hedge what `short` gives as a sentence of its own."""
    lost = head(long.words, at)
    if (
        not 1 < len(lost) <= _LONGEST_TURN
        or any(word.key == CUT for word in lost)
        or long.words[at].key in _CONJUNCTIONS
    ):
        return ()
    keys = {word.key for word in lost}
    contrasted = keys & _CONTRASTS and keys & _OPINIONS
    if not (contrasted or keys & _BEFORE or any(key.endswith("n't") for key in keys)):
        return ()
    capital = alignment.analysis(short.sigil).report.text[short.words[0].start].isupper()
    lower = alignment.analysis(long.sigil).report.text[long.words[at].start].islower()
    return lost if capital and lower else ()


def _told(lost: Sequence[Word], around: str) -> bool:
    """Whether the report says outside the quote marks what it cut from the quotation."""
    content = [word.key.removesuffix("'s") for word in lost[:10] if word.weight >= 1 and word.key not in _LIMITERS]
    told = {word.lower() for word in _WORD().findall(around)}
    return bool(content) and sum(key in told for key in content) * 2 >= len(content)
