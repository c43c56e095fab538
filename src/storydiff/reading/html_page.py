"""What a web page says of itself: JSON-LD, OpenGraph and other `<meta>`, `<time>`, the heading, the address."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from unicodedata import normalize

from storydiff.reading.dates import Published, parse_date
from storydiff.reading.file_names import site_of
from storydiff.reading.found import Metadata, one_line
from storydiff.reading.from_json import LISTS, metadata_of
from storydiff.reading.html_blocks import BlockReader, HtmlBlock
from storydiff.reading.html_tokens import Attribute, Token, attributes, resolved, tokens
from storydiff.reading.json_tree import JsonError, JsonString, Tree, parse_json

# Names of <meta> in the order they are believed. OpenGraph: https://ogp.me, the others as pages of news use them.
_TITLES = ("og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title", "headline")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "article:publisher", "copyright")
_AUTHORS = ("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator")
_DATES = (
    "article:published_time", "og:published_time", "datepublished", "article:published", "parsely-pub-date",
    "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date", "dc.date.issued", "dc.date", "date",
    "cxenseparse:recs:publishtime", "article.published", "lastmod",
)  # fmt: skip
_SAVED_FROM = re.compile(r"<!--\s{0,3}saved from url=\(\d{1,6}\)(\S{1,2000})\s{0,3}-->")
_SITE_NAME_AFTER = re.compile(r"\s{1,3}[|–—-]\s{1,3}[^|–—-]{2,60}$")
_MOST_SCRIPTS = 50


@dataclass(slots=True)
class Page:
    """A page, gone through once."""

    source: str
    blocks: list[HtmlBlock] = field(default_factory=list)
    deepest: int = 0
    meta: dict[str, Attribute] = field(default_factory=dict)
    times: list[str] = field(default_factory=list)
    canonical: str = ""
    title: tuple[int, int] = (0, 0)
    data: list[tuple[int, int]] = field(default_factory=list)

    def articles(self) -> list[dict[str, Tree]]:
        """The articles that its JSON-LD describes."""
        return [item for start, end in self.data for item in _articles(self.source, start, end)]


def read_page(source: str) -> Page:
    """Go through `source` once."""
    page = Page(source)
    blocks = BlockReader(source)
    is_data = False
    for token in tokens(source):
        blocks.take(token)
        if (
            token.kind == "start" and token.name in ("meta", "link", "time", "script")
        ) or "itemprop" in token.attributes:
            is_data = _look_at(page, token)
        elif token.kind == "raw":
            if token.name == "script" and is_data and len(page.data) < _MOST_SCRIPTS:
                page.data.append((token.start, token.end))
            elif token.name == "title" and page.title == (0, 0):
                page.title = (token.start, token.end)
            is_data = False
    page.blocks = blocks.finish()
    page.deepest = blocks.deepest
    return page


def _look_at(page: Page, token: Token) -> bool:
    """Keep what a tag says of the page; whether it opens a script of JSON-LD."""
    found = attributes(token)
    value = found.get("content") or found.get("datetime")
    if token.name == "script":
        return "type" in found and "ld+json" in found["type"].value.lower()
    if token.name == "link" and "href" in found and "rel" in found and found["rel"].value.lower() == "canonical":
        page.canonical = page.canonical or found["href"].value
    elif token.name == "time" and "datetime" in found:
        page.times.append(found["datetime"].value)
    if value is not None:
        for name in ("property", "name", "itemprop"):
            if name in found:
                page.meta.setdefault(found[name].value.strip().lower(), value)
    return False


def page_metadata(page: Page, url: str = "") -> Metadata:
    """What `page` says of itself: its JSON-LD first, then its `<meta>`, then what can be seen."""
    metadata = Metadata()
    dates: list[Published] = []
    for item in page.articles():
        said = metadata_of(page.source, item)
        for name in ("outlet", "title", "url", "author"):
            metadata.set(name, unescape(getattr(said, name)))
        dates += [said.published] if said.published else []
    metadata.title_at = None
    saved = _SAVED_FROM.search(page.source, 0, 5000)
    addresses = (page.canonical, _meta(page, ("og:url",)), url, saved[1] if saved else "")
    metadata.url = next((a for a in (*addresses, metadata.url) if a.startswith(("http://", "https://"))), "")
    for name, names in (("title", _TITLES), ("outlet", _OUTLETS), ("author", _AUTHORS)):
        value = _meta(page, names)
        if not value.startswith(("http://", "https://")):
            metadata.set(name, value)
    dates += [date for name in _DATES if name in page.meta and (date := parse_date(page.meta[name].value))]
    dates += [date for value in page.times[:20] if (date := parse_date(value))][:1]
    metadata.published = _best(dates)
    if metadata.outlet and re.fullmatch(r"(?:copyright|©|\(c\)).*", metadata.outlet, re.IGNORECASE):
        metadata.outlet = ""
    metadata.outlet = metadata.outlet or site_of(metadata.url)
    _find_title(page, metadata)
    return metadata


def _meta(page: Page, names: tuple[str, ...]) -> str:
    return next((page.meta[name].value for name in names if name in page.meta and page.meta[name].value.strip()), "")


def _best(dates: list[Published]) -> Published | None:
    """The first date; or the same moment said with more: a time of day, then a zone, then the newsroom's own zone."""
    if not dates:
        return None

    def says(date: Published) -> tuple[bool, bool, bool]:
        offset = date.moment.utcoffset()
        return (date.grain != "day", offset is not None, bool(offset))

    first = dates[0]
    same = [date for date in dates if abs((date.moment.date() - first.moment.date()).days) <= 1]
    for date in same:
        aware = date.moment.tzinfo is not None and first.moment.tzinfo is not None
        if says(date) > says(first) and (not aware or date.moment == first.moment):
            first = date
    return first


