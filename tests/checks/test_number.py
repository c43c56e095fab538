"""Incompatible figures of one thing."""

import pytest

from storydiff.model import Verdict
from storydiff.testing import findings, flagged

CASES = {
    "each report of its own day": (
        "@2026-01-02 The raid happened on Friday. It killed nine people in the market of Saltby.",
        "@2026-01-05 The raid happened on Monday. It killed 26 people in the market of Saltby.",
    ),
    "two kinds of one thing": (
        "The navy of Saltby stopped three pirate vessels off the harbor on Friday.",
        "The navy of Saltby led five merchant vessels off the harbor on Friday.",
    ),
    "what is left of more": (
        "The navy of Saltby boarded the remaining three skiffs off the harbor on Friday.",
        "The navy of Saltby met five skiffs off the harbor on Friday.",
    ),
    "another raid on another day": (
        "@2026-01-02 A raid on the market of Saltby killed nine people on Friday, the mayor said.",
        "@2026-01-05 A raid on the market of Saltby killed 26 people on Monday, the mayor said.",
    ),
    "the wounded with the mortally wounded": (
        "A shootout in Saltby left six people wounded -- two mortally, the harbor police said.",
        "A shootout in Saltby left two dead and four others injured, the harbor police said.",
    ),
    "all who were hit, and those who lived": (
        "Four people were hurt in a shooting at the Saltby ferry.",
        "A shooting at the Saltby ferry left one dead and three injured.",
    ),
    "three reports, two readings": (
        "Police said [[12 people]] were killed in the Saltby ferry disaster.",
        "Police said [[15 people]] were killed in the Saltby ferry disaster.",
        "Police said [[12 people]] were killed in the Saltby ferry disaster.",
    ),
    "figure and word agree": (
        "Police said 12 people were killed in the Saltby ferry disaster.",
        "Police said twelve people were killed in the Saltby ferry disaster.",
    ),
    "an open end holds the higher figure": (
        "At least three people were hurt when the Saltby ferry hit the quay.",
        "Five people were hurt when the Saltby ferry hit the quay.",
    ),
    "about": (
        "About 120 people were on the Saltby ferry when it hit the quay.",
        "The Saltby ferry had 124 people aboard when it hit the quay.",
    ),
    "other victims": (
        "Two officers were wounded when the Saltby ferry hit the quay on Friday.",
        "Five people were killed when the Saltby ferry hit the quay on Friday.",
    ),
    "money": (
        "The new bridge over the Tallow will cost [[$3.2 million]], the council of Tallow Ford said.",
        "The new bridge over the Tallow will cost [[$4.1 million]], the council of Tallow Ford said.",
    ),
    "ages are not its business": (
        "A 34-year-old man drove the van into the Saltby bakery on Friday.",
        "A 36-year-old man drove the van into the Saltby bakery on Friday.",
    ),
}


@pytest.mark.parametrize("reports", CASES.values(), ids=CASES.keys())
def test_number(reports: tuple[str, ...]) -> None:
    found, expected = flagged("number", *reports)
    assert found == expected


def test_one_finding_names_the_outlier() -> None:
    (found,) = findings("number", *CASES["three reports, two readings"])
    assert found.verdict is Verdict.CONFLICT
    assert "Outlet 2 alone" in found.message


def test_a_toll_that_rises_is_an_update() -> None:
    text = "people were killed in the Saltby ferry disaster, police said."
    (found,) = findings("number", f"@2026-01-02T08:00 Three {text}", f"@2026-01-02T20:00 Five {text}")
    assert found.verdict is Verdict.UPDATE
    (found,) = findings("number", f"@2026-01-02T20:00 Three {text}", f"@2026-01-02T08:00 Five {text}")
    assert found.verdict is Verdict.CONFLICT


