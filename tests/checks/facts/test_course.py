"""How the event went, and what is known of it yet."""

import pytest

from storydiff.model import Verdict
from storydiff.testing import findings, flagged

CASES = {
    "on foot and from a car": (
        "A man [[got out]] of a car and began shooting at the bakery.",
        "Three men [[drove by]] the bakery and opened fire.",
    ),
    "walking and running": (
        "Someone [[walked up]] and started shooting.",
        "A man [[ran up]] and fired several shots.",
    ),
    "out of the car and up to the door": (
        "A man got out of a car and fired.",
        "A man walked up and fired.",
    ),
    "a walk without a shot": (
        "A man walked up to the bakery and asked for bread.",
        "Three men drove by the bakery and opened fire.",
    ),
    "a motive that is known elsewhere": (
        "The [[motive for the shooting is unknown]].",
        "The shooting [[stemmed from an argument]] over bread.",
    ),
    "a motive that nobody knows": (
        "The motive for the shooting is unknown.",
        "Police have not released a motive.",
    ),
    "a motive that may be known": (
        "The [[motive remains unclear]], but it might have been [[sparked by an argument]].",
        "It [[started as an argument]], police said.",
    ),
    "a motive told before": (
        "@2026-01-03 The motive for the shooting is unknown.",
        "@2026-01-02 The shooting stemmed from an argument over bread.",
    ),
    "no description": (
        "[[No description was]] available of the robbers.",
        "The robbers [[were described as two tall men]] in masks.",
    ),
    "the cause of a fire": (
        "The [[cause of the fire is under investigation]].",
        "The [[fire was caused by]] a candle, the chief said.",
    ),
    "how they died": (
        "Police have [[not disclosed how the couple died]].",
        "Both [[had suffered head injuries]].",
    ),
    "nobody hurt, and nobody believed to be hurt": (
        "[[No one is believed to be injured]] so far.",
        "[[No-one was injured]] in the fire.",
    ),
    "a second gunman who may be, and who is sought": (
        "There [[might be a second gunman]], police said.",
        "Police are [[looking for a second gunman]].",
    ),
    "alone and not alone": (
        "[[Two gunmen]] fired at the bakery, police said.",
        "The gunman [[acted alone]], police said.",
    ),
    "a man and a woman": (
        "A [[woman inside opened fire]], a neighbor said.",
        "Police [[arrested a 19-year-old man]] on Friday.",
    ),
    "a woman who was hit": (
        "A woman shot in the leg was taken to Saltby General.",
        "Police arrested a 19-year-old man on Friday.",
    ),
    "on parole and no longer": (
        "The driver was [[on parole]] at the time, police said.",
        "The driver was [[released from parole]] in June, records show.",
    ),
    "on probation and off it": (
        "The driver was [[on probation]] at the time, police said.",
        "The driver [[completed his probation]] in June, records show.",
    ),
    "in a moving car and in a standing one": (
        "The girl was hit [[while riding]] in a car.",
        "The girl was hit as she [[sat in her car]].",
    ),
    "a suspect who admits it": (
        '"We [[believe the woman is responsible]] for the fire," the sheriff said.',
        "She [[admitted to police she]] set the fire.",
    ),
    "a child alone and by another": (
        "A 7-year-old boy accidentally [[shot himself]] on Friday.",
        "The boy [[was shot by his brother]], police said.",
    ),
    "a gunman who shot himself": (
        "The gunman shot himself on Friday.",
        "The boy was shot by his uncle, police said.",
    ),
}


@pytest.mark.parametrize("reports", CASES.values(), ids=CASES.keys())
def test_course(reports: tuple[str, ...]) -> None:
    found, expected = flagged("fact", *reports)
    assert found == expected


def test_what_happened_does_not_move() -> None:
    reports = ("@2026-01-02 A man ran up and fired.", "@2026-01-04 Three men drove by and opened fire.")
    (found,) = findings("fact", *reports)
    assert found.verdict is Verdict.CONFLICT
