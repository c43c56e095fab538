"""Which pairs of quotations are one utterance of one speaker: how much they share, how little differs, who is credited."""

from __future__ import annotations

from storydiff.checks.quote_pairs import Pair, candidates, compare_words
from storydiff.checks.quoted_words import all_quoted, same_speaker
from storydiff.model import Alignment

_TELLING = 4.0  # weight of shared words that nobody else is likely to have said


def same_utterances(alignment: Alignment) -> list[Pair]:
    """The pairs of quotations of two reports that are one utterance, whether or not they differ."""
    linked = {(link.a.sigil, link.a.number, link.b.sigil, link.b.number) for link in alignment.links}
    found = []
    for a, b in candidates(all_quoted(alignment)):
        pair = compare_words(a, b)
        if pair:
            first = (a.sigil, a.words[pair.core_a[0]].sentence, b.sigil, b.words[pair.core_b[0]].sentence)
            if one_utterance(pair, first in linked):
                found.append(pair)
    return found


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
    """Three or four shared words: one report must quote no more than these, and at most one word, or two that mean little, may differ."""
    whole = not min(pair.outside) or (together and pair.cover == 1 and pair.matched == 4)
    slight = pair.longest_gap <= 1 or pair.changed <= 1.0
    return whole and slight and pair.matched + pair.contracted >= (3 if supported or not any(pair.outside) else 4)
