"""Where a clause ends: the bounds that hedges, negations and attributions respect."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from storydiff.model import Sentence, Span
from storydiff.patterns import late

_SUBJECT = r"(?:he|she|they|it|we|i|you|there|the|a|an|his|her|their|its|one|police|officers|no)"
_REPORTING = r"(?:said|says|say|told|according|added|reported|confirmed|believe|believes|adding|saying|citing|noting)"
# Begins with one set of signs, to which the engine leaps; most are the blanks between words, which few questions settle.
_BOUNDARY = re.compile(
    rf"""[;:\s—,.\"”](?:
      (?<=\s)(?:
        (?:-{{1,3}}|[–—])\s
      | (?=(?:but|while|when|after|before|because|though|although|who|whose|which|where|until|unless|whereas)\s
          |and\s{_SUBJECT}\s))
    | (?<!\s)(?:
        (?<=[;:—])
      | (?<=[,.])["”](?=\s) | (?<=["”])(?=\s)                      # the end of a quotation
      | (?<=,)\s+(?=(?:and|but|or|nor|yet|so|while|when|after|before|because|though|although|who|whom|whose|which|where|if
            |as|since|until|unless|despite|prompting|leaving|killing|wounding|injuring|{_REPORTING})\b
          |(?:[\w’'.-]+\s){{1,5}}{_REPORTING}\b))                   # , the sheriff's office said
    )""",
    re.VERBOSE,
)
_RELATIVE = re.compile(r"\s*,?\s*(?:who|which|that|whose)\b")
_MAIN_VERB = late(
    r"\s(?=(?:was|were|is|are|has|had|have|will|would|did|does|died|remained|remains|fled|said|told|surrendered)\b)"
)


class Clauses:
    """The clause bounds of one sentence of a text in lower case, each looked for once, when it is asked for."""

    __slots__ = ("_ends", "_since", "_text", "_until", "sentence")

    def __init__(self, text: str, sentence: Sentence) -> None:
        self.sentence = sentence
        self._text = text
        self._ends: list[int] | None = None
        self._since = self._until = sentence.start  # no bound begins between these

    def around(self, start: int, end: int) -> Span:
        """The clause that holds `[start, end)`; a relative clause stops where the verb of the main clause begins."""
        left = self.left(start)
        right = self.right(end)
        if _RELATIVE.match(self._text, left):
            first_word = self._text.find(" ", end + 1, right)
            if first_word >= 0 and (verb := _MAIN_VERB().search(self._text, first_word, right)):
                right = verb.start()
        return Span(left, self._trimmed(end, right))

    def after(self, end: int) -> Span:
        """From `end` to where its clause stops."""
        right = self._trimmed(end, self.right(end))
        while end < right and self._text[end].isspace():
            end += 1
        return Span(end, right)

    def left(self, offset: int) -> int:
        """Where the clause of `offset` begins."""
        if self._ends is None:
            found = _BOUNDARY.finditer(self._text, self.sentence.start, self.sentence.end)
            self._ends = [match.end() for match in found]
        index = bisect_right(self._ends, offset) - 1
        return self._ends[index] if index >= 0 else self.sentence.start

    def right(self, offset: int) -> int:
        """Where the clause of `offset`, the end of a word, stops."""
        if not self._since <= offset < self._until:
            end = self.sentence.end
            found = _BOUNDARY.search(self._text, offset, end)
            if found is not None and found.start() == offset:  # at the word, not after it
                found = _BOUNDARY.search(self._text, found.end(), end)
            self._since = offset
            self._until = found.start() if found is not None else end
        return self._until

    def _trimmed(self, start: int, end: int) -> int:
        while start < end and self._text[end - 1] in " \n\t.,!?\u00a0":
            end -= 1
        return max(start, end)


_start = attrgetter("start")


def sentence_index(sentences: Sequence[Sentence], offset: int) -> int:
    """Index of the sentence that holds `offset`, -1 if none does."""
    index = bisect_right(sentences, offset, key=_start) - 1
    return index if index >= 0 and offset < sentences[index].end else -1


def within_sentences(
    found: Iterable[re.Match[str]], sentences: Sequence[Sentence]
) -> Iterator[tuple[re.Match[str], int]]:
    """Each of `found` that lies in one sentence, with the index of this."""
    starts = [sentence.start for sentence in sentences]
    for match in found:
        start, end = match.span()
        index = bisect_right(starts, start) - 1
        if index >= 0 and end <= sentences[index].end:
            yield match, index


def claims_with(
    cues: Iterable[re.Match[str]], text: str, sentences: Sequence[Sentence], not_claims: frozenset[str]
) -> Iterator[tuple[re.Match[str], Clauses]]:
    """Each of `cues` that lies in one sentence of a kind that claims something, with that sentence's clauses.

    `text` in lower case.
    """
    clauses: Clauses | None = None
    for cue, index in within_sentences(cues, sentences):
        if sentences[index].kind in not_claims:
            continue
        if clauses is None or clauses.sentence is not sentences[index]:
            clauses = Clauses(text, sentences[index])
        yield cue, clauses
