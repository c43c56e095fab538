"""Saved web pages. trafilatura tells which lines are the article; where they stand is our own look at the page.

trafilatura's metadata is not used: it knows days only, and takes "Copyright 2017" for a date.
"""

from __future__ import annotations

import logging
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from storydiff.errors import ReadError
from storydiff.model import Report
from storydiff.reading.found import File, Found, Metadata, finish
from storydiff.reading.from_json import report_of
from storydiff.reading.html_blocks import HtmlBlock, add_block
from storydiff.reading.html_page import Page, key_of, page_metadata, read_page, same_words, title_block
from storydiff.reading.json_tree import JsonString
from storydiff.reading.runs import Mapped, TextBuilder

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,4}=\s{0,4}["']?\s{0,4}([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_FRAME = frozenset(("nav", "footer", "menu", "dialog", "head"))
# Beyond these a page is no page of news, and trafilatura would take long over it.
_LONGEST, _DEEPEST, _MOST_BLOCKS = 3_000_000, 400, 4_000
_MOST_TAGS = 500_000  # about a second's work; large pages of news have some ten thousand
_PREFIX = 24
_MOST_ALIKE = 20  # lines that begin alike and are tried
_MUCH_MORE = 3
_SHORTEST_MATCH = 0.6  # share of trafilatura's text that must be found again in the page


def read_html(file: File) -> Found:
    """The report in a saved web page."""
    declared = _CHARSET.search(file.raw[:8192])
    charset = file.charset or (declared[1].decode("ascii") if declared else "")
    source = File(file.path, file.raw, charset).text()
    yield html_report(source, file.url)


def html_report(source: str, url: str = "") -> Report:
    """The article of the page `source`. Raises ReadError if there is none."""
    if source.count("<") > _MOST_TAGS:
        raise ReadError("has more markup than any page of news", "give the text alone")
    page = read_page(source)
    metadata = page_metadata(page, url)
    blocks = article_blocks(page)
    written = sum(len(block.text) for block in blocks)
    for item in page.articles():
        body = item.get("articleBody")
        if isinstance(body, JsonString) and len(body.value) > _MUCH_MORE * written:
            # what is shown is a stub, and the text stands in the data for search engines
            return _as_page_says(report_of(source, {"articleBody": body, "headline": item.get("headline")}), metadata)
    if not blocks:
        raise ReadError("has no article text", "save the page after it has loaded, or paste its text into a file")
    return _report(page, metadata, blocks)


def _as_page_says(report: Report, metadata: Metadata) -> Report:
    """`report` with what its page says of it."""
    published = metadata.published
    return replace(
        report,
        outlet=metadata.outlet,
        title=report.title or metadata.title,
        url=metadata.url,
        author=metadata.author,
        published=published.moment if published else None,
        published_grain=published.grain if published else "second",
    )


def _report(page: Page, metadata: Metadata, blocks: Sequence[HtmlBlock]) -> Report:
    builder = TextBuilder(Mapped.whole(page.source))
    heading = title_block(page, metadata.title)
    if heading is not None:
        metadata.title = metadata.title or heading.text
        add_block(builder, heading, "title")
    elif metadata.title_at is not None and not (blocks and same_words(blocks[0].text, metadata.title)):
        builder.use(metadata.title_at)
        builder.copy(0, len(metadata.title_at.text))
        builder.mark(0, "title")
        builder.use(Mapped.whole(page.source))
    for block in blocks:
        if block is heading or (block.tag in ("h1", "h2") and heading and same_words(block.text, heading.text)):
            continue
        add_block(builder, block)
    return finish(builder, metadata)


def article_blocks(page: Page) -> list[HtmlBlock]:
    """The lines of `page` that are the article, in order."""
    seen = [block for block in page.blocks if not block.context & _FRAME]
    lines = _trafilatura(page.source) if _is_reasonable(page) else []
    chosen = _find(lines, seen)
    if chosen and sum(len(key_of(block.text)) for block in chosen) >= _SHORTEST_MATCH * sum(
        len(key_of(x)) for x in lines
    ):
        return chosen
    return _by_place(seen)


def _is_reasonable(page: Page) -> bool:
    return len(page.source) < _LONGEST and page.deepest < _DEEPEST and len(page.blocks) < _MOST_BLOCKS


def _trafilatura(source: str) -> list[str]:
    """The lines that trafilatura takes for the article; none if it finds none or fails."""
    import trafilatura

    log = logging.getLogger("trafilatura")
    if not log.handlers:
        log.addHandler(logging.NullHandler())  # else Python prints its warnings
    try:
        text = trafilatura.extract(source, include_comments=False, include_tables=True, output_format="txt")
    except Exception:  # noqa: BLE001 — a page that breaks trafilatura can still be read by the place of its lines
        return []
    return [line for line in (text or "").splitlines() if line.strip()]


def _find(lines: Sequence[str], blocks: Sequence[HtmlBlock]) -> list[HtmlBlock]:
    """The blocks that `lines` came from, in the order of the page."""
    keys = [key_of(block.text) for block in blocks]
    places: dict[str, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        places[key[:_PREFIX]].append(number)
    chosen: set[int] = set()
    last = -1
    for line in lines:
        wanted = key_of(line)
        first = _place(wanted, keys, places, last)
        number = first
        while 0 <= number < len(keys) and keys[number] and wanted.startswith(keys[number]):
            chosen.add(number)
            wanted = wanted[len(keys[number]) :]
            number += 1
        if number == first >= 0:  # the page's line has more in it than trafilatura took
            chosen.add(first)
        last = max(chosen, default=last) if first > last else last
    return [blocks[number] for number in sorted(chosen)]


def _place(wanted: str, keys: Sequence[str], places: dict[str, list[int]], last: int) -> int:
    """The number of the block that `wanted` begins with, after `last` if there is one; -1 if there is none."""
    near = places.get(wanted[:_PREFIX], [])
    ahead = bisect_right(near, last)
    equal = [n for n in [*near[ahead : ahead + _MOST_ALIKE], *near[:1]] if _fits(wanted, keys[n])]
    if not equal and len(wanted) > _PREFIX:  # a short line, and more after it that trafilatura joined to it
        equal = [
            n for size in range(_PREFIX - 1, 3, -1) for n in places.get(wanted[:size], ()) if keys[n] == wanted[:size]
        ]
    return next((n for n in equal if n > last), equal[0] if equal else -1)


def _fits(wanted: str, key: str) -> bool:
    if not wanted:
        return False
    return wanted.startswith(key) or (key.startswith(wanted) and len(wanted) >= 0.7 * len(key))


def _by_place(blocks: Sequence[HtmlBlock]) -> list[HtmlBlock]:
    """The lines inside `<article>`, else inside `<main>`, else all paragraphs that are no part of the page's frame."""
    told = [block for block in blocks if "aside" not in block.context]
    for name in ("article", "main"):
        inside = [block for block in told if name in block.context]
        if sum(len(block.text) for block in inside) > 100:
            return inside
    paragraphs = [block for block in told if block.tag in ("p", "li", "h1", "h2", "h3", "blockquote")]
    return paragraphs or told
