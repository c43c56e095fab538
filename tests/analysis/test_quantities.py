"""Quantities: the number is found, bounded, measured, and it is known what it counts and what happened to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storydiff.analysis import number_words
from storydiff.analysis.quantities import find_quantities
from storydiff.model import Quantity, Report


def quantities(text: str) -> tuple[Quantity, ...]:
    return find_quantities(Report(text=text, source=text, sigil="A"), (), (), (), (), ())


BOUNDS = {  # text: (words, low, high)
    "Twelve people fled.": ("Twelve people", 12, 12),
    "A dozen people fled.": ("A dozen people", 12, 12),
    "Half a dozen boats sank.": ("Half a dozen boats", 6, 6),
    "At least three boats sank.": ("At least three boats", 3, None),
    "More than 40 guests came.": ("More than 40 guests", 40, None),
    "It holds up to 300 people.": ("up to 300 people", None, 300),
    "Fewer than ten came.": ("Fewer than ten", None, 10),
    "Five or more boats sank.": ("Five or more boats", 5, None),
    "Between five and six boats sank.": ("Between five and six boats", 5, 6),
    "Eight to ten boats sank.": ("Eight to ten boats", 8, 10),
    "It needs 5-10 million seeds.": ("5-10 million seeds", 5_000_000, 10_000_000),
    "A herd of 1.2 million sheep.": ("1.2 million", 1_200_000, 1_200_000),
    "One hundred and three boats sank.": ("One hundred and three boats", 103, 103),
    "Dozens of boats sank.": ("Dozens of boats", 20, None),
    "They lit three dozens of candles.": ("three dozens of candles", 36, 36),
    "It has 3 dozen boats.": ("3 dozen boats", 36, 36),
    "About 1 414 021 100 people live there.": ("About 1 414 021 100 people", 1_201_917_935, 1_626_124_265),
    "Exactly 12,34,567 people live there.": ("12,34,567 people", 1_234_567, 1_234_567),
    "A lake of 3 lakh crore drops.": ("3 lakh crore drops", 3e12, 3e12),
    "A lake of three lakh crore drops.": ("three lakh crore drops", 3e12, 3e12),
    "They have 3 million and a half.": ("3 million and a half", 3_500_000, 3_500_000),
    "They have 4 thousand 3 hundred and 21 boats.": ("4 thousand 3 hundred and 21 boats", 4_321, 4_321),
    "They have 3 hundred and 2 hundred.": ("3 hundred", 300, 300),
    "At 7 million 2 boats sank.": ("7 million", 7_000_000, 7_000_000),
    "Some say 10M people came.": ("10M people", 10_000_000, 10_000_000),
    "One hundred and thirty-two fifths of it.": ("One hundred and thirty-two fifths", 26.4, 26.4),
    "He was shot twice.": ("twice", 2, 2),
    "Two-thirds of the town voted.": ("Two-thirds", 2 / 3, 2 / 3),
    "She owns 40\u202f000 trees.": ("40\u202f000 trees", 40_000, 40_000),
}
MEASURES = {  # text: (words, value, unit, role)
    "It cost $5,000.": ("$5,000", 5_000, "USD", "money"),
    "It cost £1.5 million.": ("£1.5 million", 1_500_000, "GBP", "money"),
    "It cost 20 euros.": ("20 euros", 20, "EUR", "money"),
    "It cost three dollars and fifty cents.": ("three dollars and fifty cents", 3.5, "USD", "money"),
    "Only 12 percent voted.": ("12 percent", 12, "percent", "percent"),
    "It is 30 miles away.": ("30 miles", 30, "mile", "distance"),
    "He is 5-foot-6 and thin.": ("5-foot-6", 5.5, "foot", "height"),
    "He weighs 180 pounds.": ("180 pounds", 180, "pound", "weight"),
    "They found a 9mm handgun.": ("9mm", 9, "millimetre", "calibre"),
    "They found a .40-caliber pistol.": (".40-caliber", 0.4, "caliber", "calibre"),
    "A magnitude-6.1 quake struck.": ("6.1", 6.1, "magnitude", "magnitude"),
    "He got 10 years in prison.": ("10 years", 10, "year", "sentence"),
    "They waited 10 years.": ("10 years", 10, "year", "duration"),
    "It was minus 4 degrees.": ("minus 4 degrees", -4, "degree", "temperature"),
}
ROLES = {  # text: [(value, counted, role)]
    "At least 12 people were killed and 34 others wounded.": [(12, "people", "killed"), (34, "other", "wounded")],
    "A bomb went off, killing two and injuring five.": [(2, "", "killed"), (5, "", "wounded")],
    "The death toll rose to 12.": [(12, "", "killed")],
    "Deputies found two people dead.": [(2, "people", "killed")],
    "Police arrested two off-duty officers.": [(2, "officer", "arrested")],
    "Four women, including a nurse, were injured.": [(4, "woman", "wounded")],
    "Two people in a van were shot and killed.": [(2, "people", "killed")],
    "Two men killed a clerk.": [(2, "man", "")],
    "He fired five shots.": [(5, "shot", "shots")],
    "The bout lasted five rounds.": [(5, "round", "")],
    "Three remain missing.": [(3, "", "missing")],
    "Two wounded officers left.": [(2, "officer", "wounded")],
    "The island is home to 900 people.": [(900, "people", "population")],
}
AGES = {  # text: [(value, subject)]
    "A 34-year-old man fled.": [(34, "man")],
    "The boy is 9 years old.": [(9, "")],
    "Oda Brandt, 34, fled.": [(34, "oda brandt")],
    "Oda Brandt (34) fled.": [(34, "oda brandt")],
    "The victims, ages 6, 11 and 15, fled.": [(6, "victim"), (11, ""), (15, "")],
    "Men aged 21 to 36 fled.": [(21, "man")],
    "His grandfather, 61, fled.": [(61, "grandfather")],
}
NOTHING = (
    "It happened on I-405 near Exit 12.",
    "He sat at No. 2 on Channel 7.",
    "The clerk spoke to KXQZ 8 on Friday.",
    "Call 859-555-3700 or (859) 555-3600.",
    "It was 9:15 p.m. on Jan. 5, 2016.",
    "It was in the 1200 block of Elm Street.",
    "It burned at 123 Elm Street.",
    "They won 21-14.",
    "The court split 5-4.",
    "It began in 2016, in the 1990s.",
    "He carried an AR-15.",
    "Nobody, not one of them, fled; no one did.",
    "See www.harbor.example/2016/03/three-dead.html",
    "Phase Two began at six o’clock.",
)


@pytest.mark.parametrize(("text", "expected"), BOUNDS.items(), ids=BOUNDS)
def test_bounds(text: str, expected: tuple[str, float | None, float | None]) -> None:
    found = quantities(text)[0]
    low, high = (None if bound is None else pytest.approx(bound) for bound in expected[1:])
    assert (found.text, found.low, found.high) == (expected[0], low, high)


@pytest.mark.parametrize(("text", "expected"), MEASURES.items(), ids=MEASURES)
def test_measures(text: str, expected: tuple[str, float, str, str]) -> None:
    found = [(one.text.replace("Only ", ""), one.value, one.unit, one.role) for one in quantities(text)]
    assert found == [expected]


@pytest.mark.parametrize(("text", "expected"), ROLES.items(), ids=ROLES)
def test_what_is_counted_and_what_happened(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert [(one.value, one.counted, one.role) for one in quantities(text)] == expected


@pytest.mark.parametrize(("text", "expected"), AGES.items(), ids=AGES)
def test_ages(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(one.value, one.subject) for one in quantities(text) if one.role == "age"] == expected


def test_decades_of_life_are_intervals() -> None:
    bounds = [(one.low, one.high) for one in quantities("She is in her late 30s and he in his 20s.")]
    assert bounds == [(37, 39), (20, 29)]


@pytest.mark.parametrize("text", NOTHING)
def test_what_counts_nothing(text: str) -> None:
    assert quantities(text) == ()


_PIECES = st.sampled_from(
    [
        "at",
        "least",
        "three",
        "hundred",
        "and",
        "twenty",
        "-",
        "one",
        "half",
        "a",
        "dozen",
        "5",
        "1,200",
        "1.2",
        "million",
        "$",
        "%",
        "-year-old",
        ",",
        "to",
        "between",
        "people",
        "killed",
        "were",
        "Jan.",
        "½",
        "two-thirds",
        "ages",
        "9:15",
        "\n",
        "“",
        "(",
        "3/4",
        "00",
        "0/0",
        "of",
        "percent",
    ]
)


@given(st.lists(_PIECES, max_size=30).map(" ".join) | st.text(max_size=80))
def test_never_crashes_and_keeps_its_bounds(text: str) -> None:
    last = 0
    for one in quantities(text):
        assert text[one.start : one.end] == one.text != ""
        assert last <= one.start
        last = one.end
        assert one.low is None or one.low <= one.value
        assert one.high is None or one.value <= one.high


def test_a_long_run_of_number_words_is_read_in_bounded_pieces() -> None:
    text = "twenty " * 2_000  # one match of it all would be tried again from every word: quadratic
    assert max(len(match[0]) for match in number_words._MORE_WORDS.finditer(text)) < 200


@pytest.mark.parametrize("unit", ["123,456,", "9,999,", "12,34,567,", "12-3,", "6'2,"])
def test_a_long_line_of_figures_takes_time_in_proportion(unit: str) -> None:
    assert isinstance(quantities(unit * 6_000), tuple)  # with a look ahead over the whole line, minutes


@pytest.mark.parametrize("unit", ["0,", "one ", "7 ", "3. ", "1,234 "])
def test_of_a_table_no_more_is_read_than_its_beginning(unit: str) -> None:
    found = quantities(
        "Five people died. " + unit * 500 + "\n\nThe fire in the old mill at the weir hurt three people."
    )
    assert len(found) < 80
    assert found[0].counted == found[-1].counted == "people"


def test_a_row_of_numbers_as_a_sentence_may_tell_is_read() -> None:
    assert len(quantities("They drew " + ", ".join(map(str, range(11, 41))) + ".")) == 30
