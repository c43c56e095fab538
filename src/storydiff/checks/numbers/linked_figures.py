"""What a figure is of, and figures of one thing in sentences that tell the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from storydiff.checks.base import evidence
from storydiff.checks.common.edited import edits, inside
from storydiff.checks.common.happenings import of_another
from storydiff.checks.common.linked import found_in_links
from storydiff.checks.numbers import tolls
from storydiff.checks.numbers.figures import Edge, compatible, of_one_thing, told_in
from storydiff.checks.numbers.tolls import TOLLS
from storydiff.checks.verdicts import sigils
from storydiff.model import Alignment, Analysis, Link, Quantity, Sentence, Variant
from storydiff.patterns import late

# Counts that say little of the event: parts of a crowd told by turns, and counts of an indictment.
_PARTS = frozenset(
    "people person other man woman child victim teen teenager kid boy girl male female juvenile suspect count charge "
    "time day week month year hour minute shot round way member part side case "
    "official source aide takeaway reason question lesson thing fact "
    "point goal rebound catch carry touchdown game season inning assist win loss".split()
)
# What a figure of time or of a person's age says is compared by `time` and `age`.
_OTHERS = frozenset({"age", "height", "weight"})
# American and British words for one thing that is counted, and what it is called here. General knowledge.
_ONE_THING = {
    word: called
    for called, words in {
        "fire engine": "engine appliance tender fire-engine", "truck": "lorry", "apartment": "flat", "student": "pupil", "lawyer": "attorney solicitor",
        "film": "movie", "train car": "carriage railcar", "police car": "cruiser", "shop": "store",
    }.items()
    for word in words.split()
}  # fmt: skip
_FURTHER = frozenset({"additional", "further", "extra", "more"})
_BELOW = late(r"less|fewer|under|below")  # "nothing less than $5 million"
_LINKED = 0.5  # score of a link from which its sentences are about one thing


Pair = tuple[str, Analysis, Quantity, Analysis, Quantity]
"""What two figures are of, and each with its report."""


def in_links(linked: Iterable[Pair]) -> Iterator[Edge]:
    """Figures of one kind, one to a sentence, that cannot both hold."""
    for about, one, a, other, b in linked:
        # A share and what it leaves are two ways to tell one thing.
        rest = a.unit == "percent" and a.value + b.value == 100
        if not rest and tolls.differ(one, a, other, b):
            yield Edge(about, a, b)


def open_and_exact(linked: Iterable[Pair]) -> Iterator[Edge]:
    """Tolls and sums that one report gives as a bound ("up to $5,000") and the other exactly."""
    for about, one, a, other, b in linked:
        known = (a.role in TOLLS or a.unit) and a.value == b.value
        if not known or {_is_open(a), _is_open(b)} != {True, False} or a.approximate or b.approximate:
            continue
        kinds = [
            sentence.kind if sentence else "" for sentence in (one.sentence_at(a.start), other.sentence_at(b.start))
        ]
        if "title" not in kinds:  # a headline has no room for "at least"
            yield Edge(about, a, b)


def _is_open(figure: Quantity) -> bool:
    return (figure.low is None or figure.high is None) and not _BELOW().match(figure.text.lower())


def pairs(alignment: Alignment) -> Iterator[Pair]:
    """Figures of one thing in linked sentences: what of, and each with its report."""
    for link, a, b in found_in_links(alignment, _single, _LINKED):
        one, other = alignment.analysis(link.a.sigil), alignment.analysis(link.b.sigil)
        for about in sorted(a.keys() & b.keys()):
            if (a[about].value, a[about].low, a[about].high) == (b[about].value, b[about].low, b[about].high):
                continue
            if _of_one_thing(one, other, link, a[about], b[about]):
                yield about, one, a[about], other, b[about]


def _of_one_thing(one: Analysis, other: Analysis, link: Link, a: Quantity, b: Quantity) -> bool:
    if of_another(one, link.a) != of_another(other, link.b):
        return False
    return a.role in TOLLS or of_one_thing((one, link.a, a), (other, link.b, b))


def edited(alignment: Alignment) -> Iterator[Edge]:
    """Figures that are all in which two sentences differ."""
    for edit in edits(alignment):
        told = [
            [q for q in told_in(alignment.analysis(sentence.sigil), sentence) if inside(place, q)]
            for sentence, place in ((edit.link.a, edit.a), (edit.link.b, edit.b))
        ]
        if len(told[0]) == len(told[1]) == 1:
            a, b = told[0][0], told[1][0]
            kind = (a.unit, a.counted, a.role == "age")
            if kind == (b.unit, b.counted, b.role == "age") and a.role != "age" and not compatible(a, b):
                about = what(alignment.analysis(a.sigil), a) or " ".join(filter(None, (a.unit, a.counted))) or "figure"
                yield Edge(about, a, b)


def joined(edges: Iterable[Edge]) -> list[Edge]:
    """The edges; those shot and those wounded under one heading, where their figures are the same."""
    headings: dict[tuple[frozenset[tuple[str, float]], bool], str] = {}
    made = []
    for edge in edges:
        pair = frozenset((one.sigil, one.value) for one in (edge.a, edge.b))
        hurt = edge.about.endswith((" shot", " wounded"))
        made.append(edge._replace(about=headings.setdefault((pair, hurt), edge.about) if hurt else edge.about))
    return made


def with_all_mentions(alignment: Alignment, variant: Variant) -> Variant:
    """The variant with the other places of its reports that give the same figure for the same thing."""
    found = {(mention.sigil, mention.start): mention for mention in variant.mentions}
    for sigil in sigils(variant):
        analysis = alignment.analysis(sigil)
        told = {_key(quantity) for quantity in analysis.quantities if (sigil, quantity.start) in found}
        for quantity in analysis.quantities:
            if _key(quantity) in told and not analysis.is_quoted(quantity) and what(analysis, quantity):
                found.setdefault((sigil, quantity.start), evidence(quantity))
    return replace(variant, mentions=tuple(found.values()))


def _key(quantity: Quantity) -> tuple[float, bool, str, str]:
    return (
        quantity.value,
        quantity.low is None or quantity.high is None,
        quantity.unit,
        quantity.role or quantity.counted,
    )


def _single(analysis: Analysis, sentence: Sentence) -> dict[str, Quantity]:
    """What of → figure, for the figures of `sentence` that are alone of their kind."""
    quantities = told_in(analysis, sentence)
    found = [(quantity, what(analysis, quantity)) for quantity in quantities]
    often = Counter(about for _, about in found)
    more = {quantity.role for quantity in quantities if "more" in quantity.modifiers}
    return {about: quantity for quantity, about in found if about and often[about] == 1 and quantity.role not in more}


def _is_known(analysis: Analysis, quantity: Quantity) -> bool:
    """ "The three boats": told of before, and some of more, perhaps."""
    return analysis.report.text[max(0, quantity.start - 4) : quantity.start].lower().endswith("the ")


def what(analysis: Analysis, quantity: Quantity) -> str:
    """What the figure is of, as a key and in words; "" where that is not known."""
    if quantity.role in _OTHERS:
        return ""
    if quantity.role in TOLLS:
        return tolls.about(analysis, quantity)
    if quantity.unit:
        kind = quantity.role if quantity.role not in ("", quantity.unit) else "figure"
        return f"{kind} ({' '.join(filter(None, (quantity.unit, quantity.counted)))})"
    noun = _ONE_THING.get(quantity.counted, quantity.counted)
    if noun in _PARTS or noun in tolls.ANYBODY:
        return ""
    if noun and any(word.rpartition(" ")[2] in _FURTHER for word in quantity.modifiers):
        return f"further {noun}"  # what came on top of the first ones
    if tolls.is_part(analysis, quantity) or _is_known(analysis, quantity):
        return ""
    if any("other" in word for word in quantity.modifiers):
        return ""
    return noun
