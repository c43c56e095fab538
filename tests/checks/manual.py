"""A check's docstring as its manual: sections and the examples in them."""

from __future__ import annotations

import re
from typing import NamedTuple

REQUIRED = ("Why it matters", "Flagged", "Not flagged", "Known limits")
OPTIONAL = ("Options",)

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_REPORT = re.compile(r"^- ([A-Z]): (.*)$")

Example = tuple[str, ...]
"""The text of report A, B, …"""


class Manual(NamedTuple):
    """The docstring of a check, taken apart. `sections`: heading → text, in order."""

    summary: str
    sections: dict[str, str]
    flagged: tuple[Example, ...]
    not_flagged: tuple[Example, ...]


def read_manual(docstring: str) -> Manual:
    """Take `docstring` apart."""
    summary, *rest = _HEADING.split(docstring)
    sections = {heading: body.strip() for heading, body in zip(rest[::2], rest[1::2], strict=True)}
    return Manual(
        summary=summary.strip(),
        sections=sections,
        flagged=_examples(sections.get("Flagged", "")),
        not_flagged=_examples(sections.get("Not flagged", "")),
    )


def _examples(section: str) -> tuple[Example, ...]:
    found = []
    for block in section.split("\n\n"):
        # A report's text may run on over indented lines.
        lines = re.sub(r"\n +", " ", block).splitlines()
        reports = tuple(match[2] for line in lines if (match := _REPORT.match(line)))
        if reports:
            found.append(reports)
    return tuple(found)
