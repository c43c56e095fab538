"""How hedges and negations agree with readers' judgement of whether events happened.

python tests/benchmarks/quality/hedges.py FILE.jsonl [FILE.jsonl …]

A line is a sentence: `{"text", "events": [{"start", "end", "factuality"}]}`, factuality from -3 (certainly did not happen) to 3.
Of the events in no scope, in a hedge's, a negation's or both: how many, their mean factuality, the share that is unsure
(between -2.5 and 2.5) and the share that is denied (-1 or less).
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from storydiff.analysis.hedges import find_hedges
from storydiff.analysis.negations import find_negations
from storydiff.model import Hedge, Negation, Report, Sentence

UNSURE, DENIED = 2.5, -1.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    judged: dict[str, list[float]] = defaultdict(list)
    for path in parser.parse_args().files:
        for line in path.open(encoding="utf-8"):
            row = json.loads(line)
            text = row["text"]
            report, sentences = Report(text=text, source=text), (Sentence("", 0, len(text), text),)
            hedges, negations = find_hedges(report, sentences), find_negations(report, sentences)
            for event in row["events"]:
                hedged, negated = covers(hedges, event["start"]), covers(negations, event["start"])
                name = "both" if hedged and negated else "hedged" if hedged else "negated" if negated else "neither"
                judged[name].append(event["factuality"])
    for name, values in sorted(judged.items()):
        unsure = sum(abs(value) < UNSURE for value in values) / len(values)
        denied = sum(value <= DENIED for value in values) / len(values)
        mean = sum(values) / len(values)
        print(f"{name:<8} {len(values):>6} events  mean {mean:+.2f}  unsure {unsure:.2f}  denied {denied:.2f}")


def covers(cues: Sequence[Hedge | Negation], place: int) -> bool:
    """Whether `place` is in the scope of a cue and not in the cue itself."""
    return any(c.scope.start <= place < c.scope.end and not c.start <= place < c.end for c in cues)


if __name__ == "__main__":
    main()
