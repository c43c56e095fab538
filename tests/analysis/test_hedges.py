"""Hedges: the cue is found, stands on the right rung, and weakens the right words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storydiff.analysis.hedges import find_hedges
from storydiff.analysis.sentences import split_sentences
from storydiff.model import Report, Rung

HEDGED = {
    "adverb weakens its clause": (
        "Brandt was reportedly shot twice; nobody was held.",
        [("reportedly", Rung.REPORTED, "Brandt was reportedly shot twice")],
    ),
    "relative clause only": (
        "A man who allegedly stole a boat was arrested.",
        [("allegedly", Rung.ALLEGED, "who allegedly stole a boat")],
    ),
    "modal": ("The fire may have begun upstairs.", [("may", Rung.POSSIBLE, "The fire may have begun upstairs")]),
    "not the next clause": (
        "The roof might fall, and the street was closed.",
        [("might", Rung.POSSIBLE, "The roof might fall")],
    ),
    "noun": ("The alleged arsonist fled.", [("alleged", Rung.ALLEGED, "arsonist")]),
    "participle as an adjective": ("Two suspected robbers fled.", [("suspected", Rung.ALLEGED, "robbers")]),
    "passive": ("The pilot is believed to have slept.", [("believed to", Rung.BELIEVED, "have slept")]),
    "believers before": ("Police believe the men met at noon.", [("believe", Rung.BELIEVED, "the men met at noon")]),
    "believers after": ("The men met at noon, police believe.", [("believe", Rung.BELIEVED, "The men met at noon")]),
    "it appears": ("It appears the men met at noon.", [("It appears", Rung.BELIEVED, "the men met at noon")]),
    "open question": (
        "It is unclear whether anyone was hurt, Oda Brandt said.",
        [("unclear whether", Rung.POSSIBLE, "anyone was hurt")],
    ),
    "denied": ("Ross denied that he lit the match.", [("denied", Rung.DENIED, "that he lit the match")]),
    "curly apostrophe": ("Police aren’t sure if he swam.", [("aren’t sure if", Rung.POSSIBLE, "he swam")]),
}
FLAT = {
    "month": "The trial begins on May 5. May 6 is a holiday.",
    "in court": "He appeared in court.",
    "reporting verb": "They reported the theft.",
    "claimed lives": "The flood claimed the lives of two sailors.",
    "part of a word": "It was an unlikely, dismay-filled, unapparent day.",
}


@pytest.mark.parametrize(("text", "expected"), HEDGED.values(), ids=HEDGED.keys())
def test_hedges(text: str, expected: list[tuple[str, Rung, str]]) -> None:
    report = Report(text=text, source=text, sigil="A")
    found = find_hedges(report, split_sentences(report))
    assert [(h.text, h.rung, text[h.scope.start : h.scope.end]) for h in found] == expected


@pytest.mark.parametrize("text", FLAT.values(), ids=FLAT.keys())
def test_no_hedge(text: str) -> None:
    report = Report(text=text, source=text)
    assert find_hedges(report, split_sentences(report)) == ()


@given(st.lists(st.sampled_from(["may", "alleged", ",", ".", "“", "\n", "police believe", "who", " ", "was", "x"])))
def test_scopes_stay_in_the_sentence(pieces: list[str]) -> None:
    text = " ".join(pieces)
    report = Report(text=text, source=text)
    sentences = split_sentences(report)
    for hedge in find_hedges(report, sentences):
        assert text[hedge.start : hedge.end] == hedge.text
        assert any(s.start <= hedge.scope.start <= hedge.scope.end <= s.end for s in sentences)
