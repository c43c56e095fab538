"""Reports to measure speed with: invented events told by several outlets, of any length, the same for the same seed.

An event is a list of facts, each with figures, names, places and words of its own. An outlet tells most of them, each in one of
several wordings, now and then with another figure, and puts in sentences that nobody else has. So the sentences that tell the
same grow with the length of the reports, as they do in news.
"""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import Any

from storydiff.model import Report

_FIRST = "Oda Karl Maren Ivo Lene Tomas Ada Jonas Petra Nils Greta Emil Runa Anton Sanna Felix Mira Oskar Tilda Bruno".split()
_START = "Bra Lin Hol Sal Mar Vik Tor Ek Ros Lun Dal Nor Hag Stro Kel Wes Ode Fal Grim Bar".split()
_MIDDLE = ["", *"de ga len mar ni ro sten ta ve wil jo ke".split()]
_END = "ndt dqvist mgren tby row strand berg lund feld nes wick mann hagen sted ström dahl rud vold".split()
_STREETS = (
    "Oak Quay Mill Harbor Chapel Station Orchard Bridge Ferry Lantern Weaver Cooper Saddle Granary Foundry Tannery Juniper Larch Heron"
    " Plover Anchor Barley Clover Drover Ember Fallow Gorse Hazel Ivory Kestrel Linden Mallow Nettle Osprey Pebble Quarry Rowan Sorrel"
    " Thistle Umber Violet Willow Yarrow Alder Birch Cedar Dogwood Elder Fennel Garnet Hemlock Iris".split()
)
_KINDS = "Street Avenue Road Lane Drive".split()
_TOWN_START = "Marrow Tallow Brack Dun Holm Odam Salt East Grim Fern Pike Raven Silver Cold Long Hollow Stone Amber Cedar Gull".split()
_TOWN_END = "Creek Falls Ferry Bridge Harbor Hill Mills Ford Landing Hollow Ridge Point Bay Grove".split()
_THINGS = (
    "warehouse,boat shed,school gym,bakery,bus depot,grain store,cinema,ferry office,laundry,sawmill,brewery,library,chapel,dairy,"
    "garage,greenhouse,hostel,kiln,lighthouse,museum,nursery,observatory,paper mill,quarry office,rope works,stable,theater,town hall,"
    "vinegar works,windmill".split(",")
)
_CAUSES = "a gas leak,faulty wiring,a heater left on,a lightning strike,sparks from a saw,a broken pump".split(",")
_WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_OUTLETS = "Harbor Ledger,Saltby Courier,National Bulletin,Channel 8,Riverside Radio,Tallow County Times,Capital Monitor,Coast Wire".split(
    ","
)

# Something of its own that every fact has: otherwise the facts of a long report would differ in their names and figures only.
_LOOKS = (
    "copper walnut crimson narrow crooked hollow marble velvet rusty silver painted wooden woven polished cracked gilded frozen mossy"
    " striped square curved dented slender broad tilted buried folded jagged spotted knotted quilted leaden amber scarlet violet"
    " granite bamboo leather plaster enamel".split()
)
_SIGHTS = (
    "turbine cello anvil ladder sundial pulley kennel trellis lantern barrel statue chimney fountain gazebo harp loom millstone obelisk"
    " pergola quiver rudder scaffold telescope urn vane wagon xylophone yacht zeppelin altar beacon cistern derrick easel ferry gantry"
    " hammock igloo jetty kiosk lectern mural nozzle organ pillar rotunda sextant tripod umbrella vault winch antenna boiler crane"
    " drawbridge elevator furnace generator hydrant incubator jukebox keystone lathe monolith nave orchard pavilion rampart sluice"
    " turnstile viaduct weir abacus banister carousel dynamo epitaph flagpole gargoyle hourglass icebox jackdaw kettle locomotive".split()
)

