"""What happened to the counted: killed, wounded, arrested … from the verbs and nouns around a number."""

from __future__ import annotations

import re
from functools import cache

from storydiff.analysis.beside import word_after
from storydiff.analysis.lexicon import alternation, table
from storydiff.analysis.words import phrases_of
from storydiff.patterns import late

_AUXILIARIES = (
    "was were remain remains remained went is are be been being have has had also later then reportedly allegedly fatally critically "
    "seriously slightly badly severely injured wounded shot killed reported confirmed pronounced declared found left listed feared "
    "believed presumed still said to and both all each in taken into currently now apparently officially initially accidentally "
    "moderately lightly gravely mortally or may might could will would"
).split()
_BE = frozenset({"was", "were", "is", "are", "be", "been", "being", "left", "pronounced", "declared", "found", "reported", "confirmed", "feared", "believed", "listed", "to"})  # fmt: skip
_ACTIVE = frozenset({"have", "has", "had", "and"})
_NEVER_ACTIVE = frozenset({"dead", "died", "die", "dies", "perished", "missing", "unaccounted", "custody", "homeless", "deceased", "survived"})  # fmt: skip
_OBJECT = re.compile(
    r"(?:\s{1,3}(?:and|or)\s{1,3}\w{1,20})?\s{1,3}(?:an?|the|his|her|their|its|him|them|each|one|two|three|four|five|six|"
    r"several|another|at\sleast|more\sthan|\d)\b"
)
_LAST_WORDS = re.compile(r"[\w'’-]{1,30}")
_SKIP = frozenset(
    [
        "a",
        "an",
        "the",
        "another",
        "other",
        "others",
        "all",
        "both",
        "these",
        "those",
        "some",
        "up",
        "to",
        "least",
        "more",
        "than",
        "over",
        "about",
        "around",
        "nearly",
        "almost",
        "approximately",
        "roughly",
        "as",
        "many",
        "much",
        "estimated",
        "an",
        "further",
        "additional",
        "in",
        "excess",
        "of",
        "no",
        "fewer",
        "less",
        "just",
        "only",
        "and",
        "or",
        "between",
        "from",
        "any",
        "his",
        "her",
        "their",
    ]
)
_TOLL = late(
    r"(?:(?:death|casualty)\s{1,3}toll|(?:number|count)\s{1,3}of\s{1,3}(?:the\s{1,3}|people\s{1,3}|those\s{1,3}){0,2}"
    r"(?:dead|deaths|killed|fatalities|victims))\b[^.;:!?\n]{0,40}\Z"
)
_HURT_NUMBER = late(
    r"(?:number|count)\s{1,3}of\s{1,3}(?:the\s{1,3}|people\s{1,3}|those\s{1,3}){0,2}(?:wounded|injured|injuries|hurt)\b[^.;:!?\n]{0,40}\Z"
    r"|\b(?:injuries|injury)\s{1,3}to\s{1,3}(?:at\s{1,3}least\s{1,3}|some\s{1,3}|about\s{1,3}){0,2}\Z"
)
_HAS = late(r"\b(?:has|had|have|with|of)\s\Z")
_POPULATION = late(
    r"\b(?:population\s{1,3}(?:of|is|was)|home\s{1,3}to|inhabited\s{1,3}by)\s{1,3}(?:[a-z]{1,12}\s{1,3}){0,3}\Z"
)


@cache
def _roles() -> dict[str, dict[str, str]]:
    """By place: active (before the number), state (after it), noun (as the counted noun)."""
    found: dict[str, dict[str, str]] = {"active": {}, "state": {}, "noun": {}}
    for word, role, place in table("tolls"):
        if place in ("verb", "active", "both"):
            found["active"][word] = role
        if place in ("verb", "state"):
            found["state"][word] = role
        if place in ("noun", "both"):
            found["noun"][word] = role
    return found


@cache
def _after() -> re.Pattern[str]:
    states = alternation(_roles()["state"])
    return re.compile(
        r"(?:\s?,\s[^,.;:!?\n]{1,80},)?"
        r"(?:\s{1,3}(?:in|at|on|from|inside|outside|near|of)\s{1,3}(?:(?!was\b|were\b|have\b|had\b)[\w'’-]{1,20}\s{1,3}){1,5}(?=was\b|were\b|have\b|had\b|who\b)|\s{1,3})"
        r"(?P<who>who\s{1,3}|that\s{1,3})?"
        rf"(?P<aux>(?:{alternation(_AUXILIARIES)}\s{{1,3}}){{0,7}}?)(?P<state>{states})\b"
    )


