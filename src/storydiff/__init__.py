"""Diff for news: sets several outlets' reports of one event side by side and shows where they disagree.

>>> import storydiff
>>> comparison = storydiff.compare(storydiff.read(["examples/…"]))      # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from storydiff._version import __version__

if TYPE_CHECKING:
    from storydiff.checks.base import Check
    from storydiff.config import Config
    from storydiff.model import Comparison, Finding, Report
    from storydiff.pipeline import compare, read

__all__ = ["Check", "Comparison", "Config", "Finding", "Report", "__version__", "compare", "read"]

_HOMES = {
    "Check": "storydiff.checks.base",
    "Comparison": "storydiff.model",
    "Config": "storydiff.config",
    "Finding": "storydiff.model",
    "Report": "storydiff.model",
    "compare": "storydiff.pipeline",
    "read": "storydiff.pipeline",
}


def __getattr__(name: str) -> Any:
    # Public names are imported when first used, so that `storydiff --version` stays fast.
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'storydiff' has no attribute {name!r}")
