"""Comparison → text in one format or another. Nothing here prints or writes a file."""
