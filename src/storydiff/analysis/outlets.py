"""Names of outlets, told by their last word or by a list."""

from __future__ import annotations

import re
from functools import cache

from storydiff.analysis.lexicon import lexicon

_LAST_WORDS = (
    "News|Times|Post|Herald|Tribune|Journal|Gazette|Chronicle|Press|Ledger|Telegraph|Observer|Star|Globe|Inquirer|Examiner|Mirror"
    "|Mail|Register|Bee|Courier|Dispatch|Sentinel|Radio|Television|Broadcasting|Wire|Magazine|Reporter|Republic|Advocate|Enterprise"
    "|Independent|Today|Newspaper|Monitor|Standard|Bulletin|Citizen|Argus|Beacon|Daily|Weekly|Live|Tribunal"
)
_TOWN_SHORT = {
    "la": "los angeles",
    "ny": "new york",
    "nyt": "new york times",
    "wsj": "wall street journal",
    "ap": "associated press",
}
_CALL_SIGN = re.compile(r"\b[KW][A-Z]{2,3}(?=-(?:TV|FM|AM)\b|\s\d|$)")


@cache
def expression() -> str:
    """A regular expression, as text, for the name of an outlet with its article. Case matters."""
    listed = "|".join(re.escape(name) for name in sorted(lexicon("outlets"), key=len, reverse=True))
    word = r"[A-Z][\w&’'-]{0,20}\.?(?:com)?"
    return (
        rf"(?:[Tt]he\s)?(?:(?:{word}\s){{1,4}}(?:{_LAST_WORDS})(?:\s\d{{1,2}})?"
        rf"|(?:{listed})(?:\s(?:News|Sports|\d{{1,2}}))?(?:\saffiliate\s[KW][A-Z]{{2,3}})?|[KW][A-Z]{{2,3}}(?:-TV|-FM|-AM)?(?:\s\d{{1,2}})?)\b"
    )


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(rf"(?:{expression()})(?:['’]s?)?\Z")


def is_outlet(name: str) -> bool:
    """Whether `name` is that of an outlet."""
    return _whole().match(name) is not None


def outlet_key(name: str) -> str:
    """`The LA Times`, `Los Angeles Times` → `los angeles times`; a station by its call sign."""
    if call_sign := _CALL_SIGN.search(name):
        return call_sign[0].lower()
    words = name.lower().removeprefix("the ").replace("’", "'").removesuffix("'s").split()
    return " ".join(_TOWN_SHORT.get(word.replace(".", ""), word) for word in words)
