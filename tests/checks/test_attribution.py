"""The check attribution."""

import pytest

from storydiff.model import Verdict
from storydiff.testing import findings

RIFLE = "The gunman was armed with a hunting rifle from the store"
DIFFERENT = {
    "neighbor and police": (f"{RIFLE}, a neighbor said on Friday.", f"{RIFLE}, police said on Friday."),
    "two persons": (
        f"{RIFLE}, Sheriff Oda Brandt said on Friday.",
        f"{RIFLE}, Undersheriff Tove Lindqvist said on Friday.",
    ),
    "rebels, and nobody": (
        "The shelling killed three farmers in the village of Saltby, rebels said.",
        "The shelling killed three farmers in the village of Saltby on Friday.",
    ),
    "what somebody is said to have done": (
        "Ross Quill shot the ferry captain with a hunting rifle at the Saltby store, police said.",
        "Ross Quill shot the ferry captain with a hunting rifle from behind the Saltby store.",
    ),
    "an army, and nobody": (
        "The army says rebels killed the captured pilot in the village of Saltby on Friday.",
        "Rebels killed the captured pilot in the village of Saltby at dawn.",
    ),
}
ALIKE = {
    "what they share is not what is credited": (
        "Chief Oda Brandt said 15 shell casings, two magazines, a green coat and a wig lay in the store where the gunman opened fire.",
        "Col. Tove Lindqvist said he was at a loss to see a reason why the gunman opened fire on a crowd of customers in the store.",
    ),
    "what one source says that the other passes on": (
        "A quarrel came before the gunman fired a rifle at the Saltby store, witnesses said.",
        "Witnesses heard a quarrel before the gunman fired a rifle at the Saltby store, police said on Friday.",
    ),
    "authorities, whoever they are": (
        f"{RIFLE}, the county coroner said on Friday.",
        f"{RIFLE}, authorities said on Friday.",
    ),
    "an accusation is not flat": (
        "Ross Quill shot the ferry captain with a hunting rifle at the Saltby store, police said.",
        "Ross Quill allegedly shot the ferry captain with a hunting rifle at the Saltby store.",
    ),
    "half of it is of another matter": (
        "Witnesses chased the gunman, a tall man of Saltby in a green coat, and saw him throw his rifle from the old bridge.",
        "A guard saw the gunman flee with a rifle near the store and arrested him by the harbor, where his brother keeps a boat.",
    ),
    "a spokesman with and without a name": (
        f"{RIFLE}, her spokesman said on Friday.",
        f"{RIFLE}, family spokesman Bram Okonedo said on Friday.",
    ),
    "a pronoun": (f"{RIFLE}, he said on Friday.", f"{RIFLE}, Oda Brandt said on Friday."),
    "a lawyer with and without a name": (
        f"{RIFLE}, Mr. Brandt’s lawyer said on Friday.",
        f"{RIFLE}, Tove Lindqvist, Brandt’s attorney, said on Friday.",
    ),
    "one body under two names": (f"{RIFLE}, police said on Friday.", f"{RIFLE}, Sheriff Oda Brandt said on Friday."),
    "one person, surname alone": (
        f"{RIFLE}, Sheriff Oda Brandt said on Friday.",
        f"Oda Brandt ran the search. {RIFLE}, Brandt said on Friday.",
    ),
    "routine": (
        "The council will meet in the old town hall of Saltby on Friday, a neighbor said.",
        "On Friday, police said, the council will meet in the old town hall of Saltby.",
    ),
    "one body in two words, and else the same": (
        "The council will meet in the old town hall of Saltby on Friday, the agency said.",
        "The council will meet in the old town hall of Saltby on Friday, the bureau said.",
    ),
    "a person for a pronoun, and else the same": (
        "Mayor Dora Quill was there. She said the council will meet in the old town hall of Saltby on Friday.",
        "Mayor Dora Quill was there. Quill said the council will meet in the old town hall of Saltby on Friday.",
    ),
    "officials, and nobody": (f"{RIFLE}, police said on Friday.", f"{RIFLE} on Friday."),
}


DIFFERENT["the source alone"] = (
    "The council will meet in the old town hall of Saltby on Friday, a neighbor said.",
    "The council will meet in the old town hall of Saltby on Friday, police said.",
)


@pytest.mark.parametrize("reports", DIFFERENT.values(), ids=DIFFERENT.keys())
def test_flagged(reports: tuple[str, str]) -> None:
    (found,) = findings("attribution", *reports)
    assert found.verdict is Verdict.DIFFERENCE
    assert {mention.sigil for variant in found.variants for mention in variant.mentions} == {"A", "B"}


@pytest.mark.parametrize("reports", ALIKE.values(), ids=ALIKE.keys())
def test_quiet(reports: tuple[str, str]) -> None:
    assert findings("attribution", *reports) == ()


def test_the_sources_are_named() -> None:
    (found,) = findings("attribution", *DIFFERENT["neighbor and police"])
    assert {variant.reading for variant in found.variants} == {"a neighbor", "police"}
    assert {mention.source for variant in found.variants for mention in variant.mentions} == {"a neighbor", "police"}


def test_two_reports_that_both_tell_it_both_ways_agree() -> None:
    both = f"{RIFLE}, a neighbor said on Friday. Later the same day the search ended. {RIFLE}, police said on Friday."
    assert findings("attribution", both, f"{both} It was cold.") == ()
