"""Homes, sites, crossings, sides of a town and doors away: told differently, and told alike in other words."""

import pytest

from storydiff.testing import flagged

CASES = {
    "two homes of one person": (
        "Pavel Varga, 25, of [[Houston]], died in the shooting on Sunday.",
        "Killed in the cross fire was Pavel Varga, 25, of [[Dallas]], Texas.",
    ),
    "a man of the town, named later": (
        "[[A Dallas man]] allegedly shot a clerk on Friday in Dallas. Pavel Varga, 25, was arrested, police said.",
        "Pavel Varga, 25, of [[Houston]], was charged with shooting a clerk.",
    ),
    "a town and its state": (
        "Pavel Varga, 25, of Houston, died in the shooting on Sunday.",
        "Killed in the cross fire was Pavel Varga, 25, from Texas.",
    ),
    "homes of two persons": (
        "Pavel Varga, 25, of Houston, died in the shooting on Sunday.",
        "Ottoline Brandt, 31, of Dallas, was hurt in the shooting on Sunday.",
    ),
    "a body that somebody works for": (
        "Pavel Varga of the Houston Police Department spoke on Sunday.",
        "Pavel Varga of the Dallas Fire Department spoke on Sunday.",
    ),
    "two sites behind the same words": (
        "A fourth victim walked into [[Saltby General Hospital]] with a wound on Friday night.",
        "A fourth victim walked into the [[Harlow Police Station]] with a wound on Friday night.",
    ),
    "sites of two persons": (
        "Pavel Varga was taken to Saltby General Hospital with a wound on Friday night.",
        "Ottoline Quist was taken to the Harlow Medical Center with a wound on Friday night.",
    ),
    "a block and a crossing": (
        "The clerk was shot in the [[2800 block of Harbor Street]] on Friday.",
        "The clerk was shot near the corner of [[Harbor Street and Marlow Avenue]] on Friday.",
    ),
    "a block beside the same cross street": (
        "The clerk was shot in the 2800 block of Harbor Street near Marlow on Friday.",
        "The clerk was shot near the corner of Harbor Street and Marlow Avenue on Friday.",
    ),
    "two happenings in one street, hours apart": (
        "The clerk was shot in the 2800 block of Harbor Street at 11:20 p.m. on Friday.",
        "A baker was shot at Harbor Street and Marlow Avenue at 6 p.m. on Friday.",
    ),
    "where somebody came by": (
        "The clerk was shot in the 2800 block of Harbor Street on Friday.",
        "The car of the man who shot the clerk was seen at Harbor Street and Marlow Avenue on Friday.",
    ),
    "between two streets": (
        "The clerk was shot in Quay Lane between Harbor Street and Marlow Avenue on Friday.",
        "The clerk was shot in the 2800 block of Harbor Street on Friday.",
    ),
    "a borough and a part of it": (
        "Pavel Varga, 25, of Queens, died in the shooting on Sunday.",
        "Killed in the cross fire was Pavel Varga, 25, of Saltby Point, New York.",
    ),
    "two boroughs": (
        "Pavel Varga, 25, of [[Queens]], died in the shooting on Sunday.",
        "Killed in the cross fire was Pavel Varga, 25, of [[Brooklyn]], New York.",
    ),
    "two cross streets": (
        "The shooting happened at [[Harbor Street and Marlow Avenue]] on Friday.",
        "The shooting happened at [[Harbor Street and Quillian Avenue]] on Friday.",
    ),
    "one crossing told in two ways": (
        "The shooting happened at Harbor and Marlow streets on Friday.",
        "The shooting happened at Marlow Street and Harbor Street on Friday.",
    ),
    "a crossing without endings": (
        "The clerk was shot at [[Harbor and Marlow]] on Friday.",
        "The clerk was shot in the [[1800 block of Harbor Street]] on Friday.",
    ),
    "a crossing of numbered streets, without endings": (
        "A brawl broke out at [[87th and Marlow]] on Friday.",
        "The clerk was shot at [[1587 West 87th Street]] on Friday.",
    ),
    "one crossing with and without endings": (
        "The clerk was shot at Harbor and Marlow on Friday.",
        "The clerk was shot at Marlow Street and Harbor Street on Friday.",
    ),
    "ordinal or not": (
        "The club stands at 3451 Northwest 36 Street, where a clerk was shot.",
        "The club stands at 3451 N.W. 36th St., where a clerk was shot.",
    ),
    "a house in or near the town": (
        "The boy was found dead at a house [[in Saltby]] on Friday.",
        "The boy was found dead at a house [[near Saltby]] on Friday.",
    ),
    "a report that has both in and near": (
        "The boy was found dead at a house in Saltby on Friday, a house near Saltby.",
        "The boy was found dead at a house near Saltby on Friday.",
    ),
    "a street with and without a final s": (
        "The clerk was shot in the [[4800 block of Marrow Knoll Drive]] on Friday.",
        "The clerk was found in the [[4800 block of Marrow Knolls Drive]] that night.",
    ),
    "inside the town and south of it": (
        "A family was found dead in a house in [[southwest Saltby]] on Friday.",
        "The family lived in a house [[south of Saltby]], where all were found dead.",
    ),
    "a part of the town twice": (
        "A family was found dead in a house in southwest Saltby on Friday.",
        "The family was found dead in a house in southwestern Saltby.",
    ),
    "doors away": (
        "He was arrested [[five houses away]] on Friday.",
        "He hid in a shed [[three doors away]] until Friday.",
    ),
    "several distances in one report": (
        "He was arrested five houses away on Friday. She lives two doors away.",
        "He hid in a shed three doors away until Friday.",
    ),
}


@pytest.mark.parametrize("reports", CASES.values(), ids=CASES.keys())
def test_whereabouts(reports: tuple[str, ...]) -> None:
    found, expected = flagged("place", *reports)
    assert found == expected
