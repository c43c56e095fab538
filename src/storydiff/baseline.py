"""Findings that were accepted: what makes a finding the same finding, and the file that keeps them.

A fingerprint is made of what the finding says and of nothing that moves: its check, what it is about, and the set of
normal readings. Lines, order, sigils, scores, wording of messages and further paragraphs do not count. Outlets do not
count either when two or more take part, so that a third outlet that joins with a reading already there changes nothing;
where only one outlet takes part (a weekday that does not fit its date) the outlet is what tells one finding from another.
A new reading is a new disagreement: nobody accepted it yet, so it is shown again, with a word on what was accepted.

Two events may have the same disagreement (3 or 5 wounded). So an entry of the baseline also keeps the event and who
carried each reading, and accepts a finding only if the event fits and each reading is still carried by one of them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from storydiff.errors import BaselineError
from storydiff.model import Accepted, Comparison, Finding, Report, State

SCHEMA_VERSION = 1
_DIGITS = 32  # of the hash: 128 bits, far from any chance of meeting
_KEYS = ("event", "check", "about", "readings", "fingerprint", "message", "reason", "expires")


@dataclass(frozen=True, slots=True)
class Baseline:
    """What was accepted, in the order of the file."""

    accepted: tuple[Accepted, ...] = ()


def fingerprinted(findings: Iterable[Finding], reports: Iterable[Report]) -> tuple[Finding, ...]:
    """`findings` with their fingerprints. Of findings that say the same, the second and later ones are numbered."""
    outlets = _outlets(reports)
    seen: Counter[str] = Counter()
    marked = []
    for finding in findings:
        identity = _identity(finding, outlets)
        seen[identity] += 1
        marked.append(replace(finding, fingerprint=_hash(identity, seen[identity])))
    return tuple(marked)


def judged(comparison: Comparison, baseline: Baseline, today: date) -> Comparison:
    """`comparison` with accepted findings marked, and with what was accepted and is no longer found.

    A finding with a further reading stays new; its `reason` tells so.
    """
    outlets = _outlets(comparison.reports)
    valid = [entry for entry in baseline.accepted if not is_expired(entry.expires, today)]
    by_fingerprint = {entry.fingerprint: entry for entry in valid if _fits(entry.event, comparison.event)}
    by_subject: dict[tuple[str, str], list[Accepted]] = {}
    for entry in by_fingerprint.values():
        by_subject.setdefault((entry.check, entry.about), []).append(entry)
    found: set[str] = set()
    findings = []
    for finding in comparison.findings:
        readings = _readings(finding, outlets)
        same = by_fingerprint.get(finding.fingerprint)
        if same and _still_carried(same, readings):
            found.add(same.fingerprint)
            if finding.state is State.NEW:
                finding = replace(finding, state=State.ACCEPTED, reason=same.reason)
        elif grown := [e for e in by_subject.get((finding.check, finding.about), ()) if _still_carried(e, readings)]:
            found.update(entry.fingerprint for entry in grown)
            finding = replace(
                finding, reason=_grown(grown[0], readings) if finding.state is State.NEW else finding.reason
            )
        findings.append(finding)
    gone = [
        entry for entry in valid if entry.fingerprint not in found and _could_be_here(entry, comparison.event, outlets)
    ]
    return replace(comparison, findings=tuple(findings), resolved=tuple(sorted(gone, key=_order)))


def accept(comparison: Comparison, old: Baseline) -> Baseline:
    """A baseline of all findings of `comparison` that are not ignored.

    Reasons and dates written by hand are kept, and so are entries of other events.
    """
    outlets = _outlets(comparison.reports)
    by_hand = {(entry.fingerprint, entry.event): entry for entry in old.accepted}
    entries = [entry for entry in old.accepted if not _could_be_here(entry, comparison.event, outlets)]
    for finding in comparison.findings:
        if finding.state is State.IGNORED:
            continue
        kept = by_hand.get((finding.fingerprint, comparison.event))
        entries.append(
            Accepted(
                fingerprint=finding.fingerprint,
                check=finding.check,
                about=finding.about,
                readings=tuple(
                    (value, tuple(sorted(who))) for value, who in sorted(_readings(finding, outlets).items())
                ),
                event=comparison.event,
                message=finding.message,
                reason=kept.reason if kept else "",
                expires=kept.expires if kept else "",
            )
        )
    return Baseline(tuple(sorted(entries, key=_order)))


def pruned(baseline: Baseline, resolved: Iterable[Accepted]) -> Baseline:
    """`baseline` without what is `resolved`."""
    gone = {(entry.fingerprint, entry.event) for entry in resolved}
    return Baseline(tuple(entry for entry in baseline.accepted if (entry.fingerprint, entry.event) not in gone))


def load(path: Path) -> Baseline:
    """The baseline in the file `path`. Raises BaselineError."""
    try:
        document = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise BaselineError(
            f"cannot read the baseline {path}: {error.strerror}", "make one with: storydiff baseline write"
        ) from error
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"the baseline {path} is not JSON: {error}", "restore it, or write it anew") from error
    if not isinstance(document, dict) or not isinstance(document.get("findings"), list):
        raise BaselineError(f"{path} is not a baseline of storydiff", "make one with: storydiff baseline write")
    version = document.get("schema_version")
    if version != SCHEMA_VERSION or isinstance(version, bool):
        raise BaselineError(
            f"the baseline {path} has schema_version {version!r}; this storydiff reads {SCHEMA_VERSION}",
            "use the version of storydiff that wrote it, or write it anew",
        )
    return Baseline(tuple(_entry(data, number, path) for number, data in enumerate(document["findings"], 1)))


def dump(baseline: Baseline) -> str:
    """The text of a baseline file: sorted, one key a line, so that it can be reviewed and merged."""
    findings = [_as_data(entry) for entry in sorted(baseline.accepted, key=_order)]
    document = {"schema_version": SCHEMA_VERSION, "findings": findings}
    return json.dumps(document, ensure_ascii=True, indent=2) + "\n"


def is_expired(expires: str, today: date) -> bool:
    """Whether the ISO date `expires` has passed; "" never does."""
    return bool(expires) and date.fromisoformat(expires) < today


def _identity(finding: Finding, outlets: Mapping[str, str]) -> str:
    readings = _readings(finding, outlets)
    everybody = sorted({name for carriers in readings.values() for name in carriers})
    alone = everybody if len(everybody) == 1 else []
    return json.dumps([finding.check, finding.about, sorted(readings), alone])


def _hash(identity: str, number: int) -> str:
    from hashlib import sha256

    numbered = identity if number == 1 else f"{identity}#{number}"
    return sha256(numbered.encode("utf-8")).hexdigest()[:_DIGITS]


def _readings(finding: Finding, outlets: Mapping[str, str]) -> dict[str, set[str]]:
    """Normal form → the outlets that carry it."""
    readings: dict[str, set[str]] = {}
    for variant in finding.variants:
        carriers = readings.setdefault(variant.value or " ".join(variant.reading.split()).casefold(), set())
        carriers.update(_carrier(mention.sigil, outlets) for mention in variant.mentions)
    return readings


def _carrier(sigil: str, outlets: Mapping[str, str]) -> str:
    report, slash, relay = sigil.partition("/")
    return relay if slash else outlets[report]


def _outlets(reports: Iterable[Report]) -> dict[str, str]:
    return {report.sigil: report.outlet or Path(report.path).name for report in reports}


def _fits(event: str, other: str) -> bool:
    # files named one by one have no event
    return not event or not other or event == other


def _still_carried(entry: Accepted, readings: Mapping[str, set[str]]) -> bool:
    return all(readings.get(value, set()) & set(outlets) for value, outlets in entry.readings)


def _could_be_here(entry: Accepted, event: str, outlets: Mapping[str, str]) -> bool:
    # an entry of another event is none of this run's business; so is one whose outlets are not compared
    here = set(outlets.values())
    return _fits(entry.event, event) and all(here & set(carriers) for _, carriers in entry.readings)


def _grown(entry: Accepted, readings: Mapping[str, set[str]]) -> str:
    known = {value for value, _ in entry.readings}
    further = sorted(set(readings) - known)
    if not further:
        return "accepted once already; this is a further place"
    return f"accepted before without {', '.join(repr(value) for value in further)}"


def _order(entry: Accepted) -> tuple[str, ...]:
    return (entry.event, entry.check, entry.about, entry.fingerprint)


def _as_data(entry: Accepted) -> dict[str, Any]:
    readings = [{"value": value, "outlets": list(outlets)} for value, outlets in entry.readings]
    values = {key: getattr(entry, key) for key in _KEYS if key != "readings"} | {"readings": readings}
    return {key: values[key] for key in _KEYS}


def _entry(data: Any, number: int, path: Path) -> Accepted:
    try:
        readings = tuple((_text(r["value"]), _texts(r["outlets"])) for r in data["readings"])
        texts = {key: _text(data.get(key, "")) for key in _KEYS if key != "readings"}
        if texts["expires"]:
            date.fromisoformat(texts["expires"])
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise BaselineError(
            f"entry {number} of the baseline {path} is broken: {error}", "mend it, or write the baseline anew"
        ) from error
    return Accepted(readings=readings, **texts)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not text")
    return value


def _texts(values: Sequence[Any]) -> tuple[str, ...]:
    return tuple(_text(value) for value in values)
