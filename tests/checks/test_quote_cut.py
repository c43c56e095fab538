"""Quotations cut at a limiting word or opened after a negation."""

import pytest

from storydiff.testing import findings

CHECK = "quote-cut"
SAID = " Lt. Oda Brandt said on Sunday."

CUT = {
    "but": ("We found the boat by the ford, but nobody was in it,", "We found the boat by the ford,"),
    "unless": ("We will go home in the morning unless the water rises,", "We will go home in the morning,"),
    "ends at neither": ("We wanted peace, though the town is neither peaceful nor stable,", "We wanted peace, though the town is neither,"),
    "opens after a negation": ("I don't think the bridge was closed that night,", "The bridge was closed that night,"),
    "opens after a hedge": ("It seems to me that the bridge was closed that night,", "The bridge was closed that night,"),
    "opens after a contrast and a hedge": ("But I think that the bridge was closed that night,", "The bridge was closed that night,"),
}  # fmt: skip


@pytest.mark.parametrize(("long", "short"), CUT.values(), ids=CUT.keys())
def test_a_limit_that_is_lost(long: str, short: str) -> None:
    (finding,) = findings(CHECK, f'"{long}"{SAID}', f"“{short}”{SAID}")
    assert [len(variant.mentions) for variant in finding.variants] == [1, 1]


HARMLESS = {
    "no limiter": ("We found the boat by the ford and towed it home,", "We found the boat by the ford,"),
    "declared": ("We found the boat by the ford, but nobody was in it,", "We found the boat by the ford …,"),
    "the limit is a sentence of its own": ("We found the boat by the ford. But nobody was in it,", "We found the boat by the ford,"),
    "a fragment after a negation": ("I don't think the bridge was closed that night,", "the bridge was closed that night,"),
    "what went before but": ("The storm was bad but it was the bridge that fell that night,", "It was the bridge that fell that night,"),
    "an opinion": ("I think that the bridge was closed that night,", "The bridge was closed that night,"),
    "only but at the start": ("But we found the boat by the ford,", "We found the boat by the ford,"),
}  # fmt: skip


@pytest.mark.parametrize(("long", "short"), HARMLESS.values(), ids=HARMLESS.keys())
def test_a_harmless_cut(long: str, short: str) -> None:
    assert not findings(CHECK, f'"{long}"{SAID}', f"“{short}”{SAID}")


def test_reports_that_cut_alike_are_one_variant() -> None:
    long, short = CUT["but"]
    (finding,) = findings(CHECK, f'"{long}"{SAID}', f"“{short}”{SAID}", f'"{short}"{SAID}')
    assert [[m.sigil for m in variant.mentions] for variant in finding.variants] == [["A"], ["B", "C"]]
