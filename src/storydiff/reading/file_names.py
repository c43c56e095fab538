"""What a file's name tells: `2026-01-01_harbor-ledger.txt` is the Harbor Ledger's report of 1 January 2026."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from storydiff.reading.dates import Published, parse_date

_DATE = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2}|\d{8})(?:T(\d{2})[-:h]?(\d{2}))?(?!\d)")
_EDGES = " _-.,"
_ACRONYMS = frozenset(
    (
        "abc",
        "afp",
        "ap",
        "bbc",
        "cbc",
        "cbs",
        "cnbc",
        "cnn",
        "dpa",
        "msnbc",
        "nbc",
        "npr",
        "nyt",
        "pbs",
        "pti",
        "rte",
        "uk",
        "upi",
        "us",
        "usa",
        "wsj",
    )
)  # names of well-known news organisations and countries that are written in capitals
_SMALL = frozenset(("and", "at", "for", "in", "of", "on", "the"))


def date_in(stem: str) -> Published | None:
    """The date in a file's name, None without one."""
    match = _DATE.search(stem)
    if match is None:
        return None
    clock = f"T{match[2]}:{match[3]}" if match[2] else ""
    return parse_date(match[1] + clock)


def outlet_in(stem: str) -> str:
    """The outlet in a file's name, its date aside; "" if the name is only a date."""
    match = _DATE.search(stem)
    if match is not None and date_in(stem) is not None:
        stem = f"{stem[: match.start()].rstrip(_EDGES)} {stem[match.end() :].lstrip(_EDGES)}"
    return title_case(stem.strip(_EDGES))


def title_case(name: str) -> str:
    """`harbor-ledger` → `Harbor Ledger`; names with capitals, a point (`ledger.example`) or a single word stay."""
    words = re.split(r"[\s_-]+", name)
    if len(words) == 1 or name != name.lower():
        return " ".join(words)
    return " ".join(_capital(word, number) for number, word in enumerate(words))


def _capital(word: str, number: int) -> str:
    if word in _ACRONYMS:
        return word.upper()
    return word if number and word in _SMALL else word[:1].upper() + word[1:]


def site_of(url: str) -> str:
    """The site that `url` is on, without `www.`; "" if it is no address."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def event_in_folder(name: str) -> str:
    """`2026-01-01-harbor-fire` → `Harbor fire`."""
    words = [word for word in re.split(r"[\s_-]+", _DATE.sub(" ", name)) if word]
    text = " ".join(words)
    return text[:1].upper() + text[1:]
