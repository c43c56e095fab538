"""Attributions: source, cue, content, kind; who the source is; what it came through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storydiff.analysis.analyse import analyse
from storydiff.model import Attribution, Report

# text → source, cue, content, kind of the first attribution
CREDITED = {
    "direct, speaker after": (
        "“The bridge is safe,” said Lt. Oda Brandt, a spokeswoman for the county.",
        ("Lt. Oda Brandt", "said", ["“The bridge is safe,”"], "direct"),
    ),
    "direct, speaker before the cue": (
        "“The bridge is safe,” Brandt said Tuesday. “Use it.”",
        ("Brandt", "said", ["“The bridge is safe,”", "“Use it.”"], "direct"),
    ),
    "direct, broken": (
        "“The bridge,” Brandt said, “is safe.”",
        ("Brandt", "said", ["“The bridge,”", "“is safe.”"], "direct"),
    ),
    "direct, introduced": (
        "Brandt said: “The bridge is safe.”",
        ("Brandt", "said", ["“The bridge is safe.”"], "direct"),
    ),
    "indirect": (
        "Police said the man was armed with a knife.",
        ("Police", "said", ["the man was armed with a knife"], "indirect"),
    ),
    "indirect, that": (
        "The mayor told the Harbor Ledger that the bridge would reopen.",
        ("The mayor", "told", ["that the bridge would reopen"], "indirect"),
    ),
    "according to, at the end": (
        "Three people were hurt in the fire, according to the sheriff’s office.",
        ("the sheriff’s office", "according", ["Three people were hurt in the fire"], "indirect"),
    ),
    "according to, at the start": (
        "According to investigators, the fire began in a shed.",
        ("investigators", "According", ["the fire began in a shed"], "indirect"),
    ),
    "at the end": (
        "The man fled in a red truck, the sheriff's office said.",
        ("the sheriff's office", "said", ["The man fled in a red truck"], "indirect"),
    ),
    "in the middle": (
        "The driver, police said, had been asleep.",
        ("police", "said", ["The driver", "had been asleep"], "indirect"),
    ),
    "age between": ("Oda Brandt, 43, said she saw smoke.", ("Oda Brandt", "said", ["she saw smoke"], "indirect")),
    "relative clause between": (
        "Oda Brandt, who replaced Ida Holm, said the harbor would close.",
        ("Oda Brandt", "said", ["the harbor would close"], "indirect"),
    ),
    "mixed": (
        "Brandt called the fire “a terrible loss” for Marrow Creek.",
        ("Brandt", "called", ["the fire “a terrible loss” for Marrow Creek"], "mixed"),
    ),
    "a document": (
        "One study found the bridge was weak.",
        ("One study", "found", ["the bridge was weak"], "indirect"),
    ),
    "another clause begins": (
        "Brandt criticized the plan, calling it “a waste of money.”",
        ("Brandt", "criticized", ["the plan"], "indirect"),
    ),
    "opening participle": (
        "Stating that the harbor is unsafe, Brandt has closed it for a week.",
        ("Brandt", "Stating", ["that the harbor is unsafe"], "indirect"),
    ),
    "headline": (
        "Sheriff: Driver fell asleep\n\nThe road was closed on Monday for hours after a crash near the mill.",
        ("Sheriff", ":", ["Driver fell asleep"], "indirect"),
    ),
    "transcript": (
        "They met on the radio.\n\nBRANDT: We left early. It rained.\n\nROSS: No.\n\nBRANDT: It did.",
        ("BRANDT", ":", ["We left early. It rained."], "indirect"),
    ),
    "district in brackets": (
        "“We will look into it,” Rep. Ada Ross (R-Ohio) said.",
        ("Rep. Ada Ross", "said", ["“We will look into it,”"], "direct"),
    ),
}
NOT_CREDITED = {
    "no cue": "The bridge fell into the river.",
    "deed": "The man pointed the gun at the officer and fired.",
    "called so": "Odam, also known as the Harbor Town, lies at the sea.",
    "only seems": "The bridge seemed empty and old.",
    "label": "Watch: Harbor burns\n\nIt burned for hours and nobody was hurt in the end, on Monday.",
    "list": "There are three of them: Oda, Ada and Ivo.",
    "jobs added": "Employers added 200 jobs in May.",
    "compound": "He wore city-issued boots.",
    "inside a quotation": "“He said so,” the sign read above the door, in red paint, years before.",
}


def attributions(text: str) -> tuple[Attribution, ...]:
    return analyse(Report(text=text, source=text, sigil="A")).attributions


@pytest.mark.parametrize(("text", "expected"), CREDITED.values(), ids=CREDITED.keys())
def test_attribution(text: str, expected: tuple[str, str, list[str], str]) -> None:
    found = attributions(text)[0]
    assert found.source is not None
    assert found.cue is not None
    assert (found.source.text, found.cue.text, [m.text for m in found.content], found.kind) == expected


@pytest.mark.parametrize("text", list(NOT_CREDITED.values())[:4], ids=list(NOT_CREDITED)[:4])
def test_no_attribution(text: str) -> None:
    assert attributions(text) == ()


def test_what_is_quoted_credits_nobody() -> None:
    found = attributions(NOT_CREDITED["inside a quotation"])
    assert all(a.cue is None or a.cue.text != "said" for a in found)


SOURCES = {
    "pronoun": (
        "Oda Brandt said the road was shut. She said it would open soon.",
        ["oda brandt", "oda brandt"],
        "named",
    ),
    "surname": ("“We ran,” said Oda Brandt. “It was dark,” Brandt said.", ["oda brandt", "oda brandt"], "named"),
    "role": (
        "Sheriff Oda Brandt said the road was shut. The sheriff said it would open soon.",
        ["oda brandt", "oda brandt"],
        "named",
    ),
    "police": ("Police said the man fled. The road was shut, police said.", ["police", "police"], "institution"),
    "sources": ("Sources said the deal was dead.", ["sources"], "anonymous"),
    "person familiar": (
        "A person familiar with the plan said it was dead.",
        ["person familiar with the plan"],
        "anonymous",
    ),
    "surname in a headline": (
        "Brandt said the road was shut\n\nOda Brandt said so on Friday.",
        ["oda brandt", "oda brandt"],
        "named",
    ),
    "the department": (
        "The Saltby Fire Department sent crews. The department said nobody was hurt.",
        ["saltby fire department"],
        "institution",
    ),
    "document": ("The affidavit says the man fled.", ["affidavit"], "document"),
}


@pytest.mark.parametrize(("text", "keys", "kind"), SOURCES.values(), ids=SOURCES.keys())
def test_source(text: str, keys: list[str], kind: str) -> None:
    found = attributions(text)
    assert [a.source_key for a in found] == keys
    assert found[-1].source_kind == kind


@given(
    st.lists(
        st.sampled_from(
            ["“", "”", '"', "Brandt", "said", "told", "according to", "that", ",", ".", ":", "\n", "(", ")", "police", "in a statement to",
             "reported by", "ABC News", "who", "adding", "the fire", "was", "—", "’", "and", "a"]
        ),
        max_size=40,
    )
)  # fmt: skip
def test_spans_stay_in_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for a in attributions(text):
        for mention in (a, *a.content, *(m for m in (a.source, a.cue, a.relay_mention) if m)):
            assert 0 <= mention.start < mention.end <= len(text)
            assert text[mention.start : mention.end] == mention.text
