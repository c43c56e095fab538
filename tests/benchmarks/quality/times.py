"""How many annotated time expressions are found, and how many of their values are right.

python tests/benchmarks/quality/times.py FILE.jsonl [--show 40]

FILE holds documents `{"text", "dct", "timexes": [{"start", "end", "text", "type", "value"}]}` in TIMEX3. Extents count when they
overlap, each annotated expression met once; values when they are the same to the letter.
"""

from __future__ import annotations

import argparse
import json
import time
from datetime import datetime
from pathlib import Path

from storydiff.analysis.sentences import split_sentences
from storydiff.analysis.times import find_times
from storydiff.model import Report


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", type=int, default=0)
    arguments = parser.parse_args()
    want = found = met = right = 0
    size = seconds = 0.0
    errors = []
    for line in arguments.file.open(encoding="utf-8"):
        row = json.loads(line)
        text = row["text"]
        report = Report(text=text, source=text, published=datetime.fromisoformat(row["dct"]), published_grain="day")
        sentences = split_sentences(report)
        begun = time.perf_counter()
        times = list(find_times(report, sentences))
        seconds += time.perf_counter() - begun
        size += len(text)
        want += len(row["timexes"])
        found += len(times)
        for timex in row["timexes"]:
            over = next((one for one in times if one.start < timex["end"] and one.end > timex["start"]), None)
            if over is None:
                errors.append(f"missed {timex['text']!r} {timex['value']}")
                continue
            times.remove(over)
            met += 1
            if over.value == timex["value"]:
                right += 1
            else:
                errors.append(f"value {timex['text']!r} {timex['value']} got {over.text!r} {over.value}")
        errors += [f"extra {one.text!r} {one.value} {text[one.start - 20 : one.end + 20]!r}" for one in times]
    extent, value = 2 * met / (want + found), 2 * right / (want + found)
    print(
        f"{want} annotated, {found} found; extent F1 {extent:.3f}, value F1 {value:.3f}, {size / 1e6 / seconds:.1f} MB/s"
    )
    print("\n".join(sorted(errors)[: arguments.show]))


if __name__ == "__main__":
    main()
