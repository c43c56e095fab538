"""Which quotations of two reports are one utterance, and at which words they part.

Candidates share rare words; their words are laid against each other; the stretch that both quote is what lies between the first and the
last words that hold together. What one quotes beyond it is no difference.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, takewhile

from rapidfuzz.distance import Indel

from storydiff.checks.quotations.quoted_words import CUT, Quoted, Word, same_but_contracted, same_in_house_style

_GAP_COST = 0.6  # per word that is replaced, against 1 for a shared content word, 0.5 for a function word
_DROP_COST = 0.35  # per word that one side only has
_OPENERS = frozenset("and so well".split())  # often left out at the start of a sentence
_EDGE = 3  # at most so many words at the edge of a sentence are taken as one reading against another,
_LONG_EDGE = 8  # or so many where the shared stretch is as strong as this:
_STRONG = 6.0
_FIRM = 3.0
_ENOUGH = 2.5
_INSERTED = (
    4  # words between the outermost word of a sentence and the shared stretch, when one word is all that is alike there
)
_MOST_POSTINGS = 60  # quotations that share a word, or two in each report; more tells nothing


@dataclass(frozen=True, slots=True)
class Gap:
    """Words of two quotations that differ, one side may have none. `at_a`, `at_b`: index of the word before which it stands.

    `contracted`: only a contraction. `whole`: whole sentences that one of them leaves out.
    """

    a: tuple[Word, ...]
    b: tuple[Word, ...]
    at_a: int
    at_b: int
    contracted: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Two quotations of one utterance.

    `core_a`, `core_b`: range of the words that both quote. `matched`: number of equal words in it, `strength`: their weight.
    `ratio`: share of equal words in it. `cover`: its share of the words that both quote or replace, so 1 where one of the two is all shared.
    `outside`: words of each beyond that. `gaps`: where they differ. `equal`: index pairs of equal words.
    """

    a: Quoted
    b: Quoted
    core_a: tuple[int, int]
    core_b: tuple[int, int]
    matched: int
    strength: float
    ratio: float
    cover: float
    outside: tuple[int, int]
    gaps: tuple[Gap, ...]
    equal: tuple[tuple[int, int], ...]

    @property
    def rank(self) -> tuple[float, ...]:
        """How sure the pair is; pairs of one rank are alike in all that findings are judged by, so their order does not matter."""
        return (self.strength, self.ratio, self.matched, self.cover, -max(self.outside), -min(self.outside))

    @property
    def changed(self) -> float:
        """The weight of the words that differ, whole sentences apart."""
        return sum(
            max(sum(w.weight for w in gap.a), sum(w.weight for w in gap.b)) for gap in self.gaps if not gap.whole
        )

    @property
    def contracted(self) -> int:
        """The places where they differ by a contraction only: shared words, in another form."""
        return sum(gap.contracted for gap in self.gaps)

    @property
    def longest_gap(self) -> int:
        """The most words that differ at one place."""
        return max((max(len(gap.a), len(gap.b)) for gap in self.gaps), default=0)


def candidates(quoted: Sequence[Quoted]) -> Iterator[tuple[Quoted, Quoted]]:
    """Pairs of quotations of two reports that share enough words to be one utterance."""
    postings: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(quoted):
        for term in _terms(one):
            postings[term].append(index)
    shared: dict[tuple[int, int], float] = defaultdict(float)
    size = math.log(len(quoted) + 2)
    most = max(_MOST_POSTINGS, 2 * len({one.sigil for one in quoted}))
    for indexes in postings.values():
        if 1 < len(indexes) <= most:
            rarity = 1.5 - math.log(len(indexes)) / size
            for pair in combinations(indexes, 2):
                shared[pair] += rarity
    for (i, j), score in sorted(shared.items()):
        a, b = quoted[i], quoted[j]
        if a.sigil != b.sigil and score >= min(2.0, 0.35 * min(len(a.words), len(b.words))):
            # By their words, not by the place of their reports: what is found must not hang on the order of reports.
            yield (a, b) if _in_words(a) <= _in_words(b) else (b, a)


def _in_words(one: Quoted) -> tuple[list[str], str]:
    return [word.key for word in one.words], one.sigil


def _terms(one: Quoted) -> set[str]:
    keys = [word.key for word in one.words if word.key != CUT]
    content = {word.key for word in one.words if word.weight >= 1}
    return content | {f"{x} {y}" for x, y in pairwise(keys)}


