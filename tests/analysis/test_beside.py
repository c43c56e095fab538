import pytest

from storydiff.analysis.beside import word_after, word_before


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("nearly | people", "nearly", "people"),
        ("at least | dead", "least", "dead"),
        ("| people", "", "people"),
        ("dead,| of them", ",", "of"),
        ("dead, | of them", "", "of"),
        ("route no. |, closed", "", ","),
        ("to |.", "to", "."),
        ("about\n| people", "", "people"),
        ("about  | people", "", "people"),
        ("a |-year-old", "a", ""),
        ("of |  people", "of", ""),
        ("in | u.s. towns", "in", ""),
        ("in | o’clock", "in", ""),
        ("in | well-known towns", "in", ""),
        ("über | people", "über", "people"),
        ("the |", "the", ""),
    ],
)
def test_words_of_letters_stand_one_space_away(text: str, before: str, after: str) -> None:
    start = text.index("|")
    lower = text.replace("|", "7")
    assert word_before(lower, start) == before
    assert word_after(lower, start + 1) == after


def test_a_word_as_long_as_the_reach_is_not_taken_for_a_shorter_one() -> None:
    assert word_before("x" * 30 + "than 7", 35) != "than"