@cache
def _begins_after() -> frozenset[str]:
    """The words `_after` may begin with, and the comma."""
    joints = "in at on from inside outside near of who that ,".split()
    return frozenset((*joints, *_AUXILIARIES, *phrases_of(_roles()["state"]).begun_by))


def role_of(text: str, start: int, noun: str, modifiers: tuple[str, ...], end: int, before: str) -> str:
    """The role of what is counted, "" if none is known.

    `start` of the number with its qualifiers, `end` of the noun phrase; `before`: the word before `start` as `word_before` tells it.
    """
    roles = _roles()
    if noun:
        plural_role = roles["noun"].get(noun) or roles["noun"].get(noun + "s")
        if plural_role and (plural_role != "shots" or _GUNFIRE().search(text, max(0, start - 70), end + 70)):
            return plural_role
    if noun in ("resident", "inhabitant") and _HAS().search(text, max(0, start - 12), start):
        return "population"
    for modifier in modifiers:
        if modifier in roles["state"]:
            return roles["state"][modifier]
    return _role_after(text, end, roles["state"]) or _role_before(text, start, noun, before)


def _role_after(text: str, end: int, states: dict[str, str]) -> str:
    after = word_after(text, end)
    if after not in _begins_after() if after else text[end : end + 1] != "," and not text[end : end + 1].isspace():
        return ""
    match = _after().match(text, end)
    if match is None:
        return ""
    state = match["state"]
    auxiliaries = (match["aux"] or "").split()
    passive = state in _NEVER_ACTIVE or _BE.intersection(auxiliaries)
    if not passive and (match["who"] or _OBJECT.match(text, match.end()) or _ACTIVE.intersection(auxiliaries)):
        return ""
    if "fatally" in auxiliaries or "mortally" in auxiliaries:
        return "killed"
    return _also_killed(text, match.end()) or states[" ".join(state.split())]


_GUNFIRE = late(
    r"\b(?:fir(?:ed|ing|e)|shots?|shoot\w{0,4}|gun\w{0,8}|bullets?|ammunition|discharg\w{0,4}|rifles?|live)\b"
)
_ALSO = re.compile(r"(?:\s{1,3}and|,)\s{1,3}(?:later\s{1,3})?(killed|died)\b")


def _also_killed(text: str, end: int) -> str:
    """ "two were shot and killed": the worse counts."""
    return "killed" if _ALSO.match(text, end) else ""


def _role_before(text: str, start: int, noun: str, before: str) -> str:
    """The role from what stands before the number: "killing two", "the death toll rose to 12"."""
    active = _roles()["active"]
    if before in active and before not in _SKIP:
        return _as_times(active[before], noun)
    window = text[max(0, start - 64) : start]
    by_verb = not before or before in _SKIP
    if not by_verb and not _holds_cue(window):
        return ""
    sentence = max(window.rfind(". "), window.rfind("\n"), window.rfind("; "))
    if sentence >= 0:
        window = window[sentence + 1 :]
    after = ""
    near = _LAST_WORDS.findall(window[-40:]) if by_verb else ()
    for word in reversed(near):
        if word in _SKIP or (word == "at" and after == "least"):
            after = word
            continue
        if word in active and _tight(window, word):
            return _as_times(active[word], noun)
        break
    if ("toll" in window or "number" in window or "count" in window) and _TOLL().search(window):
        return "killed"
    if ("number" in window or "injur" in window or "count" in window) and _HURT_NUMBER().search(window):
        return "wounded"
    if ("home" in window or "popul" in window or "inhab" in window) and _POPULATION().search(window):
        return "population"
    return ""


def _holds_cue(window: str) -> bool:
    """Whether it holds a word without which no toll, no number of wounded and no population is told."""
    return (
        "toll" in window or "number" in window or "count" in window or "injur" in window
        or "home" in window or "popul" in window or "inhab" in window
    )  # fmt: skip


def _tight(window: str, word: str) -> bool:
    """No comma or bracket between the verb and the number."""
    between = window[window.rfind(word) + len(word) :]
    return "," not in between and "(" not in between and "—" not in between


def _as_times(role: str, noun: str) -> str:
    return "times " + role if noun == "time" else role
