"""Names spelled in two ways, and names that only look so."""

import pytest

from storydiff.testing import findings, flagged

CASES = {
    "two words of one name": (
        "The first African American Supreme Court justice spoke in Saltby on Friday.",
        "The African American Supreme Court justice spoke in Saltby on Friday.",
    ),
    "a surname": (
        "Odalys [[Brandt]], 34, was shot on Friday. [[Brandt]] died at the Saltby hospital.",
        "Odalys [[Brendt]], 34, was shot on Friday. [[Brendt]] died at the Saltby hospital.",
    ),
    "letters that changed places": (
        "A neighbor, Ottoline [[Varona]], heard the shots.",
        "A neighbor, Ottoline [[Varnoa]], heard the shots.",
    ),
    "a surname alone, within one report": (
        "Ottoline [[Vargas]] lives next door. [[Vargas]] heard the shots. The dog barked, [[Vergas]] said.",
    ),
    "a full name, within one report": (
        "Mayor Tobias [[Grevin]] opened the bridge. [[Grevin]] spoke for an hour. Later, Tobias [[Greven]] left for home.",
    ),
    "a street": (
        "The man was found on [[Harrowby]] Avenue on Friday morning.",
        "The man was found on [[Harowby]] Avenue on Friday morning.",
    ),
    "short form, initial, title, Jr.": (
        "Lt. Thomas Q. Oda Jr. spoke to reporters at the scene on Friday.",
        "Tom Oda spoke to reporters at the scene on Friday.",
    ),
    "hyphen, accent, apostrophe": (
        "Renée D'Orsay-Lund spoke to reporters at the scene on Friday.",
        "Renee D’Orsay Lund spoke to reporters at the scene on Friday.",
    ),
    "two persons whom both reports name": (
        "Tobias Harlan and Tobias Harlin, no relation, were hurt on Friday.",
        "Tobias Harlin and Tobias Harlan, no relation, were hurt on Friday.",
    ),
    "a land and its people": (
        "The Syrian army shelled the town on Friday, the agency said.",
        "Syria shelled the town on Friday, the agency said.",
    ),
    "another first name": (
        "The clerk, [[Shaun Varga]], 34, was taken to a hospital on Friday night.",
        "The clerk, [[Sean Varga]], 34, was taken to a hospital on Friday night.",
    ),
    "one of a couple under another first name": (
        "The dead are Pavel Varga and [[Kay Varga]], 54, the sheriff said on Monday.",
        "Inside were the bodies of Pavel Varga and [[Ottoline Varga]].",
    ),
    "a misspelling beside relatives of the surname": (
        "Ottoline [[Varona]] lives there. Pavel [[Varona]] killed Ottoline [[Varnoa]] and Oda [[Varona]], police said.",
    ),
    "another surname of the same mother": (
        "[[Dalina Harlan]], the girl's mother, drove home on Friday. Her mother, [[Dalina Harlan]], was not hurt.",
        "The girl's mother, [[Odalina Quist]], drove home on Friday.",
    ),
    "a first name spelled in two ways": (
        "The clerk, [[Erik]] Varga, 34, was shot at the ferry on Friday.",
        "Friends of [[Erick]] Varga, the clerk, met at the ferry.",
    ),
    "a first name with y and ie": (
        "The clerk, [[Tommy]] Varga, 34, was shot at the ferry on Friday.",
        "Friends of [[Tommie]] Varga, the clerk, met at the ferry.",
    ),
    "a pet form": (
        "The clerk, Mike Varga, 34, was shot at the ferry on Friday.",
        "Friends of Mikey Varga, the clerk, met at the ferry.",
    ),
    "shouted captions": (
        "PTHE CLERK WAS SHOT. PSHE SAID SO. WE WANT TO MAKE SURE SHE RECOVERS. PTHEN A RECOVERY.",
        "The clerk was shot on Friday.",
    ),
    "a surname cut short": (
        "Police arrested [[Anders LaMarrowa]] on Friday after a chase.",
        "After a chase, [[Anders Marrowa]] was booked on Friday.",
    ),
    "a namesake of another age": (
        "Pavel Harlan, 34, was shot at the ferry on Friday.",
        "Pavel Tomley, 61, heard the shots at the mill on Friday.",
    ),
    "a woman and a man of one surname": (
        "Ebony Varga, the owner of the home, came half an hour after the shooting.",
        "Brandon Varga was at his home when the shooting occurred, an hour after he came.",
    ),
    "two of a family": (
        "The clerk, Ottoline Varga, was taken to a hospital on Friday night with her brother Pavel Varga.",
        "The clerk, Pavel Varga, was taken to a hospital on Friday night.",
    ),
    "British and American": (
        "The clerk works for the Varga Organisation in Saltby, the mayor said.",
        "The clerk works for the Varga Organization in Saltby, the mayor said.",
    ),
    "a verb and who does it": (
        "The clerk has no lawyer of the Saltby Public Defender office, the mayor said.",
        "“Defended herself in court,” the mayor of Saltby said of the clerk.",
    ),
    "strangers with like names": (
        "The mayor, Anders Marlow, spoke at length about the budget of the port.",
        "A dog bit a postman, Pavel Harlow, in the park near the old mill.",
    ),
}


@pytest.mark.parametrize("reports", CASES.values(), ids=CASES.keys())
def test_name(reports: tuple[str, ...]) -> None:
    found, expected = flagged("name", *reports)
    assert found == expected


def test_one_finding_for_all_spellings_of_a_name() -> None:
    (found,) = findings(
        "name",
        "The driver, Laurens Atkins, died on Friday.",
        "The driver, Laurens Adkins, died on Friday.",
        "The driver, Laurens Atkens, died on Friday.",
        "The driver, Laurens Atkins, died on Friday.",
    )
    assert [variant.value for variant in found.variants] == ["atkins", "adkins", "atkens"]
