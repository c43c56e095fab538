"""How many of the written-out test inputs for numbers, ages, money and percentages are read right.

    python tests/benchmarks/quality/quantities.py DATA [--misses]

DATA holds `recognizers_text_en.jsonl` (the specifications of Microsoft's Recognizers-Text). An input is right when the
quantities found are those wanted, no more and no fewer, each with the right value (and unit), at overlapping places.

What is left out, and why, is told class by class in `LEFT_OUT`, and how many inputs each class has is printed. A figure glued to a
unit ("180ml"), which the specification leaves to another model, is read as a measure and does not count as a number here.
"""

from __future__ import annotations

import argparse
import collections
import json
import pathlib
import re

from storydiff.analysis.quantities import find_quantities
from storydiff.model import Quantity, Report

LEFT_OUT = {
    "Number": {
        "powers and SI letters, of formulas": r"\d\s?G\b|\d [kM]\b|\d  k|\de[+\d]|\^",
        "a quotient: in news “over” is more than": r"\bover\b",
        "“two out of three” is two and three in news, which counts both": r"(?:one|two) out of (?:three|five)",
        "denominators no news has": r"twenty[ -](?:fifth|firsts|fifths)\Z|thirty-fifths|hundred fifth\Z|thousand fifths|fifty-four hundredths",
        "alone, an ordinal as well": r"\A(?:a fifth|a hundredth|a trillionth)\Z",
        "two fractions or two ands in one number": r"and three and|billion and (?:three quarters|a quarter) million",
        "the decimal comma of other languages": r"1\.111,11|is 1,3\.",
        "addresses of machines, dates, models, which count nothing": r"192\.168|5/17|SCP",
        "words that news does not use": r"dzs|dozs|nought|naught",
        "a minus set apart, which in news is a dash": r"\A- \d",
    },
    "Currency": {
        "an amount that goes on without its unit": r"dollars? (?:and )?(?:forty|15|50)\b(?! cents)|dollar and (?:one|two)|100 and fifty",
        "two amounts without punctuation": r"50 dollar 40|1 \$ 10|10 \$ 30 c",
        "money without a code": r"kuai|ரூ",
        "a rate, of which one side is money": r"dollar : 143",
    },
    "Age": {"a range, which is read as one": r"40 - 50"},
    "Percent": {"no number before it": r"percent of|per cent of"},
}
_GLUED = re.compile(r"[\d.,]+(?:ml|km)")
MODELS = {"NumberModel": "Number", "AgeModel": "Age", "CurrencyModel": "Currency", "PercentModel": "Percent"}
CODES = {
    "Dollar": "USD", "United States dollar": "USD", "Cent": "USD", "Pound": "GBP", "British pound": "GBP", "Pence": "GBP", "Euro": "EUR",
    "Japanese yen": "JPY", "Chinese yuan": "CNY", "Franc": "FRF", "Swiss franc": "CHF", "Canadian dollar": "CAD",
    "Australian dollar": "AUD", "Mexican peso": "MXN", "New Zealand dollar": "NZD", "Turkish lira": "TRY", "Rupee": "INR",
    "Bitcoin": "BTC", "Peseta": "ESP", "Netherlands guilder": "NLG", "Costa Rican colón": "CRC", "Georgian lari": "GEL", "Lao kip": "LAK",
}  # fmt: skip


def left_out(model: str, text: str) -> str:
    """Why the input is left out; "" if it is not."""
    return next((why for why, pattern in LEFT_OUT[model].items() if re.search(pattern, text, re.IGNORECASE)), "")


def relevant(model: str, quantity: Quantity) -> bool:
    """Whether a found quantity is one that the model's specification speaks of."""
    if quantity.ordinal:
        return False
    role = {"Age": "age", "Currency": "money", "Percent": "percent"}.get(model)
    if role is None:
        return not _GLUED.fullmatch(quantity.text)
    return quantity.role == role


def right(model: str, quantity: Quantity, result: dict[str, object]) -> bool:
    """Value, unit and place of one wanted result."""
    resolution = result["resolution"]
    assert isinstance(resolution, dict)
    value = float(str(resolution["value"]).rstrip("%")) if resolution.get("value") not in (None, "null") else None
    if value is None:
        return False
    if resolution.get("unit") in ("Cent", "Pence"):
        value /= 100
    if abs(quantity.value - value) > 1e-6 * max(1, abs(value)):
        return False
    if model == "Currency" and quantity.unit != CODES.get(str(resolution["unit"])):
        return False
    if model == "Age" and quantity.unit != str(resolution["unit"]).lower():
        return False
    return quantity.start < int(str(result["end"])) + 1 and int(str(result["start"])) < quantity.end


def main() -> None:
    """Print the share of inputs read right, by model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    counts: collections.Counter[tuple[str, str]] = collections.Counter()
    for line in (args.data / "recognizers_text_en.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        model = MODELS.get(row["model"])
        if model is None:
            continue
        counts[model, "all"] += 1
        why = left_out(model, row["input"])
        kept = not why
        counts[model, "kept"] += kept
        counts[model, why] += 1
        report = Report(text=row["input"], source=row["input"])
        found = [q for q in find_quantities(report, (), (), (), (), ()) if relevant(model, q)]
        results = [r for r in row["results"] if r["resolution"] and r["resolution"].get("value") not in (None, "null")]
        good = len(found) == len(results) and all(right(model, q, r) for q, r in zip(found, results, strict=True))
        counts[model, "right"] += good and kept
        counts[model, "right of all"] += good
        if args.misses and kept and not good:
            print(
                f"{model}: {row['input']!r} found {[(q.text, q.value, q.unit) for q in found]} want {[(r['text'], r['resolution']['value']) for r in results]}"
            )
    for model in MODELS.values():
        kept, hits = counts[model, "kept"], counts[model, "right"]
        total = counts[model, "all"]
        everything = counts[model, "right of all"] / max(1, total)
        print(
            f"{model:<9} {hits}/{kept} = {hits / max(1, kept):.3f}  ({total - kept} of {total} left out; with those {everything:.3f})"
        )
        for why in LEFT_OUT[model]:
            print(f"  {counts[model, why]:>3} left out: {why}")


if __name__ == "__main__":
    main()
