"""Bring the pairs of differing quotations together: one utterance, the wordings it has, and who carries each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from storydiff.checks.quotations.quote_pairs import Gap, Pair, sentence_of
from storydiff.checks.quotations.quoted_words import CUT, Quoted, Word, is_named, same_speaker
from storydiff.model import Alignment, Mention, Span

Node = tuple[str, int, int]
"""Sigil, start of the quotation, number of the sentence."""
Place = tuple[str, int]
"""Sigil, start of the quotation."""

_KNOWN_BY = 8  # words
_OPERATORS = frozenset(
    "not no never none nobody nothing only unless except but if until without least most about alleged allegedly reportedly may might could would will"
    " maybe perhaps probably all every some any more less than before after always hardly barely nearly almost can't cannot".split()
)


@dataclass(frozen=True, slots=True)
class Version:
    """How one report words the utterance."""

    mention: Mention
    reading: str
    value: str
    speaker: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One utterance in two or more wordings, each with the reports that carry it.

    `matched`, `ratio`, `cover`, `outside`: of its surest pair. `together`: both of that credit one speaker. `mild`: nothing differs but contractions and whole sentences left out.
    """

    variants: tuple[tuple[Version, ...], ...]
    about: str
    why: str
    speaker: str
    matched: int
    ratio: float
    cover: float
    outside: tuple[int, int]
    together: bool
    mild: bool


def utterances(alignment: Alignment, pairs: Sequence[Pair]) -> Iterator[Utterance]:
    """The utterances that `pairs` word differently, in reading order."""
    differing = [(pair, gap) for pair in pairs for gap in pair.gaps]
    for members in joined([_nodes(pair, gap) for pair, gap in differing]):
        if found := _utterance(alignment, [differing[index] for index in members]):
            yield found


def joined(edges: Sequence[tuple[Node, Node]]) -> list[list[int]]:
    """The indexes of `edges` that hang together, in the order of their first nodes."""
    parent: dict[Node, Node] = {}

    def root(node: Node) -> Node:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for one, other in edges:
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    clusters: dict[Node, list[int]] = defaultdict(list)
    for index, (one, _) in enumerate(edges):
        clusters[root(one)].append(index)
    return [members for _, members in sorted(clusters.items())]


def _nodes(pair: Pair, gap: Gap) -> tuple[Node, Node]:
    return _node(pair.a, gap.a, gap.at_a), _node(pair.b, gap.b, gap.at_b)


def _node(one: Quoted, words: Sequence[Word], at: int) -> Node:
    return one.sigil, one.quotation.start, sentence_of(one.words, words, at)


def _utterance(alignment: Alignment, members: Sequence[tuple[Pair, Gap]]) -> Utterance | None:
    spans: dict[Place, list[int]] = {}  # start and end of what is shown
    marks: dict[Place, set[Span]] = defaultdict(set)
    quoted: dict[Place, Quoted] = {}
    against: dict[Place, set[Place]] = defaultdict(set)
    for pair, gap in members:
        for one, words, at in ((pair.a, gap.a, gap.at_a), (pair.b, gap.b, gap.at_b)):
            place = _place(one)
            quoted.setdefault(place, one)
            left, right = _shown(one, words, at)
            span = spans.setdefault(place, [left, right])
            span[0], span[1] = min(span[0], left), max(span[1], right)
            if words:
                marks[place].add(Span(words[0].start, words[-1].end))
        against[_place(pair.a)].add(_place(pair.b))
        against[_place(pair.b)].add(_place(pair.a))
    versions = {place: version(alignment, quoted[place], spans[place], marks[place]) for place in sorted(spans)}
    groups: list[list[Place]] = []
    for place in sorted(versions, key=lambda place: (-len(versions[place].value), versions[place].value)):
        home = next((group for group in groups if not against[place] & set(group)), None)
        if home is None:
            groups.append([place])
        else:
            home.append(place)
    values = {versions[group[0]].value for group in groups}
    if len(groups) < 2 or len(values) < len(groups):
        return None
    surest = max((pair for pair, _ in members), key=lambda pair: (pair.rank, same_speaker(pair.a, pair.b) is True))
    named = sorted((one.shown for one in quoted.values() if is_named(one)), key=lambda name: (-len(name), name))
    return Utterance(
        variants=tuple(tuple(versions[place] for place in group) for group in groups),
        about=f"quotation: {opening(surest.a.words[slice(*surest.core_a)])}",
        why=_why(alignment, members),
        speaker=named[0] if named else "",
        matched=surest.matched,
        ratio=surest.ratio,
        cover=surest.cover,
        outside=surest.outside,
        together=same_speaker(surest.a, surest.b) is True,
        mild=all(gap.contracted or gap.whole for _, gap in members),
    )


def _place(one: Quoted) -> Place:
    return one.sigil, one.quotation.start


def _shown(one: Quoted, words: Sequence[Word], at: int) -> tuple[int, int]:
    """The sentence of the difference, as far as it is quoted."""
    sentence = _node(one, words, at)[2]
    numbers = {sentence, words[-1].sentence} if words else {sentence}
    inside = [word for word in one.words if min(numbers) <= word.sentence <= max(numbers)]
    return inside[0].start, inside[-1].end


def version(alignment: Alignment, one: Quoted, span: Sequence[int], marks: Iterable[Span]) -> Version:
    """How `one` words the stretch `span` of its report, with the words that differ marked."""
    start, end = span
    text = alignment.analysis(one.sigil).report.text[start:end]
    keys = [word.key for word in one.words if start <= word.start and word.end <= end and word.key != CUT]
    return Version(
        Mention(one.sigil, start, end, text), f"“{_short(text)}”", " ".join(keys), one.shown, tuple(sorted(marks))
    )


def _short(text: str, longest: int = 160) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1].rsplit(" ", 1)[0] + " …"


def opening(words: Sequence[Word]) -> str:
    """The first words of a quotation, to know it by."""
    return " ".join([word.key for word in words if word.key != CUT][:_KNOWN_BY])


def _why(alignment: Alignment, members: Sequence[tuple[Pair, Gap]]) -> str:
    """The words that differ, those that turn the sense first."""
    told: dict[str, tuple[int, int]] = {}
    for number, (pair, gap) in enumerate(members):
        left, right = _words(alignment, pair.a, gap.a), _words(alignment, pair.b, gap.b)
        if left and right:
            low, high = sorted((left, right))
            text = f"“{low}” against “{high}”"
        else:
            text = f"“{left or right}” in some only"
        told.setdefault(text, (0 if _operates(gap) else 1, number))
    ordered = sorted(told, key=told.__getitem__)
    return "; ".join(ordered[:4]) + ("; more" if len(ordered) > 4 else "")


def _words(alignment: Alignment, one: Quoted, words: Sequence[Word]) -> str:
    return _short(alignment.analysis(one.sigil).report.text[words[0].start : words[-1].end], 60) if words else ""


def _operates(gap: Gap) -> bool:
    return any(word.key in _OPERATORS or word.key.endswith("n't") or word.key[0].isdigit() for word in (*gap.a, *gap.b))
