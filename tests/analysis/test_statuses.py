"""States out of opposing sets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storydiff.analysis.sentences import split_sentences
from storydiff.analysis.statuses import find_statuses
from storydiff.model import Entity, Name, Report, Status


def found(text: str, *people: str) -> tuple[Status, ...]:
    report = Report(text, text, sigil="A")
    entities = [
        Entity(
            name.lower(), "person", name, (name,), (Name("A", text.index(name), text.index(name) + len(name), name),)
        )
        for name in people
    ]
    return find_statuses(report, split_sentences(report), entities)


@pytest.mark.parametrize(
    ("text", "field", "value", "subject", "negated"),
    [
        ("Two suspects are in custody.", "custody", "arrested", "suspect", False),
        ("Police have not arrested the gunman.", "custody", "arrested", "suspect", True),
        ("No arrests have been made.", "custody", "arrested", "", True),
        ("Nobody is in custody.", "custody", "arrested", "nobody", True),
        ("The shooter remains at large.", "custody", "at large", "suspect", False),
        ("No charges have been filed.", "case", "not charged", "", False),
        ("Her daughter is in critical condition.", "condition", "critical", "girl", False),
        ("A deputy was shot in the leg.", "wound", "leg", "officer", False),
        ("The driver left in a silver 2007 Halvorsen sedan.", "colour", "silver", "driver", False),
        ("Deputies arrested a 19-year-old man.", "custody", "arrested", "officer", False),
    ],
)
def test_states(text: str, field: str, value: str, subject: str, negated: bool) -> None:
    states = [status for status in found(text) if status.field == field]
    assert [(s.value, s.subject, s.negated) for s in states] == [(value, subject, negated)]


def test_a_colour_of_anything_but_a_vehicle_is_not_a_state() -> None:
    assert found("He wore a black hood.") == ()


def test_the_subject_is_the_named_person_where_one_is_near() -> None:
    (state,) = found("Oda Brandt is in stable condition.", "Oda Brandt")
    assert state.subject == "oda brandt"


def test_a_negation_of_another_clause_does_not_count() -> None:
    (state,) = found("He did not speak, but he was arrested.")
    assert not state.negated


@given(st.text(alphabet=st.sampled_from("not in custody critical condition shot, ’\n.A"), max_size=80))
def test_spans_lie_in_the_text(text: str) -> None:
    assert all(text[state.start : state.end] == state.text for state in found(text))
