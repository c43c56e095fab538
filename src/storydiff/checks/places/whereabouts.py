"""Places that are told in like words or against one other place: sites, crossings, inside or outside a town, doors away."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from storydiff.checks.common.apart import Apart
from storydiff.checks.common.linked import found_in_links
from storydiff.checks.places.addresses import of_others, street
from storydiff.model import Alignment, Analysis, Mention, Place, Sentence, Verdict, within
from storydiff.normalise import lower
from storydiff.patterns import late

_SITES = frozenset({"hospital", "venue"})
_INTO = frozenset({"in", "into", "at", "to", "inside", "outside", "near"})
_PLAIN = frozenset(
    "hospital medical center centre health the of at and trauma clinic university station police school high church club st saint".split()
)
_DOORS = late(
    r"\b(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|several) (?P<scale>houses|doors|buildings|homes|blocks|house|door|building|home|block) away\b",
    re.IGNORECASE,
)
_AWAY = re.compile(r"(?:houses?|doors?|buildings?|homes?|blocks?) away")
_OUTSIDE = late(r"\b(?:just )?outside (?:of )?(?P<town>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})")
_IN_OR_NEAR = re.compile(r"\b(in|near) (?:rural |the town of )?\Z")
_AT_HOME = re.compile(r"\b(?:home|house|residence|apartment|farm|trailer)\b")
SCENE = re.compile(
    r"\b(?:home|house|residence|apartment|shooting|shot|killed|found dead|bodies|crash|fire|fired|gunfire|explosion|happened|occurred|wounded|injured|attack"
    r"|stabbed|robbery|responded)\b"
)


def sites(alignment: Alignment) -> Iterator[Apart]:
    """Two sites behind the same two words ("walked into") of sentences that tell the same."""
    found: dict[str, dict[str, list[Mention]]] = {}
    for link, left, right in found_in_links(alignment, _behind):
        shared = left.keys() & right.keys()
        if not shared or of_others(alignment, link.a, link.b):
            continue
        for before in shared:
            a, b = left[before], right[before]
            if (
                _other_site(a, b)
                and not _tells(alignment, a, b.sigil, link.b)
                and not _tells(alignment, b, a.sigil, link.a)
            ):
                group = found.setdefault(before, {})
                for place in (a, b):
                    group.setdefault(place.key, []).append(place)
    for before, readings in sorted(found.items()):
        yield Apart(f"{before} where", readings, f"two sites behind “{before}”", True, Verdict.DIFFERENCE)


def _behind(analysis: Analysis, sentence: Sentence) -> dict[str, Place]:
    """The two words before a site, without an article, → the site."""
    found = {}
    for place in within(analysis.places, sentence.start, sentence.end):
        if place.kind not in _SITES:
            continue
        words = analysis.report.text[max(sentence.start, place.start - 40) : place.start].lower().split()
        words = [word for word in words if word not in ("the", "a", "an", "nearby")][-2:]
        if len(words) == 2 and words[1] in _INTO and words[0].isalpha():
            found[" ".join(words)] = place
    return found


def _other_site(a: Place, b: Place) -> bool:
    one, other = (set(re.findall(r"[^\W_]+", place.key)) - _PLAIN for place in (a, b))
    return bool(one and other) and not one & other


def _tells(alignment: Alignment, place: Place, sigil: str, sentence: Sentence) -> bool:
    """Whether the other sentence has the place too; for two hospitals, whether the other report has: a patient may be moved."""
    analysis = alignment.analysis(sigil)
    own = set(re.findall(r"[^\W_]+", place.key)) - _PLAIN
    here = within(analysis.places, sentence.start, sentence.end)
    hospitals = place.kind == "hospital" and all(one.kind != "venue" for one in here)
    return any(own <= set(one.key.split()) for one in (analysis.places if hospitals else here))


def plurals(alignment: Alignment) -> Iterator[Apart]:
    """One house number or block on a street whose name has a final s in some reports only."""
    by_number: dict[tuple[int, bool], dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for analysis in alignment.analyses:
        for place in analysis.places:
            if place.kind in ("address", "block") and (at := street(place)).number:
                by_number[at.number, at.block][at.base].append(place)
    for (number, _), bases in sorted(by_number.items()):
        for a, b in combinations(sorted(bases), 2):
            if a + "s" == b:
                readings: dict[str, list[Mention]] = {a: [*bases[a]], b: [*bases[b]]}
                yield Apart(f"street at {number}", readings, "one number on two streets")


def doors_away(alignment: Alignment) -> Iterator[Apart]:
    """How many houses, doors or blocks away something was, where each report tells it once."""
    readings: dict[str, list[Mention]] = {}
    for analysis in alignment.analyses:
        text = analysis.report.text
        told = list(_DOORS().finditer(text)) if _AWAY.search(lower(text)) else []
        if len(told) == 1:
            match = told[0]
            mention = Mention(analysis.sigil, match.start(), match.end(), match[0])
            if not analysis.is_quoted(mention):
                readings.setdefault(match[0].lower(), []).append(mention)
    if len(readings) > 1:
        yield Apart("how far away", readings, "different distances", True, Verdict.DIFFERENCE)


def inside_or_outside(alignment: Alignment) -> Iterator[Apart]:
    """A scene that lies in a part of a town in one report and south of it, or just outside it, in another."""
    told: dict[str, dict[str, dict[str, list[Mention]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for analysis in alignment.analyses:
        for town, side, mention in _sides(analysis):
            told[town][side][analysis.sigil].append(mention)
    for town, by_side in sorted(told.items()):
        inside, outside = by_side.get("in", {}), by_side.get("out", {})
        if inside and outside and not inside.keys() & outside.keys():
            readings = {
                f"{side} {town}": [mention for found in reports.values() for mention in found]
                for side, reports in (("in", inside), ("outside", outside))
            }
            yield Apart(
                f"in or outside {town.title()}",
                readings,
                "a part of a town does not lie outside it",
                True,
                Verdict.DIFFERENCE,
            )


def in_or_near(alignment: Alignment) -> Iterator[Apart]:
    """A scene that lies in a town in some reports and only near it in others."""
    told: dict[str, dict[str, dict[str, list[Mention]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for analysis in alignment.analyses:
        text = analysis.report.text
        for place in analysis.places:
            match = _IN_OR_NEAR.search(text, max(0, place.start - 12), place.start) if place.kind == "town" else None
            sentence = analysis.sentence_at(place.start)
            if match and sentence and match.start() >= sentence.start and _AT_HOME.search(sentence.text):
                mention = Mention(analysis.sigil, match.start(), place.end, text[match.start() : place.end])
                told[place.key][match[1]][analysis.sigil].append(mention)
    for town, sides in sorted(told.items()):
        inside, near = sides.get("in", {}), sides.get("near", {})
        if inside and near and not inside.keys() & near.keys():
            readings = {
                f"{side} {town}": [mention for found in reports.values() for mention in found]
                for side, reports in (("in", inside), ("near", near))
            }
            yield Apart(f"in or near {town.title()}", readings, "in the town or only near it", True, Verdict.DIFFERENCE)


def _sides(analysis: Analysis) -> Iterator[tuple[str, str, Mention]]:
    for place in analysis.places:
        sentence = analysis.sentence_at(place.start)
        if place.kind != "relative" or sentence is None or not SCENE.search(sentence.text) or analysis.is_quoted(place):
            continue
        words = place.text.split()
        if " of " not in place.text and " from " not in place.text and words[0][0].islower():
            yield place.within, "in", place
        elif place.text.split(" of ")[0].split()[-1].islower() and " from " not in place.text and len(words) <= 5:
            yield place.within, "out", place
    text = analysis.report.text
    for match in _OUTSIDE().finditer(text) if "outside" in text else ():
        town = match["town"].lower()
        sentence = analysis.sentence_at(match.start())
        if (
            sentence
            and SCENE.search(sentence.text)
            and any(one.key == town and one.kind == "town" for one in analysis.places)
        ):
            yield town, "out", Mention(analysis.sigil, match.start(), match.end(), match[0])