# Each line is a fact; its wordings are parted by bars.
_FACTS = """\
A fire destroyed {a_thing} at {house} {street} in {town} on {day}, and {hurt} people were hurt, police said.|Police said {hurt} people were \
injured on {day} when {a_thing} burned down in {town}.|{Hurt} people were taken to hospital after {a_thing} on {street} caught fire on {day}.
{first} {last}, {age}, of {town}, was pulled from the {thing} by firefighters.|Firefighters pulled {first} {last}, a {age}-year-old from {town}, \
out of the {thing}.|Among the injured was {first} {last}, {age}, whom crews brought out of the {thing}.
“We heard a bang and then the windows of the {thing} went,” said {first} {last}, who lives on {street}.|“We heard a bang and then the windows \
went,” neighbor {first} {last} told the {other}.|Neighbor {first} {last} said the windows of the {thing} broke after a bang.
The blaze was caused by {cause}, fire chief {first} {last} said at a news conference.|Fire chief {first} {last} blamed {cause}.|It began with \
{cause}, according to fire chief {first} {last}.
Crews from {town} were called at about {hour}:{minute} p.m. and had the flames under control within {hours} hours.|The call came at \
{hour}:{minute} p.m., and it took crews {hours} hours to put the flames out.|Firefighters needed {hours} hours after the call at {hour}:{minute} p.m.
The damage was put at about ${money} million, a spokeswoman for {town} said.|Officials in {town} estimate the damage at ${money} million.|\
A spokeswoman for {town} said repairs would cost more than ${money} million.
{first} {last}, a driver, was arrested on {day} near {street} on suspicion of arson and is being held without bail.|Officers arrested a driver, \
{first} {last}, near {street} on {day}.|A man identified as {first} {last} was taken into custody on {day}, allegedly over the fire at the {thing}.
The {thing} was built in {year} and had not been inspected for {years} years, records show.|Records show that nobody had inspected the {thing} \
for {years} years.|Built in {year}, the {thing} was last inspected {years} years ago, the council said.
About {crowd} residents of {street} were told to leave their homes and spent the night in a school in {town}.|Some {crowd} people from {street} \
had to leave their homes.|Police cleared {street}; {crowd} residents slept in a school.
{first} {last} was flown to {town} General Hospital in critical condition and died there on {day}, a doctor said.|{first} {last} died in {town} \
General Hospital on {day}, according to a doctor.|A patient, {first} {last}, was said to be in critical condition at {town} General Hospital.
The road between {town} and the coast was closed until {hour} a.m., and trains ran {minute} minutes late.|Trains were up to {minute} minutes late \
and the road to {town} stayed closed until {hour} a.m.|The coast road near {town} opened again at {hour} a.m.
Mayor {first} {last} called it “a dark day for {town} and for everyone who worked there.”|“It is a dark day for {town},” Mayor {first} {last} \
said.|Mayor {first} {last} spoke of a dark day and promised help for those who worked there.
Two dogs and a parrot were carried out of a cellar on {street} by a deputy, {first} {last}.|Deputy {first} {last} carried two dogs and a parrot \
from a cellar.|A deputy named {last} came out of a cellar on {street} with a parrot on his arm.
Smoke could be seen {miles} miles away, and the airport at {town} turned three flights back.|Three flights were turned back at {town} because of \
the smoke.|The smoke was visible for {miles} miles, and planes bound for {town} had to turn.
{first} {last}, who owns the {thing}, said insurance would pay for less than {percent} percent of the loss.|Owner {first} {last} expects the insurer \
to cover under {percent} percent.|Less than {percent} percent of the loss is insured, according to the owner, {first} {last}.
Schools in {town} stayed shut on {day} while inspectors measured soot in the air.|On {day} inspectors measured the air, and schools in {town} remained \
closed.|Pupils in {town} had {day} off because of soot.
A hydrant on {street} had been dry since a burst pipe in spring, said councilor {first} {last}.|Councilor {first} {last} said the hydrant on {street} \
had given no water since spring.|The hydrant nearest to the blaze was dry, a councilor, {first} {last}, told the {other}.
Volunteers served {crowd} bowls of soup in the church on {street}.|Some {crowd} bowls of soup were served in a church.|At the church on {street} \
volunteers handed out {crowd} bowls of soup.
The {thing} employed {hurt} apprentices, all of whom got out through a skylight.|All {hurt} apprentices of the {thing} climbed out through a skylight.|\
A skylight saved the {hurt} apprentices.
State police flew a drone over {town} until {hour} p.m. to look for embers.|A drone of the state police searched for embers over {town}.|Until {hour} p.m. a \
drone looked for embers from above.
“Somebody left the valves open,” said engineer {first} {last}, who inspected the boilers in {year}.|Engineer {first} {last} said that somebody had left \
the valves open.|“Somebody left the valves open,” engineer {first} {last} told reporters.
A retired nurse, {first} {last}, {age}, treated burns on her porch before ambulances came.|Before the ambulances came, retired nurse {first} {last} \
treated burns on a porch.|{first} {last}, {age}, a retired nurse, bandaged people on her porch.
The governor released ${money} million from the disaster fund and will visit {town} on {day}.|${money} million will come from the disaster fund, the \
governor said.|On {day} the governor is to visit {town}; she has released ${money} million.
Divers recovered a safe from the river below the {thing}.|A safe was recovered from the river by divers.|From the river divers brought up a safe.
Prosecutor {first} {last} has asked a judge to seal the search warrant.|A judge was asked to seal the warrant, prosecutor {first} {last} confirmed.|The search \
warrant should be sealed, prosecutor {first} {last} told the court.
A choir from {town} canceled its concert and gave the hall to {crowd} evacuees.|The concert of the choir was canceled; {crowd} evacuees slept in the \
hall.|{crowd} evacuees found room in the concert hall that a choir from {town} gave up.
Wind gusts of {speed} miles an hour drove sparks across {street}.|Sparks were driven over {street} by gusts of {speed} miles an hour.|Gusts reached {speed} \
miles an hour.
The union of dock workers, led by {first} {last}, demands sprinklers in every shed.|Sprinklers in every shed are what the dock workers and their leader, \
{first} {last}, demand.|Union leader {first} {last} wants sprinklers in all sheds.
Power failed in {crowd} houses when a transformer on {street} melted.|A melted transformer left {crowd} houses without power.|Some {crowd} homes lost \
power after a transformer melted on {street}.
Detectives want to speak to the driver of a green van seen on {street} at {hour}:{minute} a.m.|A green van was seen at {hour}:{minute} a.m., and detectives \
are looking for its driver.|Police seek the driver of a green van.
{first} {last}, {age}, has been missing since the roof fell in, her sister said.|Her sister said {first} {last}, {age}, had not been seen since the roof \
collapsed.|Still missing is {first} {last}, {age}.
A wall of the {thing} will be pulled down on {day} because it leans.|The leaning wall of the {thing} is to come down on {day}.|On {day} a leaning wall will \
be demolished.
Ash fell as far as {town}, {miles} miles to the east, where laundry was ruined.|In {town}, {miles} miles to the east, ash ruined the laundry.|Ash was carried \
{miles} miles to {town}.
The museum of {town} offered its storeroom for {crowd} rescued paintings.|{crowd} paintings that were rescued went to the museum of {town}.|A museum took in \
{crowd} rescued paintings.
Chemist {first} {last} found traces of solvent in {hurt} of the samples.|Solvent was found in {hurt} samples by chemist {first} {last}.|{Hurt} samples held \
traces of solvent, according to chemist {first} {last}.
Ferry passengers waited {hours} hours because the pier at {town} was roped off.|The pier at {town} was roped off, and ferry passengers had to wait {hours} \
hours.|For {hours} hours no ferry could land at {town}.""".replace("\\\n", "").splitlines()
_COLOUR = (
    "Rain fell on {town} for most of {day}.",
    "Nobody answered the door at the house on {street} when the {outlet} called.",
    "It was the {nth} time this year that crews had been sent to {street}.",
    "{first} {last} keeps {crowd} bees behind the {thing} and sells honey at the market in {town}.",
    "“I have never seen so many people on {street},” said {first} {last}, {age}.",
)


