"""Sentences: where they end, what kind they are, and that nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storydiff.analysis.sentences import split_sentences
from storydiff.model import Block, Report, Sentence


def split(text: str, **fields: object) -> tuple[Sentence, ...]:
    return split_sentences(Report(text=text, source=text, **fields))  # type: ignore[arg-type]


# `|` marks the place between two sentences
ENDS = {
    "plain": "The mill closed. |Nobody was told.",
    "question": "Who closed it? |The owners did.",
    "exclamation": "It is over! |We lost.",
    "several marks": "Really?! |Yes!! |Truly.",
    "middle initial": "The mayor is Dora P. Quill of Marrow Creek.",
    "page": "The clause is on p. 12 of the deed.",
    "co. goes on": "Were Quill and co. at the hearing?",
    "co. ends": "They asked Quill and co. |They did not answer.",
    "& Co. goes on": "The mill sold to Hobb, Tarn & Co. at noon.",
    "& Co. ends": "The mill sold to Hobb, Tarn & Co. |It closed yesterday.",
    "mountain": "The plane came down on Mt. Orrin at dusk.",
    "saint and street": "St. Brenna's Church is on 5th st. near the ford.",
    "street ends": "The car stopped on Oak St. |The driver ran.",
    "junior": "That was Tarn Jr.'s truck.",
    "country goes on": "She works for the U.S. Forest Service in Alder County.",
    "country ends": "He has lived in the U.S. |How long is not known.",
    "country in lower case": "He lived in the U.S. for ten years.",
    "clock, then a name": "At 5 a.m. Ms. Quill left the house. |She came back at 6 P.M. |Mr. Tarn then called.",
    "clock, then a day": "The shots were heard at 9:15 p.m. Sunday near the ford.",
    "clock, then a zone": "It began at 10 a.m. Eastern and went on.",
    "clock ends": "Deputies were called to the ford at 9:15 p.m. |Witnesses heard four shots.",
    "money": "She had $100.00 in her bag. |It was not hers.",
    "ranks": "Lt. Oda Brandt and Sgt. Maj. Piet Hale spoke to Gov. Ada Moss and Ald. Tom Reed.",
    "rank joined to a word": "Then-Gov. Ada Moss signed it.",
    "party and state": "Sen. Ada Moss, R-Ky., voted no.",
    "month": "The trial began on Dec. 5 and ended on Jan. 12.",
    "month ends": "The trial will begin next Dec. |The jury is chosen.",
    "number": "Engine No. 2 was first there. |Engine No. 5 came next.",
    "no is a word": "She said no. |The others agreed.",
    "state": "A house in Marrow Creek, Wash. was burning.",
    "state ends": "He lives in Marrow Creek, Ohio, and she in Alder, Wash. |They met in May.",
    "acronym": "The D.C. police and the N.Y. office agree.",
    "degree": "Dora Quill, Ph.D., led the team with Piet Hale, M.D. |They found nothing.",
    "the pronoun I": "We were there, she and I. |Did you see Albert I. Reed?",
    "versus": "The case is Quill v. Tarn, or Reed vs. Moss.",
    "mail and web": "Write to dora.quill@ledger.example. |See https://ledger.example/a.b/c.html for more.",
    "version and decimals": "Release 2.0.1 raised the rate to 3.5 percent. |Nobody noticed.",
    "in brackets": "He taught (He had been a clerk.) at the school.",
    "brackets end": "He left early. |(Nobody saw him.) |The rest stayed.",
    "tag after a full stop": "He turned and said, 'This is mine.' she told us.",
    "tag after a question": '"Is it over?" Mayor Quill asked the crowd.',
    "no tag": '"Is it over?" |The crowd waited.',
    "quote ends": 'He said, "This is mine." |She let it go.',
    "sentences in a quotation": '"We looked everywhere. |We found nothing," Brandt said. |"It is over."',
    "curly": "“We looked everywhere. |We found nothing,” Brandt said. |“It is over.”",
    "closing mark set apart": 'He said "it is over. " |Then he left.',
    "ellipsis inside": "I was ... well, what I mean ... I didn’t see it.",
    "ellipsis ends": "I never saw it.... |She left the room.",
    "ellipsis sign ends": "I never saw it… |She left the room.",
    "ellipsis in brackets": "“The ford [...] was closed [...]” (Report 5).",
    "ellipsis goes on": "It was a ... difficult night.",
    "spaced ellipsis": "It was weaker . . . and then stronger.",
    "no space": "The officer fell.|Kwame Tarn ran for help.",
    "no space after a year": "It closed in 2016.|The owner left.",
    "no space after a closing mark": "“It is over.”|Brandt then left the room.",
    "no space, opening mark": 'He did not comply.|"When he refused, we fired," Brandt said.',
    "no space, opening curly mark": "He did not comply.|“When he refused, we fired,” Brandt said.",
    "a domain is not two sentences": "He runs Ledger.Com and Post.Net from home.",
    "list in one line": "1. the ford |2. the mill |3. the school",
    "lettered list in one line": "a) the ford |b) the mill",
    "bullets in one line": "• the ford |• the mill",
    "exclamation in a name": "She works at Yippee! in the accounts office.",
    "posts without capitals": "i saw it all. |they ran. |are you there?",
    "spaced full stop": "It was late . |They left .",
    "note numbers": "The mill closed in May.[3] |The owner left.",
    "emoticon": "They are all safe :-) |See you soon.",
    "picture credit": "The mill before the fire |Image: Dora Quill.",
}  # fmt: skip


@pytest.mark.parametrize("marked", ENDS.values(), ids=ENDS.keys())
def test_where_sentences_end(marked: str) -> None:
    found = split(marked.replace("|", ""))
    assert [sentence.text for sentence in found] == [piece.strip() for piece in marked.split("|")]


LINES = {
    "dateline": ("MARROW CREEK, Ohio (AP) — A bridge fell late on Sunday.", ["dateline", "sentence"]),
    "dateline without an agency": ("MARROW CREEK -- A bridge fell late on Sunday.", ["dateline", "sentence"]),
    "dateline in small letters": ("Marrow Creek, Ohio (AP) — A bridge fell late on Sunday.", ["dateline", "sentence"]),
    "an agency alone": ("(CNN) -- A bridge fell late on Sunday.", ["dateline", "sentence"]),
    "a dash is no dateline": ("Brandt - A lieutenant of the county - was there.", ["sentence"]),
    "byline": ("By Dora Quill and Piet Hale, Staff Writers", ["byline"]),
    "by begins a sentence": ("By Monday the water had gone.", ["sentence"]),
    "date": ("Updated: May 7, 2026, 10:04 p.m. ET", ["dateline"]),
    "day first": ("10 June 2026 Last updated at 14:00 GMT", ["dateline"]),
    "a sentence with a date": ("It opened on May 7, 2026.", ["sentence"]),
    "caption": ("(Photo: Dora Quill)", ["caption"]),
    "caption at the end of a line": ("The bridge fell late on Sunday. (Photo: Dora Quill)", ["caption", "caption"]),
    "credit": ("Piet Hale contributed to this report.", ["credit"]),
    "boilerplate": ("Share this story", ["boilerplate"]),
    "copyright": ("© 2026 Harbor Ledger. All rights reserved.", ["boilerplate", "boilerplate"]),
    "bare link": ("https://ledger.example/bridge", ["boilerplate"]),
    "bullet": ("• Two people were hurt.", ["bullet"]),
    "numbered": ("2. Two people were hurt.", ["bullet"]),
    "correction": ("Correction: The bridge fell on Sunday.", ["correction"]),
    "update note": ("This story has been updated.", ["update"]),
}  # fmt: skip


@pytest.mark.parametrize(("line", "kinds"), LINES.values(), ids=LINES.keys())
def test_kinds_of_lines(line: str, kinds: list[str]) -> None:
    text = f"The first line is a sentence.\n\n{line}\n\nThe last line is one too."
    found = [sentence.kind for sentence in split(text)[1:-1]]
    assert found == kinds


def test_the_title_is_known_by_its_words_or_its_shape() -> None:
    text = "Bridge falls in Marrow Creek\n\nThe mayor speaks\n\nA bridge fell."
    assert [sentence.kind for sentence in split(text)] == ["title", "heading", "sentence"]
    assert (
        split("‘Bridge falls,’ mayor says.\n\nA bridge fell.", title="'Bridge falls,' mayor says.")[0].kind == "title"
    )


def test_what_the_reader_knows_comes_first_and_cuts() -> None:
    text = "Bridge falls. A bridge fell on Sunday."
    found = split(text, blocks=(Block(0, 13, "heading"),))
    assert [(sentence.kind, sentence.text) for sentence in found] == [
        ("heading", "Bridge falls."),
        ("sentence", "A bridge fell on Sunday."),
    ]


def test_paragraphs_and_numbers_count_from_one() -> None:
    found = split("One is here. Two is here.\n\nThree is here.\nFour is here.")
    assert [(sentence.number, sentence.paragraph) for sentence in found] == [(1, 1), (2, 1), (3, 2), (4, 3)]


def test_lines_wrapped_to_a_width_are_one_paragraph() -> None:
    text = (
        "The bridge over the ford in Marrow Creek fell late on Sunday after a\n"
        "night of rain that nobody had expected. Two people were hurt, said\n"
        "the county."
    )
    assert [sentence.text.replace("\n", " ") for sentence in split(text)] == [
        "The bridge over the ford in Marrow Creek fell late on Sunday after a night of rain that nobody had expected.",
        "Two people were hurt, said the county.",
    ]


PIECES = ["Brandt", " said", ". ", ".", '"', "“", "”", "'", "...", " . . .", "\n", "\n\n", "U.S.", "a.m.", "1.", "• ", "?", "!", "[3]", " ", ")", "(", "Lt.", "é", "\u2028", "x" * 60]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text())
def test_sentences_never_overlap_and_miss_only_white_space(text: str) -> None:
    end = 0
    for sentence in split(text):
        assert not text[end : sentence.start].strip()
        assert sentence.start < sentence.end
        assert sentence.text == text[sentence.start : sentence.end] == sentence.text.strip()
        end = sentence.end
    assert not text[end:].strip()


@pytest.mark.parametrize(
    "piece", ['a."B', ". ", "a. b. ", ". . ", "\n", '."', "1. 2. ", "• ", "A.B.", "By A", "i ", "(" * 9, "A-", "[1]"]
)
def test_hostile_text_is_split_without_looking_far(piece: str) -> None:
    text = piece * (200_000 // len(piece))  # hangs where the work grows with the square of the length
    assert "".join("".join(sentence.text.split()) for sentence in split(text)) == "".join(text.split())


@pytest.mark.parametrize("line", ["word " * 3000, "x" * 9000, "two words" + "x" * 5000 + " end"])
def test_text_without_marks_is_cut_at_blanks(line: str) -> None:
    found = split_sentences(Report(text=line, source=line))
    assert max(len(sentence.text) for sentence in found) <= 2000
    assert "".join(sentence.text.replace(" ", "") for sentence in found) == line.replace(" ", "")
    assert all(line[sentence.start : sentence.end] == sentence.text for sentence in found)
    if line.startswith("word"):
        assert {sentence.text.strip("word ") for sentence in found} == {""}
        assert all(sentence.text.startswith("word") for sentence in found)
