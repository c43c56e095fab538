"""Which pairs of quotations are one utterance of one speaker: how much they share, how little differs, who is credited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from storydiff.checks.common.once import once
from storydiff.checks.quotations.quote_pairs import Gap, Pair, candidates, compare_words, head, sentence_of, tail
from storydiff.checks.quotations.quoted_words import Quoted, Word, all_quoted, same_speaker
from storydiff.model import Alignment

_LITTLE_MORE = 6  # words
_TELLING = 4.0  # weight of shared words that nobody else is likely to have said


@once
def compared(alignment: Alignment) -> tuple[Pair, ...]:
    """Every pair of quotations of two reports that share words, laid against each other."""
    return tuple(pair for a, b in candidates(all_quoted(alignment)) if (pair := compare_words(a, b)))


@once
def same_utterances(alignment: Alignment) -> tuple[Pair, ...]:
    """The pairs of quotations of two reports that are one utterance, whether or not they differ.

    A difference does not count where one of the two reports has the other's very sentence too.
    """
    pairs = [(one, other) for link in alignment.links for one, other in ((link.a, link.b), (link.b, link.a))]
    linked = {(one.sigil, one.number, other.sigil, other.number) for one, other in pairs}
    quoted = all_quoted(alignment)
    all_words: dict[str, str] = defaultdict(str)
    for one in quoted:
        all_words[one.sigil] += f" {_text(one.words)} |"
    found = []
    for pair in compared(alignment):
        a, b = pair.a, pair.b
        first = (a.sigil, a.words[pair.core_a[0]].sentence, b.sigil, b.words[pair.core_b[0]].sentence)
        if one_utterance(pair, first in linked):
            gaps = tuple(gap for gap in pair.gaps if not _quoted_by_both(pair, gap, all_words))
            found.append(replace(pair, gaps=gaps))
    return tuple(found)


def _quoted_by_both(pair: Pair, gap: Gap, all_words: Mapping[str, str]) -> bool:
    """Whether one of the two reports has the other's sentence with `gap` word for word, somewhere in its quotations."""
    one, other = _sentence(pair.a, gap.a, gap.at_a), _sentence(pair.b, gap.b, gap.at_b)
    return bool(one and one in all_words[pair.b.sigil]) or bool(other and other in all_words[pair.a.sigil])


def _sentence(one: Quoted, words: Sequence[Word], at: int) -> str:
    """The quoted sentence of a difference; "" where words are missing between two sentences, which belongs to neither."""
    number = sentence_of(one.words, words, at)
    if not words and (at == 0 or at >= len(one.words) or one.words[at - 1].sentence != number):
        return ""
    return f" {_text([word for word in one.words if word.sentence == number])} "


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.key for word in words)


def one_utterance(pair: Pair, told_alike: bool = False) -> bool:
    """Whether the two quotations of `pair` are sure enough to be one utterance; `told_alike`: their sentences are linked."""
    same = same_speaker(pair.a, pair.b)
    together = same is True
    if same is False and pair.strength < 6:
        return False
    if pair.strength + 0.5 * pair.contracted < (2.0 if together else 2.5) or pair.changed > max(
        1.2 * pair.strength, 1.5
    ):
        return False
    if same is None and not told_alike and any(pair.outside) and (pair.matched < 6 or pair.strength < _TELLING):
        return False
    if pair.matched < 5 and not _few_words_are_enough(pair, together, together or told_alike):
        return False
    if pair.cover < (0.6 if together else 0.7) and pair.strength < 8:
        return False
    if pair.strength >= 6 and pair.cover >= 0.9:
        return pair.ratio >= 0.5
    return pair.ratio >= (0.55 if together else 0.6)


def _few_words_are_enough(pair: Pair, together: bool, supported: bool) -> bool:
    """Three or four shared words: one report must quote no more than these, and at most one word, or two that mean little, may differ.

    Three alone can stand in any sentence: the other's sentence must be hardly longer, and not end in another word.
    """
    if not (pair.a.quotation.closed and pair.b.quotation.closed):  # where it ends is a guess
        return False
    whole = not min(pair.outside) or (together and pair.cover == 1 and pair.matched == 4)
    slight = pair.longest_gap <= 1 or pair.changed <= 1.0
    alike = pair.ratio >= 0.75 or pair.contracted == len(pair.gaps)
    if not (whole and slight and alike):
        return False
    shared = pair.matched + pair.contracted
    if shared == 3 and (_ends_otherwise(pair) or not (supported or not any(pair.outside))):
        return False
    return shared >= 4 or (
        shared == 3 and max(_around(pair.a, pair.core_a), _around(pair.b, pair.core_b)) <= _LITTLE_MORE
    )


def _ends_otherwise(pair: Pair) -> bool:
    """Whether a difference stands behind the last shared word."""
    return any(gap.a and gap.b and gap.at_a >= pair.core_a[1] for gap in pair.gaps)


def _around(one: Quoted, core: tuple[int, int]) -> int:
    """The words of the sentence on both sides of the shared stretch."""
    return len(head(one.words, core[0])) + len(tail(one.words, core[1]))
