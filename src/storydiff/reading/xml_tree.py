"""XML with the place of everything, for formats of news. No entity of the document is ever resolved, and nothing is fetched.

expat only tells whether the document is well-formed; the elements come from our own look at it.
"""

from __future__ import annotations

import xml.parsers.expat
from collections.abc import Iterator
from dataclasses import dataclass, field

from storydiff.errors import ReadError
from storydiff.reading.found import one_line
from storydiff.reading.html_blocks import read_blocks
from storydiff.reading.html_tokens import attributes, resolved, tokens
from storydiff.reading.runs import Mapped

_DEEPEST = 200
_CDATA_START, _CDATA_END = "<![CDATA[", "]]>"


@dataclass(slots=True)
class Element:
    """An element; `name` without its prefix, in lower case. Its inside is `source[start:end]`."""

    source: str
    name: str
    attributes: dict[str, str]
    start: int
    end: int = 0
    children: list[Element] = field(default_factory=list)

    def all(self, *names: str) -> Iterator[Element]:
        """The elements in it, at any depth, that have one of `names`, in document order."""
        waiting = self.children[::-1]
        while waiting:
            element = waiting.pop()
            if element.name in names:
                yield element
            waiting += element.children[::-1]

    def first(self, *names: str) -> Element | None:
        """The first element in it, by order of `names`, that is not empty."""
        return next((found for name in names for found in self.all(name) if found.text or found.attributes), None)

    def child(self, *names: str) -> Element | None:
        """Its first child, by order of `names`."""
        return next((found for name in names for found in self.children if found.name == name), None)

    @property
    def text(self) -> str:
        """Its words in one line, without markup."""
        return one_line(" ".join(block.text for block in read_blocks(self.source[self.start : self.end])))

    def content(self) -> Mapped:
        """Its inside with entities resolved: what a feed means by escaped HTML."""
        inside = self.source[self.start : self.end]
        left = inside.find(_CDATA_START)
        right = inside.rfind(_CDATA_END)
        if left >= 0 and right > left:
            whole = Mapped.whole(self.source)
            return whole.slice(self.start + left + len(_CDATA_START), self.start + right)
        return resolved(self.source, self.start, self.end)


def parse_xml(source: str, strict: bool = True) -> Element:
    """The elements of `source`, under a root without a name. `strict`: it must be well-formed.

    Raises ReadError if it is not, if it declares entities or is nested too deep.
    """
    _check(source, strict)
    root = Element(source, "", {}, 0, len(source))
    stack = [root]
    for token in tokens(source):
        name = token.name.rpartition(":")[2]
        if token.kind == "start":
            found = (
                {key.rpartition(":")[2]: one.value for key, one in attributes(token).items()}
                if token.attributes
                else {}
            )
            element = Element(source, name, found, token.end, token.end)
            stack[-1].children.append(element)
            if not token.attributes.endswith("/") and source[token.end - 2] != "/":
                stack.append(element)
                if len(stack) > _DEEPEST:
                    raise ReadError(f"is nested more than {_DEEPEST} deep")
        elif token.kind == "end" and any(element.name == name for element in stack[-20:]):
            while len(stack) > 1:
                element = stack.pop()
                element.end = token.start
                if element.name == name:
                    break
    return root


def _check(source: str, strict: bool) -> None:
    """Raises ReadError if `source` declares entities or, if `strict`, is not well-formed."""
    parser = xml.parsers.expat.ParserCreate("utf-8")
    parser.EntityDeclHandler = _refuse_entities
    depth = 0

    def opened(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise ReadError(f"is nested more than {_DEEPEST} deep")

    def closed(*_: object) -> None:
        nonlocal depth
        depth -= 1

    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    try:
        parser.Parse(source.lstrip("\ufeff \r\n\t").encode("utf-8", "replace"), True)
    except xml.parsers.expat.ExpatError as error:
        if strict:
            what = xml.parsers.expat.errors.messages.get(error.code, "not well-formed")
            raise ReadError(f"is not XML: {what} at line {error.lineno}, column {error.offset + 1}") from error


def _refuse_entities(*_: object) -> None:
    raise ReadError("declares entities, which are not resolved", "replace them by what they stand for")
