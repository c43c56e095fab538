"""States of one matter as two or more reports tell them: custody, charges, condition, wound, weapon, colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from storydiff.checks.base import evidence
from storydiff.checks.verdicts import one_voice_each, published_before, sigils, supersedes
from storydiff.model import Alignment, Analysis, Sentence, Status, Variant, Verdict, within

# How far a matter has come; a later report may tell a later state. Fields in which only ends are told apart.
CUSTODY = ("at large", "arrested")
CASE = ("not charged", "charged")
# From worst to best; "unknown" says nothing.
CONDITIONS = (
    "dead",
    "grave",
    "critical",
    "intensive care",
    "serious",
    "fair",
    "stable",
    "satisfactory",
    "good",
    "home",
)
# Hospitals use these of one patient at once or after one another.
_NEAR = {
    frozenset(pair)
    for pair in (
        ("grave", "critical"), ("critical", "intensive care"), ("intensive care", "serious"), ("intensive care", "stable"),
        ("fair", "satisfactory"), ("fair", "stable"), ("satisfactory", "stable"), ("good", "stable"),
        ("good", "fair"), ("good", "satisfactory"), ("serious", "stable"), ("critical", "stable"),
        ("grey", "silver"), ("blue", "dark blue"), ("maroon", "burgundy"), ("maroon", "red"), ("burgundy", "red"),
        ("tan", "beige"), ("tan", "gold"), ("tan", "brown"), ("beige", "gold"),
        ("torso", "chest"), ("torso", "abdomen"), ("torso", "back"), ("face", "head"), ("leg", "thigh"), ("leg", "foot"),
        ("arm", "hand"), ("arm", "shoulder"), ("hip", "buttocks"), ("neck", "head"), ("hip", "thigh"), ("hip", "leg"),
    )
}  # fmt: skip
_SURE = 0.8  # of a link: from here on two states without a subject are taken to be of one person


class Disagreement(NamedTuple):
    """Variants of one matter, and what to make of them."""

    about: str
    variants: tuple[Variant, ...]
    verdict: Verdict


def custody(alignment: Alignment) -> Iterator[Disagreement]:
    """One report has the suspect in custody, or charged, and another says that nobody is."""
    yield from _ends(alignment, "custody", CUSTODY, "whether a suspect is in custody")
    yield from _ends(alignment, "case", CASE, "whether charges are filed")


def _ends(alignment: Alignment, field: str, ends: tuple[str, str], about: str) -> Iterator[Disagreement]:
    groups: dict[str, list[Status]] = {ends[0]: [], ends[1]: []}
    for analysis in alignment.analyses:
        told = [(_end(status, ends), status) for status in narrated(analysis) if status.field == field]
        values = {value for value, _ in told if value}
        if len(values) == 1:  # a report with both tells of two suspects, or of before and after
            groups[values.pop()] += [status for value, status in told if value]
    if all(groups.values()):
        variants = tuple(_variant(value, statuses) for value, statuses in groups.items())
        if field == "custody" and supersedes(alignment, variants[1], variants[0]):
            return  # arrested first, sought later: another suspect, or an older case recalled
        yield Disagreement(about, variants, _when_it_moves(alignment, variants))


def _end(status: Status, ends: tuple[str, str]) -> str:
    if status.value not in ends:
        return ""
    return ends[0] if status.negated and status.value == ends[1] else "" if status.negated else status.value


def condition(alignment: Alignment) -> Iterator[Disagreement]:
    """One person's condition, or death, where each report gives that person one."""
    by_subject: dict[str, dict[str, list[Status]]] = {}
    for analysis in alignment.analyses:
        told: dict[str, list[Status]] = {}
        for status in narrated(analysis):
            if status.subject and not status.negated and status.value in CONDITIONS and status.text != "killed":
                told.setdefault(status.subject, []).append(status)
        for subject, statuses in told.items():
            if len({status.value for status in statuses}) == 1:
                by_subject.setdefault(subject, {}).setdefault(statuses[0].value, []).extend(statuses)
    for subject, groups in sorted(by_subject.items()):
        ordered = sorted(groups, key=CONDITIONS.index)
        if len(ordered) > 1 and not all(frozenset(pair) in _NEAR for pair in pairwise(ordered)):
            variants = tuple(_variant(value, groups[value]) for value in ordered)
            yield Disagreement(f"condition of the {subject}", variants, _when_it_moves(alignment, variants))


def in_links(alignment: Alignment, field: str, about: str) -> Iterator[Disagreement]:
    """States of `field` in sentences that tell the same: wound, weapon, plea or colour."""
    groups: dict[str, dict[str, list[Status]]] = {}
    for link in alignment.links:
        a, b = (_of_field(alignment, side, field) for side in (link.a, link.b))
        subjects = {s.subject for s in a} & {s.subject for s in b}
        if link.score < _SURE:
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
            yield Disagreement(
                f"{about}: {subject}" if subject else about, variants, Verdict.DIFFERENCE if near else Verdict.CONFLICT
            )


def _of_field(alignment: Alignment, sentence: Sentence, field: str) -> list[Status]:
    analysis = alignment.analysis(sentence.sigil)
    return [
        status
        for status in within(analysis.statuses, sentence.start, sentence.end)
        if status.field == field and not status.negated and not analysis.is_quoted(status)
    ]


def narrated(analysis: Analysis) -> list[Status]:
    """The states that the report tells in its own voice or at second hand, not those inside quotation marks."""
    return [status for status in analysis.statuses if not analysis.is_quoted(status)]


def _variant(value: str, statuses: Sequence[Status]) -> Variant:
    return Variant(value, value, tuple(dict.fromkeys(evidence(status) for status in statuses)))


def _when_it_moves(alignment: Alignment, variants: Sequence[Variant]) -> Verdict:
    """`update` when the reports of one state all came out before those of another; when that is unknown, a difference."""
    for one, other in pairwise(variants):
        pairs = [(a, b) for a in sigils(one) for b in sigils(other)]
        forward = all(published_before(alignment, a, b) for a, b in pairs)
        backward = all(published_before(alignment, b, a) for a, b in pairs)
        if not (forward or backward):
            return Verdict.DIFFERENCE
    return Verdict.UPDATE
