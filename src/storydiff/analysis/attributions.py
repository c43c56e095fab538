"""Attributions: who is credited, by what cue, with what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from operator import attrgetter

from storydiff.analysis.attribution_content import Layout, goes_on, lay_out, shared_out, without_repeats
from storydiff.analysis.attribution_cues import QUOTED, Cue, find_cues, force
from storydiff.analysis.attribution_lines import speaker_lines
from storydiff.analysis.attribution_resolution import Resolver
from storydiff.analysis.relays import Relayed, relays_of
from storydiff.model import Attribution, Entity, Mention, Name, Quotation, Report, Sentence, Span

_LONG = 3000  # characters on either side of a cue that are looked at
_MOST = 60  # attributions in one sentence; where there are more, it is none
_MARKS = "\"'“”‘’„‟«»`´"


def find_attributions(
    report: Report,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation] = (),
    names: Sequence[Name] = (),
    entities: Sequence[Entity] = (),
) -> tuple[Attribution, ...]:
    """The attributions of `report`, in the order of where they begin."""
    masked = mask(report.text, quotations)
    units = merge(sentences, masked)
    layouts = _layouts(report.text, masked, units) + speaker_lines(report.text, sentences, entities)
    layouts.sort(key=_cue_start)
    resolver = Resolver(report.text, names, entities)
    forces = [force(layout.cue.form) for layout in layouts]
    who = [resolver.resolve(layout.source) for layout in layouts]
    relayed = relays_of(report, units, zip(map(_cue_start, layouts), who, forces, strict=True))
    made = map(partial(_attribution, report, masked), layouts, who, forces, relayed)
    return tuple(sorted(made, key=_place))


_place = attrgetter("start", "end")


def _cue_start(layout: Layout) -> int:
    return layout.cue.start


def mask(text: str, quotations: Sequence[Quotation]) -> str:
    """`text` with every character of a quotation replaced by `QUOTED`, all offsets kept."""
    pieces: list[str] = []
    last = 0
    for quotation in quotations:
        parts = quotation.parts if len(quotation.parts) > 1 else (Span(quotation.start, quotation.end),)
        for number, (start, end) in enumerate(parts):
            start = quotation.start if number == 0 else _with_marks(text, start, -1)
            end = quotation.end if number == len(parts) - 1 else _with_marks(text, end, 1)
            if last <= start < end:
                pieces += (text[last:start], QUOTED * (end - start))
                last = end
    pieces.append(text[last:])
    return "".join(pieces)


def _with_marks(text: str, edge: int, step: int) -> int:
    """`edge` moved out over the quote marks there, and over a space before them."""
    beside = edge - 1 if step < 0 else edge
    if 0 < beside < len(text) - 1 and text[beside] == " " and text[beside + step] in _MARKS:
        edge += step
    for _ in range(3):
        beside = edge - 1 if step < 0 else edge
        if not 0 <= beside < len(text) or text[beside] not in _MARKS:
            break
        edge += step
    return edge


def merge(sentences: Sequence[Sentence], masked: str) -> list[Span]:
    """The sentences as spans, those joined into one that a quotation runs across or that a colon ties to a quotation."""
    units: list[Span] = []
    for sentence in sentences:
        start = sentence.start
        if units and masked[start] == QUOTED:
            before = units[-1]
            gap = masked[before.end - 1 : start + 1]
            across = len(gap) > 2 and gap == QUOTED * len(gap)
            if across or gap[0] == ":":
                units[-1] = Span(before.start, sentence.end)
                continue
        units.append(Span(start, sentence.end))
    return units


def _layouts(text: str, masked: str, units: Sequence[Span]) -> list[Layout]:
    found: list[Layout] = []
    cues = iter(find_cues(text, masked))
    cue = next(cues, None)
    before: list[Layout] = []  # those of the unit before
    for unit in units:
        while cue is not None and cue.start < unit.start:
            cue = next(cues, None)
        of_unit: list[Layout] = []
        inherited: Span | None = None
        is_long = unit.end - unit.start > _LONG
        while cue is not None and cue.start < unit.end:
            layout = (
                lay_out(masked, _near(unit, cue) if is_long else unit, cue, inherited) if len(of_unit) < _MOST else None
            )
            if layout is not None:
                of_unit.append(layout)
                inherited = layout.source or inherited
            cue = next(cues, None)
        if of_unit:
            before = without_repeats(shared_out(masked, of_unit))
            found += before
        elif before:
            before = _gone_on(masked, unit, before, found)
    return found


def _gone_on(masked: str, unit: Span, before: Sequence[Layout], found: list[Layout]) -> list[Layout]:
    """The layout in `found`, one of those `before`, that `unit` goes on with, made longer by it; none if it does not."""
    if masked[unit.start] != QUOTED:
        return []
    quoting = next((layout for layout in reversed(before) if _quotes(masked, layout)), before[-1])
    if not goes_on(masked, quoting, unit):
        return []
    at = next(i for i in range(len(found) - 1, -1, -1) if found[i] is quoting)
    found[at] = quoting._replace(content=(*quoting.content, unit))
    return [found[at]]


def _near(unit: Span, cue: Cue) -> Span:
    """Of a very long `unit` (a list, a text without full stops) the part around `cue`."""
    return Span(max(unit.start, cue.start - _LONG), min(unit.end, cue.end + _LONG))


def _quotes(masked: str, layout: Layout) -> bool:
    return any(masked[span.end - 1] == QUOTED for span in layout.content)


def _attribution(
    report: Report, masked: str, layout: Layout, who: tuple[str, str], strength: str, relay: Relayed
) -> Attribution:
    """`who`: key and kind of the source."""
    sigil, text = report.sigil, report.text
    cue, source, content = layout  # the content in the order of the text
    start, end = cue.start, cue.end
    by_cue = Mention(sigil, start, end, text[start:end])
    by_source = None
    if source:
        first, last = source
        by_source = Mention(sigil, first, last, text[first:last])
        start, end = min(start, first, content[0].start), max(end, last, content[-1].end)
    else:
        start, end = min(start, content[0].start), max(end, content[-1].end)
    told = tuple([Mention(sigil, first, last, text[first:last]) for first, last in content])
    kind = _kind(masked, content)
    key, source_kind = who
    return Attribution(
        sigil, start, end, text[start:end], by_source, by_cue, told, kind, source_kind, key, *relay, strength
    )


def _kind(masked: str, content: Sequence[Span]) -> str:
    """Whether the content stands in quote marks as a whole (direct), in part (mixed) or not at all (indirect)."""
    quoted = length = 0
    for start, end in content:
        quoted += masked.count(QUOTED, start, end)
        length += end - start
    if not quoted:
        return "indirect"
    return "direct" if quoted >= 0.95 * length else "mixed"
