"""What a headline says and the body does not; for the check `headline`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from storydiff.checks.common.claims import stems
from storydiff.checks.common.own_account import Misfit, plain
from storydiff.checks.numbers.figures import compatible
from storydiff.model import Alignment, Analysis, Hedge, Mention, Quantity, Rung, Sentence, within
from storydiff.normalise import fold
from storydiff.patterns import late

_TOLLS = frozenset({"killed", "wounded", "arrested", "missing", "hospitalised"})
# A headline that says whose word it is, or that it is a question, says no more than that.
_GUARDED = late(
    r"[:?“”\"‘]|(?<!\w)'|\b(?:says?|said|may|might|could|alleged(?:ly)?|reported(?:ly)?|suspected|accused|apparent(?:ly)?|charged|claims?|police|"
    r"sources?|reports?|officials?|suspects?|likely|possible|possibly|believed|feared|appears?|allegations?|over|after|if|would|will|to|not|no|"
    r"denie[sd]|deny|faces?|probe[sd]?|investigat\w{1,5}|whether|how|why|what|amid|investigators|authorities|sheriff|opinion|trial|case|arrested|arrests|lawsuit|sues?|sued|indicted|rumou?rs?|rumou?red|fears?)\b",
    re.IGNORECASE,
)
_CHARGE = late(
    r"\b(?P<charge>murder|manslaughter|rape|arson|kidnapping|terrorism|treason|fraud|bribery|homicide|burglary|perjury|extortion|espionage)\b"
)
_OTHER_CHARGE = late(
    r"\b(?:murder|manslaughter|rape|arson|kidnapping|assault|battery|robbery|burglary|theft|larceny|endangerment|negligence|"
    r"trespass(?:ing)?|vandalism|forgery|embezzlement|perjury|possession|stalking|harassment|disorderly conduct)\b"
)
_CHARGED = late(r"\b(?:charged?s?|charges|accused|indicted|convicted|guilty|sentenced|pleads?|arraigned)\b")
_SAME_CHARGE = {
    "murder": "murder|homicide|killing|slaying",
    "homicide": "homicide|murder|manslaughter|killing",
    "arson": "arson|set(?:ting)? (?:the |a )?fire|burn",
    "kidnapping": "kidnap|abduct|unlawful restraint|false imprisonment",
    "terrorism": "terror",
    "treason": "treason|traitor",
    "fraud": "fraud|defraud|scam|scheme",
    "bribery": "brib",
    "rape": "rap(?:e|ed|ing|ist)|sexual",
    "burglary": "burglar|break-in|breaking|broke into",
    "perjury": "perjur|lying|lied|under oath|false statement",
    "extortion": "extort|blackmail",
    "espionage": "espionage|spy|spie",
}
_DENIED_THAT = late(r"\s(?:that|having|any|it|the\s(?:claims?|reports?|allegations?)|\w{2,12}ing)\b")
_NOT_OF_THE_STORY = late(r"\s[-–—|]\s\Z|[“‘\"']\Z")  # the outlet's name after the headline, a slogan in quote marks
_SHARED = 4  # words of matter that a sentence has to share with the headline to tell it
_SHARE = 0.7
_BESIDE = 25  # code points from a hedge to the first word of what it covers
_WHOLE = 6  # sentences from which a body is taken for the whole story; an excerpt may stop before the name
_ENDS = ".!?\"”’')]"


class Told(NamedTuple):
    """A report: its headline, and the rest."""

    analyses: tuple[Analysis, ...]
    title: Sentence
    title_in: Analysis
    body: tuple[tuple[Analysis, Sentence], ...]


def by_root(alignment: Alignment) -> Iterator[list[Analysis]]:
    """The analyses of each report: several, where it was taken apart by whose words it passes on."""
    groups: dict[str, list[Analysis]] = {}
    for analysis in alignment.analyses:
        groups.setdefault(analysis.sigil.partition("/")[0], []).append(analysis)
    yield from groups.values()


def split(parts: Sequence[Analysis]) -> Told | None:
    """Headline and body; None if there is no headline, or hardly a body."""
    titles = [(a, s) for a in parts for s in a.sentences if s.kind == "title"]
    if not titles:
        return None
    title_in, title = min(titles, key=lambda found: found[1].start)
    body = [(a, s) for a in parts for s in a.sentences if s.kind in ("sentence", "bullet", "caption", "heading")]
    body = [(a, s) for a, s in body if s.start > title.end and fold(s.text) != fold(title.text)]
    return Told(tuple(parts), title, title_in, tuple(body)) if body else None


def figures(told: Told) -> Iterator[Misfit]:
    """A toll that is higher in the headline than anywhere in the body."""
    everywhere = [q for a in told.analyses for q in a.quantities if q.start > told.title.end and not q.ordinal]
    for figure in within(told.title_in.quantities, told.title.start, told.title.end):
        if figure.role not in _TOLLS or figure.low != figure.high or figure.approximate:
            continue
        others = [q for q in everywhere if q.role == figure.role and not q.unit]
        if not others or any(compatible(figure, q) for q in everywhere if not q.unit or q.role == figure.role):
            continue
        if any(q.high is None or q.approximate or q.value >= figure.value for q in others) or _sum_of(
            figure, everywhere
        ):
            continue
        most = max(others, key=lambda q: (q.value, -q.start))
        yield Misfit(
            f"people {figure.role}",
            f"{plain(figure.value)} in the headline, {plain(most.value)} at most in the body",
            ((figure.text, plain(figure.value), figure), (most.text, plain(most.value), most)),
        )


def _sum_of(figure: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether the figure is made of two that the body has, or of one and a person told of alone."""
    values = {q.value for q in others if q.value < figure.value} | {1.0}
    return any(figure.value - value in values for value in values)


