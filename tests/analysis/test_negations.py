"""Negations: the cue and the words it negates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storydiff.analysis.negations import find_negations
from storydiff.analysis.sentences import split_sentences
from storydiff.model import Report

NEGATED = {
    "not": ("The man was not armed, but he ran.", [("not", "armed")]),
    "short form": ("They didn’t find a gun.", [("n’t", "find a gun")]),
    "no before the subject": ("No arrests have been made.", [("No", "arrests have been made")]),
    "no before an object": ("Police made no arrests after the march.", [("no", "arrests")]),
    "without": ("He left without a coat when it rained.", [("without", "a coat")]),
    "denied": ("Ross denied stealing the boat.", [("denied", "stealing the boat")]),
    "nobody": ("Nobody was hurt.", [("Nobody", "was hurt")]),
}
PLAIN = {
    "not only": "Not only was the bridge shut, it was flooded.",
    "number": "The No. 2 official spoke.",
    "answer": "No, the bridge stands.",
    "part of a word": "Nothingness is a noble notion; he noticed a knot.",
}


@pytest.mark.parametrize(("text", "expected"), NEGATED.values(), ids=NEGATED.keys())
def test_negations(text: str, expected: list[tuple[str, str]]) -> None:
    report = Report(text=text, source=text)
    found = find_negations(report, split_sentences(report))
    assert [(n.text, text[n.scope.start : n.scope.end]) for n in found] == expected


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN.keys())
def test_no_negation(text: str) -> None:
    report = Report(text=text, source=text)
    assert find_negations(report, split_sentences(report)) == ()


@given(
    st.lists(st.sampled_from(["not", "no", "didn't", "denied", "without", ",", ".", "\n", "who", "was", "x", "No."]))
)
def test_scopes_stay_in_the_sentence(pieces: list[str]) -> None:
    text = " ".join(pieces)
    report = Report(text=text, source=text)
    sentences = split_sentences(report)
    for negation in find_negations(report, sentences):
        assert text[negation.start : negation.end] == negation.text
        assert any(s.start <= negation.scope.start < negation.scope.end <= s.end for s in sentences)
