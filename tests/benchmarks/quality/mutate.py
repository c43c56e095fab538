"""What storydiff finds of one controlled change, and what else it flags.

python tests/benchmarks/quality/mutate.py REPORTS… [--most 3] [--show]

REPORTS are report files, folders of them, or JSONL event files (`{"reports": [{"outlet", "date", "text"}]}`). Each report is set
against its copy with one change, at most `--most` changes of a kind a report. `found`: a finding of a right check stands on the change
in both. `false`: any other finding (shared copy aside) that the report and its untouched copy do not have as well.
"""

from __future__ import annotations

import argparse
import collections
import itertools
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from mutations import MUTATIONS, Mutation

from storydiff.analysis.analyse import analyse
from storydiff.model import Finding, Report
from storydiff.pipeline import compare
from storydiff.reading.read import read

QUIET = frozenset({"shared-copy", "left-out", "headline"})  # about the whole report, not about the change


class Score(NamedTuple):
    """Counts over all changes: made, found with the right check, and those beside which something else was flagged."""

    made: int
    found: int
    noisy: int


def measure(reports: Iterator[Report], most: int, show: bool = False) -> dict[str, Score]:
    """Kind of change → score."""
    made: collections.Counter[str] = collections.Counter()
    found: collections.Counter[str] = collections.Counter()
    noisy: collections.Counter[str] = collections.Counter()
    for report in reports:
        analysis = analyse(replace(report, sigil="A"))
        for mutate in MUTATIONS:
            for mutation in itertools.islice(mutate(analysis), most):
                findings = against_copy(report, mutation)
                right = [finding for finding in findings if is_right(finding, mutation)]
                others = [f for f in findings if f not in right and not stands_alone(f) and f.check not in QUIET]
                made[mutation.kind] += 1
                found[mutation.kind] += bool(right)
                noisy[mutation.kind] += bool(others)
                if show and (not right or others):
                    tell(report, mutation, bool(right), others)
    return {kind: Score(made[kind], found[kind], noisy[kind]) for kind in made}


def against_copy(report: Report, mutation: Mutation) -> tuple[Finding, ...]:
    """What is found between a report and its changed copy."""
    first = replace(report, path="a.txt", outlet="First Outlet", source=report.text, runs=(), blocks=report.blocks)
    second = replace(first, path="b.txt", outlet="Second Outlet", text=mutation.text, source=mutation.text, blocks=())
    return compare([replace(first, blocks=()), second]).findings


def is_right(finding: Finding, mutation: Mutation) -> bool:
    """Whether a right check stands on the change in both texts."""
    spans = {"A": mutation.before, "B": mutation.after}
    mentions = [mention for variant in finding.variants for mention in variant.mentions]
    touched = {m.sigil for m in mentions if m.start < spans[m.sigil][1] and spans[m.sigil][0] < max(m.end, m.start + 1)}
    return finding.check in mutation.checks and touched == {"A", "B"}


def stands_alone(finding: Finding) -> bool:
    """Whether a finding is about one report, so that the change did not make it."""
    return len({mention.sigil for variant in finding.variants for mention in variant.mentions}) == 1


def tell(report: Report, mutation: Mutation, right: bool, others: list[Finding]) -> None:
    start, end = mutation.before
    around = report.text[max(0, start - 60) : end + 60].replace("\n", " ")
    new = mutation.text[mutation.after[0] : mutation.after[1]]
    print(f"{'found ' if right else 'MISSED'} {mutation.kind}: …{around}… → {new!r}")
    for other in others:
        print(f"   also {other.check} {other.verdict.value}: {other.message}")


def load(paths: list[Path], limit: int) -> Iterator[Report]:
    """Reports from files, folders and JSONL files of events."""
    plain = [path for path in paths if path.suffix != ".jsonl"]
    for path in plain:
        yield from read([path]).reports
    for path in paths:
        if path.suffix == ".jsonl":
            yield from itertools.islice(events(path), limit)


def events(path: Path) -> Iterator[Report]:
    for line in path.open(encoding="utf-8"):
        for report in json.loads(line)["reports"]:
            date = report.get("date")
            yield Report(
                text=report["text"],
                source=report["text"],
                outlet=report.get("outlet") or "",
                published=datetime.fromisoformat(date[:10]) if date else None,
                published_grain="day",
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path, nargs="+")
    parser.add_argument("--most", type=int, default=3, help="changes of one kind in one report")
    parser.add_argument("--limit", type=int, default=100, help="reports of one JSONL file")
    parser.add_argument("--show", action="store_true", help="print what was missed or falsely flagged")
    arguments = parser.parse_args()
    scores = measure(load(arguments.reports, arguments.limit), arguments.most, arguments.show)
    print(f"{'change':<18} {'made':>6} {'found':>7} {'false':>7}")
    for kind, score in sorted(scores.items()):
        print(f"{kind:<18} {score.made:>6} {score.found / score.made:>7.3f} {score.noisy / score.made:>7.3f}")
    made = sum(score.made for score in scores.values())
    if made:
        found, noisy = (sum(s[i] for s in scores.values()) for i in (1, 2))
        print(f"{'all':<18} {made:>6} {found / made:>7.3f} {noisy / made:>7.3f}")


if __name__ == "__main__":
    main()
