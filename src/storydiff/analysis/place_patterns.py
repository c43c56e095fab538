"""How streets, addresses, blocks, crossings and distances are written, as compiled patterns."""

from __future__ import annotations

import re

from storydiff.analysis.name_patterns import UPPER
from storydiff.patterns import late

_SIDE = r"(?:(?:North|South)(?:east|west)?|East|West|[NS]\.?[EW]\.?(?= )|[NSEW]\.?(?= ))"
_ORDINAL = r"\d{1,3}(?:st|nd|rd|th)"
_CAPITAL = rf"[{UPPER}]\w*+(?:['’](?!s\b)\w++)?(?:-\w++)?\.?"
_NAMED = rf"(?:{_ORDINAL}|(?<=[thwe.] )\d{{1,3}}|{_CAPITAL}(?: {_CAPITAL}){{0,3}}?)"
# Endings that are streets wherever they stand, and those that are so only behind a house number ("12 Marrow Court").
_ENDING = (
    r"(?:(?:[Ss]treets?|St|[Aa]venues?|Aves?|Av|[Bb]oulevard|Blvd|[Rr]oads?|Rd|[Dd]rives?|Dr(?!\.? [A-Z])|[Ll]ane|Ln|Terrace|Parkway|Pkwy"
    r"|[Hh]ighway(?: \d{1,3})?|Hwy|Trail|Pike|Freeway|Expressway|Turnpike|Alley)\b\.?)"
)
_LOOSE_ENDING = r"(?:(?:Court|Ct|Place|Pl|Way|Circle|Cir|Loop|Square|Row|Run|Path|Cove|Crossing|Plaza|Broadway)\b\.?)"
_NUMBERED_ROAD = r"(?:(?:Interstate|I-|U\.?S\.? (?:Highway |Route )?|(?:State |County |Farm )?(?:Road|Route|Highway|Hwy\.?)|SR|Loop|Exit)[ -]?\d{1,4}\b)"
STREET = rf"(?:(?:{_SIDE} )?{_NAMED} {_ENDING}(?: (?:North|South|East|West|[NS]\.?[EW]?\.?|[EW]\.?)(?=[\s,.;)]))?|{_NUMBERED_ROAD})"
_LOOSE = rf"(?:{STREET}|(?:{_SIDE} )?{_NAMED} {_LOOSE_ENDING})"
_BARE = rf"(?:{_LOOSE}|(?:{_SIDE} )?(?:{_ORDINAL}|{_CAPITAL}(?: {_CAPITAL}){{0,2}}))"
_NUMBER = r"(?:\d{1,2},\d{3}|\d{1,5})(?:[-–]\d{1,5})?(?![\w,]{0,24}\d)"
_CROSSING = r"(?:and|&|at|near|just off|off)(?: the)?"

BLOCK = late(rf"\b(?P<number>{_NUMBER})(?:[- ]hundred)? block of (?:the )?(?P<street>{_BARE})")
ADDRESS = late(rf"(?<![\w$.,:/-])(?P<number>{_NUMBER}) (?P<street>{_LOOSE})")
ROAD = late(rf"(?<![\w'’.&-]){STREET}")
# Two streets, one of which may lack its ending: "37th and SW Marrow Blvd.", "Main and Oak streets", "Main Street near Oak".
CROSSING = late(
    rf"(?<![\w'’.&-])(?:(?P<one>{STREET}),? {_CROSSING} (?P<two>{_BARE})"
    rf"|(?P<left>(?:{_SIDE} )?(?:{_ORDINAL}|{_CAPITAL}(?: {_CAPITAL})?)) (?:and|&|at) (?P<right>{_BARE}))"
)
CORNER = late(rf"\b(?:corner|intersection) of (?P<one>{_BARE}) (?:and|&|at) (?P<two>{_BARE})")
# Begins with the digit, to which the engine leaps.
BARE_ADDRESS = re.compile(
    rf"(?P<all>(?P<number>\d(?:(?<=\b(?:at|in|of) .)|(?<=\bnear .))\d{{1,4}}) (?P<street>(?:{_SIDE} )?{_CAPITAL}))(?![\w-])"
)

_COMPASS = r"(?:(?:north|south)[ -]?(?:east|west)?(?:ern)?|(?:east|west)(?:ern)?)"
_SCALE = r"(?:miles?|mi|kilomet(?:er|re)s?|km|blocks?|feet|yards?|met(?:er|re)s?|houses?|doors?|buildings?)"
_COUNT = r"(?:\d[\d,.]{0,7}|a(?:n|bout a)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|several|half a)"
_TARGET = rf"(?:(?:the |downtown |central )?(?:{_CAPITAL}(?: {_CAPITAL}){{0,4}})|\d{{1,3}}(?:st|nd|rd|th)[\w ]{{0,12}}|the (?:scene|city|town|house|home|building))"
RELATIVE = late(
    rf"\b(?:(?P<count>{_COUNT}) ?(?P<scale>{_SCALE})(?: \([^()]{{1,24}}\))? (?:(?P<side>{_COMPASS}) of|(?P<away>away from|from)) (?P<target>{_TARGET})"
    rf"|(?:just )?(?P<side2>{_COMPASS}) of (?P<target2>{_TARGET}))"
)
RELATIVE_REACH = 80  # code points from the beginning of a match to the last word of its side, or to "from", at most
AREA = late(
    rf"\b(?:(?P<name>{_CAPITAL}(?: {_CAPITAL}){{0,3}}) (?:neighbou?rhood|subdivision|section of|community)\b"
    rf"|(?:neighbou?rhood|section|community|suburb) of (?P<name2>{_CAPITAL}(?: {_CAPITAL}){{0,3}}))"
)
COMPASS_AREA = late(
    rf"\b(?P<side>[Nn]orth(?:east|west)|[Ss]outh(?:east|west)|north|south|east|west)(?:ern)? (?P<target>{_CAPITAL}(?: {_CAPITAL})?)"
)
