"""Grave facts that two linked sentences credit to different sources, or that one of them credits to nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from storydiff.checks.common.claims import Places, Told, inside_quotation, stem, stems
from storydiff.checks.telling.changed_sources import PRONOUNS, Credited, changed_sources, is_role, of_one_post
from storydiff.checks.telling.hedged_claims import ACCUSING
from storydiff.checks.telling.source_classes import sort_of
from storydiff.model import Alignment, Analysis, Attribution, Link, Sentence, Span, within
from storydiff.patterns import late

FLAT = "no source"
_GRAVE = frozenset(
    stem(word)
    for word in """accused abused alcohol argument argued armed arrested assaulted attacked beaten blamed bomb bribe burned charged
    confessed corruption crime cocaine dead deliberately drugs drunk executed explosion fight fired fraud gang gas gun gunman gunfire
    hostage intended kidnapped killed knife lied motive murder opened poison pulled racist raped retaliation rifle robbed sexual
    shot shooting shotgun stabbed stole strangled struck suicide suspect suspected target targeted terrorist threatened threats
    tortured toxic victims weapon wounded airstrike chemical shelling""".split()
)

_MOST = 0.6  # share of a sentence's words of matter
_HALF = 0.5
# Whose word is not taken as established.
_PARTIES = frozenset({"activists", "family", "witnesses", "suspect", "belligerents", "unnamed sources"})
_ANY_OFFICIAL = frozenset({"authorities", "officials", "the authorities"})
_PUBLIC = frozenset({"officials", "medics", "court", "fire", "belligerents"})
_DOER = late(r"\b(?:he|she|they|the\s(?:suspect|gunman|shooter|attacker|driver))\b", re.IGNORECASE)
_DID = late(
    r"(?:,[^,.;]{1,30},)?\s(?:(?:then|later|had|also|first|fatally|\w{3,12}ly)\s){0,2}(shot|killed|stabbed|fired|opened\sfire|robbed|raped|beat|attacked|stole|kidnapped|assaulted|threatened"
    r"|confessed|admitted|strangled|murdered|struck|drove|pointed|pulled|punched)\b",
    re.IGNORECASE,
)


class Side(NamedTuple):
    """How one sentence tells the claim: whom it credits (None: nobody), and of what sort that source is."""

    analysis: Analysis
    sentence: Sentence
    told: Told
    credit: Attribution | None
    sort: str


Pair = tuple[Side, Side]


def differently_credited(alignment: Alignment) -> Iterator[Pair]:
    """The pairs of sentences that tell one claim with different sources, or one of them without."""
    known = set()
    for link in alignment.links:
        if (pair := _compared(alignment, link)) is not None:
            known.add(places(pair))
            yield pair
    for swapped in map(_swapped, changed_sources(alignment)):
        if places(swapped) not in known:
            yield swapped


def places(pair: Pair) -> Places:
    """The two sentences."""
    return frozenset((side.sentence.sigil, side.sentence.start) for side in pair)


def is_contested(pair: Pair) -> bool:
    """Whether it is the word of a party to the matter, or says that somebody did the deed, and is told alike."""
    weighs = any(side.sort in _PARTIES for side in pair) or all(map(_accuses, pair))
    return weighs and len(pair[0].told.shared) > 3 and _alike(pair) and _is_flat(pair)


def _accuses(side: Side) -> bool:
    """Whether the sentence has a person by name, or one told of before, do a deed that it shares with the other."""
    text, shared = side.analysis.report.text, side.told.shared
    names = within(side.analysis.names, side.sentence.start, side.sentence.end)
    ends = [name.end for name in names if name.kind == "person"]
    ends += [match.end() for match in _DOER().finditer(text, side.sentence.start, side.sentence.end)]
    deeds = (_DID().match(text, end, side.sentence.end) for end in ends)
    return any(deed is not None and stem(deed[1].lower().split()[0]) in shared for deed in deeds)


def _alike(pair: Pair) -> bool:
    """Whether most of what the shorter sentence tells is shared, and half of what is credited: the rest may be of another matter."""
    sizes = [len({w for w, _, _ in stems(s.analysis.report.text, s.sentence.start, s.sentence.end)}) for s in pair]
    shared = pair[0].told.shared
    matters = [_matter(side) for side in pair if side.credit is not None]
    return len(shared) >= _MOST * min(sizes) and all(len(shared & told) > _HALF * len(told) for told in matters)


def _is_flat(pair: Pair) -> bool:
    """Whether the side that credits nobody tells it without a hedge, and not as an accusation."""
    return not any(
        side.credit is None
        and (
            within(side.analysis.hedges, side.sentence.start, side.sentence.end)
            or ACCUSING().search(side.sentence.text)
        )
        for side in pair
    )


def _matter(side: Side) -> frozenset[str]:
    """The words of what is credited, of the whole sentence where nobody is."""
    start, end = side.sentence.start, side.sentence.end
    spans = [(start, end)]
    if side.credit is not None:
        spans = [(max(start, part.start), min(end, part.end)) for part in side.credit.content]
    return frozenset(word for span in spans for word, _, _ in stems(side.analysis.report.text, *span))


def _swapped(pair: tuple[Credited, Credited]) -> Pair:
    shared = pair[0].words & pair[1].words
    a, b = (Side(c.analysis, c.sentence, Told(c.sentence, c.told, shared), c.credit, c.sort) for c in pair)
    return a, b


def _compared(alignment: Alignment, link: Link) -> Pair | None:
    one, other = alignment.analysis(link.a.sigil), alignment.analysis(link.b.sigil)
    if link.a.kind != "sentence" or link.b.kind != "sentence":
        return None
    if link.a.text in other.report.text or link.b.text in one.report.text:
        return None  # that report has the other's very sentence too
    words = [{word for word, _, _ in stems(a.report.text, s.start, s.end)} for a, s in ((one, link.a), (other, link.b))]
    shared = frozenset(words[0] & words[1])
    if len(shared) < 3 or not shared & _GRAVE or len(shared) < 0.4 * min(len(w) for w in words):
        return None
    a, b = _side(one, link.a, shared), _side(other, link.b, shared)
    if a is None or b is None or (a.credit is None and b.credit is None):
        return None
    if a.credit is not None and b.credit is not None and (_same(a, b) or _passed_on(a, b) or _passed_on(b, a)):
        return None
    matters = _matter(a), _matter(b)
    told = shared & matters[0] & matters[1]
    if len(told) < 3 or len(told) < _HALF * min(map(len, matters)):
        return None  # what they share is not what is credited
    return a, b


def _side(analysis: Analysis, sentence: Sentence, shared: frozenset[str]) -> Side | None:
    """How `sentence` tells what is `shared`; None where that stands in quotation marks or nobody can be told."""
    hits = [(w, s, e) for w, s, e in stems(analysis.report.text, sentence.start, sentence.end) if w in shared]
    told = Told(sentence, Span(hits[0][1], hits[-1][2]), shared)
    if sum(inside_quotation(analysis, s, e) for _, s, e in hits) * 2 > len(hits):
        return None
    near = within(analysis.attributions, sentence.start - 2000, sentence.end)
    nearby = [credit for credit in near if sentence.start < credit.end]
    best: Attribution | None = None
    for credit in nearby:
        covered = sum(any(m.start <= s and e <= m.end for m in credit.content) for _, s, e in hits)
        if covered * 2 > len(hits):
            if credit.source is None or credit.force == "other" or credit.kind == "direct" or _is_named(credit):
                return None
            if best is None or credit.start >= best.start:
                best = credit
    if best is None:
        return None if nearby else Side(analysis, sentence, told, None, FLAT)
    return Side(analysis, sentence, told, best, sort_of(analysis, best))


def _is_named(credit: Attribution) -> bool:
    """Whether it is somebody's name that is told, not what they say: "the suspect, identified as …"; or the source is but initials."""
    identified = credit.cue is not None and credit.cue.text.lower().startswith("identified")
    initials = credit.source is not None and credit.source.text.count(".") > 1 and " " not in credit.source.text
    return initials or (identified and credit.kind != "direct" and credit.cue is not None and _after(credit))


