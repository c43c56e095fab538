"""Titles, posts and relations and whose they are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storydiff.analysis.names import find_names
from storydiff.analysis.roles import find_roles
from storydiff.analysis.sentences import split_sentences
from storydiff.model import Report, Role


def _roles(text: str) -> tuple[Role, ...]:
    report = Report(text=text, source=text, sigil="A")
    sentences = split_sentences(report)
    names, entities = find_names(report, sentences)
    return find_roles(report, sentences, names, entities)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police Chief Oda Brandt spoke.", [("Police Chief", "chief", "oda brandt")]),
        ("They met Lt. Brandt there.", [("Lt.", "lieutenant", "brandt")]),
        ("They met police spokesman Karl Lund there.", [("police spokesman", "spokesperson", "karl lund")]),
        ("They met former police chief Karl Lund there.", [("former police chief", "former chief", "karl lund")]),
        ("He lived with his wife Sarah Lund.", [("wife", "wife", "sarah lund")]),
        ("The boy's mother, Sarah Lund, wept.", [("mother", "mother", "sarah lund")]),
        ("Sarah Lund, the boy's aunt, wept.", [("boy's aunt", "aunt", "sarah lund")]),
        ("Sarah Lund, a spokeswoman for the county, spoke.", [("spokeswoman", "spokesperson", "sarah lund")]),
        ("Sarah Lund, 43, a teacher at the school, spoke.", [("teacher", "teacher", "sarah lund")]),
        ("Sarah Lund, chief of police in Marrow Creek, spoke.", [("chief of police", "chief", "sarah lund")]),
        ("Sarah Lund is the owner of the bar.", [("owner", "owner", "sarah lund")]),
        ("Mr. Lund spoke.", []),
        ("Sarah Lund spoke to the boy's mother.", []),
        ("Sarah Lund, who was shot by the officer, is well.", []),
        ("Sarah Lund said the chief was away.", []),
    ],
)
def test_roles_in_a_sentence(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(role.text, role.normal, role.person) for role in _roles(text)] == expected


def test_a_role_named_with_the_surname_belongs_to_the_full_name() -> None:
    assert [role.person for role in _roles("Oda Brandt came. Sgt. Brandt spoke.")] == ["oda brandt"]


_PARTS = [
    "Oda Brandt",
    "Sgt. ",
    "his wife ",
    ", the ",
    "mother",
    " of ",
    ", 34, a ",
    "former ",
    ". ",
    "'s ",
    "\n",
    " is ",
]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(_PARTS), st.text(max_size=3)), max_size=25).map("".join))
def test_spans_hold_the_words(text: str) -> None:
    assert all(text[role.start : role.end] == role.text and role.text and role.normal for role in _roles(text))
