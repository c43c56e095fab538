"""The values that flow through `read → analyse → align → check → report`.

Frozen and slotted; they hold data and look-ups, no logic. Offsets are code points into `Report.text`,
half-open. A `Mention` alone is enough evidence to print: it knows its report (sigil), place and words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, StrEnum
from importlib import import_module
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar


class Span(NamedTuple):
    """Half-open range of code points."""

    start: int
    end: int


_NOWHERE = Span(0, 0)


class Position(NamedTuple):
    """Place in a source file; both 1-based, columns in code points."""

    line: int
    column: int


class Run(NamedTuple):
    """A stretch of `Report.text` and where it stands in `Report.source`.

    Equal lengths: a verbatim copy, mapped character by character. Unequal (`&amp;`, `\\u00e9`): mapped as a whole.
    """

    start: int
    end: int
    source_start: int
    source_end: int


class Block(NamedTuple):
    """What the reader knows of a stretch of text.

    `kind`: title, heading, byline, caption, credit, correction, update, boilerplate.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Report:
    """One outlet's text on the event.

    `source` is the decoded file, `text` what is compared (title first, if it stands in the source), `runs` lead from one
    to the other: sorted, without overlap; text outside all runs (a paragraph break put in by a reader) maps to the
    end of the run before it. `published` may be naive; `published_grain` is "day" when only a date is known.
    """

    text: str
    source: str
    path: str = ""
    outlet: str = ""
    title: str = ""
    published: datetime | None = None
    published_grain: str = "second"
    url: str = ""
    author: str = ""
    sha256: str = ""
    identifier: str = ""
    runs: tuple[Run, ...] = ()
    blocks: tuple[Block, ...] = ()
    sigil: str = ""

    def to_source(self, start: int, end: int) -> Span:
        """The place of `text[start:end]` in `source`."""
        return Span(self._source_start(start), self._source_end(end, start))

    def _source_start(self, offset: int) -> int:
        index = bisect_right(self.runs, offset, key=_run_start) - 1
        if index < 0:
            return self.runs[0].source_start if self.runs else offset
        run = self.runs[index]
        if offset >= run.end:
            return run.source_end
        verbatim = run.end - run.start == run.source_end - run.source_start
        return run.source_start + (offset - run.start if verbatim else 0)

    def _source_end(self, offset: int, start: int) -> int:
        if offset <= start:
            return self._source_start(start)
        index = bisect_left(self.runs, offset, key=_run_start) - 1
        if index < 0:
            return self.runs[0].source_start if self.runs else offset
        run = self.runs[index]
        if offset >= run.end:
            return run.source_end
        verbatim = run.end - run.start == run.source_end - run.source_start
        return run.source_start + offset - run.start if verbatim else run.source_end


def _run_start(run: Run) -> int:
    return run.start


# --- mentions: what analysis finds at a span -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mention:
    """Something found at `text[start:end]` of the report `sigil`."""

    sigil: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Sentence(Mention):
    """A sentence, or a line of another kind.

    `kind`: sentence, title, heading, byline, dateline, caption, bullet, credit, correction, update, boilerplate.
    `number` and `paragraph` count from 1 within the report.
    """

    number: int = 0
    paragraph: int = 0
    kind: str = "sentence"


@dataclass(frozen=True, slots=True)
class Quotation(Mention):
    """Words inside quote marks (marks excluded from `parts`, included in the span).

    `parts`: several when "she said" breaks it or paragraphs reopen it. `closed`: False when no closing mark was found.
    `kind`: speech, scare (a word or two at arm's length), title (of a work).
    """

    parts: tuple[Span, ...] = ()
    closed: bool = True
    kind: str = "speech"


@dataclass(frozen=True, slots=True)
class Attribution(Mention):
    """A source is credited, by a cue, with content. The span covers all three.

    `kind`: direct (all content in quote marks), indirect, mixed. `source_kind`: named, anonymous, institution, document, none.
    `source_key` is the same for one source throughout a report (an `Entity.key` where there is one), "" if unknown.
    `relay` is the outlet or statement through which it came ("told ABC News"), "" if none: a key, one for one outlet in a report.
    `force`: say (states it), think (holds it true), other (judges, wants, does something by words: "criticized the plan").
    """

    source: Mention | None = None
    cue: Mention | None = None
    content: tuple[Mention, ...] = ()
    kind: str = "indirect"
    source_kind: str = "none"
    source_key: str = ""
    relay: str = ""
    relay_mention: Mention | None = None
    force: str = "say"


