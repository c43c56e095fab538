"""How many differing names, ages and house numbers are found, and how often near-misses and agreeing reports are flagged.

python tests/benchmarks/quality/slots.py FOLDER [--show 20] [--types name_spelling age street_number]

FOLDER holds `gva_early.jsonl` (events with their reports, each with a `doc_id`), `gva_silver_conflicts.jsonl` (slots in which reports differ:
`type`, `klass`, `entity`, `values` by `doc_id`) and `gva_silver_agreements.jsonl` (slots in which they agree: `value`, `doc_ids`). Where the
reports themselves are missing, the snippets of the slot stand for them. A slot counts as flagged when one finding of its check touches its
words in two of its reports. Its class `conflict` is to be flagged, every other class (but `wide`) and every agreement is not, unless as a mere
difference ("a birthday may lie between").
"""

from __future__ import annotations

import argparse
import collections
import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

from storydiff.config import Config
from storydiff.model import Comparison, Finding, Report, Verdict
from storydiff.normalise import fold
from storydiff.pipeline import compare

CHECK = {"name_spelling": "name", "age": "age", "street_number": "place", "time_of_day": "time"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--types", nargs="*", default=["name_spelling", "age", "street_number"])
    arguments = parser.parse_args()
    texts = {
        (event["event_id"], report["doc_id"]): report
        for event in rows(arguments.folder / "gva_early.jsonl")
        for report in event["reports"]
    }
    seen: collections.Counter[tuple[str, str, str]] = collections.Counter()
    flagged: collections.Counter[tuple[str, str, str]] = collections.Counter()
    shown = []
    conflicts = list(rows(arguments.folder / "gva_silver_conflicts.jsonl"))
    agreements = list(rows(arguments.folder / "gva_silver_agreements.jsonl"))
    for slot in (*conflicts, *agreements):
        klass = slot.get("klass", "agreement")
        if slot["type"] not in arguments.types or klass == "wide":
            continue
        reports, source = reports_of(slot, texts)
        if len(reports) < 2:
            continue
        comparison = compare(reports, Config(select=(CHECK[slot["type"]],)))
        findings = [one for one in comparison.findings if klass == "conflict" or one.verdict is not Verdict.DIFFERENCE]
        hit = any(touches(finding, slot) for finding in findings)
        key = slot["type"], klass, source
        seen[key] += 1
        flagged[key] += hit
        if (klass == "conflict") != hit:
            shown.append(describe(slot, comparison))
    for key in sorted(seen):
        print(f"{' '.join(key):<44} {seen[key]:>4} slots, flagged {flagged[key]:>4} = {flagged[key] / seen[key]:.3f}")
    wanted = [key for key in seen if key[1] == "conflict"]
    near = [key for key in seen if key[1] not in ("conflict", "agreement")]
    alike = [key for key in seen if key[1] == "agreement"]
    for label, keys in (("conflicts found", wanted), ("near-misses flagged", near), ("agreements flagged", alike)):
        number = sum(seen[key] for key in keys)
        print(
            f"{label:<20} {sum(flagged[key] for key in keys)} of {number} = {sum(flagged[key] for key in keys) / max(1, number):.3f}"
        )
    print("\n".join(shown[: arguments.show]))


def rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def reports_of(slot: dict[str, Any], texts: dict[tuple[str, str], dict[str, Any]]) -> tuple[list[Report], str]:
    """The reports of a slot, and whether they are whole ("reports") or cut out ("snippets")."""
    documents = list(slot.get("values") or slot["doc_ids"])
    whole = [(name, texts[slot["event_id"], name]) for name in documents if (slot["event_id"], name) in texts]
    if len(whole) == len(documents) or ("values" not in slot and len(whole) > 1):
        return [made(name, one["text"], one.get("outlet"), one.get("date")) for name, one in whole], "reports"
    if "values" not in slot:
        return [], ""
    told = slot["values"].items()
    return [made(name, one["snippet"], one.get("outlet"), one.get("date")) for name, one in told], "snippets"


def made(name: str, text: str, outlet: str | None, date: str | None) -> Report:
    published = datetime.fromisoformat(date) if date else None
    return Report(text=text, source=text, path=name, outlet=outlet or name, published=published, published_grain="day")


def touches(finding: Finding, slot: dict[str, Any]) -> bool:
    """Whether the finding is on the slot's entity: a word of it is in two readings, and a full name in them is that of the entity."""
    values = [str(value.get("value", "")) for value in (slot.get("values") or {}).values()]
    words = set(re.findall(r"\w{3,}", fold(" ".join([str(slot["entity"]), *values]))))
    if slot["type"] != "name_spelling":
        told = fold(f"{finding.about} " + " ".join(mention.text for v in finding.variants for mention in v.mentions))
        return slot["type"] == "time_of_day" or bool(words & set(re.findall(r"\w+", told)))
    readings = [set(re.findall(r"\w{3,}", fold(variant.reading))) for variant in finding.variants]
    own = [reading for reading in readings if reading and (reading & words or len(reading) == 1)]
    full = [reading for reading in readings if len(reading) > 1]
    return (
        len(own) == len(readings) and any(reading & words for reading in own) and all(len(r & words) > 1 for r in full)
    )


def describe(slot: dict[str, Any], comparison: Comparison) -> str:
    values = {name: value.get("value") for name, value in (slot.get("values") or {}).items()} or slot.get("value")
    found = [finding.message for finding in comparison.findings]
    return f"{slot['event_id']} {slot['type']} {slot.get('klass', 'agreement')} {slot['entity']}: {values} — {found}"


if __name__ == "__main__":
    main()
