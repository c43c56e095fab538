"""How many of the annotated stretches inside quote marks are found.

python tests/benchmarks/quality/quotations.py FILE.jsonl [--show 20]

FILE holds documents `{"text", "quotes": [{"kind", "direct_spans": [{"start", "end"}]}]}`. Only what is credited to a source is annotated, so there
is no precision; what we find that no annotated content meets is counted as `elsewhere`. `exact` forgives marks and white space at the ends.
"""

from __future__ import annotations

import argparse
import collections
import json
import time
from pathlib import Path

from storydiff.analysis.quotations import find_quotations
from storydiff.analysis.sentences import split_sentences
from storydiff.model import Report


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", type=int, default=0)
    arguments = parser.parse_args()
    counts: collections.Counter[str] = collections.Counter()
    size = seconds = 0.0
    errors = []
    for line in arguments.file.open(encoding="utf-8"):
        row = json.loads(line)
        text = row["text"]
        report = Report(text=text, source=text)
        sentences = split_sentences(report)
        begun = time.perf_counter()
        quotations = find_quotations(report, sentences)
        seconds += time.perf_counter() - begun
        size += len(text)
        parts = [(part.start, part.end, quotation) for quotation in quotations for part in quotation.parts]
        met = set()
        for quote in row["quotes"]:
            for span in quote["direct_spans"]:
                counts["want"] += 1
                start, end = ends(text, span["start"], span["end"])
                over = [(min(end, e) - max(start, s), s, e, q) for s, e, q in parts if min(end, e) > max(start, s)]
                met |= {(s, e) for _, s, e, _ in over}
                exact = any(ends(text, s, e) == (start, end) for _, s, e, _ in over)
                half = any(o / (max(e, end) - min(s, start)) >= 0.5 for o, s, e, _ in over)
                counts["exact"] += exact
                counts["half"] += half
                counts.update(f"kind {q.kind}" for _, _, _, q in over[:1])
                if not exact:
                    errors.append(f"   want {text[start:end]!r}\n   got  {[text[s:e] for _, s, e, _ in over]}")
        counts["found"] += len(parts)
        counts["elsewhere"] += len({(s, e) for s, e, _ in parts} - met)
        counts["unclosed"] += sum(not quotation.closed for quotation in quotations)
    want = counts["want"]
    print(f"{want} annotated stretches: exact {counts['exact'] / want:.3f}, half or more {counts['half'] / want:.3f}")
    print(", ".join(f"{name} {number}" for name, number in sorted(counts.items())), f"{size / 1e6 / seconds:.1f} MB/s")
    print("\n".join(errors[: arguments.show]))


def ends(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without marks and white space at its ends."""
    while start < end and (text[start].isspace() or text[start] in "\"“”‘’'"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\"“”‘’',."):
        end -= 1
    return start, end


if __name__ == "__main__":
    main()