def compare_words(a: Quoted, b: Quoted) -> Pair | None:
    """How two quotations go together; None if they share no stretch worth the name."""
    runs = _runs(a.words, b.words)
    if not runs:
        return None
    first, last = _best_chain(a.words, b.words, runs)
    runs = runs[first : last + 1]
    core_a = (runs[0][0], runs[-1][1])
    core_b = (runs[0][2], runs[-1][3])
    equal = tuple(
        pair
        for a_start, a_end, b_start, b_end in runs
        for pair in (
            zip(range(a_start, a_end), range(b_start, b_end), strict=True) if a_end - a_start == b_end - b_start else ()
        )
    )
    gaps = [
        _gap(a.words, b.words, a_start, a_end, b_start, b_end)
        for (_, a_start, _, b_start), (a_end, _, b_end, _) in pairwise(runs)
    ]
    matched = sum(a.words[i].key != CUT for start, end, _, _ in runs for i in range(start, end))
    strength = sum(a.words[i].weight for start, end, _, _ in runs for i in range(start, end))
    lengths = sum(word.key != CUT for word in (*a.words[slice(*core_a)], *b.words[slice(*core_b)]))
    heads = head(a.words, core_a[0]), head(b.words, core_b[0])
    tails = tail(a.words, core_a[1]), tail(b.words, core_b[1])
    outside_a = len(a.words) - (core_a[1] - core_a[0])
    outside_b = len(b.words) - (core_b[1] - core_b[0])
    loose = 0
    if _replaced(*heads, strength / 1.2):
        gaps.append(
            _difference(a.words, b.words, core_a[0] - len(heads[0]), core_a[0], core_b[0] - len(heads[1]), core_b[0])
        )
        outside_a, outside_b = outside_a - len(heads[0]), outside_b - len(heads[1])
    else:
        loose += min(map(len, heads))
    if _replaced(tails[0][::-1], tails[1][::-1], strength) and not (
        _cut_off(a, core_a[1], tails[0]) or _cut_off(b, core_b[1], tails[1])
    ):
        gaps.append(
            _difference(a.words, b.words, core_a[1], core_a[1] + len(tails[0]), core_b[1], core_b[1] + len(tails[1]))
        )
        outside_a, outside_b = outside_a - len(tails[0]), outside_b - len(tails[1])
    else:
        loose += min(map(len, tails))
    return Pair(
        a, b, core_a, core_b, matched, strength, 2 * matched / max(1, lengths), matched / max(1, matched + loose), (outside_a, outside_b),
        tuple(gap for gap in gaps if gap and _supported(a.words, b.words, gap, equal)), equal,
    )  # fmt: skip


def _runs(a: Sequence[Word], b: Sequence[Word]) -> list[tuple[int, int, int, int]]:
    """Stretches (start and end in `a`, start and end in `b`) that are equal, or equal but for house style."""
    opcodes = Indel.opcodes(_keys(a), _keys(b))
    runs = [(op.src_start, op.src_end, op.dest_start, op.dest_end) for op in opcodes if op.tag == "equal"]
    runs = _slid(_keys(a), _keys(b), runs)
    joined: list[tuple[int, int, int, int]] = []
    for run in runs:
        if joined:
            _, a_end, _, b_end = joined[-1]
            between_a = _keys(a[a_end : run[0]])
            between_b = _keys(b[b_end : run[2]])
            if len(between_a) < 5 and len(between_b) < 5 and same_in_house_style(between_a, between_b):
                joined.append((a_end, run[0], b_end, run[2]))
        joined.append(run)
    return joined


