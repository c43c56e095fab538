"""Make an archive of invented events, with disagreements where we want them.

    python tests/benchmarks/archive/generate.py REPORTS OUTPUT.jsonl [--seed 1] [--per-day 1000] [--kin 0.1]

Every event has facts of its own (town, people, numbers, times), and is told by one or more outlets, each in its own words, with
sentences left out, put in another order, and colour of its own. In half of the events with several reports, one report
gets one fact wrong. Some events have a neighbour: the same kind of thing in the same town some days later. The identifier
of a report begins with that of its event; the field `planted` says what was changed. The same seed gives the same bytes, and
a longer archive begins with the shorter one.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
import stories

_BEGIN = datetime(2031, 1, 1)
_SIZES = (1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6, 7, 8, 10)
_LARGEST = 80
_SECONDS_A_DAY = 86_400
Facts = dict[str, str]
Row = dict[str, Any]


def main() -> None:
    """Write the archive."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=int)
    parser.add_argument("output", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-day", type=int, default=1_000)
    parser.add_argument("--kin", type=float, default=0.1, help="share of events that have a neighbour")
    arguments = parser.parse_args()
    with arguments.output.open("w", encoding="utf-8") as file:
        for row in generate(arguments.reports, arguments.seed, arguments.per_day, arguments.kin):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def generate(reports: int, seed: int = 1, per_day: int = 1_000, kin: float = 0.1) -> Iterator[Row]:
    """Reports in the order of their events."""
    made = number = 0
    while made < reports:
        chance = random.Random(f"{seed}/{number}")  # noqa: S311
        kind = chance.choice(stories.KINDS)
        facts = _facts(chance, kind)
        begin = _BEGIN + timedelta(seconds=made * _SECONDS_A_DAY / per_day)
        told = [_event(chance, kind, facts, f"e{number:07}", begin)]
        if chance.random() < kin:
            again = {**_facts(chance, kind), **{slot: facts[slot] for slot in ("town", "place", "official", "office")}}
            told.append(_event(chance, kind, again, f"e{number:07}k", begin + timedelta(hours=chance.randint(12, 60))))
        for row in (row for event in told for row in event):
            if made < reports:
                yield row
                made += 1
        number += 1


def _event(chance: random.Random, kind: stories.Kind, facts: Facts, name: str, begin: datetime) -> Iterator[Row]:
    """The reports of one event."""
    size = chance.randint(11, _LARGEST) if chance.random() < 0.002 else chance.choice(_SIZES)
    facts = {**facts, "weekday": stories.WEEKDAYS[begin.weekday()]}
    quote, (right, wrong) = chance.choice(stories.QUOTES)
    facts["quote"] = quote.format(**facts)
    odd, planted = -1, ""
    if size > 1 and chance.random() < 0.5:
        odd = chance.randrange(size)
        planted = chance.choice(("number", "age", "quote", "weekday", "house"))
    topics = [_colour(chance) for _ in range(4)]
    for place in range(size):
        own = dict(facts)
        if place == odd:
            _change(chance, own, planted, right, wrong)
        outlet = f"{_name(chance, stories.TOWN_ENDS)} {chance.choice(stories.OUTLETS)}"
        published = begin + timedelta(minutes=chance.randint(0, 1_200) if place else 0)
        title = _capital(chance.choice(kind.titles).format(**own))
        yield {
            "id": f"{name}-{place}",
            "outlet": outlet,
            "title": title,
            "published": published.isoformat(timespec="seconds"),
            "url": f"https://{outlet.lower().replace(' ', '-')}.example/{name}",
            "text": _text(chance, kind, own, topics),
            "planted": planted if place == odd else "",
        }


def _change(chance: random.Random, facts: Facts, planted: str, right: str, wrong: str) -> None:
    if planted == "number":
        other = chance.choice([number for number in stories.NUMBERS if number != facts["number"]])
        facts["number"], facts["Number"] = other, _capital(other)
    elif planted == "age":
        facts["age"] = str(int(facts["age"]) + chance.choice((-20, -3, 4, 11)))
    elif planted == "quote":
        facts["quote"] = facts["quote"].replace(right, wrong)
    elif planted == "weekday":
        facts["weekday"] = chance.choice([day for day in stories.WEEKDAYS if day != facts["weekday"]])
    elif planted == "house":
        facts["house"] = str(int(facts["house"]) + chance.choice((10, 100, 200)))


def _text(chance: random.Random, kind: stories.Kind, facts: Facts, topics: list[str]) -> str:
    parts = [
        _once_stopped(chance.choice(wordings).format(**facts)) for wordings in kind.parts if chance.random() < 0.85
    ]
    chance.shuffle(parts)
    spoken = chance.choice(
        (
            f"“{facts['quote']},” {facts['office']} told reporters.",
            f"{facts['office']} said: “{facts['quote']}.”",
            f"“{facts['quote']},” said {facts['office']}.",
        )
    )
    parts.insert(chance.randint(0, len(parts)), spoken)
    parts += chance.sample(topics, chance.randint(1, 3))
    parts += [_colour(chance) for _ in range(chance.randint(2, 6))]
    lead = _once_stopped(chance.choice(kind.leads).format(**facts))
    paragraphs = [lead]
    while parts:
        length = chance.randint(1, 3)
        together, parts = parts[:length], parts[length:]
        paragraphs.append(" ".join(together))
    return "\n\n".join(_capital(paragraph) for paragraph in paragraphs)


def _facts(chance: random.Random, kind: stories.Kind) -> Facts:
    official = f"{chance.choice(stories.FIRST_NAMES)} {_name(chance, stories.SURNAME_ENDS)}"
    number = chance.choice(stories.NUMBERS)
    staff = chance.randint(11, 400)
    return {
        "town": _name(chance, stories.TOWN_ENDS),
        "firm": f"{_name(chance, stories.SURNAME_ENDS)}",
        "street": f"{_name(chance, stories.SURNAME_ENDS)} {chance.choice(stories.STREETS)}",
        "landmark": f"{_name(chance, stories.SURNAME_ENDS)} {chance.choice(stories.LANDMARKS)}",
        "house": str(chance.randint(10, 990)),
        "person": f"{chance.choice(stories.FIRST_NAMES)} {_name(chance, stories.SURNAME_ENDS)}",
        "age": str(chance.randint(25, 79)),
        "official": official,
        "place": "",
        "office": kind.said.format(official=official),
        "number": number,
        "Number": _capital(number),
        "hour": f"{chance.randint(1, 12)}:{chance.randint(0, 59):02} {chance.choice(('a.m.', 'p.m.'))}",
        "staff": str(staff),
        "Staff": str(staff),
        "cost": f"{chance.randint(2, 90) / 10:.1f}",
        "cause": chance.choice(stories.CAUSES),
        "weather": chance.choice(stories.WEATHER),
        "thing": chance.choice(kind.things),
        "topic": chance.choice(stories.TOPICS),
        "years": str(chance.randint(8, 45)),
        "month": chance.choice(stories.MONTHS),
    }


def _name(chance: random.Random, ends: list[str]) -> str:
    middle = chance.choice(stories.MIDDLES) if chance.random() < 0.8 else ""
    return chance.choice(stories.STARTS) + middle + chance.choice(ends)


def _colour(chance: random.Random) -> str:
    """A sentence that has little to do with the event."""
    where = chance.choice(stories.WHERE).format(noun=chance.choice(stories.NOUNS))
    did, whom = chance.choice(stories.DID), chance.choice(stories.WHOM)
    return f"{chance.choice(stories.WHO)} {did} {whom} {where}, {chance.choice(stories.NOUNS)} and {chance.choice(stories.NOUNS)} in hand."


def _once_stopped(sentence: str) -> str:
    """`sentence` with one full stop where an abbreviated "p.m." ends it."""
    return sentence.replace("m..", "m.")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


if __name__ == "__main__":
    main()