TOLLS = {
    "far from the opening and not linked": (
        "Saltby woke to sirens. The bakery stays closed. A fund has been set up. The mayor wept. The hall is open. "
        "Prayers were said at noon. In all [[five people]] were wounded.",
        "Clerks at the harbor spoke of panic when a stove blew up, and [[six people]] were wounded.",
    ),
    "those shot, where nobody died, are the wounded": (
        "A quarrel at the Saltby quay ended badly on Friday, and [[three deputies]] were injured.",
        "[[Four officers]] have been shot in Saltby, the mayor said.",
    ),
    "those shot may count the dead": (
        "A quarrel at the Saltby quay ended with a clerk dead on Friday, and three people were injured.",
        "Four people were shot in Saltby, the mayor said. One of them died.",
    ),
    "others beside the dead": (
        "One person was killed and [[five others]] were hurt when the Saltby ferry hit the quay.",
        "The crash of the ferry at Saltby left one sailor dead and [[six people]] injured.",
    ),
    "including the gunman": (
        "The shooting in the Saltby mill left four people dead, including the gunman, the mayor said.",
        "The shooting in the Saltby mill left three people dead, the mayor said.",
    ),
    "a part of a list": (
        "A baby and four people were hurt when the Saltby ferry hit the quay.",
        "Five people were hurt when the Saltby ferry hit the quay.",
    ),
    "one by one": (
        "He shot two people dead at the Saltby quay before killing two more at the mill.",
        "Four people were killed at the Saltby quay and the mill, the mayor said.",
    ),
    "a named one and others": (
        "Police found Bram Okonedo and two men shot at the Saltby quay.",
        "Three men were shot at the Saltby quay, police said.",
    ),
    "the badly wounded are some of the wounded": (
        "The fire at the Saltby quay left six wounded. Two were in critical condition, a nurse said.",
        "Six people were wounded in the fire at the Saltby quay.",
    ),
    "men who shot": (
        "Police know the two men who shot up the Saltby quay on Friday.",
        "Ten people were shot at the Saltby quay on Friday.",
    ),
    "sums of a year": (
        "Two people were killed in the fire at the Saltby quay.",
        "Nine people have been killed in fires in Saltby so far this year.",
    ),
    "a round-up": (
        "Two people were killed in the fire at the Saltby quay.",
        "Among the fires of the week was one at a mill in Tallow Ford where three people were killed.",
    ),
    "others than those of the report": (
        "Ten people were shot on the Saltby quay on Friday.",
        "Five other people were shot in Saltby between Friday and Sunday.",
    ),
    "a mark that is passed": (
        "The death toll of the flood at Saltby crossed the 250 mark on Friday.",
        "The flood at Saltby has killed 258 people, the mayor said.",
    ),
    "sorts of people side by side": (
        "The cook killed eight students and two teachers at the Saltby school.",
        "Ten people were killed at the Saltby school.",
    ),
    "all of those in one place": (
        "He drove off from Saltby with his sons. All three were found dead in the boat.",
        "Detectives at Saltby dealt with four people dead and with three boats.",
    ),
    "children beside the grown-ups": (
        "Fire in the Saltby mill kills four children",
        "Five people were killed in the fire at the Saltby mill, the mayor said.",
    ),
    "what happened after the other report": (
        "@2026-06-02 A raid on the Saltby mill killed 19 people, the mayor said.",
        "@2026-06-05 A raid on the mill of Saltby killed 31 people on Friday, the mayor said.",
    ),
    "more about the dead": (
        "The [[five people]] killed in the fire at the Saltby quay were clerks.",
        "The coroner will tell more about the [[four people]] killed in the fire at the Saltby quay.",
    ),
    "shot to death": (
        "Four people were shot in Saltby, three of them fatally, the mayor said.",
        "Three people were found shot to death in Saltby and one was injured, the mayor said.",
    ),
}


@pytest.mark.parametrize("reports", TOLLS.values(), ids=TOLLS.keys())
def test_tolls_of_whole_reports(reports: tuple[str, ...]) -> None:
    found, expected = flagged("number", *reports)
    assert found == expected