def _slid(a: list[str], b: list[str], runs: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """`runs` with each moved up to the next (the last to the one before) where the same words stand there too.

    Many alignments have the most words in common; this is the one that has them together.
    """
    for at in range(len(runs) - 2, -1, -1):
        a_start, a_end, b_start, b_end = runs[at]
        a_next, _, b_next, _ = runs[at + 1]
        size = a_end - a_start
        if a_end == a_next and b_end < b_next and b[max(b_end, b_next - size) : b_next] == a[a_start:a_end]:
            runs[at] = (a_start, a_end, b_next - size, b_next)
        elif b_end == b_next and a_end < a_next and a[max(a_end, a_next - size) : a_next] == a[a_start:a_end]:
            runs[at] = (a_next - size, a_next, b_start, b_end)
    if len(runs) > 1:
        (_, a_before, _, b_before), (a_start, a_end, b_start, b_end) = runs[-2:]
        size = a_end - a_start
        if a_before == a_start and b_before + size <= b_start and b[b_before : b_before + size] == a[a_start:a_end]:
            runs[-1] = (a_start, a_end, b_before, b_before + size)
        elif b_before == b_start and a_before + size <= a_start and a[a_before : a_before + size] == a[a_start:a_end]:
            runs[-1] = (a_before, a_before + size, b_start, b_end)
    return runs


def _best_chain(a: Sequence[Word], b: Sequence[Word], runs: Sequence[tuple[int, int, int, int]]) -> tuple[int, int]:
    """The stretch of `runs` that holds together best: shared words against the words between."""
    best, best_range = -1.0, (0, 0)
    total, begun = 0.0, 0
    for index, (a_start, a_end, b_start, _) in enumerate(runs):
        weight = sum(word.weight for word in a[a_start:a_end])
        if index:
            _, a_before, _, b_before = runs[index - 1]
            between_a, between_b = a[a_before:a_start], b[b_before:b_start]
            declared = any(word.key == CUT for word in (*between_a, *between_b))
            cost = (_GAP_COST if between_a and between_b else _DROP_COST) * max(
                sum(w.weight for w in between_a), sum(w.weight for w in between_b)
            )
            cost = min(cost, 1.5) if declared else cost
            if between_a and between_b and same_but_contracted(_keys(between_a), _keys(between_b)):
                cost = 0.0
            total -= cost
            if total <= 0:
                total, begun = 0.0, index
        total += weight
        if total > best:
            best, best_range = total, (begun, index)
    return best_range


def _gap(a: Sequence[Word], b: Sequence[Word], a_start: int, a_end: int, b_start: int, b_end: int) -> Gap | None:
    """The words between two equal runs as a difference, None if there is none.

    A declared cut stands for any words of the other quotation there, not for words that only its own has.
    """
    shared = _same_bracket(a, a_start - 1, b, b_start - 1), _same_bracket(a, a_end, b, b_end)
    cut_a, cut_b = _is_cut(a, a_start, a_end, shared), _is_cut(b, b_start, b_end, shared)
    if not (cut_a or cut_b):
        return _difference(a, b, a_start, a_end, b_start, b_end)
    if cut_a and cut_b:
        return None
    words, start, end, before = (a, a_start, a_end, b) if cut_a else (b, b_start, b_end, a)
    own = [at for at in range(start, end) if words[at].key != CUT]
    if not own or _said_twice(words, start, end):
        return None
    start, end = own[0], own[-1] + 1
    other_start, other_end = (b_start, b_end) if cut_a else (a_start, a_end)
    if other_end - other_start > 2 * (end - start):  # the cut stands for these
        other_end = other_start
    if cut_a:
        return _difference(words, before, start, end, other_start, other_end)
    return _difference(before, words, other_start, other_end, start, end)


def _is_cut(words: Sequence[Word], start: int, end: int, shared: tuple[bool, bool]) -> bool:
    """Whether a cut is declared in a range of words or beside it; `shared`: whether both have the bracket before it, after it."""
    before, after = shared
    around = words[max(0, start - (not before)) : end + (not after)]
    return any(word.key == CUT for word in around)


def _same_bracket(a: Sequence[Word], at_a: int, b: Sequence[Word], at_b: int) -> bool:
    """Whether both have the same words in brackets there."""
    if not (0 <= at_a < len(a) and 0 <= at_b < len(b)):
        return False
    return a[at_a].bracket != "" and a[at_a].bracket == b[at_b].bracket


def _said_twice(words: Sequence[Word], start: int, end: int) -> bool:
    """`I was … I was there`: whether the words at a pause are those that go on after it."""
    own = [word.key for word in words[start:end] if word.key != CUT]
    return own == _keys(words[end : end + len(own)]) or own == _keys(words[max(0, start - len(own)) : start])


def _difference(a: Sequence[Word], b: Sequence[Word], a_start: int, a_end: int, b_start: int, b_end: int) -> Gap | None:
    """The words of two ranges that differ, without what they share at both ends; None if only the house style does."""
    while a_start < a_end and b_start < b_end and a[a_start].key == b[b_start].key:
        a_start, b_start = a_start + 1, b_start + 1
    while a_start < a_end and b_start < b_end and a[a_end - 1].key == b[b_end - 1].key:
        a_end, b_end = a_end - 1, b_end - 1
    back = _to_opening(a, a_start, a_end) if b_start == b_end else 0
    back = back or (_to_opening(b, b_start, b_end) if a_start == a_end else 0)
    a_start, a_end, b_start, b_end = (max(0, at - back) for at in (a_start, a_end, b_start, b_end))
    left, right = tuple(a[a_start:a_end]), tuple(b[b_start:b_end])
    if not (left or right) or same_in_house_style(_keys(left), _keys(right)):
        return None
    if _opener(a, a_start, left, right) or _opener(b, b_start, right, left):
        return None
    whole = _sentences(a, a_start, a_end) if not right else not left and _sentences(b, b_start, b_end)
    return Gap(left, right, a_start, b_start, same_but_contracted(_keys(left), _keys(right)), whole)


def _to_opening(words: Sequence[Word], start: int, end: int) -> int:
    """How far back a range of extra words can move to begin a sentence: the words before it are the same as its last ones."""
    for back in range(1, min(6, end - start, start) + 1):
        if words[start - back].key != words[end - back].key:
            return 0
        if start == back or words[start - back - 1].sentence != words[start - back].sentence:
            return back
    return 0


def _sentences(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a range of words is made of whole sentences."""
    opens = start == 0 or words[start - 1].sentence != words[start].sentence
    return opens and (end == len(words) or words[end].sentence != words[end - 1].sentence)


def _opener(words: Sequence[Word], at: int, gap: Sequence[Word], other: Sequence[Word]) -> bool:
    """An "and" that begins a sentence, and nothing in its place."""
    return (
        len(gap) == 1
        and not other
        and gap[0].key in _OPENERS
        and (at == 0 or words[at - 1].sentence != gap[0].sentence)
    )


def _replaced(left: Sequence[Word], right: Sequence[Word], strength: float) -> bool:
    """Whether the words at the edge of a sentence, outermost first, are one reading against another, given the strength of what is shared."""
    if not left or not right or any(word.key == CUT for word in (*left, *right)):
        return False
    common = _common(left, right)
    shared = sum(word.weight for word, _ in common)
    if len(common) == min(len(left), len(right)):
        few = max(len(left), len(right)) - len(common) <= _INSERTED
        return strength >= (_FIRM if len(common) > 1 else _ENOUGH) and (len(common) > 1 or few)
    longest = max(len(left), len(right)) - len(common)
    weight = max(sum(word.weight for word in left), sum(word.weight for word in right)) - shared
    if strength + shared < 2.0 * weight and not (strength >= _STRONG and longest <= _LONG_EDGE):
        return False
    return longest <= (_LONG_EDGE if strength >= _STRONG else _EDGE)


def _common(left: Sequence[Word], right: Sequence[Word]) -> list[tuple[Word, Word]]:
    """The words that `left` and `right` begin with alike."""
    return list(takewhile(lambda pair: pair[0].key == pair[1].key, zip(left, right, strict=False)))


def _supported(a: Sequence[Word], b: Sequence[Word], gap: Gap, equal: Sequence[tuple[int, int]]) -> bool:
    """Whether the sentences in which `gap` stands are alike themselves, and not only others of the two quotations."""
    if gap.whole:
        return sum(a[i].weight for i, _ in equal) >= _STRONG
    in_a, in_b = sentence_of(a, gap.a, gap.at_a), sentence_of(b, gap.b, gap.at_b)
    shared = sum(a[i].weight for i, j in equal if a[i].sentence == in_a and b[j].sentence == in_b)
    smaller = min(sum(w.weight for w in words if w.sentence == number) for words, number in ((a, in_a), (b, in_b)))
    return shared >= 1.0 and shared >= 0.35 * smaller


def sentence_of(words: Sequence[Word], gap: Sequence[Word], at: int) -> int:
    """The number of the sentence in which a difference stands."""
    return gap[0].sentence if gap else words[min(at, len(words) - 1)].sentence


def _keys(words: Sequence[Word]) -> list[str]:
    return [word.key for word in words]


def _cut_off(one: Quoted, core_end: int, tail: Sequence[Word]) -> bool:
    """Whether the text breaks off in `tail`: the last word of a quotation that was never closed may be half a word."""
    return not one.quotation.closed and core_end + len(tail) == len(one.words)


def tail(words: Sequence[Word], at: int) -> tuple[Word, ...]:
    """The words from `at` to the end of the sentence of the word before."""
    if at == 0 or at >= len(words):
        return ()
    end = at
    while end < len(words) and words[end].sentence == words[at - 1].sentence:
        end += 1
    return tuple(words[at:end])


def head(words: Sequence[Word], at: int) -> tuple[Word, ...]:
    """The words from the start of the sentence of `words[at]` up to it."""
    start = at
    while start > 0 and words[start - 1].sentence == words[at].sentence:
        start -= 1
    return tuple(words[start:at])
