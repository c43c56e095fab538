"""What is still to come in one report, and has happened in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from storydiff.checks.common.claims import inside_quotation
from storydiff.checks.common.linked import looked_at_once
from storydiff.model import Alignment, Analysis, Mention, Sentence
from storydiff.normalise import lower
from storydiff.patterns import late

# Deeds that news announces beforehand, with the forms that tell them as done. Source: the storydiff maintainers.
_DONE = {
    "leave": "left|departed|took off|flew out", "depart": "departed|left|took off", "take off": "took off|left|departed", "be flown": "flown|flew|left",
    "fly": "flew|flown", "arrive": "arrived|landed", "land": "landed|arrived", "travel": "travell?ed", "return": "returned", "visit": "visited",
    "meet": "met", "speak": "spoke|addressed", "address": "addressed|spoke", "appear": "appeared", "testify": "testified", "attend": "attended",
    "sign": "signed", "vote": "voted", "approve": "approved", "pass": "passed", "reject": "rejected", "veto": "vetoed", "introduce": "introduced",
    "announce": "announced|unveiled", "unveil": "unveiled|announced", "release": "released|published", "publish": "published|released", "issue": "issued",
    "file": "filed", "endorse": "endorsed", "nominate": "nominated|named", "name": "named", "appoint": "appointed|named", "resign": "resigned|stepped down",
    "step down": "stepped down|resigned", "retire": "retired", "withdraw": "withdrew|withdrawn", "open": "opened", "reopen": "reopened", "close": "closed",
    "launch": "launched", "begin": "began|started", "start": "started|began", "end": "ended", "lift": "lifted", "impose": "imposed", "ban": "banned",
    "suspend": "suspended", "raise": "raised", "cut": "cut", "send": "sent", "deploy": "deployed", "strike": "struck", "evacuate": "evacuated",
    "be sentenced": "sentenced", "be arraigned": "arraigned", "be charged": "charged", "plead": "pleaded", "be released": "released", "rule": "ruled",
}  # fmt: skip
_PLANNED = re.compile(
    r"\b(?:expected|scheduled|due|set|planning|plans?|planned|preparing|about|intends?|going|will)\s(?:to\s)?(?:(?:officially|formally|soon|also|still)\s){0,2}"
    rf"(?P<deed>{'|'.join(sorted(_DONE, key=len, reverse=True))})\b"
)
_NOT_DONE = late(
    r"\b(?:to|will|would|could|should|may|might|be|not|never|previously|earlier|expected|scheduled|already|once|last\s\w+)\s(?:\w+ly\s)?\Z|n['’]t\s\Z"
)
_SURE = 0.75  # of a link: below it the deeds tend to be two


class Plan(NamedTuple):
    """A deed, where it is planned, and where it is done."""

    deed: str
    planned: Mention
    done: Mention


def plans(alignment: Alignment) -> Iterator[Plan]:
    """Deeds that are planned in one of two sentences that tell the same, and done in the other."""
    planned_in = looked_at_once(_planned)
    for link in alignment.links:
        if link.score >= _SURE:
            for first, second in ((link.a, link.b), (link.b, link.a)):
                if found := planned_in(first):
                    planner, doer = alignment.analysis(first.sigil), alignment.analysis(second.sigil)
                    yield from _between(planner, first, found, doer, second)


def _planned(sentence: Sentence) -> list[re.Match[str]]:
    return list(_PLANNED.finditer(lower(sentence.text)))


def _between(
    planner: Analysis, first: Sentence, found: list[re.Match[str]], doer: Analysis, second: Sentence
) -> Iterator[Plan]:
    text, other = lower(first.text), lower(second.text)
    for match in found:
        done = _done(other, match["deed"])
        rest = f"{text[: match.start()]} {text[match.end() :]}"
        if done is None or re.search(rf"\b(?:{_DONE[match['deed']]})\b", rest):
            continue
        planned = _mention(first, match.start(), match.end())
        place = _mention(second, done.start(), done.end())
        if not inside_quotation(planner, planned.start, planned.end) and not inside_quotation(
            doer, place.start, place.end
        ):
            yield Plan(match["deed"], planned, place)


def _done(text: str, deed: str) -> re.Match[str] | None:
    if any(planned["deed"] == deed for planned in _PLANNED.finditer(text)):
        return None
    found = re.finditer(rf"\b(?:{_DONE[deed]})\b", text)
    return next((one for one in found if not _NOT_DONE().search(text, max(0, one.start() - 30), one.start())), None)


def _mention(sentence: Sentence, start: int, end: int) -> Mention:
    return Mention(sentence.sigil, sentence.start + start, sentence.start + end, sentence.text[start:end])
