"""What kind of happening it was ("accidental", "gang-related", "murder-suicide"): sure in one report, and in no place of another.

These words tell by themselves what is doubted, wherever they stand, so the sentences need not be alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import NamedTuple

from storydiff.checks.common.claims import Told
from storydiff.checks.common.happenings import of_another
from storydiff.checks.telling.hedged_claims import OPEN, Doubt
from storydiff.model import Alignment, Analysis, Hedge, Mention, Rung, Sentence, Span, within
from storydiff.normalise import lower
from storydiff.patterns import late

# Kind → the words for it. Source: the storydiff maintainers.
_KINDS = {
    "accidental": r"accidental(?:ly)?(?:\sself-inflicted)?(?:\s(?:shooting|discharge|shot|shooting|fire|death|gunshot\swound|overdose|drowning|explosion))?",
    "gang-related": r"gang[\s-]related",
    "drug-related": r"drug[\s-]related",
    "race-related": r"(?:race[\s-]related|racially\smotivated|hate\scrimes?)",
    "murder-suicide": r"murder[\s-]suicide",
    "self-inflicted": r"self-inflicted(?:\s(?:gunshot|bullet|stab))?(?:\swounds?)?",
    "targeted": r"(?:(?:was|were|been)\s(?:specifically\s|deliberately\s|intentionally\s)?targeted|targeted\s(?:attack|shooting|killing))",
    "random": r"random\s(?:act|shooting|attack|killing|violence|crime)",
    "domestic": r"domestic[\s-](?:violence|dispute|disturbance|incident|argument|related)",
    "retaliation": r"(?:in\sretaliation|retaliatory|revenge\s(?:shooting|attack|killing))",
    "arson": r"(?:(?:was|were)\s(?:deliberately|intentionally)\sset|set\s(?:deliberately|intentionally)|case\sof\sarson|arson\s(?:attack|fire))",
    "terrorism": r"(?:acts?\sof\sterror(?:ism)?|terror(?:ist)?\sattack)",
    "road rage": r"road[\s-]rage(?:\s(?:incident|shooting|attack))?",
    "self-defence": r"in\sself[\s-]defen[cs]e",
    "stray bullet": r"stray\sbullets?",
    "after an argument": r"(?:after|following|during|from|by|of|over|with|as)\san?\s(?:(?:ongoing|verbal|heated|apparent|earlier|physical)\s)?(?:argument|dispute|altercation|fight|quarrel|feud)",
}  # fmt: skip
_KIND = {kind: late(rf"\b{words}\b") for kind, words in _KINDS.items()}
_ANY = late("|".join(rf"(?P<k{n}>\b{words}\b)" for n, words in enumerate(_KINDS.values())))
_NAMES = tuple(_KINDS)
_TELLING = frozenset({"sentence", "bullet"})
# Said of cases at large, or of a charge or a name that holds the word.
_NO_CLAIM = late(
    r"\b(?:unit|task\sforce|shelter|hotline|charged?|charges|prevent\w*|awareness|advocates?|history|histories|convict\w*|registered|statistics|rise|increase|law|bill)\b"
)
_BREAK = late(r"[,;:]")


class _Use(NamedTuple):
    analysis: Analysis
    sentence: Sentence
    place: Mention
    hedge: Hedge | None


def doubted_kinds(alignment: Alignment) -> Iterator[Doubt]:
    """Where one report tells the kind of the happening in doubt throughout, and another without a doubt."""
    doubted_somewhere = {kind for analysis in alignment.analyses for kind in _near_hedges(analysis)}
    for kind in sorted(doubted_somewhere):
        uses = [use for analysis in alignment.analyses if (use := _told(analysis, kind)) is not None]
        for doubted, sure in permutations(uses, 2):
            if doubted.hedge is not None and sure.hedge is None:
                again = Told(sure.sentence, Span(sure.place.start, sure.place.end), frozenset({kind}))
                claim = Span(doubted.place.start, doubted.place.end)
                yield Doubt(doubted.analysis, doubted.hedge, claim, sure.analysis, again, True)


def _near_hedges(analysis: Analysis) -> Iterator[str]:
    """The kinds in sentences that hold a hedge; few sentences do, so that the others need not be read."""
    text = lower(analysis.report.text)
    sentences = {sentence for hedge in analysis.hedges if (sentence := analysis.sentence_at(hedge.start)) is not None}
    for sentence in sentences:
        for match in _ANY().finditer(text, sentence.start, sentence.end):
            yield _NAMES[int((match.lastgroup or "k0")[1:])]


def _told(analysis: Analysis, kind: str) -> _Use | None:
    """The first use of the words of `kind`; none where the report tells it both in doubt and without, or denies it."""
    first: _Use | None = None
    text = lower(analysis.report.text)
    for match in _KIND[kind]().finditer(text):
        sentence = analysis.sentence_at(match.start())
        place = Mention(analysis.sigil, match.start(), match.end(), analysis.report.text[match.start() : match.end()])
        if sentence is None or sentence.kind not in _TELLING or analysis.is_quoted(place):
            continue
        if of_another(analysis, sentence) or _NO_CLAIM().search(text, sentence.start, sentence.end):
            return None
        negations = within(analysis.negations, sentence.start, sentence.end)
        hedge = _hedge(analysis, sentence, place)
        if hedge is None and OPEN().search(text, sentence.start, match.start()):
            return None
        if any(one.scope.start < match.end() and match.start() < one.scope.end for one in negations):
            return None
        if first is not None and (first.hedge is None) != (hedge is None):
            return None
        first = first or _Use(analysis, sentence, place, hedge)
    return first


def _hedge(analysis: Analysis, sentence: Sentence, place: Mention) -> Hedge | None:
    """The hedge whose scope holds the words, with no comma between."""
    text = analysis.report.text
    near = within(analysis.hedges, sentence.start, sentence.end)
    hedges = [one for one in near if not _BREAK().search(text, one.end, place.start)]
    held = (
        one for one in hedges if one.scope.start <= place.start < one.scope.end or place.start <= one.start < place.end
    )
    return next((one for one in held if one.rung is not Rung.DENIED), None)
