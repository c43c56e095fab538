"""The check `age`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from storydiff.checks.base import Check
from storydiff.checks.figures import Edge, clusters, compatible, told_in
from storydiff.checks.verdicts import describe, one_voice_each
from storydiff.identity import same_person
from storydiff.model import Alignment, Analysis, Confidence, Finding, Quantity, Variant, Verdict

_APPOSED = re.compile(r",\s{1,3}an?\s{1,3}")
_LINKED = 0.5  # score of a link from which its sentences are about one person


@dataclass(frozen=True)
class Age(Check):
    """The same person has different ages in two reports.

    ## Why it matters
    An age is the plainest fact to check, and a wrong one points at the wrong person.

    ## Flagged
    - A: Bram Okonedo, 47, died in the fire at the Saltby cannery.
    - B: Bram Okonedo, 46, died in the fire at the Saltby cannery.

    ## Not flagged
    - A: Bram Okonedo, 47, died in the fire at the Saltby cannery.
    - B: Bram Okonedo, who was in his 40s, died in the fire at the Saltby cannery.

    - A: Bram Okonedo, 47, died in the fire at the Saltby cannery.
    - B: Pieter Okonedo, 52, lost his brother in the fire at the Saltby cannery.

    ## Known limits
    Persons without a name are compared only in sentences that tell the same and give one such age each. A year's
    difference between reports of different days may be a birthday and is called a difference.
    """

    name = "age"

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        edges = dict.fromkeys((*_of_named(alignment), *_in_links(alignment)))
        for about, variants in clusters(edges):
            if not one_voice_each(variants):
                continue
            birthday = _may_be_a_birthday(alignment, variants)
            yield self.finding(
                Verdict.DIFFERENCE if birthday else Verdict.CONFLICT,
                Confidence.MEDIUM,
                about=about,
                message=f"{about}: {describe(alignment, variants)}",
                why="a birthday may lie between" if birthday else "one person has one age",
                variants=variants,
            )


def _of_named(alignment: Alignment) -> Iterator[Edge]:
    for one, other in combinations(alignment.analyses, 2):
        ages, others = _ages(one), _ages(other)
        for key, age in ages.items():
            for second, different in others.items():
                if same_person(key, second) and not compatible(age, different):
                    yield Edge(f"age of {min(key, second)}", age, different)


def _ages(analysis: Analysis) -> dict[str, Quantity]:
    """The age of each named person that the report gives one."""
    found: dict[str, dict[float, Quantity]] = {}
    for quantity in analysis.quantities:
        if quantity.role == "age" and (key := _whose(analysis, quantity)):
            found.setdefault(key, {}).setdefault(quantity.value, quantity)
    return {key: next(iter(values.values())) for key, values in found.items() if len(values) == 1}


def _whose(analysis: Analysis, age: Quantity) -> str:
    """The key of the person whose age it is, "" if that person has no full name."""
    for entity in analysis.entities:
        if entity.kind != "person" or " " not in entity.key:
            continue
        if age.subject == entity.key:
            return entity.key
        # "Oda Brandt, a 46-year-old clerk"
        if any(_APPOSED.fullmatch(analysis.report.text, name.end, age.start) for name in entity.mentions):
            return entity.key
    return ""


def _in_links(alignment: Alignment) -> Iterator[Edge]:
    of_one = {analysis.sigil: _of_one_person(analysis) for analysis in alignment.analyses}
    for link in alignment.links:
        if link.score < _LINKED:
            continue
        a, b = (
            {
                quantity.counted: quantity
                for quantity in told_in(alignment.analysis(side.sigil), side)
                if quantity.role == "age"
            }
            for side in (link.a, link.b)
        )
        for who in sorted(a.keys() & b.keys() & of_one[link.a.sigil] & of_one[link.b.sigil]):
            if not compatible(a[who], b[who]):
                yield Edge(f"age of the {who}", a[who], b[who])


def _of_one_person(analysis: Analysis) -> set[str]:
    """The nouns ("girl") that stand with one age only in the report: of two girls nobody could tell which is meant."""
    ages: dict[str, set[float]] = {}
    for quantity in analysis.quantities:
        if quantity.role == "age" and quantity.counted:
            ages.setdefault(quantity.counted, set()).add(quantity.value)
    return {noun for noun, values in ages.items() if len(values) == 1}


def _may_be_a_birthday(alignment: Alignment, variants: tuple[Variant, ...]) -> bool:
    if len(variants) != 2 or abs(float(variants[1].value) - float(variants[0].value)) != 1:
        return False
    days = [
        {
            report.published.date()
            for mention in variant.mentions
            if (report := alignment.analysis(mention.sigil).report).published
        }
        for variant in variants
    ]
    return bool(days[0] and days[1] and min(days[1]) > max(days[0]))
