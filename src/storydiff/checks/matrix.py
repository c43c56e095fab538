"""The facts × outlets matrix: what each report says on the facts that several of them tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from storydiff.checks.facts.told_facts import TOWN, Told, charges, hours, parts_of_day, places, weapons
from storydiff.checks.quotations.told_quotations import told_quotations
from storydiff.checks.verdicts import witnesses
from storydiff.identity import name_parts, same_person, short_forms
from storydiff.model import Alignment, Analysis, Entity, Fact, FactRow, Quantity

_TOLLS = ("killed", "wounded", "missing", "arrested", "hospitalised")
_NO_PERSON = re.compile(
    r"\b(?:South|North|East|West|Avenue|Street|Lane|Road|Sheriffs?|Police|County|Department|Center|School|University|House|Park|Caucus|Union)\Z"
)
_PEOPLE = 8  # rows; more would be a cast list


def facts(alignment: Alignment) -> tuple[FactRow, ...]:
    """Tolls, ages, when, where, who, weapons, charges and quotations, as far as two reports or more tell them."""
    when = [*_of_each(alignment, "when", "hour of the event", hours)] or [
        *_of_each(alignment, "when", "time of the event", parts_of_day)
    ]
    rows = [
        *_tolls(alignment),
        *when,
        *(row for about, find in places().items() for row in _of_each(alignment, "where", about, find)),
        *_people(alignment),
        *_of_each(alignment, "weapon", "weapon", weapons),
        *_of_each(alignment, "charge", "charge", charges),
        *(row for about, told in told_quotations(alignment) for row in _row(alignment, "quotation", about, told)),
    ]
    return tuple(rows)


def _of_each(
    alignment: Alignment, kind: str, about: str, find: Callable[[Analysis], Sequence[Told]]
) -> Iterator[FactRow]:
    """A line for what each report tells of in several ways: that which most reports tell, or else what it tells first.

    Of towns only those that two reports tell: what one has alone may be anywhere.
    """
    found = {analysis.sigil: find(analysis) for analysis in alignment.analyses}
    tellers: dict[str, list[str]] = {}
    for sigil, told in found.items():
        for value in dict.fromkeys(value for value, _, _ in told):
            tellers.setdefault(value, []).append(sigil)
    known = {value: witnesses(alignment, sigils) for value, sigils in tellers.items()}
    if about == TOWN:
        found = {
            sigil: [one for one in told if len(tellers[one[0]]) > 1 and known[one[0]] == max(known.values())]
            for sigil, told in found.items()
        }
    chosen = {
        sigil: min(told, key=lambda one: (-known[one[0]], one[0] if known[one[0]] > 1 else ""), default=None)
        for sigil, told in found.items()
    }
    yield from _row(alignment, kind, about, chosen)


def _row(alignment: Alignment, kind: str, about: str, told: Mapping[str, Told | None]) -> Iterator[FactRow]:
    """A line of the matrix, if two reports have something to say."""
    values = {sigil: found[0] for sigil, found in told.items() if found}
    if len(values) < 2:
        return
    carriers: dict[str, list[str]] = {}
    for sigil, value in values.items():
        carriers.setdefault(value, []).append(sigil)
    counts = {value: witnesses(alignment, sigils) for value, sigils in carriers.items()}
    total = sum(counts.values())
    yield FactRow(
        kind,
        about,
        tuple(_fact(a.sigil, told.get(a.sigil), counts, total, len(carriers)) for a in alignment.analyses),
    )


def _fact(sigil: str, found: Told | None, counts: Mapping[str, int], total: int, readings: int) -> Fact:
    if found is None:
        return Fact(sigil, "", mark="silent")
    value, reading, mention = found
    if readings == 1:
        mark = "agrees"
    elif counts[value] * 2 > total >= 3:
        mark = "majority"
    else:
        mark = "outlier"
    return Fact(sigil, reading, mark=mark, mentions=(mention,))


def _tolls(alignment: Alignment) -> Iterator[FactRow]:
    for role in _TOLLS:
        yield from _row(
            alignment, "toll", f"people {role}", {a.sigil: _toll(a.quantities, role) for a in alignment.analyses}
        )


def _toll(quantities: Iterable[Quantity], role: str) -> Told | None:
    """The figure that stands most often; of those the largest, which is the whole where parts are told too."""
    found = [quantity for quantity in quantities if quantity.role == role and not quantity.ordinal]
    if not found:
        return None
    often = Counter(quantity.value for quantity in found)
    value = max(often, key=lambda one: (often[one], one))
    first = next(quantity for quantity in found if quantity.value == value)
    return f"{value:g}{'+' if first.high is None else ''}", first.text, first


def _people(alignment: Alignment) -> Iterator[FactRow]:
    """The persons that two reports or more name, and their ages."""
    named: list[tuple[str, dict[str, Told], dict[str, Told]]] = []
    by_word: dict[str, list[int]] = {}  # first and last names, one of which two names of one person have in common
    for analysis in alignment.analyses:
        ages = {
            quantity.subject: quantity
            for quantity in analysis.quantities
            if quantity.role == "age" and quantity.subject
        }
        for entity in analysis.entities:
            if (
                entity.kind != "person"
                or " " not in entity.name
                or not entity.mentions
                or _NO_PERSON.search(entity.name)
            ):
                continue
            words = {f"{entity.key.split()[0]} …", f"… {entity.key.split()[-1]}"}
            for at in sorted({at for word in words for at in by_word.get(word, ())}):
                key, who, old = named[at]
                if analysis.sigil not in who and same_person(key, entity.key):
                    break
            else:
                who, old = {}, {}
                for word in words:
                    by_word.setdefault(word, []).append(len(named))
                named.append((entity.key, who, old))
            who[analysis.sigil] = (_as_known(entity, who), entity.name, entity.mentions[0])
            if entity.key in ages:
                age = ages[entity.key]
                old[analysis.sigil] = (f"{age.value:g}", age.text, age)
    several = [(key, who, old) for key, who, old in named if len(who) > 1]
    for _, who, old in sorted(several, key=lambda row: (-len(row[1]), row[0]))[:_PEOPLE]:
        name = next(iter(who.values()))[1]
        yield from _row(alignment, "who", name, who)
        yield from _row(alignment, "age", f"age of {name}", old)


def _as_known(entity: Entity, who: Mapping[str, Told]) -> str:
    """The name as a value: that of another report which has it in a shorter or longer form."""
    first, last = name_parts(entity.name)
    for value, name, _ in who.values():
        known_first, known_last = name_parts(name)
        if known_last == last and short_forms(known_first, first):
            return value
    return entity.key
