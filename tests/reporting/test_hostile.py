"""What is written in a report, in the name of a file or in a reason steers nothing that reads our output.

The shape of every output is taken from a harmless text; whatever stands in its place, the shape has to stay.
"""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporting.hostile_samples import SAMPLES, hostile
from reporting.shapes import SHAPES, assert_harmless, rendered
from storydiff.cli.outputs import FORMATS
from storydiff.reporting.harmless import encodable
from storydiff.reporting.to_terminal import to_terminal

MEGABYTES = 10_000_000
WHOLE = {"json", "jsonl", "html"}  # they hold the texts in full
ANY_TEXT = st.text(
    st.one_of(
        st.sampled_from("<>&\"'`\\*_[]()|~$@#:%=+-!,;{} \n\r\t\0\x1b\u202e\u200b\ud800\ufffe"),
        st.characters(exclude_categories=()),
    ),
    min_size=1,
    max_size=40,
)
_SGR = re.compile("\x1b\\[[0-9;]*m")


def test_every_format_has_a_shape() -> None:
    assert set(SHAPES) == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_samples(name: str, sample: str) -> None:
    document = rendered(name, hostile(SAMPLES[sample]))
    assert_harmless(document)
    shape = SHAPES[name](document)
    if SAMPLES[sample].strip():  # what is empty may be left out
        assert shape == SHAPES[name](rendered(name, hostile("Three people")))


@pytest.mark.parametrize("name", FORMATS)
def test_any_text(name: str) -> None:
    expected = SHAPES[name](rendered(name, hostile("Three people")))

    @settings(max_examples=25, deadline=None)
    @given(ANY_TEXT)
    def check(text: str) -> None:
        document = rendered(name, hostile(text))
        assert_harmless(document)
        shape = SHAPES[name](document)
        if text.strip():
            assert shape == expected

    check()


@pytest.mark.parametrize("sample", SAMPLES)
def test_json_keeps_what_it_was_given(sample: str) -> None:
    text = SAMPLES[sample]
    finding = json.loads(rendered("json", hostile(text)))["findings"][0]
    assert finding["message"] == finding["variants"][0]["reading"] == encodable(text)


@pytest.mark.parametrize("sample", ["terminal", "rich", "bidi"])
def test_only_our_colours_reach_a_coloured_terminal(sample: str) -> None:
    shown = to_terminal(hostile(SAMPLES[sample]), colour=True, table=True, everything=True)
    assert_harmless(_SGR.sub("", shown))


def test_brackets_are_no_markup_in_a_terminal() -> None:
    assert "[bold]x[/bold]" in to_terminal(hostile(SAMPLES["rich"]), width=300)


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in WHOLE])
@pytest.mark.parametrize("text", ["x", "<&|[", "a "])
def test_a_line_of_megabytes_is_cut_short(name: str, text: str) -> None:
    document = rendered(name, hostile(text * (MEGABYTES // len(text))))
    SHAPES[name](document)
    assert len(document) < MEGABYTES
