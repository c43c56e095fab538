"""Persons whom one report does not name and another does: kept back or unknown at first, told later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from storydiff.checks.names.people import Person, people_of
from storydiff.checks.names.withheld import Withheld, withheld
from storydiff.checks.verdicts import published_before
from storydiff.identity import name_parts, short_forms
from storydiff.model import Alignment, Analysis, Mention, Name, Verdict, within
from storydiff.normalise import lower
from storydiff.patterns import late

_MOST_NAMED = 6  # persons; more are a list of the dead, of whom none is "the man"
_CALLED = dict.fromkeys(("killed", "dead", "deceased", "bodies", "people", "wounded", "injured"), "victims")
_GROWN, _OF_AGE = 16, 18  # years from which on somebody is told of as a man or woman; below which as a boy or girl
_UNNAMED_SUSPECT = late(
    r"\b(?:an? (?:[a-z-]{2,12} ){0,2}(?:gunman|shooter|suspect|attacker|assailant))\b(?! situation| drill| in custody)"
)
_NO_ONE = ("not", "just", "no", "him", "her", "them", "as", "without", "like")  # words before: nobody comes in there


@dataclass
class Identity:
    """Somebody who is not named in some reports and named in others. `unnamed`: the statements; `named`: the names."""

    about: str
    verdict: Verdict
    unnamed: list[Mention] = field(default_factory=list)
    named: dict[str, list[Name]] = field(default_factory=dict)


def identities(alignment: Alignment) -> Iterator[Identity]:
    """Those whose names one report keeps back or calls unknown, and suspects whom an earlier report leaves unnamed."""
    reports = {analysis.sigil: (analysis, people_of(alignment)[analysis.sigil]) for analysis in alignment.analyses}
    kept = {sigil: list(withheld(analysis)) for sigil, (analysis, _) in reports.items()}
    if not any(kept.values()) and not any(
        person.part == "suspect" for _, named in reports.values() for person in named
    ):
        return
    found: dict[str, Identity] = {}
    for sigil, statements in kept.items():
        own = _names(reports[sigil][0])
        nobody = not any(person.part in ("victim", "suspect") for person in reports[sigil][1])
        for statement in statements:
            if not _many(statement) and any(_is_sure(statement, person) for person in reports[sigil][1]):
                continue  # it names that person itself
            for other, (_, named) in reports.items():
                if other != sigil:
                    strangers = [person for person in named if _stale(statement) or not _known(person, own)]
                    _add(alignment, found, statement, _meant(statement, strangers, nobody))
    if not any(one.about == "name of the suspect" for one in found.values()):
        _add_suspects(alignment, found, [(analysis, named) for analysis, named in reports.values()])
    yield from (found[about] for about in sorted(found))


def _names(analysis: Analysis) -> list[tuple[str, str]]:
    """First and last names of the persons of `analysis`; a lone word is a last name."""
    return [name_parts(entity.key) for entity in analysis.entities if entity.kind in ("person", "other")]


def _known(person: Person, names: Sequence[tuple[str, str]]) -> bool:
    first, last = name_parts(person.entity.key)
    return any(last == other and (not given or short_forms(first, given)) for given, other in names)


def _fits(statement: Withheld, person: Person) -> bool:
    """Whether `person` may be the one who is not named."""
    if person.part in ("", "official") and not (statement.who == "child" and person.is_child):
        return False
    if statement.sex and person.sex and statement.sex != person.sex:
        return False
    if statement.who == "child":
        return person.is_child or (person.part == "victim" and not person.is_adult)
    if statement.who == "adult":
        return not person.is_child
    if statement.who == "officer":
        return person.titled and person.part == "victim"
    return person.part == ("suspect" if statement.who == "suspect" else "victim")


def _is_sure(statement: Withheld, person: Person) -> bool:
    return _fits(statement, person) and (statement.who != "child" or person.is_child)


def _stale(statement: Withheld) -> bool:
    """Whether no names at all are said to be out: what an older version left behind, where the report has names elsewhere."""
    return statement.mention.text.lower().startswith("no names have been") and not statement.told_of


def _many(statement: Withheld) -> bool:
    return statement.noun in _CALLED or statement.noun.endswith(("s", "men", "ren", "ies"))


def _may_fit(statement: Withheld, person: Person) -> bool:
    """Whether `person`, of whom the report tells an age and no part in the event, may be the one who is not named."""
    if person.part or not person.ages or statement.who in ("suspect", "officer"):
        return False
    if statement.sex and person.sex and statement.sex != person.sex:
        return False
    return statement.who == "victim" or (
        max(person.ages) < _OF_AGE if statement.who == "child" else max(person.ages) >= _GROWN
    )


def _meant(statement: Withheld, named: Sequence[Person], nobody: bool) -> list[Person]:
    """Those of `named` who are meant, nobody where it is not clear. `nobody`: the report itself names no one of the event."""
    fitting = [person for person in named if _fits(statement, person)]
    if nobody and not fitting:
        fitting = [person for person in named if _may_fit(statement, person)]
    if statement.who == "child" and any(person.is_child for person in fitting):
        fitting = [person for person in fitting if person.is_child]
    if _many(statement):
        return fitting if len(fitting) <= _MOST_NAMED else []
    most = max((person.sure for person in fitting), default=0)
    fitting = [person for person in fitting if person.sure == most]
    return fitting if len(fitting) == 1 else []


def _add(alignment: Alignment, found: dict[str, Identity], statement: Withheld, meant: Sequence[Person]) -> None:
    about = f"name of the {_CALLED.get(statement.noun, statement.noun)}"
    for person in meant:
        names = person.full_names
        _tell(alignment, found, about, [statement.mention], names)


def _tell(
    alignment: Alignment, found: dict[str, Identity], about: str, unnamed: Sequence[Mention], names: Sequence[Name]
) -> None:
    if not names:
        return
    identity = found.setdefault(about, Identity(about, Verdict.UPDATE))
    if any(published_before(alignment, names[0].sigil, one.sigil) for one in unnamed):
        identity.verdict = Verdict.DIFFERENCE
    identity.unnamed.extend(one for one in unnamed if one not in identity.unnamed)
    known = identity.named.setdefault(names[0].key, [])
    known.extend(name for name in names if name not in known)


def _add_suspects(
    alignment: Alignment, found: dict[str, Identity], reports: Sequence[tuple[Analysis, Sequence[Person]]]
) -> None:
    """A suspect whom every earlier report leaves unnamed, and a later one names."""
    silent = [analysis for analysis, named in reports if not any(person.part == "suspect" for person in named)]
    for analysis, named in reports:
        suspects = [person for person in named if person.part == "suspect"]
        if len(suspects) != 1:
            continue
        for earlier in silent:
            words = _names(earlier)
            if published_before(alignment, earlier.sigil, analysis.sigil) and not _known(suspects[0], words):
                unnamed = list(_unnamed(earlier))
                if unnamed:
                    _tell(alignment, found, "name of the suspect", unnamed, suspects[0].full_names)


def _unnamed(analysis: Analysis) -> Iterator[Mention]:
    """Where `analysis` brings in a gunman, shooter or suspect and tells no name."""
    text = lower(analysis.report.text)
    for sentence in analysis.sentences:
        if sentence.kind != "sentence":
            continue
        for match in _UNNAMED_SUSPECT().finditer(text, sentence.start, sentence.end):
            mention = Mention(
                analysis.sigil, match.start(), match.end(), analysis.report.text[match.start() : match.end()]
            )
            persons = [name for name in within(analysis.names, match.end(), match.end() + 40) if name.kind == "person"]
            before = text[max(sentence.start, match.start() - 12) : match.start()].split()[-1:]
            if not persons and not set(before) & set(_NO_ONE) and not analysis.is_quoted(mention):
                yield mention
                break
