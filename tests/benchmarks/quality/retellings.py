"""Invented events, each told twice in other words; a change in the second telling has to be found all the same."""

from __future__ import annotations

from datetime import datetime

from storydiff.model import Report

_TELLINGS = (
    (
        "A freight train jumped the tracks in Marrow Creek on Tuesday and killed three railway workers, Sheriff Oda Brandt said.\n\n"
        "The train derailed at about 6:40 p.m. near the old mill on Quarry Road, Brandt said. It was carrying grain.\n\n"
        "\"We do not know yet why the brakes failed, but we will find out,\" Brandt said.\n\n"
        "One of the dead was Tobias Renn, 47, who had worked for the railway for 22 years. Eleven people were hurt.",
        "Three railway workers died when a freight train derailed in Marrow Creek on Tuesday, according to Sheriff Oda Brandt.\n\n"
        "The derailment happened near the old mill on Quarry Road around 6:40 p.m., she said. The train had grain on board.\n\n"
        "Brandt told reporters: \"We do not know yet why the brakes failed, but we will find out.\"\n\n"
        "Among the victims was 47-year-old Tobias Renn, a railway man for 22 years. Eleven people were injured.",
    ),
    (
        "A man was shot to death outside a bakery in Saltby on Friday night, police said.\n\n"
        "Officers were called to the 1400 block of Harbor Street at 9:15 p.m., Lt. Maren Oyelaran said. They found Dario Pell, 38, on the sidewalk.\n\n"
        "A suspect, Casper Dunmore, 29, allegedly fired six shots from a rifle and ran away, Oyelaran said.\n\n"
        "\"We believe the two men knew each other, and we are not looking for anybody else,\" Oyelaran said.",
        "Police say a 38-year-old man died in a shooting outside a Saltby bakery on Friday night.\n\n"
        "Dario Pell was lying on the sidewalk in the 1400 block of Harbor Street when officers arrived, said Lt. Maren Oyelaran. The call came in at 9:15 p.m.\n\n"
        "Six shots were allegedly fired from a rifle by Casper Dunmore, 29, who then ran away, according to Oyelaran.\n\n"
        "\"We believe the two men knew each other, and we are not looking for anybody else,\" said Oyelaran.",
    ),
    (
        "The Tallow Ford school board voted 5-2 on Monday to close Alder Lane Elementary, which has 240 students.\n\n"
        "Superintendent Philippa Holt said the district would save $1,300,000 a year.\n\n"
        "\"Nobody on this board wanted to close a school, but we have run out of money,\" Holt said.\n\n"
        "Parents reportedly plan to sue the district. \"This is not the end of it,\" said Rafe Lindqvist, a father of two.",
        "Alder Lane Elementary, a school of 240 students in Tallow Ford, will close after a 5-2 vote of the school board on Monday.\n\n"
        "The district is to save $1,300,000 a year, according to Superintendent Philippa Holt.\n\n"
        "Holt said: \"Nobody on this board wanted to close a school, but we have run out of money.\"\n\n"
        "A lawsuit is reportedly planned by parents. Rafe Lindqvist, who has two children there, said, \"This is not the end of it.\"",
    ),
    (
        "Two hikers were rescued from Mount Orla on Sunday after 31 hours in the snow, the county said.\n\n"
        "Ines Calloway, 52, and her son Wren, 19, lost the trail on Saturday at around 10 a.m., according to rescuers.\n\n"
        "\"They did not panic, and that is why they are alive,\" said rescue chief Hollis Varga.\n\n"
        "The county said that neither of them had been badly hurt.",
        "Rescuers brought two hikers down from Mount Orla on Sunday. The two had spent 31 hours in the snow, the county said.\n\n"
        "According to rescuers, 52-year-old Ines Calloway and Wren, her 19-year-old son, left the trail around 10 a.m. on Saturday.\n\n"
        "Rescue chief Hollis Varga said: \"They did not panic, and that is why they are alive.\"\n\n"
        "Neither was badly hurt, according to the county.",
    ),
)  # fmt: skip


def _report(number: int, telling: int, text: str) -> Report:
    published = datetime(2026, 3, 4)
    return Report(text=text, source=text, path=f"{number}-{telling}.txt", published=published, published_grain="day")


SECOND = [_report(number, 2, second) for number, (_, second) in enumerate(_TELLINGS)]
"""The tellings that are changed."""
FIRST = {
    report.path: _report(number, 1, first)
    for number, (report, (first, _)) in enumerate(zip(SECOND, _TELLINGS, strict=True))
}
"""The tellings they are set against, by the path of the others."""
