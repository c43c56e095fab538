"""Labels of one thing that take sides; for the check `label`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

# One set of labels a line, parted by commas; `!` before those that judge. Labels of one set may stand for one referent, and two of them
# are set against each other if one judges and the other does not. Source: the storydiff maintainers, after the usage notes of common news style guides.
LABELS = """
government: government, authorities, !regime, !junta
leader: leader, president, ruler, !dictator, !strongman, !despot, !tyrant
fighters: fighters, gunmen, militants, rebels, insurgents, opposition fighters, opposition forces, armed groups, militiamen, !terrorists, !jihadists, !jihadis, !extremists, !islamists, !thugs, !freedom fighters, !resistance fighters, !mercenaries, !death squads
fighter: fighter, gunman, militant, rebel, insurgent, militiaman, !terrorist, !jihadist, !jihadi, !extremist, !islamist, !freedom fighter, !thug
group: militant group, armed group, rebel group, !terror group, !terrorist group, !terrorist organization, !terrorist organisation, !extremist group, !jihadist group
held: opposition-held, opposition-controlled, rebel-held, rebel-controlled, !terrorist-held, !liberated, !occupied
islamic state: islamic state, isis, isil, !daesh
crowd: protesters, demonstrators, marchers, activists, crowd, !rioters, !mob, !looters, !agitators, !thugs, !anarchists, !insurrectionists
unrest: protest, protests, demonstration, demonstrations, rally, march, unrest, !riot, !riots, !insurrection, !uprising, !mob violence, !siege, !coup attempt
uprising: riot, riots, !insurrection, !coup attempt, !siege, !uprising
attack: attack, shooting, killing, killings, shootings, incident, shootout, !massacre, !slaughter, !bloodbath, !rampage, !carnage, !execution, !assassination, !terror attack, !terrorist attack
strike: strike, strikes, airstrike, airstrikes, bombing, bombardment, shelling, !massacre, !barrage, !aggression, !onslaught
migrants: undocumented immigrants, unauthorized immigrants, migrants, immigrants, asylum seekers, asylum-seekers, refugees, undocumented workers, !illegal immigrants, !illegal aliens, !illegals, !aliens, !invaders, !dreamers
felons: people with felony convictions, former felons, formerly incarcerated people, !ex-felons, !ex-cons, !convicted felons, !felons, !criminals
couples: same-sex couples, gay couples, gay and lesbian couples, !homosexual couples
marriage: same-sex marriage, gay marriage, !homosexual marriage, !marriage equality
abortion foes: anti-abortion, abortion opponents, opponents of abortion, !pro-life, !anti-choice
abortion friends: abortion-rights, abortion rights, !pro-choice, !pro-abortion
unborn: fetus, foetus, !unborn child, !unborn baby, !unborn
inheritance tax: estate tax, inheritance tax, !death tax
health law: affordable care act, health care law, health law, !obamacare
surveillance: surveillance, intelligence-gathering, monitoring, data collection, !spying, !snooping, !eavesdropping
interrogation: interrogation, interrogation techniques, !enhanced interrogation, !enhanced interrogation techniques, !torture
speech: speech, remarks, comments, address, statement, tweets, !rant, !tirade, !diatribe, !screed, !outburst, !harangue
documents: obtained documents, released documents, !leaked documents, !stolen documents, !purloined documents
right: conservative, conservatives, right-wing, !far-right, !hard-right, !ultraconservative, !neoconservative, !extreme right
left: liberal, liberals, progressive, progressives, left-wing, !far-left, !radical left, !leftist, !leftists, !hard-left
centre group: centrist, moderate, !mainstream
plan: plan, proposal, bill, measure, overhaul, reform, !scheme, !power grab, !handout, !giveaway, !bailout
inquiry: inquiry, investigation, probe, review, !witch hunt, !fishing expedition
leave: left, departed, drove away, drove off, walked away, !fled, !absconded
suspects: persons of interest, !suspects
suspect: person of interest, !suspect
shooter: shooter, gunman, attacker, suspect, assailant, !terrorist, !madman, !monster, !killer, !maniac
bystanders: people, residents, !civilians, !innocent people, !innocents, !martyrs
firearms: semi-automatic rifle, rifle, semiautomatic rifle, !assault rifle, !assault weapon, !weapon of war, !military-style rifle
barrier: barrier, fence, border barrier, !wall
deal: deal, agreement, accord, pact, !capitulation, !surrender, !sellout
critics: critics, opponents, skeptics, !haters, !deniers
climate: climate change, global warming, !climate crisis, !climate emergency, !climate hoax
war: war, invasion, conflict, offensive, !special military operation, !aggression, !crusade
"""


class Label(NamedTuple):
    """The set it belongs to, and whether it judges."""

    group: str
    loaded: bool


@cache
def labels() -> dict[str, tuple[Label, ...]]:
    """Every label with the sets it stands in."""
    found: dict[str, tuple[Label, ...]] = {}
    for line in LABELS.strip().splitlines():
        group, _, words = line.partition(": ")
        for word in words.split(", "):
            label = word.removeprefix("!")
            found[label] = (*found.get(label, ()), Label(group, word.startswith("!")))
    return found


@cache
def expression() -> re.Pattern[str]:
    """Any of the labels, the longest first; for lower-case text."""
    longest_first = sorted(labels(), key=lambda label: (-len(label), label))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(label) for label in longest_first)})(?![\w-])")
