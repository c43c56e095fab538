"""Relays: the outlet or the statement through which a report has what it passes on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import repeat
from typing import NamedTuple, TypeVar

from storydiff.analysis.outlets import ANY_NAME, announced, expression, may_be_outlet, outlet_key
from storydiff.analysis.words import known_words, matches_at, phrases_in, phrases_of, starts_of
from storydiff.model import Analysis, Mention, Report, Span
from storydiff.normalise import lower
from storydiff.patterns import late

_STATEMENT = late(r"(?:statement|(?:news|press) (?:release|conference))\b")
_ORDINARY = frozenset({"statement", "news", "press"})
"""The first words of `_STATEMENT`."""
_MADE_IN = late(
    r"\b(?:in|via|through|from|to)\s(?:an?|the|his|her|their|its)\s(?:[\w’'-]{1,20}+\s){0,4}?\Z", re.IGNORECASE
)
_LEAD = 60  # characters before "statement" in which its preposition stands
_CARRIES_ON = 2  # sentences in which a source that speaks on still does so through the same relay

_M = TypeVar("_M", bound=Mention)


Relayed = tuple[str, Mention | None]
"""The key of a relay and where it is named; "" and None for what was said to the report itself."""
_DIRECTLY: Relayed = ("", None)


class Relay(NamedTuple):
    """A relay where it is named. `key` is the same for one outlet however it is written; `cue` begins the phrase.

    `ordinary`: a statement or the like, not an outlet.
    """

    start: int
    end: int
    cue: int
    key: str
    ordinary: bool


_BY = ("reported by", "according to", "as per", "per", "citing")
_IN = tuple(
    f"{what} {where}"
    for what in ("report", "reports", "article", "story", "published")
    for where in ("in", "by", "from", "on")
)
_TOLD = ("told", "tells", "telling", "informed")
_TO = frozenset(
    "statement interview email message comment comments remarks spoke speaking talking confirmed said".split()
)


@cache
def _outlet_after(cue: str) -> re.Pattern[str]:
    if cue == "by":
        return re.compile(rf"\s(?:(?P<name>{expression()})|{announced()})")
    told = rf"\s(?:{_WHO_ASKS})?(?:(?P<name>{expression(told=True)})|{announced()})"
    return re.compile(told if cue == "told" else _TO_WHOM.pattern + told)


_TO_WHOM = re.compile(r"(?:,?\s[\w’'-]{1,15}+){0,4}?,?\s(?:to|with)")
# "as reported by Saltby Now": only an outlet reports so.
_HANDED_ON = late(r"\b(?:first|as|originally|previously|earlier)\s{1,2}\Z")
_UNLISTED = late(rf"\s(?P<name>(?:[Tt]he\s)?{ANY_NAME})")
# "told Oda Lund of the Harbor Ledger", "told a reporter for the Harbor Ledger"
_WHO_ASKS = (
    r"(?:(?:an?|the)\s(?:[a-z]{2,12}\s)?(?:reporter|journalist|columnist|correspondent|producer|anchor)|(?:[A-Z][\w.’-]{0,20}+\s){1,2}[A-Z][\w.’-]{0,20}+)"
    r"\s(?:of|for|from|with|at)\s"
)
_PLACE_OF = {
    **dict.fromkeys(_BY, "by"),
    **dict.fromkeys(_IN, "told"),
    **dict.fromkeys(_TOLD, "told"),
    "e-mail": "to",
}
_PHRASES = phrases_of(_PLACE_OF)


def find_relays(text: str) -> list[Relay]:
    """The relays named in `text`, in order: outlets first of all, statements where no outlet is named with them."""
    found: list[Relay] = []
    statements: list[Relay] = []
    lowered = lower(text)
    for start, end, place in _triggers(text, lowered):
        after = _outlet_after(place).match(text, end)
        if (
            after is None
            and lowered.endswith("reported by", start, end)
            and _HANDED_ON().search(lowered, start - 12, start)
        ):
            after = _UNLISTED().match(text, end)
            after = after if after and may_be_outlet(after["name"]) else None
        if after:
            group = after.lastgroup or "name"
            key = outlet_key(after[group])
            found.append(Relay(after.start(group), after.end(group), start, key, ordinary=False))
    found = _with_full_names(found)
    ends = [relay.end for relay in found]
    for match in matches_at(_STATEMENT(), lowered, starts_of(lowered, _ORDINARY)):
        made = _MADE_IN().search(text, max(0, match.start() - _LEAD), match.start())
        if made is None:
            continue
        following = bisect_right(ends, made.start())  # the first outlet that ends later
        if following == len(ends) or found[following].cue >= match.end() + 25:
            statements.append(Relay(match.start(), match.end(), made.start(), match[0], ordinary=True))
    return sorted(found + statements)


def _triggers(text: str, lowered: str) -> list[tuple[int, int, str]]:
    """Where words stand that an outlet may follow, in order, each with how it does: a key of `_outlet_after`."""
    triggers = [
        (match.start(), match.end(), _PLACE_OF[" ".join(match[0].split())]) for match in phrases_in(lowered, _PHRASES)
    ]
    for start, word in known_words(lowered, _TO):
        if _TO_WHOM.match(text, start + len(word)) is not None:
            triggers.append((start, start + len(word), "to"))
    return sorted(triggers)


def _with_full_names(found: list[Relay]) -> list[Relay]:
    """`found` with the key of the one outlet that a short form means: "the Ledger" of the Harbor Ledger."""
    long: dict[str, set[str]] = {}
    for relay in found:
        if " " in relay.key:
            long.setdefault(relay.key.rsplit(" ", 1)[1], set()).add(relay.key)
    return [
        relay._replace(key=next(iter(keys))) if len(keys := long.get(relay.key, set())) == 1 else relay
        for relay in found
    ]


def relays_of(
    report: Report, units: Sequence[Span], credited: Iterable[tuple[int, tuple[str, str], str]]
) -> Iterator[Relayed]:
    """What each attribution came through. `credited`: cue, source (key and kind) and force of each, in order.

    A relay belongs to all attributions of its unit. A source that goes on right after ("Brandt said", in this unit or the next)
    goes on through the same outlet.
    """
    own = outlet_key(report.outlet)  # what people told the outlet itself is its own voice
    short = own.rsplit(" ", 1)[-1]
    relays = [relay for relay in find_relays(report.text) if relay.key not in (own, short)]
    return _carried_on(report, units, credited, relays) if relays else repeat(_DIRECTLY)


def _carried_on(
    report: Report,
    units: Sequence[Span],
    credited: Iterable[tuple[int, tuple[str, str], str]],
    relays: Sequence[Relay],
) -> Iterator[Relayed]:
    latest: dict[str, tuple[int, Relayed]] = {}
    position = relay_at = 0
    for anchor, (source_key, _), force in credited:
        while units[position].end <= anchor:
            position += 1
        unit = units[position]
        while relay_at < len(relays) and relays[relay_at].end <= unit.start:
            relay_at += 1
        relayed = _DIRECTLY
        if relay_at < len(relays) and relays[relay_at].start < unit.end:
            here = [relay for relay in relays[relay_at : relay_at + 4] if relay.start < unit.end]
            nearest = min(here, key=lambda relay: (relay.ordinary, abs(relay.cue - anchor), relay.start))
            mention = Mention(report.sigil, nearest.start, nearest.end, report.text[nearest.start : nearest.end])
            relayed = (nearest.key, mention)
        elif source_key in latest:
            last_position, last = latest[source_key]
            if position - last_position <= _CARRIES_ON:
                relayed = last
        if force == "say" and source_key:
            latest[source_key] = (position, relayed)
        yield relayed


def witnesses(analysis: Analysis) -> tuple[Analysis, ...]:
    """`analysis` taken apart by who relays what: pseudo-reports with sigils `A` (own voice), `A/ABC News`, …

    Each holds the sentences that came through one relay, with all mentions in them; the own voice comes first and may be
    empty. One part alone, the whole, if nothing is relayed, or everything through one.
    """
    named: dict[str, str] = {}
    relay_of: dict[int, str] = {}
    starts = [sentence.start for sentence in analysis.sentences]
    for attribution in analysis.attributions:
        if not attribution.relay or attribution.force != "say":
            continue
        mention = attribution.relay_mention
        if mention is not None:
            named.setdefault(attribution.relay, _label(mention.text))
        for m in (*attribution.content, attribution.cue or attribution):
            first = max(bisect_right(starts, m.start) - 1, 0)
            for sentence in analysis.sentences[first : bisect_left(starts, m.end)]:
                if m.start < sentence.end:
                    relay_of.setdefault(sentence.start, attribution.relay)
    if not relay_of:
        return (analysis,)
    groups = ["", *dict.fromkeys(relay_of.values())]
    own, *relayed = (_part(analysis, relay_of, group, named.get(group, group)) for group in groups)
    if not own.sentences and len(relayed) == 1:  # nothing to set it against
        return (analysis,)
    return own, *relayed


def _label(words: str) -> str:
    for article in ("The ", "the "):
        words = words.removeprefix(article)
    return words


def _part(analysis: Analysis, relay_of: dict[int, str], group: str, label: str) -> Analysis:
    kept = [sentence for sentence in analysis.sentences if relay_of.get(sentence.start, "") == group]
    sigil = f"{analysis.sigil}/{label}" if group else analysis.sigil
    starts = {sentence.start for sentence in kept}

    def here(mentions: Sequence[_M]) -> tuple[_M, ...]:
        held = ((m, analysis.sentence_at(m.start)) for m in mentions)
        return tuple(
            replace(m, sigil=sigil) for m, sentence in held if sentence is not None and sentence.start in starts
        )

    entities = (replace(entity, mentions=here(entity.mentions)) for entity in analysis.entities)
    report = replace(analysis.report, sigil=sigil, outlet=label if group else analysis.report.outlet)
    return replace(
        analysis,
        report=report,
        sentences=here(analysis.sentences),
        quotations=here(analysis.quotations),
        attributions=here(analysis.attributions),
        quantities=here(analysis.quantities),
        times=here(analysis.times),
        names=here(analysis.names),
        entities=tuple(entity for entity in entities if entity.mentions),
        places=here(analysis.places),
        roles=here(analysis.roles),
        hedges=here(analysis.hedges),
        negations=here(analysis.negations),
        statuses=here(analysis.statuses),
    )