def _find_title(page: Page, metadata: Metadata) -> None:
    """The title where it stands: a heading of the page, a `<meta>`, the `<title>`."""
    headings = [block for block in page.blocks if block.tag == "h1"]
    shown = page.source[slice(*page.title)]
    if not metadata.title and headings:
        metadata.title = one_line(headings[0].text)
    if not metadata.title:
        metadata.title = _SITE_NAME_AFTER.sub("", one_line(unescape(shown)))
    places = [resolved(page.source, a.start, a.end) for name in _TITLES if (a := page.meta.get(name))]
    for place in (*places, resolved(page.source, *page.title)):
        at = place.text.find(metadata.title)
        if metadata.title and at >= 0:
            metadata.title_at = place.slice(at, at + len(metadata.title))
            return


def _articles(source: str, start: int, end: int) -> list[dict[str, Tree]]:
    """The articles that a script of JSON-LD describes; none if it is not JSON."""
    try:
        tree = parse_json(source, start, end)
    except JsonError:
        return []
    found: list[dict[str, Tree]] = []
    waiting = [tree]
    while waiting and len(found) < 10:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting += item[:100]
        elif isinstance(item, dict):
            if any("article" in kind.lower() or kind.lower().endswith("posting") for kind in _types(item)):
                found.append(item)
            waiting += [item[name] for name in (*LISTS, "mainEntity") if name in item]
    return found


def _types(item: dict[str, Tree]) -> list[str]:
    kinds = item.get("@type")
    values = kinds if isinstance(kinds, list) else [kinds]
    return [value.value for value in values if isinstance(value, JsonString)]


def title_block(page: Page, title: str) -> HtmlBlock | None:
    """The heading of the page that shows `title`, or its only `<h1>`."""
    headings = [block for block in page.blocks if block.tag == "h1" and not block.context & {"nav", "footer", "aside"}]
    same = [block for block in page.blocks if block.tag in ("h1", "h2") and same_words(block.text, title)]
    if same:
        return same[0]
    return headings[0] if len(headings) == 1 else None


def same_words(one: str, two: str) -> bool:
    """Whether two lines are equal but for case, blanks and marks."""
    return key_of(one) == key_of(two)


def key_of(text: str) -> str:
    """Letters and digits of `text`, in lower case, accents composed (trafilatura composes them)."""
    return "".join(re.findall(r"[^\W_]+", normalize("NFC", text.lower())))
