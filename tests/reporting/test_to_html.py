"""The page as a document; how it behaves in a browser is tested in tests/browser."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from reporting.hostile import hostile
from storydiff.model import Alignment, Comparison
from storydiff.reporting.to_html import to_html

VOID = {"meta", "link", "input", "br"}


class Document(HTMLParser):
    """Collects elements, and complains of tags that do not match."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), (tag, attrs)
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("script", "style"):
            self.text.append(data)


SAFE = Document(to_html(hostile("calm")))


def test_it_is_a_document_with_unique_ids(comparison: Comparison) -> None:
    document = Document(to_html(comparison))
    ids = [attributes["id"] for _, attributes in document.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for finding in comparison.findings:
        assert f"f-{finding.fingerprint}" in ids


def test_the_policy_lets_only_this_style_and_script_in(comparison: Comparison) -> None:
    page = to_html(comparison)
    content = next(
        attributes["content"] or ""
        for tag, attributes in Document(page).elements
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert content.startswith("default-src 'none';")
    assert "unsafe" not in content
    for tag, start in (("style", "<style>"), ("script", '<script type="module">')):
        bodies = re.findall(rf"{start}(.*?)</{tag}>", page, re.DOTALL)
        assert len(bodies) == 1
        digest = b64encode(sha256(bodies[0].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in content


def test_same_comparison_same_bytes(comparison: Comparison) -> None:
    assert to_html(comparison) == to_html(comparison)


@settings(max_examples=40, deadline=None)
@given(
    st.one_of(
        st.text(st.characters(exclude_categories=()), min_size=1, max_size=40),
        st.sampled_from(
            [
                "</script><script>alert(1)</script>",
                "</style><img src=x onerror=alert(1)>",
                '" onmouseover="alert(1)',
                "' autofocus onfocus=alert(1) x='",
                "javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                'https://x.invalid/"><b>',
                "http://[",
                "{{ 7 * 7 }}{% raw %}",
                "<!--",
                "]]>",
                "\ud800\udc00 \udfff",
                "\u202eevil\u2066",
                "שלום العالم 👩‍👩‍👧",
                "&lt;b&gt;",
            ]
        ),
    )
)
def test_nobodys_text_becomes_markup(words: str) -> None:
    page = to_html(hostile(words))
    page.encode("utf-8")
    document = Document(page)
    linked = Counter(tag for tag, _ in document.elements)
    expected = Counter(tag for tag, _ in SAFE.elements)
    linked.pop("a"), expected.pop("a")
    linked.pop("mark", None), expected.pop("mark", None)
    linked.pop("h4", None), expected.pop("h4", None)  # a long reading has none
    linked.pop("bdi"), expected.pop("bdi")
    assert linked == expected
    for tag, attributes in document.elements:
        assert not any(name.startswith("on") or name == "style" for name in attributes)
        if tag == "a":
            assert (attributes["href"] or "").startswith(("#", "http://", "https://"))
    assert not re.search("[\u202a-\u202e\u2066-\u2069\ud800-\udfff]", page)


def test_only_web_addresses_are_linked() -> None:
    for url, linked in (("https://ledger.example/fire", True), ("javascript:alert(1)", False), ("//x.example", False)):
        base = hostile("calm")
        report = replace(base.alignment.analyses[0].report, url=url)
        analysis = replace(base.alignment.analyses[0], report=report)
        page = to_html(
            replace(base, alignment=replace(base.alignment, analyses=(analysis, *base.alignment.analyses[1:])))
        )
        assert (f'href="{url}"' in page) is linked


def test_every_row_and_gap_is_there(comparison: Comparison) -> None:
    page = to_html(comparison)
    assert page.count('class="row') == len(comparison.alignment.rows) + 1
    assert "<bdi>B, C</bdi> silent" in page


def test_an_aligned_comparison_without_checks(comparison: Comparison) -> None:
    page = to_html(replace(comparison, findings=(), matrix=(), checks=(), problems=(), resolved=()))
    assert "only aligned" in page
    assert 'class="tally"' not in page


def test_nothing_at_all() -> None:
    Document(to_html(Comparison(event="", alignment=Alignment(()))))
