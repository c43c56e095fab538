"""Findings that were accepted: their fingerprints, read from and written to a file."""
