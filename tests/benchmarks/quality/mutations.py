"""One controlled change to a report, of a kind that a check has to find.

Each function takes an analysis and yields texts that differ from the report in one matter only, with the place of the change.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from storydiff.model import Analysis, Mention


class Mutation(NamedTuple):
    """The changed text, the changed span in the report and in the changed text, and the checks that may rightly report it."""

    kind: str
    text: str
    before: tuple[int, int]
    after: tuple[int, int]
    checks: frozenset[str]


def replaced(analysis: Analysis, start: int, end: int, new: str, kind: str, *checks: str) -> Mutation:
    text = analysis.report.text
    return Mutation(
        kind, text[:start] + new + text[end:], (start, end), (start, start + max(1, len(new))), frozenset(checks)
    )


def number(analysis: Analysis) -> Iterator[Mutation]:
    """Another figure for a count, sum or share."""
    for quantity in analysis.quantities:
        digits = re.fullmatch(r"\d{1,3}(?:,\d{3})*", quantity.text.split()[0] if quantity.text else "")
        if (
            digits
            and quantity.role != "age"
            and not quantity.ordinal
            and not analysis.is_quoted(quantity)
            and comparable(quantity)
        ):
            old = int(digits[0].replace(",", ""))
            new = f"{old * 2 + 3:,}" if "," in digits[0] else str(old * 2 + 3)
            yield replaced(
                analysis, quantity.start, quantity.start + len(digits[0]), new, "number", "number", "arithmetic"
            )


def comparable(quantity: Mention) -> bool:
    return bool(getattr(quantity, "counted", "") or getattr(quantity, "unit", "") or getattr(quantity, "role", ""))


def age(analysis: Analysis) -> Iterator[Mutation]:
    """Another age of a person."""
    for quantity in analysis.quantities:
        digits = re.match(r"\d{1,2}", quantity.text)
        if quantity.role == "age" and digits and quantity.subject and not analysis.is_quoted(quantity):
            new = str(int(digits[0]) + 9)
            yield replaced(analysis, quantity.start, quantity.start + digits.end(), new, "age", "age")


def name_letter(analysis: Analysis) -> Iterator[Mutation]:
    """One letter of a person's surname changed, wherever it stands."""
    for entity in analysis.entities:
        surname = entity.name.split()[-1] if entity.kind == "person" and " " in entity.name else ""
        if len(surname) < 5 or not surname.isalpha() or not any(is_told(analysis, name) for name in entity.mentions):
            continue
        middle = len(surname) // 2
        letter = "o" if surname[middle] != "o" else "a"
        wrong = surname[:middle] + letter + surname[middle + 1 :]
        text = analysis.report.text
        first = next(iter(re.finditer(rf"\b{surname}\b", text)), None)
        if first:
            changed = re.sub(rf"\b{surname}\b", wrong, text)
            span = (first.start(), first.end())
            yield Mutation("name letter", changed, span, span, frozenset({"name"}))


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekday(analysis: Analysis) -> Iterator[Mutation]:
    """Another weekday."""
    for expression in analysis.times:
        found = re.search("|".join(WEEKDAYS), expression.text) if is_told(analysis, expression) else None
        if found and not analysis.is_quoted(expression):
            new = WEEKDAYS[(WEEKDAYS.index(found[0]) + 3) % 7]
            start = expression.start + found.start()
            yield replaced(analysis, start, start + len(found[0]), new, "weekday", "time", "calendar")


def is_told(analysis: Analysis, mention: Mention) -> bool:
    """Whether it stands in the story, not in a line that tells when the report came out."""
    sentence = analysis.sentence_at(mention.start)
    return sentence is not None and sentence.kind in ("sentence", "title", "bullet")


def clock(analysis: Analysis) -> Iterator[Mutation]:
    """Another hour."""
    for expression in analysis.times:
        found = re.search(r"\b(\d{1,2})(?=(?::\d\d)?\s*[ap]\.?m)", expression.text)
        if found and is_told(analysis, expression) and not analysis.is_quoted(expression):
            start = expression.start + found.start()
            new = str((int(found[0]) + 1) % 12 + 1)
            yield replaced(analysis, start, start + len(found[0]), new, "time", "time")