@dataclass(frozen=True, slots=True)
class Quantity(Mention):
    """A number as an interval.

    `value` as stated; `low`/`high` bound what it may mean, None where open ("at least three": low 3, high None).
    `approximate`: about, nearly, dozens. `precision`: the smallest written unit (1.2 million → 100000).
    `unit`: "" for a count, else percent, an ISO 4217 code, or a unit's name in the singular (year, mile, foot, caliber …).
    `counted`: head noun in the singular ("people", "officer"), `modifiers` the words before it that tell which ("off-duty").
    `role`: killed, wounded, arrested, missing, hospitalised, charged, evacuated, shots, age, height, weight, distance,
    duration, money, percent, temperature, votes, vehicles …, "" if none is known.
    `subject`: key of the entity or noun that has the age, height or share, "" if unknown.
    """

    value: float = 0.0
    low: float | None = None
    high: float | None = None
    approximate: bool = False
    precision: float = 1.0
    unit: str = ""
    counted: str = ""
    modifiers: tuple[str, ...] = ()
    role: str = ""
    subject: str = ""
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class TimeExpression(Mention):
    """A time, resolved against the report's publication where it can be.

    `kind`: clock, date, duration, set. `value`: TIMEX3 form ("2026-12-31T22:45", "P2D"), "" if it can't be resolved.
    `begin`/`finish`: half-open range of naive local datetimes. `grain`: minute, hour, part (of day), day, weekend, week, month,
    season, quarter, year, decade, century. `clock`: minutes after midnight, for a time of day whose date is not known too.
    `weekday`: 0 Monday, as written. `seconds`: of a duration. `zone`: as written ("EST").
    `deictic`: resolved against the publication date ("Tuesday", "last night"), not stated in full.
    """

    kind: str = "date"
    value: str = ""
    begin: datetime | None = None
    finish: datetime | None = None
    grain: str = "day"
    clock: tuple[int, int] | None = None
    weekday: int | None = None
    seconds: float | None = None
    zone: str = ""
    approximate: bool = False
    deictic: bool = False


@dataclass(frozen=True, slots=True)
class Name(Mention):
    """A proper name. `kind`: person, organisation, place, other. `key`: its entity. `title`: as written before it ("Lt.")."""

    kind: str = "other"
    key: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Place(Mention):
    """Where something is. `kind`: address, block, intersection, street, neighbourhood, town, county, state, country, hospital,
    venue, relative ("ten miles south of X"). `key`: normal form; `within`: normal form of the larger place named with it."""

    kind: str = "town"
    key: str = ""
    within: str = ""


@dataclass(frozen=True, slots=True)
class Role(Mention):
    """A title, role or relation of a person ("spokesman", "mother of two", "off-duty officer"). `person`: entity key."""

    person: str = ""
    kind: str = "title"
    normal: str = ""


class Rung(Enum):
    """The ladder of certainty, least sure first."""

    DENIED = 0
    POSSIBLE = 1
    ALLEGED = 2
    REPORTED = 3
    BELIEVED = 4
    STATED = 5


@dataclass(frozen=True, slots=True)
class Hedge(Mention):
    """A cue that weakens a claim, and the span it weakens."""

    rung: Rung = Rung.REPORTED
    scope: Span = _NOWHERE


@dataclass(frozen=True, slots=True)
class Negation(Mention):
    """A cue that negates, and the span it negates."""

    scope: Span = _NOWHERE


