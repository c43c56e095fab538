"""Fit the weights of the alignment, and print how well they do on events they were not fitted on.

    python -P tests/benchmarks/quality/fit_alignment.py LABELLED [--folds 10] [--write]

LABELLED holds `events.jsonl` (event_id, reports with id, text and sentences as [start, end]) and `labels/EVENT.json`
(or `EVENT.….json`; alignments as [sentence, sentence, "same" or "partial"], sentences by report id and number). Needs scikit-learn and numpy,
which storydiff itself does not; -P keeps the neighbouring scripts from hiding modules of theirs. With --write the weights fitted on all events go to `src/storydiff/alignment/weights.json`.

The figures printed are cross-validated by event, the whole fit nested: no weight, score or threshold of either model has seen
a label of the event it is scored on.
"""

from __future__ import annotations

import argparse
import json
import pathlib
from dataclasses import dataclass, field, replace

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

from storydiff.alignment import candidates as blocking
from storydiff.alignment.competition import NAMES as SECOND_NAMES
from storydiff.alignment.competition import competition
from storydiff.alignment.features import NAMES as FIRST_NAMES
from storydiff.alignment.features import features
from storydiff.alignment.views import view_event
from storydiff.analysis.analyse import analyse
from storydiff.model import Report

THRESHOLDS = np.arange(0.1, 0.6, 0.01)
WEIGHTS = pathlib.Path(__file__).parents[3] / "src" / "storydiff" / "alignment" / "weights.json"


@dataclass
class Event:
    """An event with its candidate pairs, their features and their labels."""

    wanted: dict[tuple[str, str], str]
    views: list
    pairs: list = field(default_factory=list)
    rows: np.ndarray | None = None
    covered: list = field(default_factory=list)
    labels: np.ndarray | None = None


def load(folder: pathlib.Path) -> list[Event]:
    """The labelled events of `folder`, split, viewed and paired by storydiff itself."""
    events = []
    for line in (folder / "events.jsonl").open(encoding="utf-8"):
        raw = json.loads(line)
        (labelled,) = (folder / "labels").glob(f"{raw['event_id']}.*json")
        labels = json.loads(labelled.read_text(encoding="utf-8"))
        analyses = [
            analyse(replace(Report(text=r["text"], source=r["text"]), sigil=r["id"], title=r.get("title") or ""))
            for r in raw["reports"]
        ]
        views, weights = view_event(analyses)
        event = Event({tuple(pair[:2]): pair[2] for pair in labels["alignments"]}, views)
        numbered = [
            [(f"{r['id']}{n}", start, end) for n, (start, end) in enumerate(r["sentences"], 1)] for r in raw["reports"]
        ]
        event.pairs = blocking.candidates(views, weights)
        event.rows = np.array([features(a, b, weights) for a, b in event.pairs], float).reshape(-1, len(FIRST_NAMES))
        event.covered = [
            [tuple(sorted((x, y))) for x in _at(numbered[a.report], a) for y in _at(numbered[b.report], b)]
            for a, b in event.pairs
        ]
        event.labels = np.array([any(key in event.wanted for key in keys) for keys in event.covered], bool)
        events.append(event)
    return events


def _at(numbered, view) -> list[str]:
    sentence = view.sentence
    return [name for name, start, end in numbered if start < sentence.end and sentence.start < end]


class Logistic:
    """Logistic regression on scaled features; `weights` and `bias` are for features as they come."""

    def __init__(self, rows, labels, strength: float) -> None:
        scaler = StandardScaler().fit(rows)
        fitted = LogisticRegression(C=strength, max_iter=2000).fit(scaler.transform(rows), labels)
        self.weights = fitted.coef_[0] / scaler.scale_
        self.bias = float(fitted.intercept_[0] - (self.weights * scaler.mean_).sum())

    def __call__(self, rows) -> np.ndarray:
        return 1 / (1 + np.exp(-np.clip(rows @ self.weights + self.bias, -40, 40)))


def _fit_first(events, strength):
    return Logistic(np.vstack([e.rows for e in events]), np.concatenate([e.labels for e in events]), strength)


def _with_second(event, scores) -> np.ndarray:
    more = list(competition(event.pairs, [round(float(s), 6) for s in scores], event.views))
    return np.hstack([event.rows, np.array(more, float).reshape(-1, len(SECOND_NAMES))])


def _folds(events, folds, seed):
    numbers = np.arange(len(events))
    for train, test in GroupKFold(min(folds, len(events)), shuffle=True, random_state=seed).split(
        numbers, groups=numbers
    ):
        yield [events[i] for i in train], test


def fit(events, folds, strength):
    """Both models; the second is fitted on first scores of events that the first had not seen."""
    seconds = []
    for train, test in _folds(events, folds, seed=0):
        first = _fit_first(train, strength)
        seconds += [(events[i], _with_second(events[i], first(events[i].rows))) for i in test]
    rows = np.vstack([rows for _, rows in seconds])
    labels = np.concatenate([event.labels for event, _ in seconds])
    return _fit_first(events, strength), Logistic(rows, labels, strength)


def score(events, scores, threshold):
    """Precision, recall, F1 over labelled pairs, and recall of `same`."""
    hit = got = want = same_hit = same = 0
    for event, values in zip(events, scores, strict=True):
        found = {key for keys, value in zip(event.covered, values, strict=True) if value >= threshold for key in keys}
        hit += len(found & event.wanted.keys())
        got += len(found)
        want += len(event.wanted)
        sure = {key for key, kind in event.wanted.items() if kind == "same"}
        same += len(sure)
        same_hit += len(sure & found)
    precision, recall = hit / max(got, 1), hit / max(want, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9), same_hit / max(same, 1)


def main() -> None:
    """Cross-validate, print, fit on all, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labelled", type=pathlib.Path)
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--strength", type=float, default=0.1, help="inverse of the regularisation")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    events = load(args.labelled)
    print(f"{len(events)} events, {sum(len(e.pairs) for e in events)} candidate pairs")
    reached = [{key for keys in e.covered for key in keys} & e.wanted.keys() for e in events]
    print(f"candidates hold {sum(map(len, reached)) / sum(len(e.wanted) for e in events):.3f} of the labelled pairs")
    firsts, seconds = [None] * len(events), [None] * len(events)
    for train, test in _folds(events, args.folds, seed=1):
        first, second = fit(train, args.folds, args.strength)
        for i in test:
            firsts[i] = first(events[i].rows)
            seconds[i] = second(_with_second(events[i], firsts[i]))
    for name, scores in (("first", firsts), ("second", seconds)):
        results = [(score(events, scores, t), t) for t in THRESHOLDS]
        (p, r, f, same), threshold = max(results, key=lambda result: result[0][2])
        print(f"{name:<7} P {p:.3f}  R {r:.3f}  F1 {f:.3f}  recall of 'same' {same:.3f}  at {threshold:.2f}")
    if args.write:
        write(*fit(events, args.folds, args.strength), float(threshold))


def write(first, second, threshold: float) -> None:
    """The weights as a small file that can be read."""
    names = (*FIRST_NAMES, *SECOND_NAMES)
    made = {
        "about": "Weights of alignment/scores.py, made by tests/benchmarks/quality/fit_alignment.py",
        "threshold": round(threshold, 3),
        "first": {"bias": round(first.bias, 5), "weights": {n: round(float(w), 5) for n, w in zip(FIRST_NAMES, first.weights, strict=True)}},
        "second": {"bias": round(second.bias, 5), "weights": {n: round(float(w), 5) for n, w in zip(names, second.weights, strict=True)}},
    }  # fmt: skip
    WEIGHTS.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
