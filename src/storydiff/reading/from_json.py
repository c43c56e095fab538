"""JSON: one report, a list, or an object that holds a list.

Names of fields are those of storydiff's own piles, of schema.org's NewsArticle and of IPTC's ninjs (1.x and 2.x), and what
collections of news call them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from storydiff.errors import ReadError
from storydiff.model import Report
from storydiff.reading.dates import Published, from_epoch, parse_date
from storydiff.reading.found import EventName, File, Found, Metadata, NoReport, Trouble, begin, finish
from storydiff.reading.html_blocks import copy_markup, has_markup
from storydiff.reading.json_tree import JsonString, Tree, parse_json
from storydiff.reading.prose import copy_prose

LISTS = ("reports", "articles", "items", "@graph", "documents", "results", "entries")
"""Names under which an object holds its reports."""

# In order: the first that is there counts. schema.org: headline, articleBody, datePublished, publisher, author, url.
# ninjs 1: headline, body_text, body_xhtml, versioncreated, byline, source; 2: headlines, bodies, versionCreated, infosources.
_BODIES = (
    "text", "articleBody", "body_text", "bodies", "body", "content", "maintext", "body_xhtml", "body_html", "contentText",
    "content_text", "content_html", "paragraphs", "fulltext", "full_text", "article",
)  # fmt: skip
_FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "title": ("title", "headline", "headlines", "name"),
    "outlet": (
        "outlet", "publisher", "infosources", "infosource", "source", "source_name", "sourceName", "site_name", "sitename",
        "site", "provider", "publication", "copyrightholder", "copyrightHolder", "isPartOf", "domain",
    ),
    "published": (
        "published", "datePublished", "versioncreated", "versionCreated", "published_at", "publishedAt", "publish_date",
        "date_publish", "pubDate", "pubdate", "date_published", "publicationDate", "date", "contentcreated", "contentCreated",
        "firstcreated", "firstCreated", "dateCreated", "created_at", "timestamp",
    ),
    "url": ("url", "canonical_url", "canonicalUrl", "link", "uri", "mainEntityOfPage", "@id"),
    "author": ("author", "byline", "authors", "creator", "by"),
    "identifier": ("id", "identifier", "uri", "guid", "@id"),
})  # fmt: skip
_NAMES = ("name", "title", "value", "headline", "@id", "url", "literal", "text", "rendered")
"""Names inside an object that stands for a name: `"publisher": {"name": …}`."""

_ROLES = ("role", "rel", "contenttype", "contentType")


def read_json(file: File) -> Found:
    """The reports in a JSON file."""
    source = file.text()
    tree = parse_json(source)
    yield from reports_in(source, tree, file.url)


def event_in(tree: Tree) -> str:
    """The name of the event, if the object that holds the reports gives one."""
    if not isinstance(tree, dict):
        return ""
    return next((value.value for name in ("event", "title") if isinstance(value := tree.get(name), JsonString)), "")


def reports_in(source: str, tree: Tree, url: str = "") -> Found:
    """The reports in `tree`, read from `source`. Raises ReadError if there is none."""
    items = _items(tree)
    if items is None:
        if not isinstance(tree, dict):
            raise NoReport("holds no report", "give an object with the field text, or a list of them")
        yield report_of(source, tree, url)
        return
    if not items:
        raise NoReport("holds no report", "the list is empty")
    yield EventName(event_in(tree))
    for number, item in enumerate(items, start=1):
        try:
            if not isinstance(item, dict):
                raise ReadError("is not an object")
            yield report_of(source, item)
        except ReadError as error:
            yield Trouble(f"report {number} {error.message}", _line(source, item), error.hint)


def _items(tree: Tree) -> list[Tree] | None:
    """The list of reports that `tree` is or holds; None if it is a single report."""
    if isinstance(tree, list):
        return tree
    if not isinstance(tree, dict) or any(name in tree for name in _BODIES if name != "article"):
        return None
    for name in LISTS:
        value = tree.get(name)
        if isinstance(value, list):
            # A page's graph also holds its site, its publisher, its pictures.
            return [item for item in value if name != "@graph" or (isinstance(item, dict) and "articleBody" in item)]
    return None


def report_of(source: str, item: Mapping[str, Tree], url: str = "") -> Report:
    """The report that `item` is. Raises ReadError."""
    metadata = metadata_of(source, item)
    metadata.url = metadata.url or url
    body = next(([part.at(source) for part in parts] for name in _BODIES if (parts := _body(item.get(name)))), [])
    if not body:
        raise NoReport("has no text", "a report's text is in the field text, articleBody, body_text or body_xhtml")
    first = body[0]
    builder = begin(first, metadata, first.text[:400])
    for part in body:
        builder.use(part)
        builder.part()
        if has_markup(part.text):
            copy_markup(builder)
        else:
            copy_prose(builder, 0, len(part.text))
    return finish(builder, metadata)


def metadata_of(source: str, item: Mapping[str, Tree]) -> Metadata:
    """What the fields of `item` say of the report."""
    metadata = Metadata()
    for field, names in _FIELDS.items():
        for name in names:
            value = item.get(name)
            if field == "published":
                metadata.published = metadata.published or _published(value)
            elif field == "author" and isinstance(value, list):
                metadata.set(field, ", ".join(text.value for one in value if (text := _name(one))))
            elif named := _name(value):
                if field == "title" and not metadata.title:
                    metadata.title_at = named.at(source)
                metadata.set(field, named.value)
    if metadata.url and "://" not in metadata.url:
        metadata.url = ""
    return metadata


def _name(value: Tree) -> JsonString | None:
    """The name that `value` is or holds."""
    if isinstance(value, JsonString):
        return value if value.value.strip() else None
    if isinstance(value, list):
        return next((name for one in _main_first(value)[:3] if (name := _name(one))), None)
    if isinstance(value, dict):
        held = (value.get(key) for key in _NAMES)
        return next((one for one in held if isinstance(one, JsonString) and one.value.strip()), None)
    return None


def _body(value: Tree) -> list[JsonString]:
    """The strings that make up the text, in order; none if `value` is no text."""
    if isinstance(value, JsonString):
        return [value] if value.value.strip() else []
    if isinstance(value, dict):
        return next((parts for key in ("value", "text", "rendered", "html") if (parts := _body(value.get(key)))), [])
    if isinstance(value, list):
        if any(isinstance(one, dict) and any(role in one for role in _ROLES) for one in value):
            return next((parts for one in _main_first(value) if (parts := _body(one))), [])
        return [part for one in value for part in _body(one)]
    return []


def _main_first(values: list[Tree]) -> list[Tree]:
    """`values` with the one whose role is "main" and plain text ahead of markup, as ninjs 2 lists several."""

    def rank(value: Tree) -> tuple[bool, bool]:
        texts = [
            v.value.lower() for k in _ROLES if isinstance(value, dict) and isinstance(v := value.get(k), JsonString)
        ]
        return ("main" not in texts, any("html" in text for text in texts))

    return sorted(values, key=rank)


def _published(value: Tree) -> Published | None:
    if isinstance(value, JsonString):
        return parse_date(value.value)
    if isinstance(value, float) and not isinstance(value, bool):
        return from_epoch(value)
    return None


def _line(source: str, item: Tree) -> int:
    """The line on which the first string of `item` stands, 0 if it has none."""
    if isinstance(item, JsonString):
        return source.count("\n", 0, item.start) + 1
    values: Iterator[Tree] = iter(item.values() if isinstance(item, dict) else item if isinstance(item, list) else ())
    return next((line for value in values if (line := _line(source, value))), 0)
