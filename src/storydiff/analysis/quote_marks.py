"""Pair quote marks: curly, straight, doubled, single, mixed; with marks missing, turned or set apart.

Direction comes from the sign and from what stands on both sides of it; where they disagree, from whether a quotation is open.
An odd mark costs its own paragraph at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from storydiff.analysis.lexicon import alternation, lexicon
from storydiff.model import Span
from storydiff.patterns import late

_SINGLE = r"(?<![\w'‘’].)(?=[\w(\[$])"  # a single mark may open a quotation, or be an apostrophe that begins a word
# One pattern for each sign: the engine leaps to a single sign five times as fast as to one of a set. A straight mark that is doubled
# on the outside of a word (text that came through a table) is one mark; between two words it closes one quotation and opens another.
_MARKS = {
    sign: re.compile(sign + rest)
    for sign, rest in {
        **dict.fromkeys("“”„‟«»", ""),
        '"': r"(?:\"(?:(?<!\S\"\")(?=[^\s\"])|(?<=\S\"\")(?=[\s.,;:!?)]|\Z))|)",
        "'": rf"(?:'|{_SINGLE})",
        "‘": _SINGLE,
        "’": _SINGLE,
        "`": "`",
    }.items()
}
_DOUBLE_OPENING = frozenset("“„‟«") | {"``"}
_DOUBLE_CLOSING = frozenset("”»")
_BEFORE_OPENING = frozenset("([{-–—/…‘'\u200b")
_AFTER_CLOSING = frozenset(".,;:!?)]}-–—…’'/")
_OPEN, _CLOSE, _EITHER = 1, 2, 3
_Token = tuple[int, int, str]  # a mark: from, to, and itself
_SINGLE_CLOSING = late(r"['’](?!\w)")
_CLIPPED = late(r"['’‘](?:\d0s|em|til|till|cause|tis|twas|bout|n|round|cuz|s)\b", re.IGNORECASE)
_SENTENCE_END = late(r"[.!?](?=\s+[A-Z])")
_LONGEST_GAP = 500  # characters over which a quotation may go on in the next line before its closing mark
_LONGEST_SINGLE = 600
_LONGEST_UNCLOSED = 600
_LONGEST_LINE = 2000  # characters looked ahead for the marks left in a line


class Marked(NamedTuple):
    """A quotation as its marks tell it: from mark to mark, the stretches inside, and whether a closing mark was found."""

    start: int
    end: int
    parts: tuple[Span, ...]
    closed: bool
    mark: str


@cache
def tag_after() -> re.Pattern[str]:
    """Matches where a tag follows a quotation: `Brandt said`, `said Brandt`, `he told the Ledger`, `according to`."""
    verbs = alternation(lexicon("speech_tags"))
    subject = r"(?:(?:[A-Z][\w.’'-]{0,30}|he|she|they|it|I|we|the|a|an|one|who|police|[a-z]{3,20})\s{1,2}){0,6}?"
    return re.compile(rf"\s?,?{subject}(?:also\s|later\s|has\s|had\s)?{verbs}\b")


@cache
def _tag_inside() -> re.Pattern[str]:
    verbs = alternation(lexicon("speech_tags"))
    return re.compile(
        rf"[,?!]\s(?=(?:(?:[A-Z][\w.’'-]{{1,30}}\s){{1,4}}|(?:he|she|they|police|officials)\s){verbs}\b|(?:[\w.’'-]{{1,20}}\s){{1,4}}(?:said|says|told)\b|{verbs}\s(?:[A-Z]|the\s))"
    )


def marked_stretches(text: str) -> Iterator[Marked]:
    """The quotations of `text` in the order of their opening marks; what is nested in one belongs to it."""
    yield from _Scan(text, _marks(text)).run()


def _marks(text: str) -> list[_Token]:
    found = []
    for sign, pattern in _MARKS.items():
        if sign in text:
            found += [(match.start(), match.end(), match[0]) for match in pattern.finditer(text)]
    found.sort()
    return found


class _Scan:
    """One pass over the marks of a text; holds the line it is in, and the quotation that is open."""

    def __init__(self, text: str, tokens: list[_Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.at = 0
        self.opened: int | None = None  # where the opening mark stands
        self.mark = ""
        self.content = 0  # where the present part begins
        self.parts: list[Span] = []
        self._begin_line(0)

    def run(self) -> Iterator[Marked]:
        skip_to = 0
        while self.at < len(self.tokens):
            start, end, sign = self.tokens[self.at]
            if start > self.line_end:
                if self.opened is not None:
                    end_of_line = self.line_end
                    self._begin_line(self._text_after(end_of_line))
                    if not self._goes_on(end_of_line):
                        yield self._unclosed(end_of_line)
                    continue
                self._begin_line(self.text.rfind("\n", self.line_end, start) + 1)
            self.at += 1
            if start < skip_to:
                continue
            if sign in "‘'’":
                if self.opened is None and (close := self._single_close(start, end, sign)):
                    skip_to = close + 1
                    self.quoted_in_line = True
                    yield Marked(start, close + 1, (Span(end, close),), True, sign)
            elif found := self._double(start, end, sign):
                self.quoted_in_line = True
                yield found
        if self.opened is not None:
            yield self._unclosed(self.line_end)

    # --- lines ---

    def _begin_line(self, start: int) -> None:
        end = self.text.find("\n", start)
        self.line_start = start
        self.line_end = end if end >= 0 else len(self.text)
        self.quoted_in_line = False

    def _text_after(self, at: int) -> int:
        """Where the text goes on after the line break at `at`."""
        text = self.text
        while at < len(text) and text[at].isspace():
            at += 1
        return at

    def _following(self) -> list[_Token]:
        """The next two marks of this line, or fewer, single ones apart."""
        following = [token for token in self.tokens[self.at : self.at + 8] if token[2] not in "‘'’"][:2]
        return [token for token in following if token[0] < self.line_end]

    def _double(self, start: int, end: int, sign: str) -> Marked | None:
        look = self._look(start, end, sign)
        if self.opened is None:
            if look != _CLOSE:
                if not self._set_apart(start, end):
                    self._open(start, end, sign)
                return None
            return self._without_opening(start, end, sign)
        if look == _OPEN and not self._closes_after_all(start, end):
            if self._nested(sign) or self._goes_deeper(start, sign):
                return None
            unclosed = self._unclosed(start)
            self._open(start, end, sign)
            return unclosed
        return self._closed(start, end)

    # --- what a mark is ---

    def _look(self, start: int, end: int, sign: str) -> int:
        if sign in (_DOUBLE_OPENING if self.opened is None else _DOUBLE_CLOSING):
            return _OPEN if self.opened is None else _CLOSE  # the common case needs no look at what stands beside
        before = self.text[start - 1] if start else " "
        after = self.text[end] if end < len(self.text) else " "
        free_before = before.isspace() or before in _BEFORE_OPENING
        free_after = after.isspace() or after in _AFTER_CLOSING
        if sign in _DOUBLE_OPENING:
            return _CLOSE if not free_before and free_after else _OPEN
        if sign in _DOUBLE_CLOSING:
            return _OPEN if before.isspace() and after.isalnum() else _CLOSE
        if free_before and not free_after:
            return _OPEN
        if not free_before and free_after:
            return _CLOSE if self.opened is not None or not before.isdigit() else _EITHER
        return _EITHER

    def _set_apart(self, start: int, end: int) -> bool:
        """A straight mark that opens nothing: inches, or nothing but space after it."""
        rest = self.text[end : end + 1]
        return not rest or rest == "\n" or (start > 0 and self.text[start - 1].isdigit())

    def _closes_after_all(self, start: int, end: int) -> bool:
        """`satisfied, "Brandt said`: the mark sticks to the wrong word, as the marks left in the line or a tag tell."""
        text = self.text
        before = text[max(0, start - 2) : start]
        if len(before) < 2 or not before[1].isspace() or before[0] not in ",.?!":
            return False
        line_end = text.find("\n", end, end + _LONGEST_LINE)
        left = text.count('"', start, line_end if line_end >= 0 else end + _LONGEST_LINE)
        return left % 2 == 1 or bool(tag_after().match(text, end))

    def _nested(self, sign: str) -> bool:
        """A curly pair inside straight marks."""
        if sign != "“" or self.mark == "“":
            return False
        following = self._following()
        if [token[2] for token in following] != ["”", self.mark]:
            return False
        self.at = self.tokens.index(following[0], self.at) + 1
        return True

    def _goes_deeper(self, start: int, sign: str) -> bool:
        """`“It was not “a war of our choosing.”`: an inner quotation with outer marks, in the middle of a sentence; one closing mark ends both."""
        text = self.text
        if sign != "“" or self.mark != "“" or not text[max(0, start - 2) : start - 1].islower():
            return False
        following = self._following()
        if not following or following[0][2] != "”" or _SENTENCE_END().search(text, self.content, start):
            return False
        if start - self.content > _LONGEST_UNCLOSED or _tag_inside().search(text, self.content, start):
            return False
        if following[1:] and following[1][2] == "”":
            self.at = self.tokens.index(following[0], self.at) + 1
        return True

    # --- opening and closing ---

    def _open(self, start: int, end: int, sign: str) -> None:
        self.opened, self.content, self.mark, self.parts = start, end, sign, []

    def _closed(self, start: int, end: int) -> Marked:
        return self._made(start, end, closed=True)

    def _made(self, content_end: int, end: int, closed: bool) -> Marked:
        parts = (*self.parts, Span(self.content, max(self.content, content_end)))
        begun = self.opened or 0
        self.opened = None
        return Marked(begun, end, parts, closed, self.mark)

    def _unclosed(self, limit: int) -> Marked:
        """The open quotation, up to a tag that must stand outside it or the end of its line."""
        text = self.text
        end = limit
        tag = _tag_inside().search(text, self.content, min(limit, self.content + 4 * _LONGEST_UNCLOSED))
        if tag:
            end = tag.start() + 1
        elif limit - self.content > _LONGEST_UNCLOSED:
            stop = _SENTENCE_END().search(text, self.content, limit)
            end = stop.end() if stop else limit
        while end > self.content and text[end - 1].isspace():
            end -= 1
        return self._made(end, max(end, self.content), closed=False)

    def _goes_on(self, break_start: int) -> bool:
        """Whether the open quotation goes on after the line break that led to this line: reopened, or closed a little later."""
        text, line_start = self.text, self.line_start
        following = next((token for token in self.tokens[self.at : self.at + 6] if token[2][0] not in "‘'’"), None)
        if following is None or following[0] > self.line_end:
            return False
        start, end, sign = following
        if start == line_start and self._look(start, end, sign) != _CLOSE:
            if _tag_inside().search(text, self.content, break_start):
                return False
            self.parts.append(Span(self.content, break_start))
            self.content = end
            self.at = self.tokens.index(following, self.at) + 1
            return True
        if start - line_start > _LONGEST_GAP:
            return False
        if self._look(start, end, sign) == _CLOSE or self._closes_after_all(start, end):
            self.parts.append(Span(self.content, break_start))
            self.content = line_start
            return True
        return False

    def _without_opening(self, start: int, end: int, sign: str) -> Marked | None:
        """`We looked everywhere," Brandt said.`: the opening mark is missing, the line begins with the quotation."""
        text = self.text
        if self.quoted_in_line or text[start - 1] not in ",.?!":
            return None
        if self.line_start:
            self.line_start = self._text_after(self.line_start)
        line_start = self.line_start
        if start - line_start >= _LONGEST_GAP or not tag_after().match(text, end):
            return None
        return Marked(line_start, end, (Span(line_start, start),), True, sign)

    def _single_close(self, start: int, end: int, sign: str) -> int:
        """Where a quotation in single marks ends; 0 if the mark is an apostrophe."""
        text = self.text
        if sign != "‘" and _CLIPPED().match(text, start):
            return 0
        stop = text.find("\n", end, end + _LONGEST_SINGLE)
        stop = min(len(text), end + _LONGEST_SINGLE) if stop < 0 else stop
        possessive = 0
        for match in _SINGLE_CLOSING().finditer(text, end, stop):
            at = match.start()
            if text[at - 1].isspace() or _doubles_between(text, end, at) % 2:
                continue
            before, after = text[at - 1], text[at + 1 : at + 2]
            if before in ".,!?" or not (before == "s" and after == " " and text[at + 2 : at + 3].isalpha()):
                return at
            possessive = possessive or at  # "the workers' rights": close there only if nothing better comes
        return possessive


def _doubles_between(text: str, start: int, stop: int) -> int:
    return text.count('"', start, stop) + text.count("“", start, stop) + text.count("”", start, stop)
