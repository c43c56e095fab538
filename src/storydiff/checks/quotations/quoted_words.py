"""Quotations as words that can be compared: typography, house style and fillers gone, every word with its place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter

from rapidfuzz.fuzz import ratio

from storydiff.checks.common.once import once
from storydiff.model import Alignment, Analysis, Quotation, Sentence, Span
from storydiff.normalise import typography

CUT = "…"
"""The key of a declared cut: an ellipsis, words in brackets, or a break by "she said"."""

_TOKEN = re.compile(
    r"(?P<initial>\[[^\W\d_]\](?=[^\W\d_]))?"  # "[T]he": another case of the letter, the same word
    r"(?:(?P<cut>…|\.{2,}|\.(?:\s\.)+|\[[^\]\n]{0,80}\]|\([^()\n]{0,60}\))"
    r"|(?P<word>\d[\d,]*(?:\.\d+|(?:st|nd|rd|th)\b)?|[^\W\d_]+(?:['’][^\W\d_]+)*(?:\*+[^\W\d_]*)*)(?P<ending>\[[^\W\d_]{1,5}\])?|(?P<sign>[%&]))"
)
_FUNCTION = frozenset(
    "a an the this that these those and or but nor so if then than as at by for from in into of off on onto out over to up with without"
    " is are was were be been being am do does did has have had having got get will would shall should can could may might must"
    " i you he she it we they me him her us them my your his its our their who whom whose which what when where why how there here"
    " not no just very really also too well i'm we're it's that's he's she's they're there's i've we've don't didn't".split()
)
_STYLE = {
    "%": "percent", "okay": "ok", "o.k": "ok", "until": "till", "'til": "till", "yeah": "yes", "mum": "mom", "mama": "momma",
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th", "seventh": "7th", "eighth": "8th",
    "ninth": "9th", "tenth": "10th", "eleventh": "11th", "twelfth": "12th", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16", "seventeen": "17",
    "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70",
    "eighty": "80", "ninety": "90", "towards": "toward", "whilst": "while", "amongst": "among", "grey": "gray", "mr": "mister",
    "sen": "senator", "sens": "senators", "gov": "governor", "rep": "representative", "reps": "representatives", "dr": "doctor",
    "lt": "lieutenant", "sgt": "sergeant", "gen": "general", "col": "colonel", "capt": "captain", "st": "saint", "prof": "professor",
    "pres": "president", "vs": "versus",
}  # fmt: skip
_SPELLING = (
    (re.compile(r"our(?=(?:s|ed|ing|ite|ites|able|hood|hoods|ly|er|ers)?\Z)"), "or"),
    (re.compile(r"is(?=(?:e|es|ed|ing|ation|ations|er|ers)\Z)"), "iz"),
    (re.compile(r"ys(?=(?:e|es|ed|ing)\Z)"), "yz"),
    (re.compile(r"tre(?=s?\Z)"), "ter"),
    (re.compile(r"bre(?=s?\Z)"), "ber"),
    (re.compile(r"ogue(?=s?\Z)"), "og"),
    (re.compile(r"ll(?=(?:ed|ing|er|ers|or|ors)\Z)"), "l"),
    (re.compile(r"ence(?=s?\Z)"), "ense"),
)
_CLIPPED = {
    "gonna": "going to", "wanna": "want to", "gotta": "got to", "'em": "them", "cause": "because", "'cause": "because", "kinda": "kind of",
    "lemme": "let me", "gimme": "give me", "dunno": "don't know", "outta": "out of", "percent": "per cent", "alot": "a lot",
}  # fmt: skip
_NEAR = 80  # attributions that begin before the end of a quotation, one of which may hold it
_MOST_WORDS = 2000  # of a quotation that are compared: a whole speech; what is longer has lost its closing mark
_SAME_SURNAME = 80  # rapidfuzz ratio of two spellings of one surname
FILLERS = frozenset("uh um er ah hmm mm eh".split())
_NO_NAME = frozenset("him them me us by about".split())  # words of a clause that was taken for a source
_PRONOUNS = frozenset("he she they it we i".split())
_NEGATED = re.compile(r"n't\Z")
_ENDINGS = (("'re", " are"), ("'ll", " will"), ("'ve", " have"), ("'m", " am"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word inside quote marks. `key`: comparable form, `CUT` for a declared cut. `sentence`: number of its sentence.

    `bracket`: where words in brackets are the cut, those words; two reports that have the same ones cut nothing there.
    """

    key: str
    start: int
    end: int
    sentence: int
    weight: float
    bracket: str = ""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation with its words, and who is credited.

    `speaker`: a comparable key, `shown`: as the report has it, "" if unknown. `kind`: as in `Attribution.source_kind`.
    """

    sigil: str
    quotation: Quotation
    words: tuple[Word, ...]
    speaker: str = ""
    shown: str = ""
    kind: str = "none"


@once
def all_quoted(alignment: Alignment) -> tuple[Quoted, ...]:
    """The quotations of all reports that hold two or more words and are no titles of works."""
    found = []
    for analysis in alignment.analyses:
        for quotation in analysis.quotations:
            if quotation.kind == "title":
                continue
            words = tuple(islice(_words(analysis, quotation), _MOST_WORDS))
            if sum(word.key != CUT for word in words) >= 2:
                found.append(Quoted(analysis.sigil, quotation, words, *speaker_of(analysis, quotation)))
    return tuple(found)


def speaker_of(analysis: Analysis, quotation: Quotation) -> tuple[str, str, str]:
    """Who is credited with `quotation`: key, words and kind of the source; "", "", "none" where the report does not tell.

    Of several attributions that hold it (a report of what was said holds what was said), the one with the least content.
    """
    until = bisect_left(analysis.attributions, quotation.end, key=attrgetter("start"))
    holding = [
        (sum(content.end - content.start for content in attribution.content), attribution.start, attribution)
        for attribution in analysis.attributions[max(0, until - _NEAR) : until]
        if attribution.source is not None
        and any(content.start < quotation.end and quotation.start < content.end for content in attribution.content)
    ]
    if not holding:
        return "", "", "none"
    _, _, nearest = min(holding, key=lambda entry: entry[:2])
    return nearest.source_key, nearest.source.text if nearest.source else "", nearest.source_kind


def same_speaker(a: Quoted, b: Quoted) -> bool | None:
    """Whether two reports credit one speaker; None where it can't be told (a body speaks through a person, one is not named)."""
    if not a.speaker or not b.speaker:
        return None
    one, two = a.speaker.split(), b.speaker.split()
    if a.speaker == b.speaker or set(one) <= set(two) or set(two) <= set(one):
        return True
    if ratio(one[-1], two[-1]) >= _SAME_SURNAME:  # misspelled, perhaps
        return True
    return False if a.kind == b.kind == "named" else None


