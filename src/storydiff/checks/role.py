"""The check `role`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from storydiff.checks.base import Check, evidence
from storydiff.checks.common.linked import found_in_links
from storydiff.checks.names.relations import relations_in_like_words
from storydiff.checks.names.titles import loose, pairs_of_titles
from storydiff.checks.verdicts import describe
from storydiff.identity import name_parts
from storydiff.model import Alignment, Analysis, Confidence, Finding, Mention, Sentence, Variant, Verdict, within
from storydiff.model import Role as Title

# Of each set a person is one thing only, at one time and to one other person. General knowledge.
_SETS = (
    frozenset(["corporal", "sergeant", "lieutenant", "captain", "major", "commander", "colonel", "deputy chief", "assistant chief", "chief"]),
    frozenset(["chief", "sheriff", "spokesperson", "fire chief"]),
    frozenset(["district attorney", "assistant district attorney", "deputy district attorney", "defence lawyer"]),
    frozenset(["district attorney", "assistant district attorney", "deputy district attorney", "public defender"]),
    frozenset(["prosecutor", "assistant prosecutor", "defence lawyer", "judge"]),
    frozenset(["attorney general", "assistant attorney general", "deputy attorney general"]),
    frozenset(["coroner", "deputy coroner"]),
    frozenset(["mayor", "deputy mayor", "vice mayor", "governor", "city manager", "council member"]),
    frozenset(["president", "vice president"]),
    frozenset(["governor", "lieutenant governor"]),
    frozenset(["principal", "assistant principal", "teacher"]),
    frozenset(["father", "grandfather", "stepfather", "uncle", "father-in-law"]),
    frozenset(["mother", "grandmother", "stepmother", "aunt", "mother-in-law"]),
    frozenset(["son", "grandson", "nephew"]),
    frozenset(["daughter", "granddaughter", "niece"]),
    frozenset(["brother", "cousin", "brother-in-law"]),
    frozenset(["sister", "cousin", "sister-in-law"]),
    frozenset(["wife", "ex-wife", "fiancee", "girlfriend", "ex-girlfriend", "widow"]),
    frozenset(["husband", "ex-husband", "fiance", "boyfriend", "ex-boyfriend", "widower"]),
)  # fmt: skip
_Told = dict[str, dict[str, list[Title]]]
"""Surname → role → where it stands."""


class Role(Check):
    """One person has titles or relations that exclude each other, in sentences that tell the same.

    ## Why it matters
    A captain is no lieutenant and an uncle no father; the person concerned will call.

    ## Flagged
    - A: Lt. Oda Brandt said on Friday that the clerk was shot at the ferry terminal.
    - B: Capt. Oda Brandt said on Friday that the clerk was shot at the ferry terminal.

    - A: The clerk was with her fiancee when she was shot at the ferry.
    - B: The clerk was with her wife when she was shot at the ferry.

    ## Not flagged
    - A: Lt. Oda Brandt said on Friday that the clerk was shot at the ferry terminal.
    - B: Police spokesman Oda Brandt said on Friday that the clerk was shot at the ferry terminal.

    ## Known limits
    Titles are read beside the name only, and a report that gives a person two titles of one set is left out.
    """

    name = "role"
    precision = 1.00

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        found = self._in_links(alignment)
        loosely: _Told = {}
        for last, one, other in pairs_of_titles(alignment):
            if "spokesperson" not in (one.normal, other.normal) and self._exclude(alignment, one, other):
                _add(found, last, one, other)
            elif loose(one.normal, other.normal):
                _add(loosely, last, one, other)
        for last, roles in sorted(found.items()):
            yield self._told(alignment, f"role of {last.title()}", roles)
        for last, roles in sorted(loosely.items()):
            if last not in found:
                yield self._told(alignment, f"role of {last.title()}", roles, Verdict.DIFFERENCE)
        for about, relations in relations_in_like_words(alignment, _SETS):
            yield self._told(alignment, about, relations)

    def _in_links(self, alignment: Alignment) -> _Told:
        """Roles of one person that exclude each other in sentences that tell the same."""
        found: _Told = {}
        for _, left, right in found_in_links(alignment, _roles):
            for one, other in product(left, right):
                last = name_parts(one.person)[1]
                if last == name_parts(other.person)[1] and self._exclude(alignment, one, other):
                    _add(found, last, one, other)
        return found

    def _exclude(self, alignment: Alignment, one: Title, other: Title) -> bool:
        for titles in _SETS:
            if one.normal != other.normal and {one.normal, other.normal} <= titles:
                if one.kind == "relation" and _whose(alignment, one) != _whose(alignment, other):
                    return False
                in_one, in_other = (_of(alignment, role) & titles for role in (one, other))
                return len(in_one) == 1 and len(in_other) == 1
        return False

    def _told(
        self,
        alignment: Alignment,
        about: str,
        roles: Mapping[str, Sequence[Mention]],
        verdict: Verdict = Verdict.CONFLICT,
    ) -> Finding:
        variants = tuple(
            Variant(places[0].text, normal, tuple(map(evidence, places))) for normal, places in sorted(roles.items())
        )
        words = " and ".join(f"“{variant.value}”" for variant in variants)
        return self.finding(
            verdict,
            Confidence.MEDIUM,
            about=about,
            message=f"{about}: {describe(alignment, variants)}",
            why=f"{'nobody' if verdict is Verdict.CONFLICT else 'hardly anybody'} is {words} at once",
            variants=variants,
        )


def _add(found: _Told, last: str, *roles: Title) -> None:
    for role in roles:
        places = found.setdefault(last, {}).setdefault(role.normal, [])
        if role not in places:
            places.append(role)


def _whose(alignment: Alignment, role: Title) -> str:
    """The pronoun before a relation ("her", "their"), "" for any other word."""
    before = alignment.analysis(role.sigil).report.text[max(0, role.start - 8) : role.start].split()
    return before[-1].lower() if before and before[-1].lower() in ("his", "her", "their", "its", "my") else ""


def _roles(analysis: Analysis, sentence: Sentence) -> list[Title]:
    roles = within(analysis.roles, sentence.start, sentence.end)
    return [role for role in roles if role.person and role.normal]


def _of(alignment: Alignment, role: Title) -> set[str]:
    """All titles that the report gives to the person of `role`."""
    last = name_parts(role.person)[1]
    return {one.normal for one in alignment.analysis(role.sigil).roles if name_parts(one.person)[1] == last}
