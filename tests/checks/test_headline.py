"""Headlines that say more than the body."""

import pytest

from storydiff.model import Verdict
from storydiff.testing import findings, flagged

BODY = "Police and firefighters were at the harbor all night. "
CASES = {
    "a higher toll": f"# [[Five]] dead in Saltby mill fire | [[Three workers]] were killed in the mill in Saltby. {BODY}",
    "the same toll": f"# Three dead in Saltby mill fire | Three workers were killed in the mill in Saltby. {BODY}",
    "a lower toll": f"# Two dead in Saltby mill fire | Three workers were killed in the mill in Saltby. {BODY}",
    "a toll that is a sum": f"# Five dead in Saltby mill fire | Three workers were killed at the mill. Two firefighters were killed later. {BODY}",
    "one more, told apart": f"# Four dead in Saltby mill fire | Three workers were killed at the mill. The owner died on Friday. {BODY}",
    "the number of something else": f"# Five held in Saltby mill fire | Three workers were killed in the mill in Saltby. {BODY}",
    "at least": f"# At least five dead in Saltby mill fire | Three workers were killed in the mill in Saltby. {BODY}",
    "a dropped hedge": "# [[Ferry captain stole relief money in Saltby]] | The ferry captain [[allegedly]] stole relief money in Saltby.",
    "a hedge kept": "# Ferry captain allegedly stole relief money in Saltby | The ferry captain allegedly stole relief money in Saltby.",
    "somebody's word": "# Ferry captain stole relief money in Saltby, clerk says | The ferry captain allegedly stole relief money in Saltby.",
    "a question": "# Has ferry captain stolen relief money in Saltby? | The ferry captain allegedly stole relief money in Saltby.",
    "flat in the body too": "# Ferry captain stole relief money in Saltby | The ferry captain allegedly stole relief money in Saltby. "
    "The ferry captain stole relief money in Saltby twice, a court found.",
    "denied": "# [[Harbor council closes ferry bridge]] | The harbor council did [[not]] close the ferry bridge on Friday.",
    "denied in both": "# Harbor council does not close ferry bridge | The harbor council did not close the ferry bridge on Friday.",
    "a request that was denied": "# Ferry captain's plea for bail heard in Saltby court | "
    "A judge denied the ferry captain's plea for bail heard in a Saltby court.",
    "nobody of that name": f"# [[Michael Brandt]] leads search at Saltby mill | [[A diver led the search at the mill in Saltby.]] {5 * BODY}",
    "nobody of that name in an excerpt": f"# Michael Brandt leads search at Saltby mill | A diver led the search at the mill in Saltby. {BODY}",
    "nobody of that name before the text breaks off": f"# Michael Brandt leads search at Saltby mill | A diver led the search. {5 * BODY} The",
    "the last name alone": f"# Michael Brandt leads search at Saltby mill | Brandt led the search at the mill in Saltby. {BODY}",
    "another charge": "# Clerk charged with [[murder]] in Saltby | A clerk was charged with [[manslaughter]] in Saltby.",
    "the charge in other words": "# Clerk charged with murder in Saltby | A clerk was charged with assault and in the killing of a guard.",
    "no headline": f"Five dead in Saltby mill fire. Three workers were killed in the mill in Saltby. {BODY}",
}  # fmt: skip


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES)
def test_flags_what_is_marked(marked: str) -> None:
    found, expected = flagged("headline", marked)
    assert found == expected


def test_a_toll_is_a_conflict() -> None:
    (found,) = findings("headline", CASES["a higher toll"])
    assert found.verdict == Verdict.CONFLICT
    assert found.why == "5 in the headline, 3 at most in the body"


def test_a_claim_is_a_difference() -> None:
    (found,) = findings("headline", CASES["a dropped hedge"])
    assert found.verdict == Verdict.DIFFERENCE
    assert found.why == "flat in the headline, “allegedly” in the body"


def test_what_the_report_passes_on_is_its_body_too() -> None:
    text = "# Five dead in Saltby mill fire | The mill burned. Five workers were killed, Oda Brandt told the Harbor Ledger in a statement."
    assert findings("headline", text) == ()
