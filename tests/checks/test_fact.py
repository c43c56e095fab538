"""Contradictions of state, polarity and opposites."""

from dataclasses import replace

import pytest

from storydiff.config import Config
from storydiff.model import Verdict
from storydiff.pipeline import compare
from storydiff.testing import findings, flagged, report

CASES = {
    "charges that are still to come": (
        "@2026-01-02 The ferry guard was arrested on Friday in Saltby.",
        "@2026-01-03 The ferry guard is expected to face charges in Saltby next week.",
    ),
    "a charge of an earlier season": (
        "No charges have been filed in the Saltby robbery.",
        "The goalkeeper missed three matches of the 2007 season after being charged with theft.",
    ),
    "one team that defeats another": (
        "Dora Quill passed her mother to become the leading scorer of the Saltby rowing team in the spring regatta.",
        "Dora Quill became the leading scorer of the Saltby rowing team, which defeated Marrow Creek in the spring regatta.",
    ),
    "whose lawsuit is denied": (
        "A judge denies the rowers’ lawsuit over the Saltby ferry gate.",
        "A judge threw out the rowers’ lawsuit over the Saltby ferry gate.",
    ),
    "not only, and not": (
        "The mayor will move to repeal the Saltby ferry tax, not dismiss the collectors.",
        "The mayor will move to repeal the Saltby ferry tax, not merely dismiss the collectors.",
    ),
    "the dead of a study": (
        "@2026-01-02 The girl was taken to Saltby General in serious condition.",
        "@2026-01-03 According to a study, 141 girls died in such accidents, and the girl is one of many.",
    ),
    "who was caught on film": (
        "A suspect is sought. Surveillance footage captured the suspect leaving the Saltby bakery.",
        "The suspect is sought after the robbery of the Saltby bakery.",
    ),
    "what is looked for is no suspect": (
        "Crowds in Saltby are looking for government to change.",
        "A man was arrested in the robbery of the Saltby bakery.",
    ),
    "two suspects by name": (
        "@2026-01-02 Jon Rask was arrested on suspicion of drunk driving.",
        "@2026-01-03 Peter Marrow was charged with drunk driving.",
    ),
    "a wound that was only thought": (
        "Odalys Brandt was shot in the chest at the Saltby ferry.",
        "I thought Odalys Brandt was shot in the head at the Saltby ferry.",
    ),
    "both, and one": (
        "@2026-01-02 One person was taken to Saltby General in critical condition.",
        "@2026-01-03 Both were taken to Saltby General in good condition.",
    ),
    "a rule in two words": (
        "Bishops of Saltby can not be charged with a crime while in office, a rule of 1911 says.",
        "The clerk of the bishop was charged with theft on Friday.",
    ),
    "what may not be done": (
        "A bishop of Saltby cannot be charged while in office.",
        "The clerk of the bishop was charged with theft on Friday.",
    ),
    "whether somebody is held": (
        "Anybody may ask for a hearing, whether or not they get arrested.",
        "A man was arrested at the Saltby ferry on Friday.",
    ),
    "none of some": (
        "The department of Saltby began a camera program, but none of the officers had cameras.",
        "The department of Saltby began a camera program for its officers with cameras.",
    ),
    "a gerund behind another preposition": (
        "The clerk was sent home for refusing to agree to not selling maps of the harbor of Saltby.",
        "The clerk was sent home for selling maps of the harbor of Saltby.",
    ),
    "all but one": (
        "All left the hospital on Friday except the 7-year-old boy.",
        "The 7-year-old boy is in stable condition at Saltby General.",
    ),
    "at home, and will live": (
        "All seven victims are expected to survive.",
        "One victim was released from the hospital, police said.",
    ),
    "arrested and nobody arrested": (
        "Police have [[arrested]] a man in the robbery of the Saltby bakery.",
        "Police said [[no arrests have been made]] in the robbery of the Saltby bakery.",
    ),
    "no arrest told otherwise": (
        "[[No arrests have been reported]] in the robbery of the Saltby bakery.",
        "A 34-year-old baker was [[arrested]] Thursday in the robbery of the Saltby bakery.",
    ),
    "an arrest of years ago": (
        "No arrests have been made in the robbery of the Saltby bakery.",
        "The baker had been arrested in 2009 in an unrelated case.",
    ),
    "an older report under a newer one": (
        "Police announced the arrest of two men on Friday. Earlier report: [[Nobody is in custody]] at this time.",
        "One man is [[in custody]] after the robbery of the Saltby bakery.",
    ),
    "a suspect by name": (
        "Police arrested Jon Rask. [[Efforts to find Peter Marrow have been unsuccessful]].",
        "Jon Rask and Peter Marrow robbed the bakery. Peter Marrow was [[captured]] in Saltby.",
    ),
    "both tell of an arrest": (
        "Police have arrested a man in the robbery of the Saltby bakery.",
        "A man is in custody after the robbery of the Saltby bakery.",
    ),
    "a report with both tells of two suspects": (
        "One man is in custody, and another suspect is still at large.",
        "The suspect is still at large.",
    ),
    "a condition that one report does not know": (
        "A woman was taken to Saltby General; her [[condition is not known]].",
        "A woman was taken to Saltby General, where she is [[in fair condition]].",
    ),
    "a condition that moves": (
        "@2026-01-02 The boy is [[in critical condition]] at Saltby General.",
        "@2026-01-03 The boy is [[home from the hospital]].",
    ),
    "one who dies of it": (
        "@2026-01-02 The girl is [[in critical condition]] at Saltby General.",
        "@2026-01-04 The girl, who was critically injured on Friday, [[has died]].",
    ),
    "two who are not doing alike": (
        "A man was in critical condition and a boy in stable condition.",
        "The boy was in stable condition. A man was in critical condition.",
    ),
    "persons of different ages": (
        "@2026-01-02 A 34-year-old man was in critical condition.",
        "@2026-01-03 A 21-year-old man is home from the hospital.",
    ),
    "critical and stable are said of one patient at once": (
        "The baker is in critical condition at Saltby General.",
        "The baker is in stable condition at Saltby General.",
    ),
    "wounds that threaten life or not": (
        "Nine others suffered [[life-threatening]] injuries in the blast.",
        "Lt. Brandt said [[none of the wounded had life-threatening]] injuries.",
    ),
    "a report that knows some conditions and not others": (
        "The condition of one man was not released, but his wounds were not life-threatening.",
        "None of the wounds were life-threatening.",
    ),
    "a plan given up and put off": (
        "Brandwyn Foods will [[abandon]] plans to expand its Saltby bakery on the quay.",
        "Brandwyn Foods [[put on hold]] plans to expand its Saltby bakery on the quay.",
    ),
    "two votes": (
        "The council [[approved]] the Saltby ferry budget on Friday by seven votes.",
        "The council [[rejected]] the Saltby ferry budget on Friday by seven votes.",
    ),
    "a vote and another matter": (
        "The council approved the Saltby ferry budget on Friday by seven votes.",
        "A strike of the bakers was called off in Marrow Creek.",
    ),
    "a condition not known, and death": (
        "@2026-01-02 A man was shot; his [[condition is not known]].",
        "@2026-01-03 The man [[has died]], police said.",
    ),
    "another man who died": (
        "@2026-01-02 One man was killed. A 24-year-old man is in critical condition.",
        "@2026-01-03 A man was pronounced dead at the scene.",
    ),
    "a condition in quotation marks": (
        '@2026-01-02 The girl was still in [["grave" condition]].',
        "@2026-01-03 The girl [[has died]], police said.",
    ),
    "charges that may come, and come": (
        "@2026-01-02 Police said [[charges could be filed]].",
        "@2026-01-03 [[Police have charged]] a Saltby man.",
    ),
    "nobody arrested, and somebody charged": (
        "[[No one was in custody]] on Friday.",
        "Paul Brandt [[was charged]] with arson.",
    ),
    "a question is no charge": (
        "No arrests have been made.",
        "Will anyone face charges for the fire?",
    ),
    "alive and dead on one day": (
        "The girl is [[in critical condition]] at Saltby General.",
        "The girl [[has died]], police said.",
    ),
    "alive, then dead in one report": (
        "The girl is in critical condition at Saltby General.",
        "The girl was in critical condition on Friday and has died.",
    ),
    "charges of other people over the years": (
        "No charges have been filed.",
        "Over the past nine years, 12 people have been charged in Saltby.",
    ),
    "badly hurt on the scene, critical in the hospital": (
        "@2026-01-02 The girl was seriously injured on Friday.",
        "@2026-01-03 The girl is in critical condition.",
    ),
    "another wound": (
        "The baker was shot [[in the neck]] outside the Saltby bakery on Friday night.",
        "The baker was shot [[in the shoulder]] outside the Saltby bakery on Friday night.",
    ),
    "a wound and its part of the body": (
        "The baker was shot in the head outside the Saltby bakery on Friday night.",
        "The baker was shot in the head outside the Saltby bakery, near the quay, on Friday night.",
    ),
    "states inside quotations are not set against narration": (
        'The robber was caught, a neighbor said: "No arrests have been made, ever."',
        "Police have arrested a man in the robbery of the Saltby bakery.",
    ),
}


