"""Markdown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.sources import at, kinds, one, position, read_as
from storydiff.errors import ReadError
from storydiff.reading.front_matter import _plain_scalars, _scalars

BODY = "Fire broke out at the mill. Nobody was hurt."


def test_front_matter(tmp_path: Path) -> None:
    head = "outlet: 'Ana''s Ledger'\ntitle: \"Mill \\u201cburns\\u201d \\ud83d\\udd25\"\npublished: 2026-01-02 18:30:00 -0800"
    report = one(
        tmp_path, "a.md", f"---\n{head}\nauthors: [Ana Quill, Bo Reed]\nurl: https://ledger.example/1\n---\n\n{BODY}\n"
    )
    assert report.text == f"Mill “burns” 🔥\n\n{BODY}"
    assert (report.outlet, report.title, report.author) == ("Ana's Ledger", "Mill “burns” 🔥", "Ana Quill")
    assert report.published is not None
    assert report.published.isoformat() == "2026-01-02T18:30:00-08:00"
    assert report.url == "https://ledger.example/1"
    assert kinds(report) == [("title", "Mill “burns” 🔥")]
    assert position(report, "burns") == (3, 20)
    assert at(report, "“burns") == "\\u201cburns"
    assert at(report, "🔥") == "\\ud83d\\udd25"
    assert position(report, "Fire") == (9, 1)


@pytest.mark.parametrize(
    "title", ["Mill burns", 'He said: "No"', "It’s 5 o’clock", "A \\ B", "Ünï 🔥 \u2028 x", "#1 of 2", "tab\there"]
)
def test_a_title_written_as_json(tmp_path: Path, title: str) -> None:
    report = one(tmp_path, "a.md", f"---\ntitle: {json.dumps(title)}\n---\n\n{BODY}\n")
    assert report.title == " ".join(title.split())
    assert [words.replace("\n", " ").split() for _, words in kinds(report)] == [title.split()]


@pytest.mark.parametrize("value", ["null", "~", '""', ""])
def test_a_title_that_is_none(tmp_path: Path, value: str) -> None:
    report = one(tmp_path, "a.md", f"---\ntitle: {value}\noutlet: Ledger\n---\n{BODY}")
    assert (report.title, report.text, report.blocks) == ("", BODY, ())


def test_a_folded_title_is_known_but_not_in_the_text(tmp_path: Path) -> None:
    report = one(tmp_path, "a.md", f"---\ntitle: >\n  Mill\n  burns\n---\n{BODY}")
    assert (report.title, report.text) == ("Mill burns", BODY)


def test_the_title_is_not_told_twice(tmp_path: Path) -> None:
    report = one(tmp_path, "a.md", f"---\ntitle: Mill burns\n---\n# Mill burns\n\n{BODY}")
    assert report.text == f"Mill burns\n\n{BODY}"
    assert kinds(report) == [("title", "Mill burns")]


def test_headings(tmp_path: Path) -> None:
    report = one(
        tmp_path, "a.md", f"# Mill *burns* #\n\n{BODY}\n\n## The *cause*\nNot known yet.\n\nThe town\n--------\n{BODY}"
    )
    assert kinds(report) == [("title", "Mill burns"), ("heading", "The cause"), ("heading", "The town")]
    assert report.title == "Mill burns"


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("[police](https://x.example/a_(b) \"t\") said", "police said"),
        ("[police][1] said\n\n[1]: https://x.example", "police said"),
        ("he [the mayor] said", "he [the mayor] said"),
        ("he [the mayor](said", "he [the mayor](said"),
        ("![a fire](fire.jpg)Fire broke out", "Fire broke out"),
        ("[![a fire](fire.jpg)](x) Fire broke out", "Fire broke out"),
        ("a *very* **big** ***fire***", "a very big fire"),
        ("_Ledger_ and __Post__ but snake_case_name", "Ledger and Post but snake_case_name"),
        ("2 * 3 * 4 and f**er", "2 * 3 * 4 and f**er"),
        ("*The Ledger* and *The Post*", "The Ledger and The Post"),
        ("fire &amp; smoke &eacute; &#8212; &bogus; AT&T", "fire & smoke é — &bogus; AT&T"),
        ("a \\*star\\* and C:\\new", "a *star* and C:\\new"),
        ("<b>Fire</b> broke<br/>out, 3 < 4 > 2", "Fire broke out, 3 < 4 > 2"),
        ("see <https://x.example/a> now", "see https://x.example/a now"),
        ("Fire <!-- storydiff: ignore -->broke <!--\nx -->out", "Fire broke out"),
        ("> Fire broke out,\n> he said.", "Fire broke out,\nhe said."),
        ("Fire broke out.\\\nNobody was hurt.", "Fire broke out.\nNobody was hurt."),
        ("one\n\n---\n\ntwo\n\n* * *\n\nthree", "one\n\ntwo\n\nthree"),
        ("- one *two*\n- three", "- one two\n- three"),
        ("say `words` and ``quoted'' words", "say words and ``quoted'' words"),
        ("* one\n* two", "* one\n* two"),
    ],
)  # fmt: skip
def test_only_what_is_seen(tmp_path: Path, markup: str, seen: str) -> None:
    assert one(tmp_path, "a.md", f"---\noutlet: x\n---\n{markup}").text == seen


def test_positions_inside_markup(tmp_path: Path) -> None:
    report = one(tmp_path, "a.md", "First line.\n\nSaid [the *chief*](https://x.example), who &amp; what.\n")
    assert position(report, "chief") == (3, 12)
    assert at(report, "the chief, who & what") == "the *chief*](https://x.example), who &amp; what"
    assert at(report, "&") == "&amp;"


def test_crlf(tmp_path: Path) -> None:
    report = one(tmp_path, "a.md", f"---\r\ntitle: Mill burns\r\noutlet: Ledger\r\n---\r\n\r\nOne.\r\n\r\n{BODY}\r\n")
    assert report.text == f"Mill burns\n\nOne.\n\n{BODY}"
    assert position(report, "Nobody") == (8, 29)


@pytest.mark.parametrize("head", ["title: a: b", "title: [a", "a: &x [*x", "\t- : :"])
def test_front_matter_that_is_not_yaml(tmp_path: Path, head: str) -> None:
    with pytest.raises(ReadError, match="front matter is not YAML"):
        read_as(tmp_path, "a.md", f"---\n{head}\n---\n{BODY}")


def test_front_matter_can_neither_grow_nor_run(tmp_path: Path) -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    run = "title: !!python/object/apply:os.system ['false']\n"
    report = one(tmp_path, "a.md", f"---\n{bomb}{run}outlet: Ledger\n---\n{BODY}")
    assert (report.outlet, report.title) == ("Ledger", "false")


def test_front_matter_that_is_nested_too_deep(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="front matter is nested too deep"):
        read_as(tmp_path, "a.md", "---\ndeep: " + "[" * 30_000 + f"\n---\n{BODY}")


def test_a_rule_on_top_is_no_front_matter(tmp_path: Path) -> None:
    assert one(tmp_path, "a.md", f"---\n\n{BODY}").text == BODY


_VALUES = st.lists(
    st.sampled_from([*"a é中1_.:-,'’/+#\"&*?<[{!%@`(", "10:30", " - ", ": ", " #", "~", "no", "\t", "\x85", "\u2028"]),
    max_size=6,
).map("".join)
_MARKS = st.shared(st.sampled_from(["", "", '"', "'"]))
_LINES = st.builds(
    "{}{}{}{}{}\n".format,
    st.sampled_from(["outlet", "a_b", "x-y", "y", "1a", ""]),
    st.sampled_from([": ", ": ", ": ", ":", ":  "]),
    _MARKS,
    _VALUES,
    _MARKS,
)


@given(st.lists(_LINES, min_size=1, max_size=3).map("".join))
def test_plain_front_matter_reads_as_yaml_has_it(head: str) -> None:
    if plain := _plain_scalars(head):
        assert plain == _scalars(head, 0)


@pytest.mark.parametrize(
    "head",
    [
        "outlet: Harbor Ledger\n",
        "date: 2026-03-06 09:00:00\n",
        'title: "What’s next: “No”?"\n',
        "url: https://a.example/b-1.html\n",
    ],
)
def test_usual_front_matter_is_plain(head: str) -> None:
    assert _plain_scalars(head) == _scalars(head, 0)
