"""Alignment end to end, on sentences of invented events."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storydiff.alignment.align import align
from storydiff.alignment.gate import strangers
from storydiff.alignment.rows import MOST_IN_CELL
from storydiff.analysis.analyse import analyse
from storydiff.model import Alignment, Report

HARBOR = """A 34-year-old man was shot and killed outside a tavern in Marrow Creek late Saturday, police said.
Dele Okoro was pronounced dead at Saint Brannock Hospital shortly after midnight.
Detectives arrested Piet Vandermeer, 29, at his sister's home on Tallow Street.
He was booked on a murder charge and is held without bond.
"He never hurt anybody in his whole life," said Okoro's aunt, Fenna Okoro.
The tavern has been closed by the county twice since 2019."""

VALLEY = """Police in Marrow Creek have a suspect in custody after a fatal shooting outside a bar on Saturday night.
Piet Vandermeer was taken into custody at a house on Tallow Street, Lt. Oda Brandt said.
The victim, Dele Okoro, 34, died at a hospital.
Vandermeer, 29, faces a charge of murder.
Brandt said the two men had argued over a parking space.
Okoro's aunt said he "never hurt anybody in his whole life."
Snow is expected in the valley on Monday."""

COURIER = """MARROW CREEK — One man is dead and another is behind bars after gunfire erupted outside a tavern.
Dele Okoro died at Saint Brannock Hospital.
The men had quarreled over a parking spot, according to Lt. Oda Brandt."""


def aligned(*texts: str) -> Alignment:
    analyses = [
        analyse(Report(text=text, source=text, path=f"{number}.txt", sigil=chr(65 + number)))
        for number, text in enumerate(texts)
    ]
    return align(analyses)


def linked(alignment: Alignment) -> set[tuple[str, str]]:
    return {(link.a.text[:24], link.b.text[:24]) for link in alignment.links}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("A 34-year-old man was", "Police in Marrow Creek h", id="leads in other words"),
        pytest.param("Dele Okoro was pronounce", "The victim, Dele Okoro, ", id="pronounced dead and died"),
        pytest.param("Detectives arrested Piet", "Piet Vandermeer was take", id="arrested and taken into custody"),
        pytest.param("He was booked on a murde", "Vandermeer, 29, faces a ", id="a pronoun for a name"),
        pytest.param('"He never hurt anybody i', "Okoro's aunt said he \"ne", id="one quotation, cut"),
    ],
)
def test_links_what_tells_the_same(left: str, right: str) -> None:
    found = {(a[: len(left)], b[: len(right)]) for a, b in linked(aligned(HARBOR, VALLEY))}
    assert (left, right) in found


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("The tavern has been clos", "Snow is expected in the ", id="nothing in common"),
        pytest.param("The tavern has been clos", "Piet Vandermeer was take", id="other facts"),
        pytest.param('"He never hurt anybody i', "Brandt said the two men ", id="both are speech"),
    ],
)
def test_leaves_apart_what_does_not(left: str, right: str) -> None:
    assert (left, right) not in linked(aligned(HARBOR, VALLEY))


def test_links_pairs_of_reports_without_a_base() -> None:
    pairs = {(link.a.sigil, link.b.sigil) for link in aligned(HARBOR, VALLEY, COURIER).links}
    assert pairs == {("A", "B"), ("A", "C"), ("B", "C")}


def test_order_of_reports_changes_nothing() -> None:
    texts = {"A": HARBOR, "B": VALLEY, "C": COURIER}
    analyses = {s: analyse(Report(text=t, source=t, sigil=s)) for s, t in texts.items()}
    results = [align([analyses[sigil] for sigil in order]) for order in permutations("ABC")]
    assert all(result == results[0] for result in results)


def test_every_sentence_stands_in_one_row() -> None:
    alignment = aligned(HARBOR, VALLEY, COURIER)
    cells = [cell for row in alignment.rows for cell in row.cells]
    told = sorted((s.sigil, s.start) for cell in cells for s in cell.sentences)
    assert told == sorted((s.sigil, s.start) for analysis in alignment.analyses for s in analysis.sentences)
    assert max(len(cell.sentences) for cell in cells) <= MOST_IN_CELL
    assert [row.number for row in alignment.rows] == list(range(1, len(alignment.rows) + 1))


@pytest.mark.parametrize("texts", [(), ("",), ("", ""), ("", HARBOR), ("…", "—"), ("a b c",), ("\x00", "7")])
def test_little_or_nothing_to_align(texts: tuple[str, ...]) -> None:
    assert aligned(*texts).links == ()


SENTENCE = st.sampled_from([line for text in (HARBOR, VALLEY, COURIER) for line in text.splitlines()])


@settings(max_examples=30, deadline=None)
@given(st.lists(SENTENCE, min_size=2, max_size=8, unique=True))
def test_a_copy_links_every_sentence_with_its_twin(lines: list[str]) -> None:
    text = "\n".join(lines)
    alignment = aligned(text, text)
    linked_places = {(link.a.start, link.b.start) for link in alignment.links}
    assert {(s.start, s.start) for s in alignment.analyses[0].sentences} <= linked_places


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=120), min_size=2, max_size=4))
def test_any_text_is_aligned_the_same_either_way_round(texts: list[str]) -> None:
    analyses = [analyse(Report(text=t, source=t, sigil=chr(65 + n))) for n, t in enumerate(texts)]
    assert align(analyses) == align(analyses[::-1])


def test_sentences_of_very_long_reports_are_linked_too() -> None:
    streets = [f"{first}{last} Street" for first in ("Bra", "Lin", "Hol", "Sal", "Mar") for last in _STREET_ENDINGS]
    things = "bakery cinema sawmill library stable".split()
    first = " ".join(f"Crews put out a fire in the {things[n % 5]} on {street}." for n, street in enumerate(streets))
    second = " ".join(f"The {things[n % 5]} on {street} burned, crews said." for n, street in enumerate(streets))
    assert len(aligned(first, second).links) >= 0.8 * len(streets)


_STREET_ENDINGS = [
    f"{middle}{end}"
    for middle in ("de", "ga", "len", "mar", "ni", "ro", "sten", "ta")
    for end in ("by", "row", "berg", "wick")
]


def test_copies_in_a_crowd_belong_to_the_event() -> None:
    texts = [COURIER] * 15 + [VALLEY] * 15
    analyses = [analyse(Report(text=text, source=text, sigil=f"R{number:02}")) for number, text in enumerate(texts)]
    crowd = align(analyses)
    assert strangers(crowd) == ()
    copied: dict[str, float] = {}
    for link in crowd.links:
        if link.a.text == link.b.text:
            for side in (link.a, link.b):
                copied[side.sigil] = max(copied.get(side.sigil, 0.0), link.score)
    assert len(copied) == len(texts)
    assert min(copied.values()) > 0.99
