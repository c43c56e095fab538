"""Titles that exclude each other, and titles that one person may have at once."""

import pytest

from storydiff.testing import flagged

CASES = {
    "two ranks": (
        "[[Sgt.]] Oda Brandt said on Friday that the clerk was shot at the ferry terminal.",
        "[[Lt.]] Oda Brandt said on Friday that the clerk was shot at the ferry terminal.",
    ),
    "one rank written in two ways": (
        "Lt. Oda Brandt said on Friday that the clerk was shot at the ferry terminal.",
        "Lieutenant Oda Brandt said on Friday that the clerk was shot at the ferry terminal.",
    ),
    "a rank and an office": (
        "Sgt. Oda Brandt said on Friday that the clerk was shot at the ferry terminal.",
        "Police spokeswoman Oda Brandt said on Friday that the clerk was shot at the ferry terminal.",
    ),
    "ranks in sentences of their own": (
        "[[Sgt.]] Oda Brandt spoke to reporters. The ferry was closed on Friday.",
        "A clerk was shot in Saltby. [[Lt.]] Oda Brandt would not tell more about the gun.",
    ),
    "a detective and an officer": (
        "[[Police Detective]] Oda Brandt said on Friday that the clerk was shot.",
        "[[Police officer]] Oda Brandt said on Friday that the clerk was shot.",
    ),
    "a former rank": (
        "Former Capt. Oda Brandt said on Friday that the clerk was shot at the ferry terminal.",
        "Chief Oda Brandt said on Friday that the clerk was shot at the ferry terminal.",
    ),
    "a post of long ago": (
        "Pavel Quill, then a [[district attorney]], met the clerk at the ferry terminal in Saltby in 1979.",
        "Pavel Quill, then an [[assistant district attorney]], met the clerk at the ferry terminal in Saltby in 1979.",
    ),
    "an assistant with the town between": (
        "Assistant Saltby Police Chief Oda Brandt said on Friday that the clerk was shot at the ferry terminal.",
        "Assistant Police Chief Oda Brandt said on Friday that the clerk was shot at the ferry terminal.",
    ),
    "a relative who is not named": (
        "The clerk was with her [[wife]] when she was shot at the ferry terminal.",
        "The clerk was with her [[fiancee]] on Harbor Street when she was shot.",
    ),
    "two relatives": (
        "The clerk was with her wife and her mother when she was shot at the ferry terminal.",
        "The clerk was with her fiancee, now her wife, when she was shot at the ferry terminal.",
    ),
    "father of one and grandfather of others": (
        "Her father, Pavel Varga, was taken to a hospital in Saltby on Friday.",
        "Their grandfather, Pavel Varga, was taken to a hospital in Saltby on Friday.",
    ),
    "two of one surname": (
        "Sgt. Oda Brandt said on Friday that the clerk was shot. Lt. Pavel Brandt said so too.",
        "Lt. Pavel Brandt said on Friday that the clerk was shot.",
    ),
}


@pytest.mark.parametrize("reports", CASES.values(), ids=CASES.keys())
def test_role(reports: tuple[str, ...]) -> None:
    found, expected = flagged("role", *reports)
    assert found == expected
