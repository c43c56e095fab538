"""Files made to break a reader: each ends in one clear line, with little memory, and never hangs.

Each is read by a process of its own, whose memory is measured and whose processor time is bounded (a hang would end it
without a word).
"""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from reading.packages import docx, pdf, warc
from storydiff import __file__ as package

if not Path("/proc/self/status").exists():
    pytest.skip("memory is measured by /proc", allow_module_level=True)

MEMORY_KB = 200 * 1024
PROGRAM = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
from storydiff.errors import ReadError
from storydiff.reading.read import read
try:
    reading = read([sys.argv[1]])
    print("read", len(reading.reports), *(problem.message for problem in reading.problems[:1]), sep="|")
except ReadError as error:
    print("refused", error.message, sep="|")
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
FIRE = "Fire broke out at the mill. "
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 30))
LAUGHS = f'<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY e0 "fire">{ENTITIES}]><nitf><body><body.content><p>&e29;</p></body.content></body></nitf>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/hostname">]><nitf><body><body.content><p>Fire &x; broke out</p></body.content></body></nitf>'
MIXED = FIRE.encode("utf-16") + "“Fire” déjà".encode("cp1252") + "“Fire” déjà".encode() + bytes(range(128, 256))


def zipped(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def nested_gzip(depth: int) -> bytes:
    raw = bytes(5_000_000)
    for _ in range(depth):
        raw = gzip.compress(raw, 9)
    return raw


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("laughs.xml", LAUGHS.encode()),
        ("outside.xml", OUTSIDE.encode()),
        ("deep.xml", b"<nitf>" + b"<p>" * 2_000_000),
        ("deep.html", b"<html>" + b"<div>" * 1_500_000 + b"<p>Fire"),
        ("attributes.html", b"<html><p " + b"a=b " * 2_000_000 + b">Fire"),
        ("deep.json", b'{"text":' * 1_000_000),
        ("wide.json", b'{"text": "Fire", "x": [' + b"{}," * 2_500_000 + b"{}]}"),
        ("bomb.txt.gz", gzip.compress(bytes(400_000_000), 1)),
        ("bombs.txt.gz", nested_gzip(6)),
        (
            "bomb.warc.gz",
            gzip.compress(warc(("https://ledger.example/1", "text/html", b"<p>" + b"Fire " * 12_000_000)), 1),
        ),
        ("bomb.docx", zipped("word/document.xml", b"<w:p><w:t>" + b"Fire " * 40_000_000)),
        ("deep.docx", docx("<w:p>" * 600_000)),
        ("cut.pdf", pdf(FIRE)[:-200]),
        ("wide.eml", b"Subject: Fire\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nFire\n" * 500_000),
        ("line.txt", FIRE.encode() * 350_000),
        ("lines.jsonl", json.dumps({"text": FIRE}).encode() + b"\n" * 5_000_000),
        ("marks.md", ("“" * 3_000_000).encode()),
        ("mixed.txt", MIXED),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4000),
        ("page.txt", b"<!doctype html><html><body><article><p>" + FIRE.encode() + b"</p></article></body></html>"),
        ("story.html", FIRE.encode()),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_it_ends_in_one_line(tmp_path: Path, name: str, raw: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path)],
        env={"PYTHONPATH": str(Path(package).parents[1])}, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    line, memory = done.stdout.strip().rsplit("\n", 1)
    assert line.startswith(("refused|", "read|"))
    assert "\n" not in line
    assert "root:" not in line
    assert int(memory) < MEMORY_KB, line
