"""Quotations of one speaker that may be one utterance, though too little is shared to be sure: a short phrase in which a word is another
("very high levels" and "extremely high levels"), and words told again, translated twice perhaps, in sentences that tell the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from storydiff.checks.quotations.quote_pairs import Gap, Pair
from storydiff.checks.quotations.quoted_words import CUT, Quoted, Word, all_quoted, same_in_house_style, same_speaker
from storydiff.checks.quotations.same_utterance import compared, one_utterance
from storydiff.model import Alignment

_LONGEST = 6  # words of a phrase
_STEM = 5  # letters of a word that tell it in all its forms; words before the phrase
_SHORTEST_TURNED = 4  # words of a phrase that stands in another order elsewhere
_TOLD_ALIKE = 0.5  # score of a link between the sentences of the two quotations
_TELLING = 2.0  # weight of the shared words of one speaker that need no link
_SURELY = 0.85  # score of a link from which on words are taken to be told again,
_MATCHED, _RATIO, _COVER = 5, 0.55, 0.4  # where so many and so large a share of them are the same
_MUCH_ELSE, _COVER_AMONG_MUCH = 6, 0.6  # where both say more than so many words besides, so large a share
_NEAR = 200  # code points around a quotation in which the other's speaker is named


def phrases(alignment: Alignment) -> Iterator[Pair]:
    """Pairs of a short quotation and another of the same speaker that has the phrase with one word replaced, and not the phrase itself;
    and pairs that tell one thing again in partly other words, where neither report has the other's words too."""
    quoted = all_quoted(alignment)
    told: dict[str, str] = defaultdict(str)
    for one in quoted:
        told[one.sigil] += f" {_keys(one.words)} |"
    links: dict[tuple[str, int, str, int], float] = {}
    for link in alignment.links:
        links[link.a.sigil, link.a.number, link.b.sigil, link.b.number] = link.score
        links[link.b.sigil, link.b.number, link.a.sigil, link.a.number] = link.score
    for pair in compared(alignment):
        a, b = pair.a, pair.b
        both = f" {_keys(a.words)} " in told[b.sigil] or f" {_keys(b.words)} " in told[a.sigil]
        if not both and _told_again(pair, links):
            yield pair
        if min(len(a.words), len(b.words)) > _LONGEST:
            continue
        gap = _replaced(pair) or (None if one_utterance(pair) else _turned_round(pair))
        if gap is None or not _one_speaker(alignment, pair, links):
            continue
        left, right = _phrase(a, pair.core_a, gap.a), _phrase(b, pair.core_b, gap.b)
        if left not in told[b.sigil] and right not in told[a.sigil]:
            yield replace(pair, gaps=(gap,))


def _told_again(pair: Pair, links: dict[tuple[str, int, str, int], float]) -> bool:
    """Whether the sentences of two quotations surely tell the same, and half of the words of one of them are the same."""
    place = (pair.a.sigil, pair.a.words[pair.core_a[0]].sentence, pair.b.sigil, pair.b.words[pair.core_b[0]].sentence)
    if not pair.gaps or links.get(place, 0.0) < _SURELY or same_speaker(pair.a, pair.b) is False:
        return False
    cover = _COVER if min(pair.outside) <= _MUCH_ELSE else _COVER_AMONG_MUCH
    alike = pair.matched >= _MATCHED and pair.ratio >= _RATIO and pair.cover >= cover
    return alike and not one_utterance(pair, True)


def _keys(words: tuple[Word, ...]) -> str:
    return " ".join(word.key for word in words)


def _phrase(one: Quoted, core: tuple[int, int], words: tuple[Word, ...]) -> str:
    """The shared stretch with the words that differ, as it stands."""
    start, end = core
    if words:
        at = one.words.index(words[0])
        start, end = min(start, at), max(end, at + len(words))
    return f" {_keys(one.words[start:end])} "


def _replaced(pair: Pair) -> Gap | None:
    """The one word that differs, at the start of the short phrase or inside it."""
    short, core, other = (
        (pair.a, pair.core_a, pair.core_b)
        if len(pair.a.words) <= len(pair.b.words)
        else (pair.b, pair.core_b, pair.core_a)
    )
    if any(word.key == CUT for word in short.words) or not short.quotation.closed:
        return None
    if core == (0, len(short.words)):
        single = len(pair.gaps) == 1 and len(pair.gaps[0].a) == len(pair.gaps[0].b) == 1
        return pair.gaps[0] if single and not pair.gaps[0].contracted else None
    if core != (1, len(short.words)) or pair.gaps or not other[0]:
        return None
    one, two = pair.a.words[pair.core_a[0] - 1], pair.b.words[pair.core_b[0] - 1]
    after = pair.b.words[pair.core_b[0]], pair.a.words[pair.core_a[0]]
    if CUT in (one.key, two.key) or one.sentence != after[1].sentence or two.sentence != after[0].sentence:
        return None
    if "'" in one.key + two.key:  # "It's an invasion", "about an invasion": another sentence, not another word
        return None
    if max(one.weight, two.weight) < 1 or same_in_house_style([one.key], [two.key]):
        return None
    if _goes_before(one, pair.b.words, pair.core_b[0]) or _goes_before(two, pair.a.words, pair.core_a[0]):
        return None
    return Gap((one,), (two,), pair.core_a[0] - 1, pair.core_b[0] - 1)


def _goes_before(word: Word, words: tuple[Word, ...], at: int) -> bool:
    """Whether `word` stands some words before the phrase, in this form or another: it is left out here, not replaced."""
    stem = word.key[:_STEM]
    return any(other.key[:_STEM] == stem for other in words[max(0, at - _STEM) : at])


def _turned_round(pair: Pair) -> Gap | None:
    """The short phrase and the same words in another order ("tired and hungry", "hungry and tired")."""
    a, b = pair.a.words, pair.b.words
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    size, keys, there = len(short), [word.key for word in short], [word.key for word in long]
    if size < _SHORTEST_TURNED or CUT in keys or not set(keys) <= set(there):
        return None
    windows = [there[start : start + size] for start in range(len(long) - size + 1)]
    if keys in windows:
        return None
    for start, window in enumerate(windows):
        if sorted(window) == sorted(keys) and long[start].sentence == long[start + size - 1].sentence:
            turned = long[start : start + size]
            return Gap(short, turned, 0, start) if short is a else Gap(turned, short, start, 0)
    return None


def _one_speaker(alignment: Alignment, pair: Pair, links: dict[tuple[str, int, str, int], float]) -> bool:
    a, b = pair.a, pair.b
    same = same_speaker(a, b)
    if same is False:
        return False
    place = (a.sigil, a.words[pair.core_a[0]].sentence, b.sigil, b.words[pair.core_b[0]].sentence)
    linked = links.get(place, 0.0) >= _TOLD_ALIKE
    if same is True:
        return pair.strength >= _TELLING or (linked and pair.strength >= 1.0)
    enough = pair.strength >= (1.0 if linked else _TELLING)
    return enough and (_named_near(alignment, a, b) or _named_near(alignment, b, a))


def _named_near(alignment: Alignment, one: Quoted, other: Quoted) -> bool:
    """Whether the speaker of `other` is named beside the quotation `one`."""
    if not other.speaker or other.kind != "named":
        return False
    text = (
        alignment.analysis(one.sigil)
        .report.text[max(0, one.quotation.start - _NEAR) : one.quotation.end + _NEAR]
        .lower()
    )
    return other.speaker.split()[-1] in text
