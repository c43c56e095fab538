"""Numbers that tell how much two sentences have in common; all of them are the same when the two change places."""

from __future__ import annotations

import math
from collections.abc import Mapping
from math import fsum

from rapidfuzz.distance import LCSseq
from rapidfuzz.fuzz import token_set_ratio

from storydiff.alignment.views import View

NAMES = (
    "content_least", "content_most", "content_cosine", "content_sum",
    "concept_least", "concept_most", "concept_cosine", "concept_sum", "concept_count",
    "best_shared", "second_shared", "third_shared",
    "near_sum", "near_count", "trigrams", "common_run",
    "names_shared", "names_least", "names_most", "names_clash", "names_resolved",
    "numbers_shared", "numbers_only", "calendar_shared", "calendar_clash",
    "quoted_shared", "quoted_both", "quoted_one",
    "token_set", "shorter", "longer", "length_ratio",
    "place_first", "place_last", "place_gap", "leads", "speech", "pronouns",
    "context_a", "context_b", "clusters_shared", "plain_sum", "left_over_least", "left_over_most",
)  # fmt: skip


def features(a: View, b: View, weights: Mapping[str, float]) -> list[float]:
    """The features of a pair, in the order of `NAMES`."""
    shared = a.content & b.content
    weight = weights.__getitem__
    content = fsum(map(weight, shared))
    concepts = a.concepts & b.concepts
    ranked = sorted(map(weight, concepts), reverse=True)
    concept = fsum(ranked)
    ranked += (0.0, 0.0, 0.0)
    near = a.near & b.near
    names = a.names & b.names
    name = fsum(map(weight, names))
    resolved = (a.names & b.resolved) | (b.names & a.resolved) | (a.resolved & b.resolved)
    numbers = a.numbers & b.numbers
    calendar = a.calendar & b.calendar
    quoted = len(a.quoted & b.quoted)
    shorter, longer = _in_order(len(a.words), len(b.words))
    first, last = _in_order(a.depth, b.depth)
    context_a = fsum(map(weight, a.context & b.concepts))
    context_b = fsum(map(weight, b.context & a.concepts))
    least, most = _shares(content, a.content_weight, b.content_weight)
    concept_least, concept_most = _shares(concept, a.concept_weight, b.concept_weight)
    names_least, names_most = _shares(name, a.name_weight, b.name_weight)
    left_a, left_b = a.concept_weight - concept, b.concept_weight - concept
    return [
        least, most, math.sqrt(least * most), content,
        concept_least, concept_most, math.sqrt(concept_least * concept_most), concept, len(concepts),
        ranked[0], ranked[1], ranked[2],
        fsum([weights[x] * weights[y] for x, y in near]), len(near), len(a.trigrams & b.trigrams),
        LCSseq.similarity(a.words, b.words),
        name, names_least, names_most, bool(a.names) and bool(b.names) and not names, len(resolved),
        len(numbers), bool(a.numbers) and bool(b.numbers) and not numbers,
        len(calendar), bool(a.calendar) and bool(b.calendar) and not calendar,
        quoted, bool(a.quoted) and bool(b.quoted), bool(a.quoted) != bool(b.quoted),
        token_set_ratio(a.text, b.text) / 100, shorter, longer, shorter / max(longer, 1),
        first, last, last - first, (a.index == 0) + (b.index == 0),
        a.speech + b.speech, a.pronoun + b.pronoun,
        max(context_a, context_b), min(context_a, context_b), len(a.clusters & b.clusters), concept - name,
        min(left_a, left_b), max(left_a, left_b),
    ]  # fmt: skip


def _in_order(one: float, other: float) -> tuple[float, float]:
    return (one, other) if one <= other else (other, one)


def _shares(part: float, one: float, other: float) -> tuple[float, float]:
    """The lesser and the greater of the shares that `part` has in two wholes."""
    a, b = part / one if one else 0.0, part / other if other else 0.0
    return (a, b) if a <= b else (b, a)
