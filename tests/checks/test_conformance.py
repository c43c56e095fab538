"""What holds for every check: its name, its manual, and that the manual's examples are true."""

from __future__ import annotations

import dataclasses
import inspect
import itertools
from pathlib import Path

import pytest

from checks.manual import OPTIONAL, REQUIRED, Manual, read_manual
from storydiff.checks.base import Check
from storydiff.checks.registry import all_checks
from storydiff.testing import findings

CHECKS = all_checks()
HERE = Path(__file__).parent


def manual(check: type[Check]) -> Manual:
    return read_manual(inspect.getdoc(check) or "")


def examples(flagged: bool) -> list[object]:
    return [
        pytest.param(name, example, id=f"{name}-{number}")
        for name, check in CHECKS.items()
        for number, example in enumerate(manual(check).flagged if flagged else manual(check).not_flagged, 1)
    ]


@pytest.mark.parametrize(("name", "check"), CHECKS.items(), ids=CHECKS)
def test_name_is_file_is_test(name: str, check: type[Check]) -> None:
    assert check.__module__ == f"storydiff.checks.{name.replace('-', '_')}"
    assert (HERE / f"test_{name.replace('-', '_')}.py").exists()


@pytest.mark.parametrize(("name", "check"), CHECKS.items(), ids=CHECKS)
def test_precision_is_a_share(name: str, check: type[Check]) -> None:
    assert check.precision is None or 0 <= check.precision <= 1
    assert check.info().precision == check.precision


@pytest.mark.parametrize(("name", "check"), CHECKS.items(), ids=CHECKS)
def test_manual_is_complete(name: str, check: type[Check]) -> None:
    found = manual(check)
    assert found.summary, "one line that says what it reports"
    assert "\n\n" not in found.summary
    required = [heading for heading in found.sections if heading not in OPTIONAL]
    assert required == list(REQUIRED)
    assert found.flagged, "an example of what is flagged"
    assert found.not_flagged, "an example of what is not"
    options = dataclasses.fields(check)
    assert bool(options) == ("Options" in found.sections)
    for option in options:
        assert f"`{option.name}`" in found.sections["Options"]
        assert option.default is not dataclasses.MISSING or option.default_factory is not dataclasses.MISSING


@pytest.mark.parametrize(("name", "example"), examples(flagged=True))
def test_flagged_examples_are_flagged(name: str, example: tuple[str, ...]) -> None:
    assert findings(name, *example)


@pytest.mark.parametrize(("name", "example"), examples(flagged=False))
def test_other_examples_are_not(name: str, example: tuple[str, ...]) -> None:
    assert not findings(name, *example)


@pytest.mark.parametrize(("name", "example"), examples(flagged=True))
def test_findings_are_well_formed(name: str, example: tuple[str, ...]) -> None:
    for finding in findings(name, *example):
        assert finding.check == name
        assert finding.message
        assert not finding.message.endswith(".")
        assert finding.why
        assert finding.about
        assert len(finding.variants) == len({variant.value for variant in finding.variants})
        assert all(variant.mentions for variant in finding.variants)


@pytest.mark.parametrize(("name", "example"), examples(flagged=True))
def test_order_of_reports_does_not_matter(name: str, example: tuple[str, ...]) -> None:
    def told(*reports: str) -> set[tuple[str, frozenset[str]]]:
        return {(f.verdict.value, frozenset(v.value for v in f.variants)) for f in findings(name, *reports)}

    expected = told(*example)
    # Update or conflict may hang on dates, not on order; all examples are of one date.
    assert all(told(*other) == expected for other in itertools.permutations(example))


@pytest.mark.parametrize(("name", "example"), examples(flagged=True))
def test_a_copy_agrees(name: str, example: tuple[str, ...]) -> None:
    within_one = findings(name, example[0])
    assert len(findings(name, example[0], example[0])) == len(within_one)
