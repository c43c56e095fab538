"""Quotations: what stands inside quote marks, in whole utterances, and whether it is speech at all.

What is quoted inside a quotation belongs to it and is no quotation of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from storydiff.analysis.lexicon import alternation, lexicon
from storydiff.analysis.quote_marks import Marked, marked_stretches
from storydiff.model import Quotation, Report, Sentence, Span
from storydiff.patterns import late

_LONGEST_TAG = 120
_TAG_BETWEEN = re.compile(r"[\s,—–-]{0,3}[^\n.!?\"“”]{2,120}(?:\b[A-Z][a-z]{0,3}\.[^\n.!?\"“”]{1,60}){0,2},\s?\Z")
_CUE_BEFORE = late(
    r"(?:(?<![\w-])(?:as|say|called|labeled|labelled|termed|words?|phrase|chants? of|cries of|shouts of|screams of|message|sign|statement)|:)[\s,]{1,2}(?:the |a |an |it |him |her |them )?\Z"
)
_WORK_BEFORE = re.compile(
    r"\b(?:book|novel|memoir|film|movie|documentary|song|single|album|show|series|sitcom|drama|play|musical|episode|podcast|program|programme|magazine|poem|painting|game|hit|titled|entitled|column|essay|opera|anthem|ballad|thriller|comedy|NBC’s|NBC's|CBS’s|ABC’s|CNN’s|CNN's|Fox’s|BBC’s|HBO’s|on|of)[\s,]{1,2}\Z",
)
_OWNER_BEFORE = re.compile(r"[A-Z][\w.]{1,20}(?:['’]s|s['’])\s\Z")  # `told Channel 9's "Good Morning Saltby"`
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "with",
        "from",
        "by",
        "as",
        "but",
        "nor",
        "vs",
        "is",
        "not",
        "v",
    ]
)


@cache
def _speech_before() -> re.Pattern[str]:
    verbs = alternation(lexicon("speech_tags"))
    return re.compile(rf"(?<![\w-]){verbs}\b[^\n.!?\"“”]{{0,40}}\Z")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(lexicon('speech_tags'))}\b")


def find_quotations(report: Report, sentences: Sequence[Sentence]) -> tuple[Quotation, ...]:
    """The quotations of `report` in reading order; a quotation broken only by its tag is one with several parts."""
    text = report.text
    found: list[Marked] = []
    spoken: list[tuple[Span, ...]] = []  # the parts of each, without white space around them
    for marked in marked_stretches(text):
        parts = _trimmed(text, marked.parts)
        if not parts or _is_stray(text, marked):
            continue
        if found and _goes_on(text, found[-1], marked):
            before = found.pop()
            parts = spoken.pop() + parts
            marked = Marked(before.start, marked.end, before.parts + marked.parts, marked.closed, before.mark)
        found.append(marked)
        spoken.append(parts)
    return tuple([
        Quotation(
            report.sigil, marked.start, marked.end, text[marked.start : marked.end],
            parts, marked.closed, _kind(text, marked),
        )
        for marked, parts in zip(found, spoken, strict=True)
    ])  # fmt: skip


def _is_stray(text: str, marked: Marked) -> bool:
    """A mark that was never closed before a note in brackets."""
    return not marked.closed and text.startswith("(", marked.parts[0].start)


def _trimmed(text: str, parts: Sequence[Span]) -> tuple[Span, ...]:
    kept = []
    for part in parts:
        start, end = part
        piece = text[start:end]
        trimmed = piece.strip()
        if len(trimmed) < end - start:
            left = start + len(piece) - len(piece.lstrip())
            part = Span(left, left + len(trimmed))
        if trimmed:
            kept.append(part)
    return tuple(kept)


def _goes_on(text: str, before: Marked, after: Marked) -> bool:
    """Whether `after` completes the sentence of `before`: `"We looked," Brandt said, "and found nothing."`"""
    if after.start - before.end > _LONGEST_TAG or before.mark in "‘'’" or after.mark in "‘'’":
        return False
    last = text[before.parts[-1].start : before.parts[-1].end].rstrip()[-1:]
    if last not in ",-–—" and not (last in "?!" or last.isalnum()):
        return False
    between = text[before.end : after.start]
    if last.isalnum() and not between.startswith(","):
        return False
    return bool(_TAG_BETWEEN.match(between)) and bool(_verb().search(between))


def _kind(text: str, marked: Marked) -> str:
    """`speech`, `title` of a work, or `scare`: a word or two at arm's length that nobody is said to have spoken."""
    if len(marked.parts) > 1:
        return "speech"
    start, end = marked.parts[0]
    if end - start > 80:
        return "speech"
    content = text[start:end].strip()
    words = _WORD.findall(content)
    is_title = _is_title(content, words)
    if not is_title and (len(words) > 2 or content[-1] in ",?!"):
        return "speech"  # as most quotations
    before = text[max(0, marked.start - 60) : marked.start]
    after = text[marked.end : marked.end + 40]
    if is_title:
        if content[-1] in ",?!" and _verb().search(after.partition(".")[0]):
            return "speech"
        if _WORK_BEFORE.search(before) or _OWNER_BEFORE.search(before):
            return "title"
        if len(words) > 1 and content[-1] not in "?!" and not content.isupper():
            return "speech" if _is_said(before) else "title"
    if len(words) > 2 or content[-1] in ",?!" or content[0] in "[(" or _is_said(before):
        return "speech"
    return "speech" if _verb().match(after.lstrip(" ,")) else "scare"


def _is_said(before: str) -> bool:
    """Whether the words before a quotation announce speech."""
    return bool(_speech_before().search(before) or _CUE_BEFORE().search(before))


def _is_title(content: str, words: list[str]) -> bool:
    """Whether `content` is written as titles of works are."""
    if not words or len(words) > 9 or not words[0][0].isupper() or (content[-1] in "?!,;" and len(words) > 6):
        return False
    return all(word[0].isupper() or word[0].isdigit() or word.lower() in _SMALL for word in words)
