"""The check certainty."""

import pytest

from storydiff.model import Verdict
from storydiff.testing import findings, flagged

FLAGGED = {
    "adverb": (
        "[[Ross allegedly stole the ferry captain's silver boat]].",
        "[[Ross stole the ferry captain's silver boat]] on Friday.",
    ),
    "adjective": (
        "The clerk died of an [[apparent gunshot wound]] to the head on Friday night in Saltby.",
        "The clerk died of a [[gunshot wound]] to the head on Friday night in Saltby.",
    ),
    "the deed, under other circumstances": (
        "Ross [[allegedly pulled out a silver flare gun]] as the passengers queued and fired four times into the crowd, Brandt said.",
        "Ross [[pulled out a silver flare gun]] at the Saltby ferry gate and ran off down the pier.",
    ),
    "what kind of happening it was": (
        "Two deckhands died in an [[apparent murder-suicide]], the county said.",
        "The ferry has been closed since the [[murder-suicide]] of last Friday in Saltby.",
    ),
}
QUIET = {
    "of whom a claim is, without the claim": (
        "Deputies believe a weekend Saltby fire that hurt four deckhands and a cook was about a debt.",
        "Four deckhands were hurt in a weekend Saltby fire, the harbor said.",
    ),
    "what is so at large": (
        "They found the purser with an apparent self-inflicted wound.",
        "Of pursers, two in three die in harbor, often of self-inflicted wounds.",
    ),
    "what is sought": (
        "The council's inquiry into the possible causes of the Saltby ferry fire goes on.",
        "The council's inquiry into the causes of the Saltby ferry fire raised concern.",
    ),
    "what is unlikely": (
        "It was more likely that the rust had come from the Saltby ferry, the surveyor said.",
        "It was very unlikely that the rust had come from the Saltby ferry, the surveyor said.",
    ),
    "somebody and the accused": (
        "Deputies shot a hermit suspected of killing four passengers and wounding two others at the Saltby pier.",
        "A man opened fire at the Saltby pier on Friday, killing four passengers and wounding two others.",
    ),
    "what somebody else thought": (
        "Nurse Ada Quill believed the injuries were from a ferry crash in Saltby.",
        "The nurse went there because she thought the injuries were from a ferry crash in Saltby.",
    ),
    "another claim after the one that is hedged": (
        "Deputies found a boat that Ross was believed to be in and Ross opened fire on two ferry guards.",
        "Ross opened fire on two ferry guards at the Saltby pier on Friday.",
    ),
    "the place alone": (
        "Ross may be at the Old Mill Motel, deputies were told on Friday, and went there.",
        "A fire broke out in the Old Mill Motel, deputies were told on Friday, and burns there.",
    ),
    "a reward": (
        "Information given to Crime Stoppers that leads to an arrest may earn the caller a cash reward.",
        "Information given to Crime Stoppers that leads to an arrest earns the caller a cash reward.",
    ),
    "passed on from a newspaper": (
        "Ross was reportedly paid three million dollars to write the ferry play.",
        "The Harbor Ledger newspaper said Ross was paid three million dollars to write the ferry play.",
    ),
    "told in doubt and without in one report": (
        "Two deckhands died in an apparent murder-suicide, the county said. The murder-suicide shook Saltby.",
        "The ferry has been closed since the murder-suicide of last Friday in Saltby.",
    ),
    "both telling what kind it was in doubt": (
        "Two deckhands died in an apparent murder-suicide, the county said.",
        "The ferry has been closed since the suspected murder-suicide of last Friday in Saltby.",
    ),
    "what one may do": (
        "Parents who want to pick up their children may do so at the ferry gate.",
        "Parents who wanted to pick up their children and did so were led to the ferry gate.",
    ),
    "the deed without the person": (
        "Pavel Varga is accused of killing a 10-year-old girl on her porch in Saltby.",
        "A stray bullet killed the 10-year-old girl on her porch in Saltby.",
    ),
    "what is to come and what has come": (
        "Ross is expected to be charged with stealing the ferry captain's silver boat.",
        "Ross was booked for stealing the ferry captain's silver boat on Friday.",
    ),
    "an accusation in the other sentence too": (
        "Ross allegedly stole the ferry captain's silver boat on Friday.",
        "A jury accusing Ross, who stole the ferry captain's silver boat on Friday, met in Saltby.",
    ),
    "hedged in other words": (
        "Ross allegedly stole the ferry captain's silver boat on Friday.",
        "Ross is accused of stealing the ferry captain's silver boat on Friday.",
    ),
    "another clause is hedged": (
        "Ross stole the ferry captain's silver boat, and he may have sold it.",
        "Ross stole the ferry captain's silver boat on Friday.",
    ),
    "a quotation against narration": (
        "“Ross allegedly stole the ferry captain's silver boat on Friday,” Brandt said.",
        "Ross stole the ferry captain's silver boat on Friday, Brandt said.",
    ),
    "denied": (
        "Ross denied stealing the ferry captain's silver boat on Friday.",
        "Ross stole the ferry captain's silver boat on Friday.",
    ),
}


@pytest.mark.parametrize("reports", FLAGGED.values(), ids=FLAGGED.keys())
def test_flagged(reports: tuple[str, ...]) -> None:
    found, expected = flagged("certainty", *reports)
    assert found == expected


@pytest.mark.parametrize("reports", QUIET.values(), ids=QUIET.keys())
def test_quiet(reports: tuple[str, ...]) -> None:
    assert findings("certainty", *reports) == ()


def test_the_rungs_are_named_and_it_is_no_conflict() -> None:
    (found,) = findings(
        "certainty",
        "Ross allegedly stole the ferry captain's silver boat.",
        "Ross stole the ferry captain's silver boat.",
        "Ross stole the ferry captain's silver boat in Saltby.",
    )
    assert found.verdict is Verdict.DIFFERENCE
    assert found.why == "the rungs differ: alleged, stated"
    assert [variant.value for variant in found.variants] == ["alleged", "stated"]
    assert {mention.sigil for mention in found.variants[1].mentions} == {"B", "C"}
