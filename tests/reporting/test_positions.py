"""Lines and columns."""

from hypothesis import given
from hypothesis import strategies as st

from storydiff.model import Comparison, Mention, Position, Report, Run
from storydiff.reporting.positions import Positions


@given(st.text(st.sampled_from("ab\n\ré😀"), max_size=40), st.data())
def test_position_is_what_counting_gives(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    report = Report(text=text, source=text, path="a.txt", runs=(Run(0, len(text), 0, len(text)),), sigil="A")
    place = Positions([report]).place(Mention("A", start, end, text[start:end]))
    for offset, found in ((start, place.start), (end, place.end)):
        before = text[:offset]
        assert found == Position(before.count("\n") + 1, offset - before.rfind("\n"))


def test_front_matter_is_counted(comparison: Comparison) -> None:
    mention = comparison.findings[0].variants[0].mentions[0]
    assert Positions(comparison.reports).place(mention) == ("events/pier/a.md", (6, 1), (6, 13))


def test_relay_stands_in_the_report_that_relays() -> None:
    report = Report(text="abc", source="abc", path="a.txt", sigil="A")
    assert Positions([report]).place(Mention("A/Creek Wire", 1, 2, "b")).path == "a.txt"
