"""Quotations of several reports: which are one utterance, where they part, what a cut takes away."""
