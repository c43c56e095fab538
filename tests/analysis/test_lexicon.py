"""Word lists load, and their patterns match what a text may hold."""

import re
from importlib.resources import files

import pytest

from storydiff.analysis.lexicon import alternation, lexicon, table

LISTS = sorted(path.name for path in files("storydiff.analysis").joinpath("lexicons", "en").iterdir())


@pytest.mark.parametrize("name", LISTS)
def test_every_list_says_its_source_and_has_no_entry_twice(name: str) -> None:
    assert name.endswith(".txt")
    path = files("storydiff.analysis").joinpath("lexicons", "en", name)
    assert path.read_text(encoding="utf-8").startswith("#")
    entries = lexicon(name.removesuffix(".txt"))
    assert entries
    assert len(entries) == len(set(entries))
    assert table(name.removesuffix(".txt"))[0][0]


def test_a_longer_phrase_wins_and_white_space_and_apostrophes_vary() -> None:
    phrases = alternation(["said", "said so", "didn't say"])
    pattern = re.compile(rf"\b{phrases}\b")
    assert pattern.findall("She said\nso; he didn’t  say. They said.") == ["said\nso", "didn’t  say", "said"]


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        lexicon("no such list")
