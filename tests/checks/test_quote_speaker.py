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
