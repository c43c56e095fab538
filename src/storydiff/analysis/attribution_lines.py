"""Lines that name their speaker first: `BRANDT: We left early.` in a transcript, `Sheriff: Driver fired first` over a story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from storydiff.analysis.attribution_content import Layout
from storydiff.analysis.attribution_cues import Cue
from storydiff.analysis.lexicon import table
from storydiff.analysis.name_patterns import titles
from storydiff.analysis.outlets import is_outlet
from storydiff.model import Entity, Sentence, Span

_SPEAKER = re.compile(r"[\"“]?(?P<who>[A-Z][\w.’'-]{1,24}(?:\s[A-Z][\w.’'-]{0,24}){0,3})(?P<colon>:)\s{1,3}(?=\S)")
_LONGEST_SPEAKER = 110  # characters that `_SPEAKER` matches at most before and with its colon
_LONGEST_HEADLINE = 140
_HEADINGS = frozenset({"title", "heading"})
_LABELS = frozenset(
    "update updated updates watch photos photo video videos note breaking exclusive related live opinion editorial analysis correction"
    " clarification read more caption question answer where when what who why how time date location".split()
)


def speaker_lines(text: str, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> list[Layout]:
    """What the lines of `text` that begin with their speaker say; in running text a colon after a name tells too little."""
    lines = []
    colon = -1
    for number, (start, stop, kind) in enumerate(_lines(sentences)):
        if colon < start and (colon := text.find(":", start)) < 0:
            break
        if colon < min(stop, start + _LONGEST_SPEAKER) and (match := _SPEAKER.match(text, start, stop)):
            lines.append((match, stop, kind in _HEADINGS or (not number and stop - start < _LONGEST_HEADLINE)))
    if not lines:
        return []
    often = Counter(match["who"] for match, _, _ in lines)
    known = {word for entity in entities if entity.kind == "person" for word in entity.key.split()[-1:]}
    found = []
    for match, stop, heading in lines:
        who = match["who"]
        last = who.rsplit(" ", 1)[-1].lower()
        if last in _LABELS:
            continue
        in_transcript = who.isupper() and (often[who] > 1 or last in known)
        if in_transcript or (heading and (last in known or last in _nouns() or is_outlet(who))):
            cue = Cue(match.start("colon"), match.end("colon"), ":", 1.0, "NAME", "word")
            found.append(Layout(cue, Span(*match.span("who")), (Span(match.end(), stop),)))
    return found


def _lines(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind of each line."""
    start, before = 0, None
    for sentence in sentences:
        if before is None:
            start = sentence.start
        elif sentence.paragraph != before.paragraph:
            yield start, before.end, before.kind
            start = sentence.start
        before = sentence
    if before is not None:
        yield start, before.end, before.kind


@cache
def _nouns() -> frozenset[str]:
    return frozenset(row[0] for row in table("source_nouns")) | frozenset(titles())
