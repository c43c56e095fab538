"""Measure grouping: events of several collections are mixed into one pile, and should come out again.

    python tests/benchmarks/quality/grouping.py FOLDER [NAME …] [--window 3]

FOLDER holds NAME.jsonl with one event a line: {"event_id": …, "reports": [{"outlet", "title", "date", "text"}, …]}.
Prints B-cubed precision, recall and F1, over all and by collection, the pairs of neighbouring events
(`…-ecb` and `…-ecbplus` of one topic) that were poured together, and the rate.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

from storydiff.grouping.group import group
from storydiff.model import Report

Marked = tuple[Report, str, str]
"""A report, its event, its collection."""


def main() -> None:
    """Read, group, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--window", type=float, default=3, help="days")
    arguments = parser.parse_args()
    names = arguments.names or sorted(path.stem for path in arguments.folder.glob("*.jsonl"))
    pile = read_pile(arguments.folder, names)
    random.Random(0).shuffle(pile)  # noqa: S311
    started = time.perf_counter()
    events = group((report for report, _, _ in pile), timedelta(days=arguments.window))
    seconds = time.perf_counter() - started
    found = {identifier: event.identifier for event in events for identifier in event.reports}
    for name in ("all", *names):
        part = [one for one in pile if name in ("all", one[2])]
        precision, recall = b_cubed(pile, part, found)
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{name:24} {len(part):6} reports  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    print(f"{len(events)} events of {len({event for _, event, _ in pile})}, {len(pile) / seconds:.0f} reports/s")
    poured, pairs = neighbours(pile, found)
    print(f"neighbouring events: {len(poured)} of {pairs} pairs share an event", *poured)


def read_pile(folder: Path, names: list[str]) -> list[Marked]:
    """All reports, each event once."""
    pile: list[Marked] = []
    seen: set[str] = set()
    for name in names:
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            event = json.loads(line)
            if event["event_id"] in seen:
                continue
            seen.add(event["event_id"])
            for number, one in enumerate(event["reports"]):
                report = Report(
                    text=one["text"],
                    source=one["text"],
                    title=one.get("title") or "",
                    outlet=one.get("outlet") or "",
                    published=datetime.fromisoformat(one["date"]) if one.get("date") else None,
                    identifier=f"{event['event_id']}/{number}",
                )
                pile.append((report, event["event_id"], name))
    return pile


def b_cubed(pile: list[Marked], part: list[Marked], found: dict[str, str]) -> tuple[float, float]:
    """Mean over the reports of `part` of how pure their event is, and how whole."""
    sizes = Counter(found[report.identifier] for report, _, _ in pile)
    true_sizes = Counter(event for _, event, _ in pile)
    both = Counter((found[report.identifier], event) for report, event, _ in pile)
    precision = recall = 0.0
    for report, event, _ in part:
        shared = both[found[report.identifier], event]
        precision += shared / sizes[found[report.identifier]]
        recall += shared / true_sizes[event]
    return precision / len(part), recall / len(part)


def neighbours(pile: list[Marked], found: dict[str, str]) -> tuple[list[str], int]:
    """Topics whose two events share a found event that holds at least a tenth of each, and how many topics have two."""
    members: dict[str, list[str]] = {}
    for report, event, _ in pile:
        members.setdefault(event, []).append(found[report.identifier])
    topics = sorted(
        event.removesuffix("-ecb") for event in members if event.endswith("-ecb") and event + "plus" in members
    )
    poured = []
    for topic in topics:
        one, other = Counter(members[f"{topic}-ecb"]), Counter(members[f"{topic}-ecbplus"])
        if any(one[e] >= one.total() / 10 and other[e] >= other.total() / 10 for e in one):
            poured.append(topic)
    return poured, len(topics)


if __name__ == "__main__":
    sys.exit(main())
