"""How many altered quotations `quote-wording` finds, and how often it takes unaltered ones for altered.

python tests/benchmarks/quality/quote_wording.py FILE.jsonl [--show 20]

FILE holds pairs `{"kind", "quote_a", "quote_b", "context_a", "context_b", "diff": [[op, words, words]]}`, mined by rule. Each pair is compared as two
tiny reports made of its contexts; it counts as flagged when a finding touches both quotations. Pairs whose difference is declared by brackets
or an ellipsis, or is one of house style, are told apart: they are not to be flagged.
"""

from __future__ import annotations

import argparse
import collections
import json
from pathlib import Path

from storydiff.checks.quotations.quoted_words import key_of, same_in_house_style
from storydiff.config import Config
from storydiff.model import Finding, Report
from storydiff.pipeline import compare


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", type=int, default=0)
    arguments = parser.parse_args()
    seen: collections.Counter[str] = collections.Counter()
    flagged: collections.Counter[str] = collections.Counter()
    shown = []
    for line in arguments.file.open(encoding="utf-8"):
        row = json.loads(line)
        kind = row["kind"]
        if kind == "altered" and no_alteration(row):
            kind = "declared or house style"
        findings = [finding for finding in found(row) if touches(finding, row)]
        seen[kind] += 1
        flagged[kind] += bool(findings)
        if (kind == "altered") != bool(findings) and kind in (
            "altered",
            "identical",
            "declared or house style",
            "truncated",
        ):
            why = [finding.why for finding in findings]
            shown.append(f"{kind} {row['diff']} {why}\n   {row['quote_a']}\n   {row['quote_b']}")
    for kind, number in seen.most_common():
        print(f"{kind:<24} {number:>4} pairs, flagged {flagged[kind]:>4} = {flagged[kind] / number:.3f}")
    print("\n".join(shown[: arguments.show]))


def no_alteration(row: dict[str, object]) -> bool:
    """Whether all that differs is in brackets, beside an ellipsis, or house style."""
    quotes = f"{row['quote_a']} {row['quote_b']}"
    if any(mark in quotes for mark in ("...", "…", "[", "(")):
        return True
    return all(
        same_in_house_style([key_of(word) for word in one.split()], [key_of(word) for word in other.split()])
        for _, one, other in row["diff"]  # type: ignore[attr-defined]
    )


def found(row: dict[str, object]) -> tuple[Finding, ...]:
    reports = [
        Report(text=str(row[f"context_{side}"]), source=str(row[f"context_{side}"]), path=f"{side}.txt")
        for side in "ab"
    ]
    return compare(reports, Config(select=("quote-wording",))).findings


def touches(finding: Finding, row: dict[str, object]) -> bool:
    """Whether the finding has evidence inside both quotations of the pair."""
    places = {}
    for sigil, side in (("A", "a"), ("B", "b")):
        quote = str(row[f"quote_{side}"]).strip()
        start = str(row[f"context_{side}"]).find(quote)
        places[sigil] = (start, start + len(quote))
    return {
        mention.sigil
        for variant in finding.variants
        for mention in variant.mentions
        if mention.start < places[mention.sigil][1] and places[mention.sigil][0] < mention.end
    } == {"A", "B"}


if __name__ == "__main__":
    main()
