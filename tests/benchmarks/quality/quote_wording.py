"""How many altered quotations `quote-wording` finds, and how often it takes unaltered ones for altered.

python tests/benchmarks/quality/quote_wording.py FILE.jsonl [--show 20]

FILE holds pairs `{"kind", "quote_a", "quote_b", "context_a", "context_b", "diff": [[op, words, words]]}`, mined by rule. Each pair is compared as two
tiny reports made of its contexts; it counts as flagged when a finding touches both quotations.

Pairs mined as altered in which nothing differs that is to be flagged are told apart, each under its class:
`declared`: once the words are laid against each other, with an ellipsis or a bracket standing for any words of the other quotation, nothing is left
(a bracket beside a word that is another one does not excuse the word); `house style`: what is left is spelling, a number in words or figures, an
abbreviation, "gonna", letters starred out. Pairs of two different remarks are not told apart, as no rule but the check's own could do it: they count as
altered and stay unfound.
"""

from __future__ import annotations

import argparse
import collections
import difflib
import json
import re
from pathlib import Path

from storydiff.checks.quotations.quoted_words import CUT, key_of, same_in_house_style
from storydiff.config import Config
from storydiff.model import Finding, Report
from storydiff.normalise import typography
from storydiff.pipeline import compare

TOKEN = re.compile(r"(?P<cut>…|\.{2,}|\[[^\]]{0,80}\]|\([^()]{0,60}\))|[^\W_]+(?:['*]+[^\W_]+)*")


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
        if kind == "altered" and (reason := unaltered(row)):
            kind = reason
        findings = [finding for finding in found(row) if touches(finding, row)]
        seen[kind] += 1
        flagged[kind] += bool(findings)
        if (kind == "altered") != bool(findings) and kind in (
            "altered",
            "identical",
            "declared",
            "house style",
            "truncated",
        ):
            why = [finding.why for finding in findings]
            shown.append(f"{kind} {row['diff']} {why}\n   {row['quote_a']}\n   {row['quote_b']}")
    for kind, number in seen.most_common():
        print(f"{kind:<16} {number:>4} pairs, flagged {flagged[kind]:>4} = {flagged[kind] / number:.3f}")
    print("\n".join(shown[: arguments.show]))


def unaltered(row: dict[str, object]) -> str:
    """`declared` or `house style` where that is all that differs between the first and the last words that both quote; else ""."""
    one, other = (words_of(str(row[f"quote_{side}"])) for side in "ab")
    opcodes = difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    equal = [index for index, (tag, *_) in enumerate(opcodes) if tag == "equal"]
    between = opcodes[equal[0] : equal[-1] + 1] if equal else []
    written_otherwise = False
    for tag, a_start, a_end, b_start, b_end in between:
        left, right = one[a_start:a_end], other[b_start:b_end]
        if tag == "equal" or set(left) == {CUT} or set(right) == {CUT}:
            continue
        if CUT in (*left, *right) or not same_in_house_style(left, right):
            return ""
        written_otherwise = True
    return "house style" if written_otherwise or CUT not in (*one, *other) else "declared"


def words_of(quotation: str) -> list[str]:
    """The comparable words, with `CUT` for every ellipsis and bracket."""
    text = typography(quotation)
    return [CUT if match["cut"] else key_of(match[0]) for match in TOKEN.finditer(text)]


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
