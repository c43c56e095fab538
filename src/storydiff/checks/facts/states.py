"""States of one matter as two or more reports tell them: custody, charges, condition, wound, weapon, colour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, pairwise
from typing import NamedTuple

from storydiff.checks.base import evidence
from storydiff.checks.common.apart import variants as apart_variants
from storydiff.checks.facts.charges import charges
from storydiff.checks.facts.conditions import changes
from storydiff.checks.facts.course import UNKNOWN, known_elsewhere, told_otherwise, who_fired
from storydiff.checks.facts.custody import Opposite, in_custody, is_another_case, is_rule, stages
from storydiff.checks.facts.damage import damage
from storydiff.checks.facts.near_colours import NEAR_COLOURS
from storydiff.checks.facts.persons import Told, surely_one
from storydiff.checks.facts.plans import plans
from storydiff.checks.facts.vehicle_colours import colours
from storydiff.checks.facts.wounds import FIELDS, wounds
from storydiff.checks.verdicts import one_voice_each, published_before, sigils, supersedes
from storydiff.model import Alignment, Analysis, Mention, Status, Variant, Verdict
from storydiff.patterns import late

CASE = ("not charged", "charged")
# Near enough to be said of one thing.
_NEAR = NEAR_COLOURS | {
    frozenset(pair)
    for pair in (
        ("blue", "dark blue"),
        ("torso", "chest"), ("torso", "abdomen"), ("torso", "back"), ("face", "head"), ("leg", "thigh"), ("leg", "foot"),
        ("arm", "hand"), ("arm", "shoulder"), ("hip", "buttocks"), ("neck", "head"), ("hip", "thigh"), ("hip", "leg"),
    )
}  # fmt: skip
_SURE = 0.8  # of a link: from here on two states without a subject are taken to be of one person


# Fields of politics, courts and disasters, and what each is called.
MATTERS = {
    "exit": "how the post was left",
    "vote": "the vote",
    "ruling": "the ruling",
    "signing": "whether it was signed",
    "plan": "what became of the plan",
    "blaze": "the state of the fire",
    "missing": "whether the missing were found",
    "claim": "the claim of responsibility",
    "car of the victim": "whether the car was moving",
}
_POLITICAL = late(
    r"\b(?:bills?|measures?|vot(?:e[ds]?|ing)|senat(?:e|ors?)|house|lawmakers?|council|legislat\w+|amendments?|resolutions?|motions?|proposals?|referendum|parliament|congress"
    r"|committees?|budget|ordinances?|board|nominat\w+|commission|assembly|ballots?|plans?|deal|treaty)\b",
    re.IGNORECASE,
)
_Pair = tuple[Told, Told]


class Disagreement(NamedTuple):
    """Variants of one matter, and what to make of them."""

    about: str
    variants: tuple[Variant, ...]
    verdict: Verdict
    why: str = ""


def custody(alignment: Alignment) -> Iterator[Disagreement]:
    """One report has the suspect in custody, or charged, and another says that nobody is."""
    for found in (*in_custody(alignment), *_charges(alignment), *stages(alignment)):
        variants = tuple(_variant(word, side) for word, side in zip(found.words, (found.free, found.held), strict=True))
        later = supersedes(alignment, *variants)
        yield Disagreement(found.about, variants, Verdict.UPDATE if later else Verdict.DIFFERENCE)


def _charges(alignment: Alignment) -> Iterator[Opposite]:
    groups: dict[str, list[Status]] = {end: [] for end in CASE}
    for analysis in alignment.analyses:
        told = [
            (_end(status), status)
            for status in narrated(analysis)
            if status.field == "case"
            and (status.value != CASE[1] or not is_another_case(analysis, status))
            and not (_end(status) == CASE[0] and is_rule(analysis, status))
        ]
        values = {value for value, _ in told if value}
        if len(values) == 1:  # a report with both tells of two suspects, or of before and after
            groups[values.pop()] += [status for value, status in told if value]
    none, filed = (tuple(groups[end]) for end in CASE)
    if none and filed:
        yield Opposite("whether charges are filed", none, filed)


def _end(status: Status) -> str:
    if status.value not in CASE:
        return ""
    return CASE[0] if status.negated and status.value == CASE[1] else "" if status.negated else status.value


def condition(alignment: Alignment) -> Iterator[Disagreement]:
    """How somebody hurt is doing, where two reports tell it differently of one person."""
    for label, variants, pairs in _of_persons(changes(alignment)):
        later = all(published_before(alignment, a.analysis.sigil, b.analysis.sigil) for a, b in pairs)
        yield Disagreement(f"condition of {label}", variants, Verdict.UPDATE if later else Verdict.DIFFERENCE)


def wounded(alignment: Alignment) -> Iterator[Disagreement]:
    """Where, and how, somebody was hit."""
    for field, about in FIELDS.items():
        for label, variants, pairs in _of_persons(wounds(alignment, field)):
            sure = all(surely_one(a.who, b.who) for a, b in pairs) and one_voice_each(variants)
            verdict = Verdict.CONFLICT if sure else Verdict.DIFFERENCE
            yield Disagreement(f"{about}: {label}", variants, verdict)


def _of_persons(pairs: Iterable[_Pair]) -> Iterator[tuple[str, tuple[Variant, ...], list[_Pair]]]:
    """Pairs that share a state, as one entry: of whom, the variants, and the pairs."""
    groups: list[tuple[set[Status], list[_Pair]]] = []
    for pair in pairs:
        first = {told.statuses[0] for told in pair}
        near = [group for group in groups if group[0] & first]
        groups = [group for group in groups if not group[0] & first]
        groups.append(
            (first.union(*(known for known, _ in near)), [*chain.from_iterable(old for _, old in near), pair])
        )
    for _, group in groups:
        told: dict[str, dict[Status, None]] = {}
        for one in chain.from_iterable(group):
            told.setdefault(one.value, {}).update(dict.fromkeys(one.statuses))
        labels = [one.who.label for one in chain.from_iterable(group)]
        label = max(labels, key=lambda label: (label != "the wounded", len(label)))
        variants = tuple(_variant(value, tuple(statuses)) for value, statuses in sorted(told.items()))
        yield label, variants, group


def course(alignment: Alignment) -> Iterator[Disagreement]:
    """How the event went, and what is known of it yet."""
    for found in (*known_elsewhere(alignment), *told_otherwise(alignment), *who_fired(alignment)):
        variants = tuple(_in_words(value, tuple(statuses)) for value, statuses in sorted(found.sides.items()))
        apart = found.past and one_voice_each(variants)
        yield Disagreement(found.about, variants, Verdict.CONFLICT if apart else _when_it_moves(alignment, variants))


def offences(alignment: Alignment) -> Iterator[Disagreement]:
    """Which offences the suspects are charged with."""
    if found := charges(alignment):
        variants = tuple(
            Variant(", ".join(names), ", ".join(names), tuple(map(evidence, mentions)))
            for names, mentions in sorted(found.sides.items())
        )
        yield Disagreement("the charges", variants, Verdict.UPDATE if found.in_order else Verdict.DIFFERENCE)


def painted(alignment: Alignment) -> Iterator[Disagreement]:
    """The colour of a car by its make, and how badly something was damaged."""
    for apart in (*colours(alignment), *damage(alignment)):
        yield Disagreement(apart.about, apart_variants(apart), apart.verdict, apart.why)


def planned(alignment: Alignment) -> Iterator[Disagreement]:
    """What is still to come in one report, and has happened in another."""
    deeds: dict[str, tuple[dict[Mention, None], dict[Mention, None]]] = {}
    for plan in plans(alignment):
        sides = deeds.setdefault(plan.deed, ({}, {}))
        sides[0][plan.planned] = None
        sides[1][plan.done] = None
    for deed, sides in sorted(deeds.items()):
        variants = tuple(
            Variant(f"“{next(iter(side)).text}”", value, tuple(map(evidence, side)))
            for value, side in zip(("planned", "done"), sides, strict=True)
        )
        if one_voice_each(variants):
            later = supersedes(alignment, *variants)
            yield Disagreement(
                f"whether it has happened ({deed})", variants, Verdict.UPDATE if later else Verdict.DIFFERENCE
            )


def in_links(alignment: Alignment, field: str, about: str) -> Iterator[Disagreement]:
    """States of `field` in sentences that tell the same: weapon, plea or colour of one person's or thing; a matter of its own
    (a vote, a plan) has no subject and is called a difference."""
    matter = field in MATTERS
    groups: dict[str, dict[str, list[Status]]] = {}
    told = {analysis.sigil: _by_sentence(analysis, field) for analysis in alignment.analyses}
    links = alignment.links if sum(map(bool, told.values())) > 1 else ()
    for link in links:
        a, b = (told[side.sigil].get(side.start) for side in (link.a, link.b))
        if not a or not b:
            continue
        subjects = {""} if matter else {s.subject for s in a} & {s.subject for s in b}
        if link.score < _SURE and not matter:
            subjects -= {""}
        one, other = {s.value for s in a}, {s.value for s in b}
        if subjects and len(one) == len(other) == 1 and one != other:
            group = groups.setdefault(min(subjects), {})
            group.setdefault(min(one), []).extend(a)
            group.setdefault(min(other), []).extend(b)
    for subject, group in sorted(groups.items()):
        variants = tuple(_variant(value, statuses) for value, statuses in sorted(group.items()))
        if one_voice_each(variants):
            near = all(frozenset((one.value, other.value)) in _NEAR for one, other in combinations(variants, 2))
            verdict = Verdict.DIFFERENCE if near or matter else Verdict.CONFLICT
            yield Disagreement(f"{about}: {subject}" if subject else about, variants, verdict)


def _by_sentence(analysis: Analysis, field: str) -> dict[int, list[Status]]:
    """What the report itself tells of `field`, by the start of the sentence."""
    found: dict[int, list[Status]] = {}
    for status in analysis.statuses:
        told = status.field == field and not status.negated and not analysis.is_quoted(status)
        if told and (sentence := analysis.sentence_at(status.start)):
            if field == "vote" and not _POLITICAL().search(sentence.text):
                continue  # one team defeated another
            found.setdefault(sentence.start, []).append(status)
    return found


def narrated(analysis: Analysis) -> list[Status]:
    """The states that the report tells in its own voice or at second hand, not those inside quotation marks."""
    return [status for status in analysis.statuses if not analysis.is_quoted(status)]


def _variant(value: str, statuses: Sequence[Status]) -> Variant:
    return Variant(value, value, tuple(dict.fromkeys(evidence(status) for status in statuses)))


def _in_words(value: str, statuses: Sequence[Status]) -> Variant:
    """What is told, in the words of the first report that tells it."""
    reading = value if value not in ("told", UNKNOWN) else f"“{' '.join(statuses[0].text.split())}”"
    return Variant(reading, value, tuple(dict.fromkeys(evidence(status) for status in statuses)))


def _when_it_moves(alignment: Alignment, variants: Sequence[Variant]) -> Verdict:
    """`update` when the reports of one state all came out before those of another; when that is unknown, a difference."""
    for one, other in pairwise(variants):
        pairs = [(a, b) for a in sigils(one) for b in sigils(other)]
        forward = all(published_before(alignment, a, b) for a, b in pairs)
        backward = all(published_before(alignment, b, a) for a, b in pairs)
        if not (forward or backward):
            return Verdict.DIFFERENCE
    return Verdict.UPDATE
