"""Measure the events of a generated archive against those it was made from.

    python tests/benchmarks/archive/grouped.py ARCHIVE.jsonl [--window 3]

Prints B-cubed precision, recall and F1, how many neighbouring events were poured together, and the rate.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from datetime import datetime, timedelta
from pathlib import Path

from storydiff.grouping.group import group
from storydiff.model import Report


def main() -> None:
    """Read, group, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--window", type=float, default=3, help="days")
    arguments = parser.parse_args()
    rows = [json.loads(line) for line in arguments.archive.read_text(encoding="utf-8").splitlines()]
    reports = [
        Report(text=f"{row['title']}\n\n{row['text']}", source="", title=row["title"], identifier=row["id"],
               published=datetime.fromisoformat(row["published"]))
        for row in rows
    ]  # fmt: skip
    started = time.process_time()
    events = group(reports, timedelta(days=arguments.window))
    seconds = time.process_time() - started
    found = {identifier: event.identifier for event in events for identifier in event.reports}
    precision, recall = b_cubed(found)
    poured, pairs = neighbours(found)
    print(f"precision {precision:.3f}  recall {recall:.3f}  F1 {2 * precision * recall / (precision + recall):.3f}")
    print(
        f"{len(events)} events of {len({true_event(one) for one in found})}, {len(rows) / seconds:.0f} reports/s of CPU"
    )
    print(f"neighbouring events: {poured} of {pairs} pairs share an event")


def true_event(identifier: str) -> str:
    """The event a generated report was made from."""
    return identifier.partition("-")[0]


def b_cubed(found: dict[str, str]) -> tuple[float, float]:
    """Mean over the reports of how pure their event is, and how whole."""
    sizes, true_sizes = Counter(found.values()), Counter(map(true_event, found))
    both = Counter((event, true_event(identifier)) for identifier, event in found.items())
    pairs = [
        (both[event, true_event(identifier)], event, true_event(identifier)) for identifier, event in found.items()
    ]
    precision = sum(shared / sizes[event] for shared, event, _ in pairs) / len(pairs)
    recall = sum(shared / true_sizes[true] for shared, _, true in pairs) / len(pairs)
    return precision, recall


def neighbours(found: dict[str, str]) -> tuple[int, int]:
    """Events that share one with their neighbour, and how many have a neighbour."""
    members: dict[str, set[str]] = defaultdict(set)
    for identifier, event in found.items():
        members[true_event(identifier)].add(event)
    kin = [(members[name], members[name.removesuffix("k")]) for name in members if name.endswith("k")]
    return sum(bool(one & other) for one, other in kin), len(kin)


if __name__ == "__main__":
    main()
