"""Names of bodies and sites that differ in one word: changed, cut short, left out, or written apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from storydiff.checks.common.apart import Apart
from storydiff.checks.names.spellings import inflected
from storydiff.model import Alignment, Analysis, Mention, Name, Verdict
from storydiff.normalise import fold

_TOKEN = re.compile(r"[^\W_][\w.']*")
_LINKS = frozenset({"the", "of", "and", "for", "at", "in"})
_SILENT = frozenset({"byline", "credit", "boilerplate", "title", "heading"})
# Words that stand in many names and do not make two names one.
_PLAIN = frozenset(
    "hospital medical center centre health clinic trauma general regional memorial university college school high elementary middle church park county"
    " city state police sheriffs fire department office service services court street road avenue us national american united north south east west new"
    " old club bar restaurant market store apartments association union company group unit task force baptist catholic first community public district".split()
)
# Words for a kind of site that are taken for one another by mistake; two sites of one name may differ in no other.
_KINDS = (
    frozenset({"medical", "health", "hospital", "trauma", "healthcare"}),
    frozenset({"college", "university", "institute", "academy"}),
    frozenset({"elementary", "middle", "high"}),
    frozenset({"road", "street", "avenue"}),
    frozenset({"hotel", "motel", "inn"}),
)
_SITES = frozenset({"center", "centre", "hospital", "clinic", "college", "university", "school", "institute", "academy", "hotel", "motel", "inn"})  # fmt: skip
_ENDS = frozenset(
    {
        "service",
        "department",
        "office",
        "patrol",
        "bureau",
        "agency",
        "hospital",
        "center",
        "college",
        "university",
        "school",
    }
)
_EITHER_WAY = ("crime stoppers", "health care", "new year")  # written apart or together as the house likes it
_MAY_DROP = frozenset({"representatives", "circuit"})  # the House Ethics Committee, the U.S. Court of Appeals
_HEAD = 3  # letters that two words begin with alike, to be one word misread

_CUT, _MISREAD, _APART = "one word cut short", "one word misread", "written apart and together"
_SLIPS = frozenset({_CUT, _MISREAD})  # which a report may make in one place and not in another

Form = tuple[str, ...]


def misnamed(alignment: Alignment) -> Iterator[Apart]:
    """Names that one report has one way and another report another way, and neither has both."""
    where: dict[Form, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for analysis in alignment.analyses:
        for form, mention in _forms(analysis):
            where[form][analysis.sigil].append(mention)
    for one, other in _near(where):
        why, verdict = _differ(one, other)
        if why in _SLIPS or (why and not where[one].keys() & where[other].keys()):
            readings = {
                " ".join(form): [mention for found in where[form].values() for mention in found]
                for form in (one, other)
            }
            if _house_style(why, [mention.text for found in readings.values() for mention in found]):
                continue
            longest = " ".join(max((len(form), form) for form in (one, other))[1])
            yield Apart(f"name of {readings[longest][0].text}", readings, why, True, verdict)


def _house_style(why: str, texts: Sequence[str]) -> bool:
    """Whether only a hyphen or a possessive makes the difference."""
    if why == _APART:
        return any("-" in text for text in texts)
    return why == _CUT and any("'s" in text or "’s" in text for text in texts)


def _forms(analysis: Analysis) -> Iterator[tuple[Form, Mention]]:
    """The names of bodies and sites, and the names that longer ones begin with, each as its words."""
    for name in analysis.names:
        if name.kind == "person" and " " not in name.text:
            continue
        sentence = analysis.sentence_at(name.start)
        if sentence is None or sentence.kind in _SILENT or analysis.report.text[name.start : name.end].isupper():
            continue
        words = [(_plain(match[0]), name.start + match.end()) for match in _TOKEN.finditer(name.text.replace("’", "'"))]
        kept = [(word, end) for word, end in words if word and word not in _LINKS]
        form = tuple(word for word, _ in kept)
        if name.kind != "person" and len(form) >= 1:
            yield form, name
            for size in range(2, len(form)):
                if form[size - 1] in _ENDS:
                    yield form[:size], _head(name, kept[size - 1][1])


def _head(name: Name, end: int) -> Mention:
    return Mention(name.sigil, name.start, end, name.text[: end - name.start])


def _plain(word: str) -> str:
    return fold(word).replace(".", "").replace("'", "")


def _near(forms: dict[Form, dict[str, list[Mention]]]) -> Iterator[tuple[Form, Form]]:
    """Pairs of names that are the same but for one word, or but for the blanks."""
    buckets: dict[tuple[str, ...], list[Form]] = defaultdict(list)
    for form in sorted(forms):
        buckets[("", "".join(form))].append(form)
        if len(form) >= 2:
            buckets[("-", *form)].append(form)
            for index in range(len(form)):
                buckets[("?", *form[:index], "", *form[index + 1 :])].append(form)
                if len(form) >= 4:
                    buckets[("-", *form[:index], *form[index + 1 :])].append(form)
    seen: set[tuple[Form, Form]] = set()
    for bucket in buckets.values():
        for pair in combinations(dict.fromkeys(bucket), 2):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _differ(one: Form, other: Form) -> tuple[str, Verdict]:
    """Why two forms are one name and what to make of it; "" where they are two names."""
    if "".join(one) == "".join(other):
        told = _joined(one) != _joined(other) and len("".join(one)) >= 6
        return (_APART if told else ""), Verdict.DIFFERENCE
    if len(one) == len(other):
        index = next(i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b)
        return _changed(one, other, index)
    if abs(len(one) - len(other)) != 1:
        return "", Verdict.DIFFERENCE
    short, long = sorted((one, other), key=len)
    inner = len(short) >= 3 and short[0] == long[0] and short[-1] == long[-1]
    left_out = (
        inner and not (set(long) - set(short)) <= _MAY_DROP and set(short) - _PLAIN and set(long) - set(short) - _PLAIN
    )
    return ("a word is left out" if left_out else ""), Verdict.DIFFERENCE


def _joined(form: Form) -> str:
    """The name with those words as one that the house writes apart or together."""
    name = " ".join(form)
    for words in _EITHER_WAY:
        name = name.replace(words, words.replace(" ", ""))
    return name


def _changed(one: Form, other: Form, index: int) -> tuple[str, Verdict]:
    a, b = one[index], other[index]
    rest = one[:index] + one[index + 1 :]
    own = [word for word in rest if word not in _PLAIN]
    kinds = any({a, b} <= kind for kind in _KINDS)
    if kinds and own and one[-1] in _SITES and other[-1] in _SITES:
        return "two kinds of site", Verdict.CONFLICT
    if a.isdigit() or b.isdigit() or min(len(a), len(b)) < 4 or len(rest) < 2:
        return "", Verdict.CONFLICT
    short, long = sorted((a, b), key=len)
    plural = long == short + "s"  # or a possessive, of which the house's style leaves the mark or the letter out
    if long.startswith(short) and len(long) - len(short) <= 4 and not plural and not inflected(short, long):
        return _CUT, Verdict.CONFLICT
    misread = len(rest) >= 3 and a[:_HEAD] == b[:_HEAD] and len(a) == len(b) >= 6
    return (_MISREAD, Verdict.CONFLICT) if misread else ("", Verdict.CONFLICT)
