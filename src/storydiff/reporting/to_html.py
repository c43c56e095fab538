"""The comparison as one page that works from disk: nothing is loaded, nothing is sent, every text is shown as text."""

from __future__ import annotations

from storydiff._version import __version__
from storydiff.model import Comparison
from storydiff.reporting.harmless import encodable
from storydiff.reporting.page_view import page_view
from storydiff.reporting.templates import packaged, template

_STYLES = ("page.css", "page_reports.css", "page_media.css")
_SCRIPTS = (
    "page_words.js",
    "page_reports.js",
    "page_findings.js",
    "page.js",
)  # one module: each builds on those before
_COLUMN = 17  # rem; the narrowest column in which a report can be read
_MARGINS = 5  # rem; row numbers and page margins


def to_html(comparison: Comparison) -> str:
    """The whole comparison as one HTML document."""
    from markupsafe import Markup

    view = page_view(comparison)
    style = "".join(map(packaged, _STYLES)) + _columns(len(view.outlets))
    script = "\n".join(map(packaged, _SCRIPTS))
    page = template(
        "page.html.jinja"
    ).render(
        page=view,
        version=__version__,
        policy=_policy(style, script),
        style=Markup(style),  # noqa: S704 — our own files
        script=Markup(script),  # noqa: S704
        links=" ".join(f"{a[1:]}-{b[1:]}" for a, b in view.links),
    )
    return encodable(page)


def _policy(style: str, script: str) -> str:
    """Nothing may be loaded or sent; only this very style and script count."""
    return (
        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
        f"style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    )


def _hash(text: str) -> str:
    from base64 import b64encode
    from hashlib import sha256

    return f"sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}"


def _columns(number: int) -> str:
    """Rules that depend on the number of reports: style attributes would need a laxer policy."""
    places = "".join(f".c{column}{{grid-column:{column + 1}}}" for column in range(1, number + 1))
    roomy = number * _COLUMN + _MARGINS
    return (
        f":root{{--reports:{max(number, 1)}}}\n@media (min-width:46rem){{{places}}}\n"
        # where all columns fit, the page scrolls; where not, the table does, in both directions
        f"@media print,(min-width:{roomy}rem){{.pane{{overflow:visible;max-height:none}}.heads{{top:var(--tools)}}}}\n"
    )
