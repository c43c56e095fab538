"""Words of quotations made comparable: house style and contractions."""

import pytest

from storydiff.checks.quotations.quoted_words import key_of, same_but_contracted, same_in_house_style


def keys(text: str) -> list[str]:
    return [key_of(word) for word in text.split()]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("twenty", "20"),
        ("20 %", "20 percent"),
        ("20 per cent", "20 percent"),
        ("okay", "OK"),
        ("gonna", "going to"),
        ("'em", "them"),
        ("colour", "color"),
        ("organised", "organized"),
        ("theatre", "theater"),
        ("travelled", "traveled"),
        ("worldview", "world view"),
        ("the county's", "the countys"),
        ("chief executive officer", "CEO"),
        ("F B I", "FBI"),
        ("d***", "damn"),
        ("um well", "well"),
        ("1,000", "1000"),
        ("eleventh hour", "11th hour"),
    ],
)
def test_one_wording_in_two_house_styles(one: str, other: str) -> None:
    assert same_in_house_style(keys(one), keys(other))
    assert same_in_house_style(keys(other), keys(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("were", "we're"),
        ("our", "or"),
        ("four", "for"),
        ("no", "not"),
        ("can", "can't"),
        ("this", "that"),
        ("one", "two"),
        ("rise", "rice"),
    ],
)
def test_other_words_are_other_words(one: str, other: str) -> None:
    assert not same_in_house_style(keys(one), keys(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("don't", "do not"),
        ("can't", "cannot"),
        ("won't", "will not"),
        ("we're", "we are"),
        ("he's", "he is"),
        ("he's", "he has"),
        ("I'd", "I would"),
        ("they've", "they have"),
        ("good & bad", "good and bad"),
    ],
)
def test_contractions(one: str, other: str) -> None:
    assert same_but_contracted(keys(one), keys(other))
    assert same_but_contracted(keys(other), keys(one))
    assert not same_in_house_style(keys(one), keys(other))


@pytest.mark.parametrize(("one", "other"), [("don't", "do"), ("he's", "he was"), ("is", "is not")])
def test_more_than_a_contraction(one: str, other: str) -> None:
    assert not same_but_contracted(keys(one), keys(other))
