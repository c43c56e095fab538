"""Alignment → findings. A module here is a check, or belongs to all of them; what checks of one topic share is in a folder.

Checks hold a class that inherits from `Check`. For all of them: `base` and `verdicts` (what a check is written with), `registry`
and `run` (find and run them), `ignoring`, `drafts` (what settings and views leave of the findings) and `matrix`.
"""
