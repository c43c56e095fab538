"""Quotations: marks of all sorts, missing marks, apostrophes, broken utterances, and what is no speech."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storydiff.analysis.quotations import find_quotations
from storydiff.analysis.sentences import split_sentences
from storydiff.model import Quotation, Report


def quotations(text: str) -> tuple[Quotation, ...]:
    report = Report(text=text, source=text, sigil="A")
    return find_quotations(report, split_sentences(report))


def parts(text: str) -> list[list[str]]:
    return [[text[start:end] for start, end in quotation.parts] for quotation in quotations(text)]


FOUND = {
    "straight": ('"We looked," Brandt said.', [["We looked,"]]),
    "curly": ("“We looked,” Brandt said.", [["We looked,"]]),
    "doubled singles": ("''We looked,'' Brandt said.", [["We looked,"]]),
    "old typesetting": ("``We looked,'' Brandt said.", [["We looked,"]]),
    "angled": ("«We looked», Brandt said.", [["We looked"]]),
    "single": ("'We looked,' Brandt said.", [["We looked,"]]),
    "single curly": ("‘We looked,’ Brandt said.", [["We looked,"]]),
    "single in a heading": ("Brandt: 'We looked everywhere'", [["We looked everywhere"]]),
    "single with an apostrophe": ("Mayor: 'They don't know the town's ford'", [["They don't know the town's ford"]]),
    "apostrophes": ("The Quills' dog didn't bark; it's Tarn's. Rock 'n' roll of the '90s.", []),
    "curly apostrophes": ("The Quills’ dog didn’t bark; it’s Tarn’s. The ’90s.", []),
    "possessive inside single": ("He said 'the workers' rights matter,' and left.", [["the workers' rights matter,"]]),
    "inches": ('He is 6\'2" tall and the board 12" long.', []),
    "nested single": ("\"He told me, 'Run,' and I ran,\" Quill said.", [["He told me, 'Run,' and I ran,"]]),
    "nested curly": ("“He told me, ‘Run,’ and I ran,” Quill said.", [["He told me, ‘Run,’ and I ran,"]]),
    "double in single": ("‘He said “run” and I ran,’ Quill said.", [["He said “run” and I ran,"]]),
    "doubled by mistake inside": ("“It was not “a war of our choosing.” We left.", [["It was not “a war of our choosing."]]),
    "curly pair in curly marks": ("“He said “run” and left,” Quill said.", [["He said “run” and left,"]]),
    "not closed before another": (
        "“We looked everywhere. Quill called it “a shame.” We left.",
        [["We looked everywhere. Quill called it"], ["a shame."]],
    ),
    "curly pair in straight marks": ('"He said “run” and left," Quill said.', [["He said “run” and left,"]]),
    "opened curly, closed straight": ('“We looked," Brandt said. “We left."', [["We looked,"], ["We left."]]),
    "opened straight, closed curly": ('"We looked,” Brandt said. "We left.”', [["We looked,"], ["We left."]]),
    "closing sign used to open": ("”We looked,” Brandt said.", [["We looked,"]]),
    "opening sign used to close": ("“We looked,“ Brandt said.", [["We looked,"]]),
    "no space before": ('He did not comply."When he refused, we fired," Brandt said.', [["When he refused, we fired,"]]),
    "mark on the wrong word": ('"We looked, "Brandt said. "We left."', [["We looked,"], ["We left."]]),
    "mark on the wrong word, no tag": ('They were "clerks, "given leave, the county said.', [["clerks,"]]),
    "broken by a tag": ('"We looked," Brandt said, "and we left."', [["We looked,", "and we left."]]),
    "broken by a long tag": (
        '"We looked," said Lt. Oda Brandt, who leads the county\'s search team, "and we left."',
        [["We looked,", "and we left."]],
    ),
    "two sentences are two": ('"We looked," Brandt said. "We left."', [["We looked,"], ["We left."]]),
    "two people are two": ('"Run," Quill said, and Tarn wrote that "nobody ran."', [["Run,"], ["nobody ran."]]),
    "two fragments are two": ('He was "tired" and "cold" at the ford.', [["tired"], ["cold"]]),
    "paragraphs": (
        '"We looked.\n\n"We found a shoe.\n\n"We left," Brandt said.',
        [["We looked.", "We found a shoe.", "We left,"]],
    ),
    "curly paragraphs": ("“We looked.\n\n“We left,” Brandt said.", [["We looked.", "We left,"]]),
    "paragraphs not reopened": ('"We looked.\nWe left," Brandt said.', [["We looked.", "We left,"]]),
    "across a wrapped line": ('"We looked\nand left," Brandt said.', [["We looked", "and left,"]]),
    "not closed": ('Brandt said: "We looked and left.\n\nThe ford is open.', [["We looked and left."]]),
    "not closed, tagged": ("“We looked, Brandt said. The ford is open.\n\nIt is dry.", [["We looked,"]]),
    "not closed, another follows": ("“We looked. “We left,” Brandt said.", [["We looked."], ["We left,"]]),
    "not opened": ('We looked everywhere," Brandt said.\n\nThe ford is open.', [["We looked everywhere,"]]),
    "a lone mark": ('The ford " is open.', [["is open."]]),
    "empty": ('He said "" and "  " and left.', []),
    "marks doubled": ('Brandt said: ""We looked,"" and left. ""We ran,"" Quill said.', [["We looked,"], ["We ran,"]]),
    "opening mark doubled": ('The Ledger has it: ""We looked," Brandt said. "We left."', [["We looked,"], ["We left."]]),
    "two quotations that touch": ('"We looked.""We left," Brandt said.', [["We looked."], ["We left,"]]),
    "brackets and ellipsis": ("“[The ford] … is open,” she said.", [["[The ford] … is open,"]]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_what_is_quoted(text: str, expected: list[list[str]]) -> None:
    assert parts(text) == expected


def test_a_quotation_says_whether_it_was_closed() -> None:
    closed, not_closed = quotations('"We looked," Brandt said.\n\nHe said: "We left.\n\nThe ford is open.')
    assert (closed.closed, not_closed.closed) == (True, False)


def test_the_span_includes_the_marks() -> None:
    (quotation,) = quotations('Then "we looked," Brandt said, "and left," he said.')
    assert quotation.text == '"we looked," Brandt said, "and left,"'


KINDS = {
    "speech": ('"We looked," Brandt said.', "speech"),
    "one word of speech": ('"Run," Quill said.', "speech"),
    "one word after a verb": ('Brandt called the search "hopeless".', "speech"),
    "scare": ('The so-called "expert" never came to the ford.', "scare"),
    "title": ('She wrote the novel "The Long Ford" in May.', "title"),
    "title of a work of an outlet": ('Quill told Harbor News\' "Morning in Alder" of it.', "title"),
    "title by its capitals": ('A guest of “Morning in Alder” was late.', "title"),
    "a title's words as speech": ('"Never Again," Quill said.', "speech"),
    "a fragment of speech": ("The county found the search “hard and slow work” in May.", "speech"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), KINDS.values(), ids=KINDS.keys())
def test_speech_is_told_from_titles_and_scare_quotes(text: str, kind: str) -> None:
    assert [quotation.kind for quotation in quotations(text)] == [kind]


PIECES = [
    '"',
    "“",
    "”",
    "‘",
    "’",
    "'",
    "''",
    "``",
    "«",
    "»",
    "\n",
    "\n\n",
    " ",
    ", ",
    ". ",
    "said",
    " Brandt said",
    "We looked",
    "s",
    "9",
    "…",
    "(",
    "é",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text())
def test_parts_lie_inside_the_text_in_order(text: str) -> None:
    end = 0
    for quotation in quotations(text):
        assert end <= quotation.start < quotation.end <= len(text)
        assert quotation.text == text[quotation.start : quotation.end]
        assert quotation.parts
        at = quotation.start
        for part in quotation.parts:
            assert at <= part.start < part.end <= quotation.end
            assert text[part.start : part.end].strip()
            at = part.end
        end = quotation.end


@pytest.mark.parametrize(
    "piece", ['a, "', '"a', "“", "'a ", "‘s ", '"\n', "a' ", '" a, said ', "“a\n\n", '"a," he said, ', "''a"]
)
def test_hostile_text_is_read_without_looking_far(piece: str) -> None:
    text = piece * (200_000 // len(piece))  # hangs where the work grows with the square of the length
    report = Report(text=text, source=text)
    assert all(quotation.end <= len(text) for quotation in find_quotations(report, ()))