MEASURES = {
    "another anchor": (
        "The clerk was shot in Saltby, about 30 miles from the Tallow border, the mayor said.",
        "The clerk was shot in Saltby after he had been driven 150 miles west, the mayor said.",
    ),
    "the same anchor": (
        "The fire broke out [[30 miles]] north of Tallow Ford, the mayor said.",
        "The fire broke out [[45 miles]] north of Tallow Ford, the mayor said.",
    ),
    "an estimate": (
        "Employers in Saltby added 9,400 jobs in July, the council said.",
        "Economists had expected employers in Saltby to add 8,400 jobs in July, the council said.",
    ),
    "what it was before": (
        "The council of Saltby shortens the quarantine of sailors from 14 days after a fever.",
        "The council of Saltby shortens the quarantine of sailors to 10 days after a fever.",
    ),
    "sums of two orders": (
        "The council of Saltby passed a $1.9 billion budget on Friday for roads.",
        "The council of Saltby passed checks of $1,400 in its budget on Friday for roads.",
    ),
    "short scales": (
        "The council of Saltby passed a $1.9T budget on Friday for roads.",
        "The council of Saltby passed a $1.9 trillion budget on Friday for roads.",
    ),
    "and a half": (
        "The baker of Saltby got 22 and a half years in prison for the fire.",
        "The baker of Saltby got 22.5 years in prison for the fire.",
    ),
}


@pytest.mark.parametrize("reports", MEASURES.values(), ids=MEASURES.keys())
def test_measures(reports: tuple[str, ...]) -> None:
    found, expected = flagged("number", *reports)
    assert found == expected


def test_those_who_fired_turn_out_to_be_fewer() -> None:
    (found,) = findings(
        "number", *(f"@2026-01-0{day} {text}" for day, text in enumerate(SHOOTERS["hunted, and alone"], 2))
    )
    assert found.verdict is Verdict.UPDATE


def test_all_places_of_a_figure_are_shown() -> None:
    (found,) = findings(
        "number",
        "Three people were killed in the Saltby fire. The three people killed were clerks. Three clerks were killed, he said.",
        "Five people were killed in the Saltby fire.",
    )
    assert [len(variant.mentions) for variant in found.variants] == [3, 1]


