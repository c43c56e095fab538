"""Words for colours that may be one paint, seen in another light."""

from __future__ import annotations

# General knowledge.
NEAR_COLOURS = frozenset(
    frozenset(pair)
    for pair in (
        ("grey", "silver"), ("maroon", "burgundy"), ("maroon", "red"), ("burgundy", "red"), ("tan", "beige"), ("tan", "gold"), ("tan", "brown"),
        ("beige", "gold"),
    )
)  # fmt: skip
