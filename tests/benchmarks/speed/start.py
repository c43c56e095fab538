"""What a start costs: `storydiff --version` and a cold `storydiff compare`, against the bare imports of what it is built on.

python tests/benchmarks/speed/start.py

Prints ratios of processor time, so that the numbers of two machines can be compared.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from texts import of_words
from timing import command_seconds, line, seconds

from storydiff.pipeline import compare

WORDS = 640


def main() -> None:
    """Print the ratios."""
    python = sys.executable
    libraries = command_seconds([python, "-c", "import typer, rich"])
    version = command_seconds([python, "-m", "storydiff", "--version"])
    line("storydiff --version / import typer, rich", version / libraries, "≤ 1.2", f"{1000 * version:.0f} ms")
    floor = command_seconds([python, "-c", "import typer, rich, rapidfuzz"])
    command_line = command_seconds([python, "-c", _HELLO])
    reports = of_words(3, WORDS)
    with tempfile.TemporaryDirectory() as folder:
        for report in reports:
            head = f"---\noutlet: {report.outlet}\ndate: {report.published}\n---\n\n"
            (Path(folder) / report.path).with_suffix(".md").write_text(head + report.text, encoding="utf-8")
        cold = command_seconds([python, "-m", "storydiff", "compare", folder])
    what = f"storydiff compare, three reports of {WORDS} words, cold"
    line(f"{what} / import typer, rich, rapidfuzz", cold / floor, "≤ 2.5", f"{1000 * cold:.0f} ms")
    line(
        f"{'the same'} / a typer command that prints one line", cold / command_line, "", f"{1000 * command_line:.0f} ms"
    )
    line("the same, warm, in process (ms)", 1000 * seconds(lambda: compare(reports)), "≤ 60")


_HELLO = """
import typer
app = typer.Typer()
@app.command()
def hello(name: str = "") -> None:
    import rich.console
    rich.console.Console().print("hello", name)
app(args=[])
"""

if __name__ == "__main__":
    main()
