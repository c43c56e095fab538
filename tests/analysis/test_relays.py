"""Relays: the outlet or statement something came through, and a report taken apart by them."""

import pytest

from storydiff.analysis.analyse import analyse
from storydiff.analysis.relays import find_relays, witnesses
from storydiff.model import Analysis, Report

NAMED = {
    "told": ("Brandt told ABC News that the road was shut.", ["abc news"]),
    "reported by": (
        "The road was shut, a statement from Brandt reported by the Harbor Ledger says.",
        ["harbor ledger"],
    ),
    "as per": ("Brandt confirmed the fire, as per The Los Angeles Times.", ["los angeles times"]),
    "statement to": ("In an emailed statement to the LA Times, Brandt said the road was shut.", ["los angeles times"]),
    "statement, this one to": (
        "In a separate statement, this one to the LA Times, Brandt spoke.",
        ["los angeles times"],
    ),
    "statement alone": ("The road was shut, Brandt said in a written statement.", ["statement"]),
    "station": ("Brandt told KXQZ-TV the road was shut.", ["kxqz"]),
    "channel": ("Brandt told Channel 9 News that the road was shut.", ["channel 9"]),
    "channel, otherwise": ("according to a report by Channel 9, the road was shut", ["channel 9"]),
    "news and number": ("Brandt told News 12 the road was shut.", ["news 12"]),
    "number and news": ("Brandt told 9News the road was shut.", ["9news"]),
    "network and number": ("Brandt told ABC7 the road was shut.", ["abc7"]),
    "courier": ("The fire was first reported by the Marrow Creek Courier.", ["marrow creek courier"]),
    "sun": ("Brandt told the Saltby Sun on Monday.", ["saltby sun"]),
    "two last words": ("Brandt told the Saltby Herald-Leader on Monday.", ["saltby herald-leader"]),
    "voice": ("The road was shut, according to an article in the Saltby Voice.", ["saltby voice"]),
    "site": ("Brandt told Saltby.com on Monday.", ["saltby.com"]),
    "called a newspaper": ("Brandt told the newspaper Dagmar that it burned.", ["dagmar"]),
    "called a newspaper after its name": ("Brandt told the Dagmar newspaper that it burned.", ["dagmar"]),
    "called a newspaper, no name": ("Brandt told the newspaper Tuesday that it burned.", []),
    "station called so": ("Brandt told local station KXQZ the road was shut.", ["kxqz"]),
    "one of its people": ("Brandt told Ada Ross of the Saltby Echo that it burned.", ["saltby echo"]),
    "a reporter of it": ("Brandt told a reporter for the Saltby Echo that it burned.", ["saltby echo"]),
    "no word tells": ("The road was shut, as first reported by Saltby Now.", ["saltby now"]),
    "a person reports": ("The road was shut, as first reported by Ada Ross.", []),
    "police report": ("The road was shut, as reported by Saltby Police.", []),
    "short form": (
        "Brandt told the Harbor Ledger it burned. She told the Ledger it smoked.",
        ["harbor ledger", "harbor ledger"],
    ),
    "committee": ("Brandt told the House Committee that it burned.", []),
    "not an outlet": ("Brandt told police that she told Ada Ross about the fire.", []),
}


@pytest.mark.parametrize(("text", "keys"), NAMED.values(), ids=NAMED.keys())
def test_relay(text: str, keys: list[str]) -> None:
    assert [relay.key for relay in find_relays(text)] == keys


AGGREGATED = """A fire closed the bridge over Marrow Creek on Friday.
The bridge "shook for a minute" before the first crews came, according to the statement from harbor spokesperson Oda Brandt \
reported by ABC News.
The crews left at noon.
"We could not save the western pier," Brandt said, adding that nobody was hurt.
The sheriff's office confirmed that it had been called but gave no details, as per The Los Angeles Times.
In another statement, emailed to the LA Times, Brandt described the fire as a "total loss."
The harbor has asked for money for years. In an official statement released Friday, the harbor said repairs would take months.
"""


def analysed() -> Analysis:
    return analyse(Report(text=AGGREGATED, source=AGGREGATED, sigil="A", outlet="Marrow Creek Digest"))


def test_a_report_is_taken_apart_by_what_it_passes_on() -> None:
    parts = {part.sigil: [s.text for s in part.sentences] for part in witnesses(analysed())}
    assert list(parts) == ["A", "A/ABC News", "A/Los Angeles Times", "A/statement"]
    assert [len(sentences) for sentences in parts.values()] == [3, 2, 2, 1]
    assert "western pier" in parts["A/ABC News"][1]  # the same source goes on through the same outlet


def test_mentions_go_with_their_sentences_and_nothing_is_lost() -> None:
    whole = analysed()
    parts = witnesses(whole)
    assert sorted(s.start for part in parts for s in part.sentences) == [s.start for s in whole.sentences]
    assert all(m.sigil == part.sigil for part in parts for m in (*part.sentences, *part.quotations, *part.names))
    assert sum(len(part.attributions) for part in parts) == len(whole.attributions)


def test_a_report_that_passes_on_nothing_stays_whole() -> None:
    text = "Police said the bridge was shut. It opened on Monday."
    whole = analyse(Report(text=text, source=text, sigil="A"))
    assert witnesses(whole) == (whole,)


def test_what_people_tell_the_outlet_itself_is_its_own_voice() -> None:
    text = "Brandt told the Harbor Ledger that the road was shut. It rained."
    whole = analyse(Report(text=text, source=text, sigil="A", outlet="Harbor Ledger"))
    assert whole.attributions[0].relay == ""
    assert witnesses(whole) == (whole,)


def test_the_short_name_of_the_outlet_itself_is_its_own_voice() -> None:
    text = "Brandt told the Ledger that the road was shut. It rained."
    whole = analyse(Report(text=text, source=text, sigil="A", outlet="Harbor Ledger"))
    assert whole.attributions[0].relay == ""