@dataclass(frozen=True, slots=True)
class Status(Mention):
    """A state out of an opposing set. `field`: life, custody, condition, plea, verdict …; `value`: one of that set.

    `subject`: entity key or noun of whose state it is, "" if unknown. `negated`: "was not arrested".
    `holder`: the words that name whose state it is, a pronoun too; empty if nobody is near.
    """

    field: str = ""
    value: str = ""
    subject: str = ""
    negated: bool = False
    holder: Span = _NOWHERE


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, body or place of a report, with all its mentions.

    `key`: stable normal form, comparable across reports (lower case, fullest form). `variants`: spellings as they stand,
    the fullest first. `kind` as in `Name`.
    """

    key: str
    kind: str
    name: str
    variants: tuple[str, ...] = ()
    mentions: tuple[Name, ...] = ()
    gender: str = ""


_M = TypeVar("_M", bound=Mention)


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was found in one report; every tuple in reading order."""

    report: Report
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    names: tuple[Name, ...] = ()
    entities: tuple[Entity, ...] = ()
    places: tuple[Place, ...] = ()
    roles: tuple[Role, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    negations: tuple[Negation, ...] = ()
    statuses: tuple[Status, ...] = ()

    @property
    def sigil(self) -> str:
        """The sigil of the report."""
        return self.report.sigil

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds `offset`; between two, the one before; None before the first."""
        index = bisect_right(self.sentences, offset, key=_start) - 1
        return self.sentences[index] if index >= 0 else None

    def is_quoted(self, mention: Mention) -> bool:
        """Whether `mention` begins inside quotation marks: somebody else's words, not the report's."""
        index = bisect_right(self.quotations, mention.start, key=_start) - 1
        return index >= 0 and any(part.start <= mention.start < part.end for part in self.quotations[index].parts)


def within(mentions: Sequence[_M], start: int, end: int) -> tuple[_M, ...]:
    """Those of `mentions` (in reading order) that begin in `[start, end)`."""
    if not mentions:
        return ()
    return tuple(mentions[bisect_left(mentions, start, key=_start) : bisect_left(mentions, end, key=_start)])


_start: Callable[[Mention], int] = attrgetter("start")  # in compiled code: it is what most look-ups spend their time on


# --- alignment ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Link:
    """Two sentences of two reports that tell the same thing; `a.sigil < b.sigil`; `score` in 0–1."""

    a: Sentence
    b: Sentence
    score: float


@dataclass(frozen=True, slots=True)
class Cell:
    """One report's part of a row."""

    sigil: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences told by several reports (or one), a line of the alignment table. Cells by sigil; silent reports have none."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """Reports that share wire or press-release copy. `share`: of the shorter report's words, 0–1. `credit`: the agency, if named."""

    sigils: tuple[str, ...]
    share: float
    links: tuple[Link, ...] = ()
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which sentences tell the same."""

    analyses: tuple[Analysis, ...]
    links: tuple[Link, ...] = ()
    rows: tuple[Row, ...] = ()
    copies: tuple[Copy, ...] = ()

    def analysis(self, sigil: str) -> Analysis:
        """The analysis of the report `sigil`. Raises KeyError."""
        for analysis in self.analyses:
            if analysis.report.sigil == sigil:
                return analysis
        raise KeyError(sigil)


# --- findings -------------------------------------------------------------------------------------------------------


class Verdict(StrEnum):
    """What a finding says of its variants."""

    CONFLICT = "conflict"
    UPDATE = "update"
    DIFFERENCE = "difference"
    ONLY_HERE = "only-here"


class Severity(StrEnum):
    """How loud a finding is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Confidence(StrEnum):
    """How sure a check is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class State(StrEnum):
    """A finding against the baseline."""

    NEW = "new"
    ACCEPTED = "accepted"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Evidence(Mention):
    """A mention as evidence: the span that differs, and who the report credits for it ("" for the report itself).

    `marks`: spans inside it of the very words that differ.
    """

    source: str = ""
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """A reading with all that carry it. `reading` as it stands, `value` its normal form."""

    reading: str
    value: str
    mentions: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A disagreement: one entry with two or more variants (one for `only-here`), never one per pair."""

    check: str
    verdict: Verdict
    severity: Severity
    confidence: Confidence
    about: str
    message: str
    why: str
    variants: tuple[Variant, ...]
    fingerprint: str = ""
    state: State = State.NEW
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding as the baseline keeps it. `readings`: normal form and the outlets that carried it.

    `expires`: ISO date after which it is shown again, "" for never.
    """

    fingerprint: str
    check: str
    about: str
    readings: tuple[tuple[str, tuple[str, ...]], ...]
    event: str = ""
    message: str = ""
    reason: str = ""
    expires: str = ""


@dataclass(frozen=True, slots=True)
class CheckInfo:
    """What reporters may know of a check. `precision`: measured share of its findings that are right, None if unmeasured."""

    name: str
    summary: str
    severity: Severity | None = None
    precision: float | None = None
    manual: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One cell of the matrix: what a report says on a fact. `mark`: majority, outlier, agrees, silent."""

    sigil: str
    reading: str
    source: str = ""
    mark: str = "agrees"
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class FactRow:
    """A line of the facts × outlets matrix. `kind`: toll, age, when, where, who, weapon, charge, quotation."""

    kind: str
    about: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read or done; every reporter shows it. `stage`: read, analyse, align, check, report."""

    path: str
    stage: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the reports of one event, and what could not be read."""

    reports: tuple[Report, ...]
    event: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that a reporter gets. `resolved`: accepted earlier and no longer found.

    `failing`: fingerprints of the findings that fail the gate, None where there is no gate.
    """

    event: str
    alignment: Alignment
    findings: tuple[Finding, ...] = ()
    matrix: tuple[FactRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    checks: tuple[CheckInfo, ...] = ()
    resolved: tuple[Accepted, ...] = ()
    exit_code: int = 0
    failing: frozenset[str] | None = None

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports that were compared."""
        return tuple(analysis.report for analysis in self.alignment.analyses)

    def to_frame(self, table: str = "findings") -> Any:
        """The "findings", "links" or "quotations" as a DataFrame of pandas or polars. Raises ImportError without either."""
        # by name, because reporting builds on this file
        return import_module("storydiff.reporting.frames").to_frame(self, table)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        shown: str = import_module("storydiff.reporting.to_notebook").to_notebook(self)
        return shown

    def fails(self, finding: Finding) -> bool:
        """Whether `finding` fails the gate; without a gate, whether it is a new error."""
        if self.failing is not None:
            return finding.fingerprint in self.failing
        return finding.state is State.NEW and finding.severity is Severity.ERROR

    def count(self, verdict: Verdict, states: Iterable[State] = (State.NEW,)) -> int:
        """How many findings have `verdict`, of those in `states`."""
        allowed = frozenset(states)
        return sum(finding.verdict is verdict and finding.state in allowed for finding in self.findings)