def event(reports: int, sentences: int, seed: int = 0) -> list[Report]:
    """`reports` of one event, each about `sentences` long."""
    rng = random.Random(seed)  # noqa: S311
    facts = [(wordings.split("|"), _details(rng)) for _ in range(sentences // len(_FACTS) + 1) for wordings in _FACTS]
    return [_report(rng, facts[:sentences], number) for number in range(reports)]


def _report(rng: random.Random, facts: list[tuple[list[str], dict[str, Any]]], number: int) -> Report:
    outlet = _OUTLETS[number % len(_OUTLETS)] + (f" {number // len(_OUTLETS)}" if number >= len(_OUTLETS) else "")
    told: list[str] = []
    for wordings, details in facts:
        if rng.random() < 0.25:
            told.append(rng.choice(_COLOUR).format(**_details(rng), outlet=outlet))
            continue
        wording = rng.choice(wordings).removesuffix(".") + ", by the {sight}."
        told.append(wording.format(**_retold(rng, details), other=_OUTLETS[(number + 3) % len(_OUTLETS)]))
    paragraphs = [" ".join(told[at : at + 2]) for at in range(0, len(told), 2)]
    text = "\n\n".join(paragraphs)
    published = datetime(2026, 3, 6, 9) + timedelta(hours=number % 24)
    return Report(text=text, source=text, path=f"{number:03}.txt", outlet=outlet, published=published)


def _details(rng: random.Random) -> dict[str, Any]:
    hurt, thing = rng.randint(2, 10), rng.choice(_THINGS)
    return {
        "first": rng.choice(_FIRST), "last": rng.choice(_START) + rng.choice(_MIDDLE) + rng.choice(_END), "age": rng.randint(18, 90),
        "town": f"{rng.choice(_TOWN_START)} {rng.choice(_TOWN_END)}", "street": f"{rng.choice(_STREETS)} {rng.choice(_KINDS)}", "house": rng.randint(2, 990),
        "thing": thing, "a_thing": f"a {thing}", "cause": rng.choice(_CAUSES), "hurt": _WORDS[hurt], "Hurt": _WORDS[hurt].title(),
        "day": rng.choice("Monday Tuesday Wednesday Thursday".split()), "hour": rng.randint(1, 11), "minute": rng.randint(10, 59),
        "hours": rng.randint(2, 9), "miles": rng.randint(3, 40), "percent": rng.randint(10, 60),
        "speed": rng.randint(30, 70), "money": round(rng.uniform(1, 20), 1), "year": rng.randint(1900, 1999),
        "sight": f"{rng.choice(_LOOKS)} {rng.choice(_SIGHTS)}", "years": rng.randint(2, 20), "crowd": 10 * rng.randint(3, 90), "nth": rng.choice("third fourth fifth sixth".split()),
    }  # fmt: skip


def _retold(rng: random.Random, details: dict[str, Any]) -> dict[str, Any]:
    """`details`, once in ten times with another age."""
    return details | {"age": details["age"] + 1} if rng.random() < 0.1 else details


def of_words(reports: int, words: int, seed: int = 0) -> list[Report]:
    """`reports` of one event with about `words` words each."""
    return event(reports, round(words / 16.4), seed)