def place(analysis: Analysis) -> Iterator[Mutation]:
    """Another number of a block or address, or another street."""
    for where in analysis.places:
        digits = re.match(r"\d{3,5}", where.text)
        if where.kind in ("address", "block") and digits and not analysis.is_quoted(where):
            new = str(int(digits[0]) + 700)
            yield replaced(analysis, where.start, where.start + digits.end(), new, "place", "place")


def dropped_not(analysis: Analysis) -> Iterator[Mutation]:
    """A "not" lost from a quotation."""
    text = analysis.report.text
    for quotation in analysis.quotations:
        for part in quotation.parts:
            for found in re.finditer(r" not\b(?! only)", text[part.start : part.end]):
                start = part.start + found.start()
                if part.end - part.start > 25:
                    yield replaced(analysis, start, start + 4, "", "dropped not", "quote-wording", "fact")


def changed_word(analysis: Analysis) -> Iterator[Mutation]:
    """A word of a quotation replaced."""
    text = analysis.report.text
    for quotation in analysis.quotations:
        for part in quotation.parts:
            inner = list(re.finditer(r"(?<![\[(])\b[a-z]{5,}\b(?![^\[(]*[\])])", text[part.start : part.end]))
            if quotation.kind == "speech" and len(text[part.start : part.end].split()) >= 6 and inner:
                found = inner[len(inner) // 2]
                start = part.start + found.start()
                yield replaced(analysis, start, start + len(found[0]), "harbored", "altered quote", "quote-wording")


def cut_before_but(analysis: Analysis) -> Iterator[Mutation]:
    """A quotation that ends before its "but", "unless" or "if"."""
    text = analysis.report.text
    for quotation in analysis.quotations:
        for part in quotation.parts:
            found = re.search(r",? (?:but|unless|except|if) \b", text[part.start : part.end])
            if found and found.start() > 20:
                start = part.start + found.start()
                made = replaced(analysis, start, part.end, ",", "cut before but", "quote-cut", "quote-wording")
                # What is left of the quotation shows it too.
                yield made._replace(before=(part.start, part.end), after=(part.start, start + 1))


def changed_speaker(analysis: Analysis) -> Iterator[Mutation]:
    """A quotation given to somebody else."""
    new = "Ottoline Quaverly"
    for attribution in analysis.attributions:
        source = attribution.source
        named = source is not None and attribution.source_kind == "named" and source.text[:1].isupper()
        if attribution.kind == "direct" and named and source is not None:
            made = replaced(analysis, source.start, source.end, new, "changed speaker", "quote-speaker", "attribution")
            # The change shows on the words that are now somebody else's.
            longer = len(new) - (source.end - source.start)
            yield made._replace(
                before=(attribution.start, attribution.end), after=(attribution.start, attribution.end + longer)
            )


def dropped_hedge(analysis: Analysis) -> Iterator[Mutation]:
    """An "allegedly" or "reportedly" gone."""
    for hedge in analysis.hedges:
        before = analysis.report.text[: hedge.start].rstrip().lower()
        adverb = hedge.text.lower() in ("allegedly", "reportedly", "apparently", "possibly")
        # "Couldn't possibly" is no hedge.
        if adverb and not analysis.is_quoted(hedge) and not before.endswith(("n't", "n’t", "not")):
            end = hedge.end + 1
            yield replaced(analysis, hedge.start, end, "", "dropped hedge", "certainty")


SAID = frozenset("said say says saying according to told confirmed reported announced added".split()) | {"according to"}


def changed_source(analysis: Analysis) -> Iterator[Mutation]:
    """A claim of the police's or another body's credited to a neighbour."""
    for attribution in analysis.attributions:
        source = attribution.source
        told = attribution.cue is not None and attribution.cue.text.lower() in SAID and attribution.kind == "indirect"
        if told and attribution.source_kind == "institution" and source is not None:
            new = "a neighbor" if source.text[0].islower() else "A neighbor"
            yield replaced(analysis, source.start, source.end, new, "changed source", "attribution")


MUTATIONS: tuple[Callable[[Analysis], Iterator[Mutation]], ...] = (
    number, age, name_letter, weekday, clock, place, dropped_not, changed_word, cut_before_but, changed_speaker,
    dropped_hedge, changed_source,
)  # fmt: skip
