"""Stems and word lists."""

from __future__ import annotations

import pytest

from storydiff.alignment.words import acts, stem, tokens


@pytest.mark.parametrize(
    "forms",
    [
        ("investigate", "investigating", "investigators", "investigation", "investigated"),
        ("shoot", "shooting", "shot", "shots"),
        ("arrest", "arrested", "arrests"),
        ("die", "died", "dies", "dying"),
        ("injury", "injuries"),
        ("identify", "identified", "identifies"),
        ("robbery", "robberies"),
        ("child", "children"),
        ("seven", "7"),
        ("1,200", "1200"),
        ("2.50", "2.5"),
    ],
)
def test_forms_of_a_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("left", "right"), [("police", "policy"), ("woman", "man"), ("seven", "70"), ("charge", "change")]
)
def test_different_words_keep_different_stems(left: str, right: str) -> None:
    assert stem(left) != stem(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("gunfire", "shot"), ("arrested", "custody"), ("died", "killed"), ("officer", "police"), ("erupted", "happened")],
)
def test_words_for_one_act_share_a_cluster(left: str, right: str) -> None:
    clusters = acts().words
    assert set(clusters[stem(left)]) & set(clusters[stem(right)])


def test_tokens_keep_clock_times_and_numbers_whole() -> None:
    assert [token.lower for token in tokens("At 3:30 a.m. some 1,200 fled Okoro’s 25-year-old bar.")] == [
        "at", "3:30", "a", "m", "some", "1,200", "fled", "okoro", "25", "year", "old", "bar",
    ]  # fmt: skip