def is_named(one: Quoted) -> bool:
    """Whether the report itself names the speaker there, not by a pronoun or a role."""
    if one.shown.lower() in _PRONOUNS or not _NO_NAME.isdisjoint(one.shown.lower().split()):
        return False
    return one.kind == "named" and bool(one.shown) and any(word[0].isupper() for word in one.shown.split()[-1:])


def _words(analysis: Analysis, quotation: Quotation) -> Iterator[Word]:
    for number, part in enumerate(quotation.parts):
        if number:
            yield Word(CUT, part.start, part.start, _number(analysis, part.start), 0.0)
        text = typography_kept(analysis.report.text[part.start : part.end])
        sentences = _Sentences(analysis, part)
        for match in _TOKEN.finditer(text):
            start, end = part.start + match.start(), part.start + match.end()
            if match["cut"] or match["ending"]:
                bracket = match[0] if match[0][0] in "[(" else ""
                yield Word(CUT, start, end, sentences.at(start), 0.0, bracket)
                continue
            key = key_of(match[0].replace("[", "").replace("]", "") if match["initial"] else match[0])
            if key not in FILLERS:
                yield Word(key, start, end, sentences.at(start), weight_of(key))


def typography_kept(text: str) -> str:
    """`text` with one form of apostrophe, of the same length."""
    return text.replace("’", "'").replace("‘", "'").replace("´", "'").replace("`", "'")


