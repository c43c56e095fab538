"""Analyses → Alignment: which sentences of two or more reports tell the same, and which reports share copy."""
