"""How time and memory grow: 2 to 64 reports of one event, and 100 to 6,400 sentences a report.

python tests/benchmarks/speed/growth.py [--most 6400]

Prints for each size the seconds and the memory a comparison takes, and for each series the exponent of the time in the number of
sentence pairs that are linked (1 is in proportion to them).
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import time
from collections.abc import Sequence

from texts import event
from timing import line, peak_megabytes

from storydiff.pipeline import compare

REPORTS = [2, 4, 8, 16, 32, 64]
SENTENCES = [100, 200, 400, 800, 1600, 3200, 6400]
LENGTH = 30
"""Sentences of a report while the number of reports grows."""


def main() -> None:
    """Print both series."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=SENTENCES[-1], help="sentences a report to stop at")
    arguments = parser.parse_args()
    _series(f"reports of {LENGTH} sentences", [(number, LENGTH) for number in REPORTS])
    _series("two reports, sentences each", [(2, number) for number in SENTENCES if number <= arguments.most])


def _series(name: str, sizes: Sequence[tuple[int, int]]) -> None:
    print(name)
    points: list[tuple[float, float]] = []
    for reports, sentences in sizes:
        with multiprocessing.get_context("spawn").Pool(1) as pool:  # its own process, so that its memory is its own
            links, spent, megabytes = pool.apply(measure, (reports, sentences))
        points.append((links, spent))
        size = reports if len({count for count, _ in sizes}) > 1 else sentences
        print(f"{size:>8}  {links:>8} links  {spent:8.2f} s  {megabytes:6.0f} MB", flush=True)
    line("  exponent of the time in the linked pairs", exponent(points[1:]), "≤ 1.3")


def measure(reports: int, sentences: int) -> tuple[int, float, float]:
    """Linked pairs, processor seconds and peak memory of one comparison; a small one before it warms up."""
    compare(event(2, 24))
    texts = event(reports, sentences, seed=1)
    begun = time.process_time()
    compared = compare(texts)
    return len(compared.alignment.links), time.process_time() - begun, peak_megabytes()


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """The slope of the line that fits the logarithms best."""
    xs, ys = [math.log(x) for x, _ in points], [math.log(y) for _, y in points]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / sum((x - mean_x) ** 2 for x in xs)


if __name__ == "__main__":
    main()
