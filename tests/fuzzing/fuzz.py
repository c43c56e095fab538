"""Coverage-guided fuzzing of one target, for as long as you like.

    python tests/fuzzing/fuzz.py compare -max_total_time=600     # options are libFuzzer's
    python tests/fuzzing/fuzz.py all -max_total_time=20          # every target in turn

Needs `pip install -e '.[test]' atheris`. An input that breaks a target is written to `crash-…` in the working folder: put it into
tests/fuzzing/found/TARGET/ and it is a test.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))

with atheris.instrument_imports(include=["storydiff"]):
    from fuzzing.targets import TARGETS


def fuzz(name: str, options: list[str]) -> None:
    """Fuzz the target `name` in this process; it ends with the process."""
    target, seeds = TARGETS[name]
    corpus = Path(".fuzzing") / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds):
        (corpus / f"seed-{number}").write_bytes(seed)
    longest = f"-max_len={max(map(len, seeds)) + 200}"
    atheris.Setup([sys.argv[0], "-timeout=20", "-rss_limit_mb=1500", longest, *options, str(corpus)], target)
    atheris.Fuzz()


def main() -> None:
    """Run the targets that the command line names."""
    name, options = sys.argv[1], sys.argv[2:]
    if name != "all":
        fuzz(name, options)
        return
    failed = [
        one for one in TARGETS if subprocess.run([sys.executable, __file__, one, *options], check=False).returncode
    ]
    if failed:
        sys.exit(f"broken: {', '.join(failed)}")


if __name__ == "__main__":
    main()
