"""Fit the weights of attribution cues to annotated news and write the two word lists.

python tests/benchmarks/quality/learn_attribution_cues.py FILE.jsonl

FILE as in attributions.py. A cue form is listed when at least 3 and 15 % of its uses outside quotations stand in an annotated cue;
its weight is the sum of its own and its lemma's, fitted with those of the neighbours by logistic regression. Third column of
attribution_cues.txt, set by hand in FORCE below: what the word does.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import storydiff.analysis.attribution_cues as cues
from storydiff.analysis.attributions import mask
from storydiff.analysis.quotations import find_quotations
from storydiff.analysis.sentences import split_sentences
from storydiff.model import Report
from storydiff.normalise import lower

LISTS = Path(cues.__file__).parent / "lexicons" / "en"
LEAST_HITS, LEAST_SHARE = 3, 0.15
EPOCHS, RATE, DECAY = 25, 0.1, 8e-5
IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "thought": "think", "knew": "know", "known": "know",
    "saw": "see", "seen": "see", "found": "find", "felt": "feel", "spoke": "speak", "spoken": "speak", "sought": "seek",
    "heard": "hear", "held": "hold", "made": "make", "gave": "give", "given": "give", "swore": "swear", "sworn": "swear",
    "drew": "draw", "understood": "understand", "meant": "mean", "saying": "say", "says": "say", "shown": "show", "began": "begin",
    "lied": "lie", "lying": "lie", "denied": "deny", "denies": "deny", "put": "put", "read": "read", "let": "let", "laid": "lay",
}  # fmt: skip
SAY = frozenset(
    "according say tell write add report note announce state explain confirm according reply answer ask declare disclose reveal"
    " claim assert allege insist argue contend maintain warn caution acknowledge admit concede recall recount testify tweet post"
    " retweet email conclude stress emphasize reiterate repeat remark comment observe quip joke shout yell chant cry whisper"
    " describe relate mention indicate inform advise notify brief assure remind deny dispute stipulate specify point"
    " suggest predict estimate identify suspect narrate complain lament vow pledge promise swear affirm attest certify"
    " elaborate clarify interject exclaim opine speculate surmise counter retort muse marvel boast brag proclaim profess"
    " posit hint imply purport learn".split()
)
NOT_CUES = frozenset(
    "also about out for that with his her their its has have had was were not over even previously often unclear".split()
)
THINK = frozenset(
    "believe think know suspect expect fear hope feel doubt consider assume understand see suppose guess wonder presume".split()
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    path = parser.parse_args().file
    documents = [json.loads(line) for line in path.open(encoding="utf-8")]
    texts = [(masked(document["text"]), credited(document)) for document in documents]
    uses, hits = Counter[str](), Counter[str]()
    for text, in_cue in texts:
        for word in re.finditer(r"[a-z’'-]+", lower(text)):
            uses[word[0]] += 1
            hits[word[0]] += in_cue[word.start()]
    listed = {
        w
        for w in hits
        if hits[w] >= LEAST_HITS
        and hits[w] / uses[w] >= LEAST_SHARE
        and w.isalpha()
        and len(w) > 2
        and not (w.endswith("ly") or w in NOT_CUES)
    }
    listed |= {"according"}
    rows = [row for text, in_cue in texts for row in candidates(text, in_cue, listed)]
    weight = fit(rows)
    family = {lemma(w) for w in listed if hits[w] / uses[w] >= 0.4}
    grown = {
        form
        for root in family
        for form in inflections(root, uses)
        if form not in listed and hits[form] / max(uses[form], 1) >= 0.2 * (uses[form] > 8)
    }
    write(weight, listed, grown)


def masked(text: str) -> str:
    report = Report(text=text, source=text)
    return mask(text, find_quotations(report, split_sentences(report)))


def credited(document: dict) -> bytearray:
    in_cue = bytearray(len(document["text"]) + 1)
    for quote in document["quotes"]:
        for start, end in quote["cue_spans"]:
            in_cue[start:end] = b"\1" * (end - start)
    return in_cue


def candidates(text: str, in_cue: bytearray, listed: set[str]) -> Iterator[tuple[tuple[str, ...], int]]:
    lowered = lower(text)
    for word in re.finditer(r"(?<![\w’'-])[a-z]+(?![\w’'-])", lowered):
        if word[0] in listed:
            left, right = cues.left_kind(text, lowered, word.start()), cues.right_kind(text, lowered, word.end())
            yield (
                (f"form {word[0]}", f"lemma {lemma(word[0])}", f"left {left}", f"right {right}", "bias"),
                in_cue[word.start()],
            )


def fit(rows: list[tuple[tuple[str, ...], int]]) -> dict[str, float]:
    random.seed(1)
    weight: dict[str, float] = dict.fromkeys((f for features, _ in rows for f in features), 0.0)
    total: dict[str, float] = dict.fromkeys(weight, 0.0)
    for epoch in range(EPOCHS):
        random.shuffle(rows)
        rate = RATE / (1 + epoch)
        for features, answer in rows:
            score = sum(weight[f] for f in features)
            error = answer - 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
            for f in features:
                weight[f] += rate * (error - DECAY * weight[f] * (0 if f == "bias" else 50))
        for f in weight:
            total[f] += weight[f] / EPOCHS if epoch >= EPOCHS // 2 else 0
    return weight


def lemma(word: str) -> str:
    if word in IRREGULAR:
        return IRREGULAR[word]
    for ending, instead in (("ying", "y"), ("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            stem = word[: -len(ending)] + instead
            return re.sub(r"([bdgmnprt])\1$", r"\1", stem).rstrip("e")
    return word.rstrip("e") if len(word) > 4 else word


def inflections(root: str, uses: Counter[str]) -> set[str]:
    """The regular forms of a verb that the texts know in its base form or, for rare ones, the forms that they know."""
    if root in IRREGULAR.values() or len(root) < 4:
        return set()
    base = max((root, root + "e"), key=lambda form: uses[form])
    if not uses[base]:
        known = {root + ending for ending in ("s", "es", "ed", "ing")}
        return {form for form in known if uses[form]}
    if base.endswith("e"):
        return {base, base + "s", base + "d", base[:-1] + "ing"}
    if base.endswith("y") and base[-2] not in "aeiou":
        return {base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"}
    if base.endswith(("s", "sh", "ch", "x", "z")):
        return {base, base + "es", base + "ed", base + "ing"}
    return {base, base + "s", base + "ed", base + "ing"}


def write(weight: dict[str, float], listed: set[str], grown: set[str]) -> None:
    by_lemma = {f.removeprefix("lemma "): w for f, w in weight.items() if f.startswith("lemma ")}
    lines = []
    for form in sorted(listed | grown):
        root = lemma(form)
        full = weight.get(f"form {form}", 0.0) + by_lemma.get(root, 0.0)
        bare = {form, root, root + "e", root + root[-1]}
        what = "say" if bare & SAY else "think" if bare & THINK else "other"
        lines.append(f"{form}\t{full:.2f}\t{what}")
    cues_head = (
        "# Words that credit a source; own list, weights fitted with tests/benchmarks/quality/learn_attribution_cues.py to news annotated with\n"
        "# attributions (PolNeAR training part). Columns: form, log-odds that a use of it credits somebody, what it does: say, think, other.\n"
    )
    (LISTS / "attribution_cues.txt").write_text(cues_head + "\n".join(lines) + "\n", encoding="utf-8")
    contexts = [f"bias\t-\t{weight['bias']:.2f}"]
    for side in ("left", "right"):
        for feature in sorted(f for f in weight if f.startswith(side + " ")):
            kind = feature.split(" ", 1)[1]
            contexts.append(f"{side}\t{kind}\t{weight[feature]:.2f}")
    known = {line.rsplit("\t", 1)[0] for line in contexts}
    for side, kind in ((s, w) for s in ("left", "right") for w in cues._function_words(s)):
        if f"{side}\t{kind}" not in known:
            contexts.append(f"{side}\t{kind}\t0.00")
    contexts_head = (
        "# What stands beside a cue, and how it changes the odds that the cue credits somebody; fitted as attribution_cues.txt is.\n"
        "# Columns: side, kind of neighbour (a function word, a mark, NAME, Q quotation, DIGIT, -ending, word, START, END), log-odds.\n"
    )
    (LISTS / "attribution_contexts.txt").write_text(contexts_head + "\n".join(contexts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