def claims(told: Told) -> Iterator[Misfit]:
    """A claim that stands flat in the headline, and that the body hedges or denies wherever it tells it."""
    title, text = told.title, told.title_in.report.text
    if _GUARDED().search(title.text) or within(told.title_in.hedges, title.start, title.end):
        return
    if within(told.title_in.negations, title.start, title.end):
        return
    claim = frozenset(word for word, _, _ in stems(text, title.start, title.end))
    if len(claim) < _SHARED:
        return
    weak: list[tuple[Mention, str]] = []
    for analysis, sentence in told.body:
        hits = [(w, s, e) for w, s, e in stems(analysis.report.text, sentence.start, sentence.end) if w in claim]
        shared = {word for word, _, _ in hits}
        if len(shared) < 2 or len(shared) < 0.5 * len(claim):
            continue
        cue = _weakened(analysis, sentence, [(s, e) for _, s, e in hits])
        if cue is None:
            return  # it stands flat in the body too
        if len(shared) >= _SHARED and len(shared) >= _SHARE * len(claim):
            weak.append((cue, analysis.report.text[sentence.start : sentence.end]))
    if weak:
        cue = weak[0][0]
        yield Misfit(
            f"“{' '.join(title.text.split())}”",
            f"flat in the headline, “{cue.text}” in the body",
            (("as a fact", "stated", title), (cue.text, cue.text.lower(), cue)),
        )


def _weakened(analysis: Analysis, sentence: Sentence, hits: Sequence[tuple[int, int]]) -> Mention | None:
    """The hedge that covers all of what is told, or the cue that denies it."""
    for hedge in within(analysis.hedges, sentence.start, sentence.end):
        if hedge.rung in (Rung.POSSIBLE, Rung.ALLEGED, Rung.REPORTED, Rung.DENIED):
            covered = sum(hedge.scope.start <= s and e <= hedge.scope.end for s, e in hits)
            if covered == len(hits) and _touches(analysis, hedge, hits):
                return hedge
    for negation in within(analysis.negations, sentence.start, sentence.end):
        denied = [s for s, e in hits if negation.scope.start <= s and e <= negation.scope.end]
        if len(denied) > 1 and 0 < denied[0] - negation.end < 3:  # the very deed
            return negation
    return None


def _touches(analysis: Analysis, hedge: Hedge, hits: Sequence[tuple[int, int]]) -> bool:
    """Whether the claim begins beside the hedge: "a potentially grave step, she said" is of the step.

    To deny somebody a thing is a deed, to deny that it was done is not.
    """
    after = [s - hedge.end for s, _ in hits if s >= hedge.end]
    if hedge.rung is Rung.DENIED and not _DENIED_THAT().match(analysis.report.text, hedge.end):
        return False
    return not after or min(after) <= _BESIDE


def people(told: Told) -> Iterator[Misfit]:
    """A full name in the headline whose last name the body never has."""
    title, text = told.title, told.title_in.report.text
    if len(told.body) < _WHOLE or text.rstrip()[-1] not in _ENDS:
        return
    rest = fold(text[title.end :])
    known = {entity.key for analysis in told.analyses for entity in analysis.entities if entity.gender}
    for name in within(told.title_in.names, title.start, title.end):
        words = fold(name.text).split()
        if name.kind != "person" or len(words) < 2 or not (name.key in known or name.title) or name.text.isupper():
            continue
        if _NOT_OF_THE_STORY().search(text[title.start : name.start]):
            continue
        if not any(re.search(rf"\b{re.escape(word)}", rest) for word in words):
            first = told.body[0][1]
            yield Misfit(
                name.text, "named in the headline, nowhere in the body",
                ((name.text, name.key, name), ("not named", "", Mention(first.sigil, first.start, first.end, first.text))),
            )  # fmt: skip


def charges(told: Told) -> Iterator[Misfit]:
    """A charge in the headline that the body does not have."""
    title, text = told.title, told.title_in.report.text
    low = title.text.lower()
    found = _CHARGE().search(low) if _CHARGED().search(low) else None
    if found is None or re.search(_SAME_CHARGE.get(found["charge"], found["charge"]), text[title.end :].lower()):
        return
    start = title.start + found.start()
    place = Mention(title.sigil, start, start + len(found[0]), text[start : start + len(found[0])])
    for _, sentence in told.body:
        low = sentence.text.lower()
        other = _OTHER_CHARGE().search(low) if _CHARGED().search(low) else None
        if other is not None:
            start = sentence.start + other.start()
            there = Mention(sentence.sigil, start, start + len(other[0]), text[start : start + len(other[0])])
            parts = ((place.text, found["charge"], place), (there.text, other[0], there))
            yield Misfit("the charge", f"“{place.text}” is in the headline alone", parts)
            return
