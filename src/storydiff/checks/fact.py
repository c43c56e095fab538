"""The check `fact`."""

from __future__ import annotations

from collections.abc import Iterator

from storydiff.checks.base import Check, evidence
from storydiff.checks.facts.polarity import opposed
from storydiff.checks.facts.states import (
    MATTERS,
    Disagreement,
    condition,
    course,
    custody,
    in_links,
    offences,
    painted,
    planned,
    wounded,
)
from storydiff.checks.quotations.accounts import retold
from storydiff.checks.verdicts import describe
from storydiff.model import Alignment, Confidence, Finding, Variant, Verdict

_IN_LINKS = {
    "weapon": "the weapon",
    "plea": "the plea",
    "colour": "colour of the vehicle",
}


class Fact(Check):
    """Reports contradict each other on what happened: a "not", an opposite, a state, a weapon, a wound.

    ## Why it matters
    A reader of one report takes away the reverse of what the other tells.

    ## Flagged
    - A: Police have arrested a suspect in the shooting at the ferry terminal.
    - B: No arrests have been made in the shooting at the ferry terminal.

    - A: The clerk was shot in the chest at the Saltby ferry terminal on Friday.
    - B: The clerk was shot in the leg at the Saltby ferry terminal on Friday.

    - A: A woman was taken to Saltby General; her condition is not known.
    - B: A woman was taken to Saltby General, where she is in fair condition.

    - A: The girl was grazed by a bullet, police said.
    - B: The girl is to have the bullet removed on Friday, her aunt said.

    - A: The motive for the shooting is unknown.
    - B: The shooting stemmed from an argument over a parking space.

    - A: Mayor Quill is expected to sign the ferry bill on Friday.
    - B: Mayor Quill signed the ferry bill on Friday.

    - A: A man got out of a car and began shooting at the ferry.
    - B: Three men drove by the ferry and opened fire.

    ## Not flagged
    - A: Police have arrested a suspect in the shooting at the ferry terminal.
    - B: A suspect was taken into custody in the shooting at the ferry terminal.

    - A: The clerk was shot in the chest and the leg at the Saltby ferry terminal on Friday.
    - B: The clerk was shot in the leg at the Saltby ferry terminal on Friday.

    ## Known limits
    States inside quotation marks are not compared, nor the states of a report that gives two of them for one matter.
    A condition is compared where nothing told of two persons (name, sex, age, one or several) sets them apart.
    Whether an arrest is news or a contradiction hangs on the time of publication; with dates alone it is called a difference.
    """

    name = "fact"
    precision = 1.00

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        for found in self._disagreements(alignment):
            yield self._told(alignment, found)

    def _disagreements(self, alignment: Alignment) -> Iterator[Disagreement]:
        yield from custody(alignment)
        yield from condition(alignment)
        yield from wounded(alignment)
        yield from course(alignment)
        yield from offences(alignment)
        yield from painted(alignment)
        yield from planned(alignment)
        for field, about in (_IN_LINKS | MATTERS).items():
            yield from in_links(alignment, field, about)
        for told in retold(alignment):
            variants = tuple(
                Variant(f"“{one.words.text}”", one.head, (evidence(one.words, one.source),)) for one in (told.a, told.b)
            )
            yield Disagreement(told.about, variants, Verdict.DIFFERENCE, "one speaker is passed on in different words")
        for found in opposed(alignment):
            variants = tuple(
                Variant(word, word, tuple(evidence(place) for place in places))
                for word, places in zip(found.words, found.places, strict=True)
            )
            yield Disagreement(f"“{found.words[0]}” or “{found.words[1]}”", variants, Verdict.CONFLICT)

    def _told(self, alignment: Alignment, found: Disagreement) -> Finding:
        readings = " and ".join(variant.reading for variant in found.variants)
        reason = {
            Verdict.CONFLICT: f"{readings} cannot both be right",
            Verdict.UPDATE: f"{readings} stand in reports of different days or hours",
        }.get(found.verdict, f"{readings} may be of different moments")
        return self.finding(
            found.verdict,
            Confidence.MEDIUM,
            about=found.about,
            message=f"{found.about}: {describe(alignment, found.variants)}",
            why=found.why or reason,
            variants=found.variants,
        )
