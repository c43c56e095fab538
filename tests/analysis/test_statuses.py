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
        ("No arrests have been made.", "custody", "nobody", "", False),
        ("Nobody is in custody.", "custody", "nobody", "nobody", False),
        ("Deputies have not made any arrests.", "custody", "nobody", "officer", False),
        ("No suspects are in custody yet.", "custody", "nobody", "suspect", False),
        ("Efforts to find Rask have been unsuccessful.", "custody", "at large", "", False),
        ("Deputies are trying to track down the gunman.", "custody", "at large", "suspect", False),
        ("Deputies have not yet caught the suspect.", "custody", "at large", "suspect", False),
        ("Police have little information on the gunman.", "custody", "at large", "suspect", False),
        ("Officers made an arrest on Friday.", "custody", "arrested", "officer", False),
        ("The boy's arrest was announced on Friday.", "custody", "arrested", "boy", False),
        ("Rask is held without bond.", "custody", "arrested", "", False),
        ("The fair is held in July.", "custody", "", "", False),
        ("Police are looking for two men.", "custody", "at large", "man", False),
        ("Police are looking for clues.", "custody", "", "", False),
        ("No suspects were at large.", "custody", "at large", "suspect", True),
        ("No charges were filed against the men in custody.", "custody", "arrested", "man", False),
        ("The fugitive was captured in Saltby.", "custody", "arrested", "suspect", False),
        ("The concert was captured on video.", "custody", "", "", False),
        ("No charges had been filed on Sunday.", "case", "not charged", "", False),
        ("No other charges have been filed.", "case", "", "", False),
        ("Prosecutors issued a felony charge against the driver.", "case", "charged", "driver", False),
        ("The conditions of the four others are not yet known.", "condition", "unknown", "people", False),
        ("There was no word on the clerk's condition.", "condition", "unknown", "worker", False),
        ("Deputies haven't released the boy's condition.", "condition", "unknown", "boy", False),
        ("His condition has stabilized.", "condition", "stable", "", False),
        ("The boy is likely to survive.", "condition", "will live", "boy", False),
        ("The clerk is expected to be fine.", "condition", "will live", "worker", False),
        ("The boy was shot in both legs.", "wound", "leg", "boy", False),
        ("The boy was hit in the lower left side of his back.", "wound", "back", "", False),
        ("The boy was hit in the back of the head.", "wound", "head", "boy", False),
        ("Police still don't have a motive.", "motive", "not known", "", False),
        ("Robbery was not the motive.", "motive", "", "", False),
        ("The men were shot during a loud argument.", "motive", "told", "man", False),
        ("Deputies charged them with arson.", "case", "charged", "", False),
        ("The gunman critically wounded the clerk.", "condition", "critical", "worker", False),
        ("The gunman critically wounded a pair of cousins.", "condition", "critical", "", False),
        ("The most seriously injured man can speak.", "condition", "", "", False),
        ("All were released from the hospital except the boy.", "condition", "", "", False),
        ("The man who helped her is in fair condition.", "condition", "fair", "man", False),
        ("Both were in stable condition, but the girl died.", "condition", "stable", "", False),
        ("The man was arrested without incident and charged with arson.", "case", "charged", "man", False),
        ("He met the robber face to face and chased him on foot.", "wound", "", "", False),
        ("He was upgraded to serious on Friday.", "condition", "serious", "", False),
        ("None of the injuries were life-threatening.", "injury", "not life-threatening", "nobody", False),
        ("The boy was moved out of the ICU.", "condition", "out of intensive care", "boy", False),
        ("The boy, whose name was not told, was in intensive care.", "condition", "intensive care", "boy", False),
        ("The clerk is in fair condition, Lt. Brandt said.", "condition", "fair", "worker", False),
        ("The shooter remains at large.", "custody", "at large", "suspect", False),
        ("No charges have been filed.", "case", "not charged", "", False),
        ("Her daughter is in critical condition.", "condition", "critical", "girl", False),
        ("A deputy was shot in the leg.", "wound", "leg", "officer", False),
        ("The driver left in a silver 2007 Halvorsen sedan.", "colour", "silver", "driver", False),
        ("Deputies arrested a 19-year-old man.", "custody", "arrested", "man", False),
        ("A man was hurt, but is in stable condition.", "condition", "stable", "man", False),
    ],
)
def test_states(text: str, field: str, value: str, subject: str, negated: bool) -> None:
    states = [status for status in found(text) if status.field == field]
    assert [(s.value, s.subject, s.negated) for s in states] == ([(value, subject, negated)] if value else [])


def test_the_holder_is_the_words_that_name_the_person() -> None:
    text = "The driver was hurt. She is in fair condition."
    assert [text[state.holder.start : state.holder.end] for state in found(text)] == ["She"]


def test_who_speaks_is_not_whose_state_it_is() -> None:
    (state,) = found("Oda Brandt said the boy is in stable condition.", "Oda Brandt")
    assert state.subject == "boy"


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
