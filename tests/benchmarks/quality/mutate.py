"""What storydiff finds of one controlled change, and what else it flags.

python tests/benchmarks/quality/mutate.py REPORTS… [--most 3] [--limit 100] [--show] [--retold]

REPORTS are report files, folders of them, or JSONL event files (`{"reports": [{"outlet", "date", "text"}]}`). Each report is set
against its copy with one change, at most `--most` changes of a kind a report; with `--retold`, the tellings of `retellings.py` are set
against each other instead, with one change in the second.

`found`: a finding of a right check stands on the change in both. `false`: a finding that the report and its untouched copy do not have,
and that no changed word stands in. The line `nothing` is the untouched copy: `found` where nothing is flagged that sets the two against
each other, `false` where something is.
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
from retellings import FIRST, SECOND

from storydiff.analysis.analyse import analyse
from storydiff.checks.registry import build_checks
from storydiff.checks.run import run_checks
from storydiff.config import Config
from storydiff.model import Finding, Report
from storydiff.pipeline import align_reports
from storydiff.reading.read import read

QUIET = frozenset({"shared-copy", "left-out"})  # about whole reports, not about the change
OF_ONE_REPORT = frozenset({"calendar", "arithmetic", "headline"})
UNTOUCHED = "nothing"


class Score(NamedTuple):
    """Counts over all changes: made, found with the right check, and those beside which something else was flagged."""

    made: int
    found: int
    noisy: int


def measure(
    reports: Iterator[Report], most: int, show: bool = False, retold: dict[str, Report] | None = None
) -> dict[str, Score]:
    """Kind of change → score. `retold`: path of a report → the telling it is set against."""
    made: collections.Counter[str] = collections.Counter()
    found: collections.Counter[str] = collections.Counter()
    noisy: collections.Counter[str] = collections.Counter()
    for report in reports:
        analysis = analyse(replace(report, sigil="B"))
        first = (retold or {}).get(report.path, report)
        known = against(first, report, report.text)
        own = [finding for finding in known if not stands_alone(finding)]
        made[UNTOUCHED] += 1
        found[UNTOUCHED] += not own
        noisy[UNTOUCHED] += bool(own)
        if show and own:
            print(f"UNTOUCHED {report.path} {report.outlet}")
            for other in own:
                print(f"   also {other.check} {other.verdict.value}: {other.message}")
        seen = {what(finding) for finding in known}
        for mutate in MUTATIONS:
            for mutation in itertools.islice(mutate(analysis), most):
                findings = against(first, report, mutation.text)
                right = [finding for finding in findings if is_right(finding, mutation, first is report)]
                others = [
                    finding
                    for finding in findings
                    if finding.check not in QUIET
                    and what(finding) not in seen
                    and not (stands_alone(finding) or follows(finding, mutation, first is report))
                ]
                made[mutation.kind] += 1
                found[mutation.kind] += bool(right)
                noisy[mutation.kind] += bool(others)
                if show and (not right or others):
                    tell(report, mutation, bool(right), others)
    return {kind: Score(made[kind], found[kind], noisy[kind]) for kind in made}


def against(first: Report, second: Report, text: str) -> tuple[Finding, ...]:
    """What is found between `first` and `second` with `text`, even where the two are the same."""
    one = replace(first, path="a.txt", outlet="First Outlet", source=first.text, runs=(), blocks=())
    other = replace(second, path="b.txt", outlet="Second Outlet", source=text, text=text, runs=(), blocks=())
    config = Config()
    found = run_checks(build_checks(config), align_reports([one, other]).alignment, config)
    return tuple(finding for finding in found if finding.check not in QUIET)


def what(finding: Finding) -> tuple[str, frozenset[str]]:
    """What a finding says, wherever it stands."""
    return finding.check, frozenset(variant.value for variant in finding.variants)


def touched(finding: Finding, mutation: Mutation, copy: bool) -> set[str]:
    """The texts in which a finding stands on the change; in another telling it can't be told where the first has it."""
    spans = {"A": mutation.before, "B": mutation.after}
    mentions = [mention for variant in finding.variants for mention in variant.mentions]
    return {
        m.sigil
        for m in mentions
        if (m.sigil == "A" and not copy)
        or (m.start < spans[m.sigil][1] and spans[m.sigil][0] < max(m.end, m.start + 1))
    }


def is_right(finding: Finding, mutation: Mutation, copy: bool) -> bool:
    """Whether a right check stands on the change in both texts."""
    needed = {"B"} if finding.check in OF_ONE_REPORT else {"A", "B"}
    return finding.check in mutation.checks and touched(finding, mutation, copy) >= needed


def follows(finding: Finding, mutation: Mutation, copy: bool) -> bool:
    """Whether a finding is a consequence of the change: it stands on the changed words, or names them."""
    words = mutation.text[mutation.after[0] : mutation.after[1]].lower()
    texts = [mention.text.lower() for variant in finding.variants for mention in variant.mentions]
    named = len(words) > 3 and any(words in text for text in texts)
    return named or bool(touched(finding, mutation, copy) & ({"A", "B"} if copy else {"B"}))


def stands_alone(finding: Finding) -> bool:
    """Whether a finding is about what one report says by itself: it stands in one, or both have all its readings."""
    carriers = [{mention.sigil for mention in variant.mentions} for variant in finding.variants]
    return all(one == carriers[0] for one in carriers)


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
                path=path.name,
                source=report["text"],
                outlet=report.get("outlet") or "",
                published=datetime.fromisoformat(date[:10]) if date else None,
                published_grain="day",
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path, nargs="*")
    parser.add_argument("--most", type=int, default=3, help="changes of one kind in one report")
    parser.add_argument("--limit", type=int, default=100, help="reports of one JSONL file")
    parser.add_argument("--show", action="store_true", help="print what was missed or falsely flagged")
    parser.add_argument("--retold", action="store_true", help="take the tellings of retellings.py")
    arguments = parser.parse_args()
    if arguments.retold:
        scores = measure(iter(SECOND), arguments.most, arguments.show, FIRST)
    else:
        scores = measure(load(arguments.reports, arguments.limit), arguments.most, arguments.show)
    print(f"{'change':<18} {'made':>6} {'found':>7} {'false':>7}")
    for kind, score in sorted(scores.items()):
        print(f"{kind:<18} {score.made:>6} {score.found / score.made:>7.3f} {score.noisy / score.made:>7.3f}")
    changed = [score for kind, score in scores.items() if kind != UNTOUCHED]
    made = sum(score.made for score in changed)
    if made:
        found, noisy = (sum(score[i] for score in changed) for i in (1, 2))
        print(f"{'all':<18} {made:>6} {found / made:>7.3f} {noisy / made:>7.3f}")


if __name__ == "__main__":
    main()
