"""XML of news: NITF, NewsML-G2, NewsML 1, RSS, Atom; other XML with paragraphs is read as a page."""

from __future__ import annotations

import re
from html import unescape

from storydiff.errors import ReadError
from storydiff.model import Report
from storydiff.reading.dates import Published, parse_date
from storydiff.reading.found import File, Found, Metadata, Trouble, begin, finish, one_line
from storydiff.reading.from_html import html_report
from storydiff.reading.html_blocks import add_block, has_markup, read_blocks
from storydiff.reading.prose import copy_prose
from storydiff.reading.runs import Mapped, TextBuilder
from storydiff.reading.xml_tree import Element, parse_xml

_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,4}=\s{0,4}[\"']([A-Za-z0-9_:.-]{2,40})[\"']")
_FEEDS = ("rss", "feed", "rdf")
# In a feed, the text of an entry is the longest of these.
_ENTRY_TEXTS = ("encoded", "content", "description", "summary")
_ENTRY_DATES = ("pubdate", "published", "issued", "date", "updated")


def read_xml(file: File) -> Found:
    """The reports in an XML file."""
    declared = _ENCODING.search(file.raw[:400])
    source = File(file.path, file.raw, file.charset or (declared[1].decode("ascii") if declared else "")).text()
    is_feed = re.search(r"<(?:\w{1,20}:)?(?:rss|feed|RDF)[\s>]", source[:4000]) is not None
    root = parse_xml(source, strict=not is_feed)  # feeds are often a little broken
    top = root.children[0].name if root.children else ""
    if top in _FEEDS:
        yield from _feed(source, root.children[0])
    elif top == "html":
        yield html_report(source, file.url)
    elif (nitf := next(root.all("nitf"), None)) is not None:
        item = next(root.all("newsitem"), None)
        yield _nitf(source, nitf, _news_item(item) if item is not None else Metadata())
    elif items := [*root.all("newsitem")]:
        yield from _each(source, items)
    else:
        raise ReadError("is XML of no kind that is known", "known are NITF, NewsML-G2, RSS and Atom")


def _each(source: str, items: list[Element]) -> Found:
    for number, item in enumerate(items, start=1):
        try:
            yield _newsml(source, item)
        except ReadError as error:
            if len(items) == 1:
                raise
            yield Trouble(f"item {number} {error.message}", source.count("\n", 0, item.start) + 1)


def _nitf(source: str, nitf: Element, metadata: Metadata) -> Report:
    """NITF (https://iptc.org/standards/nitf): `hedline/hl1`, `byline`, `dateline`, `body.content`."""
    head, body = nitf.child("head") or nitf, nitf.child("body") or nitf
    headline = body.first("hl1") or body.first("hedline") or head.first("title")
    _set_title(metadata, headline)
    metadata.set("author", _text(body.first("bytag", "byline")).removeprefix("By ").removeprefix("by "))
    for name, attribute in (("date.issue", "norm"), ("story.date", "norm"), ("pubdata", "date.publication")):
        found = next(nitf.all(name), None)
        metadata.published = metadata.published or _date(found.attributes.get(attribute, "") if found else "")
    publication = next(nitf.all("pubdata"), None)
    metadata.set("outlet", publication.attributes.get("name", "") if publication else "")
    metadata.set("outlet", _text(body.first("distributor")))
    doc = next(nitf.all("doc-id"), None)
    metadata.set("identifier", doc.attributes.get("id-string", "") if doc else "")
    content = next(body.all("body.content"), None) or body
    builder = begin(Mapped.whole(source), metadata, content.text[:400])
    byline, credit = next(body.all("byline"), None), next(body.all("distributor"), None)
    for element, kind in ((byline, "byline"), (credit, "credit")):
        if element is not None and not content.start <= element.start < content.end:
            _add_blocks(builder, element, kind)
    _add_blocks(builder, content)
    return finish(builder, metadata)


