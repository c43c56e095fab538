"""The check `place`."""

from __future__ import annotations

from collections.abc import Iterator

from storydiff.checks.base import Check
from storydiff.checks.common.apart import finding_of
from storydiff.checks.places.addresses import hospitals, numbers, sides, streets, towns
from storydiff.checks.places.crossings import crossings
from storydiff.checks.places.homes import homes
from storydiff.checks.places.whereabouts import doors_away, in_or_near, inside_or_outside, plurals, sites
from storydiff.model import Alignment, Finding

_COMPARE = (
    numbers, streets, plurals, hospitals, sides, towns, homes, sites, crossings, inside_or_outside, in_or_near, doors_away,
)  # fmt: skip


class Place(Check):
    """A house number, block, street, crossing, hospital or other site, a side of a town or somebody's home town differs between reports.

    ## Why it matters
    A wrong address sends readers, and blame, to the wrong door.

    ## Flagged
    - A: The clerk was shot in the 1400 block of Harbor Street on Friday night.
    - B: The clerk was shot in the 1700 block of Harbor Street on Friday night.

    - A: The clerk was found on Brandt Street on Friday night, police said.
    - B: The clerk was found on Brandt Avenue on Friday night, police said.

    - A: Pavel Varga, 25, of Houston, died in the shooting on Sunday.
    - B: Killed was Pavel Varga, 25, of Dallas, Texas.

    - A: The clerk was shot in the 2800 block of Harbor Street on Friday.
    - B: The clerk was shot at Harbor Street and Marlow Avenue on Friday.

    ## Not flagged
    - A: The clerk was shot in the 1400 block of Harbor Street on Friday night.
    - B: The clerk was shot at 1412 Harbor St. on Friday night.

    - A: The clerk was shot in Saltby on Friday night, police said.
    - B: The clerk was shot in Ohio on Friday night, police said.

    ## Known limits
    A place and the larger one that holds it are not told from two places without a gazetteer, so towns are compared only where the
    words before them are the same, and then with low confidence.
    """

    name = "place"
    precision = 0.88

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        for compare in _COMPARE:
            for apart in compare(alignment):
                yield finding_of(self, alignment, apart)
