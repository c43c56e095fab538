"""Short quoted phrases in which one word is another, and phrases that only look alike."""

import pytest

from storydiff.model import Verdict
from storydiff.testing import findings

DIFFERENT = {
    "an adverb": (
        'Mayor Dora Quill said that talks went on at "very high levels" this week.',
        'There are talks at "extremely high levels", Mayor Dora Quill said.',
    ),
    "a verb": (
        '"We came to husband its resources and to serve the river," Mayor Dora Quill said of the county.',
        'Mayor Dora Quill said of the county that the town would "steward its resources".',
    ),
    "translated twice": (
        'Minister Dora Quill called on the county on Wednesday to release statements "strongly condemning raids against harbor sites and the murder of crews".',
        "''We are waiting for statements from the county that would strongly condemn the attacks on harbor yards and the killing of crews. We hope for them soon.''",
    ),
    "the same words turned round": (
        'Mayor Dora Quill said of the ford that the county "will not and has not" closed it in any year.',
        '"The county has not and will not close the ford, now or in any year," Mayor Dora Quill said.',
    ),
    "the speaker by name and by office": (
        'In a statement the mayor, Dora Quill, said the town was "deeply concerned" about the bridge.',
        '"We are especially concerned about the bridge and what it does to the town," Mayor Dora Quill said.',
    ),
}


@pytest.mark.parametrize(("one", "other"), DIFFERENT.values(), ids=DIFFERENT.keys())
def test_one_word_is_another(one: str, other: str) -> None:
    (finding,) = findings("quote-wording", one, other)
    assert finding.verdict is Verdict.DIFFERENCE


ALIKE = {
    "two speakers": (
        'Mayor Dora Quill said that talks went on at "very high levels" this week.',
        'There are talks at "extremely high levels", Sheriff Piet Hale said.',
    ),
    "a longer piece of the same words": (
        'Mayor Dora Quill said that talks went on at "very high levels" this week.',
        '"There are talks at very high levels," Mayor Dora Quill said.',
    ),
    "another noun": (
        'Mayor Dora Quill spoke of a "terrible deal" for the town.',
        '"It was a terrible night for the town," Mayor Dora Quill said.',
    ),
    "a word before the phrase that is not replaced": (
        '"The county supports building new bridges and roads over the river," Mayor Dora Quill said of the plan.',
        'The plan of Mayor Dora Quill is to "support new bridges" over the river.',
    ),
    "another word behind three": (
        'Mayor Dora Quill spoke on Sunday of a "great night for bridges" over the river.',
        '"This is a great night for her," Mayor Dora Quill said on Sunday at the river.',
    ),
    "two appeals of one speaker": (
        '"We know that the river rises at night here, and that takes its toll. They must make clear that there is no place for boats at the ford," Quill said.',
        '"What we ask for is a bridge that lasts for more than a year in this town. It is time for all to make clear there is no place for heavy carts and wagons on it," Quill said.',
    ),
    "a report that has both": (
        'Mayor Dora Quill said that talks went on at "very high levels" this week. "They are extremely high levels," she said.',
        'There are talks at "extremely high levels", Mayor Dora Quill said.',
    ),
}


@pytest.mark.parametrize(("one", "other"), ALIKE.values(), ids=ALIKE.keys())
def test_what_is_no_difference(one: str, other: str) -> None:
    assert not findings("quote-wording", one, other)
