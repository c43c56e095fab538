"""Names of outlets, told by their last word or by a list."""

from __future__ import annotations

import re
from functools import cache

from storydiff.analysis.lexicon import lexicon, table
from storydiff.analysis.name_patterns import first_names, plain, suffixes, titles

_AUTHORITIES = frozenset("police officials prosecutors authorities troopers deputies firefighters".split())
_TOWN_SHORT = {
    "la": "los angeles",
    "ny": "new york",
    "nyt": "new york times",
    "wsj": "wall street journal",
    "ap": "associated press",
}
_CALL_SIGN = re.compile(r"\b[KW][A-Z]{2,3}(?=-(?:TV|FM|AM)\b|\s\d|$)")


# A word gives no letters back (`+` after its bound): no shorter one is followed by what must follow.
_WORD = r"[A-Z][\w&’'-]{0,20}+\.?(?:com)?"
_STATION = (
    r"[KW][A-Z]{2,3}(?:-TV|-FM|-AM)?(?:\s(?:Channel\s)?\d{1,2})?|Channel\s\d{1,2}(?:\s(?:[A-Z][a-z]{2,12}\s)?News)?"
    r"|News(?:[Rr]adio|[Cc]hannel|[Cc]enter)?\s\d{1,4}|\d{1,2}\s?News|(?:ABC|CBS|NBC|FOX|Fox|CW)\s?\d{1,2}"
)
_SITE = r"[\w-]{2,30}+\.(?:com|net|org|news|tv)"
_NOT_A_DAY = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
_ANY_WORD = rf"{_NOT_A_DAY}[A-Z][\w&’'-]{{0,20}}"
ANY_NAME = rf"{_ANY_WORD}(?:\s{_ANY_WORD}){{0,2}}\b"
"""A regular expression, as text, for up to three capitalised words that are no day."""
_KIND = r"(?:newspaper|magazine|broadcaster|tabloid|website|network|news\s(?:agency|site|channel|network)|(?:TV|television|radio)\sstation|station)"


@cache
def expression(*, told: bool = False) -> str:
    """A regular expression, as text, for the name of an outlet with its article. Case matters.

    `told`: for the place after "told" and the like, where more words speak for an outlet than elsewhere.
    """
    listed = "|".join(re.escape(name) for name in sorted(lexicon("outlets"), key=len, reverse=True))
    last = "|".join(word for word, how in table("outlet_words") if told or how == "sure")
    written = rf"(?:{last})(?:-[A-Z][a-z]{{2,12}})?"
    named = rf"(?:{_WORD}\s){{1,4}}(?:[A-Z][a-z]{{2,12}}-)?{written}(?:\s\d{{1,2}})?"
    network = rf"(?:{listed})(?:\s(?:News|Sports|\d{{1,2}}))?(?:\saffiliate\s[KW][A-Z]{{2,3}})?"
    short = rf"|[Tt]he\s(?:{last})\b" if told else ""  # "told the Ledger"
    return rf"(?:[Tt]he\s)?(?:{named}|{_STATION}|{network}|{_SITE})\b{short}"


@cache
def announced() -> str:
    """An outlet that is called one: `the newspaper Dagmar`, `the Dagmar newspaper`; its name is group `one` or `two`."""
    return (
        rf"(?:(?:the|a|an|local|its)\s)?(?:[\w-]{{2,20}}+\s){{0,2}}?{_KIND},?\s(?P<one>{ANY_NAME})"
        rf"|(?:[Tt]he\s)?(?P<two>{ANY_NAME})\s{_KIND}\b"
    )


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(rf"(?:{expression()})(?:['’]s?)?\Z")


def is_outlet(name: str) -> bool:
    """Whether `name` is that of an outlet."""
    if name.islower() and "." not in name:  # only sites are written so
        return False
    return _whole().match(name) is not None


def may_be_outlet(name: str) -> bool:
    """Whether `name`, of which only the place tells that it may be an outlet's, is neither a person's nor an authority's."""
    words = [plain(word) for word in name.removeprefix("the ").removeprefix("The ").split()]
    known = words[0] in first_names() or words[0] in titles() or suffixes().get(words[-1]) in ("body", "site")
    return not known and words[-1] not in _AUTHORITIES


def outlet_key(name: str) -> str:
    """`The LA Times`, `Los Angeles Times` → `los angeles times`; a station by its call sign."""
    if call_sign := _CALL_SIGN.search(name):
        return call_sign[0].lower()
    words = name.lower().removeprefix("the ").replace("’", "'").removesuffix("'s").split()
    if len(words) > 2 and words[-1] == "news" and words[1].isdigit():  # "Channel 9 News" is Channel 9
        words = words[:2]
    return " ".join(_TOWN_SHORT.get(word.replace(".", ""), word) for word in words)