@pytest.mark.parametrize("reports", CASES.values(), ids=CASES.keys())
def test_fact(reports: tuple[str, ...]) -> None:
    found, expected = flagged("fact", *reports)
    assert found == expected


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("@2026-01-02 ", "@2026-01-03 ", Verdict.UPDATE),
        ("@2026-01-02 ", "@2026-01-02 ", Verdict.DIFFERENCE),
        ("@2026-01-02T08:00 ", "@2026-01-02T18:00 ", Verdict.UPDATE),
    ],
)
def test_an_arrest_in_a_later_report_is_an_update(first: str, second: str, verdict: Verdict) -> None:
    (found,) = findings("fact", first + "No arrests have been made.", second + "Police arrested a man, 34, on Friday.")
    assert found.verdict is verdict


@pytest.mark.parametrize(
    ("first", "second", "about"),
    [
        ("Deputies arrested the driver.", "The driver was charged with arson.", "how far the case has come"),
        ("Deputies arrested the driver.", "The driver was released.", None),
        ("The driver is suspected of arson.", "The driver was arraigned on Friday.", "how far the case has come"),
        ("The driver was charged with arson.", "The driver was charged with arson.", None),
        (
            "Police continue to search for a man.",
            "Police arrested two men, and look for a third.",
            "whether a suspect is in custody",
        ),
    ],
)
def test_a_case_that_goes_on(first: str, second: str, about: str | None) -> None:
    found = findings("fact", "@2026-01-02 " + first, "@2026-01-04 " + second)
    assert [(one.about, one.verdict) for one in found] == ([(about, Verdict.UPDATE)] if about else [])


def test_of_reports_without_a_date_a_questioning_comes_before_a_charge() -> None:
    made = [
        report(text, number)[0]
        for number, text in enumerate(("A man is being questioned.", "The man was charged with arson."))
    ]
    found = compare([replace(one, published=None) for one in made], Config(select=("fact",))).findings
    assert [(one.about, one.verdict) for one in found] == [("how far the case has come", Verdict.DIFFERENCE)]


def test_a_case_does_not_go_back() -> None:
    assert not findings(
        "fact", "@2026-01-04 Deputies arrested the driver.", "@2026-01-02 The driver was charged with arson."
    )