ONES = {
    "shots of two hands": (
        "An officer on the Saltby quay fired one shot and missed the baker on Friday.",
        "A baker on the Saltby quay fired two shots and missed the officer on Friday.",
    ),
    "one woman or two": (
        "[[Two women]] called the harbor police on Friday to report a fire at the Saltby quay.",
        "[[A woman]] called the harbor police on Friday to report a fire at the Saltby quay.",
    ),
    "another woman or two others": (
        "The boy's mother and [[two other women]] were home when the fire broke out in Saltby.",
        "The boy's mother and [[another woman]] were home when the fire broke out in Saltby.",
    ),
    "one of several": (
        "Two women called the harbor police on Friday to report a fire at the Saltby quay.",
        "A woman called the harbor police on Friday to report a fire at the Saltby quay. Both women live there.",
    ),
    "another deed": (
        "Two women left the Saltby quay on Friday before the fire broke out there.",
        "A woman called the harbor police on Friday before the fire broke out at the Saltby quay.",
    ),
    "a pair and two pairs": (
        "The harbor police held two others, a man and woman, after the fire at the Saltby quay.",
        "The harbor police saw four others, two men and two women, after the fire at the Saltby quay.",
    ),
    "a second man": (
        "Two men were held on Friday after the fire at the Saltby quay.",
        "A second man was held on Friday after the fire at the Saltby quay.",
    ),
}
SHOOTERS = {
    "two men or a gunman": (
        "[[Two men]] in a red van opened fire on a bakery in Saltby, the mayor said.",
        "The harbor police are still looking for [[the gunman]].",
    ),
    "suspects elsewhere in the report": (
        "Two men in a red van opened fire on a bakery in Saltby, the mayor said.",
        "The harbor police are still looking for the gunman. No suspects have been named.",
    ),
    "hunted, and alone": (
        "[[Two suspects]] are at large after the shots at the Saltby ferry, the mayor said.",
        "Investigators in Saltby believe the clerk [[acted alone]].",
    ),
    "it is not known whether alone": (
        "Two suspects are at large after the shots at the Saltby ferry, the mayor said.",
        "Investigators in Saltby would not say whether the clerk acted alone.",
    ),
    "one of the two": (
        "Two men in a red van opened fire on a bakery in Saltby, the mayor said. The shooter on the left limped.",
        "The harbor police are still looking for the gunman.",
    ),
}
WOUNDS = {
    "one wound or several": (
        "The baker was taken to St. Brannoc's with [[a gunshot wound to the chest]] and died there on Friday.",
        "The baker was [[shot multiple times in his chest]] and taken to St. Brannoc's, where he died on Friday.",
    ),
    "another part of the body": (
        "The baker was taken to St. Brannoc's with a gunshot wound to the leg, where he slept on Friday.",
        "The baker was shot multiple times in his chest and taken to St. Brannoc's, where he slept on Friday.",
    ),
    "two persons of one name": (
        "Bram Okonedo was taken to St. Brannoc's with a gunshot wound to the face on Friday.",
        "Lars Okonedo died of several gunshot wounds at St. Brannoc's on Friday.",
    ),
    "twice and several times": (
        "The baker was shot twice in the leg and taken to St. Brannoc's, where he slept on Friday.",
        "The baker was shot several times in the leg and taken to St. Brannoc's, where he slept on Friday.",
    ),
}
WHOLE = {
    "villages": (
        "The quake flattened [[seven villages]] in the hills of Tallow on Sunday.",
        "The mayor said tents were on their way. Homes in [[five villages]] cracked, he said.",
    ),
    "two of one thing in a report": (
        "The quake flattened seven villages in the hills of Tallow on Sunday.",
        "The mayor said tents were on their way. Homes in five villages cracked and seven villages lost their wells.",
    ),
    "a magnitude": (
        "The [[6.1]]-magnitude quake struck the hills of Tallow.",
        "An earthquake of magnitude [[5.7]] woke sailors in Saltby on Sunday. A 4.0-magnitude aftershock followed.",
    ),
    "a population": (
        "The quake struck Orm island, home to [[120,000 people]], the mayor said.",
        "Tents were on their way to the island, which has about [[200,000]] residents.",
    ),
    "populations of two places": (
        "The quake struck Orm island, home to 120,000 people, the mayor said.",
        "Tents were on their way to the port of Saltby, which has about 200,000 residents.",
    ),
    "children": (
        "Oda Brandt, a clerk, is a mother of [[three]].",
        "The woman had [[two children]], who were asleep, her sister said.",
    ),
    "bail": (
        "The clerk stayed in jail on Friday in lieu of [[$500,000]] bail.",
        "Bond was set at [[$750,000]], and nobody in Saltby had posted it by noon, a deputy said.",
    ),
    "a sentence": (
        "The baker got [[25 years]] in prison for the fire at the quay.",
        "A judge in Tallow Ford sentenced the cook to [[30 years]] on Friday.",
    ),
    "bail of one and damage of the other": (
        "The clerk stayed in jail on Friday in lieu of $500,000 bail.",
        "The fire did $750,000 in damage to the quay.",
    ),
    "reinforcements in two vocabularies": (
        "When they came they called in an additional [[six engines]] and a boat.",
        "Crews from Tallow Ford then called for a further [[four appliances]], the Ledger says.",
    ),
    "one thing in British and in American": (
        "Rask Lines said on Friday that [[six lorries]] were stolen from its yard in Saltby.",
        "Rask Lines said on Friday that [[eight trucks]] were stolen from its yard in Saltby.",
    ),
    "a name and others": (
        "Oda Brandt and three fellow divers spoke on Friday.",
        "The hearing of the four brave divers lasted all Friday.",
    ),
}


ALONE = ONES | SHOOTERS | WOUNDS | WHOLE


@pytest.mark.parametrize("reports", ALONE.values(), ids=ALONE)
def test_counts_without_a_toll(reports: tuple[str, ...]) -> None:
    found, expected = flagged("number", *reports)
    assert [sigil for sigil, _ in found] == [sigil for sigil, _ in expected]
    assert all(words in text for (_, words), (_, text) in zip(expected, found, strict=True))


