"""What all checks share: the class to inherit from and the making of findings."""

from __future__ import annotations

import inspect
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from storydiff.model import (
    Alignment,
    CheckInfo,
    Confidence,
    Evidence,
    Finding,
    Mention,
    Severity,
    Span,
    Variant,
    Verdict,
)

SEVERITY_OF = {
    Verdict.CONFLICT: Severity.ERROR,
    Verdict.DIFFERENCE: Severity.WARNING,
    Verdict.UPDATE: Severity.NOTE,
    Verdict.ONLY_HERE: Severity.NOTE,
}


@dataclass(frozen=True)
class Check(ABC):
    """One kind of disagreement. A subclass's docstring is its manual; one with options is a frozen dataclass, its fields are the options.

    Checks are pure: they read the alignment, hold no state, never see each other's findings, and return nothing when unsure.
    """

    name: ClassVar[str]
    default: ClassVar[bool] = True
    precision: ClassVar[float | None] = None

    @abstractmethod
    def check(self, alignment: Alignment) -> Iterator[Finding]:
        """Yield what disagrees."""

    def finding(
        self,
        verdict: Verdict,
        confidence: Confidence,
        *,
        about: str,
        message: str,
        why: str,
        variants: Iterable[Variant],
    ) -> Finding:
        """A finding of this check, its variants and their mentions in a fixed order."""
        ordered = sorted(
            (
                Variant(v.reading, v.value, tuple(sorted(v.mentions, key=lambda m: (m.sigil, m.start, m.end))))
                for v in variants
            ),
            key=lambda v: (v.mentions[0].sigil, v.mentions[0].start, v.value),
        )
        return Finding(
            check=self.name,
            verdict=verdict,
            severity=SEVERITY_OF[verdict],
            confidence=confidence,
            about=about,
            message=message,
            why=why,
            variants=tuple(ordered),
        )

    @classmethod
    def info(cls) -> CheckInfo:
        """Name, summary and manual, for reporters and `storydiff explain`."""
        return _info(cls)


@cache
def _info(check: type[Check]) -> CheckInfo:
    """Read once: an archive asks for it with each of its events."""
    manual = inspect.getdoc(check) or ""
    return CheckInfo(name=check.name, summary=manual.partition("\n")[0], precision=check.precision, manual=manual)


def evidence(mention: Mention, source: str = "", marks: Sequence[Span] = ()) -> Evidence:
    """`mention` as evidence of a finding."""
    return Evidence(mention.sigil, mention.start, mention.end, mention.text, source=source, marks=tuple(marks))
