"""What is fuzzed: each target takes any bytes and fails if something that must always hold does not."""

from __future__ import annotations

import inspect
import itertools
import json
from collections.abc import Callable, Iterable
from dataclasses import replace

from checks.manual import read_manual
from reading.packages import docx, pdf, warc
from storydiff.analysis.analyse import analyse
from storydiff.analysis.sentences import split_sentences
from storydiff.checks.registry import all_checks
from storydiff.checks.run import run_checks
from storydiff.config import Config
from storydiff.errors import ReadError
from storydiff.model import Analysis, Confidence, Mention, Report
from storydiff.pipeline import compare
from storydiff.reading.formats import read_file
from storydiff.reading.found import File
from storydiff.reporting.to_concise import to_concise
from storydiff.reporting.to_json import to_json
from storydiff.reporting.to_terminal import to_terminal
from storydiff.testing import report

Target = Callable[[bytes], None]

LEDGER = (
    "MARROW CREEK (AP) — Three people were killed and at least 12 wounded, two of them critically, when a fire broke out "
    "at about 9:45 p.m. on Friday, Jan. 2, 2026, at 1200 Alder St., police said. “We do not know how it began,” Lt. Oda "
    "Brandt, 41, told the Harbor Ledger. “Nobody was ‘ignored’,” she added; he allegedly fled in a 2009 pickup."
)
COURIER = LEDGER.replace("Three", "Five").replace("do not", "do").replace("9:45 p.m.", "21:15").replace("41", "43")


def split(raw: bytes) -> None:
    """Sentences lie in the text in order and lose nothing but white space."""
    one = _report(raw)
    end = 0
    for sentence in split_sentences(one):
        assert not one.text[end : sentence.start].strip()
        assert one.text[sentence.start : sentence.end] == sentence.text
        end = sentence.end
    assert not one.text[end:].strip()


def extract(raw: bytes) -> None:
    """Whatever is found in a text stands in it."""
    one = _report(raw)
    _in_place(analyse(one), one.text)


def compare_any(raw: bytes) -> None:
    """Any texts compare, in any order alike; evidence stands where it says; every reporter copes; copies agree."""
    made = [_report(part, number) for number, part in enumerate(raw.split(b"\x00")[:3])]
    made = [one for one in made if one.text.strip()]
    if not made:
        return
    config = Config(min_confidence=Confidence.LOW)
    compared = compare(made, config)
    text = {one.sigil: one.text for one in compared.reports}
    for finding in compared.findings:
        assert finding.variants
        for mention in itertools.chain.from_iterable(variant.mentions for variant in finding.variants):
            assert text[mention.sigil][mention.start : mention.end] == mention.text
    written = to_json(compared)
    json.loads(written)
    assert written == to_json(compare(made[::-1], config))
    to_concise(compared).encode("utf-8", "strict")
    to_terminal(compared, everything=True, table=True).encode("utf-8", "strict")
    assert not between_copies(made[0])


def between_copies(one: Report) -> list[str]:
    """What is found between a report and its copy and not already inside the report: must be nothing."""
    from storydiff.checks.registry import build_checks
    from storydiff.pipeline import align_reports

    checks, config = build_checks(Config()), Config()
    copy = replace(one, path="copy.txt", outlet="Creek Wire")
    alone = {finding.message for finding in run_checks(checks, align_reports([one]).alignment, config)}
    both = run_checks(checks, align_reports([one, copy]).alignment, config)
    return [f"{f.check}: {f.message}" for f in both if not _inside_one(f.variants) and f.message not in alone]


def read_as(name: str) -> Target:
    """A reader: it yields reports whose every span leads into the source, or says in one line that it can't."""

    def target(raw: bytes) -> None:
        found: list[object] = []
        try:
            found += read_file(File(name, raw))
        except ReadError as refusal:
            found.append(refusal.message)
        for one in found:
            assert not isinstance(one, str) or (one and "\n" not in one)
            if isinstance(one, Report):
                for number in range(0, len(one.text), 7):
                    span = one.to_source(number, number + 1)
                    assert 0 <= span.start <= span.end <= len(one.source)

    return target


def _report(raw: bytes, number: int = 0) -> Report:
    return report(raw.decode("utf-8", "surrogateescape"), number)[0]


def _in_place(analysis: Analysis, text: str) -> None:
    for name in (
        "sentences",
        "quotations",
        "names",
        "places",
        "times",
        "quantities",
        "attributions",
        "hedges",
        "statuses",
    ):
        for mention in getattr(analysis, name):
            assert isinstance(mention, Mention)
            assert 0 <= mention.start <= mention.end <= len(text), name
            assert text[mention.start : mention.end] == mention.text, name


def _inside_one(variants: Iterable[object]) -> bool:
    carried = [{m.sigil.partition("/")[0] for m in variant.mentions} for variant in variants]  # type: ignore[attr-defined]
    return len(set.union(*carried)) == 1 or all(carriers == carried[0] for carriers in carried)


def _page() -> bytes:
    return f"<html><head><title>Fire</title><script type='application/ld+json'>{{}}</script></head><body><article><p>{LEDGER}</p></article></body></html>".encode()


def _manuals() -> tuple[bytes, ...]:
    """The examples of every check's manual, the reports of each parted as `compare_any` parts them."""
    manuals = (read_manual(inspect.getdoc(check) or "") for check in all_checks().values())
    return tuple(
        "\x00".join(example).encode() for manual in manuals for example in (*manual.flagged, *manual.not_flagged)
    )


TARGETS: dict[str, tuple[Target, tuple[bytes, ...]]] = {
    "split": (split, (LEDGER.encode(),)),
    "extract": (extract, (LEDGER.encode(), COURIER.encode())),
    "compare": (compare_any, (LEDGER.encode() + b"\x00" + COURIER.encode(), LEDGER.encode(), *_manuals())),
    "text": (read_as("a.txt"), (LEDGER.encode(), LEDGER.encode("utf-16"))),
    "markdown": (read_as("a.md"), (f"---\noutlet: Harbor Ledger\n---\n\n# Fire\n\n*{LEDGER}*\n\n> [x](y)\n".encode(),)),
    "html": (read_as("a.html"), (_page(),)),
    "json": (read_as("a.json"), (json.dumps({"@type": "NewsArticle", "articleBody": LEDGER}).encode(),)),
    "lines": (read_as("a.jsonl"), (json.dumps({"text": LEDGER}).encode() + b"\n" + json.dumps({"text": COURIER}).encode(),)),
    "xml": (
        read_as("a.xml"),
        (
            f"<nitf><body><body.content><p>{LEDGER}</p></body.content></body></nitf>".encode(),
            f"<rss><channel><item><description>{LEDGER}</description></item></channel></rss>".encode(),
        ),
    ),
    "mail": (read_as("a.eml"), (f"From: a@ledger.example\nSubject: Fire\nMIME-Version: 1.0\n\n{LEDGER}\n".encode(),)),
    "warc": (read_as("a.warc"), (warc(("https://ledger.example/1", "text/html", _page())),)),
    "docx": (read_as("a.docx"), (docx(f"<w:p><w:r><w:t>{LEDGER}</w:t></w:r></w:p>"),)),
    "pdf": (read_as("a.pdf"), (pdf(LEDGER[:90], LEDGER[90:180]),)),
}  # fmt: skip
"""Name → the target and inputs to begin with."""
