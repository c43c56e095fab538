"""`python -m storydiff`."""


def main() -> None:
    """Run the command line."""
    from storydiff.cli.app import run

    run()


if __name__ == "__main__":
    main()
