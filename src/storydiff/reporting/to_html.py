"""The comparison as one page that works from disk: nothing is loaded, nothing is sent, every text is shown as text."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from storydiff._version import __version__
from storydiff.model import Comparison
from storydiff.reporting.harmless import encodable, harmless
from storydiff.reporting.page_view import page_view

if TYPE_CHECKING:
    from jinja2 import Template

_COLUMN = 17  # rem; the narrowest column in which a report can be read
_MARGINS = 5  # rem; row numbers and page margins


def to_html(comparison: Comparison) -> str:
    """The whole comparison as one HTML document."""
    from markupsafe import Markup

    view = page_view(comparison)
    style = _file("page.css") + _columns(len(view.outlets))
    script = _file("page.js")
    page = _template().render(
        page=view,
        version=__version__,
        policy=_policy(style, script),
        style=Markup(style),  # noqa: S704 — our own files
        script=Markup(script),  # noqa: S704
        links=" ".join(f"{a[1:]}-{b[1:]}" for a, b in view.links),
    )
    return encodable(page)


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_finalize
    )
    return environment.from_string(_file("page.html.jinja"))


def _file(name: str) -> str:
    return files("storydiff.reporting").joinpath(name).read_text("utf-8")


def _finalize(value: Any) -> Any:
    """Every value that the template prints passes here: what could hide or reorder text is made visible."""
    return harmless(value) if type(value) is str else value


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
        f"@media print,(min-width:{roomy}rem){{.pane{{overflow:visible;max-height:none}}}}\n"
    )
