"""Claims that one report hedges, and where another report tells the same claim without a hedge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from storydiff.checks.common.claims import Told, inside_quotation, links_of, overlaps, stem, stems, told_in
from storydiff.checks.common.edited import edits
from storydiff.checks.telling.source_classes import sort_of
from storydiff.identity import name_parts
from storydiff.model import Alignment, Analysis, Hedge, Mention, Rung, Sentence, Span, within
from storydiff.patterns import late

_ADJECTIVES = frozenset("alleged apparent suspected purported presumed probable possible".split())
_AROUND = 40  # characters that are shown to both sides of a place where a hedge is missing
_LEAST = 3  # words of matter of the core of a claim, when the whole of it is not told again
_CORE = 80  # characters after the cue
_SHOWN = 9  # words of a claim in a message
_BESIDE = 4  # of those before the cue
_JOINTS = frozenset("who which where that after when and but".split())

# "The possible origins of the outbreak" are sought, not claimed.
_POSSIBLE = frozenset({"possible", "potential", "probable"})
_OF_THE = late(r"\b(?:the|its|their|his|her|this|these)\s\Z", re.IGNORECASE)

# Cues that say nothing but how sure one is, so that fewer shared words will do.
_PLAIN = late(
    r"\b(?:allegedly|apparently|reportedly|believed?|believes|appear\w*|might|may|suspected\sof)\b", re.IGNORECASE
)
# What is to come is no claim that can be doubted: once it has happened, that is news.
_ALLOWED = late(
    r"(?:may|might|could)\s(?:also\s)?(?:do\sso|be\s(?:reached|made|sent|left|viewed|submitted|picked|eligible)|call|contact|remain|not|text|visit|earn|receive|qualify)\b",
    re.IGNORECASE,
)
_TO_COME = late(r"\b(?:expect|schedul|plann|poised|set\b|slated)", re.IGNORECASE)
# A sentence that tells an accusation tells no fact, whatever the words for it.
ACCUSING = late(
    r"\b(?:accus(?:e[sd]?|ing|ations?)|charg(?:ed|es|ing)\s(?:\w+\s){0,3}(?:with|of)|indict(?:ed|s|ing|ments?)|on\s(?:charges|suspicion)|for\sinvestigation|"
    r"fac(?:e[sd]?|ing)\s(?:\w+\s){0,3}(?:charges?|counts?)|counts?\sof|prosecutors?\s(?:say|said|allege|charge|claim)|testif(?:y|ied|ies)|told\s(?:the\s)?(?:jury|jurors|court)|"
    r"identified\s(?:him|her|them|[A-Z]\w+)\s(?:\w+\s){0,2}as|expect(?:s|ed|ing)?|alleg\w+|suspected|enabl\w+|allow(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
# Whom to call is no claim either.
_APPEAL = late(r"\b(?:crime\s?stoppers|anonymous(?:ly)?|(?:call|dial|phone)\s(?:\d|1-)|\d{3}-\d{4})", re.IGNORECASE)
# Cues that say who did it, or who somebody was: told without that person, the deed alone is no flat claim.
_OF_A_PERSON = late(
    r"\b(?:accused|suspected|suspicion|alleged|thought|rumou?red|believed|said|suspects?)\b", re.IGNORECASE
)
_BACK_TO = late(r"\b(?:he|she|they|suspects?|gunm[ae]n|shooters?|defendants?|accused)\b", re.IGNORECASE)
# A deed that is told without who did it: as a noun, or in the passive.
_DEED = late(
    r"\b(?:(?:the|a|an|this|that|fatal|deadly)\s(?:\w+\s){0,2}(?P<noun>shootings?|killings?|stabbings?|murders?|slayings?|robbery|robberies|burglary|attacks?|assaults?|beating|rape|theft)"
    r"|(?:was|were|is|been|being|are)\s(?:\w+ly\s)?(?P<passive>shot|killed|stabbed|wounded|injured|struck|hit|robbed|beaten|attacked|raped|murdered|stolen|kidnapped|found))\b(?!\s(?:\w+\s){0,6}by\b)",
    re.IGNORECASE,
)
# What may come true, what is so as a rule, or what somebody thinks, is not told as a fact either, though no hedge says so.
OPEN = late(
    r"\b(?:could|would|hop(?:e|es|ed|ing)|whether|if|threat\w*|warn(?:s|ed|ing)?|s(?:eek|eeks|eeking|ought)|claims?|thinks?|thought|speculat\w*|rumou?r\w*|unlikely|improbable|doubt\w*|often|usually|typically|commonly|ask(?:s|ed|ing)?|want(?:s|ed)?)\b",
    re.IGNORECASE,
)
# Somebody of whom nothing is known is not yet the one who is accused.
_ANYBODY = late(
    r"\b(?:someone|somebody|whoever|an?\s(?:lone\s|masked\s|unknown\s|unidentified\s){0,2}(?:man|gunman|woman|person|shooter|attacker|suspect))\b(?!,)",
    re.IGNORECASE,
)
_OF_DEEDS = late(r"\b(?:accused|suspected|suspicion)\b", re.IGNORECASE)
# "Believe a shooting that killed four was …": what follows at once is but whom or what the claim is of.
_SUBJECT = late(r"\s?(?:that\s)?(?:an?|the|this)\s(?:[\w’'-]+\s){1,4}that\s(?:.+\s(?P<is>was|were|is|are)\s)?")
# Where a claim with a subject of its own begins, or where the core of one ends.
_NEXT_CLAIM = late(
    r"\sand\s(?:[A-Z][\w’'-]{1,20}\s){1,3}(?:\w{2,12}ed|was|were|is|has|had|shot|fled|ran|went|took|drove|told|got|hit|left)\b"
)
_RELATIVE = late(r",?\s(?:who|whose|which)\b")
_CORE_END = late(
    r"[,;:—]|\s(?:and|or|but|while|during|when|after|before|because|as|who|which|in\sconnection|until|since)\s",
    re.IGNORECASE,
)


class Doubt(NamedTuple):
    """A claim that `hedged` hedges (the claim without its cue may be but a part of the hedge's scope) and `flat` tells flat."""

    hedged: Analysis
    hedge: Hedge
    claim: Span
    flat: Analysis
    told: Told
    sure: bool


def doubts(alignment: Alignment) -> list[Doubt]:
    """The claims that one of two linked sentences hedges, and sentences that differ in a hedge alone."""
    found = sorted(_found(alignment), key=lambda p: (p.hedged.sigil, p.hedge.start, p.flat.sigil, p.told.span))
    mutual = {(one.hedged.sigil, one.flat.sigil, one.hedge.text.lower(), one.told.shared) for one in found}
    return [
        one
        for one in found  # two reports that both tell it both ways agree
        if (one.flat.sigil, one.hedged.sigil, one.hedge.text.lower(), one.told.shared) not in mutual
    ]


def _found(alignment: Alignment) -> Iterator[Doubt]:
    linked = links_of(alignment)
    analyses = {analysis.sigil: analysis for analysis in alignment.analyses}
    for analysis in alignment.analyses:
        for hedge in analysis.hedges:
            sentence = analysis.sentence_at(hedge.start)
            if hedge.rung is Rung.DENIED or sentence is None or sentence.kind != "sentence":
                continue
            if "expected" in hedge.text.lower() or _APPEAL().search(sentence.text):
                continue  # a plan that comes true is no surer claim
            for other, _ in linked.get((analysis.sigil, sentence.start), ()):
                flat = analyses[other.sigil]
                if (doubt := _compared(analysis, hedge, flat, other)) is not None:
                    yield doubt
    yield from _edited(alignment)


def _edited(alignment: Alignment) -> Iterator[Doubt]:
    """A hedge that is all in which two sentences differ."""
    for edit in edits(alignment):
        for more, sentence, less, other in (
            (edit.a, edit.link.a, edit.b, edit.link.b),
            (edit.b, edit.link.b, edit.a, edit.link.a),
        ):
            hedged, flat = alignment.analysis(more.sigil), alignment.analysis(less.sigil)
            cues = [hedge for hedge in within(hedged.hedges, more.start, more.end) if hedge.rung is not Rung.DENIED]
            if less.text or len(cues) != 1 or cues[0].text.lower() != more.text.lower() or sentence.kind != "sentence":
                continue
            start, end = max(other.start, less.start - _AROUND), min(other.end, less.end + _AROUND)
            told = Told(other, Span(start, end), frozenset(word for word, _, _ in stems(flat.report.text, start, end)))
            if not inside_quotation(hedged, more.start, more.end):
                yield Doubt(hedged, cues[0], cues[0].scope, flat, told, True)


def _compared(hedged: Analysis, hedge: Hedge, flat: Analysis, other: Sentence) -> Doubt | None:
    if other.kind != "sentence" or _ALLOWED().match(hedged.report.text, hedge.start):
        return None
    if _TO_COME().search(hedge.text) or ACCUSING().search(other.text) or _is_sought(hedged, hedge):
        return None
    for claim in (_whole(hedged, hedge), _core(hedged, hedge)):
        if claim is not None and not overlaps(within(hedged.negations, *claim), *claim):
            doubt = _retold(hedged, hedge, claim, flat, other, core=claim != hedge.scope)
            if doubt is not None:
                return doubt
    return None


def _is_sought(analysis: Analysis, hedge: Hedge) -> bool:
    """Whether a noun is called possible that is known to be: somebody asks which it is."""
    before = analysis.report.text[max(0, hedge.start - 8) : hedge.start]
    return hedge.text.lower() in _POSSIBLE and _OF_THE().search(before) is not None


def _whole(hedged: Analysis, hedge: Hedge) -> Span | None:
    """What the hedge weakens, up to where another claim begins; None where that is but its subject ("believe a man who …")."""
    start, end = hedge.scope
    if start >= hedge.end and hedge.rung is Rung.BELIEVED and _RELATIVE().match(hedged.report.text, end):
        return None
    following = _NEXT_CLAIM().search(hedged.report.text, max(start, hedge.end), end)
    return Span(start, following.start() if following else end)


def _core(hedged: Analysis, hedge: Hedge) -> Span | None:
    """The words that follow the cue at once: the deed, without its circumstances."""
    start, end = max(hedge.end, hedge.scope.start), min(hedge.scope.end, hedge.end + _CORE)
    stop = _CORE_END().search(hedged.report.text, start + 1, end) if start < end else None
    return Span(start, stop.start() if stop else end) if start < end else None


def _retold(
    hedged: Analysis, hedge: Hedge, claim: Span, flat: Analysis, other: Sentence, *, core: bool
) -> Doubt | None:
    words = stems(hedged.report.text, *claim)
    matter = frozenset(word for word, start, _ in words if not (hedge.start <= start < hedge.end))
    if len(matter) < (_LEAST if core else 2):
        return None
    told = told_in(flat, other, matter, 0.75 if core else 0.6)
    if told is None or len(told.shared) < (_LEAST if core else 2) or _is_doubted(flat, told):
        return None
    if inside_quotation(hedged, hedge.start, hedge.end) != inside_quotation(flat, *told.span):
        return None
    if (core or _OF_A_PERSON().search(hedge.text)) and not _of_the_same(hedged, hedge, flat, told):
        return None
    if hedge.rung is Rung.BELIEVED and _of_its_subject(hedged, claim, told):
        return None
    if _only_names(hedged, claim, told.shared) or (hedge.rung is Rung.ALLEGED and _nobody_did_it(flat, told)):
        return None
    if hedge.rung is Rung.REPORTED and _from_media(flat, told):
        return None
    share = len(told.shared) / len(matter)
    compact = told.span.end - told.span.start <= max(60, 2 * (claim.end - claim.start))
    if core:
        return Doubt(hedged, hedge, claim, flat, told, True) if compact else None
    noun = 0 <= hedge.scope.start - hedge.end <= 1 and hedge.scope.end - hedge.scope.start < 40
    enough = len(told.shared) >= 3 or (noun and share == 1 and hedge.text.lower() in _ADJECTIVES)
    sure = compact and enough and share >= 0.75 and not hedge.text.lower().startswith("claim")
    sure = sure or (_PLAIN().search(hedge.text) is not None and share >= 0.66 and len(told.shared) >= 2)
    return Doubt(hedged, hedge, claim, flat, told, sure)


def _of_its_subject(hedged: Analysis, claim: Span, told: Told) -> bool:
    """Whether but the subject of the claim is told again: the shooting "that killed four", not what it "was" about."""
    text = hedged.report.text
    subject = _SUBJECT().match(text, *claim)
    if subject is None or not subject["is"]:
        return subject is not None
    return not any(word in told.shared for word, _, _ in stems(text, subject.end(), claim.end))


def _only_names(hedged: Analysis, claim: Span, shared: frozenset[str]) -> bool:
    """Whether all that is told again are names: of two things that are said of one place neither is the other."""
    text = hedged.report.text
    return all(text[start].isupper() for word, start, _ in stems(text, *claim) if word in shared)


def _nobody_did_it(flat: Analysis, told: Told) -> bool:
    """Whether the deed is told there without who did it, which is no claim of who did."""
    deeds = _DEED().finditer(flat.report.text, max(told.sentence.start, told.span.start - 30), told.span.end)
    return any(told.shared.intersection(stem(word.lower()) for word in deed.groups() if word) for deed in deeds)


def _is_doubted(flat: Analysis, told: Told) -> bool:
    """Whether a hedge or a negation weakens what is told there."""
    start, end = told.span
    hedges = within(flat.hedges, told.sentence.start, told.sentence.end)
    negations = within(flat.negations, told.sentence.start, told.sentence.end)
    scopes = [one.scope for one in hedges] + [one.scope for one in negations]
    if any(scope.start < end and start < scope.end for scope in scopes):
        return True
    return overlaps(hedges, start, end) or OPEN().search(flat.report.text, told.sentence.start, end) is not None


def _of_the_same(hedged: Analysis, hedge: Hedge, flat: Analysis, told: Told) -> bool:
    """Whether the other sentence speaks of a person who is named before the hedge; so where nobody is."""
    sentence, other = hedged.sentence_at(hedge.start), told.sentence
    if sentence is None:
        return True
    before = within(hedged.names, sentence.start, hedge.start)
    named = {name_parts(name.key)[1] for name in before if name.kind == "person" and not name.title}
    there = {name_parts(name.key)[1] for name in within(flat.names, other.start, other.end) if name.kind == "person"}
    text = flat.report.text
    shared = (start for word, start, _ in stems(text, *told.span) if word in told.shared and text[start].islower())
    deed = next(shared, told.span.start)
    if not named:
        return not (_OF_DEEDS().search(hedge.text) and _ANYBODY().search(text, other.start, deed))
    return bool(named & there) or _BACK_TO().search(text, other.start, deed) is not None


def _from_media(flat: Analysis, told: Told) -> bool:
    """Whether the other report passes the claim on from a newspaper or the like, which is as much as "reportedly"."""
    return any(
        sort_of(flat, credit) == "media" and overlaps(credit.content, *told.span)
        for credit in within(flat.attributions, told.sentence.start - 2000, told.sentence.end)
    )


def credited(analysis: Analysis, told: Told) -> str:
    """Whom the report credits with what is told."""
    for attribution in within(analysis.attributions, told.sentence.start - 2000, told.sentence.end):
        if attribution.source and attribution.force == "say" and overlaps(attribution.content, *told.span):
            return attribution.source.text
    return ""


def in_words(report: str, claim: Span, cue: Mention) -> str:
    """The claim in a few words, without the cue; of a long one those beside the cue."""
    before, after = "", report[claim.start : claim.end]
    if claim.start <= cue.start < claim.end:
        before, after = report[claim.start : cue.start], report[cue.end : claim.end]
    leading, following = before.split(), after.split()
    while leading and leading[0].lower() in _JOINTS:
        leading = leading[1:]
    while not leading and following and following[0].lower() in _JOINTS:
        following = following[1:]
    words = [*leading[-max(_BESIDE, _SHOWN - len(following)) :], *following] if leading else following
    return " ".join(words[:_SHOWN])
