"""The view from one report, a draft that somebody is about to publish: only what touches it, and its place first."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from storydiff.model import Finding, Variant


def touching(findings: Iterable[Finding], draft: Collection[str]) -> tuple[Finding, ...]:
    """The `findings` with a mention in one of the reports labelled `draft`, that mention first.

    Relays inside the draft (`A/…`) belong to it. Where reporters give one place of a finding, it is the first mention's.
    """
    return tuple(_draft_first(finding, draft) for finding in findings if _touches(finding, draft))


def _touches(finding: Finding, draft: Collection[str]) -> bool:
    return any(_carried(variant, draft) for variant in finding.variants)


def _draft_first(finding: Finding, draft: Collection[str]) -> Finding:
    # sorted() keeps the order of equals, so everything else stays as the check put it
    variants = (
        replace(variant, mentions=tuple(sorted(variant.mentions, key=lambda m: not _is_in(m.sigil, draft))))
        for variant in finding.variants
    )
    return replace(finding, variants=tuple(sorted(variants, key=lambda variant: not _carried(variant, draft))))


def _carried(variant: Variant, draft: Collection[str]) -> bool:
    return any(_is_in(mention.sigil, draft) for mention in variant.mentions)


def _is_in(sigil: str, draft: Collection[str]) -> bool:
    return sigil.partition("/")[0] in draft