APART = {
    "counts of two people's deeds": (
        "Bram Okonedo of the Saltby ferry crew saved five goats in the flood on Friday.",
        "Pieter Vance of the Saltby ferry crew saved three goats in the flood on Friday.",
    ),
    "counts of one deed": (
        "The Saltby ferry crew saved [[five goats]] in the flood on Friday.",
        "The Saltby ferry crew saved [[three goats]] in the flood on Friday.",
    ),
    "each outlet's own sources": (
        "The mayor of Saltby sold the quay in secret, four U.S. officials who know the papers said on Friday.",
        "The mayor of Saltby sold the quay in secret, three U.S. officials who know the papers told the Ledger.",
    ),
    "the ones told of before": (
        "Of five rafts at Saltby the harbor guard caught some on Friday. The three rafts had a crew of twelve.",
        "The harbor guard of Saltby caught five rafts with a crew of twelve on Friday.",
    ),
    "figures of players": (
        "Oda Brandt of Saltby ran for 364 yards and a touchdown on Friday.",
        "Oda Brandt of Saltby ran for 405 yards and two touchdowns on Friday.",
    ),
    "states counted for two things": (
        "The mayor sued in three states on Friday.",
        "Her party came close in five states of the north.",
    ),
    "a part and what it adds up to": (
        "Saltby will ship 250 crates of salt to Tallow Ford and 150 to Marrow Creek on Friday.",
        "Saltby will ship 400 crates of salt to Tallow Ford and Marrow Creek on Friday.",
    ),
    "shares far apart": (
        "Of the grown people of Saltby 50 percent have had one dose of the vaccine by Friday.",
        "Of the grown people of Saltby 32 percent have had both doses of the vaccine by Friday.",
    ),
    "one haul, and all hauls": (
        "The cutter's crew found six harpoons and 12 nets and took them ashore in Saltby.",
        "The cutter's crew found 14 harpoons and 31 nets in all during the five operations off Saltby.",
    ),
    "years of two things": (
        "The ferry of Saltby, owned by Oda Brandt, made the best offer in its seven-year history on Friday.",
        "The ferry of Saltby, owned by Oda Brandt, offered the pilot an eight-year deal on Friday.",
    ),
    "points of a match": (
        "Saltby beat Tallow Ford on Friday after 14 points in the last quarter of the match.",
        "Saltby beat Tallow Ford on Friday after 11 points in the first quarter of the match.",
    ),
    "a sum in two currencies": (
        "The council of Saltby took a loan of €110 million ($143 million) for its ferry.",
        "For its ferry the Saltby council has taken up a loan of €110 million ($158 million).",
    ),
    "what was seized so far": (
        "The harbor guard of Saltby seized six rafts in the raid on Friday.",
        "The harbor guard of Saltby seized fourteen rafts so far, Friday's raid included.",
    ),
}


@pytest.mark.parametrize("reports", APART.values(), ids=APART.keys())
def test_counts_in_linked_sentences(reports: tuple[str, ...]) -> None:
    found, expected = flagged("number", *reports)
    assert found == expected


PHONES = {
    "two digits swapped": ("Call the Saltby police at [[555-0142]].", "Call the harbor at [[(555) 555-0412]]."),
    "a digit dropped": ("Call the Saltby police at [[555-0142]].", "Call the Saltby police at [[555-014]]."),
    "with and without an area code": ("Call the Saltby police at 555-0142.", "Call the Saltby police at 301-555-0142."),
    "two lines": ("Call the Saltby police at 555-0142.", "Call the Saltby police at 555-0967."),
    "both told by one": ("Call 555-0142 or 555-0143.", "Call the Saltby police at 555-0143."),
    "no telephone": ("The ferry beat the mill 101-102 and 3.141-592.", "The bill is No. 101-103-2."),
}


@pytest.mark.parametrize("reports", PHONES.values(), ids=PHONES)
def test_telephone_numbers(reports: tuple[str, ...]) -> None:
    found, expected = flagged("number", *reports)
    assert found == expected


def test_a_toll_with_a_bound_in_one_whole_report_is_a_difference() -> None:
    one = "A fire broke out at the mill in Saltby on Friday. At least four people were killed, the mayor said."
    other = "Four people died when flames swept through a workshop near the river in Saltby."
    (found,) = findings("number", one, other)
    assert found.verdict is Verdict.DIFFERENCE


def test_an_exact_figure_and_a_bound_are_a_difference() -> None:
    told = "The harbor guard of Saltby pays {} for word of the fire at the ferry."
    (found,) = findings("number", told.format("$5,000"), told.format("up to $5,000"))
    assert found.verdict is Verdict.DIFFERENCE
    assert not findings("number", told.format("at least $3,000"), told.format("$5,000"))
    assert not findings("number", told.format("nothing less than $5,000"), told.format("$5,000"))
