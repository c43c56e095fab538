"""Names of persons, bodies and places, and what in-report reference makes of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storydiff.analysis.names import find_names
from storydiff.analysis.sentences import split_sentences
from storydiff.identity import is_two_syllable_given_name
from storydiff.model import Entity, Name, Report


def _names(text: str) -> tuple[tuple[Name, ...], tuple[Entity, ...]]:
    report = Report(text=text, source=text, sigil="A")
    return find_names(report, split_sentences(report))


def _found(text: str) -> list[tuple[str, str]]:
    return [(name.text, name.kind) for name in _names(text)[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said Oda Brandt was hurt.", [("Oda Brandt", "person")]),
        ("On Tuesday, Oda Brandt left.", [("Oda Brandt", "person")]),
        ("After Oda Brandt left, officers came.", [("Oda Brandt", "person")]),
        ("The shooter was Todd M. Lindqvist Jr., they said.", [("Todd M. Lindqvist Jr.", "person")]),
        ("They named J.D. McRae and Mary-Ann O'Hara.", [("J.D. McRae", "person"), ("Mary-Ann O'Hara", "person")]),
        ("They named Kathryn “Kathy” Burton.", [("Kathryn “Kathy” Burton", "person")]),
        ("It was Oscar de la Vega who spoke.", [("Oscar de la Vega", "person")]),
        ("Neighbor Maria Lopez heard it.", [("Maria Lopez", "person")]),
        ("Then Makira Oldwood, 19, fell.", [("Makira Oldwood", "person")]),
        (
            "He told the Marrow Creek Police Department so.",
            [("Marrow Creek Police Department", "organisation")],
        ),
        (
            "The Bell County Sheriff's Office and Immigration and Customs Enforcement agreed.",
            [("Bell County Sheriff's Office", "organisation"), ("Immigration and Customs Enforcement", "organisation")],
        ),
        (
            "He studied at the University of Texas at Austin.",
            [("University of Texas", "organisation"), ("Austin", "place")],
        ),
        ("She went to St. Luke's Hospital.", [("St. Luke's Hospital", "organisation")]),
        ("She went to Marrow Children's Hospital.", [("Marrow Children's Hospital", "organisation")]),
        ("Chicago's Mercy Hospital took her in.", [("Chicago", "place"), ("Mercy Hospital", "organisation")]),
        ("They left Marrow Creek, Ohio, at dawn.", [("Marrow Creek", "place"), ("Ohio", "place")]),
        ("Mission Hospital took him in.", [("Mission Hospital", "organisation")]),
        ("New York is far away.", [("New York", "place")]),
        ("Officers Tuesday arrested a man.", []),
        ("Witnesses said so. Unfortunately it was true.", []),
        ("I saw it on Christmas with American friends.", []),
    ],
)
def test_names_in_a_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    ("text", "title", "name"),
    [
        ("Police Chief Oda Brandt spoke.", "Police Chief", "Oda Brandt"),
        ("They met Lt. Brandt there.", "Lt.", "Brandt"),
        ("They met Marrow County Sheriff Ana Lopez there.", "Sheriff", "Ana Lopez"),
        ("They met New Orleans Police Superintendent Ana Lopez there.", "Police Superintendent", "Ana Lopez"),
        ("They met Houston Police Department Officer L. Bailey there.", "Officer", "L. Bailey"),
        ("They met U.S. Attorney Jane Lindqvist there.", "U.S. Attorney", "Jane Lindqvist"),
        ("They met Sheriff's Deputy Bob Stone there.", "Sheriff's Deputy", "Bob Stone"),
        ("Senate Majority Leader Ana Lopez spoke.", "Majority Leader", "Ana Lopez"),
    ],
)
def test_a_title_is_kept_apart_from_the_name(text: str, title: str, name: str) -> None:
    persons = [found for found in _names(text)[0] if found.kind == "person"]
    assert [(found.title, found.text) for found in persons] == [(title, name)]


def _keys(text: str, kind: str) -> list[str]:
    return [name.key for name in _names(text)[0] if name.kind == kind]


def test_a_surname_refers_back_to_the_full_name() -> None:
    assert _keys("Oda Brandt fell. Brandt was taken away. They asked Brandt.", "person") == ["oda brandt"] * 3


def test_a_first_name_refers_back_when_only_one_person_has_it() -> None:
    assert _keys("Oda Brandt fell. Later Oda rose.", "person") == ["oda brandt"] * 2


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("They met Han Soo-min on Friday. Mr. Han left.", "soo-min han"),
        ("They met Park Soo-min on Friday. Ms. Park left.", "soo-min park"),
        ("They met Lin Wei-ling on Friday. Wei-ling Lin left.", "wei-ling lin"),
        ("Lin Wei-ling spoke. Lin left.", "wei-ling lin"),
    ],
)
def test_a_family_name_may_come_first(text: str, key: str) -> None:
    assert _keys(text, "person") == [key, key]


@pytest.mark.parametrize("word", ["Sit-in", "Re-run", "Twenty-one", "All-star", "Mary-Ann", "Jong", "Wei-"])
def test_a_compound_is_no_given_name(word: str) -> None:
    assert not is_two_syllable_given_name(word)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("DUNMARROW (AP) —", [("DUNMARROW", "place"), ("AP", "organisation")]),
        ("ODAM, Ohio —", [("ODAM", "place"), ("Ohio", "place")]),
        ("ST. ODA, Mo. —", [("ST. ODA", "place"), ("Mo.", "place")]),
        ("EAST SALTBY, Vt. (WKXQ) —", [("EAST SALTBY", "place"), ("Vt.", "place"), ("WKXQ", "organisation")]),
    ],
)
def test_a_dateline_names_a_town(line: str, expected: list[tuple[str, str]]) -> None:
    assert _found(f"{line} Two men were hurt in a fire on Monday.") == expected


def test_a_state_keeps_its_point_at_the_end_of_a_sentence() -> None:
    assert _found("They lived in Saltby, Mo.") == [("Saltby", "place"), ("Mo.", "place")]


@pytest.mark.parametrize("name", ["Club Orchid", "Hotel Saltby", "Club Blue Heron"])
@pytest.mark.parametrize("text", ["People danced at {}.", "In {} people danced.", "{} was closed."])
def test_a_house_is_named_after_its_kind(name: str, text: str) -> None:
    assert _found(text.format(name)) == [(name, "organisation")]


def test_a_saint_s_house_is_no_town() -> None:
    text = "They went to St. Oda's Hospital. He died at St. Oda's. St. Karl's mayor spoke."
    assert _found(text) == [
        ("St. Oda's Hospital", "organisation"),
        ("St. Oda's", "organisation"),
        ("St. Karl", "place"),
    ]
    assert _keys(text, "organisation") == ["saint oda's hospital"] * 2


def test_people_with_one_surname_are_kept_apart() -> None:
    text = "Oda Brandt met Karl Brandt. Sgt. Karl Brandt spoke."
    assert _keys(text, "person") == ["oda brandt", "karl brandt", "karl brandt"]


def test_a_middle_name_and_a_pet_name_do_not_make_another_person() -> None:
    text = "Michael J. Brandt fell. Mike Brandt had a dog. Michael Brandt is well."
    assert len(set(_keys(text, "person"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Spokeswoman Tricia McLarenson spoke. In a mail McLarensong said so.",
        "Sarah Griebo fell. A year ago, Sarah Greibo won.",
        "Sgt. Shaun Stewart fell. Sgt. Shawn Stewart got up.",
    ],
)
def test_a_misspelling_is_a_variant_of_the_person(text: str) -> None:
    _, entities = _names(text)
    persons = [entity for entity in entities if entity.kind == "person"]
    assert len(persons) == 1
    assert len(persons[0].variants) == 2


@pytest.mark.parametrize(
    "text", ["Daniel Brandt met Danielle Brandt.", "Maria Lopez met Maria Lund.", "Jon Brandt met Joan Brandt."]
)
def test_similar_names_of_different_people_stay_apart(text: str) -> None:
    assert len(_names(text)[1]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "They called the Marrow Creek Police Department. The MCPD came.",
        "They called the Marrow Creek Police Department. Marrow Creek Police came.",
        "They called the Los Angeles Police Department. The LAPD came.",
        "They called the Bell County Sheriff's Office. The Sheriff's Office came.",
    ],
)
def test_initials_and_short_forms_of_a_body_mean_the_long_one(text: str) -> None:
    assert len({entity.key for entity in _names(text)[1] if entity.kind == "organisation"}) == 1


def test_a_headline_in_capitals_gives_only_names_known_from_the_text() -> None:
    text = "Man Shot Dead as Oda Brandt Looks On in Marrow Creek\n\nA man was shot as Oda Brandt looked on."
    assert _found(text) == [("Oda Brandt", "person"), ("Oda Brandt", "person")]


@pytest.mark.parametrize(
    ("text", "gender"), [("Oda Brandt fell.", "f"), ("He saw Mr. Brandt.", "m"), ("He saw Lee Brandt.", "")]
)
def test_gender_comes_from_title_or_first_name(text: str, gender: str) -> None:
    assert [entity.gender for entity in _names(text)[1]] == [gender]


_PARTS = [
    "Oda Brandt",
    "Sgt.",
    "“",
    "'",
    ". ",
    ", ",
    "the",
    "of",
    "and",
    "MCPD",
    "St.",
    "Jr.",
    "\n",
    "É",
    "a",
    "A",
    "-",
    "'s ",
    " ",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(_PARTS), st.text(max_size=4)), max_size=30).map("".join))
def test_spans_hold_the_words_and_stand_in_order(text: str) -> None:
    names, entities = _names(text)
    assert all(text[name.start : name.end] == name.text and name.text for name in names)
    assert list(names) == sorted(names, key=lambda name: name.start)
    assert sorted(n.start for entity in entities for n in entity.mentions) == [n.start for n in names]
    assert all(name.key for name in names)


def test_among_namesakes_a_lone_surname_means_the_one_named_last() -> None:
    text = "Oda Brandt met Karl Brandt. Then Brandt fell. Oda Brandt ran. Brandt was quick."
    assert _keys(text, "person") == ["oda brandt", "karl brandt", "karl brandt", "oda brandt", "oda brandt"]
