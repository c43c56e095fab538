"""Names of bodies, sites and cars that differ in a word, and names of two that only look so."""

import pytest

from storydiff.testing import flagged

CASES = {
    "a short form of a chamber": (
        "The clerk resigned before the House of Representatives Ethics Committee could hear her on Friday.",
        "The clerk resigned before the House Ethics Committee could hear her on Friday.",
    ),
    "a word that some write as two": (
        "Call Metro Crime Stoppers in Saltby about the fire on Friday.",
        "Call Metro CrimeStoppers in Saltby about the fire on Friday.",
    ),
    "a possessive": (
        "The Quill County Sheriff Department found the van on Friday.",
        "The Quill County Sheriff's Department found the van on Friday.",
    ),
    "a bar with and without its possessive": (
        "The owner of Odaly Bar and Grill called it a shame.",
        "He was shot at Odaly’s Bar and Grill on Friday.",
    ),
    "two kinds of hospital": (
        "The clerk was taken to [[St. Odalys Medical Center]] on Friday.",
        "Surgeons at [[St. Odalys Health Center]] saved the clerk.",
    ),
    "a word cut short": (
        "The [[Marrow Highway Patrol]] found the van on Friday.",
        "A poster by the [[Marrow High Patrol]] calls him armed.",
    ),
    "a compass word cut short": (
        "The clerk studies at [[Southwestern Quillian College]] in Saltby.",
        "He works at [[Southwest Quillian College]] as a guard.",
    ),
    "a word misread": (
        "The clerk was taken to [[Brantal Regional Medical Center]] on Friday.",
        "Doctors at [[Bramson Regional Medical Center]] treated the clerk.",
    ),
    "a word left out": (
        "He was shot at the [[La Paloma Azul Restaurant & Nightclub]] on Friday.",
        "Police came to the [[La Azul Restaurant & Nightclub]] at six.",
    ),
    "written together": (
        "The shots fell in [[Oak Marrow]] on Friday.",
        "Neighbors in [[Oakmarrow]] heard the shots.",
    ),
    "two models of one make": (
        "The men fled in a white [[Ford F-150]] pickup after the shooting, police said.",
        "The men fled in a white [[Ford F-350]] pickup after the shooting, police said.",
    ),
    "two makes of one car": (
        "Police look for the car in which the shooter fled, a gray [[Honda]] with a broken window.",
        "Police look for the car in which the shooter fled, a gray [[Toyota]] with a broken window.",
    ),
    "apostrophes": (
        "The Marrow County Sheriff's Office is investigating.",
        "The Marrow County Sheriff’s Office is investigating. The Marrow County Sheriffs Office has two boats.",
    ),
    "house style": (
        "Call Crime Stoppers at once. The Austin-Travis County line is open.",
        "Call CrimeStoppers at once. The Austin Travis County line is open.",
    ),
    "a possessive and a hyphen": (
        "The University of Marrow's College of Medicine set up a Co-operation Board.",
        "The University of Marrow College of Medicine set up a Cooperation Board.",
    ),
    "two bodies": (
        "The Saltby Fire Department put out the fire.",
        "The Saltby Police Department closed the road.",
    ),
    "two hospitals": (
        "He was taken to St. Odalys Medical Center on Friday.",
        "She was taken to St. Pavel Medical Center on Friday.",
    ),
    "a report that has both names": (
        "He was taken to St. Odalys Medical Center, once St. Odalys Health Center.",
        "He was taken to St. Odalys Health Center.",
    ),
    "plural": (
        "The Marrow Harbor Trust Fund is empty.",
        "The Marrow Harbor Trust Funds are empty.",
    ),
    "the word state": (
        "The Marrow State Highway Patrol found the van.",
        "The Marrow Highway Patrol found the van.",
    ),
    "two cars of a make": (
        "The men fled in a white Ford F-150 pickup, chased by a Ford Explorer.",
        "The men fled in a white Ford F-350 pickup, police said.",
    ),
    "a town and a car": (
        "He is a barber in Lincoln Park and was shot on Friday.",
        "He is a barber in Lincoln Heights and was shot on Friday.",
    ),
}


@pytest.mark.parametrize("reports", CASES.values(), ids=CASES.keys())
def test_bodies(reports: tuple[str, ...]) -> None:
    found, expected = flagged("name", *reports)
    assert found == expected