def _newsml(source: str, item: Element) -> Report:
    """A `newsItem` of NewsML-G2 (https://iptc.org/standards/newsml-g2) whose text is XHTML or plain."""
    metadata = _news_item(item)
    content = item.first("body", "inlinexml", "inlinedata", "datacontent", "contentset")
    if content is None:
        raise ReadError("has no text", "only text inside the item is read, not what it points to")
    if content.name == "inlinexml" and (body := content.first("body")):
        content = body
    builder = begin(Mapped.whole(source), metadata, content.text[:400])
    if content.children:
        _add_blocks(builder, content)
    else:
        builder.use(content.content())
        copy_prose(builder, 0, len(builder.base.text))
    return finish(builder, metadata)


def _news_item(item: Element) -> Metadata:
    """What the head of a `newsItem` says."""
    metadata = Metadata()
    meta, content = item.first("itemmeta") or item, item.first("contentmeta") or item
    _set_title(metadata, content.first("headline") or meta.first("title") or content.first("headline", "newsline"))
    versioned = item.first("versioncreated", "contentcreated", "firstcreated", "thisrevisioncreated", "dateandtime")
    metadata.published = _date(_text(versioned))
    for name in ("provider", "infosource", "creditline"):
        element = item.first(name)
        if element is not None:
            metadata.set(
                "outlet", _text(element.first("name")) or element.text or element.attributes.get("literal", "")
            )
    creator = content.first("by", "creator")
    metadata.set("author", _text(creator).removeprefix("By "))
    metadata.set("identifier", item.attributes.get("guid", ""))
    return metadata


def _feed(source: str, feed: Element) -> Found:
    """RSS (0.9–2.0) or Atom: a report for each entry."""
    entries = [*feed.all("item", "entry")]
    if not entries:
        raise ReadError("is a feed without entries")
    channel = feed.child("channel") or feed
    site = _text(channel.child("title"))
    for number, entry in enumerate(entries, start=1):
        try:
            yield _entry(source, entry, site)
        except ReadError as error:
            yield Trouble(f"entry {number} {error.message}", source.count("\n", 0, entry.start) + 1)


def _entry(source: str, entry: Element, site: str) -> Report:
    metadata = Metadata()
    _set_title(metadata, entry.child("title"))
    for name in _ENTRY_DATES:
        metadata.published = metadata.published or _date(_text(entry.child(name)))
    metadata.set("outlet", _text(entry.child("source")) or site)
    author = entry.child("creator", "author")
    metadata.set("author", _text(author.child("name") or author) if author else "")
    link = entry.child("link")
    address = (link.attributes.get("href", "") or link.text) if link else ""
    metadata.url = address if address.startswith(("http://", "https://")) else ""
    metadata.set("identifier", _text(entry.child("guid", "id")))
    texts = [child for child in entry.children if child.name in _ENTRY_TEXTS]
    longest = max(texts, key=lambda child: child.end - child.start, default=None)
    if longest is None:
        raise ReadError("has no text")
    content = longest.content() if not longest.children else Mapped.whole(source).slice(longest.start, longest.end)
    builder = begin(content, metadata, content.text[:400])
    if has_markup(content.text):
        for block in read_blocks(content.text):
            add_block(builder, block)
    else:
        copy_prose(builder, 0, len(content.text))
    return finish(builder, metadata)


def _add_blocks(builder: TextBuilder, element: Element, kind: str = "") -> None:
    """Add the lines of `element`."""
    builder.use(Mapped.whole(element.source).slice(element.start, element.end))
    for block in read_blocks(builder.base.text):
        add_block(builder, block, kind)


def _set_title(metadata: Metadata, element: Element | None) -> None:
    """`element` as the title, and as its place if nothing but words is in it."""
    if element is None or not element.text or metadata.title:
        return
    content = element.content()
    # A feed's title may be escaped HTML: then its text is not what is seen, and its place is not used.
    metadata.title = one_line(unescape(element.text))
    if one_line(content.text) == metadata.title and "<" not in content.text and not element.children:
        lead = len(content.text) - len(content.text.lstrip())
        metadata.title_at = content.slice(lead, len(content.text.rstrip()))


def _text(element: Element | None) -> str:
    return element.text if element is not None else ""


def _date(text: str) -> Published | None:
    return parse_date(text) if text else None
