"""The check `name`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from storydiff.checks.base import Check, evidence
from storydiff.checks.common.apart import Apart, finding_of
from storydiff.checks.names.bodies import misnamed
from storydiff.checks.names.identities import Identity, identities
from storydiff.checks.names.namesakes import namesakes
from storydiff.checks.names.spellings import misspellings, spelled
from storydiff.checks.names.surnames import surnames
from storydiff.checks.names.vehicles import makes, models
from storydiff.checks.verdicts import describe, majority
from storydiff.model import Alignment, Confidence, Evidence, Finding, Variant, Verdict


class Name(Check):
    """A person, body or place is named or spelled in different ways, across reports or within one.

    ## Why it matters
    A misspelled name is the error that readers notice first, and the one that has to be corrected.

    ## Flagged
    - A: The driver, Odalys Brandt, was taken to a hospital on Sunday.
    - B: The driver, Odalys Brendt, was taken to a hospital on Sunday.

    - A: Police declined to release the girl's name after the shooting.
    - B: Odalys Brandt, 7, was shot in her father's car, police said.

    - A: The driver was taken to St. Odalys Medical Center on Sunday.
    - B: Surgeons at St. Odalys Health Center treated the driver.

    - A: The men fled in a white Ford F-150 pickup, witnesses said.
    - B: The men fled in a white Ford F-350 pickup, witnesses said.

    ## Not flagged
    - A: The driver, Michael Brandt, was taken to a hospital on Sunday.
    - B: The driver, Mike Brandt, was taken to a hospital on Sunday.

    - A: The driver, José Peña-Ortiz, was taken to a hospital on Sunday.
    - B: The driver, Jose Pena Ortiz, was taken to a hospital on Sunday.

    ## Known limits
    Two spellings are taken for one name when a word beside them is the same or when they stand in sentences that tell the same;
    wholly different names are taken for one only where the surname is the same and each report has one person of that surname.
    Whose name is kept back is told from "the girl", "the suspect" and the like; where several persons fit, nothing is reported.
    """

    name = "name"
    precision = 0.95

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        groups = list(misspellings(alignment))
        yield from self._spelled_apart(alignment, groups)
        yield from self._named_apart(alignment, groups)
        for tell in (misnamed, models, makes, surnames):
            for apart in tell(alignment):
                if not _told_by_letters(apart, groups):
                    yield finding_of(self, alignment, apart)
        for identity in identities(alignment):
            yield self._identified(alignment, identity)

    def _spelled_apart(self, alignment: Alignment, groups: Sequence[frozenset[str]]) -> Iterator[Finding]:
        """Words of names in two spellings, each group of forms as one finding."""
        wanted = frozenset().union(*groups)
        mentions: dict[str, list[Evidence]] = {}
        written: dict[str, Counter[str]] = {}
        for analysis in alignment.analyses if wanted else ():
            text = analysis.report.text
            for form, start, end, name in spelled(analysis, wanted):
                mentions.setdefault(form, []).append(Evidence(analysis.sigil, start, end, text[start:end]))
                written.setdefault(form, Counter())[name] += 1
        for forms in groups:
            variants = tuple(
                Variant(_shown(written[form]), form, tuple(mentions[form]))
                for form in sorted(forms)
                if form in mentions
            )
            if len(variants) > 1 and not _side_by_side(variants):
                yield self._told(alignment, variants)

    def _named_apart(self, alignment: Alignment, groups: Sequence[frozenset[str]]) -> Iterator[Finding]:
        """Persons of one surname with first names that are no two spellings."""
        for last, people in namesakes(alignment).items():
            if any(people.keys() <= forms for forms in groups):
                continue
            variants = tuple(
                Variant(names[0].text, first, tuple(map(evidence, names))) for first, names in sorted(people.items())
            )
            yield self.finding(
                Verdict.CONFLICT,
                Confidence.MEDIUM,
                about=f"first name of {last.title()}",
                message=f"first name of {last.title()}: {describe(alignment, variants)}",
                why=f"{' and '.join(f'“{variant.reading}”' for variant in variants)} have one surname and stand in like sentences",
                variants=variants,
            )

    def _identified(self, alignment: Alignment, identity: Identity) -> Finding:
        names = [found for _, found in sorted(identity.named.items())]
        shown = ", ".join(_shown(Counter(name.text for name in found)) for found in names)
        variants = (
            Variant("not named", "not named", tuple(map(evidence, identity.unnamed))),
            Variant(
                shown, "; ".join(sorted(identity.named)), tuple(evidence(name) for found in names for name in found)
            ),
        )
        return self.finding(
            identity.verdict,
            Confidence.MEDIUM,
            about=identity.about,
            message=f"{identity.about}: {describe(alignment, variants)}",
            why=f"“{identity.unnamed[0].text}”, and the name is told elsewhere",
            variants=variants,
        )

    def _told(self, alignment: Alignment, variants: tuple[Variant, ...]) -> Finding:
        usual = majority(alignment, variants) or max(variants, key=lambda v: (len(v.mentions), v.value))
        words = " and ".join(f"“{variant.mentions[0].text}”" for variant in variants)
        return self.finding(
            Verdict.CONFLICT,
            Confidence.MEDIUM,
            about=f"spelling of {usual.reading}",
            message=f"spelling of {usual.reading}: {describe(alignment, variants)}",
            why=f"{words} stand for one name",
            variants=variants,
        )


def _told_by_letters(apart: Apart, groups: Sequence[frozenset[str]]) -> bool:
    """Whether the readings differ in a word only that is told as spelled in two ways."""
    words = [set(reading.split()) for reading in apart.readings]
    differing = words[0].union(*words) - words[0].intersection(*words)
    return any(differing <= forms for forms in groups)


def _shown(names: Counter[str]) -> str:
    """The name as it stands most often, a full one where there is one."""
    return max(names, key=lambda text: (" " in text, names[text], len(text.split()), text))


def _side_by_side(variants: tuple[Variant, ...]) -> bool:
    """Whether two of the spellings stand beside each other: they are two words of one name, not one word twice."""
    spans = sorted((m.sigil, m.start, m.end, v.value) for v in variants for m in v.mentions)
    return any(a[0] == b[0] and a[3] != b[3] and b[1] <= a[2] + 1 for a, b in pairwise(spans))
