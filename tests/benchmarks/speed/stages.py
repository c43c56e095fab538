"""Where the time goes: each stage of `compare`, and each extractor, against the floor of reading and splitting the same text.

python tests/benchmarks/speed/stages.py
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from texts import event
from timing import line, seconds

from storydiff.alignment.align import align
from storydiff.analysis import analyse as stage
from storydiff.checks.registry import build_checks
from storydiff.checks.run import run_checks
from storydiff.config import Config
from storydiff.model import Analysis, Reading
from storydiff.pipeline import analyse_reports, compare, with_sigils
from storydiff.reading.read import read
from storydiff.reporting.to_json import to_json

EVENTS, REPORTS, SENTENCES = 12, 3, 36


def main() -> None:
    """Print the times, in units of the floor, and the speed of each."""
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(EVENTS):
            home = Path(folder) / str(seed)
            home.mkdir()
            for report in event(REPORTS, SENTENCES, seed):
                (home / report.path).write_text(report.text, encoding="utf-8")
        homes = sorted(Path(folder).iterdir())
        reading_time = seconds(lambda: [read([home]) for home in homes])
        events = [Reading(tuple(with_sigils(read([home]).reports))) for home in homes]
    megabytes = sum(len(report.text) for event_ in events for report in event_.reports) / 1e6
    analyses = [analyse_reports(event_) for event_ in events]
    alignments = [align(found) for found in analyses]
    everything = [analysis for found in analyses for analysis in found]
    splitting = seconds(lambda: [stage.split_sentences(analysis.report) for analysis in everything])
    floor = reading_time + splitting
    print(
        f"{EVENTS} events, {REPORTS} reports of {SENTENCES} sentences each, {megabytes:.2f} MB; times in units of reading + splitting"
    )

    def row(name: str, spent: float) -> None:
        line(name, spent / floor, "", f"{megabytes / spent:6.2f} MB/s")

    row("reading", reading_time)
    for name, extractor in _EXTRACTORS.items():
        row(f"  {name}", seconds(lambda work=extractor: [work(analysis) for analysis in everything]))  # type: ignore[misc]
    row("analysis, all of it", seconds(lambda: [stage.analyse(analysis.report) for analysis in everything]))
    row("alignment", seconds(lambda: [align(found) for found in analyses]))
    checks = build_checks(Config())
    for check in checks:
        row(f"  {check.name}", seconds(lambda one=check: [run_checks((one,), a, Config()) for a in alignments], 3))  # type: ignore[misc]
    row("checks, all of them", seconds(lambda: [run_checks(checks, a, Config()) for a in alignments]))
    comparisons = [compare(event_) for event_ in events]
    row("JSON", seconds(lambda: [to_json(comparison) for comparison in comparisons]))
    row("compare, from texts to findings", seconds(lambda: [compare(event_) for event_ in events]))


_EXTRACTORS: dict[str, Callable[[Analysis], object]] = {
    "sentences": lambda a: stage.split_sentences(a.report),
    "quotations": lambda a: stage.find_quotations(a.report, a.sentences),
    "names": lambda a: stage.find_names(a.report, a.sentences),
    "roles": lambda a: stage.find_roles(a.report, a.sentences, a.names, a.entities),
    "places": lambda a: stage.find_places(a.report, a.sentences, a.names),
    "times": lambda a: stage.find_times(a.report, a.sentences),
    "quantities": lambda a: stage.find_quantities(a.report, a.sentences, a.times, a.places, a.names, a.entities),
    "attributions": lambda a: stage.find_attributions(a.report, a.sentences, a.quotations, a.names, a.entities),
    "hedges": lambda a: stage.find_hedges(a.report, a.sentences),
    "negations": lambda a: stage.find_negations(a.report, a.sentences),
    "statuses": lambda a: stage.find_statuses(a.report, a.sentences, a.entities),
}

if __name__ == "__main__":
    main()