def _after(credit: Attribution) -> bool:
    """Whether the cue follows its source after a comma, as a participle does."""
    if credit.source is None or credit.cue is None:
        return False
    return credit.cue.start - credit.source.end > 1 and credit.cue.start > credit.source.end


def _passed_on(a: Side, b: Side) -> bool:
    """Whether the sentence of `b` has the source of `a` too: "witnesses heard a quarrel, police said"."""
    if a.credit is None or a.credit.source is None:
        return False
    head = a.credit.source.text.split()[-1].lower()
    return re.search(rf"\b{re.escape(head)}\b", b.sentence.text.lower()) is not None


def _same(a: Side, b: Side) -> bool:
    """Whether two sources may be one: the same key or sort, a word in common, or one of whom nothing is known."""
    if a.credit is None or b.credit is None or not a.credit.source_key or not b.credit.source_key:
        return True
    if a.credit.source and b.credit.source and a.credit.source.text.lower() == b.credit.source.text.lower():
        return True
    if set(a.credit.source_key.split()) & set(b.credit.source_key.split()):
        return True
    sources = [side.credit.source.text for side in (a, b) if side.credit and side.credit.source]
    if any(source.lower() in PRONOUNS for source in sources):
        return True
    if a.credit.source_kind == b.credit.source_kind == "named" and not (is_role(a.credit) or is_role(b.credit)):
        return False  # two persons, even of one body
    if of_one_post(a.credit, b.credit):
        return True
    if any(source.lower() in _ANY_OFFICIAL for source in sources) and {a.sort, b.sort} <= _PUBLIC:
        return True  # "authorities" may be any of them
    return not a.sort or not b.sort or a.sort == b.sort