def _number(analysis: Analysis, offset: int) -> int:
    sentence = analysis.sentence_at(offset)
    return sentence.number if sentence else 0


class _Sentences:
    """The number of the sentence at offsets that only grow."""

    def __init__(self, analysis: Analysis, part: Span) -> None:
        first = analysis.sentence_at(part.start)
        self.sentences: Sequence[Sentence] = analysis.sentences
        self.index = first.number - 1 if first else 0

    def at(self, offset: int) -> int:
        while self.index + 1 < len(self.sentences) and self.sentences[self.index + 1].start <= offset:
            self.index += 1
        return self.index + 1


def key_of(word: str) -> str:
    """The comparable form of a word."""
    lower = typography(word).lower().replace(",", "")
    return _STYLE.get(lower, lower)


def weight_of(key: str) -> float:
    """How much a shared word tells: function words half."""
    return 0.5 if key in _FUNCTION else 1.0


def same_in_house_style(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two runs of keys are one wording written by the rules of two houses."""
    if "".join(a).replace("'s", "s") == "".join(b).replace("'s", "s") or _initials(a, b) or _initials(b, a):
        return True
    if len(a) == len(b) == 1 and _masked(a[0], b[0]):
        return True
    return _plain(a) == _plain(b)


def same_but_contracted(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two runs of keys differ only by a contraction ("don't", "do not"), or by an "&" written out."""
    one, two = _expanded(a), _expanded(b)
    if one == two:
        return True
    return any(_open_s(x, y) == y for x, y in ((one, two), (two, one)))


def _open_s(a: list[str], b: list[str]) -> list[str]:
    """`a` with each "he's" read as `b` has it ("he is", "he has"), each "he'd" likewise."""
    opened: list[str] = []
    for key in a:
        stem, mark, _ = key.rpartition("'")
        following = b[len(opened) + 1] if len(opened) + 1 < len(b) else ""
        if mark and following in {"is", "has", "would", "had", "us"}:
            opened += [stem, following]
        else:
            opened.append(key)
    return opened


def _expanded(keys: Sequence[str]) -> list[str]:
    text = " ".join("and" if key == "&" else key for key in keys)
    out = []
    for key in text.split():
        if key in {"can't", "cannot"}:
            out += ["can", "not"]
        elif key == "won't":
            out += ["will", "not"]
        elif _NEGATED.search(key):
            out += [key[:-3], "not"]
        else:
            for ending, full in _ENDINGS:
                if key.endswith(ending):
                    out += (key[: -len(ending)] + full).split()
                    break
            else:
                out.append(key)
    return out


def _plain(keys: Sequence[str]) -> list[str]:
    text = " ".join(_CLIPPED.get(key, key) for key in keys)
    return [_spelled(word) for word in text.split() if word not in FILLERS]


def _spelled(word: str) -> str:
    if len(word) < 5:
        return word
    for pattern, to in _SPELLING:
        word = pattern.sub(to, word)
    return word


def _initials(short: Sequence[str], full: Sequence[str]) -> bool:
    """ "CEO" for "chief executive officer" or "chief executive"."""
    if len(short) != 1 or len(full) < 2:
        return False
    return (
        short[0].replace(".", "")[: len(full)] == "".join(word[0] for word in full) and len(short[0]) - len(full) <= 1
    )


def _masked(a: str, b: str) -> bool:
    """A word and the same with letters starred out."""
    if "*" not in a + b:
        return False
    starred, full = (a, b) if "*" in a else (b, a)
    head, tail = starred.partition("*")[0], starred.rpartition("*")[2]
    return full.startswith(head) and full.endswith(tail)
