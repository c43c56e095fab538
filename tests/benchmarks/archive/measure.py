"""Measure runs over generated archives: time, processor time, memory, and how the cost grows.

    python tests/benchmarks/archive/measure.py FOLDER 10000 20000 50000 [-- --workers 2 …]

FOLDER keeps archives and outputs. What stands after `--` goes to `storydiff archive run`. Prints a line a size: seconds, seconds of
processor time, reports a second of each, megabytes of all processes together at their peak, and the exponent of growth
since the first size. Processor time tells more than seconds on a machine that does other things as well.
"""

from __future__ import annotations

import math
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

_EVERY = 0.5  # seconds between two looks at the memory


def main() -> None:
    """Generate, run, print."""
    arguments, _, options = " ".join(sys.argv[1:]).partition(" -- ")
    place, *sizes = arguments.split()
    folder = Path(place)
    folder.mkdir(parents=True, exist_ok=True)
    first: tuple[int, float] | None = None
    print("  reports  seconds  reports/s  processor s  reports/s of it      MB  growth", flush=True)
    for size in map(int, sizes):
        archive, output = folder / f"{size}.jsonl", folder / f"{size}"
        if not archive.exists():
            generator = Path(__file__).with_name("generate.py")
            subprocess.run([sys.executable, str(generator), str(size), str(archive)], check=True)
        shutil.rmtree(output, ignore_errors=True)
        seconds, processor, peak = measure([str(archive), str(output), *options.split()])
        first = first or (size, processor)
        growth = math.log(processor / first[1]) / math.log(size / first[0]) if size != first[0] else float("nan")
        print(
            f"{size:9,} {seconds:8.0f} {size / seconds:10.0f} {processor:12.0f} {size / processor:16.0f} {peak:8.0f} {growth:7.2f}",
            flush=True,
        )


def measure(arguments: list[str]) -> tuple[float, float, float]:
    """Seconds, seconds of processor time and megabytes of one run."""
    before, started, peak = _processor(), time.perf_counter(), 0.0
    command = [sys.executable, "-m", "storydiff", "archive", "run", *arguments]
    with subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            peak = max(peak, _megabytes(process.pid))
            time.sleep(_EVERY)
    if process.returncode:
        raise SystemExit(process.returncode)
    return time.perf_counter() - started, _processor() - before, peak


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _megabytes(session: int) -> float:
    """Memory of all processes of a session; what they share counts once (Linux)."""
    total = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if int((process / "stat").read_text().rpartition(")")[2].split()[3]) == session:
                rollup = (process / "smaps_rollup").read_text()
                total += int(rollup.partition("\nPss:")[2].split()[0])
        except (OSError, ValueError, IndexError):
            continue  # it has ended meanwhile
    return total / 1024


if __name__ == "__main__":
    main()
