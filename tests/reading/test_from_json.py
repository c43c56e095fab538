"""JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reading.sources import at, kinds, one, position, read_as
from storydiff.errors import ReadError
from storydiff.reading.read import read

BODY = "Fire broke out at the mill. Nobody was hurt."
NEWS_ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Mill burns",
    "datePublished": "2026-01-02T18:30:00-08:00",
    "author": [{"@type": "Person", "name": "Ana Quill"}, {"@type": "Person", "name": "Bo Reed"}],
    "publisher": {"@type": "Organization", "name": "Harbor Ledger"},
    "mainEntityOfPage": {"@id": "https://ledger.example/mill"},
    "articleBody": BODY,
}
NINJS_1 = {
    "uri": "urn:ledger:1",
    "type": "text",
    "headline": "Mill burns",
    "byline": "Ana Quill",
    "versioncreated": "2026-01-02T18:30:00-08:00",
    "source": "Harbor Ledger",
    "body_text": BODY,
}
NINJS_2 = {
    "uri": "https://ledger.example/mill",
    "headlines": [{"role": "short", "value": "Fire"}, {"role": "main", "value": "Mill burns"}],
    "versionCreated": "2026-01-02T18:30:00-08:00",
    "infosources": [{"name": "Harbor Ledger", "role": "publisher"}],
    "by": "Ana Quill",
    "bodies": [{"role": "caption", "value": "no"}, {"role": "main", "contenttype": "text/plain", "value": BODY}],
}
PILE = {
    "id": "7",
    "outlet": "Harbor Ledger",
    "title": "Mill burns",
    "published": "2026-01-02T18:30:00-08:00",
    "url": "https://ledger.example/mill",
    "text": BODY,
}


@pytest.mark.parametrize(
    "item", [NEWS_ARTICLE, NINJS_1, NINJS_2, PILE], ids=["schema.org", "ninjs 1", "ninjs 2", "pile"]
)
@pytest.mark.parametrize("indent", [None, 2])
def test_shapes(tmp_path: Path, item: dict[str, object], indent: int | None) -> None:
    report = one(tmp_path, "a.json", json.dumps(item, indent=indent))
    assert report.text == f"Mill burns\n\n{BODY}"
    assert (report.outlet, report.title) == ("Harbor Ledger", "Mill burns")
    assert report.published is not None
    assert report.published.isoformat() == "2026-01-02T18:30:00-08:00"
    assert kinds(report) == [("title", "Mill burns")]
    assert at(report, BODY) == BODY


def test_fields_of_news_article(tmp_path: Path) -> None:
    report = one(tmp_path, "a.json", json.dumps(NEWS_ARTICLE))
    assert (report.author, report.url) == ("Ana Quill, Bo Reed", "https://ledger.example/mill")


@pytest.mark.parametrize(
    "wrap", [list, lambda x: {"reports": x, "event": "The fire"}, lambda x: {"articles": x}, lambda x: {"@graph": x}]
)
def test_several(tmp_path: Path, wrap: object) -> None:
    items = [NEWS_ARTICLE, {**NEWS_ARTICLE, "publisher": {"name": "Creek Post"}}]
    reports = read_as(tmp_path, "a.json", json.dumps(wrap(items)))  # type: ignore[operator]
    assert [report.outlet for report in reports] == ["Harbor Ledger", "Creek Post"]


def test_the_event_is_named_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"event": "The fire", "reports": [PILE]}))
    assert read([tmp_path / "a.json"]).event == "The fire"


def test_spans_lead_into_the_string_literal(tmp_path: Path) -> None:
    source = '[{"n": [1, -2.5e3, true, null, {}, []],\n  "title": "Caf\\u00e9 \\"Mill\\" burns",\n  "text": "One \\u00e9t\\u00e9.\\nTwo \\ud83d\\udd25 \\/ three.\\r\\nFour."}]'
    report = one(tmp_path, "a.json", source)
    assert report.text == 'Café "Mill" burns\n\nOne été.\nTwo 🔥 / three.\nFour.'
    assert position(report, "Mill") == (2, 25)
    assert position(report, "One") == (3, 12)
    assert position(report, "three") == (3, 52)
    assert at(report, "été") == "\\u00e9t\\u00e9"
    assert at(report, "Two 🔥 / three") == "Two \\ud83d\\udd25 \\/ three"


def test_paragraphs_as_a_list(tmp_path: Path) -> None:
    report = one(tmp_path, "a.json", json.dumps({"paragraphs": ["Fire broke out.", "Nobody was hurt."]}))
    assert report.text == "Fire broke out.\n\nNobody was hurt."
    assert at(report, "Nobody was hurt.") == "Nobody was hurt."


def test_half_a_surrogate_pair(tmp_path: Path) -> None:
    assert one(tmp_path, "a.json", '{"text": "Fire \\ud83d broke \\udd25 out"}').text == "Fire \ufffd broke \ufffd out"


def test_a_bad_report_among_good_ones_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(f'[{{"text": "{BODY}"}},\n {{"title": "Mill burns"}},\n 3, {{"text": "{BODY}"}}]')
    reading = read([path])
    assert len(reading.reports) == 2
    assert [problem.message for problem in reading.problems] == [
        "line 2: report 2 has no text",
        "report 3 is not an object",
    ]
    assert {problem.stage for problem in reading.problems} == {"read"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"text": "Fire', "is not JSON: a string does not end or has a wrong escape at line 1, column 10"),
        ('{"text": "Fire"', "is not JSON: a comma or a bracket is missing at line 1, column 16"),
        ('{"text": "Fire",\n}', "is not JSON: a name in double quotes is missing at line 2, column 1"),
        ('{"text"\n"Fire"}', "is not JSON: a colon is missing at line 2, column 1"),
        ('{"text": Fire}', "is not JSON: a value is missing at line 1, column 10"),
        ('{"text": ', "is not JSON: it stops short at line 1, column 10"),
        ('{"text": "Fire"} x', "is not JSON: more text after its end at line 1, column 18"),
        ("[" * 100_000, "is not JSON: more than 200 levels at line 1, column 202"),
        ('{"text": ' + "[" * 100_000, "is not JSON: more than 200 levels"),
        ("[]", "holds no report"),
        ('"Fire"', "holds no report"),
        ('{"a": 1}', "has no text"),
        ('{"title": "Fire", "text": ""}', "has no text"),
        ('{"text": {"a": [[[["x"]]]]}}', "has no text"),
    ],
)
def test_what_is_no_report(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(ReadError) as error:
        read_as(tmp_path, "a.json", content)
    assert message in error.value.message
    assert "\n" not in error.value.message


def test_markup_in_a_field(tmp_path: Path) -> None:
    source = (
        '{"headline": "Mill burns", "body_xhtml": "<h2>The cause<\\/h2><p>Fire &amp;\\n smoke.<\\/p><p>\\"No\\"<\\/p>"}'
    )
    report = one(tmp_path, "a.json", source)
    assert report.text == 'Mill burns\n\nThe cause\n\nFire & smoke.\n\n"No"'
    assert kinds(report) == [("title", "Mill burns"), ("heading", "The cause")]
    assert at(report, "Fire & smoke.") == "Fire &amp;\\n smoke."
