"""The check `label`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from storydiff.checks.base import Check, evidence
from storydiff.checks.common.claims import stems
from storydiff.checks.telling.loaded_words import expression, labels
from storydiff.checks.verdicts import describe, one_voice_each
from storydiff.model import Alignment, Analysis, Confidence, Evidence, Finding, Mention, Sentence, Variant, Verdict
from storydiff.normalise import lower

_KINDS = frozenset({"sentence", "title", "bullet"})
_NEAR = 40  # characters to either side in which the words stand that tell what is labelled
_SURE = 0.75  # of a link: from here on the sentences are so alike that the labels need no common neighbour


class _Use(NamedTuple):
    group: str
    label: str
    loaded: bool
    mention: Mention
    near: frozenset[str]


class Label(Check):
    """One person, group or event under labels of which one takes sides. Off by default.

    ## Why it matters
    "Protesters" or "rioters", "government" or "regime": the label tells a reader what to think before the facts do.

    ## Flagged
    - A: The rioters marched from the mill to the harbor in Saltby on Friday and broke two windows.
    - B: The demonstrators marched from the mill to the harbor in Saltby on Friday and broke two windows.

    ## Not flagged
    - A: The protesters marched from the mill to the harbor in Saltby on Friday and broke two windows.
    - B: The demonstrators marched from the mill to the harbor in Saltby on Friday and broke two windows.

    - A: "These rioters broke two windows," said Mayor Dora Quill of the march in Saltby on Friday.
    - B: The demonstrators marched from the mill to the harbor in Saltby on Friday and broke two windows.

    ## Known limits
    Labels come from a list of words in general use. What stands in quotation marks is the speaker's label and is left alone, and so
    is a report that uses both labels. Turn it on with `--extend-select label`.
    """

    name: ClassVar[str] = "label"
    precision = 0.83
    default: ClassVar[bool] = False

    def check(self, alignment: Alignment) -> Iterator[Finding]:
        uses = {analysis.sigil: _uses(analysis) for analysis in alignment.analyses}
        words = {sigil: {u.label for found in by.values() for u in found} for sigil, by in uses.items()}
        groups: dict[str, dict[str, dict[Evidence, None]]] = {}
        for link in alignment.links:
            for one in uses[link.a.sigil].get(link.a.start, ()):
                for other in uses[link.b.sigil].get(link.b.start, ()):
                    if one.group != other.group or one.loaded == other.loaded:
                        continue
                    if other.label in words[link.a.sigil] or one.label in words[link.b.sigil]:
                        continue
                    if link.score >= _SURE or one.near & other.near:
                        for use in (one, other):
                            groups.setdefault(use.group, {}).setdefault(use.label, {})[evidence(use.mention)] = None
        for group, found in sorted(groups.items()):
            variants = [Variant(label, label, tuple(places)) for label, places in sorted(found.items())]
            if one_voice_each(variants):
                judging = [v.reading for v in variants if any(i.loaded for i in labels()[v.value] if i.group == group)]
                yield self.finding(
                    Verdict.DIFFERENCE,
                    Confidence.MEDIUM,
                    about=f"label: {group}",
                    message=f"labels that take sides: {describe(alignment, variants)}",
                    why=f"{' and '.join(f'“{word}”' for word in judging)} judge{'s' if len(judging) == 1 else ''}",
                    variants=variants,
                )


def _uses(analysis: Analysis) -> dict[int, list[_Use]]:
    """The labels of each sentence by its start, those inside quotation marks and those of which a sentence has two left out."""
    found: dict[int, list[_Use]] = {}
    text = lower(analysis.report.text)
    for match in expression().finditer(text):
        sentence = analysis.sentence_at(match.start())
        mention = Mention(analysis.sigil, match.start(), match.end(), analysis.report.text[match.start() : match.end()])
        if sentence is None or sentence.kind not in _KINDS or match.end() > sentence.end or analysis.is_quoted(mention):
            continue
        near = _near(analysis, sentence, mention)
        for label in labels()[match[0]]:
            found.setdefault(sentence.start, []).append(_Use(label.group, match[0], label.loaded, mention, near))
    return found


def _near(analysis: Analysis, sentence: Sentence, label: Mention) -> frozenset[str]:
    """The words of matter just before and after a label."""
    start, end = max(sentence.start, label.start - _NEAR), min(sentence.end, label.end + _NEAR)
    before = [stem for stem, _, _ in stems(analysis.report.text, start, label.start)][-2:]
    after = [stem for stem, _, _ in stems(analysis.report.text, label.end, end)][:2]
    return frozenset(before + after)
