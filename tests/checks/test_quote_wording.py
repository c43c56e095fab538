"""Quote wording: words altered, added, dropped; and what is no alteration."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storydiff.model import Verdict
from storydiff.testing import findings

CHECK = "quote-wording"
SAID = " Lt. Oda Brandt said on Sunday."

DIFFER = {
    "altered": ("We will not rest until the bridge is open again,", "We will not sleep until the bridge is open again,", "rest sleep"),
    "not dropped": ("We are not closing the school this year,", "We are closing the school this year,", "not"),
    "only dropped": ("We only searched the house by the old ford,", "We searched the house by the old ford,", "only"),
    "number": ("We found two of the boats by the old ford,", "We found three of the boats by the old ford,", "two three"),
    "last word": ("We looked for them along the river and the road,", "We looked for them along the river and the shore,", "road shore"),
    "first word": ("Nobody slept through the storm in Marrow Creek,", "Everybody slept through the storm in Marrow Creek,", "Nobody Everybody"),
    "words dropped without mark": (
        "It was, for most of the people here, the worst night of their lives,",
        "It was the worst night of their lives,",
        "most people",
    ),
    "sentence dropped without mark": (
        "We looked along the river. We found one of the boats. We will come back in the morning with the dogs,",
        "We looked along the river. We will come back in the morning with the dogs,",
        "found boats",
    ),
    "contraction": ("We do not know who owned the boat,", "We don't know who owned the boat,", "do not don't"),
    "another word beside a declared cut": (
        "We found the old boat … but here we sit by the ford,",
        "We found the old boat and yet we sit by the ford,",
        "but here",
    ),
    "a word more and a bracket elsewhere": (
        "We found [the boat] by the ford very early this morning,",
        "We found it by the ford early this morning,",
        "very",
    ),
    "another word beside a bracket that both have": (
        "We found [the boat] burning by the ford this morning,",
        "We found [the boat] empty by the ford this morning,",
        "burning empty",
    ),
    "words put in after the first one": ("If there were any more I would give it to you,", "If I would give it to you,", "there"),
    "one of several sentences": (
        "We looked along the river. We found the boat. It was empty when we came.",
        "We found the boat. It was burning when we came.",
        "empty burning",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("one", "other", "named"), DIFFER.values(), ids=DIFFER.keys())
def test_words_that_differ_are_found_and_named(one: str, other: str, named: str) -> None:
    (finding,) = findings(CHECK, f'"{one}"{SAID}', f"“{other}”{SAID}")
    assert all(word in finding.why for word in named.split())
    assert len(finding.variants) == 2


ALIKE = {
    "typography": ("We’re here — all of us,", "We're here -- all of us."),
    "capital": ("We found the boat by the ford,", "we found the boat by the ford,"),
    "shorter": ("We found the boat by the ford and went home,", "We found the boat by the ford,"),
    "ellipsis": ("We found the old boat, as you know, by the ford,", "We found the old boat … by the ford,"),
    "spaced ellipsis": ("We found the old boat, as you know, by the ford,", "We found the old boat . . . by the ford,"),
    "brackets": ("We found it by the ford this morning,", "We found [the boat] by the ford this morning,"),
    "a letter in brackets": ("We found the boat by the ford this morning,", "[W]e found the boat by the ford this morning,"),
    "an ending in brackets": ("We find the boats by the ford this morning,", "We find the boat[s] by the ford this morning,"),
    "a bracket for several words": ("He and his brothers came to the ford at night,", "[The men] came to the ford at night,"),
    "a pause before words said twice": ("We were … we were by the ford this morning,", "We were by the ford this morning,"),
    "a cut in both": ("We found … the old boat by the ford,", "We found … it lay by the ford,"),
    "round brackets": ("We found it by the ford this morning,", "We found it (the boat) by the ford this morning,"),
    "percent": ("We lost 20% of the boats in one night,", "We lost twenty percent of the boats in one night,"),
    "per cent": ("We lost 20 per cent of the boats in one night,", "We lost 20 percent of the boats in one night,"),
    "numeral": ("We found 3 of the boats by the ford,", "We found three of the boats by the ford,"),
    "spelling": ("Our neighbours realised what the colour was,", "Our neighbors realized what the color was,"),
    "okay": ("They are all okay and with their families,", "They are all OK and with their families,"),
    "gonna": ("We're gonna find the people who did it,", "We're going to find the people who did it,"),
    "hyphen": ("It was a well-known ford on an old road,", "It was a well known ford on an old road,"),
    "title": ("Sen. Moss came to the ford with her staff,", "Senator Moss came to the ford with her staff,"),
    "initials": ("The FBI came to the ford with a boat,", "The F.B.I. came to the ford with a boat,"),
    "filler": ("We, uh, found the boat by the old ford,", "We found the boat by the old ford,"),
    "starred": ("Get the hell away from my old boat,", "Get the h*** away from my old boat,"),
    "and at the start": ("We looked. And we found the boat by the ford.", "We looked. We found the boat by the ford."),
    "other utterance": ("We found the boat by the ford,", "We will be back in the morning with dogs,"),
    "same opening only": (
        "We are going to look along the river and in the woods for as long as it takes,",
        "We are going to meet the families of the missing tonight in the town hall,",
    ),
    "parts of a broken quotation": (
        "We found the boat, which was empty, and left,",
        'We found the boat,” she said, “and left,',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("one", "other"), ALIKE.values(), ids=ALIKE.keys())
def test_what_is_no_alteration(one: str, other: str) -> None:
    assert not findings(CHECK, f'"{one}"{SAID}', f"“{other}”{SAID}")


def test_three_reports_are_one_finding_that_names_the_outlier() -> None:
    (finding,) = findings(
        CHECK,
        f'"We will not rest until the bridge is open again,"{SAID}',
        f'"We will not rest until the bridge is open again,"{SAID}',
        f'"We will not sleep until the bridge is open again,"{SAID}',
        f'"Nobody knows how the bridge came down that night,"{SAID}',
    )
    assert finding.verdict is Verdict.CONFLICT
    assert [[m.sigil for m in variant.mentions] for variant in finding.variants] == [["A", "B"], ["C"]]
    assert "Outlet 3 alone" in finding.message


def test_marks_are_the_words_that_differ() -> None:
    one, other = (
        f'"We will not rest until the bridge is open again,"{SAID}',
        f'"We will never sleep until the bridge is open again,"{SAID}',
    )
    (finding,) = findings(CHECK, one, other)
    marked = [
        [text[s:e] for s, e in v.mentions[0].marks] for v, text in zip(finding.variants, (one, other), strict=True)
    ]
    assert marked == [["not rest"], ["never sleep"]]


def test_a_report_that_has_both_wordings_disagrees_with_neither() -> None:
    both = f'"We will not rest until the bridge is open again,"{SAID} "We will not sleep until the bridge is open again," she said later.'
    assert not findings(CHECK, both, both)
    assert not findings(CHECK, both, f'"We will not sleep until the bridge is open again,"{SAID}')


FEW_WORDS = {
    "a fragment of a short sentence": ('Brandt called it "a dangerous ford".', '"It is a very dangerous ford," Brandt said.', True),
    "a fragment that fits any sentence": (
        'Brandt spoke of "building a wooden bridge".',
        '"We are building a bridge for the people of all three counties," Brandt said.',
        False,
    ),
    "two words": ('Brandt spoke of "deep concern".', '"We have great concern," Brandt said.', False),
    "different speakers": ('Quill called it "a dangerous ford".', '"It is a very dangerous ford," Brandt said.', False),
}  # fmt: skip


@pytest.mark.parametrize(("one", "other", "found"), FEW_WORDS.values(), ids=FEW_WORDS.keys())
def test_few_shared_words(one: str, other: str, found: bool) -> None:
    before = "Lt. Oda Brandt and Mayor Dora Quill spoke in Marrow Creek. "
    assert bool(findings(CHECK, before + one, before + other)) == found


def test_narration_is_no_quotation() -> None:
    assert not findings(
        CHECK,
        f'"We will not rest until the bridge is open again,"{SAID}',
        "We will not sleep until the bridge is open again.",
    )


WORDS = [
    "we",
    "found",
    "the",
    "boat",
    "…",
    "[it]",
    "not",
    "ford.",
    "Then",
    "don't",
    "3",
    "“",
    "”",
    '"',
    "\n",
    "she said,",
]


@given(
    st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join),
)
def test_no_text_breaks_it_and_order_does_not_matter(one: str, other: str) -> None:
    def told(*reports: str) -> list[set[str]]:
        return sorted(({v.value for v in f.variants} for f in findings(CHECK, *reports, low=True)), key=sorted)

    assert told(one, other) == told(other, one)


def test_the_names_of_the_outlets_do_not_decide_which_pair_is_surest() -> None:
    """Two pairs of three are equally strong, and one of the two goes on in other words."""
    reports = ("“ford. not 3 3 The but don't.", "“ford. Then not 3 3 The but. said", "“ford. not 3 3 The but,")
    told = {
        tuple((f.verdict, f.confidence) for f in findings(CHECK, *order, low=True)) for order in permutations(reports)
    }
    assert len(told) == 1


def test_fifty_reports_of_one_utterance_are_one_finding() -> None:
    words = ["rest", "sleep", "stop"]
    reports = [f'"We will not {words[number % 3]} until the bridge is open again,"{SAID}' for number in range(50)]
    (finding,) = findings(CHECK, *reports)
    assert sorted(len(variant.mentions) for variant in finding.variants) == [16, 17, 17]


def test_a_quotation_longer_than_what_is_compared_is_compared_at_its_start() -> None:
    speech = [f"We found boat {number} by the ford." for number in range(400)]
    other = ["We found boat 0 by the mill.", *speech[1:]]
    (finding,) = findings(CHECK, f'"{" ".join(speech)}"{SAID}', f'"{" ".join(other)}"{SAID}')
    assert "ford" in finding.why
    assert "mill" in finding.why


def test_a_stock_phrase_in_two_remarks_is_shown_on_demand_only() -> None:
    first = f'"The harbor crews and the marsh crews arrived within a minute or two,"{SAID}'
    second = f'"Within one minute or two the whole of the mill was ablaze,"{SAID}'
    assert findings(CHECK, first, second) == ()


def test_two_demands_with_a_phrase_in_common_are_no_conflict() -> None:
    first = f'"I call on the clerk: release the harbor report to the people of Saltby,"{SAID}'
    second = f'"release the full harbor report to the council and their guests,"{SAID}'
    assert [one.verdict for one in findings(CHECK, first, second)] in ([], [Verdict.DIFFERENCE])


def test_the_spelling_of_a_fibre_is_house_style() -> None:
    told = "Somebody cut the {} line to the old ford on Sunday morning,"
    assert findings(CHECK, f'"{told.format("fiber")}"{SAID}', f'"{told.format("fibre")}"{SAID}') == ()


def test_like_advice_in_two_talks_is_shown_on_demand_only() -> None:
    first = '"The river takes what it wants from us, people. Look out, just watch over your own boats. It will rise," Brandt said.'
    second = '"This town has seen many a flood before now. Look out well, watch over your boats. That is it," Brandt told us.'
    assert not findings(CHECK, first, second)
