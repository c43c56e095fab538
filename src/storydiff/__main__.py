"""`python -m storydiff`."""

import gc
import os
import sys

_INTERRUPTED = 130  # as shells have it: 128 and the number of the signal
_NEW_OBJECTS = 100_000  # between two searches for cycles; at Python's 700 a tenth of a short run goes into them


def main() -> None:
    """Run the command line."""
    if sys.argv[1:] == ["--version"]:  # asked often and by scripts: answered before anything heavy is imported
        from storydiff._version import __version__

        if _told(f"storydiff {__version__}\n"):
            return
    gc.set_threshold(_NEW_OBJECTS)
    try:
        from storydiff.cli.app import run

        run()
    except KeyboardInterrupt:  # while the rest was loaded
        sys.exit(_INTERRUPTED)
    finally:
        # The interpreter's last searches for cycles, at exit, would go through all that was loaded. DuckDB wants them: it
        # complains of every object that is left.
        if "duckdb" not in sys.modules:
            gc.freeze()


def _told(text: str) -> bool:
    try:
        os.write(1, text.encode())
    except OSError:  # what is usual then happens below
        return False
    return True


if __name__ == "__main__":
    main()
