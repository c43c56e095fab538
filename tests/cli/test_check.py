"""What fails the gate."""

import pytest

from storydiff.cli.check import FailOn, fails
from storydiff.model import Comparison


@pytest.mark.parametrize("fail_on", list(FailOn))
def test_gate(comparison: Comparison, fail_on: FailOn) -> None:
    assert fails(comparison, fail_on) is (fail_on is not FailOn.NEVER)
