"""`python -m storydiff`."""

import os
import sys

_INTERRUPTED = 130  # as shells have it: 128 and the number of the signal


def main() -> None:
    """Run the command line."""
    if sys.argv[1:] == ["--version"]:  # asked often and by scripts: answered before anything heavy is imported
        from storydiff._version import __version__

        if _told(f"storydiff {__version__}\n"):
            return
    try:
        from storydiff.cli.app import run

        run()
    except KeyboardInterrupt:  # while the rest was loaded
        sys.exit(_INTERRUPTED)


def _told(text: str) -> bool:
    try:
        os.write(1, text.encode())
    except OSError:  # what is usual then happens below
        return False
    return True


if __name__ == "__main__":
    main()
