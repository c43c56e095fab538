"""How well attributions are found: contents and sources against annotated news.

python tests/benchmarks/quality/attributions.py FILE.jsonl [--show 20 --kind indirect]

FILE holds a document a line: `{"text", "quotes": [{"kind", "content_spans", "source_spans", "cue_spans"}]}`, spans as
[start, end] in characters, kind direct (all in quote marks), mixed or indirect.

A content found matches an annotated one when the characters they share, white space left out, are at least 0.3 of either. Each is
matched at most once, the largest share first. Recall of a kind: annotated contents of that kind that are matched; precision:
contents found of that kind that are matched. A source is right when it covers the head of the annotated source: its last word
before the first comma or preposition.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from storydiff.analysis.attributions import find_attributions
from storydiff.analysis.names import find_names
from storydiff.analysis.quotations import find_quotations
from storydiff.analysis.sentences import split_sentences
from storydiff.model import Attribution, Report

SHARED = 0.3
_HEAD_ENDS = re.compile(r"[,;(]|\s(?:of|for|with|in|at|from|on|who|whose|that|by|to|familiar|close)\s")
KINDS = {"direct and mixed": ("direct", "mixed"), "indirect": ("indirect",)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", type=int, default=0, help="print so many errors of --kind")
    parser.add_argument("--kind", default="", choices=("", "direct", "mixed", "indirect", "source"))
    arguments = parser.parse_args()
    count: Counter[str] = Counter()
    errors: list[str] = []
    seconds = size = 0.0
    _warm_up()  # word lists are read and patterns built once
    for line in arguments.file.open(encoding="utf-8"):
        document = json.loads(line)
        text = document["text"]
        report = Report(text=text, source=text)
        sentences = split_sentences(report)
        quotations = find_quotations(report, sentences)
        names, entities = find_names(report, sentences)
        begun = time.perf_counter()
        found = find_attributions(report, sentences, quotations, names, entities)
        seconds += time.perf_counter() - begun
        size += len(text)
        errors += tally(count, text, found, document["quotes"], arguments.kind)
    for name, kinds in KINDS.items():
        got, want = (sum(count[f"{what} {kind}"] for kind in kinds) for what in ("got", "want"))
        right, met = (sum(count[f"{what} {kind}"] for kind in kinds) for what in ("right", "met"))
        precision, recall = right / max(got, 1), met / max(want, 1)
        harmonic = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"{name:<18} P {precision:.3f}  R {recall:.3f}  F1 {harmonic:.3f}   found {got}, annotated {want}")
        sources = sum(count[f"sources {kind}"] for kind in kinds)
        share = sum(count[f"source right {kind}"] for kind in kinds) / max(sources, 1)
        print(f"{'':<18} source right {share:.3f} of {sources} matched")
    share = count["source right direct"] / max(count["sources direct"], 1)
    print(f"{'direct alone':<18} source right {share:.3f} of {count['sources direct']} matched")
    print(f"{size / 1e6 / seconds:.1f} MB/s")
    print("\n".join(errors[: arguments.show]))


def _warm_up() -> None:
    report = Report(text="“Yes,” Brandt told the Harbor Ledger.", source="")
    sentences = split_sentences(report)
    find_attributions(report, sentences, find_quotations(report, sentences), *find_names(report, sentences))


def tally(
    count: Counter[str], text: str, found: Sequence[Attribution], annotated: Sequence[dict[str, Any]], show: str
) -> list[str]:
    """Count matches of one document; return its errors of the kind to show."""
    got = [_places(text, ((m.start, m.end) for m in a.content)) for a in found]
    want = [_places(text, q["content_spans"]) for q in annotated]
    pairs = match(got, want)
    errors = []
    for number, attribution in enumerate(found):
        count[f"got {attribution.kind}"] += 1
        count[f"right {attribution.kind}"] += number in pairs
        if attribution.kind == show and number not in pairs:
            errors.append(f"EXTRA  {_describe(text, attribution)}")
    met = {w: g for g, w in pairs.items()}
    for number, quote in enumerate(annotated):
        count[f"want {quote['kind']}"] += 1
        count[f"met {quote['kind']}"] += number in met
        if number in met and quote["source_spans"]:
            count[f"sources {quote['kind']}"] += 1
            right = _source_right(text, found[met[number]], quote["source_spans"][0])
            count[f"source right {quote['kind']}"] += right
            if show == "source" and not right:
                want_text = text[slice(*quote["source_spans"][0])]
                errors.append(f"SOURCE want «{want_text}» {_describe(text, found[met[number]])}")
        if quote["kind"] == show and number not in met:
            cue, source = (" … ".join(text[slice(*s)] for s in quote[f"{what}_spans"]) for what in ("cue", "source"))
            content = " … ".join(text[slice(*s)] for s in quote["content_spans"])
            errors.append(f"MISSED cue «{cue}» source «{source}» content «{content}»")
    return errors


def match(got: Sequence[frozenset[int]], want: Sequence[frozenset[int]]) -> dict[int, int]:
    """Pairs of contents that share enough, each used once, the largest share first."""
    at: dict[int, list[int]] = {}
    for number, places in enumerate(want):
        for place in places:
            at.setdefault(place, []).append(number)
    shares = []
    for g, places in enumerate(got):
        common = Counter(w for place in places for w in at.get(place, ()))
        shares += [
            (min(n / len(places), n / len(want[w])), -g, -w)
            for w, n in common.items()
            if min(n / len(places), n / len(want[w])) >= SHARED
        ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, g, w in sorted(shares, reverse=True):
        if -g not in pairs and -w not in taken:
            pairs[-g] = -w
            taken.add(-w)
    return pairs


def _places(text: str, spans: Iterable[Sequence[int]]) -> frozenset[int]:
    return frozenset(place for start, end in spans for place in range(start, end) if not text[place].isspace())


def _source_right(text: str, attribution: Attribution, source: Sequence[int]) -> bool:
    if attribution.source is None:
        return False
    start, end = source
    cut = _HEAD_ENDS.search(text, start, end)
    head_end = cut.start() if cut and cut.start() > start else end
    head_start = max(text.rfind(" ", start, head_end) + 1, start)
    return attribution.source.start < head_end and head_start < attribution.source.end


def _describe(text: str, attribution: Attribution) -> str:
    cue = attribution.cue.text if attribution.cue else ""
    source = attribution.source.text if attribution.source else ""
    content = " … ".join(m.text for m in attribution.content)
    return f"cue «{cue}» source «{source}» content «{content}» in «{text[max(0, attribution.start - 40) : attribution.end + 40]}»"


if __name__ == "__main__":
    main()
