"""How well sentences are split: golden rules, and boundaries in annotated text.

python tests/benchmarks/quality/sentences.py FOLDER [--show 20]

FOLDER holds JSONL files. `{"text", "sentences": ["…", …]}`: a case, right when all its sentences are.
`{"text", "genre", "sentences": [[start, end], …]}`: a document; precision, recall and F1 of the ends of its sentences.
A genre of one file: `--genre news`. Datelines are told apart from their sentence by us and not by the corpora, so their ends are left out.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from storydiff.analysis.sentences import split_sentences
from storydiff.model import Report


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", type=int, default=0, help="print so many errors of each file")
    parser.add_argument("--genre", default="")
    arguments = parser.parse_args()
    for path in sorted(arguments.folder.glob("*.jsonl")):
        rows = [json.loads(line) for line in path.open(encoding="utf-8")]
        rows = [row for row in rows if not arguments.genre or row.get("genre") == arguments.genre]
        if rows and isinstance(rows[0]["sentences"][0], str):
            cases(path, rows, arguments.show)
        elif rows:
            documents(path, rows, arguments.show)


def cases(path: Path, rows: list[dict[str, object]], show: int) -> None:
    wrong = []
    for row in rows:
        text = str(row["text"])
        found = [sentence.text for sentence in split_sentences(Report(text=text, source=text))]
        if found != row["sentences"]:
            wrong.append(f"   want {row['sentences']}\n   got  {found}")
    print(f"{path.stem:<20} {len(rows) - len(wrong)} of {len(rows)}")
    print("\n".join(wrong[:show]), end="\n" if wrong[:show] else "")


def documents(path: Path, rows: list[dict[str, object]], show: int) -> None:
    hit = got = want = 0
    size = seconds = 0.0
    errors = []
    for row in rows:
        text = str(row["text"])
        begun = time.perf_counter()
        sentences = split_sentences(Report(text=text, source=text))
        seconds += time.perf_counter() - begun
        size += len(text)
        found = {
            sentence.end
            for sentence in sentences
            if sentence.kind != "dateline" or "\n" in text[sentence.end : sentence.end + 1]
        }
        marked = {end for _, end in row["sentences"]}  # type: ignore[attr-defined]
        hit, got, want = hit + len(found & marked), got + len(found), want + len(marked)
        errors += [f"   extra  {text[max(0, e - 60) : e]!r} | {text[e : e + 30]!r}" for e in sorted(found - marked)]
        errors += [f"   missed {text[max(0, e - 60) : e]!r} | {text[e : e + 30]!r}" for e in sorted(marked - found)]
    precision, recall = hit / got, hit / want
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{path.stem:<20} P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}   {size / 1e6 / seconds:.1f} MB/s")
    print("\n".join(errors[:show]), end="\n" if errors[:show] else "")


if __name__ == "__main__":
    main()
