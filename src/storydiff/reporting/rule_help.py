"""The manual of a check as help of a rule."""

from __future__ import annotations

import re

_HEADING = re.compile(r"^## ", re.MULTILINE)


def described(manual: str) -> str:
    """What the check looks for and why it matters: the manual up to its examples."""
    summary, *sections = _HEADING.split(manual)
    why = next((text for heading, _, text in (s.partition("\n") for s in sections) if heading.startswith("Why")), "")
    return " ".join(f"{summary} {why}".split())


def plain_text(manual: str) -> str:
    """The manual without Markdown: headings on lines of their own, in capitals."""
    summary, *sections = _HEADING.split(manual)
    parts = [f"{heading.upper()}\n{text.strip()}" for heading, _, text in (s.partition("\n") for s in sections)]
    return "\n\n".join([summary.strip(), *parts]).strip()
