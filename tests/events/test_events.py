"""The examples, from files to findings: what storydiff says of them today, word for word.

After a change that is meant, look at the difference and rewrite the files: `python tests/events/test_events.py`.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from storydiff.model import Comparison
from storydiff.pipeline import compare, read

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
EVENTS = ("council-vote", "harbor-fire", "new-years-eve", "new-years-eve/daily-digest.md")


def golden(event: str) -> Path:
    return HERE / f"{event.replace('/', '-').removesuffix('.md')}.txt"


def told(comparison: Comparison) -> str:
    """Every finding with its evidence, and every link, a line each."""
    lines = []
    for finding in comparison.findings:
        lines.append(f"{finding.verdict.value} {finding.check} {finding.confidence.value}: {finding.about}")
        lines += [
            f"    {variant.value} | {mention.sigil} {mention.start}-{mention.end} {mention.text!r}"
            for variant in finding.variants
            for mention in variant.mentions
        ]
    lines.append("links")
    numbers = [f"{link.a.sigil}{link.a.number}={link.b.sigil}{link.b.number}" for link in comparison.alignment.links]
    lines += [f"    {' '.join(numbers[start : start + 10])}" for start in range(0, len(numbers), 10)]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("event", EVENTS)
def test_event(event: str) -> None:
    assert told(compare(read([EXAMPLES / event]))) == golden(event).read_text(encoding="utf-8")


if __name__ == "__main__":
    os.chdir(HERE)
    for name in EVENTS:
        golden(name).write_text(told(compare(read([EXAMPLES / name]))), encoding="utf-8")
