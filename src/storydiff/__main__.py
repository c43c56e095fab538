"""`python -m storydiff`."""

import sys


def main() -> None:
    """Run the command line."""
    if sys.argv[1:] == ["--version"]:  # asked often and by scripts: answered before anything heavy is imported
        from storydiff._version import __version__

        print(f"storydiff {__version__}")  # noqa: T201
        return
    from storydiff.cli.app import run

    run()


if __name__ == "__main__":
    main()
