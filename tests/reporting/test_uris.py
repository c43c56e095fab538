"""Paths as URIs."""

import pytest

from storydiff.reporting.uris import as_uri


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("events/pier/a.md", "events/pier/a.md"),
        ("./a.md", "a.md"),
        ("../b/a.md", "../b/a.md"),
        ("a b/100%?#ü.md", "a%20b/100%25%3F%23%C3%BC.md"),
        ("line\nend:a.md", "line%0Aend%3Aa.md"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("/srv/a.md", "file:///srv/a.md"),
        ("https://example.org/a?b=1", "example.org/a%3Fb%3D1"),
        ("undecodable\udcff.md", "undecodable%FF.md"),
        ("lone\ud800.md", "lone%3F.md"),
        ("-", "standard-input"),
        ("", "standard-input"),
    ],
)
def test_as_uri(path: str, uri: str) -> None:
    assert as_uri(path) == uri
