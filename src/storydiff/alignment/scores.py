"""How likely a pair of sentences tells the same: two logistic models, the second with a look at the first's scores."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import mul

from storydiff.alignment.competition import NAMES as SECOND_NAMES
from storydiff.alignment.competition import competition
from storydiff.alignment.features import NAMES as FIRST_NAMES
from storydiff.alignment.features import features
from storydiff.alignment.views import View


@dataclass(frozen=True, slots=True)
class Weights:
    """The fitted models (`weights.json`): a weight for each feature, a bias, and the score from which a pair is linked."""

    first: tuple[float, ...]
    first_bias: float
    second: tuple[float, ...]
    second_bias: float
    threshold: float


@cache
def load_weights() -> Weights:
    """The weights that ship with the package; `tests/benchmarks/quality/fit_alignment.py` makes them."""
    raw = json.loads(files("storydiff.alignment").joinpath("weights.json").read_text(encoding="utf-8"))
    first, second = raw["first"], raw["second"]
    return Weights(
        first=tuple(first["weights"][name] for name in FIRST_NAMES),
        first_bias=first["bias"],
        second=tuple(second["weights"][name] for name in (*FIRST_NAMES, *SECOND_NAMES)),
        second_bias=second["bias"],
        threshold=raw["threshold"],
    )


def score_pairs(
    pairs: Sequence[tuple[View, View]], event: Sequence[Sequence[View]], words: Mapping[str, float]
) -> list[float]:
    """The score, 0–1, of each pair of an event's candidates. `words` are the event's word weights."""
    model = load_weights()
    known = [features(a, b, words) for a, b in pairs]
    first = [_logistic(model.first_bias + sum(map(mul, model.first, row))) for row in known]
    again, more = model.second[: len(FIRST_NAMES)], model.second[len(FIRST_NAMES) :]
    return [
        _logistic(model.second_bias + sum(map(mul, more, second), sum(map(mul, again, row))))
        for row, second in zip(known, competition(pairs, first, event), strict=True)
    ]


def _logistic(total: float) -> float:
    return round(1 / (1 + math.exp(-max(-40.0, min(40.0, total)))), 6)
