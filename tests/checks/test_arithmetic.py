"""Figures of one report that do not add up."""

import pytest

from storydiff.model import Verdict
from storydiff.testing import findings, flagged

CASES = {  # published on Friday, 2 January 2026
    "too few": "[[Five people]], [[three men and one woman]], were killed at the mill.",
    "too many": "[[Six people]] — [[two men, three women and two boys]] — were hurt.",
    "a list after a colon": "[[Five people]] were arrested: [[two men, one woman, and three teenagers]].",
    "a list after a verb": "[[12 people]] were hurt, [[eight men and five women]], police said.",
    "a sum that is right": "Five people, three men and two women, were killed at the mill.",
    "a list that goes on without a figure": "Six people — two men, two women and a boy — were hurt.",
    "not all of them": "Five people, including three men and one woman, were killed at the mill.",
    "more than all of them": "It left [[10 people]] dead, including [[six women and five men]].",
    "parts that overlap": "It left 10 people dead, including six children and five women.",
    "part of them": "Five people, two of them children, were killed at the mill.",
    "a part that is more than the whole": "[[Five people]], [[seven]] of them children, were killed at the mill.",
    "a list too long to add up": "Nine people, two men, two women, two boys, two girls, two officers, two nurses, two clerks of the mill, "
    "two sailors, two drivers and two students, were there.",
    "about so many": "About 50 people, 30 men and 10 women, were in the mill.",
    "a list of other things": "Five officers, three boats and two dogs searched the harbor.",
    "two counts side by side": "Two officers, three firefighters and four nurses were honored at the mill.",
    "a share of a change": "Calls rose from [[40 to 60]], a rise of [[30%]].",
    "a right share": "Calls rose from 40 to 60, a rise of 50%.",
    "a right share, rounded": "Fares rose from $1.1 million to $1.6 million, up 41 percent.",
    "another share": "Calls rose from 40 to 60, and 30% of them were answered.",
    "percentage points": "The share rose from 40% to 60%, a rise of 20 percent.",
    "not doubled": "The fare [[doubled]] from [[$20 to $30]].",
    "doubled": "The fare doubled from $20 to $39.",
    "more than doubled": "The fare more than doubled from $20 to $55.",
    "not more than doubled": "The fare [[more than doubled]] from [[$20 to $38]].",
    "more votes than members": "The [[nine-member council]] voted [[7-3]] to close the mill.",
    "as many votes as members": "The nine-member council voted 7-2 to close the mill.",
    "fewer votes than members": "The nine-member council voted 7-1 to close the mill.",
    "votes of another body": "The nine-member council met at noon. The school board voted 8-3 to close the mill.",
    "councils of two sizes": "The five-member council and the nine-member council met. The council voted 7-2 on it.",
    "more than all": "Of those asked, [[60 percent]] said yes and [[50 percent]] said no.",
    "all": "Of those asked, 60 percent said yes and 40 percent said no.",
    "shares of two wholes": "Of the men 60 percent were hired, and of the women 55 percent were hired.",
    "shares of men and of women": "About it, 60 percent of men and 50 percent of women said yes.",
    "an age that does not fit the birth": "Oda Brandt, [[34]], was born on [[May 3, 1980]], in Saltby.",
    "an age that fits the birth": "Oda Brandt, 45, was born on May 3, 1980, in Saltby.",
    "an age at a birthday": "Oda Brandt, 44, was born on Dec. 20, 1980, in Saltby.",
    "an age that does not fit the death": "Brandt, born in [[1950]], died in 2020 at the age of [[75]].",
    "an age that fits the death": "Brandt, born in 1950, died in 2020 at the age of 69.",
}  # fmt: skip


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES)
def test_flags_what_is_marked(marked: str) -> None:
    found, expected = flagged("arithmetic", marked)
    assert found == expected


def test_shows_the_sum() -> None:
    (found,) = findings("arithmetic", "Five people, three men and one woman, were killed at the mill.")
    assert found.verdict == Verdict.CONFLICT
    assert found.message == "parts of Five people: Five people against three men and one woman"
    assert found.why == "3 + 1 is 4, not 5"


def test_large_figures_read_well() -> None:
    (found,) = findings("arithmetic", "Fares rose from $1.2 million to $2.4 million, up 50 percent.")
    assert found.why == "from 1,200,000 to 2,400,000 is 100 percent"
