"""Regular expressions that are compiled when they are first needed: all of them together take longer than a short comparison."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial


def late(pattern: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """What gives `re.compile(pattern, flags)`: for a pattern that only few reports need, or that is tried after another has matched."""
    return cache(partial(re.compile, pattern, flags))
