"""Places: what is found, of which kind, in which normal form."""

import pytest

from storydiff.analysis.names import find_names
from storydiff.analysis.places import find_places
from storydiff.analysis.sentences import split_sentences
from storydiff.testing import report


def places(text: str) -> list[tuple[str, str]]:
    made, _ = report(text)
    sentences = split_sentences(made)
    names, _ = find_names(made, sentences)
    return [(place.kind, place.key) for place in find_places(made, sentences, names)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was in the 1400 block of W. Oak St. on Friday.", [("block", "1400 block west oak street")]),
        ("Officers went to 1412 North Oak Street on Friday.", [("address", "1412 north oak street")]),
        ("It was at the corner of Fifth and Main streets.", [("intersection", "5th street & main street")]),
        ("He lives on Ostravia Avenue with a dog.", [("street", "ostravia avenue")]),
        ("She was taken to Saltby General Hospital.", [("hospital", "saltby general hospital")]),
        ("She was taken to St. Oda's Hospital.", [("hospital", "saint oda's hospital")]),
        ("He was taken to St Oda's Hospital. He died at St. Oda's.", [("hospital", "saint oda's hospital")] * 2),
        ("People danced at Club Orchid.", [("venue", "club orchid")]),
        ("They met in Marrow Creek, Ohio, on Friday.", [("town", "marrow creek"), ("state", "ohio")]),
        ("About 1,400 people marched on Friday.", []),
        ("In 2015 Street and his band toured.", []),
    ],
)
def test_places(text: str, expected: list[tuple[str, str]]) -> None:
    assert places(text) == expected


def test_a_town_is_within_the_state_named_after_it() -> None:
    made, _ = report("They met in Marrow Creek, Ohio, on Friday.")
    sentences = split_sentences(made)
    town, _ = find_places(made, sentences, find_names(made, sentences)[0])
    assert town.within == "ohio"


@pytest.mark.parametrize("text", ["1st and " * 20_000, "Oak St. " * 20_000, "Oak and Elm of " * 20_000])
def test_long_lines_of_streets_end(text: str) -> None:
    made, _ = report(text)
    assert isinstance(find_places(made, split_sentences(made), ()), tuple)
