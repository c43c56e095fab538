"""The same words given to different speakers."""

import pytest

from storydiff.testing import findings

CHECK = "quote-speaker"
WORDS = "We knew about the cracks in the bridge for two years,"


def told(*speakers: str) -> list[list[str]]:
    reports = [f'The bridge fell on Sunday. "{WORDS}" said {speaker}. Nobody was hurt.' for speaker in speakers]
    return [sorted(variant.value for variant in finding.variants) for finding in findings(CHECK, *reports)]


def test_two_people() -> None:
    assert len(told("Mayor Dora Quill", "Sheriff Piet Hale")) == 1


def test_two_against_one_is_one_finding() -> None:
    (finding,) = told("Mayor Dora Quill", "Sheriff Piet Hale", "Dora Quill")
    assert len(finding) == 2


@pytest.mark.parametrize(
    "speakers",
    [
        ("Mayor Dora Quill", "Dora Quill"),
        ("Mayor Dora Quill", "Quill"),
        ("Mayor Dora Quill", "Dora P. Quill"),
        ("Mayor Dora Quill", "the mayor"),
        ("Mayor Dora Quill", "a spokesman"),
        ("Mayor Dora Quill", "police"),
        ("Mayor Dora Quill", "Dora Quil"),
    ],
)
def test_one_person_under_another_name(speakers: tuple[str, str]) -> None:
    assert not told(*speakers)


def test_other_words() -> None:
    other = '"We will build the bridge again by the spring," said Sheriff Piet Hale.'
    assert not findings(CHECK, f'"{WORDS}" said Mayor Dora Quill.', other)


def test_the_speaker_alone_is_changed_though_both_are_named_beside() -> None:
    first = 'Mayor Dora Quill and Sheriff Piet Hale met. "We knew about the cracks," Quill said.'
    (found,) = findings("quote-speaker", first, first.replace("Quill said", "Hale said"))
    assert {variant.reading for variant in found.variants} == {"Quill", "Hale"}


def test_a_pronoun_that_can_be_the_other_is_left_alone() -> None:
    first = 'Mayor Dora Quill and Sheriff Piet Hale met. "We knew about the cracks," she said.'
    assert findings("quote-speaker", first, first.replace("she said", "Hale said")) == ()


def test_the_other_speaker_may_be_named_in_the_sentence_before() -> None:
    first = 'Mayor Dora Quill said: "We knew about the cracks in the bridge for two years."'
    second = (
        'Mayor Dora Quill was there. "We knew about the cracks in the bridge for two years," Sheriff Piet Hale said.'
    )
    (found,) = findings("quote-speaker", first, second)
    assert {variant.reading.split()[-1] for variant in found.variants} == {"Quill", "Hale"}


def test_one_person_under_a_longer_name_is_one_speaker() -> None:
    first = '"We knew about the cracks in the bridge," said Dan Quill, attorney of the 4th District.'
    second = '"We knew about the cracks in the bridge," 4th District Attorney Dan Quill said.'
    assert findings("quote-speaker", first, second) == ()


def test_a_clause_that_was_taken_for_a_source_is_nobody() -> None:
    first = '"We knew about the cracks in the bridge for two years," said Mayor Dora Quill.'
    second = 'Words put to him by Piet Hale say that "we knew about the cracks in the bridge for two years."'
    assert findings(CHECK, first, second) == ()
