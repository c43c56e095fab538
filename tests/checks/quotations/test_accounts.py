"""One speaker's account, passed on by two outlets in different words."""

import pytest

from storydiff.testing import findings

ONE = "A ferry guard shot a man on Friday. "
CASES = {
    "the threat and the act": (
        ONE
        + 'Oda Brandt, a spokesperson, told Fox News that the guard met a man "armed with what looked like a pistol." '
        'In a statement to CNN, Brandt said that it was a "hostage situation" on the quay.',
        {"the threat as Oda Brandt tells it": {"armed with what looked like a pistol", "hostage situation"}},
    ),
    "the act": (
        'Oda Brandt told Fox News that the guard "fired lawfully with his service pistol." '
        'In a statement to CNN, Oda Brandt said that the guard "used his duty weapon" that night.',
        {"the act as Oda Brandt tells it": {"fired lawfully with his service pistol", "used his duty weapon"}},
    ),
    "alike": (
        'Oda Brandt told Fox News that the guard "fired his service pistol." '
        'In a statement to CNN, Oda Brandt said that the guard "fired his pistol" that night.',
        {},
    ),
    "two speakers": (
        'Oda Brandt told Fox News that the guard "fired lawfully with his service pistol." '
        'In a statement to CNN, Paul Marrow said that the guard "used his duty weapon" that night.',
        {},
    ),
    "through one outlet": (
        'Oda Brandt told Fox News that the guard "fired lawfully with his service pistol." '
        'Brandt told Fox News that the guard "used his duty weapon" that night.',
        {},
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_accounts(text: str, expected: dict[str, set[str]]) -> None:
    found = {one.about: {v.mentions[0].text for v in one.variants} for one in findings("fact", text)}
    assert found == expected


def test_a_name_spelled_in_two_ways_through_two_outlets() -> None:
    text = (
        'Oda Wendholt, a spokesperson, told Fox News that the guard "fired lawfully with his service pistol." '
        'In a statement to CNN, Wendhold said that the guard "fired his service pistol" that night.'
    )
    (found,) = findings("name", text)
    assert {variant.reading for variant in found.variants} == {"Oda Wendholt", "Wendhold"}
